package sqlite

import (
	"log/slog"
	"slices"
	"testing"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

// A new database is made in one go, an older one in steps. They must not be told apart afterwards.
func TestANewDatabaseIsWhatMigrationsMakeOfAnOldOne(t *testing.T) {
	made := inMemory(t)
	if err := (&migrationDriver{made}).make(); err != nil {
		t.Fatal(err)
	}
	upgraded := inMemory(t)
	if err := (&migrationDriver{upgraded}).upgrade(); err != nil {
		t.Fatal(err)
	}
	want, got := schemaOf(t, upgraded), schemaOf(t, made)
	if !slices.Equal(got, want) || len(want) < 5 {
		t.Errorf("made in one go\n%q\nby migrations\n%q", got, want)
	}
}

func inMemory(t *testing.T) *conn {
	t.Helper()
	l := &location{path: ":memory:", opts: backends.Options{Logger: slog.New(slog.DiscardHandler)}}
	c, err := l.connect(writing)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.close() })
	return c
}

// schemaOf is all that a database was told to keep, and the version of it.
func schemaOf(t *testing.T, c *conn) (texts []string) {
	t.Helper()
	for _, sql := range []string{
		"SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name",
		"SELECT version || ' ' || dirty FROM schema_migrations",
	} {
		err := c.rows(&sqlgen.Statement{Name: "schema", SQL: sql}, func(s *engine.Stmt) (bool, error) {
			texts = append(texts, s.ColumnText(0))
			return false, nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return texts
}
