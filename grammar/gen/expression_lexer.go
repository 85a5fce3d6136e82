// Code generated from Expression.g4 by ANTLR 4.13.1. DO NOT EDIT.

package gen

import (
	"fmt"
	"github.com/antlr4-go/antlr/v4"
	"sync"
	"unicode"
)

// Suppress unused import error
var _ = fmt.Printf
var _ = sync.Once{}
var _ = unicode.IsLetter

type ExpressionLexer struct {
	*antlr.BaseLexer
	channelNames []string
	modeNames    []string
	// TODO: EOF string
}

var ExpressionLexerLexerStaticData struct {
	once                   sync.Once
	serializedATN          []int32
	ChannelNames           []string
	ModeNames              []string
	LiteralNames           []string
	SymbolicNames          []string
	RuleNames              []string
	PredictionContextCache *antlr.PredictionContextCache
	atn                    *antlr.ATN
	decisionToDFA          []*antlr.DFA
}

func expressionlexerLexerInit() {
	staticData := &ExpressionLexerLexerStaticData
	staticData.ChannelNames = []string{
		"DEFAULT_TOKEN_CHANNEL", "HIDDEN",
	}
	staticData.ModeNames = []string{
		"DEFAULT_MODE",
	}
	staticData.LiteralNames = []string{
		"", "'AND'", "'OR'", "'NOT'", "'BETWEEN'", "'IN'", "'SET'", "'REMOVE'",
		"'ADD'", "'DELETE'", "'='", "'<>'", "'<'", "'<='", "'>'", "'>='", "'+'",
		"'-'", "'.'", "','", "'('", "')'", "'['", "']'",
	}
	staticData.SymbolicNames = []string{
		"", "AND", "OR", "NOT", "BETWEEN", "IN", "SET", "REMOVE", "ADD", "DELETE",
		"EQ", "NE", "LT", "LE", "GT", "GE", "PLUS", "MINUS", "DOT", "COMMA",
		"LPAREN", "RPAREN", "LBRACK", "RBRACK", "IDENTIFIER", "NAME", "VALUE",
		"INDEX", "BLANK", "UNKNOWN",
	}
	staticData.RuleNames = []string{
		"AND", "OR", "NOT", "BETWEEN", "IN", "SET", "REMOVE", "ADD", "DELETE",
		"EQ", "NE", "LT", "LE", "GT", "GE", "PLUS", "MINUS", "DOT", "COMMA",
		"LPAREN", "RPAREN", "LBRACK", "RBRACK", "IDENTIFIER", "NAME", "VALUE",
		"INDEX", "BLANK", "UNKNOWN",
	}
	staticData.PredictionContextCache = antlr.NewPredictionContextCache()
	staticData.serializedATN = []int32{
		4, 0, 29, 172, 6, -1, 2, 0, 7, 0, 2, 1, 7, 1, 2, 2, 7, 2, 2, 3, 7, 3, 2,
		4, 7, 4, 2, 5, 7, 5, 2, 6, 7, 6, 2, 7, 7, 7, 2, 8, 7, 8, 2, 9, 7, 9, 2,
		10, 7, 10, 2, 11, 7, 11, 2, 12, 7, 12, 2, 13, 7, 13, 2, 14, 7, 14, 2, 15,
		7, 15, 2, 16, 7, 16, 2, 17, 7, 17, 2, 18, 7, 18, 2, 19, 7, 19, 2, 20, 7,
		20, 2, 21, 7, 21, 2, 22, 7, 22, 2, 23, 7, 23, 2, 24, 7, 24, 2, 25, 7, 25,
		2, 26, 7, 26, 2, 27, 7, 27, 2, 28, 7, 28, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1,
		1, 1, 1, 1, 1, 2, 1, 2, 1, 2, 1, 2, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3,
		1, 3, 1, 3, 1, 4, 1, 4, 1, 4, 1, 5, 1, 5, 1, 5, 1, 5, 1, 6, 1, 6, 1, 6,
		1, 6, 1, 6, 1, 6, 1, 6, 1, 7, 1, 7, 1, 7, 1, 7, 1, 8, 1, 8, 1, 8, 1, 8,
		1, 8, 1, 8, 1, 8, 1, 9, 1, 9, 1, 10, 1, 10, 1, 10, 1, 11, 1, 11, 1, 12,
		1, 12, 1, 12, 1, 13, 1, 13, 1, 14, 1, 14, 1, 14, 1, 15, 1, 15, 1, 16, 1,
		16, 1, 17, 1, 17, 1, 18, 1, 18, 1, 19, 1, 19, 1, 20, 1, 20, 1, 21, 1, 21,
		1, 22, 1, 22, 1, 23, 1, 23, 5, 23, 137, 8, 23, 10, 23, 12, 23, 140, 9,
		23, 1, 24, 1, 24, 4, 24, 144, 8, 24, 11, 24, 12, 24, 145, 1, 25, 1, 25,
		4, 25, 150, 8, 25, 11, 25, 12, 25, 151, 1, 26, 1, 26, 1, 26, 5, 26, 157,
		8, 26, 10, 26, 12, 26, 160, 9, 26, 3, 26, 162, 8, 26, 1, 27, 4, 27, 165,
		8, 27, 11, 27, 12, 27, 166, 1, 27, 1, 27, 1, 28, 1, 28, 0, 0, 29, 1, 1,
		3, 2, 5, 3, 7, 4, 9, 5, 11, 6, 13, 7, 15, 8, 17, 9, 19, 10, 21, 11, 23,
		12, 25, 13, 27, 14, 29, 15, 31, 16, 33, 17, 35, 18, 37, 19, 39, 20, 41,
		21, 43, 22, 45, 23, 47, 24, 49, 25, 51, 26, 53, 27, 55, 28, 57, 29, 1,
		0, 19, 2, 0, 65, 65, 97, 97, 2, 0, 78, 78, 110, 110, 2, 0, 68, 68, 100,
		100, 2, 0, 79, 79, 111, 111, 2, 0, 82, 82, 114, 114, 2, 0, 84, 84, 116,
		116, 2, 0, 66, 66, 98, 98, 2, 0, 69, 69, 101, 101, 2, 0, 87, 87, 119, 119,
		2, 0, 73, 73, 105, 105, 2, 0, 83, 83, 115, 115, 2, 0, 77, 77, 109, 109,
		2, 0, 86, 86, 118, 118, 2, 0, 76, 76, 108, 108, 2, 0, 65, 90, 97, 122,
		4, 0, 48, 57, 65, 90, 95, 95, 97, 122, 1, 0, 49, 57, 1, 0, 48, 57, 3, 0,
		9, 10, 13, 13, 32, 32, 177, 0, 1, 1, 0, 0, 0, 0, 3, 1, 0, 0, 0, 0, 5, 1,
		0, 0, 0, 0, 7, 1, 0, 0, 0, 0, 9, 1, 0, 0, 0, 0, 11, 1, 0, 0, 0, 0, 13,
		1, 0, 0, 0, 0, 15, 1, 0, 0, 0, 0, 17, 1, 0, 0, 0, 0, 19, 1, 0, 0, 0, 0,
		21, 1, 0, 0, 0, 0, 23, 1, 0, 0, 0, 0, 25, 1, 0, 0, 0, 0, 27, 1, 0, 0, 0,
		0, 29, 1, 0, 0, 0, 0, 31, 1, 0, 0, 0, 0, 33, 1, 0, 0, 0, 0, 35, 1, 0, 0,
		0, 0, 37, 1, 0, 0, 0, 0, 39, 1, 0, 0, 0, 0, 41, 1, 0, 0, 0, 0, 43, 1, 0,
		0, 0, 0, 45, 1, 0, 0, 0, 0, 47, 1, 0, 0, 0, 0, 49, 1, 0, 0, 0, 0, 51, 1,
		0, 0, 0, 0, 53, 1, 0, 0, 0, 0, 55, 1, 0, 0, 0, 0, 57, 1, 0, 0, 0, 1, 59,
		1, 0, 0, 0, 3, 63, 1, 0, 0, 0, 5, 66, 1, 0, 0, 0, 7, 70, 1, 0, 0, 0, 9,
		78, 1, 0, 0, 0, 11, 81, 1, 0, 0, 0, 13, 85, 1, 0, 0, 0, 15, 92, 1, 0, 0,
		0, 17, 96, 1, 0, 0, 0, 19, 103, 1, 0, 0, 0, 21, 105, 1, 0, 0, 0, 23, 108,
		1, 0, 0, 0, 25, 110, 1, 0, 0, 0, 27, 113, 1, 0, 0, 0, 29, 115, 1, 0, 0,
		0, 31, 118, 1, 0, 0, 0, 33, 120, 1, 0, 0, 0, 35, 122, 1, 0, 0, 0, 37, 124,
		1, 0, 0, 0, 39, 126, 1, 0, 0, 0, 41, 128, 1, 0, 0, 0, 43, 130, 1, 0, 0,
		0, 45, 132, 1, 0, 0, 0, 47, 134, 1, 0, 0, 0, 49, 141, 1, 0, 0, 0, 51, 147,
		1, 0, 0, 0, 53, 161, 1, 0, 0, 0, 55, 164, 1, 0, 0, 0, 57, 170, 1, 0, 0,
		0, 59, 60, 7, 0, 0, 0, 60, 61, 7, 1, 0, 0, 61, 62, 7, 2, 0, 0, 62, 2, 1,
		0, 0, 0, 63, 64, 7, 3, 0, 0, 64, 65, 7, 4, 0, 0, 65, 4, 1, 0, 0, 0, 66,
		67, 7, 1, 0, 0, 67, 68, 7, 3, 0, 0, 68, 69, 7, 5, 0, 0, 69, 6, 1, 0, 0,
		0, 70, 71, 7, 6, 0, 0, 71, 72, 7, 7, 0, 0, 72, 73, 7, 5, 0, 0, 73, 74,
		7, 8, 0, 0, 74, 75, 7, 7, 0, 0, 75, 76, 7, 7, 0, 0, 76, 77, 7, 1, 0, 0,
		77, 8, 1, 0, 0, 0, 78, 79, 7, 9, 0, 0, 79, 80, 7, 1, 0, 0, 80, 10, 1, 0,
		0, 0, 81, 82, 7, 10, 0, 0, 82, 83, 7, 7, 0, 0, 83, 84, 7, 5, 0, 0, 84,
		12, 1, 0, 0, 0, 85, 86, 7, 4, 0, 0, 86, 87, 7, 7, 0, 0, 87, 88, 7, 11,
		0, 0, 88, 89, 7, 3, 0, 0, 89, 90, 7, 12, 0, 0, 90, 91, 7, 7, 0, 0, 91,
		14, 1, 0, 0, 0, 92, 93, 7, 0, 0, 0, 93, 94, 7, 2, 0, 0, 94, 95, 7, 2, 0,
		0, 95, 16, 1, 0, 0, 0, 96, 97, 7, 2, 0, 0, 97, 98, 7, 7, 0, 0, 98, 99,
		7, 13, 0, 0, 99, 100, 7, 7, 0, 0, 100, 101, 7, 5, 0, 0, 101, 102, 7, 7,
		0, 0, 102, 18, 1, 0, 0, 0, 103, 104, 5, 61, 0, 0, 104, 20, 1, 0, 0, 0,
		105, 106, 5, 60, 0, 0, 106, 107, 5, 62, 0, 0, 107, 22, 1, 0, 0, 0, 108,
		109, 5, 60, 0, 0, 109, 24, 1, 0, 0, 0, 110, 111, 5, 60, 0, 0, 111, 112,
		5, 61, 0, 0, 112, 26, 1, 0, 0, 0, 113, 114, 5, 62, 0, 0, 114, 28, 1, 0,
		0, 0, 115, 116, 5, 62, 0, 0, 116, 117, 5, 61, 0, 0, 117, 30, 1, 0, 0, 0,
		118, 119, 5, 43, 0, 0, 119, 32, 1, 0, 0, 0, 120, 121, 5, 45, 0, 0, 121,
		34, 1, 0, 0, 0, 122, 123, 5, 46, 0, 0, 123, 36, 1, 0, 0, 0, 124, 125, 5,
		44, 0, 0, 125, 38, 1, 0, 0, 0, 126, 127, 5, 40, 0, 0, 127, 40, 1, 0, 0,
		0, 128, 129, 5, 41, 0, 0, 129, 42, 1, 0, 0, 0, 130, 131, 5, 91, 0, 0, 131,
		44, 1, 0, 0, 0, 132, 133, 5, 93, 0, 0, 133, 46, 1, 0, 0, 0, 134, 138, 7,
		14, 0, 0, 135, 137, 7, 15, 0, 0, 136, 135, 1, 0, 0, 0, 137, 140, 1, 0,
		0, 0, 138, 136, 1, 0, 0, 0, 138, 139, 1, 0, 0, 0, 139, 48, 1, 0, 0, 0,
		140, 138, 1, 0, 0, 0, 141, 143, 5, 35, 0, 0, 142, 144, 7, 15, 0, 0, 143,
		142, 1, 0, 0, 0, 144, 145, 1, 0, 0, 0, 145, 143, 1, 0, 0, 0, 145, 146,
		1, 0, 0, 0, 146, 50, 1, 0, 0, 0, 147, 149, 5, 58, 0, 0, 148, 150, 7, 15,
		0, 0, 149, 148, 1, 0, 0, 0, 150, 151, 1, 0, 0, 0, 151, 149, 1, 0, 0, 0,
		151, 152, 1, 0, 0, 0, 152, 52, 1, 0, 0, 0, 153, 162, 5, 48, 0, 0, 154,
		158, 7, 16, 0, 0, 155, 157, 7, 17, 0, 0, 156, 155, 1, 0, 0, 0, 157, 160,
		1, 0, 0, 0, 158, 156, 1, 0, 0, 0, 158, 159, 1, 0, 0, 0, 159, 162, 1, 0,
		0, 0, 160, 158, 1, 0, 0, 0, 161, 153, 1, 0, 0, 0, 161, 154, 1, 0, 0, 0,
		162, 54, 1, 0, 0, 0, 163, 165, 7, 18, 0, 0, 164, 163, 1, 0, 0, 0, 165,
		166, 1, 0, 0, 0, 166, 164, 1, 0, 0, 0, 166, 167, 1, 0, 0, 0, 167, 168,
		1, 0, 0, 0, 168, 169, 6, 27, 0, 0, 169, 56, 1, 0, 0, 0, 170, 171, 9, 0,
		0, 0, 171, 58, 1, 0, 0, 0, 7, 0, 138, 145, 151, 158, 161, 166, 1, 6, 0,
		0,
	}
	deserializer := antlr.NewATNDeserializer(nil)
	staticData.atn = deserializer.Deserialize(staticData.serializedATN)
	atn := staticData.atn
	staticData.decisionToDFA = make([]*antlr.DFA, len(atn.DecisionToState))
	decisionToDFA := staticData.decisionToDFA
	for index, state := range atn.DecisionToState {
		decisionToDFA[index] = antlr.NewDFA(state, index)
	}
}

