package translator

import (
	"slices"
	"strconv"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// legacyCondition is one entry of Expected, KeyConditions, QueryFilter or ScanFilter: a comparison operator on a
// top-level attribute.
type legacyCondition struct {
	name, operator string
	values         []attr.Value
}

// legacyRule says what an operator takes: how many values, of which types (nil for all), and the condition it is.
type legacyRule struct {
	min, max int
	types    []attr.Type
	tree     func(path *ast.Path, values []ast.Operand) ast.Condition
}

// anyNumber of values.
const anyNumber = 1 << 30

var containable = []attr.Type{attr.S, attr.N, attr.B, attr.BOOL, attr.NULL}

var legacyRules = map[string]legacyRule{
	"EQ":           {1, 1, nil, comparison(ast.EQ)},
	"NE":           {1, 1, nil, comparison(ast.NE)},
	"LT":           {1, 1, ordered, comparison(ast.LT)},
	"LE":           {1, 1, ordered, comparison(ast.LE)},
	"GT":           {1, 1, ordered, comparison(ast.GT)},
	"GE":           {1, 1, ordered, comparison(ast.GE)},
	"BETWEEN":      {2, 2, ordered, betweenTree},
	"IN":           {1, anyNumber, ordered, inTree},
	"BEGINS_WITH":  {1, 1, prefixed, callTree(beginsWith)},
	"CONTAINS":     {1, 1, containable, callTree(contains)},
	"NOT_CONTAINS": {1, 1, containable, notContainsTree},
	"NULL":         {0, 0, nil, callTree(attributeNotExists)},
	"NOT_NULL":     {0, 0, nil, callTree(attributeExists)},
}

func comparison(op ast.Op) func(*ast.Path, []ast.Operand) ast.Condition {
	return func(path *ast.Path, values []ast.Operand) ast.Condition {
		return &ast.Compare{Op: op, Left: path, Right: values[0]}
	}
}

func callTree(function string) func(*ast.Path, []ast.Operand) ast.Condition {
	return func(path *ast.Path, values []ast.Operand) ast.Condition {
		return &ast.Call{Name: function, Args: append([]ast.Operand{path}, values...)}
	}
}

func betweenTree(path *ast.Path, values []ast.Operand) ast.Condition {
	return &ast.Between{Of: path, Low: values[0], High: values[1]}
}

// inTree: the legacy IN takes more values than the expression's, and becomes several of these.
func inTree(path *ast.Path, values []ast.Operand) ast.Condition {
	var tree ast.Condition
	for list := range slices.Chunk(values, maxInOperands) {
		next := &ast.In{Of: path, List: list}
		if tree == nil {
			tree = next
		} else {
			tree = &ast.Or{Left: tree, Right: next}
		}
	}
	return tree
}

// notContainsTree: unlike NE, NOT_CONTAINS is false of an attribute that is not there.
func notContainsTree(path *ast.Path, values []ast.Operand) ast.Condition {
	return &ast.And{
		Left:  callTree(attributeExists)(path, nil),
		Right: &ast.Not{Of: callTree(contains)(path, values)},
	}
}

// check refuses values that the operator does not take. That there is such an operator, api has checked.
func (c *legacyCondition) check(op *api.Operation) *apierr.Error {
	rule, ok := legacyRules[c.operator]
	if !ok {
		panic("translator: an operator that api does not know: " + c.operator)
	}
	if n := len(c.values); n < rule.min || n > rule.max {
		return op.Refuse(invalidParameter + "Invalid number of argument(s) for the " + c.operator + " ComparisonOperator")
	}
	for _, v := range c.values {
		if rule.types != nil && !slices.Contains(rule.types, v.Type) {
			return op.Refuse(invalidParameter + "ComparisonOperator " + c.operator + " is not valid for " + v.Type.String() + " AttributeValue type")
		}
	}
	for _, v := range c.values {
		if v.Type != c.values[0].Type {
			return op.Refuse(invalidParameter + "AttributeValues inside AttributeValueList must be of same type")
		}
	}
	if c.operator == "BETWEEN" && compareValues(c.values[0], c.values[1]) > 0 {
		return op.Refuse("The BETWEEN condition was provided a range where the lower bound is greater than the upper bound")
	}
	return nil
}

// legacyTree joins checked conditions, and gives the values that its placeholders stand for. It is nil without any.
func legacyTree(conditions []legacyCondition, anyOf bool) (ast.Condition, *attr.Item) {
	if len(conditions) == 0 {
		return nil, nil
	}
	var tree ast.Condition
	values := &attr.Item{}
	for i := range conditions {
		next := conditions[i].tree(values)
		switch {
		case tree == nil:
			tree = next
		case anyOf:
			tree = &ast.Or{Left: tree, Right: next}
		default:
			tree = &ast.And{Left: tree, Right: next}
		}
	}
	return tree, values
}

// tree is the condition as a tree. Its values go to values, under placeholders of their own.
func (c *legacyCondition) tree(values *attr.Item) ast.Condition {
	operands := make([]ast.Operand, len(c.values))
	for i, v := range c.values {
		operands[i] = define(values, v)
	}
	return legacyRules[c.operator].tree(literalPath(c.name), operands)
}

// define adds a value under a new placeholder.
func define(values *attr.Item, v attr.Value) *ast.Value {
	placeholder := ":" + strconv.Itoa(len(values.Attrs))
	values.Attrs = append(values.Attrs, attr.Attr{Name: placeholder, Value: v})
	return &ast.Value{Name: placeholder}
}
