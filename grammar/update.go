package grammar

import (
	"github.com/antlr4-go/antlr/v4"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen"
)

// updateExpression builds a whole update expression.
func (b *builder) updateExpression(root antlr.ParserRuleContext) *ast.Update {
	update := &ast.Update{}
	for _, section := range root.(gen.IUpdateExpressionContext).AllSection() {
		b.section(update, section)
	}
	return update
}

func (b *builder) section(update *ast.Update, ctx gen.ISectionContext) {
	switch {
	case ctx.SET() != nil:
		b.once(update.Set != nil, "SET")
		update.Set = b.assignments(ctx.AllAssignment())
	case ctx.REMOVE() != nil:
		b.once(update.Remove != nil, "REMOVE")
		update.Remove = b.paths(ctx.AllPath())
	case ctx.ADD() != nil:
		b.once(update.Add != nil, "ADD")
		update.Add = b.changes(ctx.AllChange())
	case ctx.DELETE() != nil:
		b.once(update.Delete != nil, "DELETE")
		update.Delete = b.changes(ctx.AllChange())
	}
}

func (b *builder) once(before bool, section string) {
	if before && b.repeated == "" {
		b.repeated = section
	}
}

func (b *builder) assignments(ctxs []gen.IAssignmentContext) []ast.Assign {
	assigns := make([]ast.Assign, len(ctxs))
	for i, ctx := range ctxs {
		if path := ctx.Path(); path != nil {
			assigns[i].Path = b.path(path.GetStart(), path.AllStep())
		}
		if sum := ctx.Sum(); sum != nil {
			assigns[i].Value = b.sum(sum, asAssigned).operand
		}
	}
	return assigns
}

func (b *builder) changes(ctxs []gen.IChangeContext) []ast.Change {
	changes := make([]ast.Change, len(ctxs))
	for i, ctx := range ctxs {
		if path := ctx.Path(); path != nil {
			changes[i].Path = b.path(path.GetStart(), path.AllStep())
		}
		if value := ctx.VALUE(); value != nil {
			b.values = append(b.values, value.GetText())
			changes[i].Value = &ast.Value{Name: value.GetText()}
		}
	}
	return changes
}

// sum builds what SET assigns, or a part of it in parentheses. There is one operator at most: "(a + b) + c" is refused
// at its second one.
func (b *builder) sum(ctx gen.ISumContext, at place) term {
	sign := ctx.PLUS()
	if sign == nil {
		sign = ctx.MINUS()
	}
	if sign == nil {
		return b.summand(ctx.Term(), at)
	}
	left := b.summand(ctx.Term(), asNested)
	if _, isSum := left.operand.(*ast.Arithmetic); isSum {
		b.refuse(sign.GetSymbol())
	}
	minus := sign.GetSymbol().GetTokenType() == gen.ExpressionParserMINUS
	return term{operand: &ast.Arithmetic{Minus: minus, Left: left.operand, Right: b.operand(ctx.Operand(), asNested)}}
}

func (b *builder) summand(ctx gen.ITermContext, at place) term {
	switch {
	case ctx == nil:
		return term{}
	case ctx.Atom() != nil:
		return term{operand: b.atom(ctx.Atom(), at)}
	case ctx.Sum() == nil:
		return term{}
	}
	t := b.sum(ctx.Sum(), at)
	b.redundant = b.redundant || t.grouped
	t.grouped = true
	return t
}
