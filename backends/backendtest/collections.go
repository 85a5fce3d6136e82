package backendtest

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// collectionTable has pk and sk, a local index of keys on l, one of everything on m, and a global one that is in no collection.
func collectionTable(name string) *catalog.Table {
	t := rangeTable(name, attr.S)
	pk := []catalog.KeyAttr{{Name: "pk", Type: attr.S}}
	t.Indexes = []*catalog.Index{
		{ID: 1, Name: "keys", Local: true, Status: catalog.Active, Projection: catalog.ProjectKeysOnly, Partition: pk, Sort: []catalog.KeyAttr{{Name: "l", Type: attr.S}}},
		{ID: 2, Name: "all", Local: true, Status: catalog.Active, Projection: catalog.ProjectAll, Partition: pk, Sort: []catalog.KeyAttr{{Name: "m", Type: attr.S}}},
		{ID: 3, Name: "global", Status: catalog.Active, Projection: catalog.ProjectAll, Partition: []catalog.KeyAttr{{Name: "l", Type: attr.S}}},
	}
	return t
}

// collected is an item of 100 bytes in partition a, with more in front of its filling.
func collected(sk, more string) string {
	doc := `{"pk":{"S":"a"},"sk":{"S":"` + sk + `"}` + more + `,"v":{"S":"%s"}}`
	it, err := attr.ParseItem([]byte(fmt.Sprintf(doc, "")))
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf(doc, strings.Repeat("x", 100-it.Size))
}

// testCollections sums up item collections, and keeps them within a limit.
func testCollections(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, collectionTable("collections"))
	f.load(collected("1", ""), collected("2", `,"l":{"S":"x"}`), collected("3", `,"m":{"S":"x"}`), `{"pk":{"S":"b"},"sk":{"S":"1"},"l":{"S":"x"}}`)
	keys := len("pk"+"a"+"sk"+"2") + len("l"+"x")
	size := int64(3*100 + keys + 100)
	f.collectionIs("a", size)
	f.collectionIs("nobody", 0)

	const full = true
	value := plan.Action{Verb: plan.SetValue, Path: path("v"), Value: &plan.ValueExpr{Value: attr.StringValue(strings.Repeat("x", 200))}}
	key := `{"pk":{"S":"a"},"sk":{"S":"1"}}`
	for _, c := range []struct {
		name  string
		limit int64
		write plan.ItemWrite
		full  bool
		after int64
	}{
		{"a new item that is one byte too much", size + 99, f.put(collected("4", "")), full, size},
		{"a new item that fills it", size + 100, f.put(collected("4", "")), !full, size + 100},
		{"an entry of a local index is too much", size + 100, f.put(collected("4", `,"l":{"S":"x"}`)), full, size + 100},
		{"an update is too much", size + 100, f.update(key, value), full, size + 100},
		{"the same size again", size, f.put(collected("4", "")), !full, size + 100},
		{"a smaller item in a collection that is too large", 1, f.put(`{"pk":{"S":"a"},"sk":{"S":"4"}}`), !full, size + int64(len("pka"+"sk4"))},
		{"a delete in a collection that is too large", 1, f.delete(`{"pk":{"S":"a"},"sk":{"S":"4"}}`), !full, size},
		{"an item of another collection", 1000, f.put(`{"pk":{"S":"b"},"sk":{"S":"2"}}`), !full, size},
	} {
		for _, atomic := range []bool{false, true} {
			c.write.NeedOld, c.write.NeedNew = true, true
			results, err := b.Write(f.ctx, &plan.Write{Atomic: atomic, CollectionLimit: c.limit, Items: []plan.ItemWrite{c.write}})
			f.must(err)
			if r := results[0].Refusal; (r != nil) != c.full || r != nil && r.Code != backends.RefusedCollectionSize {
				t.Errorf("%s, atomic %v: refused: %v", c.name, atomic, r)
			}
			f.collectionIs("a", c.after)
		}
	}
	f.collectionsTogether(size)
	f.sound()
}

// collectionsTogether writes to one collection from several callers and in one transaction: no more than fits comes through.
func (f *fixture) collectionsTogether(size int64) {
	f.Helper()
	put := func(sk string) plan.ItemWrite {
		w := f.put(collected(sk, ""))
		w.NeedOld, w.NeedNew = true, true
		return w
	}
	results, err := f.b.Write(f.ctx, &plan.Write{Atomic: true, CollectionLimit: size + 150, Items: []plan.ItemWrite{put("5"), put("6")}})
	f.must(err)
	if results[0].Refusal == nil || results[1].Refusal != nil {
		f.Errorf("two items of which one fits: %v and %v, want the first to be blamed", results[0].Refusal, results[1].Refusal)
	}
	f.collectionIs("a", size)
	var callers sync.WaitGroup
	for i := range 8 {
		callers.Go(func() {
			_, err := f.b.Write(f.ctx, &plan.Write{CollectionLimit: size + 350, Items: []plan.ItemWrite{put(string(rune('A' + i)))}})
			if err != nil {
				f.Error(err)
			}
		})
	}
	callers.Wait()
	f.collectionIs("a", size+300)
}

func (f *fixture) collectionIs(pk string, want int64) {
	f.Helper()
	if got, err := f.b.CollectionSize(f.ctx, f.tab, attr.TokenOf(attr.StringValue(pk))); err != nil || got != want {
		f.Errorf("the collection of %s has %d bytes, %v; want %d", pk, got, err, want)
	}
}
