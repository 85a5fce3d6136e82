package translator

import (
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// putWrite is the unconditional write of an item that has the table's key attributes in their types.
func putWrite(t *catalog.Table, it *attr.Item) (plan.ItemWrite, *apierr.Error) {
	key, ok := t.Key(it)
	if !ok {
		return plan.ItemWrite{}, apierr.Invalid(textKeySchema)
	}
	if err := schemaOf(t, nil).wantItemValues(it); err != nil {
		return plan.ItemWrite{}, err
	}
	if err := wantIndexKeys(t, it); err != nil {
		return plan.ItemWrite{}, err
	}
	return plan.ItemWrite{Kind: plan.Put, Table: t, Key: key, Item: it, Entries: t.Entries(it), HoldsOnMissing: true}, nil
}

// wantTableKey refuses an item without a key attribute, or with one of another type, in the words of PutItem.
func wantTableKey(t *catalog.Table, it *attr.Item) *apierr.Error {
	schema := schemaOf(t, nil)
	for _, keys := range [][]catalog.KeyAttr{schema.partition, schema.sort} {
		for _, k := range keys {
			v, ok := it.Get(k.Name)
			if !ok {
				return apierr.Invalid(invalidParameter + "Missing the key " + k.Name + " in the item")
			}
			if v.Type != k.Type {
				return apierr.Invalid(invalidParameter + "Type mismatch for key " + k.Name + " expected: " + k.Type.String() + " actual: " + v.Type.String())
			}
		}
	}
	return nil
}

// wantIndexKeys refuses an item with an index key attribute of another type, empty or too long. An item without the
// attribute is fine: it is not in the index.
func wantIndexKeys(t *catalog.Table, it *attr.Item) *apierr.Error {
	for _, x := range t.SecondaryIndexes() {
		schema := schemaOf(t, x)
		for _, keys := range [][]catalog.KeyAttr{schema.partition, schema.sort} {
			for _, k := range keys {
				if v, ok := it.Get(k.Name); ok && v.Type != k.Type {
					return indexKeyMismatch(x, k, v.Type)
				}
			}
		}
		if err := schema.wantItemValues(it); err != nil {
			return err
		}
	}
	return nil
}

func indexKeyMismatch(x *catalog.Index, k catalog.KeyAttr, actual attr.Type) *apierr.Error {
	return apierr.Invalid(invalidParameter + "Type mismatch for Index Key " + k.Name + " Expected: " + k.Type.String() +
		" Actual: " + actual.String() + " IndexName: " + x.Name)
}
