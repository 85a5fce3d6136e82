// Package grammar turns expression texts into trees: condition, filter and key condition expressions, update expressions,
// projection expressions. It is the first to see a text of the user; after it only trees travel on, and nothing of ANTLR.
//
// It reports everything that can be told from the text alone, in the service's order and words: size, syntax, redundant
// parentheses, reserved words, list indexes, functions that do not exist or stand where they may not, repeated sections,
// deep paths, too many operators. What needs the request's names and values, or the table, is the translator's.
package grammar

import (
	"github.com/antlr4-go/antlr/v4"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen"
)

// The service's limits.
const (
	MaxBytes        = 4096 // of an expression's text, before names and values are put in
	MaxOperators    = 300  // comparisons, functions, AND, OR and NOT of a condition; updates have no such limit
	MaxPathElements = 32   // names and list indexes of a document path
)

// Parsed is an expression as a tree, and what is asked of it again and again. It is shared between requests by Cache:
// nobody may change it.
type Parsed[T any] struct {
	AST T
	// Names and Values are the placeholders that the text uses, with '#' and ':', sorted, each once.
	Names, Values []string
}

// ParseCondition parses a condition, filter or key condition expression; kind says which it is in errors.
func ParseCondition(kind Kind, text string) (*Parsed[ast.Condition], *Error) {
	return parse(kind, text, conditionRule, (*builder).conditionExpression)
}

// ParseUpdate parses an update expression.
func ParseUpdate(text string) (*Parsed[*ast.Update], *Error) {
	return parse(Update, text, updateRule, (*builder).updateExpression)
}

// ParseProjection parses a projection expression.
func ParseProjection(text string) (*Parsed[*ast.Projection], *Error) {
	return parse(Projection, text, projectionRule, (*builder).projectionExpression)
}

func conditionRule(p *gen.ExpressionParser) antlr.ParserRuleContext  { return p.ConditionExpression() }
func updateRule(p *gen.ExpressionParser) antlr.ParserRuleContext     { return p.UpdateExpression() }
func projectionRule(p *gen.ExpressionParser) antlr.ParserRuleContext { return p.ProjectionExpression() }

// parse needs no limit of depth of its own: the parser is LL(1) and recursive, so the size limit bounds its stack to some
// megabytes and its time to some milliseconds, and every tree it lets through is bounded by MaxOperators.
func parse[T any](kind Kind, text string, rule rule[*gen.ExpressionParser], build func(*builder, antlr.ParserRuleContext) T) (*Parsed[T], *Error) {
	if text == "" {
		return nil, &Error{Kind: kind, Problem: Empty}
	}
	if len(text) > MaxBytes {
		return nil, &Error{Kind: kind, Problem: TooLong, Count: len(text)}
	}
	m := machines.Get().(*machine[*gen.ExpressionParser])
	defer machines.Put(m)
	root, stopped := m.run(text, rule)
	b := builder{kind: kind, tokens: m.tokens, refused: stopped}
	tree := build(&b, root)
	if b.refused != nil {
		return nil, m.syntaxError(kind, text, b.refused)
	}
	if err := b.verdict(); err != nil {
		return nil, err
	}
	return &Parsed[T]{AST: tree, Names: distinct(b.names), Values: distinct(b.values)}, nil
}
