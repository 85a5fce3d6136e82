package catalog

import (
	"slices"
	"time"
)

// Status is the life-cycle state of a table or index, as DescribeTable names it.
type Status string

// States of a table or index.
const (
	Creating Status = "CREATING"
	Active   Status = "ACTIVE"
	Updating Status = "UPDATING"
	Deleting Status = "DELETING"
)

// At is the definition as it is at a time. Once Until has come, the table and its indexes are ACTIVE, but for an index that is still being
// filled, and indexes that were being deleted are gone. Whoever reads a definition takes it so; that the stored one follows later
// makes no difference. A table that was being deleted stays: see Gone.
func (t *Table) At(now time.Time) *Table {
	if t.Until.IsZero() || now.Before(t.Until) || t.Status == Deleting {
		return t
	}
	c := *t
	c.Status, c.Until, c.Indexes = Active, time.Time{}, nil
	for _, x := range t.Indexes {
		switch {
		case x.Status == Deleting:
			continue
		case x.Status != Active && !x.Backfilling:
			y := *x
			y.Status = Active
			x = &y
		}
		c.Indexes = append(c.Indexes, x)
	}
	c.dropUnusedDefinitions()
	return &c
}

// Gone says whether at a time nothing is left of the table but what is still stored.
func (t *Table) Gone(now time.Time) bool { return t.Status == Deleting && !now.Before(t.Until) }

// dropUnusedDefinitions leaves only the Definitions that a key uses.
func (t *Table) dropUnusedDefinitions() {
	used := func(k KeyAttr) bool {
		return t.IsKey(k.Name) || slices.ContainsFunc(t.SecondaryIndexes(), func(x *Index) bool { return x.IsKey(k.Name) })
	}
	t.Definitions = slices.DeleteFunc(slices.Clone(t.Definitions), func(k KeyAttr) bool { return !used(k) })
}

// Settled says whether nothing is left to do in the background for the stored definition to be as it will be.
func (t *Table) Settled() bool { return t.Until.IsZero() && t.FillingIndex() == nil }

// FillingIndex is the first index that has not all its entries yet; nil if there is none.
func (t *Table) FillingIndex() *Index {
	for _, x := range t.Indexes {
		if x.Backfilling {
			return x
		}
	}
	return nil
}
