package translator

import (
	"strconv"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// maxInOperands is the longest list of IN.
const maxInOperands = 100

var compareOps = map[ast.Op]plan.Op{ast.EQ: plan.EQ, ast.NE: plan.NE, ast.LT: plan.LT, ast.LE: plan.LE, ast.GT: plan.GT, ast.GE: plan.GE}

// condition binds a condition or filter. Parts that do not depend on the item become constants, so that a backend sees
// no comparison of two values.
func (e *expression) condition(c ast.Condition) (plan.Predicate, *apierr.Error) {
	switch c := c.(type) {
	case *ast.And:
		return e.joined(c.Left, c.Right, and)
	case *ast.Or:
		return e.joined(c.Left, c.Right, or)
	case *ast.Not:
		of, err := e.condition(c.Of)
		if err != nil {
			return nil, err
		}
		return not(of), nil
	case *ast.Compare:
		return e.compare(c)
	case *ast.Between:
		return e.between(c)
	case *ast.In:
		return e.in(c)
	case *ast.Call:
		return e.call(c)
	case *ast.IsType:
		return e.isType(c)
	}
	panic("translator: a condition of unknown kind")
}

// joined binds the two sides of AND or OR.
func (e *expression) joined(left, right ast.Condition, join func(l, r plan.Predicate) plan.Predicate) (plan.Predicate, *apierr.Error) {
	l, err := e.condition(left)
	if err != nil {
		return nil, err
	}
	r, err := e.condition(right)
	if err != nil {
		return nil, err
	}
	return join(l, r), nil
}

func (e *expression) compare(c *ast.Compare) (plan.Predicate, *apierr.Error) {
	if hasTruth(c.Left, c.Right) {
		return e.compareTruths(c)
	}
	args, err := e.operands([]ast.Operand{c.Left, c.Right})
	if err != nil {
		return nil, err
	}
	left, right := args[0], args[1]
	if err := e.wantDistinct(string(c.Op), left, right); err != nil {
		return nil, err
	}
	if c.Op != ast.EQ && c.Op != ast.NE {
		if err := e.wantTypes(string(c.Op), ordered, left, right); err != nil {
			return nil, err
		}
	}
	return folded(&plan.Compare{Op: compareOps[c.Op], Left: left, Right: right}), nil
}

func (e *expression) between(c *ast.Between) (plan.Predicate, *apierr.Error) {
	if hasTruth(c.Of, c.Low, c.High) {
		return nil, e.wrongType("BETWEEN", attr.BOOL.String())
	}
	args, err := e.operands([]ast.Operand{c.Of, c.Low, c.High})
	if err != nil {
		return nil, err
	}
	if err := e.wantTypes("BETWEEN", ordered, args...); err != nil {
		return nil, err
	}
	if err := e.wantDistinct("BETWEEN", args[0], args[1:]...); err != nil {
		return nil, err
	}
	if err := e.wantBounds(args[1], args[2]); err != nil {
		return nil, err
	}
	return folded(&plan.Between{Of: args[0], Low: args[1], High: args[2]}), nil
}

// wantBounds refuses bounds of BETWEEN that are both given and do not bound anything.
func (e *expression) wantBounds(low, high plan.Operand) *apierr.Error {
	l, ok := low.(*plan.ValueOperand)
	if !ok {
		return nil
	}
	h, ok := high.(*plan.ValueOperand)
	if !ok {
		return nil
	}
	rule := ""
	switch {
	case l.Value.Type != h.Value.Type:
		rule = "same data type for lower and upper bounds"
	case compareValues(l.Value, h.Value) > 0:
		rule = "upper bound to be greater than or equal to lower bound"
	default:
		return nil
	}
	return e.refuse("The BETWEEN operator requires " + rule + "; lower bound operand: " + valueText(l.Value) +
		", upper bound operand: " + valueText(h.Value))
}

// valueText writes a scalar the way the service's refusals do.
func valueText(v attr.Value) string {
	text := v.Text()
	if v.Type == attr.B {
		n := strconv.Itoa(len(text))
		text = "java.nio.HeapByteBuffer[pos=0 lim=" + n + " cap=" + n + "]"
	}
	return "AttributeValue: {" + v.Type.String() + ":" + text + "}"
}

func (e *expression) in(c *ast.In) (plan.Predicate, *apierr.Error) {
	if hasTruth(c.Of) || hasTruth(c.List...) {
		return e.inTruths(c)
	}
	of, err := e.operand(c.Of)
	if err != nil {
		return nil, err
	}
	list, err := e.operands(c.List)
	if err != nil {
		return nil, err
	}
	if err := e.wantDistinct("IN", of, list...); err != nil {
		return nil, err
	}
	if len(list) > maxInOperands {
		return nil, e.refuse("The IN operator is provided with too many operands; number of operands: " + strconv.Itoa(len(list)))
	}
	return folded(&plan.In{Of: of, List: list}), nil
}
