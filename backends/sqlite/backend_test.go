package sqlite

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

var ctx = context.Background()

func openFile(t *testing.T) backends.Backend { return openAt(t, filepath.Join(t.TempDir(), "test.db")) }

func openMemory(t *testing.T) backends.Backend { return openAt(t, ":memory:") }

func openAt(t testing.TB, path string) backends.Backend {
	t.Helper()
	b, err := Open(ctx, "sqlite:"+path, backends.Options{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestBackend(t *testing.T) {
	t.Run("File", func(t *testing.T) { backendtest.Run(t, openFile) })
	t.Run("Memory", func(t *testing.T) { backendtest.Run(t, openMemory) })
}

func TestPredicatesAgreeWithTheReference(t *testing.T) { backendtest.Fuzz(t, openMemory) }

func TestCheckFindsDamage(t *testing.T) {
	b := openFile(t).(*backend)
	defer b.Close()
	backendtest.Damage(t, b, func(ctx context.Context, sql string) error {
		return b.exec.write(ctx, "damage", func(c *conn) error { return c.script(sql) })
	})
}

// newTable makes a table with a partition key pk.
func newTable(t *testing.T, b backends.Backend, name string) *catalog.Table {
	t.Helper()
	tab := &catalog.Table{Name: name, Partition: catalog.KeyAttr{Name: "pk", Type: attr.S}}
	if err := b.CreateTable(ctx, tab); err != nil {
		t.Fatal(err)
	}
	return tab
}

func put(t *testing.T, tab *catalog.Table, doc string) plan.ItemWrite {
	t.Helper()
	it, err := attr.ParseItem([]byte(doc))
	if err != nil {
		t.Fatal(err)
	}
	k, _ := tab.Key(&it)
	return plan.ItemWrite{Kind: plan.Put, Table: tab, Key: k, Item: &it}
}

func get(t *testing.T, b backends.Backend, w plan.ItemWrite) string {
	t.Helper()
	rows, err := b.Get(ctx, &plan.Get{Reads: []plan.Read{{Table: w.Table, Key: w.Key}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(rows[0].Doc)
}

func TestAFileKeepsWhatWasWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	b := openAt(t, path)
	w := put(t, newTable(t, b, "kept"), `{"pk":{"S":"a"},"x":{"S":"y"}}`)
	if _, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{w}}); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path + "-wal"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the log is still there after Close: %v", err)
	}

	b = openAt(t, path)
	defer b.Close()
	tab, err := b.Table(ctx, "kept")
	if err != nil || tab.ID != w.Table.ID {
		t.Fatalf("table %+v, %v", tab, err)
	}
	if got := get(t, b, w); got != `{"pk":{"S":"a"},"x":{"S":"y"}}` {
		t.Errorf("the item is %s", got)
	}
}

func TestASecondServerIsKeptOff(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	b := openAt(t, path)
	_, err := Open(ctx, "sqlite:"+path, backends.Options{})
	if err == nil || !strings.Contains(err.Error(), "in use by another ddbsql server") {
		t.Errorf("the second server got %v", err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if err := openAt(t, path).Close(); err != nil {
		t.Errorf("after Close: %v", err)
	}
}

// TestNewerSchemas opens files that a newer ddbsql has migrated: it works with what it can, and refuses the others.
func TestNewerSchemas(t *testing.T) {
	for _, c := range []struct {
		name, oldest string
		refused      bool
	}{
		{"one that older servers can work with", "3", false},
		{"one that they cannot work with", "1000000", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "test.db")
			b := openAt(t, path).(*backend)
			err := b.exec.write(ctx, "age", func(conn *conn) error {
				return conn.script("UPDATE schema_migrations SET version = 1000000", "UPDATE ddbsql_compatible SET oldest = "+c.oldest)
			})
			if err := errors.Join(err, b.Close()); err != nil {
				t.Fatal(err)
			}
			other, err := Open(ctx, "sqlite:"+path, backends.Options{})
			if err == nil {
				err = other.Close()
			}
			if (err != nil) != c.refused || err != nil && !strings.Contains(err.Error(), "newer") {
				t.Errorf("Open gave %v", err)
			}
		})
	}
}

func TestWhatIsNoDatabaseIsRefused(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("this is no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, url := range map[string]string{
		"a text":             "sqlite:" + text,
		"a folder":           "sqlite:" + dir,
		"a folder not there": "sqlite:" + filepath.Join(dir, "none", "x.db"),
		"no path":            "sqlite:",
		"another scheme":     "postgres://localhost",
	} {
		if b, err := Open(ctx, url, backends.Options{}); err == nil {
			t.Errorf("%s was opened", name)
			b.Close()
		}
	}
}

func TestPeopleReadItemsInAView(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	b := openAt(t, path)
	defer b.Close()
	tab := newTable(t, b, "seen")
	if _, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{put(t, tab, `{"pk":{"S":"a"},"n":{"N":"5"}}`)}}); err != nil {
		t.Fatal(err)
	}
	db, err := engine.OpenConn(path, engine.OpenReadOnly)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	s, err := db.Prepare("SELECT partition_key, item FROM " + sqlgen.ViewName(tab))
	if err != nil {
		t.Fatal(err)
	}
	if found, err := s.Step(); !found || err != nil || s.ColumnText(0) != "a" || s.ColumnText(1) != `{"pk":{"S":"a"},"n":{"N":"5"}}` {
		t.Errorf("a row is %v %q %q, %v", found, s.ColumnText(0), s.ColumnText(1), err)
	}
	if err := s.Reset(); err != nil {
		t.Error(err)
	}
}

func TestADocumentThatCannotBeReadIsAnError(t *testing.T) {
	b := openMemory(t).(*backend)
	defer b.Close()
	tab := newTable(t, b, "broken")
	w := put(t, tab, `{"pk":{"S":"a"}}`)
	if _, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{w}}); err != nil {
		t.Fatal(err)
	}
	if err := b.exec.write(ctx, "damage", func(c *conn) error { return c.script("UPDATE " + sqlgen.ItemTable(tab) + " SET item = x'0f'") }); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Get(ctx, &plan.Get{Reads: []plan.Read{{Table: tab, Key: w.Key}}}, nil); err == nil {
		t.Error("Get gave no error")
	}
	if _, err := b.Query(ctx, &plan.Query{Table: tab, MaxBytes: 1 << 20}); err == nil {
		t.Error("Query gave no error")
	}
	if found, err := b.Check(ctx); err != nil || len(found) == 0 {
		t.Errorf("Check found %q, %v", found, err)
	}
}

func TestASecondServerIsKeptOffUnderAnotherName(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "test.db"), filepath.Join(dir, "link.db")
	if err := openAt(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	defer openAt(t, path).Close()
	if b, err := Open(ctx, "sqlite:"+link, backends.Options{}); err == nil {
		t.Error("a second server opened the file under another name")
		b.Close()
	}
}
