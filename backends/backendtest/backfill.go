package backendtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

func testBackfill(t *testing.T, b backends.Backend) {
	testBackfillSkips(newFixture(t, b, rangeTable("skips", attr.S)))
	for _, projection := range []string{catalog.ProjectAll, catalog.ProjectKeysOnly, catalog.ProjectInclude} {
		testBackfillUnderWriters(newFixture(t, b, rangeTable("under-writers-"+projection, attr.N)), projection)
	}
	testBackfillOfWhatIsGone(newFixture(t, b, rangeTable("gone", attr.S)))
}

// twoPartIndex has two partition and two sort attributes.
func twoPartIndex(projection string) *catalog.Index {
	x := &catalog.Index{ID: 1, Name: "new", Status: catalog.Creating, Backfilling: true, Projection: projection,
		Partition: []catalog.KeyAttr{{Name: "a", Type: attr.S}, {Name: "b", Type: attr.N}},
		Sort:      []catalog.KeyAttr{{Name: "c", Type: attr.S}, {Name: "d", Type: attr.B}}}
	if projection == catalog.ProjectInclude {
		x.NonKey = []string{"x"}
		for i := range 99 { // as many as a table's indexes may have
			x.NonKey = append(x.NonKey, fmt.Sprintf("other%d", i))
		}
	}
	return x
}

// backfill fills an index, chunk by chunk, and says how many there were.
func (f *fixture) backfill(x *catalog.Index, limit int) (chunks int) {
	f.Helper()
	for after := (*catalog.Key)(nil); after != nil || chunks == 0; chunks++ {
		var err error
		after, err = f.b.Backfill(f.ctx, f.tab, x, after, limit)
		f.must(err)
	}
	return chunks
}

// finish makes an index one that has all its entries.
func (f *fixture) finish(x *catalog.Index) {
	f.Helper()
	done := *x
	done.Status, done.Backfilling = catalog.Active, false
	f.changeIndexes(&done)
}

// testBackfillSkips fills an index over items that cannot be in it.
func testBackfillSkips(f *fixture) {
	item := func(a, c string) string {
		return fmt.Sprintf(`{"pk":{"S":"p"},"sk":{"S":"%d"}%s%s}`, rand.Int64(), a, c)
	}
	text := func(name string, length int) string {
		return fmt.Sprintf(`,"%s":{"S":"%s"}`, name, strings.Repeat("x", length))
	}
	for _, doc := range []string{
		item(text("a", 1), text("c", 1)), item(text("a", 2048), text("c", 1024)), // these two are in it
		item("", text("c", 1)), item(text("a", 1), ""), item(`,"a":{"N":"1"}`, text("c", 1)), item(text("a", 1), `,"c":{"L":[]}`),
		item(text("a", 0), text("c", 1)), item(text("a", 1), text("c", 0)), item(text("a", 2049), text("c", 1)), item(text("a", 1), text("c", 1025)),
	} {
		f.load(doc)
	}
	x := &catalog.Index{ID: 1, Name: "new", Status: catalog.Creating, Backfilling: true, Projection: catalog.ProjectAll,
		Partition: []catalog.KeyAttr{{Name: "a", Type: attr.S}}, Sort: []catalog.KeyAttr{{Name: "c", Type: attr.S}}}
	f.changeIndexes(x)
	for range 2 { // the second time changes nothing
		if chunks := f.backfill(x, 3); chunks != 4 {
			f.Errorf("%d chunks of 3 items for 10 items", chunks)
		}
		f.entries("a filled index", x, []string{"x x", strings.Repeat("x", 2048) + " " + strings.Repeat("x", 1024)})
	}
	f.finish(x)
	f.sound()
}

// testBackfillUnderWriters fills an index while writers move the keys of its items about, in all ways. They know of the index.
func testBackfillUnderWriters(f *fixture, projection string) {
	const items = 300
	key := func(i int) string { return fmt.Sprintf(`"pk":{"S":"p%d"},"sk":{"N":"%d"}`, i%20, i) }
	for i := range items {
		f.load(`{` + key(i) + randomKeys(rand.New(rand.NewPCG(1, uint64(i)))) + `}`)
	}
	x := twoPartIndex(projection)
	f.changeIndexes(x)
	var ended sync.WaitGroup
	stop := make(chan struct{})
	for w := range workers {
		random := rand.New(rand.NewPCG(2, uint64(w)))
		ended.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					f.try(f.randomMove(random, key(random.IntN(items)), key(random.IntN(items))))
				}
			}
		})
	}
	f.backfill(x, 7)
	close(stop)
	ended.Wait()
	f.finish(x)
	f.sound()
}

// randomKeys are attributes that an item may be in the index with, or not.
func randomKeys(random *rand.Rand) string {
	doc := ""
	for name, value := range map[string]string{"a": `{"S":"%d"}`, "b": `{"N":"%d"}`, "c": `{"S":"c%d"}`, "d": `{"B":"AAA%d"}`, "x": `{"S":"x%d"}`, "y": `{"S":"y%d"}`} {
		if random.IntN(8) > 0 {
			doc += fmt.Sprintf(`,"%s":`+value, name, random.IntN(10))
		}
	}
	return doc
}

// randomMove changes the index keys of an item, or of two at once.
func (f *fixture) randomMove(random *rand.Rand, key, other string) *plan.Write {
	put := f.put(`{` + key + randomKeys(random) + `}`)
	switch random.IntN(5) {
	case 0:
		return &plan.Write{Items: []plan.ItemWrite{f.delete(`{` + key + `}`)}}
	case 1:
		set := f.set("a", fmt.Sprintf(`{"S":"%d"}`, random.IntN(10)))
		return &plan.Write{Items: []plan.ItemWrite{f.update(`{`+key+`}`, set, plan.Action{Verb: plan.Remove, Path: path("x")})}}
	case 2:
		p := &plan.Write{Atomic: random.IntN(2) == 0, Items: []plan.ItemWrite{put}}
		if other != key {
			p.Items = append(p.Items, f.delete(`{`+other+`}`))
		}
		return p
	case 3:
		put.NeedOld, put.NeedNew = true, true
	}
	return &plan.Write{Items: []plan.ItemWrite{put}}
}

// testBackfillOfWhatIsGone fills an index that was dropped.
func testBackfillOfWhatIsGone(f *fixture) {
	f.load(`{"pk":{"S":"p"},"sk":{"S":"s"},"c":{"S":"x"}}`)
	x := byC(1)
	f.changeIndexes(x)
	old := f.tab
	f.changeIndexes()
	_, err := f.b.Backfill(f.ctx, old, x, nil, 10)
	f.wantCode(err, backends.CodeStale)
	f.must(f.b.DropTable(f.ctx, f.tab))
	_, err = f.b.Backfill(f.ctx, old, x, nil, 10)
	f.wantCode(err, backends.CodeStale)
}
