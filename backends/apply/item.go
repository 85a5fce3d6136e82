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
		if refusal := u.checkIndexKeys(x, x.Partition, it, attr.MaxPartitionKeyBytes, "hash"); refusal != nil {
			return refusal
		}
		if refusal := u.checkIndexKeys(x, x.Sort, it, attr.MaxSortKeyBytes, "range"); refusal != nil {
			return refusal
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

// checkIndexKeys checks the attributes of an index's partition key, or of its sort key, whose values may have limit bytes together.
func (u *update) checkIndexKeys(x *catalog.Index, keys []catalog.KeyAttr, it *attr.Item, limit int, role string) *backends.Refusal {
	size, changed := 0, false
	for _, k := range keys {
		v, ok := it.Get(k.Name)
		if !ok {
			continue
		}
		size += v.Size
		if before, was := get(u.attrs, k.Name); was && !u.missing && bytes.Equal(before.Doc, v.Doc) {
			continue
		}
		changed = true
		switch {
		case v.Type != k.Type:
			return refuse(backends.RefusedIndexKeyType, x.Name, k.Name, k.Type.String(), v.Type.String())
		case v.Size == 0:
			return refuse(backends.RefusedIndexKeyEmpty, x.Name, k.Name, k.Type.String())
		}
	}
	if changed && size > limit {
		return refuse(backends.RefusedIndexKeySize, x.Name, role)
	}
	return nil
}
