package translator

import (
	"slices"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// isTypes are the types that IS tests; the grammar has refused others. MISSING stands for none.
var isTypes = map[string]attr.Type{
	"MISSING": attr.Invalid, "NULL": attr.NULL, "BOOLEAN": attr.BOOL, "BLOB": attr.B, "STRING": attr.S, "NUMERIC": attr.N,
	"STRUCT": attr.M, "TUPLE": attr.M, "LIST": attr.L,
}

// isType binds IS and IS NOT.
func (e *expression) isType(c *ast.IsType) (plan.Predicate, *apierr.Error) {
	t := isTypes[c.Type]
	of, err := e.operand(c.Of)
	if err != nil {
		return nil, err
	}
	var is plan.Predicate = &plan.Const{Value: isValueOfType(of, t)}
	if p, ok := of.(*plan.PathOperand); ok {
		is = &plan.TypeIs{Path: p.Path, Type: t}
		if t == attr.Invalid {
			is = not(&plan.Exists{Path: p.Path})
		}
	}
	if c.Not {
		return not(is), nil
	}
	return is, nil
}

// truth is an operand that may be a condition: when it is true, and when it is false.
type truth struct{ yes, no plan.Predicate }

func hasTruth(operands ...ast.Operand) bool {
	return slices.ContainsFunc(operands, func(o ast.Operand) bool { _, ok := o.(*ast.Truth); return ok })
}

// truth binds an operand that a condition is compared with.
func (e *expression) truth(o ast.Operand) (truth, *apierr.Error) {
	if t, ok := o.(*ast.Truth); ok {
		p, err := e.condition(t.Of)
		if err != nil {
			return truth{}, err
		}
		return truth{p, not(p)}, nil
	}
	of, err := e.operand(o)
	if err != nil {
		return truth{}, err
	}
	is := func(v bool) plan.Predicate {
		return folded(&plan.Compare{Op: plan.EQ, Left: of, Right: &plan.ValueOperand{Value: attr.BoolValue(v)}})
	}
	return truth{is(true), is(false)}, nil
}

// equals holds when both are true or both are false.
func (t truth) equals(o truth) plan.Predicate { return or(and(t.yes, o.yes), and(t.no, o.no)) }

// compareTruths binds a comparison of which a side is a condition. Truths have no order.
func (e *expression) compareTruths(c *ast.Compare) (plan.Predicate, *apierr.Error) {
	if c.Op != ast.EQ && c.Op != ast.NE {
		return nil, e.wrongType(string(c.Op), attr.BOOL.String())
	}
	equal, err := e.inTruths(&ast.In{Of: c.Left, List: []ast.Operand{c.Right}})
	if err != nil || c.Op == ast.EQ {
		return equal, err
	}
	return not(equal), nil
}

// inTruths binds an IN of which an operand is a condition.
func (e *expression) inTruths(c *ast.In) (plan.Predicate, *apierr.Error) {
	of, err := e.truth(c.Of)
	if err != nil {
		return nil, err
	}
	var any plan.Predicate = &plan.Const{Value: false}
	for _, o := range c.List {
		if !hasTruth(c.Of, o) {
			equal, err := e.compare(&ast.Compare{Op: ast.EQ, Left: c.Of, Right: o})
			if err != nil {
				return nil, err
			}
			any = or(any, equal)
			continue
		}
		t, err := e.truth(o)
		if err != nil {
			return nil, err
		}
		any = or(any, of.equals(t))
	}
	return any, nil
}
