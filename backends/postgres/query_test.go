package postgres

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// load puts n items {pk, n, pad} in batches.
func load(t *testing.T, b *Backend, tab *catalog.Table, n, pad int) {
	t.Helper()
	const batch = 500
	for from := 0; from < n; from += batch {
		p := &plan.Write{}
		for i := from; i < min(from+batch, n); i++ {
			p.Items = append(p.Items, putOf(t, tab, fmt.Sprintf(`{"pk":{"S":"p%d"},"n":{"N":"%d"},"pad":{"S":"%s"}}`, i, i, strings.Repeat("x", pad))))
		}
		if _, err := b.Write(context.Background(), p); err != nil {
			t.Fatal(err)
		}
	}
}

// walk reads all pages of a scan and gives their number and the sums of what they say.
func walk(t *testing.T, b *Backend, q plan.Query) (pages int, sum backends.Page) {
	t.Helper()
	for {
		page, err := b.Query(context.Background(), &q)
		if err != nil {
			t.Fatal(err)
		}
		pages++
		sum.Scanned, sum.Matched, sum.Bytes = sum.Scanned+page.Scanned, sum.Matched+page.Matched, sum.Bytes+page.Bytes
		sum.Rows = append(sum.Rows, page.Rows...)
		if page.Last == nil {
			return pages, sum
		}
		key, ok := q.Table.Key(itemOf(t, string(page.Last)))
		if !ok {
			t.Fatalf("the last item of a page has no key: %s", page.Last)
		}
		q.After = &plan.Position{Key: key}
	}
}

// TestFilteredScanSendsWhatMatches scans many items of which few match: each page is one statement, and sends matching items and one
// position.
func TestFilteredScanSendsWhatMatches(t *testing.T) {
	var log statementLog
	b := openAt(t, pgtest.URL(t), backends.Options{Observe: log.observe})
	tab := tableOf(t, b, "t")
	const items = 20_000
	load(t, b, tab, items, 100)
	ten, _ := attr.NumberValue("10")
	q := plan.Query{Table: tab, MaxBytes: 1 << 20,
		Filter: &plan.Compare{Op: plan.LT, Left: &plan.PathOperand{Path: attr.Path{{Name: "n"}}}, Right: &plan.ValueOperand{Value: ten}}}
	walk(t, b, q) // sizes are known now
	log.take()
	pages, sum := walk(t, b, q)
	if sum.Scanned != items || sum.Matched != 10 || len(sum.Rows) != 10 {
		t.Errorf("scanned %d, matched %d, %d rows", sum.Scanned, sum.Matched, len(sum.Rows))
	}
	if got := strings.Count(log.take(), "scan_filter"); got > pages+1 {
		t.Errorf("%d pages took %d statements", pages, got)
	}
	sent := 0
	err := b.with(context.Background(), func(s *session) error {
		st, err := s.gen.Chunk(&q, b.nextChunk(&q, backends.NewPager(&q), nil))
		if err == nil {
			_, err = s.one(context.Background(), &st, func(r row) { sent++ })
		}
		return err
	})
	if err != nil || sent > 11 {
		t.Errorf("the first page sends %d rows, %v", sent, err)
	}
}

// TestPagesAreFull checks that pages end exactly with the item that reaches the limit, whatever the chunks.
func TestPagesAreFull(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	cases := []struct {
		name             string
		items, pad, most int
		grown            int // the pad later
	}{
		{"tiny items fill large pages", 3000, 1, 1 << 15, 0},
		{"items larger than the page come one by one", 5, 3000, 1000, 0},
		{"a page is cut between chunks", 600, 10, 256 * 30, 0},
		{"items have grown since they were read", 400, 1, 1 << 15, 2000},
	}
	for i, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tab := tableOf(t, b, fmt.Sprintf("t%d", i))
			load(t, b, tab, c.items, c.pad)
			q := plan.Query{Table: tab, MaxBytes: c.most}
			if c.grown > 0 {
				walk(t, b, q)
				load(t, b, tab, c.items, c.grown)
			}
			rest := c.items
			for rest > 0 {
				page, err := b.Query(context.Background(), &q)
				if err != nil {
					t.Fatal(err)
				}
				final := page.Rows[len(page.Rows)-1].Size
				if full := page.Bytes >= c.most; page.Bytes-final >= c.most || full != (page.Last != nil) {
					t.Errorf("a page of %d items has %d bytes, the last of them %d", page.Scanned, page.Bytes, final)
				}
				rest -= page.Scanned
				if page.Last == nil {
					break
				}
				key, _ := tab.Key(itemOf(t, string(page.Last)))
				q.After = &plan.Position{Key: key}
			}
			if rest != 0 {
				t.Errorf("%d items are missing", rest)
			}
		})
	}
}

// TestPlansWalkKeys asks the database how it runs pages: it walks the primary key in order and reads no table as a whole.
func TestPlansWalkKeys(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	tab := tableOf(t, b, "t", "a")
	token := attr.TokenOf(attr.StringValue("x"))
	after := &plan.Position{Key: catalog.Key{Token: token, Sort: []byte{}}, IndexSort: []byte{}}
	for name, q := range map[string]*plan.Query{
		"a query":              {Table: tab, Partition: &token, MaxBytes: 1},
		"a backward page":      {Table: tab, Partition: &token, MaxBytes: 1, Backward: true, After: after},
		"a scan":               {Table: tab, MaxBytes: 1, After: after},
		"a segment":            {Table: tab, MaxBytes: 1, Segment: &plan.Segment{First: attr.Token{1}, Last: attr.Token{2}}},
		"an index query":       {Table: tab, Index: tab.Indexes[0], Partition: &token, MaxBytes: 1, After: after},
		"an index scan":        {Table: tab, Index: tab.Indexes[0], MaxBytes: 1, Backward: true, After: after},
		"a query of sort keys": {Table: tab, Partition: &token, Range: plan.Range{Low: []byte("a"), High: []byte("b"), LowOpen: true}, MaxBytes: 1},
	} {
		for _, sizes := range []map[rowsOf]sizesOf{nil, {of(q): {average: 1, largest: 1}}} {
			b.sizes.known = sizes // without sizes a chunk is cut by a sum, with small ones it is not
			statements, err := b.Explain(context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			got := statements[0].Plan
			if !strings.Contains(got, "_pkey") || strings.Contains(got, "Seq Scan") || strings.Count(got, "Sort  ") > 1 || strings.Contains(got, "WindowAgg") != (sizes == nil) {
				t.Errorf("%s runs as\n%s", name, got)
			}
		}
	}
}
