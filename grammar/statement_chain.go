package grammar

import (
	"github.com/antlr4-go/antlr/v4"

	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// precedence is how tightly an operator of PartiQL binds. Operators of one precedence group to the left.
type precedence uint8

const (
	binaryNone precedence = iota
	binaryOr
	binaryAnd
	unaryNot
	binaryEquality
	binaryComparison
	binaryAddition
	binaryProduct
)

var precedences = map[int]precedence{
	partiql.PartiQLParserOR:      binaryOr,
	partiql.PartiQLParserAND:     binaryAnd,
	partiql.PartiQLParserEQ:      binaryEquality,
	partiql.PartiQLParserNE:      binaryEquality,
	partiql.PartiQLParserNEQ:     binaryEquality,
	partiql.PartiQLParserIN:      binaryEquality,
	partiql.PartiQLParserLT:      binaryComparison,
	partiql.PartiQLParserLE:      binaryComparison,
	partiql.PartiQLParserGT:      binaryComparison,
	partiql.PartiQLParserGE:      binaryComparison,
	partiql.PartiQLParserBETWEEN: binaryComparison,
	partiql.PartiQLParserLIKE:    binaryComparison,
	partiql.PartiQLParserPLUS:    binaryAddition,
	partiql.PartiQLParserMINUS:   binaryAddition,
	partiql.PartiQLParserBARS:    binaryAddition,
	partiql.PartiQLParserSTAR:    binaryProduct,
	partiql.PartiQLParserSLASH:   binaryProduct,
	partiql.PartiQLParserPERCENT: binaryProduct,
}

// shape is an expression grouped by precedence: a leaf has an operand, everything else an operator and its parts.
type shape struct {
	leaf  partiql.IOperandContext  // the term and its steps; the prefixes are shapes of their own
	first antlr.Token              // the operator; its NOT if it begins with one
	op    int                      // the type of the operator's token that is not NOT, except for the prefix
	test  partiql.ITypeTestContext // of IS
	not   bool                     // NOT IN, NOT BETWEEN, NOT LIKE, IS NOT
	parts []*shape
}

// chain groups the operands and operators of one expression. The expression may end anywhere (see machine.run).
type chain struct {
	parts []antlr.Tree
	next  int
	// begun says that the next operand is taken in part: of its prefixes these are left.
	begun    bool
	prefixes []partiql.IPrefixContext
	// refused is the operator that stands where the AND of a BETWEEN should; open says that the expression ended there.
	refused antlr.Token
	open    bool
	// bound is the last AND of a BETWEEN.
	bound antlr.Token
}

// group gives the shape of an expression; nil where the parser stopped before it.
func (c *chain) group(ctx partiql.IExpressionContext) *shape {
	c.parts = ctx.GetChildren()
	if len(c.parts) == 0 {
		return nil
	}
	return c.climb(binaryNone)
}

// climb takes an operand, and all that follows and binds tighter than least.
func (c *chain) climb(least precedence) *shape {
	left := c.unary()
	for c.next < len(c.parts) {
		switch part := c.parts[c.next].(type) {
		case partiql.ITypeTestContext:
			if least >= binaryEquality {
				return left
			}
			c.next++
			left = &shape{first: part.GetStart(), op: partiql.PartiQLParserIS, test: part, not: part.NOT() != nil, parts: []*shape{left}}
		case partiql.IInfixContext:
			op := part.GetStop()
			if op == nil || least >= precedences[op.GetTokenType()] {
				return left
			}
			c.next++
			left = c.binary(left, part)
		}
	}
	return left
}

// binary takes the right side of an operator.
func (c *chain) binary(left *shape, infix partiql.IInfixContext) *shape {
	op := infix.GetStop().GetTokenType()
	s := &shape{first: infix.GetStart(), op: op, not: infix.NOT() != nil}
	if op == partiql.PartiQLParserIN && c.listed() {
		s.parts = []*shape{left, c.unary()}
		return s
	}
	s.parts = []*shape{left, c.climb(precedences[op])}
	if op == partiql.PartiQLParserBETWEEN && c.and() {
		s.parts = append(s.parts, c.climb(binaryComparison))
	}
	return s
}

// listed says whether the next operand is a list in parentheses: nothing but AND and OR then follows it as its own.
func (c *chain) listed() bool {
	if c.next == len(c.parts) {
		return false
	}
	operand, ok := c.parts[c.next].(partiql.IOperandContext)
	return ok && len(operand.AllPrefix()) == 0 && groupOf(operand) != nil
}

// and takes the AND of a BETWEEN.
func (c *chain) and() bool {
	if c.next == len(c.parts) {
		c.open = true
		return false
	}
	switch part := c.parts[c.next].(type) {
	case partiql.IInfixContext:
		if part.AND() != nil {
			c.bound = part.GetStart()
			c.next++
			return true
		}
		c.refuse(part.GetStart())
	case partiql.ITypeTestContext:
		c.refuse(part.GetStart())
	}
	return false
}

func (c *chain) refuse(token antlr.Token) {
	if c.refused == nil {
		c.refused = token
	}
}

// unary takes an operand, or what is left of one after some of its prefixes. It is nil where the parser stopped before it.
func (c *chain) unary() *shape {
	if c.next == len(c.parts) {
		return nil
	}
	operand := c.parts[c.next].(partiql.IOperandContext)
	if !c.begun {
		c.begun, c.prefixes = true, operand.AllPrefix()
	}
	if len(c.prefixes) == 0 {
		c.begun = false
		c.next++
		return &shape{leaf: operand}
	}
	token := c.prefixes[0].GetStart()
	c.prefixes = c.prefixes[1:]
	s := &shape{first: token, op: token.GetTokenType()}
	if s.op == partiql.PartiQLParserNOT {
		s.parts = []*shape{c.climb(unaryNot)}
	} else {
		s.parts = []*shape{c.unary()}
	}
	return s
}

// groupOf gives the parentheses that an operand consists of; nil if it is something else, or a select.
func groupOf(operand partiql.IOperandContext) partiql.IGroupContext {
	term := operand.Term()
	if term == nil || term.PlainTerm() == nil {
		return nil
	}
	group := term.PlainTerm().Group()
	if group == nil || group.Select_() != nil {
		return nil
	}
	return group
}
