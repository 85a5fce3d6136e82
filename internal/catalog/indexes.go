package catalog

import "slices"

// SecondaryIndexes are the indexes that requests and answers know of, GSIs and LSIs in the order given. They stand at the same
// places in Indexes.
func (t *Table) SecondaryIndexes() []*Index {
	n := len(t.Indexes)
	for n > 0 && t.Indexes[n-1].Hidden {
		n--
	}
	return t.Indexes[:n]
}

// HasLocalIndexes says whether the table has item collections, as the service calls them: only tables with local indexes have.
func (t *Table) HasLocalIndexes() bool {
	for _, x := range t.Indexes {
		if x.Local {
			return true
		}
	}
	return false
}

// Index returns the secondary index of that name, or nil.
func (t *Table) Index(name string) *Index {
	for _, x := range t.SecondaryIndexes() {
		if x.Name == name {
			return x
		}
	}
	return nil
}

// AddIndex gives an index its ID and adds it, before the hidden ones unless it is one. The list it was added to stays as it is:
// other definitions may have it.
func (t *Table) AddIndex(x *Index) {
	t.NextIndexID++
	x.ID = t.NextIndexID
	place := len(t.Indexes)
	if !x.Hidden {
		place = len(t.SecondaryIndexes())
	}
	t.Indexes = slices.Insert(slices.Clone(t.Indexes), place, x)
}

// RemoveIndex takes the index of that ID away, and leaves the list it was in as it is.
func (t *Table) RemoveIndex(id int32) {
	t.Indexes = slices.DeleteFunc(slices.Clone(t.Indexes), func(x *Index) bool { return x.ID == id })
}

// ExpiryIndex is the hidden index of the items that expire; nil unless the table's time to live is enabled.
func (t *Table) ExpiryIndex() *Index {
	if t.TTL == nil || !t.TTL.Enabled {
		return nil
	}
	for _, x := range t.Indexes {
		if x.ID == t.TTL.IndexID {
			return x
		}
	}
	return nil
}
