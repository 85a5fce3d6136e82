package apply

import (
	"fmt"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// eval gives the value of an expression on the old item. Operands are looked at from left to right, and all of them
// must be there, also the one if_not_exists does not need.
func (u *update) eval(e plan.Expr) (attr.Value, *backends.Refusal) {
	switch e := e.(type) {
	case *plan.ValueExpr:
		return e.Value, nil
	case *plan.PathExpr:
		v, ok := u.read(e.Path)
		if !ok {
			return v, refuse(backends.RefusedMissing)
		}
		return v, nil
	case *plan.Arithmetic:
		return u.arithmetic(e)
	case *plan.IfNotExists:
		other, refusal := u.eval(e.Else)
		if v, ok := u.read(e.Path); ok && refusal == nil {
			return v, nil
		}
		return other, refusal
	case *plan.ListAppend:
		return u.listAppend(e)
	default:
		panic(fmt.Sprintf("apply: unknown expression %T", e))
	}
}

// typed evaluates an operand of a function or operator that takes only one type.
func (u *update) typed(e plan.Expr, want attr.Type, function string) (attr.Value, *backends.Refusal) {
	v, refusal := u.eval(e)
	if refusal == nil && v.Type != want {
		refusal = refuse(backends.RefusedOperandType, function, v.Type.String())
	}
	return v, refusal
}

func (u *update) arithmetic(e *plan.Arithmetic) (attr.Value, *backends.Refusal) {
	operator, compute := "+", attr.AddNumbers
	if e.Minus {
		operator, compute = "-", attr.SubNumbers
	}
	left, refusal := u.typed(e.Left, attr.N, operator)
	if refusal != nil {
		return left, refusal
	}
	right, refusal := u.typed(e.Right, attr.N, operator)
	if refusal != nil {
		return right, refusal
	}
	return number(compute(left.Text(), right.Text()))
}

// number is the outcome of a computation.
func number(text string, problem *attr.Problem) (attr.Value, *backends.Refusal) {
	if problem != nil {
		return attr.Value{}, refuse(backends.RefusedNumber, problem.Message)
	}
	v, problem := attr.NumberValue(text)
	if problem != nil {
		return attr.Value{}, refuse(backends.RefusedNumber, problem.Message)
	}
	return v, nil
}

func (u *update) listAppend(e *plan.ListAppend) (attr.Value, *backends.Refusal) {
	left, refusal := u.typed(e.Left, attr.L, "list_append")
	if refusal != nil {
		return left, refusal
	}
	right, refusal := u.typed(e.Right, attr.L, "list_append")
	if refusal != nil {
		return right, refusal
	}
	return joinLists(left, right), nil
}

func joinLists(left, right attr.Value) attr.Value {
	n := attr.NodeOf(left)
	n.List = append(n.List, attr.NodeOf(right).List...)
	return n.Value()
}
