package backends

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Collection is an item collection that a plan makes larger: the items of one partition key, and their entries in local indexes.
type Collection struct {
	Table *catalog.Table
	Token attr.Token
	// Place is that of the first item of the plan that adds to the collection.
	Place int

	growth int
}

// Grown are the item collections that a plan makes larger, in the order of table and token. The results have the images of all items
// of tables with local indexes, as plan.Write.CollectionLimit wants.
func Grown(p *plan.Write, results []WriteResult) ([]Collection, error) {
	var all []Collection
	for i := range p.Items {
		w := &p.Items[i]
		if w.Kind == plan.Check || !w.Table.HasLocalIndexes() {
			continue
		}
		growth, err := growthOf(w.Table, &results[i])
		if err != nil {
			return nil, err
		}
		all = add(all, Collection{Table: w.Table, Token: w.Key.Token, Place: i, growth: growth})
	}
	all = slices.DeleteFunc(all, func(c Collection) bool { return c.growth <= 0 })
	slices.SortFunc(all, func(a, b Collection) int {
		return cmp.Or(cmp.Compare(a.Table.ID, b.Table.ID), bytes.Compare(a.Token[:], b.Token[:]))
	})
	return all, nil
}

// add sums up what the items of a plan do to one collection.
func add(all []Collection, c Collection) []Collection {
	for i := range all {
		known := &all[i]
		if known.Table.ID != c.Table.ID || known.Token != c.Token {
			continue
		}
		if known.growth <= 0 && c.growth > 0 {
			known.Place = c.Place
		}
		known.growth += c.growth
		return all
	}
	return append(all, c)
}

// growthOf is what a write adds to the collection of its item, in bytes.
func growthOf(t *catalog.Table, r *WriteResult) (int, error) {
	before, err := collectedSize(t, r.Old)
	if err != nil {
		return 0, err
	}
	after, err := collectedSize(t, r.New)
	return after - before, err
}

// collectedSize is what an item has in its collection: its own size and that of its entries in local indexes.
func collectedSize(t *catalog.Table, doc []byte) (int, error) {
	if doc == nil {
		return 0, nil
	}
	it, err := attr.ParseItem(doc)
	if err != nil {
		return 0, err
	}
	size := it.Size
	for i, e := range t.Entries(&it) {
		if t.Indexes[i].Local && e != nil {
			size += e.Size
		}
	}
	return size, nil
}

// Single is the plan of one item of a plan.
func Single(p *plan.Write, place int) *plan.Write {
	one := *p
	one.Items = p.Items[place : place+1]
	return &one
}
