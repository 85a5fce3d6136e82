package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Predicate appends the predicate as a condition that is true or false, never NULL. A node it does not know is an error.
func (b *Builder) Predicate(p plan.Predicate) {
	switch p := p.(type) {
	case *plan.Const:
		b.constant(p.Value)
	case *plan.And:
		b.junction(p.Of, " AND ", true)
	case *plan.Or:
		b.junction(p.Of, " OR ", false)
	case *plan.Not:
		b.Text("NOT (")
		b.Predicate(p.Of)
		b.Text(")")
	case *plan.Compare:
		b.compare(p)
	case *plan.Between:
		b.between(p)
	case *plan.In:
		b.in(p)
	case *plan.Exists:
		b.d.Exists(b, p.Path)
	case *plan.TypeIs:
		b.d.TypeIs(b, p.Path, p.Type)
	case *plan.BeginsWith:
		b.beginsWith(p)
	case *plan.Contains:
		b.contains(p)
	default:
		b.Fail("predicate of unknown kind %T", p)
	}
}

func (b *Builder) constant(v bool) *Builder {
	if v {
		return b.Text("TRUE")
	}
	return b.Text("FALSE")
}

// junction joins conditions; empty is the truth of none.
func (b *Builder) junction(of []plan.Predicate, sep string, empty bool) {
	if len(of) == 0 {
		b.constant(empty)
		return
	}
	b.Text("(")
	b.list(len(of), sep, func(i int) { b.Predicate(of[i]) })
	b.Text(")")
}

func (b *Builder) compare(c *plan.Compare) {
	switch c.Op {
	case plan.EQ:
		b.equal(c, " IS TRUE")
	case plan.NE:
		b.equal(c, " IS NOT TRUE")
	case plan.LT:
		b.ordered(c, " < ")
	case plan.LE:
		b.ordered(c, " <= ")
	case plan.GT:
		b.ordered(c, " > ")
	case plan.GE:
		b.ordered(c, " >= ")
	default:
		b.Fail("comparison of unknown kind %d", c.Op)
	}
}

func (b *Builder) equal(c *plan.Compare, truth string) {
	b.Text("(")
	b.d.Equal(b, c.Left, c.Right)
	b.Text(")", truth)
}

func (b *Builder) ordered(c *plan.Compare, op string) {
	b.anyType(commonTypes(c.Left, c.Right), func(t attr.Type) { b.d.Ordered(b, op, c.Left, c.Right, t) })
}

func (b *Builder) between(p *plan.Between) {
	b.anyType(commonTypes(p.Of, p.Low, p.High), func(t attr.Type) { b.d.Between(b, p.Of, p.Low, p.High, t) })
}

func (b *Builder) beginsWith(p *plan.BeginsWith) {
	var types []attr.Type
	for _, t := range commonTypes(p.Of, p.Prefix) {
		if t != attr.N {
			types = append(types, t)
		}
	}
	b.anyType(types, func(t attr.Type) { b.d.BeginsWith(b, p.Of, p.Prefix, t) })
}

// anyType appends the disjunction of a condition over the types its operands can share. A condition on operands of other
// types is NULL, which counts as false.
func (b *Builder) anyType(types []attr.Type, condition func(attr.Type)) {
	if len(types) == 0 {
		b.constant(false)
		return
	}
	b.Text("(")
	b.list(len(types), " OR ", func(i int) {
		b.Text("(")
		condition(types[i])
		b.Text(")")
	})
	b.Text(") IS TRUE")
}

func (b *Builder) in(p *plan.In) {
	if len(p.List) == 0 {
		b.constant(false)
		return
	}
	b.Text("(")
	b.d.In(b, p.Of, p.List)
	b.Text(") IS TRUE")
}

func (b *Builder) contains(p *plan.Contains) {
	if missing(p.Of) || missing(p.Needle) {
		b.constant(false)
		return
	}
	b.d.Contains(b, p.Of, p.Needle)
}

func missing(o plan.Operand) bool {
	_, is := o.(*plan.MissingOperand)
	return is
}

// orderedTypes are the types whose values have an order.
var orderedTypes = []attr.Type{attr.S, attr.N, attr.B}

// commonTypes are the ordered types that all the operands can have.
func commonTypes(operands ...plan.Operand) []attr.Type {
	var common []attr.Type
	for _, t := range orderedTypes {
		all := true
		for _, o := range operands {
			all = all && canBe(o, t)
		}
		if all {
			common = append(common, t)
		}
	}
	return common
}

// canBe says whether the operand can have type t. An operand of unknown kind can, so that it reaches the dialect, which
// refuses it.
func canBe(o plan.Operand, t attr.Type) bool {
	switch o := o.(type) {
	case *plan.ValueOperand:
		return o.Value.Type == t
	case *plan.SizeOperand:
		return t == attr.N
	case *plan.MissingOperand:
		return false
	default:
		return true
	}
}
