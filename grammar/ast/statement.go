package ast

import "fmt"

// Statement is a PartiQL statement: *Select, *Insert, *UpdateStatement, *Delete or, in a transaction, *ExistsStatement. Its
// conditions and operands are those of the expressions, with Literal names, and with the nodes below besides.
type Statement interface {
	fmt.Stringer
	statement()
}

// Target is the table of a statement, and the index if one is named ("table"."index").
type Target struct{ Table, Index string }

// Select reads items.
type Select struct {
	Paths   []*Path // nil for *
	From    Target
	Where   Condition // nil for none
	OrderBy []OrderTerm
}

// OrderTerm is one term of ORDER BY. Direction is ASC, DESC or empty.
type OrderTerm struct {
	Path      *Path
	Direction string
}

// Insert puts an item that must not exist. Of the item's fields, and nowhere deeper, values may be parameters.
type Insert struct {
	Into Target
	Item *MapLiteral
}

// UpdateStatement changes an item that must exist. SET clauses are in Update.Set, where set_add and set_delete are calls whose first
// argument is the path assigned to and whose second is a *BagLiteral or a *Parameter; REMOVE is in Update.Remove. The clauses of a statement may alternate, and stand here in the order written, each kind by itself.
type UpdateStatement struct {
	Table     Target
	Update    *Update
	Where     Condition
	Returning Returning
}

// Delete deletes an item.
type Delete struct {
	From      Target
	Where     Condition
	Returning Returning
}

// ExistsStatement is EXISTS(SELECT ...), the condition check of a transaction.
type ExistsStatement struct{ Select *Select }

// Returning is a RETURNING clause; the zero value is none.
type Returning string

// Forms of RETURNING.
const (
	ReturnAllOld      Returning = "ALL OLD *"
	ReturnModifiedOld Returning = "MODIFIED OLD *"
	ReturnAllNew      Returning = "ALL NEW *"
	ReturnModifiedNew Returning = "MODIFIED NEW *"
)

// IsType is OF IS [NOT] TYPE, of a path or a literal that is no list, set or map. Type is MISSING, NULL, BOOLEAN, BLOB, STRING,
// NUMERIC, STRUCT, TUPLE or LIST.
type IsType struct {
	Of   Operand
	Type string
	Not  bool
}

// Truth is a condition that stands as an operand: `b = attribute_exists(a)`.
type Truth struct{ Of Condition }

// Parameter is the question mark of that place, from 0.
type Parameter struct{ Place int }

// Literals of statements. NumberLiteral has its text as written, with a minus if its signs make one. Lists and maps hold only
// literals, sets only strings or only numbers.
type (
	StringLiteral struct{ Text string }
	NumberLiteral struct{ Text string }
	BoolLiteral   struct{ Is bool }
	NullLiteral   struct{}
	// ListLiteral is [...], BagLiteral <<...>> (a set), MapLiteral {...}.
	ListLiteral struct{ Members []Operand }
	BagLiteral  struct{ Members []Operand }
	MapLiteral  struct{ Fields []MapField }
)

// MapField is a member of a MapLiteral.
type MapField struct {
	Name  string
	Value Operand
}

func (*Select) statement()          {}
func (*Insert) statement()          {}
func (*UpdateStatement) statement() {}
func (*Delete) statement()          {}
func (*ExistsStatement) statement() {}

func (*IsType) condition() {}

func (*Truth) operand()         {}
func (*Parameter) operand()     {}
func (*StringLiteral) operand() {}
func (*NumberLiteral) operand() {}
func (*BoolLiteral) operand()   {}
func (*NullLiteral) operand()   {}
func (*ListLiteral) operand()   {}
func (*BagLiteral) operand()    {}
func (*MapLiteral) operand()    {}
