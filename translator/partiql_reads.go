package translator

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// keyed is a WHERE clause taken apart for a key: the areas that are to be read, in the order of partition and sort key, and what is
// left to filter in them. areas is nil when all of the table or index is to be read.
type keyed struct {
	areas  []area
	filter []plan.Predicate
	// overlap is set when two areas have something in common and the service refuses that.
	overlap bool
	sizes   []keyCondition
}

// forKey takes the clause apart for the key of a table or index.
func (w where) forKey(k keySchema) (keyed, *apierr.Error) {
	m := newMapper(k)
	found := make([]areas, len(w.parts))
	order := make([]int, len(w.parts))
	for i, p := range w.parts {
		found[i], order[i] = m.of(p), i
	}
	// What names partitions comes first, so that it is the last to stay a filter when there are too many areas.
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(notKeyed(found[a]), notKeyed(found[b])) })
	all := areas{list: everywhere.list, exact: true}
	var used []int
	for _, i := range order {
		if next, ok := all.within(found[i]); ok {
			all.list = next.list
			if found[i].exact {
				used = append(used, i)
			}
		}
	}
	if !all.keyed() {
		return keyed{filter: w.parts}, nil
	}
	if m.refused != nil {
		return keyed{}, m.refused
	}
	out := keyed{areas: slices.Clip(all.list), filter: w.without(used...), sizes: m.sizes}
	if out.sort() {
		out.filter = w.parts
	}
	return out, out.wantSizes(k)
}

func notKeyed(a areas) int {
	if a.keyed() {
		return 0
	}
	return 1
}

// sort brings the areas into order. Those that overlap become one where the service does not refuse it; merged says that some did,
// so that not all in them is wanted.
func (q *keyed) sort() (merged bool) {
	slices.SortFunc(q.areas, func(a, b area) int {
		if c := bytes.Compare(keyBytes(a), keyBytes(b)); c != 0 {
			return c
		}
		return compareLow(a.sorted, b.sorted)
	})
	lenient := slices.ContainsFunc(q.areas, func(x area) bool { return x.unchecked || x.ranges > 1 })
	apart := q.areas[:0:0]
	for _, x := range q.areas {
		last := len(apart) - 1
		if last < 0 || !bytes.Equal(keyBytes(apart[last]), keyBytes(x)) || !meet(apart[last].sorted, x.sorted) {
			apart = append(apart, x)
			continue
		}
		apart[last].sorted = around(apart[last].sorted, x.sorted)
		merged = true
	}
	q.areas = append([]area{}, apart...)
	q.overlap = merged && !lenient
	return merged
}

// partitions is how many partitions the areas are in.
func (q *keyed) partitions() int {
	n := 0
	for i := range q.areas {
		if i == 0 || !bytes.Equal(keyBytes(q.areas[i-1]), keyBytes(q.areas[i])) {
			n++
		}
	}
	return n
}

// wantSizes refuses key values that are empty or, unless several partitions are named, longer than keys can be.
func (q *keyed) wantSizes(k keySchema) *apierr.Error {
	several := q.partitions() > 1
	for _, c := range q.sizes {
		limit := &sortLimit
		if keyIndex(k.partition, c.name) >= 0 {
			limit = &partitionLimit
		}
		for _, v := range c.values {
			if isEmptyKey(v) {
				return k.emptyKey(c.name, v.Type)
			}
			if several {
				continue
			}
			if err := wantKeySize(limit, v.Size); err != nil {
				return err
			}
		}
	}
	return nil
}

// reads are plans like the given one for each of the areas.
func (q *keyed) reads(r *Read) []*Read {
	r.Plan.Filter = joined(q.filter)
	if q.areas == nil {
		return []*Read{r}
	}
	reads := make([]*Read, len(q.areas))
	for i, x := range q.areas {
		token := attr.TokenOf(*x.partition)
		p := *r.Plan
		p.Partition, p.Range = &token, x.sorted
		reads[i] = &Read{Plan: &p, Consistent: r.Consistent}
	}
	return reads
}
