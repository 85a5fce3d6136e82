package plan

import "github.com/ddbsql/ddbsql/internal/attr"

// Predicate is a condition on an item, with names and values bound. The set of implementations is closed; whoever
// switches over it must treat an unknown one as an error.
type Predicate interface{ predicate() }

// Operand is a value a predicate compares: *PathOperand, *ValueOperand, *SizeOperand or *MissingOperand.
type Operand interface{ operand() }

// Path is a document path: names and list indexes, bound. Step is a member name, or a list index when IsIndex is set.
type (
	Path = attr.Path
	Step = attr.Step
)

// PathOperand reads the item.
type PathOperand struct{ Path Path }

// ValueOperand is a value of the request.
type ValueOperand struct{ Value attr.Value }

// SizeOperand is size(path), a number; missing when the path is missing or of a type without size.
type SizeOperand struct{ Path Path }

// MissingOperand is an attribute that cannot be there (an index that does not project it).
type MissingOperand struct{}

// Op is a comparison operator.
type Op uint8

// Comparison operators.
const (
	EQ Op = iota + 1
	NE
	LT
	LE
	GT
	GE
)

// Const is a predicate that holds always or never.
type Const struct{ Value bool }

// And holds when all hold, Or when one holds. Both have at least two members.
type (
	And struct{ Of []Predicate }
	Or  struct{ Of []Predicate }
	Not struct{ Of Predicate }
)

// Compare compares two operands. EQ and NE are deep and defined on all types: a missing operand equals nothing and
// differs from everything (NE on a missing operand is true). LT, LE, GT, GE hold only between two S, two N or two B.
type Compare struct {
	Op          Op
	Left, Right Operand
}

// Between holds when all three have the same type S, N or B and Low <= Of <= High.
type Between struct{ Of, Low, High Operand }

// In holds when Of deeply equals one of List.
type In struct {
	Of   Operand
	List []Operand
}

// Exists holds when the path is there, whatever its type.
type Exists struct{ Path Path }

// TypeIs holds when the path is there with that type.
type TypeIs struct {
	Path Path
	Type attr.Type
}

// BeginsWith holds when both are S, or both B, and Of begins with Prefix, by bytes.
type BeginsWith struct{ Of, Prefix Operand }

// Contains holds when Of is a string or binary with Needle as a part, a set with Needle as a member, or a list with a member
// deeply equal to Needle.
type Contains struct{ Of, Needle Operand }

func (*Const) predicate()      {}
func (*And) predicate()        {}
func (*Or) predicate()         {}
func (*Not) predicate()        {}
func (*Compare) predicate()    {}
func (*Between) predicate()    {}
func (*In) predicate()         {}
func (*Exists) predicate()     {}
func (*TypeIs) predicate()     {}
func (*BeginsWith) predicate() {}
func (*Contains) predicate()   {}

func (*PathOperand) operand()    {}
func (*ValueOperand) operand()   {}
func (*SizeOperand) operand()    {}
func (*MissingOperand) operand() {}
