package translator

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// holdsOnMissing is the truth of a predicate on an item without any attribute, which is what a condition sees where no
// item is: every path is missing. nil holds.
func holdsOnMissing(p plan.Predicate) bool {
	switch p := p.(type) {
	case nil:
		return true
	case *plan.Const:
		return p.Value
	case *plan.And:
		for _, of := range p.Of {
			if !holdsOnMissing(of) {
				return false
			}
		}
		return true
	case *plan.Or:
		for _, of := range p.Of {
			if holdsOnMissing(of) {
				return true
			}
		}
		return false
	case *plan.Not:
		return !holdsOnMissing(p.Of)
	case *plan.Exists, *plan.TypeIs:
		return false
	case *plan.Compare:
		return compareHolds(p)
	case *plan.Between:
		return compareHolds(&plan.Compare{Op: plan.LE, Left: p.Low, Right: p.Of}) &&
			compareHolds(&plan.Compare{Op: plan.LE, Left: p.Of, Right: p.High})
	case *plan.In:
		for _, o := range p.List {
			if compareHolds(&plan.Compare{Op: plan.EQ, Left: p.Of, Right: o}) {
				return true
			}
		}
		return false
	case *plan.BeginsWith:
		of, prefix, ok := bothValues(p.Of, p.Prefix)
		return ok && of.Type == prefix.Type && strings.HasPrefix(of.Text(), prefix.Text())
	case *plan.Contains:
		of, needle, ok := bothValues(p.Of, p.Needle)
		return ok && containsValue(of, needle)
	}
	panic("translator: a predicate of unknown kind")
}

// bothValues are the values of two operands; false when one is missing.
func bothValues(a, b plan.Operand) (x, y attr.Value, ok bool) {
	l, ok := a.(*plan.ValueOperand)
	if !ok {
		return x, y, false
	}
	r, ok := b.(*plan.ValueOperand)
	if !ok {
		return x, y, false
	}
	return l.Value, r.Value, true
}

func compareHolds(p *plan.Compare) bool {
	a, b, ok := bothValues(p.Left, p.Right)
	if !ok {
		return p.Op == plan.NE
	}
	switch p.Op {
	case plan.EQ:
		return equalValues(a, b)
	case plan.NE:
		return !equalValues(a, b)
	}
	if a.Type != b.Type || !slices.Contains(ordered, a.Type) {
		return false
	}
	order := compareValues(a, b)
	switch p.Op {
	case plan.LT:
		return order < 0
	case plan.LE:
		return order <= 0
	case plan.GT:
		return order > 0
	case plan.GE:
		return order >= 0
	}
	panic("translator: a comparison of unknown kind")
}

func equalValues(a, b attr.Value) bool {
	return a.Type == b.Type && attr.Equal(attr.NodeOf(a), attr.NodeOf(b))
}

// compareValues orders two values of the same type S, N or B.
func compareValues(a, b attr.Value) int {
	if a.Type == attr.N {
		return attr.CompareNumbers(a.Text(), b.Text())
	}
	return cmp.Compare(a.Text(), b.Text())
}

// containsValue is contains(of, needle) of two values of the request.
func containsValue(of, needle attr.Value) bool {
	switch of.Type {
	case attr.S, attr.B:
		return needle.Type == of.Type && strings.Contains(of.Text(), needle.Text())
	case attr.SS, attr.NS, attr.BS:
		return needle.Type == memberType[of.Type] && slices.Contains(attr.NodeOf(of).Set, needle.Text())
	case attr.L:
		n := attr.NodeOf(needle)
		for _, member := range attr.NodeOf(of).List {
			if attr.Equal(member, n) {
				return true
			}
		}
	}
	return false
}

// memberType is the type of a set's members.
var memberType = map[attr.Type]attr.Type{attr.SS: attr.S, attr.NS: attr.N, attr.BS: attr.B}
