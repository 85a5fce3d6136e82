package postgres

import (
	"context"
	"errors"
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
	statements []sqlgen.Statement
	take       func(row) // takes the row that the first statement gives, if it gives one
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
		c, err := b.gen.Change(w, stamp(at))
		if err != nil {
			return err
		}
		if in.statements = c.Statements; c.Images {
			in.take = out.take
		}
	}
	acted, err := b.writes.do(ctx, in)
	switch {
	case err != nil:
		return err
	case in.take != nil:
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
	st, ok, err := b.atOnce(w, at)
	if err != nil {
		return err
	}
	if !ok {
		return errAlone
	}
	var got updated
	if _, err := b.writes.do(ctx, groupWrite{item: w, at: at, statements: []sqlgen.Statement{st}, take: got.take}); err != nil {
		return err
	}
	done, err := got.decide(w, result)
	if err == nil && !done {
		return errAlone
	}
	return err
}

// writeGroup carries out the writes of several callers in one transaction and one round trip. Rows are written in key order, so that no
// two groups wait for each other, and blind writes of one table by one statement.
func (b *Backend) writeGroup(ctx context.Context, group []*writeRequest) {
	items := make([]plan.ItemWrite, len(group))
	for i, r := range group {
		items[i] = *r.in.item
	}
	runs := runsOf(items, keyOrder(items))
	affected, err := b.transact(ctx, group, runs)
	for _, u := range runs {
		for _, place := range u.places {
			r := group[place]
			if r.err = err; err == nil {
				r.out = affected[u.first] > 0
			}
		}
	}
}

// transact runs the statements of a group.
func (b *Backend) transact(ctx context.Context, group []*writeRequest, runs []run) ([]int64, error) {
	var statements []sqlgen.Statement
	var takes []func(row)
	for i := range runs {
		u := &runs[i]
		own := group[u.places[0]].in
		if own.statements == nil {
			u.at = own.at
			c, err := b.changeOf(u)
			if err != nil {
				return nil, err
			}
			own.statements = c.Statements
		}
		u.first = len(statements)
		statements = append(statements, own.statements...)
		takes = append(append(takes, own.take), make([]func(row), len(own.statements)-1)...)
	}
	var affected []int64
	err := with(ctx, b.shared, func(s *session) (err error) {
		affected, err = s.pipeline(ctx, statements, func(i int, r row) {
			if takes[i] != nil {
				takes[i](r)
			}
		})
		return err
	})
	if err != nil && state(err) == "" && lost(err) {
		b.reset()
	}
	return affected, aloneIfUndone(err)
}

// aloneIfUndone is errAlone if nothing of a transaction happened for sure: it was not begun, or a statement of it failed.
func aloneIfUndone(err error) error {
	var refused *pgconn.PgError
	var connect *backends.Error
	if errors.As(err, &refused) && refused.SeverityUnlocalized == "ERROR" || errors.As(err, &connect) || pgconn.SafeToRetry(err) {
		return errAlone
	}
	return err
}
