package postgres

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// writeRequest is the Put or Delete of one item by one caller.
type writeRequest = request[*plan.ItemWrite, written]

// written is what the statements of a Put or Delete told.
type written struct {
	wrote bool
	// out is set of changes with images, see sqlgen.Change.
	images bool
	out    outcome
}

// writeTogether carries out a Put or Delete in one transaction with those of other callers. After errAlone nothing has happened.
func (b *Backend) writeTogether(ctx context.Context, w *plan.ItemWrite) (result backends.WriteResult, err error) {
	got, err := b.writes.do(ctx, w)
	switch {
	case err != nil:
		return result, err
	case got.images:
		again, err := got.out.settle(w, &result)
		if again {
			err = errAlone
		}
		return result, err
	case got.wrote:
		return result, b.judge(ctx, nil, w, true, &result)
	default:
		err = b.do(ctx, "write", reads, func(s *session) error { return b.judge(ctx, s, w, false, &result) })
		return result, err
	}
}

// writeGroup carries out the writes of several callers in one transaction and one round trip. Rows are written in key order, so that no
// two groups wait for each other, and blind writes of one table by one statement.
func (b *Backend) writeGroup(ctx context.Context, group []*writeRequest) {
	items := make([]plan.ItemWrite, len(group))
	for i, r := range group {
		items[i] = *r.in
	}
	err := b.transact(ctx, group, runsOf(items, keyOrder(items)))
	for _, r := range group {
		r.err = err
	}
}

// transact runs the statements of a group and fills in what they told.
func (b *Backend) transact(ctx context.Context, group []*writeRequest, runs []run) error {
	statements, err := b.runStatements(runs)
	if err != nil {
		return err
	}
	images := make([]*outcome, len(statements))
	for i := range runs {
		if u := &runs[i]; u.images {
			out := &group[u.places[0]].out
			out.images, images[u.first] = true, &out.out
		}
	}
	var affected []int64
	err = with(ctx, b.shared, func(s *session) (err error) {
		affected, err = s.pipeline(ctx, statements, func(i int, r row) {
			if images[i] != nil {
				images[i].take(r)
			}
		})
		return err
	})
	if err != nil {
		if state(err) == "" && lost(err) {
			b.reset()
		}
		return aloneIfUndone(err)
	}
	for _, u := range runs {
		for _, place := range u.places {
			group[place].out.wrote = affected[u.first] > 0
		}
	}
	return nil
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
