package sqlite

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	gomigrate "github.com/golang-migrate/migrate/v4"
	"github.com/golang-migrate/migrate/v4/database"
	"github.com/golang-migrate/migrate/v4/source/iofs"
	engine "zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/migrations"
)

// migrate brings the catalog's schema to the newest version, unless an older one is to be kept. A file that has it already costs one look.
func migrate(c *conn, log *slog.Logger, keep bool) error {
	driver := &migrationDriver{c}
	version, dirty, err := driver.Version()
	switch {
	case err != nil:
		return err
	case version > migrations.Latest:
		oldest, err := driver.oldest()
		if err != nil {
			return err
		}
		return migrations.Refusal(int64(version), oldest)
	case version == migrations.Latest && !dirty:
		return nil
	case keep && version != database.NilVersion:
		return fmt.Errorf("the database has schema %d, this ddbsql needs %d: run ddbsql migrate up", version, migrations.Latest)
	case version == database.NilVersion:
		err = driver.make()
	default:
		err = driver.upgrade()
	}
	if err != nil {
		return fmt.Errorf("migrate the schema: %w", err)
	}
	log.Info("schema migrated", "from", max(version, 0), "to", migrations.Latest)
	return nil
}

// upgrade runs the migrations that a database lacks, one after the other.
func (d *migrationDriver) upgrade() error {
	files, err := iofs.New(migrations.Files, "sqlite")
	if err != nil {
		return err
	}
	m, err := gomigrate.NewWithInstance("files", files, "sqlite", d)
	if err != nil {
		return err
	}
	if err := m.Up(); !errors.Is(err, gomigrate.ErrNoChange) {
		return err
	}
	return nil
}

// make gives a new database the newest schema in one go. Migration after migration took a third of the start of a server in memory.
func (d *migrationDriver) make() (err error) {
	defer sqlitex.Save(d.c.db)(&err)
	schema, err := migrations.Schema("sqlite")
	if err != nil {
		return err
	}
	if err := d.Run(strings.NewReader(schema)); err != nil {
		return err
	}
	return d.SetVersion(migrations.Latest, false)
}

// migrationDriver lets golang-migrate work on our own connection, which is the only way to reach a database in memory. The
// server's lock on the file stands for its lock.
type migrationDriver struct{ c *conn }

const (
	createVersions = "CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER NOT NULL, dirty INTEGER NOT NULL)"
	findVersions   = "SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'"
	readVersion    = "SELECT version, dirty FROM schema_migrations"
	readOldest     = "SELECT max(oldest) FROM ddbsql_compatible"
	writeVersion   = "INSERT INTO schema_migrations (version, dirty) VALUES (?1, ?2)"
)

func (d *migrationDriver) Open(string) (database.Driver, error) { return d, nil }
func (d *migrationDriver) Close() error                         { return nil }
func (d *migrationDriver) Lock() error                          { return nil }
func (d *migrationDriver) Unlock() error                        { return nil }

// Run carries out a file, all of it or nothing.
func (d *migrationDriver) Run(migration io.Reader) error {
	text, err := io.ReadAll(migration)
	if err != nil {
		return err
	}
	if err := sqlitex.ExecuteScript(d.c.db, string(text), nil); err != nil {
		return database.Error{OrigErr: err, Err: "migration failed", Query: text}
	}
	return nil
}

func (d *migrationDriver) SetVersion(version int, dirty bool) (err error) {
	defer sqlitex.Save(d.c.db)(&err)
	if err := d.c.script(createVersions, "DELETE FROM schema_migrations"); err != nil {
		return err
	}
	if version < 0 && !dirty {
		return nil
	}
	flag := int64(0)
	if dirty {
		flag = 1
	}
	_, err = d.c.exec(&sqlgen.Statement{Name: "set_schema_version", SQL: writeVersion, Args: []any{int64(version), flag}})
	return err
}

// Version is database.NilVersion before the first migration.
func (d *migrationDriver) Version() (version int, dirty bool, err error) {
	version = database.NilVersion
	found := false
	err = d.c.rows(&sqlgen.Statement{Name: "find_schema_version", SQL: findVersions}, func(*engine.Stmt) (bool, error) {
		found = true
		return true, nil
	})
	if err != nil || !found {
		return version, false, err
	}
	err = d.c.rows(&sqlgen.Statement{Name: "get_schema_version", SQL: readVersion}, func(s *engine.Stmt) (bool, error) {
		version, dirty = s.ColumnInt(0), s.ColumnBool(1)
		return true, nil
	})
	return version, dirty, err
}

// oldest is the oldest schema that programs must know to work with the database.
func (d *migrationDriver) oldest() (oldest int64, err error) {
	err = d.c.rows(&sqlgen.Statement{Name: "get_schema_oldest", SQL: readOldest}, func(s *engine.Stmt) (bool, error) {
		oldest = s.ColumnInt64(0)
		return true, nil
	})
	return oldest, err
}

func (d *migrationDriver) Drop() error { return errors.New("refusing to drop the catalog") }
