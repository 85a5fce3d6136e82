package sqlite

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/migrations"
)

// migrator is a file whose schema is looked at. It is locked as a server locks it.
type migrator struct {
	c    *conn
	lock *lock
	opts backends.Options
}

// openMigrator opens sqlite:PATH, which has to be a file.
func openMigrator(_ context.Context, url string, opts backends.Options) (_ backends.Migrator, err error) {
	db := &location{path: strings.TrimPrefix(url, "sqlite:"), opts: opts}
	if db.inMemory() {
		return nil, fmt.Errorf("%s has no schema before it is served", url)
	}
	if err := refuseForeign(db.path); err != nil {
		return nil, err
	}
	m := &migrator{opts: opts}
	if m.lock, err = acquireLock(db.path); err != nil {
		return nil, err
	}
	if m.c, err = db.connect(writing); err != nil {
		return nil, errors.Join(err, m.lock.release())
	}
	return m, nil
}

// Schema gives the numbers of the schema.
func (m *migrator) Schema(context.Context) (schema backends.Schema, err error) {
	driver := &migrationDriver{m.c}
	version, broken, err := driver.Version()
	schema.Version, schema.Broken = int64(max(version, 0)), broken
	if err == nil && version >= migrations.KnowsOldest {
		schema.Oldest, err = driver.oldest()
	}
	return schema, err
}

// Migrate brings the schema up to date.
func (m *migrator) Migrate(context.Context) error { return migrate(m.c, m.opts.Logger, false) }

func (m *migrator) Close() error { return errors.Join(m.c.close(), m.lock.release()) }
