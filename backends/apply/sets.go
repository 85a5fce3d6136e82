package apply

import (
	"strings"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// add is ADD of v to what is there: a sum of numbers, a union of sets; the legacy form joins lists too.
func add(verb plan.Verb, current, v attr.Value) (attr.Value, *backends.Refusal) {
	if current.Type == v.Type {
		switch v.Type {
		case attr.N:
			return number(attr.AddNumbers(current.Text(), v.Text()))
		case attr.SS, attr.NS, attr.BS:
			return combine(current, v, true), nil
		case attr.L:
			if verb == plan.LegacyAdd {
				return joinLists(current, v), nil
			}
		}
	}
	if verb == plan.LegacyAdd {
		return attr.Value{}, refuse(backends.RefusedLegacy)
	}
	return attr.Value{}, refuse(backends.RefusedAddType)
}

// subtract is DELETE of the members of v from the set that is there. The result has no type when nothing is left.
func subtract(verb plan.Verb, current, v attr.Value) (attr.Value, *backends.Refusal) {
	switch {
	case current.Type == v.Type && (v.Type == attr.SS || v.Type == attr.NS || v.Type == attr.BS):
		return combine(current, v, false), nil
	case verb == plan.LegacyDelete:
		return attr.Value{}, refuse(backends.RefusedLegacy)
	default:
		return attr.Value{}, refuse(backends.RefusedDeleteType)
	}
}

// combine merges two sets of one type: all members of both, or those of the first that are not in the second.
func combine(a, b attr.Value, union bool) attr.Value {
	compare := strings.Compare
	if a.Type == attr.NS {
		compare = attr.CompareNumbers
	}
	left, right := attr.NodeOf(a).Set, attr.NodeOf(b).Set
	merged := make([]string, 0, len(left)+len(right))
	for len(left) > 0 && len(right) > 0 {
		order := compare(left[0], right[0])
		switch {
		case order < 0:
			merged, left = append(merged, left[0]), left[1:]
		case order > 0:
			if union {
				merged = append(merged, right[0])
			}
			right = right[1:]
		default:
			if union {
				merged = append(merged, left[0])
			}
			left, right = left[1:], right[1:]
		}
	}
	merged = append(merged, left...)
	if union {
		merged = append(merged, right...)
	}
	if len(merged) == 0 {
		return attr.Value{}
	}
	n := &attr.Node{Type: a.Type, Set: merged}
	return n.Value()
}
