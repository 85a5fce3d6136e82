package backends

import (
	"reflect"
	"testing"

	"github.com/ddbsql/ddbsql/translator/plan"
)

// fill reads rows of these sizes one by one, as a database does that does not count itself. Rows of even size match.
func fill(q *plan.Query, sizes []int) *Page {
	p := NewPager(q)
	var last []byte
	for i, size := range sizes {
		if p.Full() {
			break
		}
		p.Look(1, size, 10*size)
		last = []byte{byte(i)}
		if size%2 == 0 {
			p.Match(last, size)
		}
	}
	return p.Page(last)
}

func TestPager(t *testing.T) {
	cases := []struct {
		name                    string
		q                       plan.Query
		sizes                   []int
		scanned, matched, bytes int
		last                    int // place of the last row looked at, when more may follow; else -1
	}{
		{"everything fits", plan.Query{MaxBytes: 100}, []int{10, 11, 12}, 3, 2, 33, -1},
		{"a page filled exactly is full", plan.Query{MaxBytes: 21}, []int{10, 11, 12}, 2, 1, 21, 1},
		{"the row that passes the limit is its last", plan.Query{MaxBytes: 32}, []int{10, 11, 12, 1}, 3, 2, 33, 2},
		{"one row may fill it", plan.Query{MaxBytes: 5}, []int{10, 1}, 1, 1, 10, 0},
		{"full with the last row, a position is given too", plan.Query{MaxBytes: 21}, []int{10, 11}, 2, 1, 21, 1},
		{"fetched items weigh, entries count", plan.Query{MaxBytes: 201, FetchesBase: true}, []int{10, 11, 12}, 2, 1, 21, 1},
		{"a limit counts rows before the filter", plan.Query{MaxBytes: 100, Limit: 2}, []int{11, 13, 10}, 2, 0, 24, 1},
		{"a limit reached at the end gives a position too", plan.Query{MaxBytes: 100, Limit: 2}, []int{10, 12}, 2, 2, 22, 1},
		{"a limit beyond the end gives none", plan.Query{MaxBytes: 100, Limit: 3}, []int{10, 12}, 2, 2, 22, -1},
		{"nothing is nothing", plan.Query{MaxBytes: 100, Limit: 3}, nil, 0, 0, 0, -1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			page := fill(&c.q, c.sizes)
			last := -1
			if page.Last != nil {
				last = int(page.Last[0])
			}
			got := []int{page.Scanned, page.Matched, page.Bytes, last, len(page.Rows)}
			if want := []int{c.scanned, c.matched, c.bytes, c.last, c.matched}; !reflect.DeepEqual(got, want) {
				t.Errorf("scanned, matched, bytes, last, rows are %v, want %v", got, want)
			}
		})
	}
}

func TestPagerCountsWithoutDocuments(t *testing.T) {
	page := fill(&plan.Query{MaxBytes: 100, CountOnly: true, Limit: 2}, []int{10, 12})
	if page.Matched != 2 || page.Rows[0].Doc != nil || page.Rows[0].Size != 10 || page.Last == nil {
		t.Errorf("%+v", page)
	}
}
