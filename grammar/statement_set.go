package grammar

import (
	"slices"
	"strings"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// changes builds the SET and REMOVE clauses of an UPDATE.
func (b *statementBuilder) changes(ctxs []partiql.IChangeContext) *ast.Update {
	b.inSet = true
	defer func() { b.inSet = false }()
	update := &ast.Update{}
	for _, ctx := range ctxs {
		if ctx.REMOVE() != nil {
			update.Remove = append(update.Remove, b.simplePath(ctx.SimplePath()))
			continue
		}
		for _, assignment := range ctx.AllAssignment() {
			path := b.simplePath(assignment.SimplePath())
			value := b.assigned(path, shapeOf(assignment.Expression()))
			update.Set = append(update.Set, ast.Assign{Path: path, Value: value})
		}
	}
	return update
}

// assigned builds what SET assigns to a path.
func (b *statementBuilder) assigned(path *ast.Path, s *shape) ast.Operand {
	operators := b.operators
	defer func() { b.operators = operators }() // those of SET do not count
	if s.leaf != nil && len(s.leaf.AllStep()) == 0 && kindOf(s) == kindCall {
		plain := s.leaf.Term().PlainTerm()
		if name := strings.ToLower(nameOf(plain.GetStart())); name == "set_add" || name == "set_delete" {
			return b.setCall(path, name, plain)
		}
	}
	return b.operand(s)
}

// setCall builds set_add and set_delete, which change the set at the path that they are assigned to.
func (b *statementBuilder) setCall(path *ast.Path, name string, plain partiql.IPlainTermContext) ast.Operand {
	call := &ast.Call{Name: name}
	arguments := plain.Arguments().Given().AllArgument()
	if len(arguments) != 2 {
		b.note(SetArguments, strings.ToUpper(name), plain.GetStart())
		return call
	}
	first := shapeOf(arguments[0].Expression())
	call.Args = []ast.Operand{b.operand(first), b.operand(shapeOf(arguments[1].Expression()))}
	if set, ok := call.Args[0].(*ast.Path); !ok || !slices.Equal(set.Elements, path.Elements) {
		b.note(SetFirstArgument, strings.ToUpper(name), nil)
	}
	switch call.Args[1].(type) {
	case *ast.BagLiteral, *ast.Parameter:
	default:
		b.note(SetSecondArgument, strings.ToUpper(name), tokenOf(first)) // where the service says it is
	}
	return call
}

// sum builds a sum or difference of SET, which has no other operators.
func (b *statementBuilder) sum(s *shape) piece {
	switch {
	case s.test != nil:
		b.note(IsInUpdate, "", nil)
		return piece{}
	case s.op != partiql.PartiQLParserPLUS && s.op != partiql.PartiQLParserMINUS:
		b.note(UpdateOperator, operatorName(s), nil)
		return piece{}
	case len(s.parts) == 1:
		if b.refusal == nil { // else the text would be read once for each sign
			b.refuse(LoneSign, s.first.GetText())
			b.operand(s.parts[0])
		}
		return piece{}
	}
	left := b.operand(s.parts[0])
	minus := s.op == partiql.PartiQLParserMINUS
	return piece{operand: &ast.Arithmetic{Minus: minus, Left: left, Right: b.operand(s.parts[1])}}
}
