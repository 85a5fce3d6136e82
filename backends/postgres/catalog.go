package postgres

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// CreateTable stores the definition and makes the SQL tables in one transaction. Of several servers that create one name at the same
// time, the others wait for the first one's end, and then find the name taken or go on.
func (b *Backend) CreateTable(ctx context.Context, t *catalog.Table) error {
	var made catalog.Table
	err := b.transaction(ctx, "create table", func(s *session) error {
		opened, err := b.openStream(ctx, s, t)
		if err != nil {
			return err
		}
		definition, err := backends.EncodeDefinition(opened)
		if err != nil {
			return err
		}
		made = *opened
		made.Version = 1
		st := b.gen.InsertDefinition(made.Name, made.Version, definition)
		n, err := s.one(ctx, &st, func(r row) { made.ID = r.int(0) })
		if err != nil {
			return err
		}
		if n == 0 {
			return &backends.Error{Code: backends.CodeTableExists, Op: "create table"}
		}
		if err := s.runAll(ctx, b.gen.CreateTable(&made)); err != nil {
			return err
		}
		return s.oneByOne(ctx, b.gen.TableJob(nil, &made))
	})
	if err == nil {
		t.ID, t.Version, t.Stream = made.ID, made.Version, made.Stream
	}
	return err
}

// transaction runs fn in a transaction that waits for locks as long as it takes: definitions wait for all that use a table.
func (b *Backend) transaction(ctx context.Context, op string, fn func(s *session) error) error {
	atLeisure := forTransaction(waitLong.Name, append([]setting{anyWait}, b.leisure()...)...)
	return b.do(ctx, op, writes, func(s *session) error {
		s.unhurried.Store(true)
		defer s.unhurried.Store(false)
		if _, err := s.one(ctx, &sqlgen.Begin, nil); err != nil {
			return err
		}
		_, err := s.one(ctx, &atLeisure, nil)
		if err == nil {
			err = fn(s)
		}
		if err == nil {
			_, err = s.one(ctx, &sqlgen.Commit, nil)
		}
		return s.rollback(ctx, err)
	})
}

// leisure lets the statements of a transaction take far longer than others; it is nothing where all may take as long as they do.
func (b *Backend) leisure() []setting {
	if b.opts.StatementTimeout <= 0 {
		return nil
	}
	return []setting{{"statement_timeout", milliseconds(unhurried * b.opts.StatementTimeout)}}
}

// runAll runs definitions, which are not worth preparing, one after the other.
func (s *session) runAll(ctx context.Context, statements []sqlgen.Statement) error {
	for i := range statements {
		if err := s.define(ctx, &statements[i]); err != nil {
			return err
		}
	}
	return nil
}

// oneByOne runs statements one after the other.
func (s *session) oneByOne(ctx context.Context, statements []sqlgen.Statement) error {
	for i := range statements {
		if _, err := s.one(ctx, &statements[i], nil); err != nil {
			return err
		}
	}
	return nil
}

// Table reads a definition by name.
func (b *Backend) Table(ctx context.Context, name string) (*catalog.Table, error) {
	var t *catalog.Table
	err := b.do(ctx, "table", reads, func(s *session) error {
		st := b.gen.Definition(name)
		found, err := s.definitions(ctx, &st)
		if err == nil && len(found) == 0 {
			return noTable("table")
		}
		if err == nil {
			t = found[0]
		}
		return err
	})
	return t, err
}

// definitions runs a statement that reads definitions.
func (s *session) definitions(ctx context.Context, st *sqlgen.Statement) ([]*catalog.Table, error) {
	var found []*catalog.Table
	var broken error
	_, err := s.one(ctx, st, func(r row) {
		t, err := backends.DecodeDefinition(r.int(0), r.int(1), r.text(2))
		if err != nil {
			broken = err
		}
		found = append(found, t)
	})
	if err == nil {
		err = broken
	}
	return found, err
}

func noTable(op string) error { return &backends.Error{Code: backends.CodeNoTable, Op: op} }

// DropTable removes the definition and the SQL tables in one transaction. Statements that run on them are waited for; later ones
// find no table, and their plans are stale.
func (b *Backend) DropTable(ctx context.Context, t *catalog.Table) error {
	if err := b.placeBeforehand(ctx, t); err != nil {
		return err
	}
	return b.transaction(ctx, "drop table", func(s *session) error {
		st := b.gen.DeleteDefinition(t)
		deleted, err := s.definitions(ctx, &st)
		if err != nil {
			return err
		}
		if len(deleted) == 0 {
			return noTable("drop table")
		}
		if err := s.runAll(ctx, b.gen.DropTable(deleted[0])); err != nil {
			return err
		}
		if err := s.oneByOne(ctx, b.gen.TableJob(deleted[0], nil)); err != nil || !deleted[0].Recorded() {
			return err
		}
		return b.closeStream(ctx, s, deleted[0].Stream.ID)
	})
}

// ListTables gives names in byte order.
func (b *Backend) ListTables(ctx context.Context, after string, limit int) ([]string, error) {
	return b.names(ctx, "list tables", b.gen.ListTables(after, limit))
}

// ListExpiring gives names in byte order.
func (b *Backend) ListExpiring(ctx context.Context) ([]string, error) {
	return b.names(ctx, "list expiring", b.gen.ListExpiring())
}

// names runs a statement that reads names of tables.
func (b *Backend) names(ctx context.Context, op string, st sqlgen.Statement) ([]string, error) {
	var names []string
	err := b.do(ctx, op, reads, func(s *session) error {
		names = nil
		_, err := s.one(ctx, &st, func(r row) { names = append(names, r.text(0)) })
		return err
	})
	return names, err
}

// Stats counts the rows of a table and its indexes.
func (b *Backend) Stats(ctx context.Context, t *catalog.Table) (catalog.Stats, error) {
	var stats catalog.Stats
	err := b.do(ctx, "stats", reads, func(s *session) error {
		indexes := t.SecondaryIndexes()
		stats = catalog.Stats{Indexes: make(map[int32]catalog.IndexStats, len(indexes))}
		s.unhurried.Store(true)
		defer s.unhurried.Store(false)
		var statements []sqlgen.Statement
		if own := b.leisure(); own != nil {
			statements = append(statements, forTransaction("set_statement_timeout", own...))
		}
		first := len(statements)
		statements = append(statements, b.gen.ItemStats(t))
		for _, x := range indexes {
			statements = append(statements, b.gen.IndexStats(t, x))
		}
		_, err := s.pipeline(ctx, statements, func(i int, r row) {
			switch {
			case i == first:
				stats.Items, stats.Bytes = r.int(0), r.int(1)
			case i > first:
				stats.Indexes[indexes[i-first-1].ID] = catalog.IndexStats{Items: r.int(0), Bytes: r.int(1)}
			}
		})
		return err
	})
	return stats, err
}
