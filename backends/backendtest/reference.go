package backendtest

import (
	"bytes"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Holds is the reference: the truth of a predicate on an item, evaluated the plain way on trees. It shares no code with
// what the backends run, so that a common mistake cannot hide.
func Holds(p plan.Predicate, item *attr.Node) bool {
	switch p := p.(type) {
	case *plan.Const:
		return p.Value
	case *plan.And:
		for _, q := range p.Of {
			if !Holds(q, item) {
				return false
			}
		}
		return true
	case *plan.Or:
		for _, q := range p.Of {
			if Holds(q, item) {
				return true
			}
		}
		return false
	case *plan.Not:
		return !Holds(p.Of, item)
	case *plan.Compare:
		return compareHolds(p.Op, value(p.Left, item), value(p.Right, item))
	case *plan.Between:
		of, low, high := value(p.Of, item), value(p.Low, item), value(p.High, item)
		return sameOrdered(low, high) && compareHolds(plan.GE, of, low) && compareHolds(plan.LE, of, high)
	case *plan.In:
		return inHolds(p, item)
	case *plan.Exists:
		return lookUp(item, p.Path) != nil
	case *plan.TypeIs:
		n := lookUp(item, p.Path)
		return n != nil && n.Type == p.Type
	case *plan.BeginsWith:
		of, prefix := value(p.Of, item), value(p.Prefix, item)
		return isText(of) && prefix != nil && of.Type == prefix.Type && strings.HasPrefix(of.Text, prefix.Text)
	case *plan.Contains:
		return containsHolds(value(p.Of, item), value(p.Needle, item))
	default:
		panic(fmt.Sprintf("unknown predicate %T", p))
	}
}

// value reads an operand; nil when it is missing.
func value(o plan.Operand, item *attr.Node) *attr.Node {
	switch o := o.(type) {
	case *plan.PathOperand:
		return lookUp(item, o.Path)
	case *plan.ValueOperand:
		return attr.NodeOf(o.Value)
	case *plan.SizeOperand:
		return sizeOf(lookUp(item, o.Path))
	case *plan.MissingOperand:
		return nil
	default:
		panic(fmt.Sprintf("unknown operand %T", o))
	}
}

// lookUp walks a path from the item's root.
func lookUp(n *attr.Node, path plan.Path) *attr.Node {
	for _, step := range path {
		switch {
		case n == nil:
			return nil
		case !step.IsIndex && n.Type == attr.M:
			n = memberOf(n, step.Name)
		case step.IsIndex && n.Type == attr.L && step.Index < len(n.List):
			n = n.List[step.Index]
		default:
			return nil
		}
	}
	return n
}

func memberOf(n *attr.Node, name string) *attr.Node {
	for _, f := range n.Map {
		if f.Name == name {
			return f.Node
		}
	}
	return nil
}

// sizeOf is size(): UTF-16 units of a string, bytes of a binary, members of the rest; nil where there is no size.
func sizeOf(n *attr.Node) *attr.Node {
	if n == nil {
		return nil
	}
	size := 0
	switch n.Type {
	case attr.S:
		for _, r := range n.Text {
			size++
			if r > 0xffff {
				size++
			}
		}
	case attr.B:
		size = len(n.Text)
	case attr.SS, attr.NS, attr.BS:
		size = len(n.Set)
	case attr.L:
		size = len(n.List)
	case attr.M:
		size = len(n.Map)
	default:
		return nil
	}
	return &attr.Node{Type: attr.N, Text: strconv.Itoa(size)}
}

func compareHolds(op plan.Op, a, b *attr.Node) bool {
	switch op {
	case plan.EQ:
		return equal(a, b)
	case plan.NE:
		return !equal(a, b)
	}
	if !sameOrdered(a, b) {
		return false
	}
	order := strings.Compare(a.Text, b.Text)
	if a.Type == attr.N {
		order = number(a.Text).Cmp(number(b.Text))
	}
	switch op {
	case plan.LT:
		return order < 0
	case plan.LE:
		return order <= 0
	case plan.GT:
		return order > 0
	case plan.GE:
		return order >= 0
	default:
		panic(fmt.Sprintf("unknown comparison %d", op))
	}
}

func isText(n *attr.Node) bool { return n != nil && (n.Type == attr.S || n.Type == attr.B) }

// sameOrdered says that both are there and of the same type with an order.
func sameOrdered(a, b *attr.Node) bool {
	return a != nil && b != nil && a.Type == b.Type && (isText(a) || a.Type == attr.N)
}

func inHolds(p *plan.In, item *attr.Node) bool {
	of := value(p.Of, item)
	for _, o := range p.List {
		if equal(of, value(o, item)) {
			return true
		}
	}
	return false
}

func containsHolds(of, needle *attr.Node) bool {
	if of == nil || needle == nil {
		return false
	}
	switch of.Type {
	case attr.S, attr.B:
		return needle.Type == of.Type && bytes.Contains([]byte(of.Text), []byte(needle.Text))
	case attr.SS, attr.NS, attr.BS:
		return needle.Type == memberType(of.Type) && hasMember(of, needle.Text)
	case attr.L:
		for _, n := range of.List {
			if equal(n, needle) {
				return true
			}
		}
	}
	return false
}

func memberType(set attr.Type) attr.Type {
	return map[attr.Type]attr.Type{attr.SS: attr.S, attr.NS: attr.N, attr.BS: attr.B}[set]
}

func hasMember(set *attr.Node, text string) bool {
	for _, m := range set.Set {
		if m == text || set.Type == attr.NS && number(m).Cmp(number(text)) == 0 {
			return true
		}
	}
	return false
}

// equal is deep: sets and maps without order, lists in order, numbers by value. What is missing equals nothing.
func equal(a, b *attr.Node) bool {
	if a == nil || b == nil || a.Type != b.Type {
		return false
	}
	switch a.Type {
	case attr.N:
		return number(a.Text).Cmp(number(b.Text)) == 0
	case attr.SS, attr.NS, attr.BS:
		return equalSets(a, b)
	case attr.L:
		return equalLists(a.List, b.List)
	case attr.M:
		return equalMaps(a, b)
	default:
		return a.Text == b.Text
	}
}

func equalSets(a, b *attr.Node) bool {
	if len(a.Set) != len(b.Set) {
		return false
	}
	for _, m := range a.Set {
		if !hasMember(b, m) {
			return false
		}
	}
	return true
}

func equalLists(a, b []*attr.Node) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !equal(a[i], b[i]) {
			return false
		}
	}
	return true
}

func equalMaps(a, b *attr.Node) bool {
	if len(a.Map) != len(b.Map) {
		return false
	}
	for _, f := range a.Map {
		if !equal(f.Node, memberOf(b, f.Name)) {
			return false
		}
	}
	return true
}

// number reads a decimal exactly.
func number(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("not a number: " + text)
	}
	return r
}
