package sqlite

import (
	"context"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// CollectionSize sums up an item collection by the keys of the table and its local indexes.
func (b *backend) CollectionSize(ctx context.Context, t *catalog.Table, token attr.Token) (size int64, err error) {
	err = b.readBeside(ctx, "collection size", func(c *conn) (err error) {
		if !b.versions.known(t) {
			return stale("collection size")
		}
		size, err = b.collectionSize(c, t, token)
		return err
	})
	if err == nil {
		err = b.stillKnown("collection size", t)
	}
	if err != nil {
		return 0, b.orStale(ctx, "collection size", err, func() bool { return b.versions.known(t) })
	}
	return size, nil
}

func (b *backend) collectionSize(c *conn, t *catalog.Table, token attr.Token) (size int64, err error) {
	st := b.gen.CollectionSize(t, token)
	err = c.rows(&st, func(s *engine.Stmt) (bool, error) {
		size = s.ColumnInt64(0)
		return true, nil
	})
	return size, err
}

// overfills says whether a plan, which was carried out in the open transaction, makes an item collection too large.
func (b *backend) overfills(c *conn, p *plan.Write, results []backends.WriteResult) (over bool, err error) {
	if p.CollectionLimit == 0 {
		return false, nil
	}
	grown, err := backends.Grown(p, results)
	if err != nil {
		return false, err
	}
	for _, g := range grown {
		size, err := b.collectionSize(c, g.Table, g.Token)
		if err != nil {
			return false, err
		}
		if size > p.CollectionLimit {
			over = true
			results[g.Place].Refusal = &backends.Refusal{Code: backends.RefusedCollectionSize}
		}
	}
	return over, nil
}
