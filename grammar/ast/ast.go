// Package ast is the form every expression takes once parsed, whatever it was written in: the expression grammars,
// the legacy parameters, PartiQL. Names and values are still unbound: #n and :v stand as written.
package ast

import "fmt"

// Condition is a node of a condition, filter or key condition expression. The set of implementations is closed:
// *And, *Or, *Not, *Compare, *Between, *In and *Call.
type Condition interface {
	fmt.Stringer
	condition()
}

// Operand is what conditions compare and updates assign: *Path, *Value, *Call (size; in updates if_not_exists and
// list_append) and, in updates, *Arithmetic.
type Operand interface {
	fmt.Stringer
	operand()
}

// And holds when both sides hold.
type And struct{ Left, Right Condition }

// Or holds when one side holds.
type Or struct{ Left, Right Condition }

// Not holds when its condition does not.
type Not struct{ Of Condition }

// Op is a comparison operator as written: = <> < <= > >=.
type Op string

// Comparison operators.
const (
	EQ Op = "="
	NE Op = "<>"
	LT Op = "<"
	LE Op = "<="
	GT Op = ">"
	GE Op = ">="
)

// Compare compares two operands.
type Compare struct {
	Op          Op
	Left, Right Operand
}

// Between holds when Low <= Of <= High.
type Between struct{ Of, Low, High Operand }

// In holds when Of equals one of List.
type In struct {
	Of   Operand
	List []Operand
}

// Call is a function call, as a condition (attribute_exists, attribute_not_exists, attribute_type, begins_with,
// contains) or as an operand (size; in updates if_not_exists and list_append). Name is as written. From a text it is a
// function that exists and may stand in this place; whether it takes such arguments is for the translator to say.
type Call struct {
	Name string
	Args []Operand
}

// Path is a document path.
type Path struct{ Elements []Element }

// Element is a step of a path: a name (bare, or a placeholder beginning with '#'), or a list index.
type Element struct {
	Name  string // as written; empty for an index
	Index int    // list index; meaningful when Name is empty
	// Literal is set when Name is the attribute's own name whatever it looks like (legacy parameters, PartiQL): it is
	// neither a placeholder nor a reserved word.
	Literal bool
}

// Value is a placeholder for a value, with its colon: ":v".
type Value struct{ Name string }

// Arithmetic is a sum or difference in an update's SET.
type Arithmetic struct {
	Minus       bool
	Left, Right Operand
}

// Update is an update expression. A clause that was not written is nil.
type Update struct {
	Set    []Assign
	Remove []*Path
	Add    []Change
	Delete []Change
}

// Assign is one action of SET.
type Assign struct {
	Path  *Path
	Value Operand // *Path, *Value, *Call or *Arithmetic
}

// Change is one action of ADD or DELETE.
type Change struct {
	Path  *Path
	Value Operand // *Value; in statements *BagLiteral or *Parameter
}

// Projection is a projection expression: its paths in the order written.
type Projection struct{ Paths []*Path }

func (*And) condition()     {}
func (*Or) condition()      {}
func (*Not) condition()     {}
func (*Compare) condition() {}
func (*Between) condition() {}
func (*In) condition()      {}
func (*Call) condition()    {}

func (*Path) operand()       {}
func (*Value) operand()      {}
func (*Call) operand()       {}
func (*Arithmetic) operand() {}
