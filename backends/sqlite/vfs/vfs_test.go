package vfs

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	engine "zombiezen.com/go/sqlite"
)

func TestFilesOfAnyNameAreFlushedByUs(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"plain.db", "/two slashes.db", "a b.db", "100%25.db", "what?vfs=unix.db", "one#two.db", "ü&=.db"} {
		path := dir + "/" + name
		if filepath.IsAbs(name) {
			path = "/" + dir + name // as sqlite://tmp/x.db has it
		}
		locator, isURI := Locate(path)
		if runtime.GOOS == "linux" && !(isURI && strings.HasSuffix(locator, "?vfs=ddbsql")) {
			t.Errorf("%q is opened as %q", name, locator)
		}
		if err := fill(locator, isURI); err != nil {
			t.Errorf("%q: %v", name, err)
			continue
		}
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%q is elsewhere: %v", name, err)
		}
	}
}

// fill writes with every kind of file there is: the log, its checkpoint into the database, and a rollback journal.
func fill(locator string, isURI bool) error {
	flags := engine.OpenReadWrite | engine.OpenCreate
	if isURI {
		flags |= engine.OpenURI
	}
	c, err := engine.OpenConn(locator, flags)
	if err != nil {
		return err
	}
	defer c.Close()
	for _, sql := range []string{
		"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE t (x)", "INSERT INTO t VALUES (1)",
		"PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode=DELETE", "INSERT INTO t VALUES (2)",
	} {
		s, _, err := c.PrepareTransient(sql)
		if err != nil {
			return err
		}
		_, err = s.Step()
		s.Finalize()
		if err != nil {
			return err
		}
	}
	return nil
}
