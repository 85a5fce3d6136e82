package grammar

import (
	"strings"

	"github.com/antlr4-go/antlr/v4"

	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// The kinds of expressions, as the service's parser names them.
const (
	kindName      = "Id"
	kindPath      = "Path"
	kindLiteral   = "Lit"
	kindMissing   = "Missing"
	kindParameter = "Parameter"
	kindList      = "List"
	kindBag       = "Bag"
	kindMap       = "Struct"
	kindSelect    = "Select"
	kindCall      = "Call"
	kindAggregate = "CallAgg"
	kindIs        = "IsType"
)

// loneKinds are the kinds that the service names when they stand alone as a statement. All others it takes for conditions.
var loneKinds = []string{kindName, kindPath, kindLiteral, kindMissing, kindParameter, kindList, kindBag, kindMap, kindSelect}

// operatorKinds are the kinds of expressions with an operator between two operands.
var operatorKinds = map[int]string{
	partiql.PartiQLParserAND: "And", partiql.PartiQLParserOR: "Or", partiql.PartiQLParserNOT: "Not",
	partiql.PartiQLParserEQ: "Eq", partiql.PartiQLParserNE: "Ne", partiql.PartiQLParserNEQ: "Ne",
	partiql.PartiQLParserLT: "Lt", partiql.PartiQLParserLE: "Lte", partiql.PartiQLParserGT: "Gt", partiql.PartiQLParserGE: "Gte",
	partiql.PartiQLParserIN: "InCollection", partiql.PartiQLParserBETWEEN: "Between", partiql.PartiQLParserLIKE: "Like",
	partiql.PartiQLParserPLUS: "Plus", partiql.PartiQLParserMINUS: "Minus", partiql.PartiQLParserBARS: "Concat",
	partiql.PartiQLParserSTAR: "Times", partiql.PartiQLParserSLASH: "Divide", partiql.PartiQLParserPERCENT: "Modulo",
	partiql.PartiQLParserIS: kindIs,
}

// shapeOf groups an expression without syntax error by precedence. Parentheses around the whole of it are taken off.
func shapeOf(ctx partiql.IExpressionContext) *shape {
	for {
		var c chain
		s := c.group(ctx)
		if s.leaf == nil || len(s.leaf.AllStep()) > 0 {
			return s
		}
		group := groupOf(s.leaf)
		if group == nil || len(group.AllExpression()) > 1 {
			return s
		}
		ctx = group.Expression(0)
	}
}

// kindOf names the kind of an expression.
func kindOf(s *shape) string {
	switch {
	case s.leaf != nil && len(s.leaf.AllStep()) > 0:
		return kindPath
	case s.leaf != nil:
		return termKind(s.leaf.Term())
	case s.not:
		return "Not"
	case len(s.parts) == 1 && s.op == partiql.PartiQLParserPLUS:
		return "Pos"
	case len(s.parts) == 1 && s.op == partiql.PartiQLParserMINUS:
		return "Neg"
	}
	return operatorKinds[s.op]
}

func termKind(term partiql.ITermContext) string {
	plain := term.PlainTerm()
	switch {
	case plain == nil, plain.Group() != nil && plain.Group().Select_() == nil:
		return kindList
	case selectIn(plain) != nil:
		return kindSelect
	case plain.Bag() != nil:
		return kindBag
	case plain.Map_() != nil:
		return kindMap
	case plain.PARAMETER() != nil:
		return kindParameter
	case plain.Arguments() != nil:
		return callKind(strings.ToLower(plain.GetStart().GetText()))
	case plain.Literal() != nil && plain.Literal().MISSING() != nil:
		return kindMissing
	case plain.Literal() != nil:
		return kindLiteral
	}
	return kindName
}

func callKind(name string) string {
	switch name {
	case "list", "sexp":
		return kindList
	case "bag":
		return kindBag
	case "count", "avg", "max", "min", "sum":
		return kindAggregate
	}
	return kindCall
}

// spelled is how the service names an expression where its kind is not what it takes: as written, or by its kind.
func spelled(s *shape) string {
	if number, ok := numberOf(s); ok {
		return number
	}
	token := tokenOf(s)
	switch kind := kindOf(s); kind {
	case kindPath, kindParameter, kindList, kindBag, kindMap:
		return strings.ToUpper(kind)
	case kindSelect, kindMissing:
		return strings.ToUpper(token.GetText())
	case kindLiteral:
		if token.GetTokenType() == partiql.PartiQLParserSTRING {
			return `"` + unquote(token.GetText()) + `"`
		}
		return strings.ToLower(token.GetText())
	case kindName, kindCall, kindAggregate:
		return spelledName(s.leaf, token)
	}
	return operatorName(s)
}

// spelledName gives a name as written, and a function's in lower case.
func spelledName(leaf partiql.IOperandContext, token antlr.Token) string {
	plain := leaf.Term().PlainTerm()
	if plain.Arguments() != nil {
		return strings.ToLower(nameOf(token))
	}
	return nameOf(plain.GetStop())
}

// operatorName names an operator.
func operatorName(s *shape) string {
	switch {
	case s.not:
		return "not"
	case s.op == partiql.PartiQLParserNEQ:
		return "<>"
	}
	return strings.ToLower(s.first.GetText())
}

// tokenOf is the token by which the service says where an expression stands; nil where it says nothing, for a path.
func tokenOf(s *shape) antlr.Token {
	switch {
	case s.leaf == nil:
		return s.first
	case len(s.leaf.AllStep()) > 0:
		return nil
	}
	return termToken(s.leaf.Term())
}

func termToken(term partiql.ITermContext) antlr.Token {
	if plain := term.PlainTerm(); plain != nil && selectIn(plain) != nil {
		return selectIn(plain).GetStart()
	}
	return term.GetStart()
}

// selectIn gives the SELECT in parentheses that a term is, or the argument of a function.
func selectIn(plain partiql.IPlainTermContext) partiql.ISelectContext {
	switch {
	case plain.Group() != nil:
		return plain.Group().Select_()
	case plain.Arguments() != nil:
		return plain.Arguments().Given().Select_()
	}
	return nil
}

// single says whether an expression is one name or literal.
func single(ctx partiql.IExpressionContext) bool {
	s := shapeOf(ctx)
	if s.leaf == nil {
		_, ok := numberOf(s)
		return ok
	}
	kind := kindOf(s)
	return kind == kindName || kind == kindLiteral || kind == kindMissing
}
