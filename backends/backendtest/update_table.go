package backendtest

import (
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

func testUpdateTable(t *testing.T, b backends.Backend) {
	testIndexChange(newFixture(t, b, indexedTable("changed")))
	testDropAfterChange(newFixture(t, b, indexedTable("changed-and-dropped")))
	for round := range 3 {
		testUnknowingWriters(newFixture(t, b, rangeTable(fmt.Sprintf("unknowing-%d", round), attr.S)))
	}
	testChangingOften(newFixture(t, b, rangeTable("often", attr.S)))
}

// byC is an index of a table that has none of that id.
func byC(id int32) *catalog.Index {
	return &catalog.Index{ID: id, Name: "byC", Status: catalog.Active, Projection: catalog.ProjectAll, Partition: []catalog.KeyAttr{{Name: "c", Type: attr.S}}}
}

// changeIndexes replaces the table's indexes in its definition.
func (f *fixture) changeIndexes(indexes ...*catalog.Index) {
	f.Helper()
	next := *f.tab
	next.Indexes = indexes
	f.must(f.b.UpdateTable(f.ctx, &next))
	f.tab = &next
}

// testIndexChange takes one index away and adds another.
func testIndexChange(f *fixture) {
	doc := func(sk int, rest string) string { return fmt.Sprintf(`{"pk":{"S":"p"},"sk":{"S":"%d"}%s}`, sk, rest) }
	f.load(doc(0, `,"b":{"S":"x"}`), doc(1, `,"b":{"S":"y"},"c":{"S":"before"}`))
	old := f.tab
	f.changeIndexes(old.Indexes[1], byC(3))

	f.entries("an index that stays", f.tab.Indexes[0], []string{"x", "y"})
	f.entries("a new index", f.tab.Indexes[1], nil)
	f.load(doc(2, `,"a":{"S":"z"},"n":{"N":"1"},"b":{"S":"z"},"c":{"S":"after"}`))
	f.entries("an index that stays, after a write", f.tab.Indexes[0], []string{"x", "y", "z"})
	f.entries("a new index, after a write", f.tab.Indexes[1], []string{"after"})
	f.write(f.delete(doc(2, "")))
	f.entries("a new index, after a delete", f.tab.Indexes[1], nil)
	f.write(f.delete(doc(1, ""))) // the item of which the new index has no entry
	f.sound()

	_, err := f.b.Query(f.ctx, &plan.Query{Table: old, Index: old.Indexes[0], MaxBytes: maxBytes})
	f.wantCode(err, backends.CodeStale)
	f.wantCode(f.b.UpdateTable(f.ctx, old), backends.CodeStale)
	f.changeIndexes()
	f.load(doc(3, `,"b":{"S":"w"},"c":{"S":"w"}`))
	f.sound()
}

// testDropAfterChange drops a table by a definition that does not know its newest index. Nothing of it stays: a table of the
// same name has indexes of the same ids.
func testDropAfterChange(f *fixture) {
	old := f.tab
	f.changeIndexes(slices.Concat(old.Indexes, []*catalog.Index{byC(3)})...)
	f.must(f.b.DropTable(f.ctx, old))
	_, err := f.b.Query(f.ctx, &plan.Query{Table: f.tab, Index: f.tab.Indexes[2], MaxBytes: maxBytes})
	f.wantCode(err, backends.CodeStale)
}

// testUnknowingWriters lets writers that do not know of an index go on until they cannot: none of them commits after it was added.
func testUnknowingWriters(f *fixture) {
	old := *f.tab
	var begun, ended sync.WaitGroup
	begun.Add(workers)
	for w := range workers {
		ended.Go(func() { f.writeUntilStale(&old, w, begun.Done) })
	}
	begun.Wait()
	x := byC(1)
	x.Backfilling = true // what is there already is not in it
	f.changeIndexes(x)
	there := f.keysInOrder()
	ended.Wait()
	if late := f.keysInOrder(); len(late) != len(there) {
		f.Errorf("%d items were written without the index after it was there", len(late)-len(there))
	}
}

// writeUntilStale writes new items in all ways, and tells when the first is written.
func (f *fixture) writeUntilStale(old *catalog.Table, w int, first func()) {
	own := *f
	own.tab = old
	for n := 0; ; n++ {
		doc := func(i int) string {
			return fmt.Sprintf(`{"pk":{"S":"w%d"},"sk":{"S":"%05d-%d"},"c":{"S":"x"}}`, w, n, i)
		}
		p := &plan.Write{Items: []plan.ItemWrite{own.put(doc(0))}}
		switch (n + w) % 4 {
		case 1:
			p.Items = append(p.Items, own.put(doc(1)), own.put(doc(2)))
		case 2:
			p.Atomic, p.Items = true, append(p.Items, own.put(doc(1)))
		case 3:
			p.Items[0] = own.update(fmt.Sprintf(`{"pk":{"S":"w%d"},"sk":{"S":"%05d-0"}}`, w, n), own.set("c", `{"S":"x"}`))
		}
		_, err := f.b.Write(f.ctx, p)
		if n == 0 {
			first()
		}
		if err != nil {
			f.wantCode(err, backends.CodeStale)
			return
		}
	}
}

// keysInOrder are the sort keys of all items.
func (f *fixture) keysInOrder() []string {
	f.Helper()
	var keys []string
	for _, it := range f.scan() {
		v, _ := it.Get("sk")
		keys = append(keys, v.Text())
	}
	return keys
}

// scan reads all items.
func (f *fixture) scan() []*attr.Item {
	f.Helper()
	var items []*attr.Item
	q := &plan.Query{Table: f.tab, MaxBytes: maxBytes}
	for {
		page, err := f.b.Query(f.ctx, q)
		f.must(err)
		for _, row := range page.Rows {
			items = append(items, f.item(string(row.Doc)))
		}
		if page.Last == nil {
			return items
		}
		q.After = &plan.Position{Key: f.key(string(page.Last))}
	}
}

// testChangingOften adds and removes an index again and again under writers that follow. Nothing but stale plans goes wrong.
func testChangingOften(f *fixture) {
	const rounds = 6
	name, stop := f.tab.Name, atomic.Bool{}
	var ended sync.WaitGroup
	for w := range workers {
		writer := *f // f.tab changes meanwhile
		ended.Go(func() {
			for n := 0; !stop.Load(); n++ {
				writer.writeCurrent(name, fmt.Sprintf(`{"pk":{"S":"w%d"},"sk":{"S":"%d"},"c":{"S":"%d"}}`, w, n%10, n), n%2 == 0)
			}
		})
	}
	for round := range int32(rounds) {
		f.changeIndexes(byC(round + 1))
		f.changeIndexes()
	}
	f.changeIndexes(byC(rounds + 1))
	stop.Store(true)
	ended.Wait()
	for _, row := range f.scan() {
		f.load(string(row.Doc)) // as Backfill would
	}
	f.sound()
}

// writeCurrent puts an item by the table's current definition, alone or in a transaction.
func (f *fixture) writeCurrent(name, doc string, atomic bool) {
	for {
		t, err := f.b.Table(f.ctx, name)
		if err != nil {
			f.Error(err)
			return
		}
		own := *f
		own.tab = t
		_, err = f.b.Write(f.ctx, &plan.Write{Atomic: atomic, Items: []plan.ItemWrite{own.put(doc)}})
		if codeOf(err) == backends.CodeStale {
			continue
		}
		if err != nil {
			f.Errorf("write while indexes change: %v", err)
		}
		return
	}
}
