package translator

import (
	"bytes"
	"slices"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// area is a part of a table or index that a condition leaves: of one partition or all, and there a range of sort keys.
type area struct {
	partition *attr.Value // nil for all
	sorted    plan.Range
	ranges    int  // how many conditions made the range
	unchecked bool // the service does not look whether it overlaps another one
}

// areas are those that a condition leaves. exact says that everything in them fulfils the condition.
type areas struct {
	list  []area
	exact bool
}

// maxAreas is how many reads a WHERE clause is taken apart into at most. What would make more of them stays a filter.
const maxAreas = 100

var everywhere = areas{list: []area{{}}}

// everything says whether no condition on the key was found.
func (a areas) everything() bool {
	return len(a.list) == 1 && a.list[0].partition == nil && everySort(a.list[0].sorted)
}

// keyed says whether all areas are within partitions.
func (a areas) keyed() bool {
	return !slices.ContainsFunc(a.list, func(x area) bool { return x.partition == nil })
}

// mapper finds the areas of conditions in the key of a table or index, which has one partition key attribute and at most one sort
// key attribute.
type mapper struct {
	partition catalog.KeyAttr
	sort      *catalog.KeyAttr
	// refused is the first key condition with a value of another type than the key's. It counts if partitions are named.
	refused *apierr.Error
	sizes   []keyCondition // of all conditions on keys, for their limits
}

func newMapper(k keySchema) *mapper {
	m := &mapper{partition: k.partition[0]}
	if len(k.sort) > 0 {
		m.sort = &k.sort[0]
	}
	return m
}

// of finds the areas of a condition.
func (m *mapper) of(p plan.Predicate) areas {
	switch p := p.(type) {
	case *plan.And:
		all := areas{list: everywhere.list, exact: true}
		for _, part := range p.Of {
			all, _ = all.within(m.of(part))
		}
		return all
	case *plan.Or:
		return m.either(p.Of)
	case *plan.Not:
		return m.negated(p.Of)
	}
	c, ok := keyConditionOf(p)
	switch {
	case !ok:
		return m.unranged(p)
	case c.name == m.partition.Name && (c.op == keyEQ || c.op == keyIn):
		return m.partitions(c)
	case m.sort != nil && c.name == m.sort.Name:
		return m.ranges(c)
	}
	return everywhere
}

// either joins the areas of alternatives, as long as each has a condition on the key.
func (m *mapper) either(of []plan.Predicate) areas {
	any := areas{exact: true}
	for _, p := range of {
		a := m.of(p)
		if a.everything() || len(any.list)+len(a.list) > maxAreas {
			return everywhere
		}
		any.list = append(any.list, a.list...)
		any.exact = any.exact && a.exact
	}
	return any
}

// negated is all but a BETWEEN on the sort key as the two ranges beside it; other negations leave everything.
func (m *mapper) negated(of plan.Predicate) areas {
	c, ok := keyConditionOf(of)
	if !ok || c.op != keyBetween || m.sort == nil || c.name != m.sort.Name {
		return m.unranged(of)
	}
	below, above := c, c
	below.op, above.op = keyLT, keyGT
	above.values = c.values[1:]
	a := m.ranges(below)
	a.list = append(a.list, m.ranges(above).list...)
	for i := range a.list {
		a.list[i].unchecked = true
	}
	return a
}

// unranged is a condition that names no range; on the sort key, it keeps the service from looking for overlaps.
func (m *mapper) unranged(p plan.Predicate) areas {
	if m.sort == nil || !slices.ContainsFunc(operandsOf(p), func(o plan.Operand) bool {
		path, ok := o.(*plan.PathOperand)
		return ok && path.Path[0].Name == m.sort.Name
	}) {
		return everywhere
	}
	return areas{list: []area{{unchecked: true}}}
}

// check notes what a condition on a key attribute is refused for.
func (m *mapper) check(k catalog.KeyAttr, c keyCondition) bool {
	var err *apierr.Error
	for _, v := range c.values {
		if err == nil {
			err = wantKeyKind(c.name, v)
		}
	}
	if err == nil {
		err = wantKeyType(k, c.values)
	}
	if err != nil && m.refused == nil {
		m.refused = err
	}
	if err == nil {
		m.sizes = append(m.sizes, c)
	}
	return err == nil
}

// noPartition stands for a partition of a type that the key has not.
var noPartition = attr.StringValue("")

func (m *mapper) partitions(c keyCondition) areas {
	a := areas{exact: true}
	if !m.check(m.partition, c) {
		return areas{list: []area{{partition: &noPartition}}}
	}
	for _, i := range distinctValues(c.values) {
		a.list = append(a.list, area{partition: &c.values[i]})
	}
	return a
}

func (m *mapper) ranges(c keyCondition) areas {
	if !m.check(*m.sort, c) {
		return everywhere
	}
	a := areas{exact: true}
	keys := []catalog.KeyAttr{*m.sort}
	if c.op != keyIn {
		a.list = []area{{sorted: sortRange(keys, []keyCondition{c}), ranges: 1}}
		return a
	}
	for _, i := range distinctValues(c.values) {
		one := keyCondition{name: c.name, op: keyEQ, values: c.values[i : i+1]}
		a.list = append(a.list, area{sorted: sortRange(keys, []keyCondition{one}), ranges: 1})
	}
	return a
}

// distinctValues are the places of values that differ from all before them.
func distinctValues(values []attr.Value) []int {
	seen := map[string]bool{}
	var places []int
	for i, v := range values {
		id := string(attr.AppendKeyBytes(nil, v))
		if !seen[id] {
			places = append(places, i)
		}
		seen[id] = true
	}
	return places
}

// within is what two conditions leave together; ok is false when that is too much to be told, and b is left out.
func (a areas) within(b areas) (together areas, ok bool) {
	if len(a.list)*len(b.list) > maxAreas {
		if b.keyed() && !a.keyed() {
			a, b = b, a
		}
		return areas{list: a.list}, false
	}
	together.exact = a.exact && b.exact
	for _, x := range a.list {
		for _, y := range b.list {
			if z, ok := x.and(y); ok {
				together.list = append(together.list, z)
			}
		}
	}
	return together, true
}

// and is what two areas have in common, if that can be anything.
func (x area) and(y area) (area, bool) {
	z := area{partition: x.partition, sorted: both(x.sorted, y.sorted), ranges: x.ranges + y.ranges, unchecked: x.unchecked || y.unchecked}
	switch {
	case x.partition == nil:
		z.partition = y.partition
	case y.partition != nil && !bytes.Equal(keyBytes(x), keyBytes(y)):
		return area{}, false
	}
	return z, !isEmpty(z.sorted)
}

func keyBytes(x area) []byte { return attr.AppendKeyBytes(nil, *x.partition) }
