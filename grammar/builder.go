package grammar

import (
	"slices"
	"strconv"

	"github.com/antlr4-go/antlr/v4"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen"
)

// builder makes our tree from ANTLR's, in the order of the text, and notes the problems it meets. The tree it is given may
// be incomplete (see machine.run): it must then only find what is refused before the token where the parser stopped.
type builder struct {
	kind          Kind
	tokens        antlr.TokenStream
	refused       antlr.Token // the first token that cannot stand where it does: the parser's, or an earlier one
	redundant     bool        // there are redundant parentheses
	misuse        *Error      // the first reserved word, list index or function that is refused
	repeated      string      // the first section of an update that is there twice
	deep          int         // elements of the first path that has too many
	operators     int
	names, values []string
}

// verdict gives the problem that the service reports of those found in a text without syntax error.
func (b *builder) verdict() *Error {
	switch {
	case b.redundant:
		return &Error{Kind: b.kind, Problem: RedundantParentheses}
	case b.misuse != nil:
		return b.misuse
	case b.repeated != "":
		return &Error{Kind: b.kind, Problem: RepeatedSection, Token: b.repeated}
	case b.deep > 0:
		return &Error{Kind: b.kind, Problem: TooDeep, Count: b.deep}
	case b.kind != Update && b.operators > MaxOperators:
		// The service stops counting at the first one too many.
		return &Error{Kind: b.kind, Problem: TooManyOperators, Count: MaxOperators + 1}
	}
	return nil
}

// refuse notes a token that the grammar lets through and the service does not. The first one in the text counts.
func (b *builder) refuse(token antlr.Token) {
	if b.refused == nil || token.GetTokenIndex() < b.refused.GetTokenIndex() {
		b.refused = token
	}
}

// note keeps the first problem of names, list indexes and functions.
func (b *builder) note(problem Problem, token antlr.Token) {
	if b.misuse == nil {
		b.misuse = &Error{Kind: b.kind, Problem: problem, Token: token.GetText(), Offset: token.GetStart()}
	}
}

// projectionExpression builds a whole projection expression.
func (b *builder) projectionExpression(root antlr.ParserRuleContext) *ast.Projection {
	return &ast.Projection{Paths: b.paths(root.(gen.IProjectionExpressionContext).AllPath())}
}

func (b *builder) paths(ctxs []gen.IPathContext) []*ast.Path {
	paths := make([]*ast.Path, len(ctxs))
	for i, ctx := range ctxs {
		paths[i] = b.path(ctx.GetStart(), ctx.AllStep())
	}
	return paths
}

// path builds a document path from its first name and the steps that follow.
func (b *builder) path(first antlr.Token, steps []gen.IStepContext) *ast.Path {
	path := &ast.Path{Elements: make([]ast.Element, 0, 1+len(steps))}
	path.Elements = append(path.Elements, b.name(first))
	for _, step := range steps {
		if token := step.GetStop(); token != nil { // nil where the parser stopped
			path.Elements = append(path.Elements, b.element(step))
		}
	}
	if n := len(path.Elements); n > MaxPathElements && b.deep == 0 {
		b.deep = n
	}
	return path
}

func (b *builder) element(step gen.IStepContext) ast.Element {
	node := step.INDEX()
	if node == nil {
		return b.name(step.GetStop())
	}
	index, err := strconv.ParseInt(node.GetText(), 10, 32)
	if err != nil {
		b.note(IndexRange, node.GetSymbol())
	}
	return ast.Element{Index: int(index)}
}

// name builds an element from a bare name or a placeholder.
func (b *builder) name(token antlr.Token) ast.Element {
	name := token.GetText()
	switch {
	case token.GetTokenType() == gen.ExpressionParserNAME:
		b.names = append(b.names, name)
	case IsReserved(name):
		b.note(ReservedWord, token)
	}
	return ast.Element{Name: name}
}

// call builds a function call. Its own name is judged before its arguments.
func (b *builder) call(name antlr.Token, args gen.IArgumentsContext, at place) *ast.Call {
	b.operators++
	call := &ast.Call{Name: name.GetText()}
	if problem := checkFunction(call.Name, at); problem != 0 {
		b.note(problem, name)
	}
	inside := asOperand
	if at.inUpdate() {
		inside = asNested
	}
	for _, arg := range args.AllOperand() {
		call.Args = append(call.Args, b.operand(arg, inside))
	}
	return call
}

// operand builds an operand of a comparison, a function or a sum. It is nil where the parser stopped before it.
func (b *builder) operand(ctx gen.IOperandContext, at place) ast.Operand {
	for ctx != nil {
		if atom := ctx.Atom(); atom != nil {
			return b.atom(atom, at)
		}
		inside := ctx.Operand()
		if inside != nil && inside.Operand() != nil {
			b.redundant = true
		}
		ctx = inside
	}
	return nil
}

// atom builds a path, a value or a call. It is nil where the parser stopped before it.
func (b *builder) atom(ctx gen.IAtomContext, at place) ast.Operand {
	if node := ctx.VALUE(); node != nil {
		b.values = append(b.values, node.GetText())
		return &ast.Value{Name: node.GetText()}
	}
	if args := ctx.Arguments(); args != nil {
		return b.call(ctx.GetStart(), args, at)
	}
	if ctx.IDENTIFIER() == nil && ctx.NAME() == nil {
		return nil
	}
	return b.path(ctx.GetStart(), ctx.AllStep())
}

// distinct sorts names and leaves each once.
func distinct(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}
