package translator

import (
	"cmp"
	"strconv"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// textNesting refuses a value that has more levels than an item can hold in an attribute.
const textNesting = "Nesting Levels have exceeded supported limits"

// root is how refusals call a literal that stands in no other.
const root = "root"

// literal is the value of a literal or of a question mark. What it refuses comes before the table.
func (e *expression) literal(o ast.Operand) (attr.Value, *apierr.Error) {
	if p, ok := o.(*ast.Parameter); ok {
		return e.parameter(p)
	}
	node, err := e.literalNode(o, root)
	if err != nil {
		return attr.Value{}, err
	}
	v := node.Value()
	return v, wantShallow(v)
}

// parameter is the value of a question mark.
func (e *expression) parameter(p *ast.Parameter) (attr.Value, *apierr.Error) {
	if p.Place >= len(e.parameters) {
		return attr.Value{}, apierr.Invalid("Number of parameters in request and statement don't match.")
	}
	v := e.parameters[p.Place]
	return v, wantShallow(v)
}

// wantShallow refuses a value too deep for an attribute: the item is a level, too.
func wantShallow(v attr.Value) *apierr.Error {
	if v.Depth >= attr.MaxDepth {
		return apierr.Invalid(textNesting + " under " + root)
	}
	return nil
}

// literalNode is a literal as a tree; at is where it stands in the outermost one, for refusals.
func (e *expression) literalNode(o ast.Operand, at string) (*attr.Node, *apierr.Error) {
	switch o := o.(type) {
	case *ast.StringLiteral:
		return &attr.Node{Type: attr.S, Text: o.Text}, nil
	case *ast.NumberLiteral:
		v, problem := attr.NumberValue(o.Text)
		if problem != nil {
			return nil, apierr.Invalid(cmp.Or(problem.Older, problem.Message) + " under " + at)
		}
		return attr.NodeOf(v), nil
	case *ast.BoolLiteral:
		return attr.NodeOf(attr.BoolValue(o.Is)), nil
	case *ast.NullLiteral:
		return attr.NodeOf(attr.NullValue()), nil
	case *ast.Parameter:
		v, err := e.parameter(o)
		if err != nil {
			return nil, err
		}
		return attr.NodeOf(v), nil
	case *ast.ListLiteral:
		return e.listNode(o, at)
	case *ast.MapLiteral:
		return e.mapNode(o, at)
	case *ast.BagLiteral:
		return e.setNode(o, at)
	}
	// A condition where only a value can be: what else is no literal, the grammar has refused.
	return nil, e.refuse("Incorrect operand type for operator or function")
}

func (e *expression) listNode(o *ast.ListLiteral, at string) (*attr.Node, *apierr.Error) {
	n := &attr.Node{Type: attr.L, List: make([]*attr.Node, len(o.Members))}
	for i, member := range o.Members {
		var err *apierr.Error
		if n.List[i], err = e.literalNode(member, at+"["+strconv.Itoa(i)+"]"); err != nil {
			return nil, err
		}
	}
	return n, nil
}

func (e *expression) mapNode(o *ast.MapLiteral, at string) (*attr.Node, *apierr.Error) {
	fields, err := e.fields(o, at)
	return &attr.Node{Type: attr.M, Map: fields}, err
}

// fields are the members of a map or item. Their names differ.
func (e *expression) fields(o *ast.MapLiteral, at string) ([]attr.Field, *apierr.Error) {
	fields := make([]attr.Field, len(o.Fields))
	for i, f := range o.Fields {
		node, err := e.literalNode(f.Value, at+"."+f.Name)
		if err != nil {
			return nil, err
		}
		fields[i] = attr.Field{Name: f.Name, Node: node}
	}
	return fields, nil
}

// setNode is a bag as a set. Its members, of which there is one at least, are all strings or all numbers.
func (e *expression) setNode(o *ast.BagLiteral, at string) (*attr.Node, *apierr.Error) {
	t := setType(o.Members[0])
	members := make([]string, len(o.Members))
	for i, member := range o.Members {
		node, err := e.literalNode(member, at+"["+strconv.Itoa(i)+"]")
		if err != nil {
			return nil, err
		}
		members[i] = node.Text
	}
	v, problem := attr.SetValue(t, members)
	if problem != nil {
		return nil, apierr.Invalid(cmp.Or(problem.Older, problem.Message) + " under " + at)
	}
	return attr.NodeOf(v), nil
}

// setType is the type of a set with such a member.
func setType(member ast.Operand) attr.Type {
	if _, ok := member.(*ast.NumberLiteral); ok {
		return attr.NS
	}
	return attr.SS
}
