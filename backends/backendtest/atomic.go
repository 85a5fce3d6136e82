package backendtest

import (
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// testAtomic writes several items, all or none, of two tables.
func testAtomic(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, indexedTable("atomic"))
	g := newFixture(t, b, hashTable("atomic-2"))
	const one, two, three = `{"pk":{"S":"k"},"sk":{"S":"1"}}`, `{"pk":{"S":"k"},"sk":{"S":"2"}}`, `{"pk":{"S":"k"},"sk":{"S":"3"}}`
	const oldOne = `{"pk":{"S":"k"},"sk":{"S":"1"},"b":{"S":"B"},"n":{"N":"1"}}`
	const oldTwo = `{"pk":{"S":"k"},"sk":{"S":"2"},"b":{"S":"B"}}`
	const newThree = `{"pk":{"S":"k"},"sk":{"S":"3"},"b":{"S":"C"}}`
	reset := func() {
		f.load(oldOne, oldTwo)
		f.write(f.delete(three))
		g.write(g.delete(`{"pk":{"S":"o"}}`))
	}
	base := func() []plan.ItemWrite {
		return []plan.ItemWrite{
			f.update(one, f.add("n", `{"N":"1"}`), f.set("b", `{"S":"moved"}`)), f.delete(two), f.put(newThree), g.put(`{"pk":{"S":"o"}}`),
		}
	}

	reset()
	results, err := b.Write(f.ctx, &plan.Write{Atomic: true, Items: append(base(), onlyIf(g.check(`{"pk":{"S":"none"}}`), notExists("pk")))})
	f.must(err)
	for i, r := range results {
		if r.ConditionFailed || r.Refusal != nil {
			t.Errorf("item %d of a plan that holds: %+v", i, r)
		}
	}
	f.holds(one, `{"pk":{"S":"k"},"sk":{"S":"1"},"b":{"S":"moved"},"n":{"N":"2"}}`)
	f.holds(two, "")
	f.holds(three, newThree)
	g.holds(`{"pk":{"S":"o"}}`, `{"pk":{"S":"o"}}`)
	f.entries("after success", f.tab.Indexes[1], []string{"moved", "C"})

	failing := []struct {
		name  string
		write plan.ItemWrite
	}{
		{"a failed check", onlyIf(g.check(`{"pk":{"S":"none"}}`), exists("pk"))},
		{"a failed put", onlyIf(g.put(`{"pk":{"S":"none"}}`), exists("pk"))},
		{"a failed delete", onlyIf(f.delete(`{"pk":{"S":"k"},"sk":{"S":"9"}}`), exists("pk"))},
		{"a refused update", g.update(`{"pk":{"S":"none"}}`, plan.Action{Verb: plan.SetValue, Path: path("a"), Value: &plan.PathExpr{Path: path("b")}})},
	}
	for _, c := range failing {
		for at := range 5 {
			reset()
			items := base()
			items = append(items[:at:at], append([]plan.ItemWrite{c.write}, items[at:]...)...)
			results, err := b.Write(f.ctx, &plan.Write{Atomic: true, Items: items})
			f.must(err)
			for i, r := range results {
				if failed := r.ConditionFailed || r.Refusal != nil; failed != (i == at) {
					t.Errorf("%s at %d: result %d is %+v", c.name, at, i, r)
				}
			}
			f.holds(one, oldOne)
			f.holds(two, oldTwo)
			f.holds(three, "")
			g.holds(`{"pk":{"S":"o"}}`, "")
			f.entries(c.name, f.tab.Indexes[1], []string{"B", "B"})
		}
	}
	testNotAtomic(f)
	f.sound()
}

// testNotAtomic writes items each for itself: the failure of one does not touch the others.
func testNotAtomic(f *fixture) {
	results, err := f.b.Write(f.ctx, &plan.Write{Items: []plan.ItemWrite{
		f.put(`{"pk":{"S":"each"},"sk":{"S":"1"}}`),
		onlyIf(f.put(`{"pk":{"S":"each"},"sk":{"S":"2"}}`), exists("pk")),
		f.put(`{"pk":{"S":"each"},"sk":{"S":"3"}}`),
	}})
	f.must(err)
	if results[0].ConditionFailed || !results[1].ConditionFailed || results[2].ConditionFailed {
		f.Errorf("results are %+v", results)
	}
	f.holds(`{"pk":{"S":"each"},"sk":{"S":"1"}}`, `{"pk":{"S":"each"},"sk":{"S":"1"}}`)
	f.holds(`{"pk":{"S":"each"},"sk":{"S":"2"}}`, "")
	f.holds(`{"pk":{"S":"each"},"sk":{"S":"3"}}`, `{"pk":{"S":"each"},"sk":{"S":"3"}}`)
}
