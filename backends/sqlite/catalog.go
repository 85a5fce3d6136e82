package sqlite

import (
	"context"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// CreateTable stores the definition and makes the table's SQL tables.
func (b *backend) CreateTable(ctx context.Context, t *catalog.Table) error {
	var made catalog.Table
	create := func(c *conn) error {
		find := b.gen.Definition(t.Name)
		taken, err := c.definition(&find)
		if err != nil {
			return err
		}
		if taken != nil {
			return &backends.Error{Code: backends.CodeTableExists, Op: "create table"}
		}
		opened, err := b.openStream(c, t)
		if err != nil {
			return err
		}
		definition, err := backends.EncodeDefinition(opened)
		if err != nil {
			return err
		}
		made = *opened
		made.ID, made.Version = 0, 1
		st := b.gen.InsertDefinition(made.Name, made.Version, definition)
		err = c.rows(&st, func(s *engine.Stmt) (bool, error) {
			made.ID = s.ColumnInt64(0)
			return false, nil
		})
		if err != nil {
			return err
		}
		return c.execAll(append(b.gen.CreateTable(&made), b.gen.TableJob(nil, &made)...))
	}
	err := b.exec.change(ctx, "create table", create, func() { b.versions.set(made.ID, made.Version) })
	if err != nil {
		return err
	}
	t.ID, t.Version, t.Stream = made.ID, made.Version, made.Stream
	return nil
}

// execAll runs statements that give no rows.
func (c *conn) execAll(statements []sqlgen.Statement) error {
	for i := range statements {
		if _, err := c.exec(&statements[i]); err != nil {
			return err
		}
	}
	return nil
}

// Table reads the definition of that name.
func (b *backend) Table(ctx context.Context, name string) (*catalog.Table, error) {
	var t *catalog.Table
	err := b.exec.read(ctx, "table", func(c *conn) (err error) {
		st := b.gen.Definition(name)
		t, err = c.definition(&st)
		return err
	})
	if err != nil {
		return nil, err
	}
	if t == nil {
		return nil, &backends.Error{Code: backends.CodeNoTable, Op: "table"}
	}
	return t, nil
}

// definition runs a statement that gives one definition or none; nil for none.
func (c *conn) definition(st *sqlgen.Statement) (t *catalog.Table, err error) {
	err = c.rows(st, func(s *engine.Stmt) (stop bool, err error) {
		t, err = readDefinition(s)
		return false, err
	})
	return t, err
}

// readDefinition reads a row of id, version and definition.
func readDefinition(s *engine.Stmt) (*catalog.Table, error) {
	return backends.DecodeDefinition(s.ColumnInt64(0), s.ColumnInt64(1), s.ColumnText(2))
}

// DropTable removes the definition and the SQL tables, or leaves the rows of large ones to jobs.
func (b *backend) DropTable(ctx context.Context, t *catalog.Table) error {
	drop := func(c *conn) error {
		st := b.gen.DeleteDefinition(t)
		deleted, err := c.definition(&st)
		if err != nil {
			return err
		}
		if deleted == nil {
			return &backends.Error{Code: backends.CodeNoTable, Op: "drop table"}
		}
		err = c.execAll(append(b.gen.TableJob(deleted, nil), b.gen.DropView(deleted)))
		if err == nil {
			err = b.discard(c, sqlgen.Tables(deleted))
		}
		if err != nil || !deleted.Recorded() {
			return err
		}
		return b.closeStream(c, deleted.Stream.ID)
	}
	if err := b.placeBeforehand(ctx, t.Stream); err != nil {
		return err
	}
	return b.exec.change(ctx, "drop table", drop, func() { b.versions.remove(t.ID) })
}

// ListTables gives names in byte order.
func (b *backend) ListTables(ctx context.Context, after string, limit int) ([]string, error) {
	return b.names(ctx, "list tables", b.gen.ListTables(after, limit))
}

// ListExpiring gives names in byte order.
func (b *backend) ListExpiring(ctx context.Context) ([]string, error) {
	return b.names(ctx, "list expiring", b.gen.ListExpiring())
}

// names runs a statement that reads names of tables.
func (b *backend) names(ctx context.Context, op string, st sqlgen.Statement) ([]string, error) {
	var names []string
	err := b.exec.read(ctx, op, func(c *conn) error {
		return c.rows(&st, func(s *engine.Stmt) (bool, error) {
			names = append(names, s.ColumnText(0))
			return false, nil
		})
	})
	if err != nil {
		return nil, err
	}
	return names, nil
}

// Stats counts by reading through the table and its indexes.
func (b *backend) Stats(ctx context.Context, t *catalog.Table) (catalog.Stats, error) {
	stats := catalog.Stats{Indexes: map[int32]catalog.IndexStats{}}
	err := b.readBeside(ctx, "stats", func(c *conn) (err error) {
		if !b.versions.known(t) {
			return stale("stats")
		}
		if stats.Items, stats.Bytes, err = c.sums(b.gen.ItemStats(t)); err != nil {
			return err
		}
		for _, x := range t.SecondaryIndexes() {
			items, bytes, err := c.sums(b.gen.IndexStats(t, x))
			if err != nil {
				return err
			}
			stats.Indexes[x.ID] = catalog.IndexStats{Items: items, Bytes: bytes}
		}
		return nil
	})
	if err == nil {
		err = b.stillKnown("stats", t)
	}
	if err != nil {
		return catalog.Stats{}, b.orStale(ctx, "stats", err, func() bool { return b.versions.known(t) })
	}
	return stats, nil
}

// sums reads a row of a count and a sum.
func (c *conn) sums(st sqlgen.Statement) (count, sum int64, err error) {
	err = c.rows(&st, func(s *engine.Stmt) (bool, error) {
		count, sum = s.ColumnInt64(0), s.ColumnInt64(1)
		return true, nil
	})
	return count, sum, err
}
