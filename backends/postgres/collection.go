package postgres

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// CollectionSize sums up an item collection by the keys of the table and its local indexes.
func (b *Backend) CollectionSize(ctx context.Context, t *catalog.Table, token attr.Token) (size int64, err error) {
	st := b.gen.CollectionSize(t, token)
	err = b.do(ctx, "collection size", reads, func(s *session) error {
		_, err := s.one(ctx, &st, func(r row) { size = r.int(0) })
		return err
	})
	return size, err
}

// limited carries out a plan with a limit for item collections, each item by itself unless the plan is atomic.
func (b *Backend) limited(ctx context.Context, s *session, p *plan.Write, results []backends.WriteResult) error {
	if p.Atomic {
		return b.locked(ctx, s, p, results)
	}
	for i := range p.Items {
		if err := b.locked(ctx, s, backends.Single(p, i), results[i:i+1]); err != nil {
			return err
		}
	}
	return nil
}

// overfills runs the statements of a plan in its open transaction, and says whether they make an item collection too large. It looks
// at a collection while no other transaction can do the same, so that two of them cannot pass the limit together.
func (b *Backend) overfills(ctx context.Context, s *session, p *plan.Write, statements []sqlgen.Statement, results []backends.WriteResult) (bool, error) {
	grown, err := backends.Grown(p, results)
	if err != nil {
		return false, err
	}
	first := len(statements)
	for _, c := range grown {
		statements = append(statements, b.gen.LockCollection(c.Table, c.Token), b.gen.CollectionSize(c.Table, c.Token))
	}
	over := false
	_, err = s.pipeline(ctx, statements, func(n int, r row) {
		if n < first || (n-first)%2 == 0 || r.int(0) <= p.CollectionLimit {
			return
		}
		over = true
		results[grown[(n-first)/2].Place].Refusal = &backends.Refusal{Code: backends.RefusedCollectionSize}
	})
	return over, err
}
