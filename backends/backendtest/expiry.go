package backendtest

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// testExpiry removes items by a hidden index, as a sweep of a table's expired items does.
func testExpiry(t *testing.T, b backends.Backend) {
	sweepItems(newFixture(t, b, indexedTable("expiry")))
	sweepItems(newFixture(t, b, opening(indexedTable("expiry-keys"), catalog.ViewKeysOnly, 2)))
	sweepItems(newFixture(t, b, opening(indexedTable("expiry-images"), catalog.ViewBoth, 3)))
}

func sweepItems(f *fixture) {
	for i, n := range []string{`{"N":"9"}`, `{"N":"10"}`, `{"N":"10.5"}`, `{"N":"15"}`, `{"N":"20"}`, `{"N":"21"}`, `{"S":"15"}`, `{"NULL":true}`} {
		f.load(fmt.Sprintf(`{%s,"n":%s,"a":{"S":"A"},"b":{"S":"B"}}`, sk(i), n))
	}
	f.load(`{` + sk(8) + `,"b":{"S":"B"}}`)
	testExpiringPages(f)
	testExpiringWrites(f)
	testListExpiring(f)
}

// expiring is the plan that reads the items with n from 10 to 20.
func expiring(f *fixture, after *plan.Position, limit int) *plan.Query {
	whole := attr.TokenOf()
	return &plan.Query{
		Table: f.tab, Index: f.tab.Indexes[2], Partition: &whole, After: after, Limit: limit, MaxBytes: maxBytes,
		Range:      plan.Range{Low: attr.AppendNumberKey(nil, []byte("10")), High: attr.AppendNumberKey(nil, []byte("20"))},
		Projection: attr.NewProjection([]attr.Path{path("pk"), path("sk"), path("n")}),
	}
}

func testExpiringPages(f *fixture) {
	var found []string
	var after *plan.Position
	for {
		page, err := f.b.Query(f.ctx, expiring(f, after, 3))
		f.must(err)
		for _, row := range page.Rows {
			it := f.item(string(row.Doc))
			n, _ := it.Get("n")
			found = append(found, n.Text())
			key, _ := f.tab.Key(it)
			entry := f.tab.Entries(it)[2]
			after = &plan.Position{Key: key, IndexToken: entry.Token, IndexSort: entry.Sort}
		}
		if page.Last == nil {
			break
		}
	}
	if want := []string{"10", "10.5", "15", "20"}; !slices.Equal(found, want) {
		f.Errorf("the pages have the items with %q, want %q", found, want)
	}
}

func testExpiringWrites(f *fixture) {
	between := &plan.Between{
		Of:  &plan.PathOperand{Path: path("n")},
		Low: &plan.ValueOperand{Value: f.value(`{"N":"10"}`)}, High: &plan.ValueOperand{Value: f.value(`{"N":"20"}`)},
	}
	s := &subscriber{fixture: f}
	if f.tab.Recorded() {
		s.read() // what was loaded
	}
	expire := func(places ...int) *plan.Write {
		p := &plan.Write{Now: time.UnixMilli(1_700_000_000_123)}
		for _, i := range places {
			w := f.delete(`{` + sk(i) + `}`)
			w.Condition, w.Expired = between, true
			p.Items = append(p.Items, w)
		}
		return p
	}
	for _, c := range []struct {
		name   string
		places []int
		failed []bool
	}{
		{"none of them is over", []int{0, 5, 6, 7, 8}, []bool{true, true, true, true, true}},
		{"one alone", []int{4}, []bool{false}},
		{"some are, one has gone", []int{6, 3, 0, 4, 1}, []bool{true, false, true, true, false}},
		{"the last", []int{2, 1}, []bool{false, true}},
	} {
		gone := 0
		for i, r := range f.try(expire(c.places...)) {
			if r.ConditionFailed != c.failed[i] {
				f.Errorf("%s: item %d stays: %v, want %v", c.name, c.places[i], r.ConditionFailed, c.failed[i])
			}
			if !r.ConditionFailed {
				gone++
			}
		}
		s.wantExpired(c.name, gone)
		f.sound()
	}
	f.entries("what is left of the hidden index", f.tab.Indexes[2], []string{"9", "21"})
	f.entries("what is left of another index", f.tab.Indexes[1], []string{"B", "B", "B", "B", "B"})

	old := *f.tab
	f.must(f.b.UpdateTable(f.ctx, f.tab))
	stale := expire(0, 5)
	for i := range stale.Items {
		stale.Items[i].Table = &old
	}
	_, err := f.b.Write(f.ctx, stale)
	f.wantCode(err, backends.CodeStale)
}

// wantExpired fails unless the new records are those of so many expired items, if the table has a stream.
func (s *subscriber) wantExpired(what string, n int) {
	f := s.fixture
	if !f.tab.Recorded() {
		return
	}
	got := s.read()
	if len(got) != n {
		f.Errorf("%s: %d records, want %d", what, len(got), n)
	}
	for _, r := range got {
		if r.Kind != backends.Remove || !r.Expired || r.At.UnixMilli() != 1_700_000_000_123 || r.New != nil {
			f.Errorf("%s: the record is %s at %v, expired %v", what, r.Kind, r.At, r.Expired)
		}
		if (r.Old != nil) != f.tab.Stream.View.HasOld() || r.Old != nil && r.Size != f.item(string(r.Old)).Size {
			f.Errorf("%s: the old image is %s, its size %d", what, r.Old, r.Size)
		}
		if key := f.item(string(r.Keys)); !r.shard.Holds(f.key(string(key.Doc)).Token) {
			f.Errorf("%s: the record of %s is in another shard", what, r.Keys)
		}
	}
}

func testListExpiring(f *fixture) {
	list := func(what string, want ...string) {
		got, err := f.b.ListExpiring(f.ctx)
		f.must(err)
		if !slices.Equal(got, want) {
			f.Errorf("%s: %q expire, want %q", what, got, want)
		}
	}
	list("without time to live")
	f.tab.TTL = &catalog.TTL{Attribute: "n", IndexID: f.tab.Indexes[2].ID, Enabled: true}
	f.must(f.b.UpdateTable(f.ctx, f.tab))
	list("with time to live", f.tab.Name)
	f.tab.TTL = &catalog.TTL{Attribute: "n"}
	f.must(f.b.UpdateTable(f.ctx, f.tab))
	list("with time to live ended")
}
