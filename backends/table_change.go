package backends

import "github.com/ddbsql/ddbsql/internal/catalog"

// TableChange is what a new definition of a table changes about its SQL tables.
type TableChange struct {
	Made, Gone []*catalog.Index
	Opens      bool  // a stream begins
	Closed     int64 // the id of the stream that ends, 0 for none
}

// ChangeOf compares the stored definition of a table with the one that replaces it. Indexes are told apart by id.
func ChangeOf(stored, t *catalog.Table) TableChange {
	c := TableChange{Made: indexesOnlyIn(t, stored), Gone: indexesOnlyIn(stored, t), Opens: t.Opens()}
	if stored.Recorded() && (c.Opens || !t.Recorded()) {
		c.Closed = stored.Stream.ID
	}
	return c
}

// TellsWriters says whether it is for writers to keep up what is made: none of those that do not know of it may commit after
// the change.
func (c *TableChange) TellsWriters() bool { return len(c.Made) > 0 || c.Opens || c.Closed != 0 }

func indexesOnlyIn(a, b *catalog.Table) []*catalog.Index {
	known := make(map[int32]bool, len(b.Indexes))
	for _, x := range b.Indexes {
		known[x.ID] = true
	}
	var only []*catalog.Index
	for _, x := range a.Indexes {
		if !known[x.ID] {
			only = append(only, x)
		}
	}
	return only
}
