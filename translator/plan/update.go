package plan

import "github.com/ddbsql/ddbsql/internal/attr"

// Verb is what an Action does at its path.
type Verb uint8

// Verbs of update actions.
const (
	SetValue     Verb = iota + 1 // SET path = value
	Remove                       // REMOVE path
	AddValue                     // ADD path :v: to a number or a set; creates the attribute
	DeleteFrom                   // DELETE path :v: members of a set
	LegacyAdd                    // AttributeUpdates ADD: as AddValue, and appends to lists
	LegacyDelete                 // AttributeUpdates DELETE: as DeleteFrom, refused in other words
)

// Clears says whether the verb can only take something away: it does nothing to what is not there.
func (v Verb) Clears() bool { return v == Remove || v == DeleteFrom || v == LegacyDelete }

// Action is one action of an update. All actions read the item as it was before the update. Actions stand in the order the
// service applies them; paths do not overlap.
type Action struct {
	Verb  Verb
	Path  Path
	Value Expr // nil for Remove
}

// Expr is what SET assigns: *ValueExpr, *PathExpr, *Arithmetic, *IfNotExists or *ListAppend.
type Expr interface{ expr() }

// ValueExpr is a value of the request.
type ValueExpr struct{ Value attr.Value }

// PathExpr copies another path; it is an error of the data when the path is missing.
type PathExpr struct{ Path Path }

// Arithmetic is Left + Right or Left - Right, exact to 38 digits.
type Arithmetic struct {
	Minus       bool
	Left, Right Expr
}

// IfNotExists is the value at Path, or Else when there is none.
type IfNotExists struct {
	Path Path
	Else Expr
}

// ListAppend joins two lists.
type ListAppend struct{ Left, Right Expr }

func (*ValueExpr) expr()   {}
func (*PathExpr) expr()    {}
func (*Arithmetic) expr()  {}
func (*IfNotExists) expr() {}
func (*ListAppend) expr()  {}
