package backendtest

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// segments divides all tokens into n ranges.
func segments(n uint64) []*plan.Segment {
	width := ^uint64(0)/n + 1
	var all []*plan.Segment
	for i := range n {
		s := &plan.Segment{}
		binary.BigEndian.PutUint64(s.First[:], i*width)
		for j := range s.Last {
			s.Last[j] = 0xff
		}
		if i < n-1 {
			binary.BigEndian.PutUint64(s.Last[:], (i+1)*width-1)
		}
		all = append(all, s)
	}
	return all
}

// testScan reads a whole table, and its segments, which together are the table.
func testScan(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, rangeTable("scan", attr.S))
	var want []int
	for i := range 120 {
		f.load(fmt.Sprintf(`{"pk":{"S":"p%d"},"sk":{"S":"%04d"}}`, i/3, i))
		want = append(want, i)
	}
	for _, limit := range []int{0, 1, 7, 120} {
		got := f.pages(&plan.Query{Table: f.tab, MaxBytes: maxBytes, Limit: limit})
		for i := 0; i+2 < len(got); i += 3 {
			if got[i+1] != got[i]+1 || got[i+2] != got[i]+2 {
				t.Errorf("a partition is read as %v", got[i:i+3])
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("pages of %d: %v", limit, got)
		}
	}
	for _, n := range []uint64{1, 2, 5, 64} {
		var got []int
		for _, s := range segments(n) {
			got = append(got, f.pages(&plan.Query{Table: f.tab, Segment: s, MaxBytes: maxBytes, Limit: 4})...)
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%d segments: %v", n, got)
		}
	}
}

// testPages ends pages by bytes.
func testPages(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, indexedTable("pages"))
	text := strings.Repeat("x", 1000)
	for i := range 20 {
		f.load(fmt.Sprintf(`{%s,"b":{"S":"B"},"x":{"S":"12"},"y":{"S":"%s"}}`, sk(i), text))
	}
	f.load(`{` + sk(20) + `,"y":{"S":"` + strings.Repeat("z", 300_000) + `"}}`)
	size := f.item(fmt.Sprintf(`{%s,"b":{"S":"B"},"x":{"S":"12"},"y":{"S":"%s"}}`, sk(0), text)).Size
	token := attr.TokenOf(attr.StringValue("p"))
	cases := []struct {
		name     string
		maxBytes int
		scanned  int
		more     bool
	}{
		{"exactly five", 5 * size, 5, true},
		{"a byte less than five", 5*size - 1, 5, true},
		{"a byte more than five", 5*size + 1, 6, true},
		{"less than the first, which is read all the same", 10, 1, true},
		{"all but the large one", 20 * size, 20, true},
		{"all", 1 << 20, 21, false},
	}
	for _, c := range cases {
		for _, countOnly := range []bool{false, true} {
			page, err := b.Query(f.ctx, &plan.Query{Table: f.tab, Partition: &token, MaxBytes: c.maxBytes, CountOnly: countOnly})
			f.must(err)
			if page.Scanned != c.scanned || page.Matched != c.scanned || (page.Last != nil) != c.more {
				t.Errorf("%s: %d scanned, %d matched, last %.80s", c.name, page.Scanned, page.Matched, page.Last)
			}
			if c.more {
				f.same(c.name+": the last key", f.onlyKey(page.Last), `{`+sk(c.scanned-1)+`}`)
			}
			if countOnly && len(page.Rows) > 0 && page.Rows[0].Doc != nil {
				t.Errorf("%s: items, but only their number was wanted", c.name)
			}
			if !countOnly && c.scanned <= 20 && page.Bytes != c.scanned*size {
				t.Errorf("%s: %d bytes, want %d", c.name, page.Bytes, c.scanned*size)
			}
		}
	}
	entry := f.item(`{` + sk(0) + `,"b":{"S":"B"},"x":{"S":"12"}}`).Size
	page, err := b.Query(f.ctx, &plan.Query{Table: f.tab, Index: f.tab.Indexes[1], MaxBytes: 6 * entry})
	f.must(err)
	if page.Scanned != 6 || page.Last == nil {
		t.Errorf("an index page of six entries has %d", page.Scanned)
	}
	page, err = b.Query(f.ctx, &plan.Query{Table: f.tab, Index: f.tab.Indexes[1], MaxBytes: 6 * size, FetchesBase: true})
	f.must(err)
	if page.Scanned != 6 || page.Bytes != 6*entry || len(page.BaseSizes) != 6 {
		t.Errorf("a page that fetches six items has %d with %d bytes of entries, base sizes %v", page.Scanned, page.Bytes, page.BaseSizes)
	}
	keys := attr.NewProjection([]attr.Path{{{Name: "b"}}, {{Name: "none"}}})
	for _, filter := range []plan.Predicate{nil, &plan.Exists{Path: attr.Path{{Name: "y"}}}} {
		page, err = b.Query(f.ctx, &plan.Query{Table: f.tab, Partition: &token, MaxBytes: 2 * size, Projection: keys, Filter: filter})
		f.must(err)
		f.same("what a page keeps of its items", page.Rows[1].Doc, `{"b":{"S":"B"}}`)
		f.same("the key of a page that keeps no keys", f.onlyKey(page.Last), `{`+sk(1)+`}`)
	}
}

