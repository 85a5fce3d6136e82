package grammar

import (
	"github.com/antlr4-go/antlr/v4"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen"
)

// term is a part of a condition that may turn out to be a condition or an operand: after "(a" both are possible. A function
// call is both, a path or value only an operand; both fields are nil where the parser stopped.
type term struct {
	condition ast.Condition
	operand   ast.Operand
	grouped   bool // it is in parentheses
}

// conditionExpression builds a whole condition, filter or key condition expression.
func (b *builder) conditionExpression(root antlr.ParserRuleContext) ast.Condition {
	ctx := root.(gen.IConditionExpressionContext).Condition()
	return b.asCondition(b.condition(ctx, asCondition), ctx)
}

// asCondition refuses an operand where only a condition can stand: the token after it should have made it one.
func (b *builder) asCondition(t term, ctx antlr.ParserRuleContext) ast.Condition {
	if t.condition == nil && t.operand != nil && ctx.GetStop() != nil {
		b.refuse(b.tokens.Get(ctx.GetStop().GetTokenIndex() + 1))
	}
	return t.condition
}

func (b *builder) condition(ctx gen.IConditionContext, at place) term {
	parts := ctx.AllConjunction()
	if len(ctx.AllOR()) == 0 && len(parts) == 1 {
		return b.conjunction(parts[0], at)
	}
	var all ast.Condition
	for i, part := range parts {
		next := b.asCondition(b.conjunction(part, asCondition), part)
		if i == 0 {
			all = next
			continue
		}
		b.operators++
		all = &ast.Or{Left: all, Right: next}
	}
	return term{condition: all}
}

func (b *builder) conjunction(ctx gen.IConjunctionContext, at place) term {
	parts := ctx.AllNegation()
	if len(ctx.AllAND()) == 0 && len(parts) == 1 {
		return b.negation(parts[0], at)
	}
	var all ast.Condition
	for i, part := range parts {
		next := b.asCondition(b.negation(part, asCondition), part)
		if i == 0 {
			all = next
			continue
		}
		b.operators++
		all = &ast.And{Left: all, Right: next}
	}
	return term{condition: all}
}

func (b *builder) negation(ctx gen.INegationContext, at place) term {
	predicate := ctx.Predicate()
	if predicate == nil {
		return term{}
	}
	nots := len(ctx.AllNOT())
	if nots == 0 {
		return b.predicate(predicate, at)
	}
	b.operators += nots
	condition := b.asCondition(b.predicate(predicate, asCondition), predicate)
	for range nots {
		condition = &ast.Not{Of: condition}
	}
	return term{condition: condition}
}

// predicate builds a comparison, or what stands alone, which is an operand or condition like the place it stands in.
func (b *builder) predicate(ctx gen.IPredicateContext, at place) term {
	comparison := ctx.Comparison()
	if comparison != nil {
		at = asOperand
	}
	left := b.left(ctx, at)
	if comparison == nil {
		return left
	}
	if left.operand == nil && left.condition != nil {
		b.refuse(comparison.GetStart())
	}
	return term{condition: b.comparison(comparison, left.operand)}
}

func (b *builder) left(ctx gen.IPredicateContext, at place) term {
	if group := ctx.Group(); group != nil {
		return b.group(group, at)
	}
	atom := ctx.Atom()
	if atom == nil {
		return term{}
	}
	operand := b.atom(atom, at)
	call, _ := operand.(*ast.Call)
	if call == nil {
		return term{operand: operand}
	}
	return term{condition: call, operand: operand}
}

func (b *builder) group(ctx gen.IGroupContext, at place) term {
	inside := ctx.Condition()
	if inside == nil {
		return term{}
	}
	t := b.condition(inside, at)
	b.redundant = b.redundant || t.grouped
	t.grouped = true
	return t
}

// comparison builds what follows the left operand of a predicate.
func (b *builder) comparison(ctx gen.IComparisonContext, left ast.Operand) ast.Condition {
	b.operators++
	if ctx.IN() != nil {
		list := ctx.AllOperand()
		in := &ast.In{Of: left, List: make([]ast.Operand, len(list))}
		for i, operand := range list {
			in.List[i] = b.operand(operand, asOperand)
		}
		return in
	}
	first := b.operand(ctx.Operand(0), asOperand)
	if ctx.BETWEEN() != nil {
		return &ast.Between{Of: left, Low: first, High: b.operand(ctx.Operand(1), asOperand)}
	}
	return &ast.Compare{Op: ast.Op(ctx.GetStart().GetText()), Left: left, Right: first}
}
