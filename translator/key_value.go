package translator

import (
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// notValid is the beginning of the refusals of empty keys.
const notValid = "One or more parameter values are not valid. "

// textKeySchema refuses a key that is not what the schema says.
const textKeySchema = "The provided key element does not match the schema"

// keyLimit is the size that the values of the partition key, or of the sort key, may have together.
type keyLimit struct {
	bytes int
	text  string
}

var (
	partitionLimit = keyLimit{attr.MaxPartitionKeyBytes, invalidParameter + "Size of hashkey has exceeded the maximum size limit of2048 bytes"}
	sortLimit      = keyLimit{attr.MaxSortKeyBytes, invalidParameter + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes"}
)

func wantKeySize(limit *keyLimit, size int) *apierr.Error {
	if size > limit.bytes {
		return apierr.Invalid(limit.text)
	}
	return nil
}

// isEmptyKey says whether a string or binary is empty, which only keys may not be.
func isEmptyKey(v attr.Value) bool { return v.Size == 0 && (v.Type == attr.S || v.Type == attr.B) }

// emptyKey refuses an empty value of a key attribute.
func (k keySchema) emptyKey(name string, t attr.Type) *apierr.Error {
	kind := "string"
	if t == attr.B {
		kind = "binary"
	}
	text := "The AttributeValue for a key attribute cannot contain an empty " + kind + " value. "
	if k.index != nil {
		return apierr.Invalid(notValid + "A value specified for a secondary index key is not supported. " + text +
			"IndexName: " + k.index.Name + ", IndexKey: " + name)
	}
	return apierr.Invalid(notValid + text + "Key: " + name)
}

// requestKey is the row that a request's Key names: exactly the table's key attributes, with their types.
func requestKey(t *catalog.Table, key *attr.Item) (catalog.Key, *apierr.Error) {
	row, ok := t.Key(key)
	if !ok || len(key.Attrs) != len(t.KeyNames()) {
		return catalog.Key{}, apierr.Invalid(textKeySchema)
	}
	return row, schemaOf(t, nil).wantItemValues(key)
}

// wantItemValues refuses an item, or a key, whose key attributes are empty or too long. What is not there, or of
// another type, is not its matter.
func (k keySchema) wantItemValues(it *attr.Item) *apierr.Error {
	if err := k.wantNotEmpty(it); err != nil {
		return err
	}
	return k.wantItemSizes(it)
}

// wantItemSizes refuses an item, or a key, whose key attributes are too long.
func (k keySchema) wantItemSizes(it *attr.Item) *apierr.Error {
	if err := wantKeySize(&partitionLimit, itemSizes(k.partition, it)); err != nil {
		return err
	}
	return wantKeySize(&sortLimit, itemSizes(k.sort, it))
}

// wantNotEmpty refuses an item, or a key, with an empty key attribute.
func (k keySchema) wantNotEmpty(it *attr.Item) *apierr.Error {
	for _, keys := range [][]catalog.KeyAttr{k.partition, k.sort} {
		for i := range keys {
			if v, ok := it.Get(keys[i].Name); ok && isEmptyKey(v) {
				return k.emptyKey(keys[i].Name, v.Type)
			}
		}
	}
	return nil
}

func itemSizes(keys []catalog.KeyAttr, it *attr.Item) int {
	sum := 0
	for i := range keys {
		if v, ok := it.Get(keys[i].Name); ok {
			sum += v.Size
		}
	}
	return sum
}
