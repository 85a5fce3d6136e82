package translator

import (
	"strconv"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// keySchema is the key of a table or of one of its indexes.
type keySchema struct {
	partition, sort []catalog.KeyAttr
	index           *catalog.Index // nil for the table
}

// schemaOf is the key of an index, or of the table when x is nil.
func schemaOf(t *catalog.Table, x *catalog.Index) keySchema {
	if x != nil {
		return keySchema{partition: x.Partition, sort: x.Sort, index: x}
	}
	k := keySchema{partition: []catalog.KeyAttr{t.Partition}}
	if t.Sort != nil {
		k.sort = []catalog.KeyAttr{*t.Sort}
	}
	return k
}

func (k keySchema) isKey(name string) bool {
	return keyIndex(k.partition, name) >= 0 || keyIndex(k.sort, name) >= 0
}

// attributes is how many attributes the key has.
func (k keySchema) attributes() int { return len(k.partition) + len(k.sort) }

func keyIndex(keys []catalog.KeyAttr, name string) int {
	for i := range keys {
		if keys[i].Name == name {
			return i
		}
	}
	return -1
}

const textNotSupported = "Query key condition not supported"

// locate finds the partition and the range of sort keys that the conditions name.
func (k keySchema) locate(conditions []keyCondition) (attr.Token, plan.Range, *apierr.Error) {
	partition, sort, err := k.assign(conditions)
	if err != nil {
		return attr.Token{}, plan.Range{}, err
	}
	values := make([]attr.Value, len(partition))
	for i := range partition {
		values[i] = partition[i].values[0]
	}
	return attr.TokenOf(values...), sortRange(k.sort, sort), nil
}

// assign gives the conditions to the key attributes they are on: one on every partition key attribute, then some on
// the sort key attributes from the first on.
func (k keySchema) assign(conditions []keyCondition) (partition, sort []keyCondition, err *apierr.Error) {
	if err := k.wantFew(conditions); err != nil {
		return nil, nil, err
	}
	partition, err = k.partitionConditions(conditions)
	if err != nil {
		return nil, nil, err
	}
	sort, err = k.sortConditions(conditions)
	if err != nil {
		return nil, nil, err
	}
	if err := k.wantValues(k.partition, partition); err != nil {
		return nil, nil, err
	}
	if err := k.wantValues(k.sort, sort); err != nil {
		return nil, nil, err
	}
	if err := k.wantSizes(partition, sort); err != nil {
		return nil, nil, err
	}
	return partition, sort, nil
}

// wantFew refuses more conditions than the schema has attributes.
func (k keySchema) wantFew(conditions []keyCondition) *apierr.Error {
	switch n := len(conditions); {
	case n <= k.attributes():
		return nil
	case n == 2:
		return apierr.Invalid(textNotSupported)
	default:
		return apierr.Invalid("The number of query conditions (" + strconv.Itoa(n) + ") exceeds the number of key attributes defined in the schema (" +
			strconv.Itoa(k.attributes()) + ")")
	}
}

func (k keySchema) partitionConditions(conditions []keyCondition) ([]keyCondition, *apierr.Error) {
	found := make([]keyCondition, len(k.partition))
	for i, attribute := range k.partition {
		c, ok := conditionOn(conditions, attribute.Name)
		if ok && c.op == keyEQ {
			found[i] = c
			continue
		}
		switch {
		case len(k.partition) > 1:
			return nil, apierr.Invalid(textNotSupported + ": every HASH key attribute of the index needs a condition of equality")
		case !ok:
			return nil, missedElement(attribute.Name)
		}
		return nil, apierr.Invalid(textNotSupported)
	}
	return found, nil
}

// sortConditions are those on the sort key attributes, which must be the first ones without a gap, and only the last
// of them may be anything but an equality.
func (k keySchema) sortConditions(conditions []keyCondition) ([]keyCondition, *apierr.Error) {
	var found []keyCondition
	left := len(conditions) - len(k.partition)
	for _, attribute := range k.sort {
		if left == len(found) {
			break
		}
		c, ok := conditionOn(conditions, attribute.Name)
		inOrder := len(found) == 0 || found[len(found)-1].op == keyEQ
		switch {
		case len(k.sort) > 1 && (!ok || !inOrder):
			return nil, apierr.Invalid(textNotSupported + ": a RANGE key attribute can only have a condition after conditions of equality on those before it")
		case !ok:
			return nil, missedElement(attribute.Name)
		}
		found = append(found, c)
	}
	return found, nil
}

func missedElement(name string) *apierr.Error {
	return apierr.Invalid("Query condition missed key schema element: " + name)
}

func conditionOn(conditions []keyCondition, name string) (keyCondition, bool) {
	for _, c := range conditions {
		if c.name == name {
			return c, true
		}
	}
	return keyCondition{}, false
}

// wantValues refuses values that keys cannot have: of another type, or empty.
func (k keySchema) wantValues(keys []catalog.KeyAttr, conditions []keyCondition) *apierr.Error {
	for i, c := range conditions {
		for _, v := range c.values {
			if v.Type != keys[i].Type {
				return apierr.Invalid(invalidParameter + "Condition parameter type does not match schema type")
			}
			if isEmptyKey(v) {
				return k.emptyKey(c.name, v.Type)
			}
		}
	}
	return nil
}

// wantSizes refuses values that are longer than keys can be. Of BETWEEN each bound counts for itself.
func (k keySchema) wantSizes(partition, sort []keyCondition) *apierr.Error {
	if err := wantKeySize(&partitionLimit, valueSizes(partition)); err != nil {
		return err
	}
	return wantKeySize(&sortLimit, valueSizes(sort))
}

func valueSizes(conditions []keyCondition) int {
	sum := 0
	for _, c := range conditions {
		longest := 0
		for _, v := range c.values {
			longest = max(longest, v.Size)
		}
		sum += longest
	}
	return sum
}
