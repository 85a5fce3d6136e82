package translator

import (
	"slices"
	"strconv"
	"unicode/utf16"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// operand binds an operand of a condition.
func (e *expression) operand(o ast.Operand) (plan.Operand, *apierr.Error) {
	switch o := o.(type) {
	case *ast.Path:
		path, err := e.path(o)
		return &plan.PathOperand{Path: path}, err
	case *ast.Value:
		v, err := e.placeholder(o)
		return &plan.ValueOperand{Value: v}, err
	case *ast.Call:
		return e.size(o)
	}
	v, err := e.literal(o)
	return &plan.ValueOperand{Value: v}, err
}

// operands binds several operands in the order of the text.
func (e *expression) operands(list []ast.Operand) ([]plan.Operand, *apierr.Error) {
	bound := make([]plan.Operand, len(list))
	for i := range list {
		var err *apierr.Error
		if bound[i], err = e.operand(list[i]); err != nil {
			return nil, err
		}
	}
	return bound, nil
}

func (e *expression) placeholder(v *ast.Value) (attr.Value, *apierr.Error) {
	value, ok := e.value(v.Name)
	if !ok {
		return attr.Value{}, e.refuse("An expression attribute value used in expression is not defined; attribute value: " + v.Name)
	}
	return value, nil
}

// size binds size(x), the only function that is an operand of conditions.
func (e *expression) size(c *ast.Call) (plan.Operand, *apierr.Error) {
	args, err := e.operands(c.Args)
	if err != nil {
		return nil, err
	}
	if err := e.wantOperands(c.Name, 1, len(args)); err != nil {
		return nil, err
	}
	switch of := args[0].(type) {
	case *plan.PathOperand:
		return &plan.SizeOperand{Path: of.Path}, nil
	case *plan.ValueOperand:
		if n, ok := sizeOf(of.Value); ok {
			return &plan.ValueOperand{Value: numberOf(n)}, nil
		}
	}
	return nil, e.wrongType(c.Name, operandType(args[0]).String())
}

// sizeOf is size() of a value of the request: UTF-16 units of a string, bytes of a binary, members of the others.
func sizeOf(v attr.Value) (int, bool) {
	switch v.Type {
	case attr.S:
		n := 0
		for _, r := range v.Text() {
			n += utf16.RuneLen(r)
		}
		return n, true
	case attr.B:
		return len(v.Text()), true
	case attr.SS, attr.NS, attr.BS:
		return len(attr.NodeOf(v).Set), true
	case attr.L:
		return len(attr.NodeOf(v).List), true
	case attr.M:
		return len(attr.NodeOf(v).Map), true
	}
	return 0, false
}

func numberOf(n int) attr.Value {
	v, problem := attr.NumberValue(strconv.Itoa(n))
	if problem != nil {
		panic("translator: an int that is no number: " + problem.Message)
	}
	return v
}

// operandType is the type an operand is known to have; attr.Invalid when only the item can tell.
func operandType(o plan.Operand) attr.Type {
	switch o := o.(type) {
	case *plan.ValueOperand:
		return o.Value.Type
	case *plan.SizeOperand:
		return attr.N
	}
	return attr.Invalid
}

// wantTypes refuses operands that are known not to be of any of the types.
func (e *expression) wantTypes(function string, types []attr.Type, operands ...plan.Operand) *apierr.Error {
	for _, o := range operands {
		if t := operandType(o); t != attr.Invalid && !slices.Contains(types, t) {
			return e.wrongType(function, t.String())
		}
	}
	return nil
}

var (
	ordered  = []attr.Type{attr.S, attr.N, attr.B} // types with an order
	prefixed = []attr.Type{attr.S, attr.B}         // types with a beginning
)

// wantDistinct refuses a first operand that comes again among the others.
func (e *expression) wantDistinct(function string, first plan.Operand, others ...plan.Operand) *apierr.Error {
	path, ok := first.(*plan.PathOperand)
	if !ok {
		return nil
	}
	for _, o := range others {
		if p, ok := o.(*plan.PathOperand); ok && samePath(path.Path, p.Path) {
			return e.notDistinct(function, path.Path)
		}
	}
	return nil
}

func (e *expression) notDistinct(function string, first attr.Path) *apierr.Error {
	return e.refuse("The first operand must be distinct from the remaining operands for this operator or function; operator: " +
		function + ", first operand: " + pathText(first))
}
