package translator

import (
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
)

// wantLiterals refuses the first literal or parameter of the conditions, and then of what SET assigns, that is no value. The service
// reads the values of a statement before it looks at what is done with them.
func (e *expression) wantLiterals(where ast.Condition, set []ast.Assign) *apierr.Error {
	var failed *apierr.Error
	visit := func(o ast.Operand) {
		if failed == nil {
			_, failed = e.literal(o)
		}
	}
	conditionLiterals(where, visit)
	for _, assign := range set {
		operandLiterals(assign.Value, visit)
	}
	return failed
}

// conditionLiterals visits the literals and parameters of a condition, in the order of the text.
func conditionLiterals(c ast.Condition, visit func(ast.Operand)) {
	switch c := c.(type) {
	case nil:
	case *ast.And:
		conditionLiterals(c.Left, visit)
		conditionLiterals(c.Right, visit)
	case *ast.Or:
		conditionLiterals(c.Left, visit)
		conditionLiterals(c.Right, visit)
	case *ast.Not:
		conditionLiterals(c.Of, visit)
	case *ast.Compare:
		operandLiterals(c.Left, visit)
		operandLiterals(c.Right, visit)
	case *ast.Between:
		operandLiterals(c.Of, visit)
		operandLiterals(c.Low, visit)
		operandLiterals(c.High, visit)
	case *ast.In:
		operandLiterals(c.Of, visit)
		for _, o := range c.List {
			operandLiterals(o, visit)
		}
	case *ast.Call:
		operandLiterals(c, visit)
	case *ast.IsType:
		operandLiterals(c.Of, visit)
	default:
		panic("translator: a condition of unknown kind")
	}
}

func operandLiterals(o ast.Operand, visit func(ast.Operand)) {
	switch o := o.(type) {
	case *ast.Path:
	case *ast.Call:
		for _, arg := range o.Args {
			operandLiterals(arg, visit)
		}
	case *ast.Arithmetic:
		operandLiterals(o.Left, visit)
		operandLiterals(o.Right, visit)
	case *ast.Truth:
		conditionLiterals(o.Of, visit)
	default:
		visit(o)
	}
}
