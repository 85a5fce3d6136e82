package apply

import (
	"bytes"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// itemOf writes the document of an item from those of its attributes.
func itemOf(attrs []attr.Attr) *attr.Item {
	it := &attr.Item{Attrs: attrs}
	length := 2
	for i := range attrs {
		length += len(attrs[i].Name) + len(attrs[i].Value.Doc) + 4
		it.Size += len(attrs[i].Name) + attrs[i].Value.Size
	}
	it.Doc = append(make([]byte, 0, length), '{')
	for i := range attrs {
		if i > 0 {
			it.Doc = append(it.Doc, ',')
		}
		it.Doc = attr.AppendDocString(it.Doc, attrs[i].Name)
		it.Doc = append(it.Doc, ':')
		it.Doc = append(it.Doc, attrs[i].Value.Doc...)
	}
	it.Doc = append(it.Doc, '}')
	return it
}

// check refuses an item that may not be stored. Index keys are looked at only where the update changed them: an item that
// was stored before the index existed may have any value there.
func (u *update) check(t *catalog.Table, it *attr.Item) *backends.Refusal {
	for _, x := range t.SecondaryIndexes() {
		for _, k := range x.Partition {
			if refusal := u.checkIndexKey(x, k, it, attr.MaxPartitionKeyBytes, "hash"); refusal != nil {
				return refusal
			}
		}
		for _, k := range x.Sort {
			if refusal := u.checkIndexKey(x, k, it, attr.MaxSortKeyBytes, "range"); refusal != nil {
				return refusal
			}
		}
	}
	for i := range it.Attrs {
		if 1+it.Attrs[i].Value.Depth > attr.MaxDepth {
			return refuse(backends.RefusedNesting)
		}
	}
	if it.Size > attr.MaxItemSize {
		return refuse(backends.RefusedItemSize)
	}
	return nil
}

func (u *update) checkIndexKey(x *catalog.Index, k catalog.KeyAttr, it *attr.Item, limit int, role string) *backends.Refusal {
	v, ok := it.Get(k.Name)
	if !ok {
		return nil
	}
	if before, was := get(u.attrs, k.Name); was && !u.missing && bytes.Equal(before.Doc, v.Doc) {
		return nil
	}
	if v.Type != k.Type {
		return refuse(backends.RefusedIndexKeyType, x.Name, k.Name, k.Type.String(), v.Type.String())
	}
	if k.Type == attr.N {
		return nil
	}
	switch n := len(v.Text()); {
	case n == 0:
		return refuse(backends.RefusedIndexKeyEmpty, x.Name, k.Name, k.Type.String())
	case n > limit:
		return refuse(backends.RefusedIndexKeySize, x.Name, k.Name, role)
	}
	return nil
}
