package sqlite

import (
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// groups is an index of all items of a bench table.
func groups() *catalog.Index {
	return &catalog.Index{ID: 1, Name: "groups", Status: catalog.Active, Projection: catalog.ProjectAll,
		Partition: []catalog.KeyAttr{{Name: "group", Type: attr.N}}}
}

func TestALargeTableIsClearedAlsoAfterACrash(t *testing.T) {
	path := filepath.Join(t.TempDir(), "drop.db")
	b := openAt(t, path).(*backend)
	bt := fillBenchTable(t, b, 500, groups())
	tables := sqlgen.Tables(bt.tab)
	if err := b.DropTable(ctx, bt.tab); err != nil {
		t.Fatal(err)
	}
	for _, table := range tables { // a step of each, and then the server is gone, with its leases
		if _, taken, err := b.TakeJob(ctx, backends.DroppedTables+table, "one", 1<<40); !taken || err != nil {
			t.Fatalf("there is no job of %s (%v)", table, err)
		}
		if more, err := b.ClearDropped(ctx, table, 100); !more || err != nil {
			t.Errorf("%s was cleared in one step (%v)", table, err)
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b = openAt(t, path).(*backend)
	defer b.Close()
	jobs, err := b.WaitingJobs(ctx, backends.DroppedTables, 10)
	if len(jobs) != len(tables) || err != nil {
		t.Fatalf("jobs are %q (%v), not those of %q", jobs, err, tables)
	}
	for _, table := range tables {
		for more := true; more; {
			if more, err = b.ClearDropped(ctx, table, 100); err != nil {
				t.Fatal(err)
			}
		}
	}
	if left := tablesLike(t, b, "ddbsql_t_%"); len(left) != 1 { // ddbsql_tables
		t.Errorf("%q are left", left)
	}
}

func TestASmallTableIsDroppedAtOnce(t *testing.T) {
	b := openFile(t).(*backend)
	defer b.Close()
	bt := fillBenchTable(t, b, droppedAtOnce, groups())
	if err := b.DropTable(ctx, bt.tab); err != nil {
		t.Fatal(err)
	}
	if n, err := b.CountJobs(ctx, backends.DroppedTables); n != 0 || err != nil {
		t.Errorf("%d jobs (%v)", n, err)
	}
	if left := tablesLike(t, b, "ddbsql_t_%"); len(left) != 1 {
		t.Errorf("%q are left", left)
	}
}

// tablesLike lists SQL tables and views.
func tablesLike(t *testing.T, b *backend, pattern string) (names []string) {
	t.Helper()
	err := b.exec.read(ctx, "list", func(c *conn) error {
		st := sqlgen.Statement{Name: "list", SQL: "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name LIKE ?", Args: []any{pattern}}
		return c.rows(&st, func(s *engine.Stmt) (bool, error) {
			names = append(names, s.ColumnText(0))
			return false, nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestWhatIsDroppedWhileItIsReadIsStale(t *testing.T) {
	var b *backend
	var bt *benchTable
	dropped := false
	opened, err := Open(ctx, "sqlite:"+filepath.Join(t.TempDir(), "read.db"), backends.Options{
		Logger: slog.New(slog.DiscardHandler),
		Observe: func(name string, _ time.Duration, _ error) {
			if name == "scan" && !dropped { // it was read, but nobody has got the page yet
				dropped = true
				if err := b.DropTable(ctx, bt.tab); err != nil {
					t.Error(err)
				}
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	b = opened.(*backend)
	bt = fillBenchTable(t, b, 100)
	if _, err = b.Query(ctx, &plan.Query{Table: bt.tab, MaxBytes: 1 << 20}); code(err) != backends.CodeStale || !dropped {
		t.Errorf("the read gives %v", err)
	}
}
