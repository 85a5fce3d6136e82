package translator

import (
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// keyCondition is a condition on one attribute that the table or index has yet to own as key: name op values. BETWEEN has
// two values, the others one.
type keyCondition struct {
	name   string
	op     keyOp
	values []attr.Value
}

type keyOp uint8

const (
	keyEQ keyOp = iota + 1
	keyLT
	keyLE
	keyGT
	keyGE
	keyBetween
	keyBeginsWith
	keyIn // one of the values; of PartiQL only, which reads one range for each
)

// keyOps are the comparisons a key condition may make; mirrored is the same with its sides exchanged.
var keyOps = map[ast.Op]struct{ op, mirrored keyOp }{
	ast.EQ: {keyEQ, keyEQ},
	ast.LT: {keyLT, keyGT},
	ast.LE: {keyLE, keyGE},
	ast.GT: {keyGT, keyLT},
	ast.GE: {keyGE, keyLE},
}

// keyConditions takes a key condition apart, in the order of the text. Its operands are known to be good: the tree has
// been bound as a condition before.
func (e *expression) keyConditions(c ast.Condition) ([]keyCondition, *apierr.Error) {
	var found []keyCondition
	err := e.collectKeyConditions(c, &found)
	return found, err
}

func (e *expression) collectKeyConditions(c ast.Condition, found *[]keyCondition) *apierr.Error {
	switch c := c.(type) {
	case *ast.And:
		if err := e.collectKeyConditions(c.Left, found); err != nil {
			return err
		}
		return e.collectKeyConditions(c.Right, found)
	case *ast.Or:
		return badKeyOperator("OR")
	case *ast.Not:
		return badKeyOperator("NOT")
	case *ast.In:
		return badKeyOperator("IN")
	case *ast.Compare:
		ops, ok := keyOps[c.Op]
		if !ok {
			return badKeyOperator(string(c.Op))
		}
		if _, ok := c.Left.(*ast.Value); ok {
			return e.addKeyCondition(ops.mirrored, []ast.Operand{c.Right, c.Left}, found)
		}
		return e.addKeyCondition(ops.op, []ast.Operand{c.Left, c.Right}, found)
	case *ast.Between:
		return e.addKeyFirst("BETWEEN", keyBetween, []ast.Operand{c.Of, c.Low, c.High}, found)
	case *ast.Call:
		if c.Name != beginsWith {
			return badKeyOperator(c.Name)
		}
		return e.addKeyFirst(beginsWith, keyBeginsWith, c.Args, found)
	}
	panic("translator: a condition of unknown kind")
}

func badKeyOperator(operator string) *apierr.Error {
	return apierr.Invalid("Invalid operator used in KeyConditionExpression: " + operator)
}

func badKeyCondition(text string) *apierr.Error {
	return apierr.Invalid("Invalid condition in KeyConditionExpression: " + text)
}

// addKeyFirst adds a condition whose attribute cannot stand anywhere but in front.
func (e *expression) addKeyFirst(operator string, op keyOp, operands []ast.Operand, found *[]keyCondition) *apierr.Error {
	if _, ok := operands[0].(*ast.Value); ok {
		return badKeyCondition(operator + " operator must have the key attribute as its first operand")
	}
	return e.addKeyCondition(op, operands, found)
}

// addKeyCondition adds the condition: the attribute comes first, then its values.
func (e *expression) addKeyCondition(op keyOp, operands []ast.Operand, found *[]keyCondition) *apierr.Error {
	for _, o := range operands {
		if _, ok := o.(*ast.Call); ok {
			return e.refuse("KeyConditionExpressions cannot contain nested operations")
		}
	}
	bound, err := e.operands(operands)
	if err != nil {
		return err
	}
	c := keyCondition{op: op}
	for _, o := range bound {
		switch o := o.(type) {
		case *plan.ValueOperand:
			c.values = append(c.values, o.Value)
		case *plan.PathOperand:
			if len(o.Path) > 1 {
				return e.refuse("KeyConditionExpressions cannot have conditions on nested attributes")
			}
			if c.name != "" {
				return badKeyCondition("Multiple attribute names used in one condition")
			}
			c.name = o.Path[0].Name
		}
	}
	if c.name == "" {
		return badKeyCondition("No key attribute specified")
	}
	for i := range *found {
		if (*found)[i].name == c.name {
			return e.refuse("KeyConditionExpressions must only contain one condition per key")
		}
	}
	*found = append(*found, c)
	return nil
}
