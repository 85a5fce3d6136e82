package grammar

import (
	"strconv"
	"strings"

	"github.com/antlr4-go/antlr/v4"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// path builds the document path that an operand is; nil if it is something else, which is noted.
func (b *statementBuilder) path(leaf partiql.IOperandContext) *ast.Path {
	path := b.root(leaf.Term())
	if path == nil {
		return nil
	}
	for _, step := range leaf.AllStep() {
		if name := step.StepName(); name != nil {
			b.dot(path, name.GetStart())
			continue
		}
		if step.STAR() != nil {
			b.note(WildcardComponent, "", step.STAR().GetSymbol())
			continue
		}
		b.bracket(path, step.Expression())
	}
	return path
}

// root builds the first name of a path; in parentheses it may be a path itself.
func (b *statementBuilder) root(term partiql.ITermContext) *ast.Path {
	if plain := term.PlainTerm(); plain != nil {
		if group := plain.Group(); group != nil && len(group.AllExpression()) == 1 {
			if s := shapeOf(group.Expression(0)); s.leaf != nil {
				return b.path(s.leaf)
			}
		}
		if first := plain.GetStop(); isName(first) {
			path := &ast.Path{}
			b.dot(path, first)
			return path
		}
	}
	if term.List() != nil {
		b.note(IndexFirst, "", term.GetStart())
		return nil
	}
	b.note(UnexpectedComponent, "", termToken(term))
	return nil
}

// dot adds a name to a path.
func (b *statementBuilder) dot(path *ast.Path, token antlr.Token) {
	if !isName(token) {
		b.note(UnpivotComponent, "", token)
		return
	}
	b.named(path, nameOf(token))
}

func (b *statementBuilder) named(path *ast.Path, name string) {
	if name == "" {
		b.note(EmptyComponent, "", nil)
		return
	}
	path.Elements = append(path.Elements, ast.Element{Name: name, Literal: true})
}

// bracket adds a list index or a name to a path.
func (b *statementBuilder) bracket(path *ast.Path, ctx partiql.IExpressionContext) {
	s := shapeOf(ctx)
	if number, ok := numberOf(s); ok && !strings.ContainsAny(number, ".eE") {
		b.indexed(path, number, numberToken(s))
		return
	}
	token := tokenOf(s)
	switch kindOf(s) {
	case kindName:
		b.dot(path, s.leaf.GetStop())
		return
	case kindLiteral:
		if token.GetTokenType() == partiql.PartiQLParserSTRING {
			b.named(path, unquote(token.GetText()))
			return
		}
	}
	b.note(UnexpectedComponent, "", token)
}

func (b *statementBuilder) indexed(path *ast.Path, number string, token antlr.Token) {
	index, err := strconv.ParseInt(number, 10, 32)
	if err != nil || index < 0 {
		b.note(StatementIndexRange, withoutZeros(number), token)
	}
	path.Elements = append(path.Elements, ast.Element{Index: int(index)})
}

// simplePath builds the path of a table, or one that SET or REMOVE changes.
func (b *statementBuilder) simplePath(ctx partiql.ISimplePathContext) *ast.Path {
	path := &ast.Path{}
	b.dot(path, ctx.GetStart())
	for _, step := range ctx.AllSimpleStep() {
		if name := step.SimpleStepName(); name != nil {
			b.dot(path, name.GetStart())
			continue
		}
		b.bracket(path, step.Expression())
	}
	return path
}

// target builds the table, and the index, that a path names.
func (b *statementBuilder) target(path *ast.Path) ast.Target {
	if path == nil {
		return ast.Target{}
	}
	if len(path.Elements) > 2 {
		b.note(DeepSource, "", nil)
		return ast.Target{}
	}
	for _, element := range path.Elements {
		if element.Name == "" {
			b.note(ListSource, "", nil)
		}
	}
	switch len(path.Elements) {
	case 0: // noted
		return ast.Target{}
	case 1:
		return ast.Target{Table: path.Elements[0].Name}
	}
	return ast.Target{Table: path.Elements[0].Name, Index: path.Elements[1].Name}
}
