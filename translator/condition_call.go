package translator

import (
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Functions that are conditions. The grammar has refused other names.
const (
	attributeExists    = "attribute_exists"
	attributeNotExists = "attribute_not_exists"
	attributeType      = "attribute_type"
	beginsWith         = "begins_with"
	contains           = "contains"
)

// call binds a function that is a condition.
func (e *expression) call(c *ast.Call) (plan.Predicate, *apierr.Error) {
	args, err := e.operands(c.Args)
	if err != nil {
		return nil, err
	}
	switch c.Name {
	case attributeExists, attributeNotExists:
		return e.exists(c.Name, args)
	}
	if err := e.wantOperands(c.Name, 2, len(args)); err != nil {
		return nil, err
	}
	if err := e.wantDistinct(c.Name, args[0], args[1]); err != nil {
		return nil, err
	}
	switch c.Name {
	case attributeType:
		return e.typeIs(args[0], args[1])
	case beginsWith:
		if err := e.wantTypes(c.Name, prefixed, args...); err != nil {
			return nil, err
		}
		return folded(&plan.BeginsWith{Of: args[0], Prefix: args[1]}), nil
	case contains:
		return folded(&plan.Contains{Of: args[0], Needle: args[1]}), nil
	}
	panic("translator: a condition function of unknown name: " + c.Name)
}

func (e *expression) exists(function string, args []plan.Operand) (plan.Predicate, *apierr.Error) {
	if err := e.wantOperands(function, 1, len(args)); err != nil {
		return nil, err
	}
	of, ok := args[0].(*plan.PathOperand)
	if !ok {
		return nil, e.wantPath(function)
	}
	if function == attributeNotExists {
		return &plan.Not{Of: &plan.Exists{Path: of.Path}}, nil
	}
	return &plan.Exists{Path: of.Path}, nil
}

// anyType is what the service names as the type of a path where a type's name is wanted.
const anyType = "{DECIMALSET,FLOAT,DECIMAL,DOUBLE,INT,NULL,L,S,DOUBLESET,M,BOOL,HDS,B,N,SS,BS,NS,HD,DICT,FS,INTSET}"

// typeNames are the types of values by the names attribute_type takes.
var typeNames = map[string]attr.Type{"S": attr.S, "N": attr.N, "B": attr.B, "SS": attr.SS, "NS": attr.NS, "BS": attr.BS,
	"M": attr.M, "L": attr.L, "BOOL": attr.BOOL, "NULL": attr.NULL}

// typeIs binds attribute_type(of, name).
func (e *expression) typeIs(of, name plan.Operand) (plan.Predicate, *apierr.Error) {
	v, ok := name.(*plan.ValueOperand)
	switch {
	case ok && v.Value.Type == attr.S:
	case operandType(name) != attr.Invalid:
		return nil, e.wrongType(attributeType, operandType(name).String())
	default:
		return nil, e.wrongType(attributeType, anyType)
	}
	t, ok := typeNames[v.Value.Text()]
	if !ok {
		return nil, e.refuse("Invalid attribute type name found; type: " + v.Value.Text() + ", valid types: {N,BS,L,B,NULL,M,S,SS,NS,BOOL}")
	}
	switch of := of.(type) {
	case *plan.PathOperand:
		return &plan.TypeIs{Path: of.Path, Type: t}, nil
	case *plan.SizeOperand: // a number, if the path has a size at all
		if t == attr.N {
			return &plan.Compare{Op: plan.GE, Left: of, Right: &plan.ValueOperand{Value: numberOf(0)}}, nil
		}
	}
	return &plan.Const{Value: isValueOfType(of, t)}, nil
}

func isValueOfType(o plan.Operand, t attr.Type) bool {
	v, ok := o.(*plan.ValueOperand)
	return ok && v.Value.Type == t
}
