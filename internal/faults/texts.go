package faults

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// statementTable is the table of a PartiQL statement, empty if the statement cannot be read.
func statementTable(text string, texts *grammar.Cache) string {
	parsed, err := texts.Statement(text)
	if err != nil {
		return ""
	}
	switch s := parsed.(type) {
	case *ast.Select:
		return s.From.Table
	case *ast.Insert:
		return s.Into.Table
	case *ast.UpdateStatement:
		return s.Table.Table
	case *ast.Delete:
		return s.From.Table
	case *ast.ExistsStatement:
		return s.Select.From.Table
	}
	return ""
}

func kindOf(text string, texts *grammar.Cache) statementKind {
	parsed, err := texts.Statement(text)
	if err != nil {
		return noStatement
	}
	if _, selects := parsed.(*ast.Select); selects {
		return reading
	}
	return writing
}

// queryKey are the attributes that a Query wants to be equal to a value.
func queryKey(in *api.QueryInput, texts *grammar.Cache) (key []attr.Attr) {
	for _, c := range in.KeyConditions {
		if c.Value.ComparisonOperator == "EQ" && len(c.Value.AttributeValueList) == 1 {
			key = append(key, attr.Attr{Name: c.Key, Value: c.Value.AttributeValueList[0]})
		}
	}
	if in.KeyConditionExpression == nil || in.ExpressionAttributeValues == nil {
		return key
	}
	parsed, err := texts.Condition(grammar.KeyCondition, *in.KeyConditionExpression)
	if err != nil {
		return key
	}
	return appendEqual(key, parsed.AST, in)
}

// appendEqual appends what a key condition wants to be equal.
func appendEqual(key []attr.Attr, c ast.Condition, in *api.QueryInput) []attr.Attr {
	switch c := c.(type) {
	case *ast.And:
		return appendEqual(appendEqual(key, c.Left, in), c.Right, in)
	case *ast.Compare:
		path, value := c.Left, c.Right
		if _, turned := path.(*ast.Value); turned {
			path, value = value, path
		}
		name, v := attributeNamed(path, in), valueNamed(value, in)
		if c.Op == ast.EQ && name != "" && v != nil {
			return append(key, attr.Attr{Name: name, Value: *v})
		}
	}
	return key
}

// attributeNamed is the attribute that a path of one name stands for, empty for others.
func attributeNamed(o ast.Operand, in *api.QueryInput) string {
	path, ok := o.(*ast.Path)
	if !ok || len(path.Elements) != 1 {
		return ""
	}
	name := path.Elements[0].Name
	for _, n := range in.ExpressionAttributeNames {
		if n.Key == name {
			return n.Value
		}
	}
	return name
}

func valueNamed(o ast.Operand, in *api.QueryInput) *attr.Value {
	v, ok := o.(*ast.Value)
	if !ok {
		return nil
	}
	for i, a := range in.ExpressionAttributeValues.Attrs {
		if a.Name == v.Name {
			return &in.ExpressionAttributeValues.Attrs[i].Value
		}
	}
	return nil
}