// onlyKey gives the key attributes of an item.
func (f *fixture) onlyKey(doc []byte) []byte {
	f.Helper()
	var fields []attr.Field
	for _, field := range f.item(string(doc)).Fields() {
		if f.tab.IsKey(field.Name) {
			fields = append(fields, field)
		}
	}
	it := attr.ItemOf(fields)
	return it.Doc
}

// testFilters counts what is looked at before the filter, and stops there.
func testFilters(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, rangeTable("filters", attr.S))
	for i := range 60 {
		f.load(fmt.Sprintf(`{%s,"i":{"N":"%d"}}`, sk(i), i%10))
	}
	token := attr.TokenOf(attr.StringValue("p"))
	third := f.is("i", `{"N":"3"}`)
	cases := []struct {
		name             string
		q                plan.Query
		scanned, matched int
		last             int // -1 for none
	}{
		{"all", plan.Query{Partition: &token, Filter: third}, 60, 6, -1},
		{"a limit counts what is looked at", plan.Query{Partition: &token, Filter: third, Limit: 10}, 10, 1, 9},
		{"a page without a match has a position", plan.Query{Partition: &token, Filter: third, Limit: 3}, 3, 0, 2},
		{"a page that ends with a match", plan.Query{Partition: &token, Filter: third, Limit: 4}, 4, 1, 3},
		{"backward", plan.Query{Partition: &token, Filter: third, Limit: 7, Backward: true}, 7, 1, 53},
		{"a count", plan.Query{Partition: &token, Filter: third, CountOnly: true, Limit: 30}, 30, 3, 29},
		{"nothing matches", plan.Query{Filter: &plan.Const{}}, 60, 0, -1},
		{"a scan", plan.Query{Filter: third, Limit: 60}, 60, 6, 59},
	}
	for _, c := range cases {
		c.q.Table, c.q.MaxBytes = f.tab, maxBytes
		page, err := b.Query(f.ctx, &c.q)
		f.must(err)
		if page.Scanned != c.scanned || page.Matched != c.matched || len(page.Rows) != c.matched {
			t.Errorf("%s: %d scanned, %d matched, %d rows; want %d and %d", c.name, page.Scanned, page.Matched, len(page.Rows), c.scanned, c.matched)
		}
		switch {
		case c.last < 0 && page.Last != nil:
			t.Errorf("%s: ends at %s", c.name, page.Last)
		case c.last >= 0:
			f.same(c.name+": the last key", f.onlyKey(page.Last), `{`+sk(c.last)+`}`)
		}
	}
}
