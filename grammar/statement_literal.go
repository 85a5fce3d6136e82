package grammar

import (
	"slices"
	"strconv"
	"strings"

	"github.com/antlr4-go/antlr/v4"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// root is where a literal stands that is no part of another.
const root = "root"

// numberOf gives the number that an expression is, signs included.
func numberOf(s *shape) (text string, ok bool) {
	negative := false
	for s.leaf == nil {
		if len(s.parts) != 1 || s.op != partiql.PartiQLParserMINUS && s.op != partiql.PartiQLParserPLUS {
			return "", false
		}
		negative = negative != (s.op == partiql.PartiQLParserMINUS)
		s = inner(s.parts[0])
	}
	if kindOf(s) != kindLiteral {
		return "", false
	}
	literal := s.leaf.Term().PlainTerm().Literal()
	if literal.INTEGER() == nil && literal.DECIMAL() == nil {
		return "", false
	}
	if negative {
		return "-" + literal.GetText(), true
	}
	return literal.GetText(), true
}

// number builds the number that an expression is; nil if it is something else. A negative zero must be written as an integer.
func (b *statementBuilder) number(s *shape, under string) ast.Operand {
	text, ok := numberOf(s)
	if !ok {
		return nil
	}
	token := numberToken(s)
	mantissa, _, _ := strings.Cut(strings.ToLower(text), "e")
	if text[0] == '-' && token.GetTokenType() == partiql.PartiQLParserDECIMAL && strings.Trim(mantissa, "-.0") == "" {
		b.noteUnder(NegativeZero, "", under, token)
	}
	return &ast.NumberLiteral{Text: text}
}

// inner takes the parentheses off an operand.
func inner(s *shape) *shape {
	if s.leaf == nil || len(s.leaf.AllStep()) > 0 {
		return s
	}
	if group := groupOf(s.leaf); group != nil && len(group.AllExpression()) == 1 {
		return shapeOf(group.Expression(0))
	}
	return s
}

// numberToken is the token of a number's digits.
func numberToken(s *shape) antlr.Token {
	for s.leaf == nil {
		s = inner(s.parts[0])
	}
	return tokenOf(s)
}

func withoutZeros(number string) string {
	digits := strings.TrimLeft(strings.TrimPrefix(number, "-"), "0")
	if digits == "" {
		return "0"
	}
	if number[0] == '-' {
		return "-" + digits
	}
	return digits
}

// data builds a literal. What else it may be is noted; under is where it stands in the whole literal.
func (b *statementBuilder) data(s *shape, under string) ast.Operand {
	s = inner(s)
	if number := b.number(s, under); number != nil {
		return number
	}
	if s.leaf != nil && len(s.leaf.AllStep()) == 0 {
		switch term := s.leaf.Term(); kindOf(s) {
		case kindLiteral:
			return b.scalar(term.PlainTerm().Literal(), under)
		case kindList:
			return &ast.ListLiteral{Members: b.members(membersOf(term), under)}
		case kindBag:
			return b.bag(membersOf(term), under)
		case kindMap:
			return b.mapLiteral(term.PlainTerm().Map_(), under)
		}
	}
	b.noteUnder(UnsupportedData, kindOf(s), under, tokenOf(s))
	return nil
}

func (b *statementBuilder) parameter(token antlr.Token) ast.Operand {
	place, _ := slices.BinarySearch(b.parameters, token.GetTokenIndex())
	return &ast.Parameter{Place: place}
}

func (b *statementBuilder) scalar(literal partiql.ILiteralContext, under string) ast.Operand {
	token := literal.GetStart()
	switch token.GetTokenType() {
	case partiql.PartiQLParserSTRING:
		return &ast.StringLiteral{Text: unquote(token.GetText())}
	case partiql.PartiQLParserTRUE:
		return &ast.BoolLiteral{Is: true}
	case partiql.PartiQLParserFALSE:
		return &ast.BoolLiteral{}
	case partiql.PartiQLParserION:
		b.noteUnder(IonLiteral, ionLiteralType(token.GetText()), under, token)
	}
	return &ast.NullLiteral{}
}

// membersOf gives the expressions of a list or bag, however it is written: [1], (1, 2), <<1>>, list(1), bag(1).
func membersOf(term partiql.ITermContext) []partiql.IExpressionContext {
	if list := term.List(); list != nil {
		return list.AllExpression()
	}
	plain := term.PlainTerm()
	switch {
	case plain.Bag() != nil:
		return plain.Bag().AllExpression()
	case plain.Group() != nil:
		return plain.Group().AllExpression()
	}
	var members []partiql.IExpressionContext
	for _, argument := range plain.Arguments().Given().AllArgument() {
		members = append(members, argument.Expression())
	}
	return members
}

func (b *statementBuilder) members(ctxs []partiql.IExpressionContext, under string) []ast.Operand {
	members := make([]ast.Operand, len(ctxs))
	for i, ctx := range ctxs {
		members[i] = b.data(shapeOf(ctx), under+"["+strconv.Itoa(i)+"]")
	}
	return members
}

// bag builds a set. It is typed by its first member, which must be a string or a number.
func (b *statementBuilder) bag(ctxs []partiql.IExpressionContext, under string) ast.Operand {
	bag := &ast.BagLiteral{}
	if len(ctxs) == 0 {
		b.note(EmptyBag, "", nil)
		return bag
	}
	for i, ctx := range ctxs {
		s := shapeOf(ctx)
		if i == 0 && !scalarKind(s) {
			b.note(UnsupportedInBag, "", tokenOf(s))
			return bag
		}
		bag.Members = append(bag.Members, b.data(s, under))
		b.likeFirst(bag, s)
	}
	return bag
}

// likeFirst refuses a last member of a bag that is of another type than the first.
func (b *statementBuilder) likeFirst(bag *ast.BagLiteral, last *shape) {
	_, isString := bag.Members[0].(*ast.StringLiteral)
	_, isNumber := bag.Members[0].(*ast.NumberLiteral)
	switch bag.Members[len(bag.Members)-1].(type) {
	case *ast.StringLiteral:
		if isString {
			return
		}
	case *ast.NumberLiteral:
		if isNumber {
			return
		}
	}
	if isNumber {
		b.note(UnsupportedInBag, "", nil)
	}
	b.note(UnsupportedInBag, "", tokenOf(last))
}

func scalarKind(s *shape) bool {
	_, isNumber := numberOf(s)
	return isNumber || kindOf(s) == kindLiteral
}

func (b *statementBuilder) mapLiteral(ctx partiql.IMapContext, under string) ast.Operand {
	literal := &ast.MapLiteral{}
	names := map[string]bool{}
	for _, member := range ctx.AllMember() {
		name, ok := b.key(shapeOf(member.Expression(0)), under)
		if !ok {
			return literal
		}
		if names[name] {
			b.noteUnder(DuplicateKey, name, under, ctx.GetStart())
		}
		names[name] = true
		value := b.data(shapeOf(member.Expression(1)), under+"."+name)
		literal.Fields = append(literal.Fields, ast.MapField{Name: name, Value: value})
	}
	return literal
}

// key builds the name of a map's member, which must be a string.
func (b *statementBuilder) key(s *shape, under string) (name string, ok bool) {
	kind, token := kindOf(s), tokenOf(s)
	if _, ok := numberOf(s); ok {
		token = numberToken(s)
		b.noteUnder(TupleKey, ionType(token), under, token)
		return "", false
	}
	if kind != kindLiteral {
		b.noteUnder(TupleKey, kind, under, token)
		return "", false
	}
	if token.GetTokenType() != partiql.PartiQLParserSTRING {
		b.noteUnder(TupleKey, ionType(token), under, token)
		return "", false
	}
	if name = unquote(token.GetText()); name == "" {
		b.note(EmptyComponent, "", nil)
		return "", false
	}
	return name, true
}
