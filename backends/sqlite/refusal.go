package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	engine "zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// refuseUnusable says what is in the way of using the file, or of making it: the engine says only that it cannot. Nothing is changed.
func refuseUnusable(path string) error {
	dir := filepath.Dir(path)
	switch info, err := os.Stat(dir); {
	case err != nil:
		return fmt.Errorf("the folder of the database %s: %w", path, cause(err))
	case !info.IsDir():
		return fmt.Errorf("the folder of the database %s: %s is no folder", path, dir)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return fmt.Errorf("the database %s is a folder, it must be a file", path)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		dir = filepath.Dir(real) // where the engine keeps its log
		file, err := os.OpenFile(real, os.O_RDWR, 0)
		if err != nil {
			return fmt.Errorf("the database %s cannot be written to: %w", path, cause(err))
		}
		if err := file.Close(); err != nil {
			return err
		}
	}
	return refuseReadOnlyFolder(path, dir)
}

// refuseReadOnlyFolder tries whether there can be files beside the database.
func refuseReadOnlyFolder(path, dir string) error {
	file, err := os.CreateTemp(dir, ".ddbsql-*")
	if err != nil {
		return fmt.Errorf("the folder %s cannot be written to, where the database %s needs files of its own beside it: %w", dir, path, cause(err))
	}
	return errors.Join(file.Close(), os.Remove(file.Name()))
}

// cause is the system's reason, without the path it was about.
func cause(err error) error {
	var of *os.PathError
	if errors.As(err, &of) {
		return of.Err
	}
	return err
}

// explain names what is wrong with a file whose opening failed, if that is the file's fault.
func explain(path string, err error) error {
	switch engine.ErrCode(err).ToPrimary() {
	case engine.ResultNotADB:
		return fmt.Errorf("%s is no SQLite database, or its beginning is damaged; it was left as it is: %w", path, err)
	case engine.ResultCorrupt:
		return fmt.Errorf("%s is damaged; it was left as it is, restore it from a backup: %w%s", path, err, damage(path))
	case engine.ResultBusy, engine.ResultLocked:
		return fmt.Errorf("%s is locked by another program: %w", path, err)
	default:
		return err
	}
}

// mostDamage is how many of the places where a file is damaged an error names.
const mostDamage = 10

// damage is what the engine finds wrong with a file, a line each, behind a line's end; empty if it cannot say.
func damage(path string) string {
	db, err := engine.OpenConn(path, engine.OpenReadOnly)
	if err != nil {
		return ""
	}
	defer db.Close()
	var lines strings.Builder
	// What cannot be read any further was found before, if anything was.
	_ = sqlitex.ExecuteTransient(db, fmt.Sprintf("PRAGMA integrity_check(%d)", mostDamage), &sqlitex.ExecOptions{ResultFunc: func(s *engine.Stmt) error {
		lines.WriteString("\n" + s.ColumnText(0))
		return nil
	}})
	return lines.String()
}
