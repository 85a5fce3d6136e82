package translator

import (
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// expectedTree makes Expected a condition, and gives the values of its placeholders.
func expectedTree(op *api.Operation, expected api.Map[*api.ExpectedAttributeValue], operator *string) (ast.Condition, *attr.Item, *apierr.Error) {
	conditions := make([]legacyCondition, len(expected))
	for i := range expected {
		c, err := expectation(op, expected[i].Key, expected[i].Value)
		if err != nil {
			return nil, nil, err
		}
		conditions[i] = c
	}
	for i := range conditions {
		if err := conditions[i].check(op); err != nil {
			return nil, nil, err
		}
	}
	tree, values := legacyTree(conditions, isOr(operator))
	return tree, values, nil
}

func isOr(operator *string) bool { return operator != nil && *operator == "OR" }

// expectation reads one entry of Expected, in its newer form (operator and values) or its older one (a value to be
// equal to, or whether there is one).
func expectation(op *api.Operation, name string, x *api.ExpectedAttributeValue) (legacyCondition, *apierr.Error) {
	refuse := func(text string) (legacyCondition, *apierr.Error) {
		return legacyCondition{}, op.Refuse(invalidParameter + text + " for Attribute: " + name)
	}
	switch {
	case x.Value != nil && x.AttributeValueList != nil:
		return refuse("Value and AttributeValueList cannot be used together")
	case x.ComparisonOperator != nil && x.Exists != nil:
		return refuse("Exists and ComparisonOperator cannot be used together")
	case x.ComparisonOperator != nil:
		return operatorExpectation(name, x, refuse)
	case x.AttributeValueList != nil:
		return refuse("AttributeValueList can only be used with a ComparisonOperator")
	case x.Exists != nil && !*x.Exists:
		if x.Value != nil {
			return refuse("Value cannot be used when Exists is false")
		}
		return legacyCondition{name: name, operator: "NULL"}, nil
	case x.Value == nil && x.Exists != nil:
		return refuse("Value must be provided when Exists is true")
	case x.Value == nil:
		return refuse("Value must be provided when Exists is null")
	}
	return legacyCondition{name: name, operator: "EQ", values: []attr.Value{*x.Value}}, nil
}

func operatorExpectation(name string, x *api.ExpectedAttributeValue, refuse func(string) (legacyCondition, *apierr.Error)) (legacyCondition, *apierr.Error) {
	c := legacyCondition{name: name, operator: *x.ComparisonOperator, values: x.AttributeValueList}
	if x.Value != nil {
		c.values = []attr.Value{*x.Value}
	}
	if legacyRules[c.operator].min > 0 && c.values == nil {
		return refuse("Value or AttributeValueList must be used with ComparisonOperator: " + c.operator)
	}
	return c, nil
}
