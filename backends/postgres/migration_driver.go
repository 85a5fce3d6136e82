package postgres

import (
	"context"
	"errors"
	"io"
	"strconv"
	"time"

	"github.com/golang-migrate/migrate/v4/database"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

// migrationPatience is how long a server waits for another one that migrates.
const migrationPatience = 30 * time.Minute

// migrationWait is how long a migration waits for a table that others use: everybody else waits behind it. Then it begins anew.
var migrationWait = setting{"lock_timeout", "500ms"}

// migrationDriver lets golang-migrate do all of its work in one transaction on a session of ours. Its own driver keeps a lock on its
// connection between transactions, which a pooler would give to others.
type migrationDriver struct {
	ctx     context.Context
	s       *session
	leisure []setting
}

func (d *migrationDriver) Open(string) (database.Driver, error) { return d, nil }
func (d *migrationDriver) Close() error                         { return nil }

// Lock begins the transaction. It waits for other servers that migrate, also for those whose golang-migrate takes its lock itself: it is
// the same one.
func (d *migrationDriver) Lock() error {
	names, err := d.names()
	if err != nil {
		return err
	}
	id, err := database.GenerateAdvisoryLockId(names[0], names[1], migrationsTable)
	if err != nil {
		return err
	}
	for _, st := range []sqlgen.Statement{
		sqlgen.Begin,
		forTransaction(waitLong.Name, append([]setting{anyWait}, d.leisure...)...),
		{Name: "lock_migrations", SQL: "SELECT pg_advisory_xact_lock(" + id + ")"},
		{Name: "create_migrations", SQL: "CREATE TABLE IF NOT EXISTS " + migrationsTable + " (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)"},
		forTransaction(waitLong.Name, migrationWait),
	} {
		if _, err := d.s.one(d.ctx, &st, nil); err != nil {
			return err
		}
	}
	return nil
}

// names gives those of the database and the schema.
func (d *migrationDriver) names() (names [2]string, err error) {
	st := sqlgen.Statement{Name: "current_schema", SQL: "SELECT current_database()::text, current_schema()::text"}
	_, err = d.s.one(d.ctx, &st, func(r row) { names[0], names[1] = r.text(0), r.text(1) })
	if err == nil && names[1] == "" {
		err = errors.New("the search_path has no schema that is there")
	}
	return names, err
}

// Unlock commits; a transaction in which a statement failed is rolled back.
func (d *migrationDriver) Unlock() error {
	_, err := d.s.one(d.ctx, &sqlgen.Commit, nil)
	return err
}

// Run carries out a file.
func (d *migrationDriver) Run(migration io.Reader) error {
	text, err := io.ReadAll(migration)
	if err != nil {
		return err
	}
	_, err = d.s.pg.Exec(d.ctx, string(text)).ReadAll()
	return err
}

// SetVersion notes the number. Nobody who reads it waits for that.
func (d *migrationDriver) SetVersion(version int, dirty bool) error {
	_, err := d.s.pg.Exec(d.ctx, "DELETE FROM "+migrationsTable+"; INSERT INTO "+migrationsTable+
		" (version, dirty) VALUES ("+strconv.Itoa(version)+", "+strconv.FormatBool(dirty)+")").ReadAll()
	return err
}

// Version is database.NilVersion before the first migration.
func (d *migrationDriver) Version() (version int, dirty bool, err error) {
	version = database.NilVersion
	_, err = d.s.one(d.ctx, &schemaVersion, func(r row) { version, dirty = int(r.int(0)), r.bool(1) })
	return version, dirty, err
}

func (d *migrationDriver) Drop() error { return errors.New("refusing to drop the catalog") }
