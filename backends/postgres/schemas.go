package postgres

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

var _ backends.Schemas = (*Backend)(nil)

// ListSchemas lists schemas with their comments.
func (b *Backend) ListSchemas(ctx context.Context, prefix string) ([]backends.NamedSchema, error) {
	st := sqlgen.Statement{Name: "list_schemas", SQL: "SELECT nspname::text, COALESCE(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace " +
		"WHERE starts_with(nspname::text, " + sqlgen.Literal(prefix) + ") ORDER BY 1"}
	var found []backends.NamedSchema
	err := b.do(ctx, "list schemas", reads, func(s *session) error {
		found = nil
		return s.fetch(ctx, &st, func(r row) { found = append(found, backends.NamedSchema{Name: r.text(0), Note: r.text(1)}) })
	})
	return found, err
}

// NoteSchema writes a comment.
func (b *Backend) NoteSchema(ctx context.Context, name, note string) error {
	return b.definition(ctx, "note schema", "COMMENT ON SCHEMA "+quoted(name)+" IS "+sqlgen.Literal(note))
}

// DropSchema waits for all who use the schema.
func (b *Backend) DropSchema(ctx context.Context, name string) error {
	return b.definition(ctx, "drop schema", "DROP SCHEMA IF EXISTS "+quoted(name)+" CASCADE")
}

func (b *Backend) definition(ctx context.Context, op, sql string) error {
	return b.transaction(ctx, op, func(s *session) error { return s.define(ctx, &sqlgen.Statement{Name: "define_schema", SQL: sql}) })
}

// HasTable looks into the schema's catalog, if there is one.
func (b *Backend) HasTable(ctx context.Context, schema, table string) (found bool, err error) {
	st := sqlgen.Statement{Name: "has_table", SQL: "SELECT 1 FROM " + quoted(schema) + "." + sqlgen.CatalogTable + " WHERE name = " + sqlgen.Literal(table)}
	err = b.do(ctx, "has table", reads, func(s *session) error {
		err := s.fetch(ctx, &st, func(row) { found = true })
		if state(err) == stateUndefinedTable {
			return nil
		}
		return err
	})
	return found, err
}
