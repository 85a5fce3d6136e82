package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/golang-migrate/migrate/v4"
	"github.com/golang-migrate/migrate/v4/source/iofs"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/migrations"
)

// migrationsTable is where golang-migrate keeps the schema's number.
const migrationsTable = "ddbsql_migrations"

var (
	// schemaVersion reads it: number, and whether a migration broke off.
	schemaVersion = sqlgen.Statement{Name: "schema_version", SQL: "SELECT version, dirty FROM " + migrationsTable}
	// schemaOldest reads the oldest schema that programs must know.
	schemaOldest = sqlgen.Statement{Name: "schema_oldest", SQL: "SELECT max(oldest) FROM ddbsql_compatible"}
)

// migrationTries is how often a migration begins anew because a table that it changes was in use for too long.
const migrationTries = 60

// migrate brings the schema up to date, unless it is newer than we know and we can work with it. Of several servers that start at once one
// does it and the others wait. Servers that run go on meanwhile.
func (b *Backend) migrate(ctx context.Context) error {
	schema, err := b.Schema(ctx)
	switch {
	case err != nil:
		return err
	case schema.Version > migrations.Latest:
		return migrations.Refusal(schema.Version, schema.Oldest)
	case schema.Version == migrations.Latest && !schema.Broken:
		return nil
	case b.opts.KeepSchema && schema.Version > 0:
		return fmt.Errorf("the database has schema %d, this ddbsql needs %d: run ddbsql migrate up", schema.Version, migrations.Latest)
	}
	return b.Migrate(ctx)
}

// Migrate brings the schema up to date. What it does is one transaction: it cannot break off half-way.
func (b *Backend) Migrate(ctx context.Context) error {
	for try := 1; ; try++ {
		err := b.with(ctx, func(s *session) error {
			s.unhurried.Store(true)
			defer s.unhurried.Store(false)
			return s.rollback(ctx, b.migrateOn(ctx, s))
		})
		if err == nil || errors.Is(err, migrate.ErrNoChange) {
			return nil
		}
		if try == migrationTries || !waited(err) || !pause(ctx, try) {
			return fmt.Errorf("migrate: %w", err)
		}
	}
}

func (b *Backend) migrateOn(ctx context.Context, s *session) error {
	files, err := iofs.New(migrations.Files, "postgres")
	if err != nil {
		return err
	}
	m, err := migrate.NewWithInstance("files", files, "postgres", &migrationDriver{ctx: ctx, s: s, leisure: b.leisure()})
	if err != nil {
		return err
	}
	m.LockTimeout = migrationPatience
	return m.Up()
}

// Schema gives the numbers of the database's schema.
func (b *Backend) Schema(ctx context.Context) (schema backends.Schema, err error) {
	err = b.with(ctx, func(s *session) error {
		_, err := s.one(ctx, &schemaVersion, func(r row) { schema.Version, schema.Broken = r.int(0), r.bool(1) })
		if state(err) == stateUndefinedTable {
			return nil // a new database
		}
		if err == nil && schema.Version >= migrations.KnowsOldest {
			_, err = s.one(ctx, &schemaOldest, func(r row) { schema.Oldest = r.int(0) })
		}
		return err
	})
	return schema, classify(ctx, "schema", err)
}
