package traced

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

func (b *backend) CreateTable(ctx context.Context, t *catalog.Table) error {
	return b.call(ctx, "create_table", t.Name).end(b.Backend.CreateTable(ctx, t))
}

func (b *backend) Table(ctx context.Context, name string) (*catalog.Table, error) {
	c := b.call(ctx, "table", "")
	t, err := b.Backend.Table(ctx, name)
	return t, c.end(err)
}

func (b *backend) UpdateTable(ctx context.Context, t *catalog.Table) error {
	return b.call(ctx, "update_table", t.Name).end(b.Backend.UpdateTable(ctx, t))
}

func (b *backend) DropTable(ctx context.Context, t *catalog.Table) error {
	return b.call(ctx, "drop_table", t.Name).end(b.Backend.DropTable(ctx, t))
}

func (b *backend) ListTables(ctx context.Context, after string, limit int) ([]string, error) {
	c := b.call(ctx, "list_tables", "")
	names, err := b.Backend.ListTables(ctx, after, limit)
	return names, c.end(err)
}

func (b *backend) ListExpiring(ctx context.Context) ([]string, error) {
	c := b.call(ctx, "list_expiring", "")
	names, err := b.Backend.ListExpiring(ctx)
	return names, c.end(err)
}

func (b *backend) Stats(ctx context.Context, t *catalog.Table) (catalog.Stats, error) {
	c := b.call(ctx, "stats", t.Name)
	stats, err := b.Backend.Stats(ctx, t)
	return stats, c.end(err)
}

var _ backends.Catalog = (*backend)(nil)
