package catalog

import "github.com/ddbsql/ddbsql/internal/attr"

// Key is the primary key of an item's row.
type Key struct {
	Token attr.Token
	Sort  []byte // empty for a table without sort key, never nil
}

// Entry is an index row: where the item stands in the index, and the size in bytes of what the index projects of it.
type Entry struct {
	Token attr.Token
	Sort  []byte
	Size  int
}

// Key gives the row key of an item (or of a request's key map). It is false when a key attribute is missing or of
// another type than the schema says.
func (t *Table) Key(it *attr.Item) (Key, bool) {
	partition, ok := typed(it, t.Partition)
	if !ok {
		return Key{}, false
	}
	key := Key{Token: attr.TokenOf(partition), Sort: []byte{}}
	if t.Sort == nil {
		return key, true
	}
	sort, ok := typed(it, *t.Sort)
	if !ok {
		return Key{}, false
	}
	key.Sort = attr.AppendKeyBytes(key.Sort, sort)
	return key, true
}

// Entries gives the index entries of an item, aligned with Indexes: nil where the item is not in the index, because a key attribute
// of the index is missing, of another type, or has a value that no key can have. Only an item that was stored before its index was
// made can have such a value, unless the index is hidden.
func (t *Table) Entries(it *attr.Item) []*Entry {
	if len(t.Indexes) == 0 {
		return nil
	}
	entries := make([]*Entry, len(t.Indexes))
	for i, x := range t.Indexes {
		entries[i] = x.Entry(t, it)
	}
	return entries
}

// Entry gives the entry of an item of table t in the index; nil where the item is not in it.
func (x *Index) Entry(t *Table, it *attr.Item) *Entry {
	var buf [4]attr.Value
	parts, ok := keyValues(buf[:0], it, x.Partition, attr.MaxPartitionKeyBytes)
	if !ok {
		return nil
	}
	e := &Entry{Token: attr.TokenOf(parts...), Sort: []byte{}}
	parts, ok = keyValues(buf[:0], it, x.Sort, attr.MaxSortKeyBytes)
	if !ok {
		return nil
	}
	for i, v := range parts {
		if i < len(parts)-1 {
			e.Sort = attr.AppendKeyPart(e.Sort, v)
		} else {
			e.Sort = attr.AppendKeyBytes(e.Sort, v)
		}
	}
	e.Size = x.projectedSize(t, it)
	return e
}

// keyValues appends the item's values of key attributes. It is false when the item has no such key: one is missing, of another type or
// empty, or they are too long together.
func keyValues(values []attr.Value, it *attr.Item, keys []KeyAttr, limit int) ([]attr.Value, bool) {
	size := 0
	for _, k := range keys {
		v, ok := typed(it, k)
		if !ok || v.Size == 0 {
			return nil, false
		}
		size += v.Size
		values = append(values, v)
	}
	return values, size <= limit
}

// projectedSize is the size in bytes of the attributes of the item that the index projects.
func (x *Index) projectedSize(t *Table, it *attr.Item) int {
	if x.Projection == ProjectAll {
		return it.Size
	}
	size := 0
	for i := range it.Attrs {
		if a := &it.Attrs[i]; x.Projects(a.Name, t) {
			size += len(a.Name) + a.Value.Size
		}
	}
	return size
}

func typed(it *attr.Item, k KeyAttr) (attr.Value, bool) {
	v, ok := it.Get(k.Name)
	return v, ok && v.Type == k.Type
}

// Projects says whether the index of table t holds that attribute: its own key, the table's key and what it projects.
func (x *Index) Projects(name string, t *Table) bool {
	if x.Projection == ProjectAll || t.IsKey(name) || x.IsKey(name) {
		return true
	}
	for _, n := range x.NonKey {
		if n == name {
			return true
		}
	}
	return false
}

// IsKey says whether the attribute is part of the table's primary key.
func (t *Table) IsKey(name string) bool {
	return name == t.Partition.Name || t.Sort != nil && name == t.Sort.Name
}

// IsKey says whether the attribute is part of the index's key.
func (x *Index) IsKey(name string) bool { return contains(x.Partition, name) || contains(x.Sort, name) }

func contains(keys []KeyAttr, name string) bool {
	for _, k := range keys {
		if k.Name == name {
			return true
		}
	}
	return false
}

// KeyNames are the names of the table's key attributes, partition key first.
func (t *Table) KeyNames() []string {
	if t.Sort == nil {
		return []string{t.Partition.Name}
	}
	return []string{t.Partition.Name, t.Sort.Name}
}

// KeyNames are the names of the index's key attributes, partition key first; the table's own are not among them
// unless the index uses them.
func (x *Index) KeyNames() []string {
	names := make([]string, 0, len(x.Partition)+len(x.Sort))
	for _, k := range x.Partition {
		names = append(names, k.Name)
	}
	for _, k := range x.Sort {
		names = append(names, k.Name)
	}
	return names
}

// PositionNames are the attributes a LastEvaluatedKey of the index has: its key, then what is missing of the table's.
// A nil index stands for the table itself.
func (t *Table) PositionNames(x *Index) []string {
	if x == nil {
		return t.KeyNames()
	}
	names := x.KeyNames()
	for _, n := range t.KeyNames() {
		if !x.IsKey(n) {
			names = append(names, n)
		}
	}
	return names
}

// KeyDoc is the document of an item's primary key.
func (t *Table) KeyDoc(it *attr.Item) []byte {
	doc := []byte{'{'}
	for i, name := range t.KeyNames() {
		if i > 0 {
			doc = append(doc, ',')
		}
		v, _ := it.Get(name)
		doc = append(attr.AppendDocString(doc, name), ':')
		doc = append(doc, v.Doc...)
	}
	return append(doc, '}')
}
