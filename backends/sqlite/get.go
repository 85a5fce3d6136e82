package sqlite

import (
	"context"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Get reads items by key, all of them in one go of the executor and so from one state.
func (b *backend) Get(ctx context.Context, p *plan.Get) ([]backends.Row, error) {
	rows := make([]backends.Row, len(p.Reads))
	err := b.exec.read(ctx, "get", func(c *conn) error {
		for i := range p.Reads {
			r := &p.Reads[i]
			if !b.versions.known(r.Table) {
				return stale("get")
			}
			var err error
			if rows[i], err = b.row(c, r.Table, r.Key); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return rows, nil
}

// row reads one item; without Doc when there is none.
func (b *backend) row(c *conn, t *catalog.Table, k catalog.Key) (row backends.Row, err error) {
	st := b.gen.GetItem(t, k)
	err = c.rows(&st, func(s *engine.Stmt) (bool, error) {
		row.Size = s.ColumnInt(0)
		row.Doc, err = c.document(s, 1)
		return true, err
	})
	return row, err
}
