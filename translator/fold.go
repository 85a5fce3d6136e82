package translator

import (
	"slices"

	"github.com/ddbsql/ddbsql/translator/plan"
)

// and joins two predicates, flat and without constants.
func and(left, right plan.Predicate) plan.Predicate {
	if p, ok := decided(left, right, false); ok {
		return p
	}
	return &plan.And{Of: append(conjuncts(left), conjuncts(right)...)}
}

// or joins two predicates, flat and without constants.
func or(left, right plan.Predicate) plan.Predicate {
	if p, ok := decided(left, right, true); ok {
		return p
	}
	return &plan.Or{Of: append(disjuncts(left), disjuncts(right)...)}
}

// decided joins two predicates of which one is constant: the truth that decides stays, the other one has no say.
func decided(left, right plan.Predicate, decisive bool) (plan.Predicate, bool) {
	c, ok := left.(*plan.Const)
	other := right
	if !ok {
		c, ok = right.(*plan.Const)
		other = left
	}
	switch {
	case !ok:
		return nil, false
	case c.Value == decisive:
		return c, true
	}
	return other, true
}

func conjuncts(p plan.Predicate) []plan.Predicate {
	if a, ok := p.(*plan.And); ok {
		return slices.Clip(a.Of)
	}
	return []plan.Predicate{p}
}

func disjuncts(p plan.Predicate) []plan.Predicate {
	if o, ok := p.(*plan.Or); ok {
		return slices.Clip(o.Of)
	}
	return []plan.Predicate{p}
}

func not(of plan.Predicate) plan.Predicate {
	if c, ok := of.(*plan.Const); ok {
		return &plan.Const{Value: !c.Value}
	}
	return &plan.Not{Of: of}
}

// folded is the predicate itself, or its truth when the item has no say: it reads nothing of it, or compares with
// something that is missing, or with an empty list.
func folded(p plan.Predicate) plan.Predicate {
	if in, ok := p.(*plan.In); ok {
		p = &plan.In{Of: in.Of, List: slices.DeleteFunc(slices.Clone(in.List), isMissing)}
	}
	operands := operandsOf(p)
	if slices.ContainsFunc(operands, readsItem) && !slices.ContainsFunc(operands, isMissing) && len(operands) > 1 {
		return p
	}
	return &plan.Const{Value: holdsOnMissing(p)}
}

func readsItem(o plan.Operand) bool {
	switch o.(type) {
	case *plan.PathOperand, *plan.SizeOperand:
		return true
	}
	return false
}

func isMissing(o plan.Operand) bool {
	_, ok := o.(*plan.MissingOperand)
	return ok
}

// operandsOf are the operands of a predicate that compares, the one looked at first.
func operandsOf(p plan.Predicate) []plan.Operand {
	switch p := p.(type) {
	case *plan.Compare:
		return []plan.Operand{p.Left, p.Right}
	case *plan.Between:
		return []plan.Operand{p.Of, p.Low, p.High}
	case *plan.In:
		return append([]plan.Operand{p.Of}, p.List...)
	case *plan.BeginsWith:
		return []plan.Operand{p.Of, p.Prefix}
	case *plan.Contains:
		return []plan.Operand{p.Of, p.Needle}
	}
	return nil
}

// withOperands is the predicate with other operands, in the order of operandsOf.
func withOperands(p plan.Predicate, o []plan.Operand) plan.Predicate {
	switch p := p.(type) {
	case *plan.Compare:
		return &plan.Compare{Op: p.Op, Left: o[0], Right: o[1]}
	case *plan.Between:
		return &plan.Between{Of: o[0], Low: o[1], High: o[2]}
	case *plan.In:
		return &plan.In{Of: o[0], List: o[1:]}
	case *plan.BeginsWith:
		return &plan.BeginsWith{Of: o[0], Prefix: o[1]}
	case *plan.Contains:
		return &plan.Contains{Of: o[0], Needle: o[1]}
	}
	panic("translator: a predicate of unknown kind")
}
