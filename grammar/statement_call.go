package grammar

import (
	"strings"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// call builds a function call. Its name is judged before its arguments.
func (b *statementBuilder) call(plain partiql.IPlainTermContext, kind string) piece {
	b.operators++
	token := plain.GetStart()
	name := strings.ToLower(nameOf(token))
	places, known := functions[name]
	switch {
	case kind == kindAggregate:
		b.note(UnsupportedToken, name, token)
		return piece{}
	case !known:
		b.note(UnrecognizedFunction, name, token)
		return piece{}
	case b.inSet && !places[0].inUpdate():
		b.note(NotInUpdate, name, nil)
	case !b.inSet && places[0].inUpdate():
		b.note(NotInCondition, name, nil)
	}
	call := &ast.Call{Name: name}
	for _, argument := range plain.Arguments().Given().AllArgument() {
		call.Args = append(call.Args, b.operand(shapeOf(argument.Expression())))
	}
	if places[0] == asCondition {
		return piece{condition: call}
	}
	return piece{operand: call}
}