// ExpressionLexerInit initializes any static state used to implement ExpressionLexer. By default the
// static state used to implement the lexer is lazily initialized during the first call to
// NewExpressionLexer(). You can call this function if you wish to initialize the static state ahead
// of time.
func ExpressionLexerInit() {
	staticData := &ExpressionLexerLexerStaticData
	staticData.once.Do(expressionlexerLexerInit)
}

// NewExpressionLexer produces a new lexer instance for the optional input antlr.CharStream.
func NewExpressionLexer(input antlr.CharStream) *ExpressionLexer {
	ExpressionLexerInit()
	l := new(ExpressionLexer)
	l.BaseLexer = antlr.NewBaseLexer(input)
	staticData := &ExpressionLexerLexerStaticData
	l.Interpreter = antlr.NewLexerATNSimulator(l, staticData.atn, staticData.decisionToDFA, staticData.PredictionContextCache)
	l.channelNames = staticData.ChannelNames
	l.modeNames = staticData.ModeNames
	l.RuleNames = staticData.RuleNames
	l.LiteralNames = staticData.LiteralNames
	l.SymbolicNames = staticData.SymbolicNames
	l.GrammarFileName = "Expression.g4"
	// TODO: l.EOF = antlr.TokenEOF

	return l
}

// ExpressionLexer tokens.
const (
	ExpressionLexerAND        = 1
	ExpressionLexerOR         = 2
	ExpressionLexerNOT        = 3
	ExpressionLexerBETWEEN    = 4
	ExpressionLexerIN         = 5
	ExpressionLexerSET        = 6
	ExpressionLexerREMOVE     = 7
	ExpressionLexerADD        = 8
	ExpressionLexerDELETE     = 9
	ExpressionLexerEQ         = 10
	ExpressionLexerNE         = 11
	ExpressionLexerLT         = 12
	ExpressionLexerLE         = 13
	ExpressionLexerGT         = 14
	ExpressionLexerGE         = 15
	ExpressionLexerPLUS       = 16
	ExpressionLexerMINUS      = 17
	ExpressionLexerDOT        = 18
	ExpressionLexerCOMMA      = 19
	ExpressionLexerLPAREN     = 20
	ExpressionLexerRPAREN     = 21
	ExpressionLexerLBRACK     = 22
	ExpressionLexerRBRACK     = 23
	ExpressionLexerIDENTIFIER = 24
	ExpressionLexerNAME       = 25
	ExpressionLexerVALUE      = 26
	ExpressionLexerINDEX      = 27
	ExpressionLexerBLANK      = 28
	ExpressionLexerUNKNOWN    = 29
)
