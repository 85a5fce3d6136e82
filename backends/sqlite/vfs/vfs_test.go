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
	for _, name := range []string{"plain.db", "a b.db", "100%25.db", "what?vfs=unix.db", "one#two.db", "ü&=.db"} {
		path := filepath.Join(dir, name)
		uri := URI(path)
		if runtime.GOOS == "linux" && !strings.HasSuffix(uri, "?vfs=ddbsql") {
			t.Errorf("%q is opened as %q", name, uri)
		}
		if err := fill(uri); err != nil {
			t.Errorf("%q: %v", name, err)
			continue
		}
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%q is elsewhere: %v", name, err)
		}
	}
}

// fill writes with every kind of file there is: the log, its checkpoint into the database, and a rollback journal.
func fill(uri string) error {
	c, err := engine.OpenConn(uri, engine.OpenReadWrite|engine.OpenCreate|engine.OpenURI)
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
