package postgres

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Write carries a plan out in the cheapest way that keeps its promises.
func (b *Backend) Write(ctx context.Context, p *plan.Write) ([]backends.WriteResult, error) {
	if len(p.Items) == 1 && !p.Atomic && p.CollectionLimit == 0 {
		result, err := b.writeTogether(ctx, &p.Items[0], backends.TimeOf(p))
		if err != errAlone {
			return []backends.WriteResult{result}, classify(ctx, "write", err)
		}
	}
	return b.writeAlone(ctx, p)
}

func (b *Backend) writeAlone(ctx context.Context, p *plan.Write) ([]backends.WriteResult, error) {
	var results []backends.WriteResult
	err := b.do(ctx, "write", writes, func(s *session) (err error) {
		results, err = b.write(ctx, s, p)
		return err
	})
	return results, err
}

func (b *Backend) write(ctx context.Context, s *session, p *plan.Write) ([]backends.WriteResult, error) {
	results := make([]backends.WriteResult, len(p.Items))
	switch {
	case p.CollectionLimit > 0:
		return results, b.limited(ctx, s, p, results)
	case p.Atomic:
		return results, b.locked(ctx, s, p, results)
	case len(p.Items) == 1:
		return results, b.writeOne(ctx, s, &p.Items[0], backends.TimeOf(p), &results[0])
	default:
		return results, b.batch(ctx, s, p, results)
	}
}

func (b *Backend) writeOne(ctx context.Context, s *session, w *plan.ItemWrite, at time.Time, result *backends.WriteResult) error {
	switch w.Kind {
	case plan.Put, plan.Delete:
		return b.change(ctx, s, w, at, result)
	case plan.Update:
		return b.update(ctx, s, w, at, result)
	case plan.Check:
		return b.check(ctx, s, w, result)
	default:
		return fmt.Errorf("write of unknown kind %d", w.Kind)
	}
}

// newVer draws the number of a write. It tells this write from all others of a row: that it is random is enough.
func newVer() int64 { return rand.Int64() }

func stamp(at time.Time) sqlgen.Stamp { return sqlgen.Stamp{Ver: newVer(), At: at} }

// check looks whether a condition holds.
func (b *Backend) check(ctx context.Context, s *session, w *plan.ItemWrite, result *backends.WriteResult) error {
	old, err := b.read(ctx, s, w)
	if err != nil {
		return err
	}
	result.ConditionFailed = !old.hit
	old.report(w, result)
	return nil
}

// stale is the error of a plan whose table has changed.
func stale(op string) error {
	return &backends.Error{Code: backends.CodeStale, Op: op}
}

// current asks whether the table still has the plan's version, after a statement wrote nothing.
func (b *Backend) current(ctx context.Context, s *session, w *plan.ItemWrite) error {
	st := b.gen.Version(w.Table)
	version := int64(0)
	if _, err := s.one(ctx, &st, func(r row) { version = r.int(0) }); err != nil {
		return err
	}
	if version != w.Table.Version {
		return stale("write")
	}
	return nil
}
