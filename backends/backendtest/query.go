package backendtest

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// numbers counts from one number to another, up or down, both included.
func numbers(from, to int) []int {
	var n []int
	for i := from; i != to; {
		n = append(n, i)
		if from < to {
			i++
		} else {
			i--
		}
	}
	return append(n, to)
}

// pages reads all pages of a plan and gives the sort keys of the items, which are numbers.
func (f *fixture) pages(q *plan.Query) []int {
	f.Helper()
	var got []int
	for _, it := range f.items(q) {
		v, ok := it.Get("sk")
		if !ok {
			f.Fatalf("%s has no sort key", it.Doc)
		}
		n, err := strconv.Atoi(v.Text())
		f.must(err)
		got = append(got, n)
	}
	return got
}

// items reads all pages of a plan, each from the position at which the one before ended.
func (f *fixture) items(q *plan.Query) []*attr.Item {
	f.Helper()
	var all []*attr.Item
	for turn := 0; ; turn++ {
		page, err := f.b.Query(f.ctx, q)
		f.must(err)
		if page.Matched != len(page.Rows) || q.Limit > 0 && page.Scanned > q.Limit {
			f.Fatalf("page %d with limit %d: %d matched, %d rows, %d scanned", turn, q.Limit, page.Matched, len(page.Rows), page.Scanned)
		}
		for _, row := range page.Rows {
			all = append(all, f.item(string(row.Doc)))
		}
		if page.Last == nil {
			return all
		}
		if turn > 1000 {
			f.Fatalf("more than %d pages", turn)
		}
		q.After = f.position(page.Last, q)
	}
}

// position is the place of an item in what a plan reads.
func (f *fixture) position(doc []byte, q *plan.Query) *plan.Position {
	f.Helper()
	it := f.item(string(doc))
	k, ok := q.Table.Key(it)
	if !ok {
		f.Fatalf("%s has no key", doc)
	}
	pos := &plan.Position{Key: k}
	for i, e := range q.Table.Entries(it) {
		if q.Table.Indexes[i] == q.Index {
			pos.IndexToken, pos.IndexSort = e.Token, e.Sort
		}
	}
	return pos
}

// testQuery reads ranges of one partition, in both directions and pages of several sizes.
func testQuery(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, rangeTable("query", attr.N))
	for i := range 40 {
		n := i - 20
		f.load(fmt.Sprintf(`{"pk":{"S":"p"},"sk":{"N":"%d"}}`, n), fmt.Sprintf(`{"pk":{"S":"q"},"sk":{"N":"%d"}}`, n*100))
	}
	token := attr.TokenOf(attr.StringValue("p"))
	key := func(n int) []byte { return attr.AppendKeyBytes(nil, f.value(fmt.Sprintf(`{"N":"%d"}`, n))) }
	cases := []struct {
		name string
		r    plan.Range
		want []int
	}{
		{"all", plan.Range{}, numbers(-20, 19)},
		{"one", plan.Range{Low: key(5), High: key(5)}, numbers(5, 5)},
		{"from", plan.Range{Low: key(-3)}, numbers(-3, 19)},
		{"above", plan.Range{Low: key(-3), LowOpen: true}, numbers(-2, 19)},
		{"up to", plan.Range{High: key(0)}, numbers(-20, 0)},
		{"below", plan.Range{High: key(0), HighOpen: true}, numbers(-20, -1)},
		{"between", plan.Range{Low: key(-10), High: key(10)}, numbers(-10, 10)},
		{"nothing between", plan.Range{Low: key(3), High: key(4), LowOpen: true, HighOpen: true}, nil},
		{"nothing above", plan.Range{Low: key(100)}, nil},
	}
	for _, c := range cases {
		for _, limit := range []int{0, 1, 3, 21, 1000} {
			q := &plan.Query{Table: f.tab, Partition: &token, Range: c.r, MaxBytes: maxBytes, Limit: limit}
			if got := f.pages(q); !slices.Equal(got, c.want) {
				t.Errorf("%s, pages of %d: %v, want %v", c.name, limit, got, c.want)
			}
			back := slices.Clone(c.want)
			slices.Reverse(back)
			q.After, q.Backward = nil, true
			if got := f.pages(q); !slices.Equal(got, back) {
				t.Errorf("%s backward, pages of %d: %v, want %v", c.name, limit, got, back)
			}
		}
	}
	testPositions(f, &token)
}

// testPositions starts where no item is any longer.
func testPositions(f *fixture, token *attr.Token) {
	f.Helper()
	gone := f.key(`{"pk":{"S":"p"},"sk":{"N":"7"}}`)
	f.write(f.delete(`{"pk":{"S":"p"},"sk":{"N":"7"}}`))
	q := &plan.Query{Table: f.tab, Partition: token, MaxBytes: maxBytes, After: &plan.Position{Key: gone}}
	if got := f.pages(q); !slices.Equal(got, numbers(8, 19)) {
		f.Errorf("behind a deleted item: %v", got)
	}
	q = &plan.Query{Table: f.tab, Partition: token, MaxBytes: maxBytes, After: &plan.Position{Key: gone}, Backward: true}
	if got := f.pages(q); !slices.Equal(got, numbers(6, -20)) {
		f.Errorf("in front of a deleted item: %v", got)
	}
}
