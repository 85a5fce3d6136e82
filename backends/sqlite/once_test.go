package sqlite

import (
	"path/filepath"
	"testing"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

func TestNamesOfWritesOutliveTheServer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	b := openAt(t, path)
	backendtest.Reopened(t, b, func() backends.Backend {
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		b = openAt(t, path)
		return b
	})
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}

// Names are used a minute apart from each other and kept for ten: there are never more than ten.
func TestNamesOfWritesAreForgotten(t *testing.T) {
	b := openMemory(t).(*backend)
	defer b.Close()
	backendtest.Names(t, b, 30)
	count := 0
	err := b.exec.read(ctx, "count", func(c *conn) error {
		st := sqlgen.Statement{Name: "count", SQL: "SELECT count(*) FROM ddbsql_once"}
		return c.rows(&st, func(s *engine.Stmt) (bool, error) {
			count = s.ColumnInt(0)
			return true, nil
		})
	})
	if err != nil || count != 10 {
		t.Errorf("%d names are kept, %v", count, err)
	}
}
