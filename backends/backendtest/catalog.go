package backendtest

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

func testCatalog(t *testing.T, b backends.Backend) {
	ctx := context.Background()
	f := newFixture(t, b, indexedTable("first"))
	if f.tab.ID == 0 || f.tab.Version == 0 {
		t.Errorf("the new table has id %d and version %d", f.tab.ID, f.tab.Version)
	}

	f.wantCode(b.CreateTable(ctx, hashTable("first")), backends.CodeTableExists)
	_, err := b.Table(ctx, "none")
	f.wantCode(err, backends.CodeNoTable)

	got, err := b.Table(ctx, "first")
	f.must(err)
	if !reflect.DeepEqual(got, f.tab) {
		t.Errorf("the table reads back as %+v, want %+v", got, f.tab)
	}

	got.DeletionProtection = true
	f.must(b.UpdateTable(ctx, got))
	if got.Version <= f.tab.Version {
		t.Errorf("an update made version %d of %d", got.Version, f.tab.Version)
	}
	again, err := b.Table(ctx, "first")
	f.must(err)
	if !again.DeletionProtection || again.Version != got.Version || again.ID != f.tab.ID {
		t.Errorf("after the update: %+v", again)
	}
	f.wantCode(b.UpdateTable(ctx, f.tab), backends.CodeStale)
	f.must(b.Ping(ctx))

	testNames(f)
	testDrop(f, again)
}

// testNames lists tables page by page. Names sort by bytes, whatever the database's language.
func testNames(f *fixture) {
	want := []string{"first"}
	for _, name := range []string{"b-1", "B.1", "a_1", "Zz", "zz", "b.1"} {
		f.must(f.b.CreateTable(f.ctx, hashTable(name)))
		want = append(want, name)
	}
	slices.Sort(want)
	var got []string
	for after, page := "", []string{""}; len(page) > 0; {
		var err error
		page, err = f.b.ListTables(f.ctx, after, 3)
		f.must(err)
		if len(page) > 3 {
			f.Errorf("a page of %d names", len(page))
		}
		got = append(got, page...)
		if len(page) > 0 {
			after = page[len(page)-1]
		}
	}
	if !slices.Equal(got, want) {
		f.Errorf("tables are %q, want %q", got, want)
	}
}

// testDrop drops a table with data and makes another one of its name.
func testDrop(f *fixture, current *catalog.Table) {
	f.tab = current
	f.load(`{"pk":{"S":"p"},"sk":{"S":"s"},"a":{"S":"x"},"n":{"N":"1"}}`)
	f.must(f.b.DropTable(f.ctx, current))
	f.wantCode(f.b.DropTable(f.ctx, current), backends.CodeNoTable)
	_, err := f.b.Table(f.ctx, "first")
	f.wantCode(err, backends.CodeNoTable)

	fresh := indexedTable("first")
	f.must(f.b.CreateTable(f.ctx, fresh))
	if fresh.ID == current.ID {
		f.Errorf("the new table has the id of the old one")
	}
	f.wantCode(f.b.DropTable(f.ctx, current), backends.CodeNoTable)
	f.tab = fresh
	f.holds(`{"pk":{"S":"p"},"sk":{"S":"s"}}`, "")
	stats, err := f.b.Stats(f.ctx, fresh)
	f.must(err)
	if stats.Items != 0 || stats.Bytes != 0 || stats.Indexes[1] != (catalog.IndexStats{}) {
		f.Errorf("the new table has %+v", stats)
	}
}

// testStale uses definitions that are not the current ones.
func testStale(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, hashTable("stale"))
	f.load(`{"pk":{"S":"a"},"n":{"N":"1"}}`)
	old := *f.tab
	f.must(b.UpdateTable(f.ctx, f.tab))
	current := *f.tab

	f.tab = &old
	_, err := b.Write(f.ctx, &plan.Write{Items: []plan.ItemWrite{f.put(`{"pk":{"S":"a"},"n":{"N":"2"}}`)}})
	f.wantCode(err, backends.CodeStale)
	_, err = b.Write(f.ctx, &plan.Write{Items: []plan.ItemWrite{f.update(`{"pk":{"S":"a"}}`, f.add("n", `{"N":"1"}`))}})
	f.wantCode(err, backends.CodeStale)
	_, err = b.Write(f.ctx, &plan.Write{Items: []plan.ItemWrite{f.delete(`{"pk":{"S":"a"}}`)}})
	f.wantCode(err, backends.CodeStale)
	mixed := &plan.Write{Atomic: true, Items: []plan.ItemWrite{f.put(`{"pk":{"S":"b"}}`)}}
	f.tab = &current
	mixed.Items = append(mixed.Items, f.put(`{"pk":{"S":"c"}}`))
	_, err = b.Write(f.ctx, mixed)
	f.wantCode(err, backends.CodeStale)
	f.holds(`{"pk":{"S":"a"}}`, `{"pk":{"S":"a"},"n":{"N":"1"}}`)
	f.holds(`{"pk":{"S":"b"}}`, "")
	f.holds(`{"pk":{"S":"c"}}`, "")

	f.must(b.DropTable(f.ctx, f.tab))
	_, err = b.Get(f.ctx, &plan.Get{Reads: []plan.Read{{Table: f.tab, Key: f.key(`{"pk":{"S":"a"}}`)}}}, nil)
	f.wantCode(err, backends.CodeStale)
	_, err = b.Query(f.ctx, &plan.Query{Table: f.tab, MaxBytes: maxBytes})
	f.wantCode(err, backends.CodeStale)
	_, err = b.Write(f.ctx, &plan.Write{Items: []plan.ItemWrite{f.put(`{"pk":{"S":"a"}}`)}})
	f.wantCode(err, backends.CodeStale)
}

// testSizes counts what Stats sums up.
func testSizes(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, indexedTable("sizes"))
	for i := range 7 {
		f.load(fmt.Sprintf(`{%s,"b":{"S":"x"},"x":{"S":"1234"},"y":{"S":"only in the table"}}`, sk(i)))
	}
	f.load(`{"pk":{"S":"q"},"sk":{"S":"r"},"a":{"S":"1"},"n":{"N":"1"}}`)
	f.load(`{` + sk(3) + `,"b":{"S":"x"}}`) // an overwrite counts once
	item := f.item(`{` + sk(0) + `,"b":{"S":"x"},"x":{"S":"1234"},"y":{"S":"only in the table"}}`)
	small := f.item(`{` + sk(3) + `,"b":{"S":"x"}}`)
	other := f.item(`{"pk":{"S":"q"},"sk":{"S":"r"},"a":{"S":"1"},"n":{"N":"1"}}`)
	want := catalog.Stats{Items: 8, Bytes: int64(6*item.Size + small.Size + other.Size), Indexes: map[int32]catalog.IndexStats{
		1: {Items: 1, Bytes: int64(other.Size)},
		2: {Items: 7, Bytes: int64(6*(item.Size-len("yonly in the table")) + small.Size)},
	}}
	got, err := b.Stats(f.ctx, f.tab)
	f.must(err)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("stats are %+v, want %+v", got, want)
	}
	f.sound()
}
