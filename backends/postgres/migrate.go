package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/golang-migrate/migrate/v4"
	pgxmigrate "github.com/golang-migrate/migrate/v4/database/pgx/v5"
	"github.com/golang-migrate/migrate/v4/source/iofs"
	"github.com/jackc/pgx/v5/stdlib"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/migrations"
)

// migrationsTable is where golang-migrate keeps the schema's number.
const migrationsTable = "ddbsql_migrations"

// schemaVersion reads it: number, and whether a migration broke off.
var schemaVersion = sqlgen.Statement{Name: "schema_version", SQL: "SELECT version, dirty FROM " + migrationsTable}

// migrate brings the schema up to date. golang-migrate holds an advisory lock meanwhile, so that of several servers that start at
// once one does it and the others wait.
func (b *Backend) migrate(ctx context.Context) error {
	switch version, settled, err := b.schema(ctx); {
	case err != nil:
		return err
	case version > migrations.Latest:
		return fmt.Errorf("the database has schema %d, this ddbsql knows only %d: a newer ddbsql has written it", version, migrations.Latest)
	case version == migrations.Latest && settled:
		return nil
	}
	files, err := iofs.New(migrations.Files, "postgres")
	if err != nil {
		return err
	}
	// Not from the pool, whose connections do not wait for long: the other servers wait for the lock until all is done.
	db := stdlib.OpenDB(*b.pool.Config().ConnConfig)
	defer db.Close()
	driver, err := pgxmigrate.WithInstance(db, &pgxmigrate.Config{MigrationsTable: migrationsTable})
	if err != nil {
		return fmt.Errorf("prepare migration: %w", err)
	}
	m, err := migrate.NewWithInstance("files", files, "postgres", driver)
	if err != nil {
		return fmt.Errorf("prepare migration: %w", err)
	}
	defer m.Close()
	if err := m.Up(); err != nil && !errors.Is(err, migrate.ErrNoChange) {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// schema gives the number of the database's schema, 0 for a new database. While a migration runs, or where one broke off, the
// number is not settled: golang-migrate waits for the one and refuses the other.
func (b *Backend) schema(ctx context.Context) (version int64, settled bool, err error) {
	err = b.with(ctx, func(s *session) error {
		_, err := s.one(ctx, &schemaVersion, func(r row) { version, settled = r.int(0), !r.bool(1) })
		return err
	})
	if state(err) == stateUndefinedTable {
		return 0, false, nil
	}
	return version, settled, classify(ctx, "schema", err)
}
