package translator

import (
	"bytes"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

const textStartKey = "The provided starting key is invalid"

// position is the place in the table, or in index x, that an ExclusiveStartKey names. It has all key attributes of both
// and nothing else. mismatch words the refusal of an attribute of another type.
func position(t *catalog.Table, x *catalog.Index, start *attr.Item, mismatch func(k catalog.KeyAttr, actual attr.Type) *apierr.Error) (*plan.Position, *apierr.Error) {
	if !hasExactly(start, t.PositionNames(x)) {
		return nil, apierr.Invalid(textStartKey)
	}
	schemas := []keySchema{schemaOf(t, nil)}
	if x != nil {
		schemas = append(schemas, schemaOf(t, x))
	}
	for _, schema := range schemas {
		for _, keys := range [][]catalog.KeyAttr{schema.partition, schema.sort} {
			for _, k := range keys {
				if v, _ := start.Get(k.Name); v.Type != k.Type {
					return nil, mismatch(k, v.Type)
				}
			}
		}
	}
	for _, schema := range schemas {
		if err := schema.wantItemValues(start); err != nil {
			return nil, apierr.Invalid(textStartKey + ": " + err.Message)
		}
	}
	at := &plan.Position{}
	at.Key, _ = t.Key(start)
	if x != nil {
		at.IndexToken, at.IndexSort = entryOf(t, x, start)
	}
	return at, nil
}

func hasExactly(it *attr.Item, names []string) bool {
	if len(it.Attrs) != len(names) {
		return false
	}
	for _, name := range names {
		if _, ok := it.Get(name); !ok {
			return false
		}
	}
	return true
}

// entryOf is where an item with all key attributes stands in the index.
func entryOf(t *catalog.Table, x *catalog.Index, it *attr.Item) (attr.Token, []byte) {
	for i, entry := range t.Entries(it) {
		if t.Indexes[i] == x {
			return entry.Token, entry.Sort
		}
	}
	panic("translator: an index that is not the table's")
}

// queryStart is the position after which a Query goes on; it must be one that the Query could have stopped at.
func queryStart(q *plan.Query, start *attr.Item, oneKey bool) (*plan.Position, *apierr.Error) {
	t, x := q.Table, q.Index
	at, err := position(t, x, start, func(catalog.KeyAttr, attr.Type) *apierr.Error {
		if x != nil {
			return apierr.Invalid(textStartKey)
		}
		return apierr.Invalid(textStartKey + ": " + textKeySchema)
	})
	if err != nil {
		return nil, err
	}
	switch {
	case x == nil && t.Sort == nil:
		v, _ := start.Get(t.Partition.Name)
		return nil, apierr.Invalid("The provided exclusive start key is invalid: ExclusiveStartKey: {" + t.Partition.Name + "=" + valueText(v) + "}")
	case tokenAt(q, at) != *q.Partition && oneKey:
		return nil, apierr.Invalid("The query can return at most one row and cannot be restarted")
	case !within(q, at):
		return nil, apierr.Invalid("The provided starting key is outside query boundaries based on provided conditions")
	}
	return at, nil
}

// scanStart is the position after which a Scan goes on; it must be in the segment.
func scanStart(q *plan.Query, start *attr.Item) (*plan.Position, *apierr.Error) {
	t, x := q.Table, q.Index
	at, err := position(t, x, start, func(k catalog.KeyAttr, actual attr.Type) *apierr.Error {
		for _, index := range t.SecondaryIndexes() {
			if index.IsKey(k.Name) {
				return indexKeyMismatch(index, k, actual)
			}
		}
		return apierr.Invalid(textStartKey)
	})
	if err != nil {
		return nil, err
	}
	token := tokenAt(q, at)
	if s := q.Segment; s != nil && (bytes.Compare(token[:], s.First[:]) < 0 || bytes.Compare(token[:], s.Last[:]) > 0) {
		return nil, apierr.Invalid("Exclusive start key must lie within the segment")
	}
	return at, nil
}

// within says whether a read of a partition, or of everything, could have stopped at a position.
func within(q *plan.Query, at *plan.Position) bool {
	if q.Partition == nil {
		return true
	}
	sort := at.Key.Sort
	if q.Index != nil {
		sort = at.IndexSort
	}
	return tokenAt(q, at) == *q.Partition && inRange(q.Range, sort)
}

// tokenAt is the partition of a position in what the plan reads.
func tokenAt(q *plan.Query, at *plan.Position) attr.Token {
	if q.Index != nil {
		return at.IndexToken
	}
	return at.Key.Token
}
