package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// groupWrite is a member of a group of writes. A blind one has no statements of its own: it goes by one with others.
type groupWrite struct {
	item       *plan.ItemWrite
	at         time.Time
	ver        int64 // the number of a write with statements of its own
	makes      bool  // an Update that makes an item where there is none
	statements []sqlgen.Statement
	images     bool      // the first statement gives a row for take
	take       func(row) // takes the row of images, or that of a statement with others
}

// writeRequest is the write of one item by one caller. It is told whether its first statement selected or affected a row.
type writeRequest = request[groupWrite, bool]

// writeTogether carries out a write in one transaction with those of other callers. After errAlone nothing has happened.
func (b *Backend) writeTogether(ctx context.Context, w *plan.ItemWrite, at time.Time) (result backends.WriteResult, err error) {
	switch w.Kind {
	case plan.Put, plan.Delete:
		err = b.changeTogether(ctx, w, at, &result)
	case plan.Update:
		err = b.updateTogether(ctx, w, at, &result)
	default:
		err = errAlone
	}
	return result, err
}

func (b *Backend) changeTogether(ctx context.Context, w *plan.ItemWrite, at time.Time, result *backends.WriteResult) error {
	in := groupWrite{item: w, at: at}
	var out outcome
	if !isBlind(w) {
		by := stamp(at)
		c, err := b.gen.Change(w, by)
		if err != nil {
			return err
		}
		in.ver, in.statements, in.images, in.take = by.Ver, c.Statements, c.Images, out.take
	}
	acted, err := b.writes.do(ctx, in)
	switch {
	case err != nil:
		return err
	case in.images || out.told:
		again, err := out.settle(w, result)
		if again {
			return errAlone
		}
		return err
	case acted:
		return b.judge(ctx, nil, w, true, result)
	default:
		return b.do(ctx, "write", reads, func(s *session) error { return b.judge(ctx, s, w, false, result) })
	}
}

func (b *Backend) updateTogether(ctx context.Context, w *plan.ItemWrite, at time.Time, result *backends.WriteResult) error {
	st, makes, ok, err := b.atOnce(w, at)
	if err != nil {
		return err
	}
	if !ok {
		return errAlone
	}
	var got updated
	in := groupWrite{item: w, at: at, makes: makes, statements: []sqlgen.Statement{st}, images: true, take: got.take}
	if _, err := b.writes.do(ctx, in); err != nil {
		return err
	}
	done, err := got.decide(w, result)
	if err == nil && !done {
		return errAlone
	}
	return err
}

// writeGroup carries out the writes of several callers in one transaction and one round trip. Rows are written in key order, so that no
// two groups wait for each other, and writes of one kind that follow each other by one statement.
func (b *Backend) writeGroup(ctx context.Context, group []*writeRequest) {
	items := make([]plan.ItemWrite, len(group))
	for i, r := range group {
		items[i] = *r.in.item
	}
	runs := runsOf(items, keyOrder(items), func(i, j int) bool {
		return sameStatement(&items[i], &items[j]) || b.sameForm(&group[i].in, &group[j].in)
	})
	affected, err := b.transact(ctx, group, runs)
	for _, u := range runs {
		for _, place := range u.places {
			r := group[place]
			if r.err = err; err == nil && (u.form == nil || !u.form.Written) {
				r.out = affected[u.first] > 0
			}
		}
	}
}

// sameForm says whether two writes with statements of their own, which follow each other in key order, can be rows of one.
func (b *Backend) sameForm(x, y *groupWrite) bool {
	if len(x.statements) != 1 || len(y.statements) != 1 || x.statements[0].SQL != y.statements[0].SQL || compareKeys(x.item, y.item) == 0 {
		return false
	}
	form := b.formOf(x)
	return form != nil && form.Same(&x.statements[0], &y.statements[0])
}

func (b *Backend) formOf(w *groupWrite) *sqlgen.Many {
	if w.item.Kind != plan.Put && w.item.Kind != plan.Update {
		return nil
	}
	return b.gen.Many(w.item, w.makes, &w.statements[0])
}

// transact runs the statements of a group.
func (b *Backend) transact(ctx context.Context, group []*writeRequest, runs []run) ([]int64, error) {
	var statements []sqlgen.Statement
	var takes []func(row)
	for i := range runs {
		u := &runs[i]
		own, take, err := b.groupStatements(group, u)
		if err != nil {
			return nil, err
		}
		u.first = len(statements)
		statements = append(statements, own...)
		takes = append(append(takes, take), make([]func(row), len(own)-1)...)
	}
	var affected []int64
	err := b.shared.with(ctx, func(s *session) (err error) {
		affected, err = s.pipeline(ctx, statements, func(i int, r row) {
			if takes[i] != nil {
				takes[i](r)
			}
		})
		return err
	})
	if err == nil {
		return affected, nil
	}
	if lost(err) && !isConnect(err) {
		b.reset()
	}
	return affected, aloneIfUndone(ctx, err)
}

// groupStatements makes the statements of a run of a group's members, and tells who takes the rows of the first one.
func (b *Backend) groupStatements(group []*writeRequest, u *run) ([]sqlgen.Statement, func(row), error) {
	first := &group[u.places[0]].in
	switch {
	case first.statements == nil:
		u.at = first.at
		c, err := b.changeOf(u)
		return c.Statements, nil, err
	case len(u.places) > 1:
		rows := make([]*sqlgen.Statement, len(u.places))
		for i, place := range u.places {
			rows[i] = &group[place].in.statements[0]
		}
		u.form = b.formOf(first)
		st, err := u.form.Statement(rows)
		return []sqlgen.Statement{st}, takeMany(group, u), err
	case first.images:
		return first.statements, first.take, nil
	default:
		return first.statements, nil, nil
	}
}

// takeMany hands the rows of a statement for several members to them.
func takeMany(group []*writeRequest, u *run) func(row) {
	if !u.form.Written {
		return func(r row) { group[u.places[r.int(0)-1]].in.take(r[1:]) }
	}
	return func(r row) {
		for _, place := range u.places {
			if r.int(0) == group[place].in.ver {
				group[place].out = true
			}
		}
	}
}

// aloneIfUndone is errAlone if nothing of a transaction happened for sure: it was not begun, or a statement of it failed.
func aloneIfUndone(ctx context.Context, err error) error {
	if pgconn.SafeToRetry(err) || state(err) != "" && !lost(err) {
		return errAlone
	}
	return settle(ctx, "write", writes, err)
}
