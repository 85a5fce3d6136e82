package grammar

import (
	"slices"

	"github.com/antlr4-go/antlr/v4"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// MaxStatementChars is the most characters a statement may have. The service checks it with the other members of a request, and
// ParseStatement, which needs some milliseconds and megabytes for the deepest statement of that size, relies on it.
const MaxStatementChars = 8192

// ParseStatement parses a PartiQL statement. Its names are Literal: they are the attributes' own. What it lets through has a
// WHERE of at most MaxOperators operators, MISSING only after IS, literals that hold nothing but literals, and functions that exist
// where they stand, in lower case.
func ParseStatement(text string) (ast.Statement, *Error) {
	m := statementMachines.Get().(*machine[*partiql.PartiQLParser])
	defer statementMachines.Put(m)
	root, stopped := m.run(text, statementRule)
	if err := malformed(m, root, stopped); err != nil {
		return nil, err
	}
	b := statementBuilder{parameters: parametersOf(m.tokens)}
	statement := b.operation(root.(partiql.IStatementContext).Operation())
	if err := b.verdict(); err != nil {
		return nil, err
	}
	return statement, nil
}

func statementRule(p *partiql.PartiQLParser) antlr.ParserRuleContext { return p.Statement() }

// parametersOf gives the places in the text of the question marks.
func parametersOf(tokens *antlr.CommonTokenStream) []int {
	var places []int
	for _, token := range tokens.GetAllTokens() {
		if token.GetTokenType() == partiql.PartiQLParserPARAMETER {
			places = append(places, token.GetTokenIndex())
		}
	}
	return places
}

// statementBuilder makes our tree from ANTLR's, of a text without syntax error, and notes the problems it meets. Parts of a
// statement that has a problem may be nil.
type statementBuilder struct {
	parameters []int // token indexes of the question marks
	operators  int   // of the condition
	inSet      bool  // what is built is assigned by SET
	// misuse is the first problem of the text. refusal is the first of those that the service finds when all is read: functions
	// and signs that have operands of another kind or number than they need.
	misuse, refusal *Error
}

func (b *statementBuilder) verdict() *Error {
	switch {
	case b.misuse != nil:
		return b.misuse
	case b.refusal != nil:
		return b.refusal
	case b.operators > MaxOperators:
		return &Error{Kind: Statement, Problem: TooManyOperators, Count: MaxOperators + 1}
	}
	return nil
}

// note keeps the first problem of the text.
func (b *statementBuilder) note(problem Problem, name string, at antlr.Token) {
	if b.misuse == nil {
		b.misuse = positioned(problem, name, at)
	}
}

// noteUnder keeps the first problem of the text, which is one of a literal.
func (b *statementBuilder) noteUnder(problem Problem, name, under string, at antlr.Token) {
	if b.misuse == nil {
		b.misuse = positioned(problem, name, at)
		b.misuse.Near = under
	}
}

// refuse keeps the first problem of those that are found later.
func (b *statementBuilder) refuse(problem Problem, name string) {
	if b.refusal == nil {
		b.refusal = &Error{Kind: Statement, Problem: problem, Token: name}
	}
}

func (b *statementBuilder) operation(ctx partiql.IOperationContext) ast.Statement {
	switch {
	case ctx.Select_() != nil:
		return b.selected(ctx.Select_())
	case ctx.Insert() != nil:
		return b.insert(ctx.Insert())
	case ctx.Update() != nil:
		return b.update(ctx.Update())
	case ctx.Delete_() != nil:
		return b.delete(ctx.Delete_())
	case ctx.FromUpdate() != nil:
		return b.fromUpdate(ctx.FromUpdate())
	case ctx.Expression() != nil:
		return b.lone(ctx.Expression())
	}
	b.changes(ctx.AllChange())
	b.note(MultipleSources, "", nil)
	return nil
}

// lone builds a statement that is an expression: it must be EXISTS(SELECT ...), or a SELECT in parentheses.
func (b *statementBuilder) lone(ctx partiql.IExpressionContext) ast.Statement {
	s := shapeOf(ctx)
	switch selected, exists := selectOf(s); {
	case selected != nil && exists:
		return &ast.ExistsStatement{Select: b.selected(selected)}
	case selected != nil:
		return b.selected(selected)
	}
	kind := kindOf(s)
	if _, ok := numberOf(s); ok {
		kind = kindLiteral
	}
	if slices.Contains(loneKinds, kind) {
		b.note(UnsupportedOperation, kind, nil)
		return nil
	}
	b.note(ExistsOutsideWrites, "", nil)
	return nil
}

// selectOf gives the SELECT of EXISTS(SELECT ...) or (SELECT ...).
func selectOf(s *shape) (selected partiql.ISelectContext, exists bool) {
	for s.leaf != nil && len(s.leaf.AllStep()) == 0 && s.leaf.Term().PlainTerm() != nil {
		plain := s.leaf.Term().PlainTerm()
		group := plain.Group()
		switch {
		case plain.FunctionWord() != nil && plain.FunctionWord().EXISTS() != nil:
			return plain.Arguments().Given().Select_(), true
		case group == nil || len(group.AllExpression()) > 1:
			return nil, false
		case group.Select_() != nil:
			return group.Select_(), false
		}
		s = shapeOf(group.Expression(0))
	}
	return nil, false
}
