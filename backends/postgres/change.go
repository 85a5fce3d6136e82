package postgres

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// outcome is what the first statement of a sqlgen.Change told.
type outcome struct {
	told             bool
	current, written bool
	old              image
}

// change carries out a Put or Delete in one round trip. It runs again when another writer made the item between its two looks.
func (b *Backend) change(ctx context.Context, s *session, w *plan.ItemWrite, at time.Time, result *backends.WriteResult) error {
	for {
		c, err := b.gen.Change(w, stamp(at))
		if err != nil {
			return err
		}
		var out outcome
		n, err := s.changeOnce(ctx, &c, &out)
		if err != nil {
			return err
		}
		if !c.Images {
			return b.judge(ctx, s, w, n > 0, result)
		}
		again, err := out.settle(w, result)
		if err != nil || !again {
			return err
		}
	}
}

// changeOnce runs the statements; without images it gives the rows written.
func (s *session) changeOnce(ctx context.Context, c *sqlgen.Change, out *outcome) (int64, error) {
	take := func(i int, r row) {
		if i == 0 && c.Images {
			out.take(r)
		}
	}
	if len(c.Statements) == 1 {
		return s.one(ctx, &c.Statements[0], func(r row) { take(0, r) })
	}
	affected, err := s.pipeline(ctx, c.Statements, take)
	if err != nil {
		return 0, err
	}
	return affected[0], nil
}

// take reads the row that tells the outcome.
func (o *outcome) take(r row) {
	o.told, o.current, o.written = true, r.bool(0), r.bool(4)
	o.old = image{exists: !r.null(1), size: int(r.int(1)), doc: r.doc(2), hit: r.bool(3)}
}

// judge decides what it means that a change without images did not write.
func (b *Backend) judge(ctx context.Context, s *session, w *plan.ItemWrite, written bool, result *backends.WriteResult) error {
	if !written {
		if err := b.current(ctx, s, w); err != nil {
			return err
		}
		if w.Kind == plan.Put && w.Condition == nil { // what must write always, and did not, is never acknowledged
			return stale("write")
		}
		result.ConditionFailed = w.Condition != nil
	}
	if !result.ConditionFailed && w.Kind == plan.Put {
		reportNew(w, w.Item, result)
	}
	return nil
}

// settle fills in the result of a change with images, or says that it must run again.
func (o *outcome) settle(w *plan.ItemWrite, result *backends.WriteResult) (again bool, err error) {
	if !o.current {
		return false, stale("write")
	}
	if !o.old.exists {
		o.old.hit = w.Condition == nil || w.HoldsOnMissing
	}
	result.ConditionFailed = !o.old.hit
	if o.old.hit && !o.written && (w.Kind == plan.Put || o.old.exists) {
		return true, nil
	}
	o.old.report(w, result)
	if w.Kind == plan.Put && !result.ConditionFailed {
		reportNew(w, w.Item, result)
	}
	return false, nil
}
