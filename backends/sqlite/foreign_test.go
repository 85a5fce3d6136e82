package sqlite

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	engine "zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"github.com/ddbsql/ddbsql/backends"
)

// writeFile makes a database file with what a script does.
func writeFile(t *testing.T, path, script string) {
	t.Helper()
	db, err := engine.OpenConn(path, engine.OpenReadWrite|engine.OpenCreate)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(sqlitex.ExecuteScript(db, script, nil), db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestADatabaseOfAnotherProgramIsLeftAsItIs(t *testing.T) {
	for _, c := range []struct {
		name, script string
		foreign      bool
	}{
		{"DynamoDB Local's", "CREATE TABLE dm (id INTEGER); CREATE TABLE cf (key TEXT); INSERT INTO cf VALUES ('v2.4.0')", true},
		{"one that was migrated by the same library", "CREATE TABLE schema_migrations (version INTEGER, dirty INTEGER); CREATE TABLE users (id INTEGER)", true},
		{"one without tables", "CREATE TABLE a (b); DROP TABLE a", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "shared-local-instance.db")
			writeFile(t, path, c.script)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			b, err := Open(ctx, "sqlite:"+path, backends.Options{})
			if err == nil {
				b.Close()
			}
			if refused := err != nil && strings.Contains(err.Error(), "another program"); refused != c.foreign {
				t.Fatalf("Open gave %v", err)
			}
			if !c.foreign {
				return
			}
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(before, after) {
				t.Errorf("the file changed, %v", err)
			}
			if files, err := filepath.Glob(path + "*"); err != nil || len(files) != 1 {
				t.Errorf("files are %q, %v", files, err)
			}
		})
	}
}
