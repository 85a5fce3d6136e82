package grammar

import (
	"strconv"
	"strings"

	"github.com/antlr4-go/antlr/v4"

	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// lexable says whether a token is one of PartiQL: a number must have an exponent and a scale of 32 bits.
func lexable(token antlr.Token) bool {
	switch token.GetTokenType() {
	case partiql.PartiQLParserUNLEXABLE:
		return false
	case partiql.PartiQLParserDECIMAL:
		return scaleFits(token.GetText())
	}
	return true
}

func scaleFits(number string) bool {
	mantissa, exponent := number, 0
	if i := strings.IndexAny(number, "eE"); i >= 0 {
		e, err := strconv.ParseInt(number[i+1:], 10, 32)
		if err != nil {
			return false
		}
		mantissa, exponent = number[:i], int(e)
	}
	scale := -exponent
	if i := strings.IndexByte(mantissa, '.'); i >= 0 {
		scale += len(mantissa) - i - 1
	}
	return scale == int(int32(scale))
}

// ionType names the type of a token's value, as the service's parser does.
func ionType(token antlr.Token) string {
	switch token.GetTokenType() {
	case partiql.PartiQLParserSTRING:
		return "STRING"
	case partiql.PartiQLParserINTEGER, partiql.PartiQLParserPARAMETER:
		return "INT"
	case partiql.PartiQLParserDECIMAL:
		return "DECIMAL"
	case partiql.PartiQLParserTRUE, partiql.PartiQLParserFALSE:
		return "BOOL"
	case partiql.PartiQLParserNULL, partiql.PartiQLParserMISSING:
		return "NULL"
	case partiql.PartiQLParserION:
		return ionLiteralType(token.GetText())
	}
	return "SYMBOL"
}

// ionLiteralType names the type of an Ion literal by how it begins; its annotations do not count.
func ionLiteralType(quoted string) string {
	text := strings.TrimSpace(quoted[1 : len(quoted)-1])
	if i := strings.LastIndex(text, "::"); i >= 0 {
		text = strings.TrimSpace(text[i+2:])
	}
	switch {
	case strings.HasPrefix(text, "{{"):
		if strings.HasPrefix(strings.TrimSpace(text[2:]), `"`) {
			return "CLOB"
		}
		return "BLOB"
	case strings.HasPrefix(text, "{"):
		return "STRUCT"
	case strings.HasPrefix(text, "["):
		return "LIST"
	case strings.HasPrefix(text, "("):
		return "SEXP"
	case strings.HasPrefix(text, `"`), strings.HasPrefix(text, "'''"):
		return "STRING"
	case text == "true", text == "false":
		return "BOOL"
	case text == "null", strings.HasPrefix(text, "null."):
		return "NULL"
	}
	return ionNumberType(text)
}

func ionNumberType(text string) string {
	digits := strings.TrimPrefix(text, "-")
	switch {
	case digits == "" || digits[0] < '0' || digits[0] > '9':
		return "SYMBOL"
	case len(digits) > 4 && (digits[4] == '-' || digits[4] == 'T'):
		return "TIMESTAMP"
	case strings.HasPrefix(digits, "0x"), strings.HasPrefix(digits, "0b"):
		return "INT"
	case strings.ContainsAny(digits, "eE"):
		return "FLOAT"
	case strings.ContainsAny(digits, ".dD"):
		return "DECIMAL"
	}
	return "INT"
}

// unquote gives the text between quotes, in which a quote is written twice.
func unquote(text string) string {
	quote := text[:1]
	return strings.ReplaceAll(text[1:len(text)-1], quote+quote, quote)
}

// isName says whether a token names an attribute, a table or an index.
func isName(token antlr.Token) bool {
	kind := token.GetTokenType()
	return kind == partiql.PartiQLParserIDENTIFIER || kind == partiql.PartiQLParserQUOTED
}

// nameOf gives the name that a token is.
func nameOf(token antlr.Token) string {
	if token.GetTokenType() == partiql.PartiQLParserQUOTED {
		return unquote(token.GetText())
	}
	return token.GetText()
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
