package sqlite

import (
	"errors"
	"fmt"
	"os"

	engine "zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// findOwner tells whether there are tables, and whether some are ours. Migrations make theirs first.
const findOwner = `SELECT count(*), coalesce(max(name = 'ddbsql_tables'), 0) FROM sqlite_schema
WHERE type = 'table' AND name NOT IN ('schema_migrations', 'sqlite_sequence')`

// refuseForeign refuses a database file in which another program keeps its tables: opening it as ours would change it. It reads only, so that
// not even the file's header is touched.
func refuseForeign(path string) (err error) {
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		return nil // a new file, or one that opening will say more of
	}
	db, err := engine.OpenConn(path, engine.OpenReadOnly)
	if err != nil {
		return fmt.Errorf("look into %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetBusyTimeout(busyTimeout)
	foreign := false
	err = sqlitex.ExecuteTransient(db, findOwner, &sqlitex.ExecOptions{ResultFunc: func(s *engine.Stmt) error {
		foreign = s.ColumnInt(0) > 0 && !s.ColumnBool(1)
		return nil
	}})
	switch {
	case err != nil:
		return fmt.Errorf("look into %s: %w", path, err)
	case foreign:
		return fmt.Errorf("%s is a database of another program; it was left as it is", path)
	}
	return nil
}
