package backendtest

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// testIndexes moves one item through the indexes by each kind of write, and looks after each step who is where.
func testIndexes(t *testing.T, b backends.Backend) {
	moveThroughIndexes(newFixture(t, b, indexedTable("indexes")), false)
	moveThroughIndexes(newFixture(t, b, indexedTable("indexes-with-images")), true)
}

func moveThroughIndexes(f *fixture, images bool) {
	const key = `{"pk":{"S":"k"},"sk":{"S":"s"}}`
	doc := func(rest string) string { return `{"pk":{"S":"k"},"sk":{"S":"s"}` + rest + `}` }
	remove := func(name string) plan.Action { return plan.Action{Verb: plan.Remove, Path: path(name)} }
	f.load(`{"pk":{"S":"k"},"sk":{"S":"other"},"a":{"S":"x"},"n":{"N":"5"},"b":{"S":"B"}}`)
	f.load(`{"pk":{"S":"other"},"sk":{"S":"s"},"a":{"S":"x"},"n":{"N":"5"},"b":{"S":"B"}}`)
	steps := []struct {
		name   string
		write  plan.ItemWrite
		failed bool
		byA    string // the a and n under which the item is found; empty for not there
		byB    string
	}{
		{"a put adds entries", f.put(doc(`,"a":{"S":"x"},"n":{"N":"1"},"b":{"S":"B"}`)), false, "x 1", "B"},
		{"a put of the same item", f.put(doc(`,"a":{"S":"x"},"n":{"N":"1"},"b":{"S":"B"}`)), false, "x 1", "B"},
		{"a put moves both", f.put(doc(`,"a":{"S":"y"},"n":{"N":"1"},"b":{"S":"C"}`)), false, "y 1", "C"},
		{"a put moves within a partition", f.put(doc(`,"a":{"S":"y"},"n":{"N":"2"},"b":{"S":"C"}`)), false, "y 2", "C"},
		{"a put without a key attribute removes", f.put(doc(`,"a":{"S":"y"},"b":{"S":"C"}`)), false, "", "C"},
		{"a key attribute of another type removes", f.put(doc(`,"a":{"N":"1"},"n":{"N":"1"},"b":{"S":"C"}`)), false, "", "C"},
		{"an update adds again", f.update(key, f.set("a", `{"S":"z"}`), f.set("n", `{"N":"3"}`)), false, "z 3", "C"},
		{"an update moves one", f.update(key, f.add("n", `{"N":"1"}`)), false, "z 4", "C"},
		{"an update elsewhere changes nothing", f.update(key, f.set("other", `{"S":"x"}`)), false, "z 4", "C"},
		{"an update removes", f.update(key, remove("b")), false, "z 4", ""},
		{"a failed put changes nothing", onlyIf(f.put(doc(`,"a":{"S":"q"},"n":{"N":"1"},"b":{"S":"Q"}`)), notExists("pk")), true, "z 4", ""},
		{"a conditional put moves", onlyIf(f.put(doc(`,"a":{"S":"w"},"n":{"N":"-1"},"b":{"S":"D"}`)), exists("pk")), false, "w -1", "D"},
		{"a failed delete changes nothing", onlyIf(f.delete(key), notExists("pk")), true, "w -1", "D"},
		{"a delete removes all", f.delete(key), false, "", ""},
		{"a delete of nothing", f.delete(key), false, "", ""},
		{"an update creates with entries", f.update(key, f.set("b", `{"S":"E"}`)), false, "", "E"},
		{"a conditional delete removes", onlyIf(f.delete(key), exists("b")), false, "", ""},
		{"a conditional put creates", onlyIf(f.put(doc(`,"b":{"S":"F"}`)), notExists("pk")), false, "", "F"},
	}
	for _, s := range steps {
		s.write.NeedOld = images
		if res := f.write(s.write); res.ConditionFailed != s.failed || res.Refusal != nil {
			f.Errorf("%s: failed is %v, refusal %v", s.name, res.ConditionFailed, res.Refusal)
		}
		f.found(s.name, s.byA, s.byB)
	}
	f.sound()
}

