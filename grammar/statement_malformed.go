package grammar

import (
	"strings"

	"github.com/antlr4-go/antlr/v4"

	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// The texts of the service that are wanted in several places.
const (
	leftover   = "Unexpected token after expression"
	noOperand  = "Unexpected term"
	noKeyword  = "Unexpected keyword"
	noOperator = "Unexpected operator"
	notSimple  = "Invalid path component for simple path"
	noPath     = "Expected identifier for simple path"
	noName     = "Invalid path dot component"
	noParen    = "Expected RIGHT_PAREN"
	noBracket  = "Expected RIGHT_BRACKET"
	noBag      = "Expected RIGHT_DOUBLE_ANGLE_BRACKET"
	noBrace    = "Expected RIGHT_CURLY"
	noFrom     = "Expected FROM after SELECT list"
	noAnd      = "Expected AND keyword"
	starInList = "Invalid use of * in select list"
	starBeside = "Other expressions may not be present in the select list when '*' is used without dot notation."
)

// expected is what the service says where the parser stops in a rule. Everywhere else it misses an operand.
var expected = map[int]string{
	partiql.PartiQLParserRULE_end:            leftover,
	partiql.PartiQLParserRULE_nothing:        "Unexpected token after semicolon. (Only one query is allowed.)",
	partiql.PartiQLParserRULE_from:           noFrom,
	partiql.PartiQLParserRULE_join:           leftover,
	partiql.PartiQLParserRULE_asName:         "Expected identifier for AS-alias",
	partiql.PartiQLParserRULE_atName:         "Expected identifier for AT-alias",
	partiql.PartiQLParserRULE_byName:         "Expected identifier for BY-alias",
	partiql.PartiQLParserRULE_by:             "Expected BY",
	partiql.PartiQLParserRULE_nullsPlace:     "Expected FIRST OR LAST after NULLS",
	partiql.PartiQLParserRULE_insert:         noKeyword,
	partiql.PartiQLParserRULE_row:            "Expected LEFT_PAREN for row value constructor",
	partiql.PartiQLParserRULE_onConflict:     "invalid ON CONFLICT syntax",
	partiql.PartiQLParserRULE_deleteFrom:     "Expected FROM after DELETE",
	partiql.PartiQLParserRULE_change:         "Expected data manipulation",
	partiql.PartiQLParserRULE_equals:         "Expected '='",
	partiql.PartiQLParserRULE_mapping:        "Expected ( MODIFIED | ALL ) ( NEW | OLD ) in each returning element.",
	partiql.PartiQLParserRULE_typeName:       "Expected type name",
	partiql.PartiQLParserRULE_typeParameter:  "Type parameter must be an unsigned integer literal",
	partiql.PartiQLParserRULE_scoped:         "Identifier must follow @-operator",
	partiql.PartiQLParserRULE_arguments:      noKeyword,
	partiql.PartiQLParserRULE_stepName:       noName,
	partiql.PartiQLParserRULE_simplePath:     noPath,
	partiql.PartiQLParserRULE_simpleStepName: noName,
	partiql.PartiQLParserRULE_closeParen:     noParen,
	partiql.PartiQLParserRULE_closeBracket:   noBracket,
	partiql.PartiQLParserRULE_closeBag:       noBag,
	partiql.PartiQLParserRULE_closeBrace:     noBrace,
	partiql.PartiQLParserRULE_colon:          "Expected COLON",
}

// closing is what must follow an expression in a rule, for a NOT after an expression that is no operator there.
var closing = map[int]string{
	partiql.PartiQLParserRULE_projected:  noFrom,
	partiql.PartiQLParserRULE_given:      noParen,
	partiql.PartiQLParserRULE_group:      noParen,
	partiql.PartiQLParserRULE_row:        noParen,
	partiql.PartiQLParserRULE_list:       noBracket,
	partiql.PartiQLParserRULE_step:       noBracket,
	partiql.PartiQLParserRULE_simpleStep: noBracket,
	partiql.PartiQLParserRULE_bag:        noBag,
	partiql.PartiQLParserRULE_map:        noBrace,
}

// listRules are the rules in which the parser stops where a column of SELECT should begin. listKeywords are words that the service
// names there.
var (
	listRules = map[int]bool{
		partiql.PartiQLParserRULE_projection: true, partiql.PartiQLParserRULE_projected: true,
	}
	listKeywords = map[int]bool{
		partiql.PartiQLParserSELECT: true, partiql.PartiQLParserFROM: true, partiql.PartiQLParserWHERE: true,
		partiql.PartiQLParserUPDATE: true, partiql.PartiQLParserDELETE: true, partiql.PartiQLParserSET: true,
		partiql.PartiQLParserREMOVE: true,
	}
)

// operatorTokens are those that begin no operand.
var operatorTokens = map[int]bool{
	partiql.PartiQLParserAND: true, partiql.PartiQLParserOR: true, partiql.PartiQLParserIN: true, partiql.PartiQLParserIS: true,
	partiql.PartiQLParserBETWEEN: true, partiql.PartiQLParserLIKE: true, partiql.PartiQLParserSETOPERATOR: true,
	partiql.PartiQLParserEQ: true, partiql.PartiQLParserNE: true, partiql.PartiQLParserNEQ: true, partiql.PartiQLParserLT: true,
	partiql.PartiQLParserLE: true, partiql.PartiQLParserGT: true, partiql.PartiQLParserGE: true,
	partiql.PartiQLParserSLASH: true, partiql.PartiQLParserPERCENT: true, partiql.PartiQLParserBARS: true,
}

// words are those that the service takes for literals, operators and punctuation, and not for keywords.
var words = map[int]bool{
	partiql.PartiQLParserAS: true, partiql.PartiQLParserAT: true, partiql.PartiQLParserBY: true, partiql.PartiQLParserFOR: true,
	partiql.PartiQLParserASC: true, partiql.PartiQLParserDESC: true, partiql.PartiQLParserNULLS: true,
	partiql.PartiQLParserFIRST: true, partiql.PartiQLParserLAST: true,
	partiql.PartiQLParserTRUE: true, partiql.PartiQLParserFALSE: true, partiql.PartiQLParserNULL: true,
	partiql.PartiQLParserMISSING: true, partiql.PartiQLParserNOT: true,
}

// malformed gives the error of a text that is no statement of the grammar; nil if it is one. A character that begins no
// token comes first, wherever it is; then the first token that is refused, by the parser or by the rules it does not know.
func malformed(m *machine[*partiql.PartiQLParser], root antlr.ParserRuleContext, stopped antlr.Token) *Error {
	m.tokens.Fill()
	for _, token := range m.tokens.GetAllTokens() {
		if !lexable(token) {
			return &Error{Kind: Statement, Problem: Malformed}
		}
	}
	s := strictness{tokens: m.tokens, stopped: stopped}
	s.walk(root)
	switch {
	case s.refused != nil:
		return &Error{Kind: Statement, Problem: Malformed, Token: s.text}
	case stopped != nil:
		return stopError(m.tokens, m.parser.GetParserRuleContext(), stopped)
	}
	return nil
}

// stopError says what is wrong with the token where the parser stopped, in that rule.
func stopError(tokens *antlr.CommonTokenStream, at antlr.ParserRuleContext, token antlr.Token) *Error {
	text, ok := expected[at.GetRuleIndex()]
	switch {
	case ok && text == noName && token.GetTokenType() == partiql.PartiQLParserSTAR: // a path elsewhere may have one
		text = noName + " for simple path"
	case ok:
	case at.GetRuleIndex() == partiql.PartiQLParserRULE_infix:
		text = afterExpression(at)
	case listRules[at.GetRuleIndex()] && listKeywords[token.GetTokenType()]:
		text = "Expected identifier or an expression but found unexpected keyword '" + strings.ToLower(token.GetText()) + "' in a select list."
	case token.GetTokenType() == partiql.PartiQLParserSELECT || token.GetTokenType() == partiql.PartiQLParserCASE:
		return positioned(UnsupportedToken, strings.ToUpper(token.GetText()), nil)
	default:
		text = noTerm(tokens, at, token)
	}
	return &Error{Kind: Statement, Problem: Malformed, Token: text}
}

// afterExpression is the text for a token that does not belong to the expression it follows.
func afterExpression(at antlr.ParserRuleContext) string {
	for ok := true; ok; at, ok = at.GetParent().(antlr.ParserRuleContext) {
		if text, closed := closing[at.GetRuleIndex()]; closed {
			return text
		}
	}
	return leftover
}

// noTerm is the text for a token that stands where an operand should.
func noTerm(tokens *antlr.CommonTokenStream, at antlr.ParserRuleContext, token antlr.Token) string {
	kind := token.GetTokenType()
	if operator, isBound := operatorBefore(at); operator {
		switch {
		case isBound && (kind == antlr.TokenEOF || kind == partiql.PartiQLParserSEMICOLON):
			return "Expected expression after AND"
		case kind == antlr.TokenEOF:
			return "Missing right-hand side expression of infix operator"
		}
	}
	switch {
	case operatorTokens[kind]:
		return noOperator
	case kind == partiql.PartiQLParserDATE:
		return "Expected date string followed by the keyword DATE, found " + ionType(tokens.Get(token.GetTokenIndex()+1))
	case kind == partiql.PartiQLParserTIME && isKeyword(tokens.Get(token.GetTokenIndex()+1)):
		return "Expected WITH keyword"
	case kind == partiql.PartiQLParserTIME:
		return "Expected time string followed by the keyword TIME OR TIME WITH TIME ZONE, found " +
			ionType(tokens.Get(token.GetTokenIndex()+1))
	case isKeyword(token):
		return noKeyword
	}
	return noOperand
}

// isKeyword says whether a token is a word that is no name, literal, operator or delimiter.
func isKeyword(token antlr.Token) bool {
	kind := token.GetTokenType()
	return kind != antlr.TokenEOF && isLetter(token.GetText()[0]) && !isName(token) && !words[kind] && !operatorTokens[kind]
}

// operatorBefore says whether the missing operand is the right side of an operator, and whether that is the AND of a
// BETWEEN.
func operatorBefore(at antlr.ParserRuleContext) (operator, isBound bool) {
	operand, ok := at.GetParent().(partiql.IOperandContext)
	if !ok || len(operand.AllPrefix()) > 0 {
		return false, false
	}
	expression := operand.GetParent().(partiql.IExpressionContext)
	infixes := expression.AllInfix()
	if len(infixes) == 0 {
		return false, false
	}
	var c chain
	c.group(expression)
	return true, c.bound == infixes[len(infixes)-1].GetStart()
}

// strictness finds what the grammar lets through and the service's parser does not.
type strictness struct {
	tokens  *antlr.CommonTokenStream
	stopped antlr.Token // where the parser stopped
	refused antlr.Token
	text    string
}

// refuse notes a token; the first one in the text counts, and one where the parser stopped as well.
func (s *strictness) refuse(token antlr.Token, text string) {
	index := token.GetTokenIndex()
	if s.stopped != nil && s.stopped.GetTokenIndex() < index || s.refused != nil && s.refused.GetTokenIndex() <= index {
		return
	}
	s.refused, s.text = token, text
}

func (s *strictness) walk(tree antlr.Tree) {
	switch ctx := tree.(type) {
	case partiql.IExpressionContext:
		s.expression(ctx)
	case partiql.IPlainTermContext:
		s.call(ctx)
	case partiql.ISimpleStepContext:
		s.simpleStep(ctx)
	case partiql.IProjectionContext:
		s.projection(ctx)
	}
	for _, child := range tree.GetChildren() {
		s.walk(child)
	}
}

// expression refuses a BETWEEN without AND.
func (s *strictness) expression(ctx partiql.IExpressionContext) {
	if len(ctx.AllInfix()) == 0 {
		return
	}
	var c chain
	c.group(ctx)
	switch {
	case c.refused != nil:
		s.refuse(c.refused, noAnd)
	case c.open:
		s.refuseAfter(ctx, noAnd)
	}
}

// call refuses f(*) for all functions but COUNT, and aggregates of several arguments or none.
func (s *strictness) call(ctx partiql.IPlainTermContext) {
	if ctx.Arguments() == nil || ctx.Arguments().Given() == nil {
		return
	}
	name := strings.ToLower(ctx.GetStart().GetText())
	arguments := ctx.Arguments().Given().AllArgument()
	for _, argument := range arguments {
		if argument.STAR() != nil && name != "count" {
			s.refuse(argument.GetStart(), name+"(*) is not allowed")
		}
	}
	if callKind(name) == kindAggregate && len(arguments) != 1 {
		s.refuseAfter(ctx, "Aggregate functions are always unary")
	}
}

// simpleStep refuses what is no name and no number in the path of a table or of SET and REMOVE.
func (s *strictness) simpleStep(ctx partiql.ISimpleStepContext) {
	if ctx.CloseBracket() == nil || ctx.CloseBracket().GetStop() == nil {
		return
	}
	if ctx.Expression() == nil || !single(ctx.Expression()) {
		s.refuse(ctx.GetStart(), notSimple)
	}
}

// projection refuses a star that is not alone or not the last step of a path. The service looks for them when it has read the
// list and the path.
func (s *strictness) projection(ctx partiql.IProjectionContext) {
	all := ctx.AllProjected()
	for _, projected := range all {
		if projected.STAR() != nil && len(all) > 1 {
			s.refuseAfter(ctx, starBeside)
		}
		if projected.Expression() != nil {
			s.steps(projected.Expression())
		}
	}
}

func (s *strictness) steps(ctx partiql.IExpressionContext) {
	if len(ctx.GetChildren()) != 1 {
		return
	}
	steps := ctx.Operand(0).AllStep()
	for i, step := range steps {
		name := step.StepName()
		if step.STAR() != nil || name != nil && name.STAR() != nil && i < len(steps)-1 {
			s.refuseAfter(ctx, starInList)
		}
	}
}

// refuseAfter refuses the token after a part of the statement; not if the parser stopped in it.
func (s *strictness) refuseAfter(ctx antlr.ParserRuleContext, text string) {
	if last := ctx.GetStop(); last != nil {
		s.refuse(s.tokens.Get(last.GetTokenIndex()+1), text)
	}
}
