package grammar

import (
	"sync"

	"github.com/antlr4-go/antlr/v4"

	"github.com/ddbsql/ddbsql/grammar/gen"
	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// parser and lexer are what the generated ones have beyond ANTLR's interfaces.
type parser interface {
	antlr.Parser
	SetInputStream(antlr.TokenStream)
	SetError(antlr.RecognitionException)
}

type lexer interface {
	antlr.Lexer
	SetInputStream(antlr.CharStream)
}

// rule is a rule of a grammar that ends at the end of the text.
type rule[P parser] func(P) antlr.ParserRuleContext

// machine is a lexer and a parser of one goroutine. Making them costs more than a short parse, so they are reused; a new
// input resets them completely, wherever the last parse stopped.
type machine[P parser] struct {
	lexer  lexer
	tokens *antlr.CommonTokenStream
	parser P
}

// machines are the idle ones of the two grammars.
var (
	machines = sync.Pool{New: func() any {
		return newMachine(gen.NewExpressionLexer(nil), gen.NewExpressionParser)
	}}
	statementMachines = sync.Pool{New: func() any {
		return newMachine(partiql.NewPartiQLLexer(nil), partiql.NewPartiQLParser)
	}}
)

func newMachine[P parser](lexer lexer, newParser func(antlr.TokenStream) P) *machine[P] {
	lexer.RemoveErrorListeners()
	tokens := antlr.NewCommonTokenStream(lexer, antlr.TokenDefaultChannel)
	parser := newParser(tokens)
	parser.RemoveErrorListeners()
	parser.SetErrorHandler(&stopAtFirst{BailErrorStrategy: antlr.NewBailErrorStrategy()})
	return &machine[P]{lexer, tokens, parser}
}

// run parses text by a rule of the grammar. When it stops before the end, it gives the token that cannot stand where it
// does, and the tree is what was built up to that token: contexts begun and not finished have no stop token, and lack
// children. The parser's context is then still the rule that it stopped in.
func (m *machine[P]) run(text string, rule rule[P]) (root antlr.ParserRuleContext, stopped antlr.Token) {
	parses.Add(1)
	m.lexer.SetInputStream(antlr.NewInputStream(text))
	m.tokens.SetTokenSource(m.lexer)
	m.parser.SetInputStream(m.tokens)
	m.parser.SetError(nil)
	defer func() {
		switch r := recover().(type) {
		case nil:
		case stop:
			root, stopped = rootOf(m.parser.GetParserRuleContext()), r.token
		default:
			panic(r)
		}
	}()
	return rule(m.parser), nil
}

func rootOf(ctx antlr.ParserRuleContext) antlr.ParserRuleContext {
	for {
		parent, ok := ctx.GetParent().(antlr.ParserRuleContext)
		if !ok {
			return ctx
		}
		ctx = parent
	}
}

// syntaxError describes a token that cannot stand where it does. Near reaches from the token before it (or the beginning
// of the text) to the token after it (or the end of the text), blanks included.
func (m *machine[P]) syntaxError(kind Kind, text string, token antlr.Token) *Error {
	m.tokens.Fill()
	chars := []rune(text)
	from, to := 0, len(chars)
	if i := token.GetTokenIndex(); i > 0 {
		from = m.tokens.Get(i - 1).GetStart()
	}
	name := "<EOF>"
	if token.GetTokenType() != antlr.TokenEOF {
		name = string(chars[token.GetStart() : token.GetStop()+1])
		if next := m.tokens.Get(token.GetTokenIndex() + 1); next.GetTokenType() != antlr.TokenEOF {
			to = next.GetStop() + 1
		}
	}
	return &Error{Kind: kind, Problem: Syntax, Token: name, Near: string(chars[from:to]), Offset: token.GetStart()}
}

// stop is what a syntax error unwinds the parser with.
type stop struct{ token antlr.Token }

// stopAtFirst ends the parse at the first error. ANTLR's own bail strategy only marks the error in Go, and the rules
// above the one that failed carry on.
type stopAtFirst struct{ *antlr.BailErrorStrategy }

// ReportError is called when no alternative of a rule begins with the next token. (The error itself names that token only
// sometimes.)
func (s *stopAtFirst) ReportError(p antlr.Parser, _ antlr.RecognitionException) {
	panic(stop{p.GetCurrentToken()})
}

// RecoverInline is called when one certain token is wanted and another comes.
func (s *stopAtFirst) RecoverInline(p antlr.Parser) antlr.Token {
	panic(stop{p.GetCurrentToken()})
}