// found scans the indexes for the item k s; the entries of the two others must stay.
func (f *fixture) found(what, byA, byB string) {
	f.Helper()
	wantA, wantB := []string{"x 5", "x 5"}, []string{"B", "B"}
	if byA != "" {
		wantA = append(wantA, byA)
	}
	if byB != "" {
		wantB = append(wantB, byB)
	}
	f.entries(what, f.tab.Indexes[0], wantA)
	f.entries(what, f.tab.Indexes[1], wantB)
}

// entries fails unless a scan of the index finds items with these key attributes.
func (f *fixture) entries(what string, x *catalog.Index, want []string) {
	f.Helper()
	page, err := f.b.Query(f.ctx, &plan.Query{Table: f.tab, Index: x, MaxBytes: maxBytes})
	f.must(err)
	var got []string
	for _, row := range page.Rows {
		it := f.item(string(row.Doc))
		text := ""
		for _, name := range x.KeyNames() {
			if v, ok := it.Get(name); ok {
				text += " " + v.Text()
			}
		}
		got = append(got, text[1:])
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		f.Errorf("%s: index %s has %q, want %q", what, x.Name, got, want)
	}
}

// testQueryIndex reads an index whose keys are shared by many items.
func testQueryIndex(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, indexedTable("query-index"))
	for i := range 30 {
		f.load(fmt.Sprintf(`{%s,"a":{"S":"x"},"n":{"N":"%d"},"b":{"S":"%d"},"x":{"S":"12"},"y":{"S":"34"}}`, sk(i), i/10, i%2))
	}
	x := f.tab.Indexes[0]
	token := attr.TokenOf(attr.StringValue("x"))
	key := func(n int) []byte { return attr.AppendKeyBytes(nil, f.value(fmt.Sprintf(`{"N":"%d"}`, n))) }
	cases := []struct {
		name string
		q    plan.Query
		want []int
	}{
		{"a whole partition, ties in the order of the table's key", plan.Query{Index: x, Partition: &token}, numbers(0, 29)},
		{"backward", plan.Query{Index: x, Partition: &token, Backward: true}, numbers(29, 0)},
		{"one sort key", plan.Query{Index: x, Partition: &token, Range: plan.Range{Low: key(1), High: key(1)}}, numbers(10, 19)},
		{"an open range", plan.Query{Index: x, Partition: &token, Range: plan.Range{Low: key(0), High: key(2), LowOpen: true, HighOpen: true}}, numbers(10, 19)},
	}
	for _, c := range cases {
		for _, limit := range []int{0, 1, 7, 10} {
			q := c.q
			q.Table, q.MaxBytes, q.Limit = f.tab, maxBytes, limit
			if got := f.pages(&q); !slices.Equal(got, c.want) {
				t.Errorf("%s, pages of %d: %v, want %v", c.name, limit, got, c.want)
			}
		}
	}
	page, err := b.Query(f.ctx, &plan.Query{Table: f.tab, Index: f.tab.Indexes[1], MaxBytes: maxBytes, FetchesBase: true})
	f.must(err)
	size := f.item(`{` + sk(0) + `,"b":{"S":"1"},"x":{"S":"12"}}`).Size
	whole := f.item(`{` + sk(0) + `,"a":{"S":"x"},"n":{"N":"1"},"b":{"S":"1"},"x":{"S":"12"},"y":{"S":"34"}}`).Size
	if page.Bytes != 30*size || len(page.BaseSizes) != 30 || page.BaseSizes[29] != whole {
		t.Errorf("the index page has %d bytes, base sizes %v; want %d times %d and %d", page.Bytes, page.BaseSizes, 30, size, whole)
	}
}
