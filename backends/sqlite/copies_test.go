package sqlite

import (
	"context"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"

	engine "zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Another program that has the file open would lose it, and might damage what takes its place: then nothing is loaded.
func TestNothingIsLoadedUnderAnotherProgram(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "d.db")
	b, err := Open(ctx, "sqlite:"+path, backends.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if err := b.CreateTable(ctx, &catalog.Table{Name: "before", Partition: catalog.KeyAttr{Name: "p", Type: attr.S}}); err != nil {
		t.Fatal(err)
	}
	other, err := engine.OpenConn(path, engine.OpenReadWrite)
	if err != nil {
		t.Fatal(err)
	}
	if err := sqlitex.ExecuteTransient(other, "SELECT count(*) FROM ddbsql_tables", nil); err != nil {
		t.Fatal(err)
	}
	copies, _ := backends.AsCopies(b)
	if err := copies.LoadCopy(ctx, backends.Place{}, backends.Identity{}); err == nil {
		t.Error("it was loaded")
	}
	if names, err := b.ListTables(ctx, "", 2); err != nil || len(names) != 1 {
		t.Errorf("tables %q, %v", names, err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if err := copies.LoadCopy(ctx, backends.Place{}, backends.Identity{}); err != nil {
		t.Errorf("when it is gone: %v", err)
	}
	if names, err := b.ListTables(ctx, "", 2); err != nil || len(names) != 0 {
		t.Errorf("tables %q, %v", names, err)
	}
}

// Who clears a table that was dropped leaves it alone when a copy brought it back.
func TestClearingEndsWithALoad(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	b, err := Open(ctx, "sqlite:"+filepath.Join(folder, "d.db"), backends.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	table := &catalog.Table{Name: "T", Partition: catalog.KeyAttr{Name: "p", Type: attr.S}}
	if err := b.CreateTable(ctx, table); err != nil {
		t.Fatal(err)
	}
	for n := range 3 * droppedAtOnce {
		item, err := attr.ParseItem([]byte(`{"p":{"S":"` + strconv.Itoa(n) + `"}}`))
		if err != nil {
			t.Fatal(err)
		}
		key, _ := table.Key(&item)
		put := plan.ItemWrite{Kind: plan.Put, Table: table, Key: key, Item: &item}
		if _, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{put}}); err != nil {
			t.Fatal(err)
		}
	}
	copies, _ := backends.AsCopies(b)
	to := filepath.Join(folder, "copy")
	if err := copies.SaveCopy(ctx, to); err != nil {
		t.Fatal(err)
	}
	if err := b.DropTable(ctx, table); err != nil {
		t.Fatal(err)
	}
	if more, err := b.ClearDropped(ctx, sqlgen.ItemTable(table), 10); !more || err != nil {
		t.Fatalf("a dropped table: more is %t, %v", more, err)
	}
	if err := copies.LoadCopy(ctx, backends.Place{Name: to}, backends.Identity{}); err != nil {
		t.Fatal(err)
	}
	if more, err := b.ClearDropped(ctx, sqlgen.ItemTable(table), 10); more || err != nil {
		t.Errorf("after the load: more is %t, %v", more, err)
	}
	current, err := b.Table(ctx, "T")
	if err != nil {
		t.Fatal(err)
	}
	if stats, err := b.Stats(ctx, current); err != nil || stats.Items != 3*droppedAtOnce {
		t.Errorf("after the load there are %d items (%v)", stats.Items, err)
	}
}

func TestCopies(t *testing.T) {
	for name, c := range map[string]struct {
		url        func(t *testing.T) string
		durability backends.Durability
	}{
		"InAFile":      {func(t *testing.T) string { return "sqlite:" + filepath.Join(t.TempDir(), "d.db") }, backends.Normal},
		"FullyDurable": {func(t *testing.T) string { return "sqlite:" + filepath.Join(t.TempDir(), "d.db") }, backends.Full},
		"InMemory":     {func(*testing.T) string { return "sqlite::memory:" }, backends.Normal},
	} {
		t.Run(name, func(t *testing.T) {
			open := func(t *testing.T) backends.Backend {
				b, err := Open(context.Background(), c.url(t), backends.Options{Durability: c.durability})
				if err != nil {
					t.Fatal(err)
				}
				return b
			}
			var places atomic.Int64
			place := func(t *testing.T) string {
				return filepath.Join(t.TempDir(), "copy"+strconv.FormatInt(places.Add(1), 10))
			}
			backendtest.Copies(t, open, place, func(_ *testing.T, b backends.Backend) backends.Backend { return b })
		})
	}
}
