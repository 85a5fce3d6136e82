package backendtest

import (
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// testConditions gives each kind of write a condition that holds and one that does not, on an item that is there and on one that
// is not.
func testConditions(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, indexedTable("conditions"))
	const key = `{"pk":{"S":"k"},"sk":{"S":"s"}}`
	const old = `{"pk":{"S":"k"},"sk":{"S":"s"},"a":{"S":"x"},"n":{"N":"1"}}`
	const fresh = `{"pk":{"S":"k"},"sk":{"S":"s"},"a":{"S":"y"},"n":{"N":"2"}}`
	const updated = `{"pk":{"S":"k"},"sk":{"S":"s"},"a":{"S":"x"},"n":{"N":"2"}}`
	const created = `{"pk":{"S":"k"},"sk":{"S":"s"},"n":{"N":"2"}}`
	writes := []struct {
		name                string
		write               plan.ItemWrite
		onExisting, onEmpty string // what is there after success
	}{
		{"put", f.put(fresh), fresh, fresh},
		{"delete", f.delete(key), "", ""},
		{"update", f.update(key, f.set("n", `{"N":"2"}`)), updated, created},
		{"check", f.check(key), old, ""},
	}
	conditions := []struct {
		name                string
		p                   plan.Predicate
		onExisting, onEmpty bool
	}{
		{"is one", f.is("n", `{"N":"1"}`), true, false},
		{"is another one", f.is("n", `{"N":"5"}`), false, false},
		{"exists", exists("pk"), true, false},
		{"is not there", notExists("pk"), false, true},
		{"is missing or one", &plan.Or{Of: []plan.Predicate{notExists("n"), f.is("n", `{"N":"1"}`)}}, true, true},
		{"differs", &plan.Not{Of: f.is("n", `{"N":"1"}`)}, false, true},
		{"never", &plan.Const{}, false, false},
		{"always", &plan.Const{Value: true}, true, true},
	}
	for _, w := range writes {
		for _, c := range conditions {
			for _, images := range []bool{false, true} {
				ff := &conditionCase{fixture: f, name: w.name + " if " + c.name, images: images}
				ff.run(w.write, c.p, old, w.onExisting, c.onExisting)
				ff.run(w.write, c.p, "", w.onEmpty, c.onEmpty)
			}
		}
	}
	f.sound()
}

// conditionCase is one kind of write with one condition.
type conditionCase struct {
	*fixture
	name   string
	images bool // the write asks for them
}

// run writes to an item in the state before, which may be none, and compares what is said and what is there.
func (c *conditionCase) run(w plan.ItemWrite, p plan.Predicate, before, after string, holds bool) {
	c.Helper()
	const key = `{"pk":{"S":"k"},"sk":{"S":"s"}}`
	if before == "" {
		c.write(c.delete(key))
	} else {
		c.load(before)
	}
	w = onlyIf(w, p)
	w.NeedOld, w.NeedNew, w.NeedOldOnFailure = c.images, c.images, c.images
	res := c.write(w)
	if res.ConditionFailed == holds || res.Refusal != nil {
		c.Errorf("%s on %q: failed is %v, refusal %v", c.name, before, res.ConditionFailed, res.Refusal)
	}
	if !holds {
		after = before
	}
	c.holds(key, after)
	if !c.images {
		if res.Old != nil || res.New != nil {
			c.Errorf("%s on %q: images nobody asked for", c.name, before)
		}
		return
	}
	c.same(c.name+": the old image", res.Old, before)
	if w.Kind != plan.Check && holds {
		c.same(c.name+": the new image", res.New, after)
	}
	if holds && (res.OldSize != c.size(before) || w.Kind != plan.Check && res.NewSize != c.size(after)) {
		c.Errorf("%s on %q: sizes %d and %d", c.name, before, res.OldSize, res.NewSize)
	}
}

func (c *conditionCase) size(doc string) int {
	if doc == "" {
		return 0
	}
	return c.item(doc).Size
}
