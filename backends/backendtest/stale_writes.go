package backendtest

import (
	"fmt"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// testStaleWrites writes in all ways there are, whatever a plan asks for besides: by a definition that is not the current one, which must be
// told and change nothing, and by the current one, which must change what it says.
func testStaleWrites(t *testing.T, b backends.Backend) {
	for _, table := range []*catalog.Table{rangeTable("stale-plain", attr.S), indexedTable("stale-indexed"), opening(indexedTable("stale-recorded"), catalog.ViewBoth, 1)} {
		f := newFixture(t, b, table)
		old := *f.tab
		f.must(b.UpdateTable(f.ctx, f.tab))
		t.Run(table.Name, func(t *testing.T) {
			own := *f
			own.T = t
			for asked := range 1 << 5 {
				for _, kind := range []plan.Kind{plan.Put, plan.Delete, plan.Update} {
					own.staleWrite(&old, kind, asked)
				}
			}
			own.sound()
		})
	}
}

// staleWrite writes one item in each form of a plan: alone, with others, and all or none.
func (f *fixture) staleWrite(old *catalog.Table, kind plan.Kind, asked int) {
	f.Helper()
	for form := range 3 {
		before := []string{`{"pk":{"S":"p"},"sk":{"S":"0"},"a":{"S":"x"},"n":{"N":"1"}}`, `{"pk":{"S":"p"},"sk":{"S":"1"},"b":{"S":"y"}}`}
		f.load(before...)
		p := func(table *catalog.Table) *plan.Write {
			own := *f
			own.tab = table
			items := []plan.ItemWrite{own.staleItem(kind, asked, before[0])}
			if form > 0 {
				items = append(items, own.staleItem(kind, asked, before[1]))
			}
			return &plan.Write{Items: items, Atomic: form == 2}
		}
		what := fmt.Sprintf("kind %d, asked %05b, form %d", kind, asked, form)
		_, err := f.b.Write(f.ctx, p(old))
		if codeOf(err) != backends.CodeStale {
			f.Errorf("%s: %v, want that the plan is stale", what, err)
		}
		for _, doc := range before {
			f.holds(doc, doc)
		}
		_, err = f.b.Write(f.ctx, p(f.tab))
		f.must(err)
		for i, doc := range before {
			if changed := f.get(doc) != canonical(f, []byte(doc)); changed != (i == 0 || form > 0) {
				f.Errorf("%s: item %d is %q", what, i, f.get(doc))
			}
		}
	}
}

// staleItem is a write that changes an item, and asks for so much.
func (f *fixture) staleItem(kind plan.Kind, asked int, doc string) plan.ItemWrite {
	var w plan.ItemWrite
	sk, _ := f.item(doc).Get("sk")
	keys := fmt.Sprintf(`"pk":{"S":"p"},"sk":{"S":%q}`, sk.Text())
	key := "{" + keys + "}"
	switch kind {
	case plan.Put:
		w = f.put("{" + keys + `,"a":{"S":"z"}}`)
	case plan.Delete:
		w = f.delete(key)
	default:
		w = f.update(key, f.set("c", `{"S":"z"}`))
	}
	w.NeedOld, w.NeedNew, w.NeedSizes, w.NeedOldOnFailure = asked&1 != 0, asked&2 != 0, asked&4 != 0, asked&8 != 0
	if asked&16 != 0 {
		w = onlyIf(w, notExists("c"))
	}
	return w
}
