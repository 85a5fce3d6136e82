package translator

import (
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// What an update costs beside the bytes of what it writes.
const (
	chargeUpdate     = 3  // once
	chargeWrite      = 19 // an action that writes a value
	chargeClear      = 2  // an action that takes something away
	chargeIndex      = 1  // more when SET writes to a place in a list
	chargeArithmetic = 50 // more when SET adds or subtracts
)

// requestCharge is the size that the service charges an UpdateExpression for before it looks at any item, in bytes: names
// and values of what the request writes, and a price for each action. Nothing stored enters it, so that an update can be
// refused although the item would stay small, and one of a large item can pass.
func requestCharge(actions []plan.Action) int {
	sum := chargeUpdate
	for i := range actions {
		sum += actionCharge(&actions[i])
	}
	return sum
}

func actionCharge(a *plan.Action) int {
	if a.Verb.Clears() {
		return chargeClear
	}
	sum := chargeWrite + namesSize(a.Path) + exprSize(a.Value)
	if a.Verb == plan.SetValue && a.Path[len(a.Path)-1].IsIndex {
		sum += chargeIndex
	}
	if _, ok := a.Value.(*plan.Arithmetic); ok {
		sum += chargeArithmetic
	}
	return sum
}

func namesSize(p attr.Path) int {
	sum := 0
	for i := range p {
		sum += len(p[i].Name)
	}
	return sum
}

// exprSize is the size of the values that a request gives for what SET assigns.
func exprSize(e plan.Expr) int {
	switch e := e.(type) {
	case *plan.ValueExpr:
		return e.Value.Size
	case *plan.PathExpr:
		return 0
	case *plan.Arithmetic:
		return exprSize(e.Left) + exprSize(e.Right)
	case *plan.IfNotExists:
		return exprSize(e.Else)
	case *plan.ListAppend:
		return exprSize(e.Left) + exprSize(e.Right)
	}
	panic("translator: an expression of unknown kind")
}
