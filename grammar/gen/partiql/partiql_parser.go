// Code generated from PartiQL.g4 by ANTLR 4.13.1. DO NOT EDIT.

package partiql // PartiQL
import (
	"fmt"
	"strconv"
	"sync"

	"github.com/antlr4-go/antlr/v4"
)

// Suppress unused import errors
var _ = fmt.Printf
var _ = strconv.Itoa
var _ = sync.Once{}

type PartiQLParser struct {
	*antlr.BaseParser
}

var PartiQLParserStaticData struct {
	once                   sync.Once
	serializedATN          []int32
	LiteralNames           []string
	SymbolicNames          []string
	RuleNames              []string
	PredictionContextCache *antlr.PredictionContextCache
	atn                    *antlr.ATN
	decisionToDFA          []*antlr.DFA
}

func partiqlParserInit() {
	staticData := &PartiQLParserStaticData
	staticData.LiteralNames = []string{
		"", "'ALL'", "'AND'", "'AS'", "'ASC'", "'AT'", "'BETWEEN'", "'BY'",
		"'CASE'", "", "'CONFLICT'", "'CROSS'", "'DATE'", "'DELETE'", "'DESC'",
		"'DISTINCT'", "'DO'", "'DOUBLE'", "'EXISTS'", "'FALSE'", "'FIRST'",
		"'FOR'", "'FROM'", "'FULL'", "'GROUP'", "'HAVING'", "'IN'", "'INNER'",
		"'INSERT'", "'INTO'", "'IS'", "'JOIN'", "'LAST'", "'LEFT'", "'LIKE'",
		"'LIMIT'", "'MISSING'", "'MODIFIED'", "'NEW'", "'NOT'", "'NOTHING'",
		"'NULL'", "'NULLS'", "'OFFSET'", "'OLD'", "'ON'", "'OR'", "'ORDER'",
		"'OUTER'", "'PRECISION'", "'REMOVE'", "'RETURNING'", "'RIGHT'", "'SELECT'",
		"'SET'", "'TIME'", "'TRUE'", "'UNPIVOT'", "'UPDATE'", "'VALUE'", "'VALUES'",
		"'VARYING'", "'WHERE'", "", "", "", "", "", "'='", "'<>'", "'!='", "'<'",
		"'<='", "'>'", "'>='", "'+'", "'-'", "'*'", "'/'", "'%'", "'||'", "'@'",
		"'.'", "','", "':'", "';'", "'('", "')'", "'['", "']'", "'{'", "'}'",
		"'<<'", "'>>'", "'?'",
	}
	staticData.SymbolicNames = []string{
		"", "ALL", "AND", "AS", "ASC", "AT", "BETWEEN", "BY", "CASE", "CHARACTER",
		"CONFLICT", "CROSS", "DATE", "DELETE", "DESC", "DISTINCT", "DO", "DOUBLE",
		"EXISTS", "FALSE", "FIRST", "FOR", "FROM", "FULL", "GROUP", "HAVING",
		"IN", "INNER", "INSERT", "INTO", "IS", "JOIN", "LAST", "LEFT", "LIKE",
		"LIMIT", "MISSING", "MODIFIED", "NEW", "NOT", "NOTHING", "NULL", "NULLS",
		"OFFSET", "OLD", "ON", "OR", "ORDER", "OUTER", "PRECISION", "REMOVE",
		"RETURNING", "RIGHT", "SELECT", "SET", "TIME", "TRUE", "UNPIVOT", "UPDATE",
		"VALUE", "VALUES", "VARYING", "WHERE", "SETOPERATOR", "FUNCTION", "LIST",
		"TYPE", "KEYWORD", "EQ", "NE", "NEQ", "LT", "LE", "GT", "GE", "PLUS",
		"MINUS", "STAR", "SLASH", "PERCENT", "BARS", "AMPERSAT", "DOT", "COMMA",
		"COLON", "SEMICOLON", "LPAREN", "RPAREN", "LBRACK", "RBRACK", "LBRACE",
		"RBRACE", "LBAG", "RBAG", "PARAMETER", "IDENTIFIER", "QUOTED", "STRING",
		"ION", "INTEGER", "DECIMAL", "BLANK", "COMMENT", "UNLEXABLE",
	}
	staticData.RuleNames = []string{
		"statement", "operation", "end", "nothing", "select", "projection",
		"projected", "from", "sources", "join", "source", "alias", "asName",
		"atAlias", "atName", "byAlias", "byName", "where", "orderBy", "by",
		"orderTerm", "nullsPlace", "groupBy", "having", "limit", "offset", "insert",
		"inserted", "row", "onConflict", "update", "delete", "deleteFrom", "fromUpdate",
		"change", "assignment", "equals", "returning", "returned", "mapping",
		"expression", "infix", "typeTest", "typeName", "typeParameters", "typeParameter",
		"operand", "prefix", "term", "plainTerm", "scoped", "functionWord",
		"arguments", "given", "argument", "literal", "group", "list", "bag",
		"map", "member", "step", "stepName", "simplePath", "simpleStep", "simpleStepName",
		"closeParen", "closeBracket", "closeBag", "closeBrace", "colon",
	}
	staticData.PredictionContextCache = antlr.NewPredictionContextCache()
	staticData.serializedATN = []int32{
		4, 1, 103, 685, 2, 0, 7, 0, 2, 1, 7, 1, 2, 2, 7, 2, 2, 3, 7, 3, 2, 4, 7,
		4, 2, 5, 7, 5, 2, 6, 7, 6, 2, 7, 7, 7, 2, 8, 7, 8, 2, 9, 7, 9, 2, 10, 7,
		10, 2, 11, 7, 11, 2, 12, 7, 12, 2, 13, 7, 13, 2, 14, 7, 14, 2, 15, 7, 15,
		2, 16, 7, 16, 2, 17, 7, 17, 2, 18, 7, 18, 2, 19, 7, 19, 2, 20, 7, 20, 2,
		21, 7, 21, 2, 22, 7, 22, 2, 23, 7, 23, 2, 24, 7, 24, 2, 25, 7, 25, 2, 26,
		7, 26, 2, 27, 7, 27, 2, 28, 7, 28, 2, 29, 7, 29, 2, 30, 7, 30, 2, 31, 7,
		31, 2, 32, 7, 32, 2, 33, 7, 33, 2, 34, 7, 34, 2, 35, 7, 35, 2, 36, 7, 36,
		2, 37, 7, 37, 2, 38, 7, 38, 2, 39, 7, 39, 2, 40, 7, 40, 2, 41, 7, 41, 2,
		42, 7, 42, 2, 43, 7, 43, 2, 44, 7, 44, 2, 45, 7, 45, 2, 46, 7, 46, 2, 47,
		7, 47, 2, 48, 7, 48, 2, 49, 7, 49, 2, 50, 7, 50, 2, 51, 7, 51, 2, 52, 7,
		52, 2, 53, 7, 53, 2, 54, 7, 54, 2, 55, 7, 55, 2, 56, 7, 56, 2, 57, 7, 57,
		2, 58, 7, 58, 2, 59, 7, 59, 2, 60, 7, 60, 2, 61, 7, 61, 2, 62, 7, 62, 2,
		63, 7, 63, 2, 64, 7, 64, 2, 65, 7, 65, 2, 66, 7, 66, 2, 67, 7, 67, 2, 68,
		7, 68, 2, 69, 7, 69, 2, 70, 7, 70, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1,
		1, 1, 1, 1, 1, 1, 4, 1, 152, 8, 1, 11, 1, 12, 1, 153, 1, 1, 3, 1, 157,
		8, 1, 1, 2, 1, 2, 1, 2, 3, 2, 162, 8, 2, 1, 3, 1, 3, 1, 4, 1, 4, 3, 4,
		168, 8, 4, 1, 4, 1, 4, 1, 4, 1, 4, 3, 4, 174, 8, 4, 1, 4, 3, 4, 177, 8,
		4, 1, 4, 3, 4, 180, 8, 4, 1, 4, 3, 4, 183, 8, 4, 1, 4, 3, 4, 186, 8, 4,
		1, 4, 3, 4, 189, 8, 4, 1, 5, 1, 5, 1, 5, 1, 5, 1, 5, 5, 5, 196, 8, 5, 10,
		5, 12, 5, 199, 9, 5, 3, 5, 201, 8, 5, 1, 6, 1, 6, 1, 6, 3, 6, 206, 8, 6,
		3, 6, 208, 8, 6, 1, 7, 1, 7, 1, 8, 1, 8, 1, 8, 1, 8, 1, 8, 3, 8, 217, 8,
		8, 5, 8, 219, 8, 8, 10, 8, 12, 8, 222, 9, 8, 1, 9, 1, 9, 5, 9, 226, 8,
		9, 10, 9, 12, 9, 229, 9, 9, 1, 9, 3, 9, 232, 8, 9, 1, 10, 3, 10, 235, 8,
		10, 1, 10, 1, 10, 3, 10, 239, 8, 10, 1, 10, 3, 10, 242, 8, 10, 1, 10, 3,
		10, 245, 8, 10, 1, 11, 1, 11, 1, 11, 1, 11, 3, 11, 251, 8, 11, 1, 12, 1,
		12, 1, 13, 1, 13, 1, 13, 1, 14, 1, 14, 1, 15, 1, 15, 1, 15, 1, 16, 1, 16,
		1, 17, 1, 17, 1, 17, 1, 18, 1, 18, 1, 18, 1, 18, 1, 18, 5, 18, 273, 8,
		18, 10, 18, 12, 18, 276, 9, 18, 1, 19, 1, 19, 1, 20, 1, 20, 3, 20, 282,
		8, 20, 1, 20, 1, 20, 3, 20, 286, 8, 20, 1, 21, 1, 21, 1, 22, 1, 22, 1,
		22, 1, 22, 3, 22, 294, 8, 22, 1, 22, 1, 22, 1, 22, 3, 22, 299, 8, 22, 5,
		22, 301, 8, 22, 10, 22, 12, 22, 304, 9, 22, 1, 23, 1, 23, 1, 23, 1, 24,
		1, 24, 1, 24, 1, 25, 1, 25, 1, 25, 1, 26, 1, 26, 1, 26, 1, 26, 1, 26, 1,
		27, 1, 27, 1, 27, 1, 27, 3, 27, 324, 8, 27, 1, 27, 3, 27, 327, 8, 27, 1,
		27, 3, 27, 330, 8, 27, 1, 27, 1, 27, 1, 27, 1, 27, 5, 27, 336, 8, 27, 10,
		27, 12, 27, 339, 9, 27, 1, 27, 1, 27, 3, 27, 343, 8, 27, 1, 28, 1, 28,
		1, 28, 1, 28, 5, 28, 349, 8, 28, 10, 28, 12, 28, 352, 9, 28, 1, 28, 1,
		28, 1, 29, 1, 29, 1, 29, 1, 29, 1, 29, 1, 29, 1, 29, 1, 30, 1, 30, 1, 30,
		3, 30, 366, 8, 30, 1, 30, 3, 30, 369, 8, 30, 1, 30, 3, 30, 372, 8, 30,
		1, 30, 4, 30, 375, 8, 30, 11, 30, 12, 30, 376, 1, 30, 3, 30, 380, 8, 30,
		1, 30, 3, 30, 383, 8, 30, 1, 31, 1, 31, 1, 31, 1, 31, 3, 31, 389, 8, 31,
		1, 31, 3, 31, 392, 8, 31, 1, 31, 3, 31, 395, 8, 31, 1, 31, 3, 31, 398,
		8, 31, 1, 31, 3, 31, 401, 8, 31, 1, 32, 1, 32, 1, 33, 1, 33, 1, 33, 3,
		33, 408, 8, 33, 1, 33, 4, 33, 411, 8, 33, 11, 33, 12, 33, 412, 1, 33, 3,
		33, 416, 8, 33, 1, 34, 1, 34, 1, 34, 1, 34, 5, 34, 422, 8, 34, 10, 34,
		12, 34, 425, 9, 34, 1, 34, 1, 34, 3, 34, 429, 8, 34, 1, 35, 1, 35, 1, 35,
		1, 35, 1, 36, 1, 36, 1, 37, 1, 37, 1, 37, 1, 37, 5, 37, 441, 8, 37, 10,
		37, 12, 37, 444, 9, 37, 1, 38, 1, 38, 1, 38, 3, 38, 449, 8, 38, 1, 39,
		1, 39, 1, 39, 1, 40, 1, 40, 1, 40, 1, 40, 1, 40, 5, 40, 459, 8, 40, 10,
		40, 12, 40, 462, 9, 40, 1, 41, 1, 41, 1, 41, 1, 41, 1, 41, 1, 41, 1, 41,
		1, 41, 1, 41, 1, 41, 1, 41, 1, 41, 1, 41, 1, 41, 1, 41, 1, 41, 3, 41, 480,
		8, 41, 1, 41, 3, 41, 483, 8, 41, 1, 42, 1, 42, 3, 42, 487, 8, 42, 1, 42,
		1, 42, 3, 42, 491, 8, 42, 1, 43, 1, 43, 1, 43, 1, 43, 1, 43, 1, 43, 1,
		43, 1, 43, 3, 43, 501, 8, 43, 1, 43, 1, 43, 3, 43, 505, 8, 43, 1, 44, 1,
		44, 1, 44, 1, 44, 5, 44, 511, 8, 44, 10, 44, 12, 44, 514, 9, 44, 1, 44,
		1, 44, 1, 45, 1, 45, 1, 46, 5, 46, 521, 8, 46, 10, 46, 12, 46, 524, 9,
		46, 1, 46, 1, 46, 5, 46, 528, 8, 46, 10, 46, 12, 46, 531, 9, 46, 1, 47,
		1, 47, 1, 48, 1, 48, 3, 48, 537, 8, 48, 1, 49, 1, 49, 1, 49, 1, 49, 3,
		49, 543, 8, 49, 1, 49, 1, 49, 1, 49, 1, 49, 1, 49, 1, 49, 1, 49, 1, 49,
		3, 49, 553, 8, 49, 1, 50, 1, 50, 1, 51, 1, 51, 1, 52, 1, 52, 1, 52, 1,
		53, 1, 53, 1, 53, 1, 53, 1, 53, 1, 53, 1, 53, 5, 53, 569, 8, 53, 10, 53,
		12, 53, 572, 9, 53, 1, 53, 1, 53, 3, 53, 576, 8, 53, 1, 54, 1, 54, 3, 54,
		580, 8, 54, 1, 55, 1, 55, 1, 56, 1, 56, 1, 56, 1, 56, 1, 56, 5, 56, 589,
		8, 56, 10, 56, 12, 56, 592, 9, 56, 3, 56, 594, 8, 56, 1, 56, 1, 56, 1,
		57, 1, 57, 1, 57, 1, 57, 1, 57, 5, 57, 603, 8, 57, 10, 57, 12, 57, 606,
		9, 57, 1, 57, 1, 57, 3, 57, 610, 8, 57, 1, 58, 1, 58, 1, 58, 1, 58, 1,
		58, 5, 58, 617, 8, 58, 10, 58, 12, 58, 620, 9, 58, 1, 58, 1, 58, 3, 58,
		624, 8, 58, 1, 59, 1, 59, 1, 59, 1, 59, 1, 59, 5, 59, 631, 8, 59, 10, 59,
		12, 59, 634, 9, 59, 1, 59, 1, 59, 3, 59, 638, 8, 59, 1, 60, 1, 60, 1, 60,
		1, 60, 1, 61, 1, 61, 1, 61, 1, 61, 1, 61, 3, 61, 649, 8, 61, 1, 61, 3,
		61, 652, 8, 61, 1, 62, 1, 62, 1, 63, 1, 63, 5, 63, 658, 8, 63, 10, 63,
		12, 63, 661, 9, 63, 1, 64, 1, 64, 1, 64, 1, 64, 1, 64, 3, 64, 668, 8, 64,
		1, 64, 3, 64, 671, 8, 64, 1, 65, 1, 65, 1, 66, 1, 66, 1, 67, 1, 67, 1,
		68, 1, 68, 1, 69, 1, 69, 1, 70, 1, 70, 1, 70, 0, 0, 71, 0, 2, 4, 6, 8,
		10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44,
		46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 66, 68, 70, 72, 74, 76, 78, 80,
		82, 84, 86, 88, 90, 92, 94, 96, 98, 100, 102, 104, 106, 108, 110, 112,
		114, 116, 118, 120, 122, 124, 126, 128, 130, 132, 134, 136, 138, 140, 0,
		12, 2, 0, 1, 1, 15, 15, 6, 0, 11, 11, 23, 23, 27, 27, 33, 33, 48, 48, 52,
		52, 1, 0, 95, 96, 2, 0, 4, 4, 14, 14, 2, 0, 20, 20, 32, 32, 2, 0, 1, 1,
		37, 37, 2, 0, 38, 38, 44, 44, 3, 0, 6, 6, 26, 26, 34, 34, 2, 0, 39, 39,
		75, 76, 2, 0, 18, 18, 64, 65, 5, 0, 19, 19, 36, 36, 41, 41, 56, 56, 97,
		100, 2, 0, 77, 77, 95, 96, 731, 0, 142, 1, 0, 0, 0, 2, 156, 1, 0, 0, 0,
		4, 161, 1, 0, 0, 0, 6, 163, 1, 0, 0, 0, 8, 165, 1, 0, 0, 0, 10, 200, 1,
		0, 0, 0, 12, 207, 1, 0, 0, 0, 14, 209, 1, 0, 0, 0, 16, 211, 1, 0, 0, 0,
		18, 231, 1, 0, 0, 0, 20, 234, 1, 0, 0, 0, 22, 250, 1, 0, 0, 0, 24, 252,
		1, 0, 0, 0, 26, 254, 1, 0, 0, 0, 28, 257, 1, 0, 0, 0, 30, 259, 1, 0, 0,
		0, 32, 262, 1, 0, 0, 0, 34, 264, 1, 0, 0, 0, 36, 267, 1, 0, 0, 0, 38, 277,
		1, 0, 0, 0, 40, 279, 1, 0, 0, 0, 42, 287, 1, 0, 0, 0, 44, 289, 1, 0, 0,
		0, 46, 305, 1, 0, 0, 0, 48, 308, 1, 0, 0, 0, 50, 311, 1, 0, 0, 0, 52, 314,
		1, 0, 0, 0, 54, 342, 1, 0, 0, 0, 56, 344, 1, 0, 0, 0, 58, 355, 1, 0, 0,
		0, 60, 362, 1, 0, 0, 0, 62, 384, 1, 0, 0, 0, 64, 402, 1, 0, 0, 0, 66, 404,
		1, 0, 0, 0, 68, 428, 1, 0, 0, 0, 70, 430, 1, 0, 0, 0, 72, 434, 1, 0, 0,
		0, 74, 436, 1, 0, 0, 0, 76, 445, 1, 0, 0, 0, 78, 450, 1, 0, 0, 0, 80, 453,
		1, 0, 0, 0, 82, 482, 1, 0, 0, 0, 84, 484, 1, 0, 0, 0, 86, 504, 1, 0, 0,
		0, 88, 506, 1, 0, 0, 0, 90, 517, 1, 0, 0, 0, 92, 522, 1, 0, 0, 0, 94, 532,
		1, 0, 0, 0, 96, 536, 1, 0, 0, 0, 98, 552, 1, 0, 0, 0, 100, 554, 1, 0, 0,
		0, 102, 556, 1, 0, 0, 0, 104, 558, 1, 0, 0, 0, 106, 575, 1, 0, 0, 0, 108,
		579, 1, 0, 0, 0, 110, 581, 1, 0, 0, 0, 112, 583, 1, 0, 0, 0, 114, 597,
		1, 0, 0, 0, 116, 611, 1, 0, 0, 0, 118, 625, 1, 0, 0, 0, 120, 639, 1, 0,
		0, 0, 122, 651, 1, 0, 0, 0, 124, 653, 1, 0, 0, 0, 126, 655, 1, 0, 0, 0,
		128, 670, 1, 0, 0, 0, 130, 672, 1, 0, 0, 0, 132, 674, 1, 0, 0, 0, 134,
		676, 1, 0, 0, 0, 136, 678, 1, 0, 0, 0, 138, 680, 1, 0, 0, 0, 140, 682,
		1, 0, 0, 0, 142, 143, 3, 2, 1, 0, 143, 144, 3, 4, 2, 0, 144, 1, 1, 0, 0,
		0, 145, 157, 3, 8, 4, 0, 146, 157, 3, 52, 26, 0, 147, 157, 3, 60, 30, 0,
		148, 157, 3, 62, 31, 0, 149, 157, 3, 66, 33, 0, 150, 152, 3, 68, 34, 0,
		151, 150, 1, 0, 0, 0, 152, 153, 1, 0, 0, 0, 153, 151, 1, 0, 0, 0, 153,
		154, 1, 0, 0, 0, 154, 157, 1, 0, 0, 0, 155, 157, 3, 80, 40, 0, 156, 145,
		1, 0, 0, 0, 156, 146, 1, 0, 0, 0, 156, 147, 1, 0, 0, 0, 156, 148, 1, 0,
		0, 0, 156, 149, 1, 0, 0, 0, 156, 151, 1, 0, 0, 0, 156, 155, 1, 0, 0, 0,
		157, 3, 1, 0, 0, 0, 158, 162, 5, 0, 0, 1, 159, 160, 5, 85, 0, 0, 160, 162,
		3, 6, 3, 0, 161, 158, 1, 0, 0, 0, 161, 159, 1, 0, 0, 0, 162, 5, 1, 0, 0,
		0, 163, 164, 5, 0, 0, 1, 164, 7, 1, 0, 0, 0, 165, 167, 5, 53, 0, 0, 166,
		168, 7, 0, 0, 0, 167, 166, 1, 0, 0, 0, 167, 168, 1, 0, 0, 0, 168, 169,
		1, 0, 0, 0, 169, 170, 3, 10, 5, 0, 170, 171, 3, 14, 7, 0, 171, 173, 3,
		16, 8, 0, 172, 174, 3, 34, 17, 0, 173, 172, 1, 0, 0, 0, 173, 174, 1, 0,
		0, 0, 174, 176, 1, 0, 0, 0, 175, 177, 3, 36, 18, 0, 176, 175, 1, 0, 0,
		0, 176, 177, 1, 0, 0, 0, 177, 179, 1, 0, 0, 0, 178, 180, 3, 44, 22, 0,
		179, 178, 1, 0, 0, 0, 179, 180, 1, 0, 0, 0, 180, 182, 1, 0, 0, 0, 181,
		183, 3, 46, 23, 0, 182, 181, 1, 0, 0, 0, 182, 183, 1, 0, 0, 0, 183, 185,
		1, 0, 0, 0, 184, 186, 3, 48, 24, 0, 185, 184, 1, 0, 0, 0, 185, 186, 1,
		0, 0, 0, 186, 188, 1, 0, 0, 0, 187, 189, 3, 50, 25, 0, 188, 187, 1, 0,
		0, 0, 188, 189, 1, 0, 0, 0, 189, 9, 1, 0, 0, 0, 190, 191, 5, 59, 0, 0,
		191, 201, 3, 80, 40, 0, 192, 197, 3, 12, 6, 0, 193, 194, 5, 83, 0, 0, 194,
		196, 3, 12, 6, 0, 195, 193, 1, 0, 0, 0, 196, 199, 1, 0, 0, 0, 197, 195,
		1, 0, 0, 0, 197, 198, 1, 0, 0, 0, 198, 201, 1, 0, 0, 0, 199, 197, 1, 0,
		0, 0, 200, 190, 1, 0, 0, 0, 200, 192, 1, 0, 0, 0, 201, 11, 1, 0, 0, 0,
		202, 208, 5, 77, 0, 0, 203, 205, 3, 80, 40, 0, 204, 206, 3, 22, 11, 0,
		205, 204, 1, 0, 0, 0, 205, 206, 1, 0, 0, 0, 206, 208, 1, 0, 0, 0, 207,
		202, 1, 0, 0, 0, 207, 203, 1, 0, 0, 0, 208, 13, 1, 0, 0, 0, 209, 210, 5,
		22, 0, 0, 210, 15, 1, 0, 0, 0, 211, 220, 3, 20, 10, 0, 212, 213, 3, 18,
		9, 0, 213, 216, 3, 20, 10, 0, 214, 215, 5, 45, 0, 0, 215, 217, 3, 80, 40,
		0, 216, 214, 1, 0, 0, 0, 216, 217, 1, 0, 0, 0, 217, 219, 1, 0, 0, 0, 218,
		212, 1, 0, 0, 0, 219, 222, 1, 0, 0, 0, 220, 218, 1, 0, 0, 0, 220, 221,
		1, 0, 0, 0, 221, 17, 1, 0, 0, 0, 222, 220, 1, 0, 0, 0, 223, 232, 5, 83,
		0, 0, 224, 226, 7, 1, 0, 0, 225, 224, 1, 0, 0, 0, 226, 229, 1, 0, 0, 0,
		227, 225, 1, 0, 0, 0, 227, 228, 1, 0, 0, 0, 228, 230, 1, 0, 0, 0, 229,
		227, 1, 0, 0, 0, 230, 232, 5, 31, 0, 0, 231, 223, 1, 0, 0, 0, 231, 227,
		1, 0, 0, 0, 232, 19, 1, 0, 0, 0, 233, 235, 5, 57, 0, 0, 234, 233, 1, 0,
		0, 0, 234, 235, 1, 0, 0, 0, 235, 236, 1, 0, 0, 0, 236, 238, 3, 80, 40,
		0, 237, 239, 3, 22, 11, 0, 238, 237, 1, 0, 0, 0, 238, 239, 1, 0, 0, 0,
		239, 241, 1, 0, 0, 0, 240, 242, 3, 26, 13, 0, 241, 240, 1, 0, 0, 0, 241,
		242, 1, 0, 0, 0, 242, 244, 1, 0, 0, 0, 243, 245, 3, 30, 15, 0, 244, 243,
		1, 0, 0, 0, 244, 245, 1, 0, 0, 0, 245, 21, 1, 0, 0, 0, 246, 247, 5, 3,
		0, 0, 247, 251, 3, 24, 12, 0, 248, 251, 5, 95, 0, 0, 249, 251, 5, 96, 0,
		0, 250, 246, 1, 0, 0, 0, 250, 248, 1, 0, 0, 0, 250, 249, 1, 0, 0, 0, 251,
		23, 1, 0, 0, 0, 252, 253, 7, 2, 0, 0, 253, 25, 1, 0, 0, 0, 254, 255, 5,
		5, 0, 0, 255, 256, 3, 28, 14, 0, 256, 27, 1, 0, 0, 0, 257, 258, 7, 2, 0,
		0, 258, 29, 1, 0, 0, 0, 259, 260, 5, 7, 0, 0, 260, 261, 3, 32, 16, 0, 261,
		31, 1, 0, 0, 0, 262, 263, 7, 2, 0, 0, 263, 33, 1, 0, 0, 0, 264, 265, 5,
		62, 0, 0, 265, 266, 3, 80, 40, 0, 266, 35, 1, 0, 0, 0, 267, 268, 5, 47,
		0, 0, 268, 269, 3, 38, 19, 0, 269, 274, 3, 40, 20, 0, 270, 271, 5, 83,
		0, 0, 271, 273, 3, 40, 20, 0, 272, 270, 1, 0, 0, 0, 273, 276, 1, 0, 0,
		0, 274, 272, 1, 0, 0, 0, 274, 275, 1, 0, 0, 0, 275, 37, 1, 0, 0, 0, 276,
		274, 1, 0, 0, 0, 277, 278, 5, 7, 0, 0, 278, 39, 1, 0, 0, 0, 279, 281, 3,
		80, 40, 0, 280, 282, 7, 3, 0, 0, 281, 280, 1, 0, 0, 0, 281, 282, 1, 0,
		0, 0, 282, 285, 1, 0, 0, 0, 283, 284, 5, 42, 0, 0, 284, 286, 3, 42, 21,
		0, 285, 283, 1, 0, 0, 0, 285, 286, 1, 0, 0, 0, 286, 41, 1, 0, 0, 0, 287,
		288, 7, 4, 0, 0, 288, 43, 1, 0, 0, 0, 289, 290, 5, 24, 0, 0, 290, 291,
		3, 38, 19, 0, 291, 293, 3, 80, 40, 0, 292, 294, 3, 22, 11, 0, 293, 292,
		1, 0, 0, 0, 293, 294, 1, 0, 0, 0, 294, 302, 1, 0, 0, 0, 295, 296, 5, 83,
		0, 0, 296, 298, 3, 80, 40, 0, 297, 299, 3, 22, 11, 0, 298, 297, 1, 0, 0,
		0, 298, 299, 1, 0, 0, 0, 299, 301, 1, 0, 0, 0, 300, 295, 1, 0, 0, 0, 301,
		304, 1, 0, 0, 0, 302, 300, 1, 0, 0, 0, 302, 303, 1, 0, 0, 0, 303, 45, 1,
		0, 0, 0, 304, 302, 1, 0, 0, 0, 305, 306, 5, 25, 0, 0, 306, 307, 3, 80,
		40, 0, 307, 47, 1, 0, 0, 0, 308, 309, 5, 35, 0, 0, 309, 310, 3, 80, 40,
		0, 310, 49, 1, 0, 0, 0, 311, 312, 5, 43, 0, 0, 312, 313, 3, 80, 40, 0,
		313, 51, 1, 0, 0, 0, 314, 315, 5, 28, 0, 0, 315, 316, 5, 29, 0, 0, 316,
		317, 3, 126, 63, 0, 317, 318, 3, 54, 27, 0, 318, 53, 1, 0, 0, 0, 319, 320,
		5, 59, 0, 0, 320, 323, 3, 80, 40, 0, 321, 322, 5, 5, 0, 0, 322, 324, 3,
		80, 40, 0, 323, 321, 1, 0, 0, 0, 323, 324, 1, 0, 0, 0, 324, 326, 1, 0,
		0, 0, 325, 327, 3, 58, 29, 0, 326, 325, 1, 0, 0, 0, 326, 327, 1, 0, 0,
		0, 327, 329, 1, 0, 0, 0, 328, 330, 3, 74, 37, 0, 329, 328, 1, 0, 0, 0,
		329, 330, 1, 0, 0, 0, 330, 343, 1, 0, 0, 0, 331, 332, 5, 60, 0, 0, 332,
		337, 3, 56, 28, 0, 333, 334, 5, 83, 0, 0, 334, 336, 3, 56, 28, 0, 335,
		333, 1, 0, 0, 0, 336, 339, 1, 0, 0, 0, 337, 335, 1, 0, 0, 0, 337, 338,
		1, 0, 0, 0, 338, 343, 1, 0, 0, 0, 339, 337, 1, 0, 0, 0, 340, 343, 3, 8,
		4, 0, 341, 343, 3, 98, 49, 0, 342, 319, 1, 0, 0, 0, 342, 331, 1, 0, 0,
		0, 342, 340, 1, 0, 0, 0, 342, 341, 1, 0, 0, 0, 343, 55, 1, 0, 0, 0, 344,
		345, 5, 86, 0, 0, 345, 350, 3, 80, 40, 0, 346, 347, 5, 83, 0, 0, 347, 349,
		3, 80, 40, 0, 348, 346, 1, 0, 0, 0, 349, 352, 1, 0, 0, 0, 350, 348, 1,
		0, 0, 0, 350, 351, 1, 0, 0, 0, 351, 353, 1, 0, 0, 0, 352, 350, 1, 0, 0,
		0, 353, 354, 3, 132, 66, 0, 354, 57, 1, 0, 0, 0, 355, 356, 5, 45, 0, 0,
		356, 357, 5, 10, 0, 0, 357, 358, 5, 62, 0, 0, 358, 359, 3, 80, 40, 0, 359,
		360, 5, 16, 0, 0, 360, 361, 5, 40, 0, 0, 361, 59, 1, 0, 0, 0, 362, 363,
		5, 58, 0, 0, 363, 365, 3, 126, 63, 0, 364, 366, 3, 22, 11, 0, 365, 364,
		1, 0, 0, 0, 365, 366, 1, 0, 0, 0, 366, 368, 1, 0, 0, 0, 367, 369, 3, 26,
		13, 0, 368, 367, 1, 0, 0, 0, 368, 369, 1, 0, 0, 0, 369, 371, 1, 0, 0, 0,
		370, 372, 3, 30, 15, 0, 371, 370, 1, 0, 0, 0, 371, 372, 1, 0, 0, 0, 372,
		374, 1, 0, 0, 0, 373, 375, 3, 68, 34, 0, 374, 373, 1, 0, 0, 0, 375, 376,
		1, 0, 0, 0, 376, 374, 1, 0, 0, 0, 376, 377, 1, 0, 0, 0, 377, 379, 1, 0,
		0, 0, 378, 380, 3, 34, 17, 0, 379, 378, 1, 0, 0, 0, 379, 380, 1, 0, 0,
		0, 380, 382, 1, 0, 0, 0, 381, 383, 3, 74, 37, 0, 382, 381, 1, 0, 0, 0,
		382, 383, 1, 0, 0, 0, 383, 61, 1, 0, 0, 0, 384, 385, 5, 13, 0, 0, 385,
		386, 3, 64, 32, 0, 386, 388, 3, 126, 63, 0, 387, 389, 3, 22, 11, 0, 388,
		387, 1, 0, 0, 0, 388, 389, 1, 0, 0, 0, 389, 391, 1, 0, 0, 0, 390, 392,
		3, 26, 13, 0, 391, 390, 1, 0, 0, 0, 391, 392, 1, 0, 0, 0, 392, 394, 1,
		0, 0, 0, 393, 395, 3, 30, 15, 0, 394, 393, 1, 0, 0, 0, 394, 395, 1, 0,
		0, 0, 395, 397, 1, 0, 0, 0, 396, 398, 3, 34, 17, 0, 397, 396, 1, 0, 0,
		0, 397, 398, 1, 0, 0, 0, 398, 400, 1, 0, 0, 0, 399, 401, 3, 74, 37, 0,
		400, 399, 1, 0, 0, 0, 400, 401, 1, 0, 0, 0, 401, 63, 1, 0, 0, 0, 402, 403,
		5, 22, 0, 0, 403, 65, 1, 0, 0, 0, 404, 405, 5, 22, 0, 0, 405, 407, 3, 16,
		8, 0, 406, 408, 3, 34, 17, 0, 407, 406, 1, 0, 0, 0, 407, 408, 1, 0, 0,
		0, 408, 410, 1, 0, 0, 0, 409, 411, 3, 68, 34, 0, 410, 409, 1, 0, 0, 0,
		411, 412, 1, 0, 0, 0, 412, 410, 1, 0, 0, 0, 412, 413, 1, 0, 0, 0, 413,
		415, 1, 0, 0, 0, 414, 416, 3, 74, 37, 0, 415, 414, 1, 0, 0, 0, 415, 416,
		1, 0, 0, 0, 416, 67, 1, 0, 0, 0, 417, 418, 5, 54, 0, 0, 418, 423, 3, 70,
		35, 0, 419, 420, 5, 83, 0, 0, 420, 422, 3, 70, 35, 0, 421, 419, 1, 0, 0,
		0, 422, 425, 1, 0, 0, 0, 423, 421, 1, 0, 0, 0, 423, 424, 1, 0, 0, 0, 424,
		429, 1, 0, 0, 0, 425, 423, 1, 0, 0, 0, 426, 427, 5, 50, 0, 0, 427, 429,
		3, 126, 63, 0, 428, 417, 1, 0, 0, 0, 428, 426, 1, 0, 0, 0, 429, 69, 1,
		0, 0, 0, 430, 431, 3, 126, 63, 0, 431, 432, 3, 72, 36, 0, 432, 433, 3,
		80, 40, 0, 433, 71, 1, 0, 0, 0, 434, 435, 5, 68, 0, 0, 435, 73, 1, 0, 0,
		0, 436, 437, 5, 51, 0, 0, 437, 442, 3, 76, 38, 0, 438, 439, 5, 83, 0, 0,
		439, 441, 3, 76, 38, 0, 440, 438, 1, 0, 0, 0, 441, 444, 1, 0, 0, 0, 442,
		440, 1, 0, 0, 0, 442, 443, 1, 0, 0, 0, 443, 75, 1, 0, 0, 0, 444, 442, 1,
		0, 0, 0, 445, 448, 3, 78, 39, 0, 446, 449, 5, 77, 0, 0, 447, 449, 3, 80,
		40, 0, 448, 446, 1, 0, 0, 0, 448, 447, 1, 0, 0, 0, 449, 77, 1, 0, 0, 0,
		450, 451, 7, 5, 0, 0, 451, 452, 7, 6, 0, 0, 452, 79, 1, 0, 0, 0, 453, 460,
		3, 92, 46, 0, 454, 455, 3, 82, 41, 0, 455, 456, 3, 92, 46, 0, 456, 459,
		1, 0, 0, 0, 457, 459, 3, 84, 42, 0, 458, 454, 1, 0, 0, 0, 458, 457, 1,
		0, 0, 0, 459, 462, 1, 0, 0, 0, 460, 458, 1, 0, 0, 0, 460, 461, 1, 0, 0,
		0, 461, 81, 1, 0, 0, 0, 462, 460, 1, 0, 0, 0, 463, 483, 5, 2, 0, 0, 464,
		483, 5, 46, 0, 0, 465, 483, 5, 68, 0, 0, 466, 483, 5, 69, 0, 0, 467, 483,
		5, 70, 0, 0, 468, 483, 5, 71, 0, 0, 469, 483, 5, 72, 0, 0, 470, 483, 5,
		73, 0, 0, 471, 483, 5, 74, 0, 0, 472, 483, 5, 75, 0, 0, 473, 483, 5, 76,
		0, 0, 474, 483, 5, 77, 0, 0, 475, 483, 5, 78, 0, 0, 476, 483, 5, 79, 0,
		0, 477, 483, 5, 80, 0, 0, 478, 480, 5, 39, 0, 0, 479, 478, 1, 0, 0, 0,
		479, 480, 1, 0, 0, 0, 480, 481, 1, 0, 0, 0, 481, 483, 7, 7, 0, 0, 482,
		463, 1, 0, 0, 0, 482, 464, 1, 0, 0, 0, 482, 465, 1, 0, 0, 0, 482, 466,
		1, 0, 0, 0, 482, 467, 1, 0, 0, 0, 482, 468, 1, 0, 0, 0, 482, 469, 1, 0,
		0, 0, 482, 470, 1, 0, 0, 0, 482, 471, 1, 0, 0, 0, 482, 472, 1, 0, 0, 0,
		482, 473, 1, 0, 0, 0, 482, 474, 1, 0, 0, 0, 482, 475, 1, 0, 0, 0, 482,
		476, 1, 0, 0, 0, 482, 477, 1, 0, 0, 0, 482, 479, 1, 0, 0, 0, 483, 83, 1,
		0, 0, 0, 484, 486, 5, 30, 0, 0, 485, 487, 5, 39, 0, 0, 486, 485, 1, 0,
		0, 0, 486, 487, 1, 0, 0, 0, 487, 488, 1, 0, 0, 0, 488, 490, 3, 86, 43,
		0, 489, 491, 3, 88, 44, 0, 490, 489, 1, 0, 0, 0, 490, 491, 1, 0, 0, 0,
		491, 85, 1, 0, 0, 0, 492, 505, 5, 36, 0, 0, 493, 505, 5, 41, 0, 0, 494,
		505, 5, 66, 0, 0, 495, 505, 5, 65, 0, 0, 496, 505, 5, 12, 0, 0, 497, 505,
		5, 55, 0, 0, 498, 500, 5, 9, 0, 0, 499, 501, 5, 61, 0, 0, 500, 499, 1,
		0, 0, 0, 500, 501, 1, 0, 0, 0, 501, 505, 1, 0, 0, 0, 502, 503, 5, 17, 0,
		0, 503, 505, 5, 49, 0, 0, 504, 492, 1, 0, 0, 0, 504, 493, 1, 0, 0, 0, 504,
		494, 1, 0, 0, 0, 504, 495, 1, 0, 0, 0, 504, 496, 1, 0, 0, 0, 504, 497,
		1, 0, 0, 0, 504, 498, 1, 0, 0, 0, 504, 502, 1, 0, 0, 0, 505, 87, 1, 0,
		0, 0, 506, 507, 5, 86, 0, 0, 507, 512, 3, 90, 45, 0, 508, 509, 5, 83, 0,
		0, 509, 511, 3, 90, 45, 0, 510, 508, 1, 0, 0, 0, 511, 514, 1, 0, 0, 0,
		512, 510, 1, 0, 0, 0, 512, 513, 1, 0, 0, 0, 513, 515, 1, 0, 0, 0, 514,
		512, 1, 0, 0, 0, 515, 516, 3, 132, 66, 0, 516, 89, 1, 0, 0, 0, 517, 518,
		5, 99, 0, 0, 518, 91, 1, 0, 0, 0, 519, 521, 3, 94, 47, 0, 520, 519, 1,
		0, 0, 0, 521, 524, 1, 0, 0, 0, 522, 520, 1, 0, 0, 0, 522, 523, 1, 0, 0,
		0, 523, 525, 1, 0, 0, 0, 524, 522, 1, 0, 0, 0, 525, 529, 3, 96, 48, 0,
		526, 528, 3, 122, 61, 0, 527, 526, 1, 0, 0, 0, 528, 531, 1, 0, 0, 0, 529,
		527, 1, 0, 0, 0, 529, 530, 1, 0, 0, 0, 530, 93, 1, 0, 0, 0, 531, 529, 1,
		0, 0, 0, 532, 533, 7, 8, 0, 0, 533, 95, 1, 0, 0, 0, 534, 537, 3, 114, 57,
		0, 535, 537, 3, 98, 49, 0, 536, 534, 1, 0, 0, 0, 536, 535, 1, 0, 0, 0,
		537, 97, 1, 0, 0, 0, 538, 539, 5, 81, 0, 0, 539, 553, 3, 100, 50, 0, 540,
		542, 7, 2, 0, 0, 541, 543, 3, 104, 52, 0, 542, 541, 1, 0, 0, 0, 542, 543,
		1, 0, 0, 0, 543, 553, 1, 0, 0, 0, 544, 545, 3, 102, 51, 0, 545, 546, 3,
		104, 52, 0, 546, 553, 1, 0, 0, 0, 547, 553, 3, 110, 55, 0, 548, 553, 5,
		94, 0, 0, 549, 553, 3, 112, 56, 0, 550, 553, 3, 116, 58, 0, 551, 553, 3,
		118, 59, 0, 552, 538, 1, 0, 0, 0, 552, 540, 1, 0, 0, 0, 552, 544, 1, 0,
		0, 0, 552, 547, 1, 0, 0, 0, 552, 548, 1, 0, 0, 0, 552, 549, 1, 0, 0, 0,
		552, 550, 1, 0, 0, 0, 552, 551, 1, 0, 0, 0, 553, 99, 1, 0, 0, 0, 554, 555,
		7, 2, 0, 0, 555, 101, 1, 0, 0, 0, 556, 557, 7, 9, 0, 0, 557, 103, 1, 0,
		0, 0, 558, 559, 5, 86, 0, 0, 559, 560, 3, 106, 53, 0, 560, 105, 1, 0, 0,
		0, 561, 576, 5, 87, 0, 0, 562, 563, 3, 8, 4, 0, 563, 564, 3, 132, 66, 0,
		564, 576, 1, 0, 0, 0, 565, 570, 3, 108, 54, 0, 566, 567, 5, 83, 0, 0, 567,
		569, 3, 108, 54, 0, 568, 566, 1, 0, 0, 0, 569, 572, 1, 0, 0, 0, 570, 568,
		1, 0, 0, 0, 570, 571, 1, 0, 0, 0, 571, 573, 1, 0, 0, 0, 572, 570, 1, 0,
		0, 0, 573, 574, 3, 132, 66, 0, 574, 576, 1, 0, 0, 0, 575, 561, 1, 0, 0,
		0, 575, 562, 1, 0, 0, 0, 575, 565, 1, 0, 0, 0, 576, 107, 1, 0, 0, 0, 577,
		580, 5, 77, 0, 0, 578, 580, 3, 80, 40, 0, 579, 577, 1, 0, 0, 0, 579, 578,
		1, 0, 0, 0, 580, 109, 1, 0, 0, 0, 581, 582, 7, 10, 0, 0, 582, 111, 1, 0,
		0, 0, 583, 593, 5, 86, 0, 0, 584, 594, 3, 8, 4, 0, 585, 590, 3, 80, 40,
		0, 586, 587, 5, 83, 0, 0, 587, 589, 3, 80, 40, 0, 588, 586, 1, 0, 0, 0,
		589, 592, 1, 0, 0, 0, 590, 588, 1, 0, 0, 0, 590, 591, 1, 0, 0, 0, 591,
		594, 1, 0, 0, 0, 592, 590, 1, 0, 0, 0, 593, 584, 1, 0, 0, 0, 593, 585,
		1, 0, 0, 0, 594, 595, 1, 0, 0, 0, 595, 596, 3, 132, 66, 0, 596, 113, 1,
		0, 0, 0, 597, 609, 5, 88, 0, 0, 598, 610, 5, 89, 0, 0, 599, 604, 3, 80,
		40, 0, 600, 601, 5, 83, 0, 0, 601, 603, 3, 80, 40, 0, 602, 600, 1, 0, 0,
		0, 603, 606, 1, 0, 0, 0, 604, 602, 1, 0, 0, 0, 604, 605, 1, 0, 0, 0, 605,
		607, 1, 0, 0, 0, 606, 604, 1, 0, 0, 0, 607, 608, 3, 134, 67, 0, 608, 610,
		1, 0, 0, 0, 609, 598, 1, 0, 0, 0, 609, 599, 1, 0, 0, 0, 610, 115, 1, 0,
		0, 0, 611, 623, 5, 92, 0, 0, 612, 624, 5, 93, 0, 0, 613, 618, 3, 80, 40,
		0, 614, 615, 5, 83, 0, 0, 615, 617, 3, 80, 40, 0, 616, 614, 1, 0, 0, 0,
		617, 620, 1, 0, 0, 0, 618, 616, 1, 0, 0, 0, 618, 619, 1, 0, 0, 0, 619,
		621, 1, 0, 0, 0, 620, 618, 1, 0, 0, 0, 621, 622, 3, 136, 68, 0, 622, 624,
		1, 0, 0, 0, 623, 612, 1, 0, 0, 0, 623, 613, 1, 0, 0, 0, 624, 117, 1, 0,
		0, 0, 625, 637, 5, 90, 0, 0, 626, 638, 5, 91, 0, 0, 627, 632, 3, 120, 60,
		0, 628, 629, 5, 83, 0, 0, 629, 631, 3, 120, 60, 0, 630, 628, 1, 0, 0, 0,
		631, 634, 1, 0, 0, 0, 632, 630, 1, 0, 0, 0, 632, 633, 1, 0, 0, 0, 633,
		635, 1, 0, 0, 0, 634, 632, 1, 0, 0, 0, 635, 636, 3, 138, 69, 0, 636, 638,
		1, 0, 0, 0, 637, 626, 1, 0, 0, 0, 637, 627, 1, 0, 0, 0, 638, 119, 1, 0,
		0, 0, 639, 640, 3, 80, 40, 0, 640, 641, 3, 140, 70, 0, 641, 642, 3, 80,
		40, 0, 642, 121, 1, 0, 0, 0, 643, 644, 5, 82, 0, 0, 644, 652, 3, 124, 62,
		0, 645, 648, 5, 88, 0, 0, 646, 649, 5, 77, 0, 0, 647, 649, 3, 80, 40, 0,
		648, 646, 1, 0, 0, 0, 648, 647, 1, 0, 0, 0, 649, 650, 1, 0, 0, 0, 650,
		652, 3, 134, 67, 0, 651, 643, 1, 0, 0, 0, 651, 645, 1, 0, 0, 0, 652, 123,
		1, 0, 0, 0, 653, 654, 7, 11, 0, 0, 654, 125, 1, 0, 0, 0, 655, 659, 7, 2,
		0, 0, 656, 658, 3, 128, 64, 0, 657, 656, 1, 0, 0, 0, 658, 661, 1, 0, 0,
		0, 659, 657, 1, 0, 0, 0, 659, 660, 1, 0, 0, 0, 660, 127, 1, 0, 0, 0, 661,
		659, 1, 0, 0, 0, 662, 663, 5, 82, 0, 0, 663, 671, 3, 130, 65, 0, 664, 667,
		5, 88, 0, 0, 665, 668, 5, 77, 0, 0, 666, 668, 3, 80, 40, 0, 667, 665, 1,
		0, 0, 0, 667, 666, 1, 0, 0, 0, 668, 669, 1, 0, 0, 0, 669, 671, 3, 134,
		67, 0, 670, 662, 1, 0, 0, 0, 670, 664, 1, 0, 0, 0, 671, 129, 1, 0, 0, 0,
		672, 673, 7, 2, 0, 0, 673, 131, 1, 0, 0, 0, 674, 675, 5, 87, 0, 0, 675,
		133, 1, 0, 0, 0, 676, 677, 5, 89, 0, 0, 677, 135, 1, 0, 0, 0, 678, 679,
		5, 93, 0, 0, 679, 137, 1, 0, 0, 0, 680, 681, 5, 91, 0, 0, 681, 139, 1,
		0, 0, 0, 682, 683, 5, 84, 0, 0, 683, 141, 1, 0, 0, 0, 83, 153, 156, 161,
		167, 173, 176, 179, 182, 185, 188, 197, 200, 205, 207, 216, 220, 227, 231,
		234, 238, 241, 244, 250, 274, 281, 285, 293, 298, 302, 323, 326, 329, 337,
		342, 350, 365, 368, 371, 376, 379, 382, 388, 391, 394, 397, 400, 407, 412,
		415, 423, 428, 442, 448, 458, 460, 479, 482, 486, 490, 500, 504, 512, 522,
		529, 536, 542, 552, 570, 575, 579, 590, 593, 604, 609, 618, 623, 632, 637,
		648, 651, 659, 667, 670,
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

// PartiQLParserInit initializes any static state used to implement PartiQLParser. By default the
// static state used to implement the parser is lazily initialized during the first call to
// NewPartiQLParser(). You can call this function if you wish to initialize the static state ahead
// of time.
func PartiQLParserInit() {
	staticData := &PartiQLParserStaticData
	staticData.once.Do(partiqlParserInit)
}

// NewPartiQLParser produces a new parser instance for the optional input antlr.TokenStream.
func NewPartiQLParser(input antlr.TokenStream) *PartiQLParser {
	PartiQLParserInit()
	this := new(PartiQLParser)
	this.BaseParser = antlr.NewBaseParser(input)
	staticData := &PartiQLParserStaticData
	this.Interpreter = antlr.NewParserATNSimulator(this, staticData.atn, staticData.decisionToDFA, staticData.PredictionContextCache)
	this.RuleNames = staticData.RuleNames
	this.LiteralNames = staticData.LiteralNames
	this.SymbolicNames = staticData.SymbolicNames
	this.GrammarFileName = "PartiQL.g4"

	return this
}

// PartiQLParser tokens.
const (
	PartiQLParserEOF         = antlr.TokenEOF
	PartiQLParserALL         = 1
	PartiQLParserAND         = 2
	PartiQLParserAS          = 3
	PartiQLParserASC         = 4
	PartiQLParserAT          = 5
	PartiQLParserBETWEEN     = 6
	PartiQLParserBY          = 7
	PartiQLParserCASE        = 8
	PartiQLParserCHARACTER   = 9
	PartiQLParserCONFLICT    = 10
	PartiQLParserCROSS       = 11
	PartiQLParserDATE        = 12
	PartiQLParserDELETE      = 13
	PartiQLParserDESC        = 14
	PartiQLParserDISTINCT    = 15
	PartiQLParserDO          = 16
	PartiQLParserDOUBLE      = 17
	PartiQLParserEXISTS      = 18
	PartiQLParserFALSE       = 19
	PartiQLParserFIRST       = 20
	PartiQLParserFOR         = 21
	PartiQLParserFROM        = 22
	PartiQLParserFULL        = 23
	PartiQLParserGROUP       = 24
	PartiQLParserHAVING      = 25
	PartiQLParserIN          = 26
	PartiQLParserINNER       = 27
	PartiQLParserINSERT      = 28
	PartiQLParserINTO        = 29
	PartiQLParserIS          = 30
	PartiQLParserJOIN        = 31
	PartiQLParserLAST        = 32
	PartiQLParserLEFT        = 33
	PartiQLParserLIKE        = 34
	PartiQLParserLIMIT       = 35
	PartiQLParserMISSING     = 36
	PartiQLParserMODIFIED    = 37
	PartiQLParserNEW         = 38
	PartiQLParserNOT         = 39
	PartiQLParserNOTHING     = 40
	PartiQLParserNULL        = 41
	PartiQLParserNULLS       = 42
	PartiQLParserOFFSET      = 43
	PartiQLParserOLD         = 44
	PartiQLParserON          = 45
	PartiQLParserOR          = 46
	PartiQLParserORDER       = 47
	PartiQLParserOUTER       = 48
	PartiQLParserPRECISION   = 49
	PartiQLParserREMOVE      = 50
	PartiQLParserRETURNING   = 51
	PartiQLParserRIGHT       = 52
	PartiQLParserSELECT      = 53
	PartiQLParserSET         = 54
	PartiQLParserTIME        = 55
	PartiQLParserTRUE        = 56
	PartiQLParserUNPIVOT     = 57
	PartiQLParserUPDATE      = 58
	PartiQLParserVALUE       = 59
	PartiQLParserVALUES      = 60
	PartiQLParserVARYING     = 61
	PartiQLParserWHERE       = 62
	PartiQLParserSETOPERATOR = 63
	PartiQLParserFUNCTION    = 64
	PartiQLParserLIST        = 65
	PartiQLParserTYPE        = 66
	PartiQLParserKEYWORD     = 67
	PartiQLParserEQ          = 68
	PartiQLParserNE          = 69
	PartiQLParserNEQ         = 70
	PartiQLParserLT          = 71
	PartiQLParserLE          = 72
	PartiQLParserGT          = 73
	PartiQLParserGE          = 74
	PartiQLParserPLUS        = 75
	PartiQLParserMINUS       = 76
	PartiQLParserSTAR        = 77
	PartiQLParserSLASH       = 78
	PartiQLParserPERCENT     = 79
	PartiQLParserBARS        = 80
	PartiQLParserAMPERSAT    = 81
	PartiQLParserDOT         = 82
	PartiQLParserCOMMA       = 83
	PartiQLParserCOLON       = 84
	PartiQLParserSEMICOLON   = 85
	PartiQLParserLPAREN      = 86
	PartiQLParserRPAREN      = 87
	PartiQLParserLBRACK      = 88
	PartiQLParserRBRACK      = 89
	PartiQLParserLBRACE      = 90
	PartiQLParserRBRACE      = 91
	PartiQLParserLBAG        = 92
	PartiQLParserRBAG        = 93
	PartiQLParserPARAMETER   = 94
	PartiQLParserIDENTIFIER  = 95
	PartiQLParserQUOTED      = 96
	PartiQLParserSTRING      = 97
	PartiQLParserION         = 98
	PartiQLParserINTEGER     = 99
	PartiQLParserDECIMAL     = 100
	PartiQLParserBLANK       = 101
	PartiQLParserCOMMENT     = 102
	PartiQLParserUNLEXABLE   = 103
)

// PartiQLParser rules.
const (
	PartiQLParserRULE_statement      = 0
	PartiQLParserRULE_operation      = 1
	PartiQLParserRULE_end            = 2
	PartiQLParserRULE_nothing        = 3
	PartiQLParserRULE_select         = 4
	PartiQLParserRULE_projection     = 5
	PartiQLParserRULE_projected      = 6
	PartiQLParserRULE_from           = 7
	PartiQLParserRULE_sources        = 8
	PartiQLParserRULE_join           = 9
	PartiQLParserRULE_source         = 10
	PartiQLParserRULE_alias          = 11
	PartiQLParserRULE_asName         = 12
	PartiQLParserRULE_atAlias        = 13
	PartiQLParserRULE_atName         = 14
	PartiQLParserRULE_byAlias        = 15
	PartiQLParserRULE_byName         = 16
	PartiQLParserRULE_where          = 17
	PartiQLParserRULE_orderBy        = 18
	PartiQLParserRULE_by             = 19
	PartiQLParserRULE_orderTerm      = 20
	PartiQLParserRULE_nullsPlace     = 21
	PartiQLParserRULE_groupBy        = 22
	PartiQLParserRULE_having         = 23
	PartiQLParserRULE_limit          = 24
	PartiQLParserRULE_offset         = 25
	PartiQLParserRULE_insert         = 26
	PartiQLParserRULE_inserted       = 27
	PartiQLParserRULE_row            = 28
	PartiQLParserRULE_onConflict     = 29
	PartiQLParserRULE_update         = 30
	PartiQLParserRULE_delete         = 31
	PartiQLParserRULE_deleteFrom     = 32
	PartiQLParserRULE_fromUpdate     = 33
	PartiQLParserRULE_change         = 34
	PartiQLParserRULE_assignment     = 35
	PartiQLParserRULE_equals         = 36
	PartiQLParserRULE_returning      = 37
	PartiQLParserRULE_returned       = 38
	PartiQLParserRULE_mapping        = 39
	PartiQLParserRULE_expression     = 40
	PartiQLParserRULE_infix          = 41
	PartiQLParserRULE_typeTest       = 42
	PartiQLParserRULE_typeName       = 43
	PartiQLParserRULE_typeParameters = 44
	PartiQLParserRULE_typeParameter  = 45
	PartiQLParserRULE_operand        = 46
	PartiQLParserRULE_prefix         = 47
	PartiQLParserRULE_term           = 48
	PartiQLParserRULE_plainTerm      = 49
	PartiQLParserRULE_scoped         = 50
	PartiQLParserRULE_functionWord   = 51
	PartiQLParserRULE_arguments      = 52
	PartiQLParserRULE_given          = 53
	PartiQLParserRULE_argument       = 54
	PartiQLParserRULE_literal        = 55
	PartiQLParserRULE_group          = 56
	PartiQLParserRULE_list           = 57
	PartiQLParserRULE_bag            = 58
	PartiQLParserRULE_map            = 59
	PartiQLParserRULE_member         = 60
	PartiQLParserRULE_step           = 61
	PartiQLParserRULE_stepName       = 62
	PartiQLParserRULE_simplePath     = 63
	PartiQLParserRULE_simpleStep     = 64
	PartiQLParserRULE_simpleStepName = 65
	PartiQLParserRULE_closeParen     = 66
	PartiQLParserRULE_closeBracket   = 67
	PartiQLParserRULE_closeBag       = 68
	PartiQLParserRULE_closeBrace     = 69
	PartiQLParserRULE_colon          = 70
)

// IStatementContext is an interface to support dynamic dispatch.
type IStatementContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	Operation() IOperationContext
	End() IEndContext

	// IsStatementContext differentiates from other interfaces.
	IsStatementContext()
}

type StatementContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyStatementContext() *StatementContext {
	var p = new(StatementContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_statement
	return p
}

func InitEmptyStatementContext(p *StatementContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_statement
}

func (*StatementContext) IsStatementContext() {}

func NewStatementContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *StatementContext {
	var p = new(StatementContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_statement

	return p
}

func (s *StatementContext) GetParser() antlr.Parser { return s.parser }

func (s *StatementContext) Operation() IOperationContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IOperationContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IOperationContext)
}

func (s *StatementContext) End() IEndContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IEndContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IEndContext)
}

func (s *StatementContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *StatementContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Statement() (localctx IStatementContext) {
	localctx = NewStatementContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 0, PartiQLParserRULE_statement)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(142)
		p.Operation()
	}
	{
		p.SetState(143)
		p.End()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IOperationContext is an interface to support dynamic dispatch.
type IOperationContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	Select_() ISelectContext
	Insert() IInsertContext
	Update() IUpdateContext
	Delete_() IDeleteContext
	FromUpdate() IFromUpdateContext
	AllChange() []IChangeContext
	Change(i int) IChangeContext
	Expression() IExpressionContext

	// IsOperationContext differentiates from other interfaces.
	IsOperationContext()
}

type OperationContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyOperationContext() *OperationContext {
	var p = new(OperationContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_operation
	return p
}

func InitEmptyOperationContext(p *OperationContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_operation
}

func (*OperationContext) IsOperationContext() {}

func NewOperationContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *OperationContext {
	var p = new(OperationContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_operation

	return p
}

func (s *OperationContext) GetParser() antlr.Parser { return s.parser }

func (s *OperationContext) Select_() ISelectContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISelectContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISelectContext)
}

func (s *OperationContext) Insert() IInsertContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IInsertContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IInsertContext)
}

func (s *OperationContext) Update() IUpdateContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IUpdateContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IUpdateContext)
}

func (s *OperationContext) Delete_() IDeleteContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IDeleteContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IDeleteContext)
}

func (s *OperationContext) FromUpdate() IFromUpdateContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IFromUpdateContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IFromUpdateContext)
}

func (s *OperationContext) AllChange() []IChangeContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IChangeContext); ok {
			len++
		}
	}

	tst := make([]IChangeContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IChangeContext); ok {
			tst[i] = t.(IChangeContext)
			i++
		}
	}

	return tst
}

func (s *OperationContext) Change(i int) IChangeContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IChangeContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IChangeContext)
}

func (s *OperationContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *OperationContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *OperationContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Operation() (localctx IOperationContext) {
	localctx = NewOperationContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 2, PartiQLParserRULE_operation)
	var _la int

	p.SetState(156)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserSELECT:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(145)
			p.Select_()
		}

	case PartiQLParserINSERT:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(146)
			p.Insert()
		}

	case PartiQLParserUPDATE:
		p.EnterOuterAlt(localctx, 3)
		{
			p.SetState(147)
			p.Update()
		}

	case PartiQLParserDELETE:
		p.EnterOuterAlt(localctx, 4)
		{
			p.SetState(148)
			p.Delete_()
		}

	case PartiQLParserFROM:
		p.EnterOuterAlt(localctx, 5)
		{
			p.SetState(149)
			p.FromUpdate()
		}

	case PartiQLParserREMOVE, PartiQLParserSET:
		p.EnterOuterAlt(localctx, 6)
		p.SetState(151)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		for ok := true; ok; ok = _la == PartiQLParserREMOVE || _la == PartiQLParserSET {
			{
				p.SetState(150)
				p.Change()
			}

			p.SetState(153)
			p.GetErrorHandler().Sync(p)
			if p.HasError() {
				goto errorExit
			}
			_la = p.GetTokenStream().LA(1)
		}

	case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNOT, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACK, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		p.EnterOuterAlt(localctx, 7)
		{
			p.SetState(155)
			p.Expression()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IEndContext is an interface to support dynamic dispatch.
type IEndContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	EOF() antlr.TerminalNode
	SEMICOLON() antlr.TerminalNode
	Nothing() INothingContext

	// IsEndContext differentiates from other interfaces.
	IsEndContext()
}

type EndContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyEndContext() *EndContext {
	var p = new(EndContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_end
	return p
}

func InitEmptyEndContext(p *EndContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_end
}

func (*EndContext) IsEndContext() {}

func NewEndContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *EndContext {
	var p = new(EndContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_end

	return p
}

func (s *EndContext) GetParser() antlr.Parser { return s.parser }

func (s *EndContext) EOF() antlr.TerminalNode {
	return s.GetToken(PartiQLParserEOF, 0)
}

func (s *EndContext) SEMICOLON() antlr.TerminalNode {
	return s.GetToken(PartiQLParserSEMICOLON, 0)
}

func (s *EndContext) Nothing() INothingContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(INothingContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(INothingContext)
}

func (s *EndContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *EndContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) End() (localctx IEndContext) {
	localctx = NewEndContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 4, PartiQLParserRULE_end)
	p.SetState(161)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserEOF:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(158)
			p.Match(PartiQLParserEOF)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserSEMICOLON:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(159)
			p.Match(PartiQLParserSEMICOLON)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(160)
			p.Nothing()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// INothingContext is an interface to support dynamic dispatch.
type INothingContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	EOF() antlr.TerminalNode

	// IsNothingContext differentiates from other interfaces.
	IsNothingContext()
}

type NothingContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyNothingContext() *NothingContext {
	var p = new(NothingContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_nothing
	return p
}

func InitEmptyNothingContext(p *NothingContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_nothing
}

func (*NothingContext) IsNothingContext() {}

func NewNothingContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *NothingContext {
	var p = new(NothingContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_nothing

	return p
}

func (s *NothingContext) GetParser() antlr.Parser { return s.parser }

func (s *NothingContext) EOF() antlr.TerminalNode {
	return s.GetToken(PartiQLParserEOF, 0)
}

func (s *NothingContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *NothingContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Nothing() (localctx INothingContext) {
	localctx = NewNothingContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 6, PartiQLParserRULE_nothing)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(163)
		p.Match(PartiQLParserEOF)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ISelectContext is an interface to support dynamic dispatch.
type ISelectContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	SELECT() antlr.TerminalNode
	Projection() IProjectionContext
	From() IFromContext
	Sources() ISourcesContext
	Where() IWhereContext
	OrderBy() IOrderByContext
	GroupBy() IGroupByContext
	Having() IHavingContext
	Limit() ILimitContext
	Offset() IOffsetContext
	ALL() antlr.TerminalNode
	DISTINCT() antlr.TerminalNode

	// IsSelectContext differentiates from other interfaces.
	IsSelectContext()
}

type SelectContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptySelectContext() *SelectContext {
	var p = new(SelectContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_select
	return p
}

func InitEmptySelectContext(p *SelectContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_select
}

func (*SelectContext) IsSelectContext() {}

func NewSelectContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *SelectContext {
	var p = new(SelectContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_select

	return p
}

func (s *SelectContext) GetParser() antlr.Parser { return s.parser }

func (s *SelectContext) SELECT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserSELECT, 0)
}

func (s *SelectContext) Projection() IProjectionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IProjectionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IProjectionContext)
}

func (s *SelectContext) From() IFromContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IFromContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IFromContext)
}

func (s *SelectContext) Sources() ISourcesContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISourcesContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISourcesContext)
}

func (s *SelectContext) Where() IWhereContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IWhereContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IWhereContext)
}

func (s *SelectContext) OrderBy() IOrderByContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IOrderByContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IOrderByContext)
}

func (s *SelectContext) GroupBy() IGroupByContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IGroupByContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IGroupByContext)
}

func (s *SelectContext) Having() IHavingContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IHavingContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IHavingContext)
}

func (s *SelectContext) Limit() ILimitContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ILimitContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ILimitContext)
}

func (s *SelectContext) Offset() IOffsetContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IOffsetContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IOffsetContext)
}

func (s *SelectContext) ALL() antlr.TerminalNode {
	return s.GetToken(PartiQLParserALL, 0)
}

func (s *SelectContext) DISTINCT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserDISTINCT, 0)
}

func (s *SelectContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *SelectContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Select_() (localctx ISelectContext) {
	localctx = NewSelectContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 8, PartiQLParserRULE_select)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(165)
		p.Match(PartiQLParserSELECT)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	p.SetState(167)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserALL || _la == PartiQLParserDISTINCT {
		{
			p.SetState(166)
			_la = p.GetTokenStream().LA(1)

			if !(_la == PartiQLParserALL || _la == PartiQLParserDISTINCT) {
				p.GetErrorHandler().RecoverInline(p)
			} else {
				p.GetErrorHandler().ReportMatch(p)
				p.Consume()
			}
		}

	}
	{
		p.SetState(169)
		p.Projection()
	}
	{
		p.SetState(170)
		p.From()
	}
	{
		p.SetState(171)
		p.Sources()
	}
	p.SetState(173)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserWHERE {
		{
			p.SetState(172)
			p.Where()
		}

	}
	p.SetState(176)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserORDER {
		{
			p.SetState(175)
			p.OrderBy()
		}

	}
	p.SetState(179)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserGROUP {
		{
			p.SetState(178)
			p.GroupBy()
		}

	}
	p.SetState(182)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserHAVING {
		{
			p.SetState(181)
			p.Having()
		}

	}
	p.SetState(185)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserLIMIT {
		{
			p.SetState(184)
			p.Limit()
		}

	}
	p.SetState(188)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserOFFSET {
		{
			p.SetState(187)
			p.Offset()
		}

	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IProjectionContext is an interface to support dynamic dispatch.
type IProjectionContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	VALUE() antlr.TerminalNode
	Expression() IExpressionContext
	AllProjected() []IProjectedContext
	Projected(i int) IProjectedContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode

	// IsProjectionContext differentiates from other interfaces.
	IsProjectionContext()
}

type ProjectionContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyProjectionContext() *ProjectionContext {
	var p = new(ProjectionContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_projection
	return p
}

func InitEmptyProjectionContext(p *ProjectionContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_projection
}

func (*ProjectionContext) IsProjectionContext() {}

func NewProjectionContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ProjectionContext {
	var p = new(ProjectionContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_projection

	return p
}

func (s *ProjectionContext) GetParser() antlr.Parser { return s.parser }

func (s *ProjectionContext) VALUE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserVALUE, 0)
}

func (s *ProjectionContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *ProjectionContext) AllProjected() []IProjectedContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IProjectedContext); ok {
			len++
		}
	}

	tst := make([]IProjectedContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IProjectedContext); ok {
			tst[i] = t.(IProjectedContext)
			i++
		}
	}

	return tst
}

func (s *ProjectionContext) Projected(i int) IProjectedContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IProjectedContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IProjectedContext)
}

func (s *ProjectionContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *ProjectionContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *ProjectionContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ProjectionContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Projection() (localctx IProjectionContext) {
	localctx = NewProjectionContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 10, PartiQLParserRULE_projection)
	var _la int

	p.SetState(200)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserVALUE:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(190)
			p.Match(PartiQLParserVALUE)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(191)
			p.Expression()
		}

	case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNOT, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserSTAR, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACK, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(192)
			p.Projected()
		}
		p.SetState(197)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		for _la == PartiQLParserCOMMA {
			{
				p.SetState(193)
				p.Match(PartiQLParserCOMMA)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}
			{
				p.SetState(194)
				p.Projected()
			}

			p.SetState(199)
			p.GetErrorHandler().Sync(p)
			if p.HasError() {
				goto errorExit
			}
			_la = p.GetTokenStream().LA(1)
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IProjectedContext is an interface to support dynamic dispatch.
type IProjectedContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	STAR() antlr.TerminalNode
	Expression() IExpressionContext
	Alias() IAliasContext

	// IsProjectedContext differentiates from other interfaces.
	IsProjectedContext()
}

type ProjectedContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyProjectedContext() *ProjectedContext {
	var p = new(ProjectedContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_projected
	return p
}

func InitEmptyProjectedContext(p *ProjectedContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_projected
}

func (*ProjectedContext) IsProjectedContext() {}

func NewProjectedContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ProjectedContext {
	var p = new(ProjectedContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_projected

	return p
}

func (s *ProjectedContext) GetParser() antlr.Parser { return s.parser }

func (s *ProjectedContext) STAR() antlr.TerminalNode {
	return s.GetToken(PartiQLParserSTAR, 0)
}

func (s *ProjectedContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *ProjectedContext) Alias() IAliasContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IAliasContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IAliasContext)
}

func (s *ProjectedContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ProjectedContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Projected() (localctx IProjectedContext) {
	localctx = NewProjectedContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 12, PartiQLParserRULE_projected)
	var _la int

	p.SetState(207)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserSTAR:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(202)
			p.Match(PartiQLParserSTAR)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNOT, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACK, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(203)
			p.Expression()
		}
		p.SetState(205)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		if _la == PartiQLParserAS || _la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED {
			{
				p.SetState(204)
				p.Alias()
			}

		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IFromContext is an interface to support dynamic dispatch.
type IFromContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	FROM() antlr.TerminalNode

	// IsFromContext differentiates from other interfaces.
	IsFromContext()
}

type FromContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyFromContext() *FromContext {
	var p = new(FromContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_from
	return p
}

func InitEmptyFromContext(p *FromContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_from
}

func (*FromContext) IsFromContext() {}

func NewFromContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *FromContext {
	var p = new(FromContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_from

	return p
}

func (s *FromContext) GetParser() antlr.Parser { return s.parser }

func (s *FromContext) FROM() antlr.TerminalNode {
	return s.GetToken(PartiQLParserFROM, 0)
}

func (s *FromContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *FromContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) From() (localctx IFromContext) {
	localctx = NewFromContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 14, PartiQLParserRULE_from)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(209)
		p.Match(PartiQLParserFROM)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ISourcesContext is an interface to support dynamic dispatch.
type ISourcesContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	AllSource() []ISourceContext
	Source(i int) ISourceContext
	AllJoin() []IJoinContext
	Join(i int) IJoinContext
	AllON() []antlr.TerminalNode
	ON(i int) antlr.TerminalNode
	AllExpression() []IExpressionContext
	Expression(i int) IExpressionContext

	// IsSourcesContext differentiates from other interfaces.
	IsSourcesContext()
}

type SourcesContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptySourcesContext() *SourcesContext {
	var p = new(SourcesContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_sources
	return p
}

func InitEmptySourcesContext(p *SourcesContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_sources
}

func (*SourcesContext) IsSourcesContext() {}

func NewSourcesContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *SourcesContext {
	var p = new(SourcesContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_sources

	return p
}

func (s *SourcesContext) GetParser() antlr.Parser { return s.parser }

func (s *SourcesContext) AllSource() []ISourceContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(ISourceContext); ok {
			len++
		}
	}

	tst := make([]ISourceContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(ISourceContext); ok {
			tst[i] = t.(ISourceContext)
			i++
		}
	}

	return tst
}

func (s *SourcesContext) Source(i int) ISourceContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISourceContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISourceContext)
}

func (s *SourcesContext) AllJoin() []IJoinContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IJoinContext); ok {
			len++
		}
	}

	tst := make([]IJoinContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IJoinContext); ok {
			tst[i] = t.(IJoinContext)
			i++
		}
	}

	return tst
}

func (s *SourcesContext) Join(i int) IJoinContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IJoinContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IJoinContext)
}

func (s *SourcesContext) AllON() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserON)
}

func (s *SourcesContext) ON(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserON, i)
}

func (s *SourcesContext) AllExpression() []IExpressionContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IExpressionContext); ok {
			len++
		}
	}

	tst := make([]IExpressionContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IExpressionContext); ok {
			tst[i] = t.(IExpressionContext)
			i++
		}
	}

	return tst
}

func (s *SourcesContext) Expression(i int) IExpressionContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *SourcesContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *SourcesContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Sources() (localctx ISourcesContext) {
	localctx = NewSourcesContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 16, PartiQLParserRULE_sources)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(211)
		p.Source()
	}
	p.SetState(220)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	for ((int64(_la) & ^0x3f) == 0 && ((int64(1)<<_la)&4785085484107776) != 0) || _la == PartiQLParserCOMMA {
		{
			p.SetState(212)
			p.Join()
		}
		{
			p.SetState(213)
			p.Source()
		}
		p.SetState(216)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		if _la == PartiQLParserON {
			{
				p.SetState(214)
				p.Match(PartiQLParserON)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}
			{
				p.SetState(215)
				p.Expression()
			}

		}

		p.SetState(222)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IJoinContext is an interface to support dynamic dispatch.
type IJoinContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	COMMA() antlr.TerminalNode
	JOIN() antlr.TerminalNode
	AllCROSS() []antlr.TerminalNode
	CROSS(i int) antlr.TerminalNode
	AllINNER() []antlr.TerminalNode
	INNER(i int) antlr.TerminalNode
	AllLEFT() []antlr.TerminalNode
	LEFT(i int) antlr.TerminalNode
	AllRIGHT() []antlr.TerminalNode
	RIGHT(i int) antlr.TerminalNode
	AllFULL() []antlr.TerminalNode
	FULL(i int) antlr.TerminalNode
	AllOUTER() []antlr.TerminalNode
	OUTER(i int) antlr.TerminalNode

	// IsJoinContext differentiates from other interfaces.
	IsJoinContext()
}

type JoinContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyJoinContext() *JoinContext {
	var p = new(JoinContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_join
	return p
}

func InitEmptyJoinContext(p *JoinContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_join
}

func (*JoinContext) IsJoinContext() {}

func NewJoinContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *JoinContext {
	var p = new(JoinContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_join

	return p
}

func (s *JoinContext) GetParser() antlr.Parser { return s.parser }

func (s *JoinContext) COMMA() antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, 0)
}

func (s *JoinContext) JOIN() antlr.TerminalNode {
	return s.GetToken(PartiQLParserJOIN, 0)
}

func (s *JoinContext) AllCROSS() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCROSS)
}

func (s *JoinContext) CROSS(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCROSS, i)
}

func (s *JoinContext) AllINNER() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserINNER)
}

func (s *JoinContext) INNER(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserINNER, i)
}

func (s *JoinContext) AllLEFT() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserLEFT)
}

func (s *JoinContext) LEFT(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserLEFT, i)
}

func (s *JoinContext) AllRIGHT() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserRIGHT)
}

func (s *JoinContext) RIGHT(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserRIGHT, i)
}

func (s *JoinContext) AllFULL() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserFULL)
}

func (s *JoinContext) FULL(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserFULL, i)
}

func (s *JoinContext) AllOUTER() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserOUTER)
}

func (s *JoinContext) OUTER(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserOUTER, i)
}

func (s *JoinContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *JoinContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Join() (localctx IJoinContext) {
	localctx = NewJoinContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 18, PartiQLParserRULE_join)
	var _la int

	p.SetState(231)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserCOMMA:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(223)
			p.Match(PartiQLParserCOMMA)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserCROSS, PartiQLParserFULL, PartiQLParserINNER, PartiQLParserJOIN, PartiQLParserLEFT, PartiQLParserOUTER, PartiQLParserRIGHT:
		p.EnterOuterAlt(localctx, 2)
		p.SetState(227)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		for (int64(_la) & ^0x3f) == 0 && ((int64(1)<<_la)&4785083336624128) != 0 {
			{
				p.SetState(224)
				_la = p.GetTokenStream().LA(1)

				if !((int64(_la) & ^0x3f) == 0 && ((int64(1)<<_la)&4785083336624128) != 0) {
					p.GetErrorHandler().RecoverInline(p)
				} else {
					p.GetErrorHandler().ReportMatch(p)
					p.Consume()
				}
			}

			p.SetState(229)
			p.GetErrorHandler().Sync(p)
			if p.HasError() {
				goto errorExit
			}
			_la = p.GetTokenStream().LA(1)
		}
		{
			p.SetState(230)
			p.Match(PartiQLParserJOIN)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ISourceContext is an interface to support dynamic dispatch.
type ISourceContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	Expression() IExpressionContext
	UNPIVOT() antlr.TerminalNode
	Alias() IAliasContext
	AtAlias() IAtAliasContext
	ByAlias() IByAliasContext

	// IsSourceContext differentiates from other interfaces.
	IsSourceContext()
}

type SourceContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptySourceContext() *SourceContext {
	var p = new(SourceContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_source
	return p
}

func InitEmptySourceContext(p *SourceContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_source
}

func (*SourceContext) IsSourceContext() {}

func NewSourceContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *SourceContext {
	var p = new(SourceContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_source

	return p
}

func (s *SourceContext) GetParser() antlr.Parser { return s.parser }

func (s *SourceContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *SourceContext) UNPIVOT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserUNPIVOT, 0)
}

func (s *SourceContext) Alias() IAliasContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IAliasContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IAliasContext)
}

func (s *SourceContext) AtAlias() IAtAliasContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IAtAliasContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IAtAliasContext)
}

func (s *SourceContext) ByAlias() IByAliasContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IByAliasContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IByAliasContext)
}

func (s *SourceContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *SourceContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Source() (localctx ISourceContext) {
	localctx = NewSourceContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 20, PartiQLParserRULE_source)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	p.SetState(234)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserUNPIVOT {
		{
			p.SetState(233)
			p.Match(PartiQLParserUNPIVOT)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	}
	{
		p.SetState(236)
		p.Expression()
	}
	p.SetState(238)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserAS || _la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED {
		{
			p.SetState(237)
			p.Alias()
		}

	}
	p.SetState(241)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserAT {
		{
			p.SetState(240)
			p.AtAlias()
		}

	}
	p.SetState(244)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserBY {
		{
			p.SetState(243)
			p.ByAlias()
		}

	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IAliasContext is an interface to support dynamic dispatch.
type IAliasContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	AS() antlr.TerminalNode
	AsName() IAsNameContext
	IDENTIFIER() antlr.TerminalNode
	QUOTED() antlr.TerminalNode

	// IsAliasContext differentiates from other interfaces.
	IsAliasContext()
}

type AliasContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyAliasContext() *AliasContext {
	var p = new(AliasContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_alias
	return p
}

func InitEmptyAliasContext(p *AliasContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_alias
}

func (*AliasContext) IsAliasContext() {}

func NewAliasContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *AliasContext {
	var p = new(AliasContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_alias

	return p
}

func (s *AliasContext) GetParser() antlr.Parser { return s.parser }

func (s *AliasContext) AS() antlr.TerminalNode {
	return s.GetToken(PartiQLParserAS, 0)
}

func (s *AliasContext) AsName() IAsNameContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IAsNameContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IAsNameContext)
}

func (s *AliasContext) IDENTIFIER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserIDENTIFIER, 0)
}

func (s *AliasContext) QUOTED() antlr.TerminalNode {
	return s.GetToken(PartiQLParserQUOTED, 0)
}

func (s *AliasContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *AliasContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Alias() (localctx IAliasContext) {
	localctx = NewAliasContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 22, PartiQLParserRULE_alias)
	p.SetState(250)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserAS:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(246)
			p.Match(PartiQLParserAS)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(247)
			p.AsName()
		}

	case PartiQLParserIDENTIFIER:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(248)
			p.Match(PartiQLParserIDENTIFIER)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserQUOTED:
		p.EnterOuterAlt(localctx, 3)
		{
			p.SetState(249)
			p.Match(PartiQLParserQUOTED)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IAsNameContext is an interface to support dynamic dispatch.
type IAsNameContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	IDENTIFIER() antlr.TerminalNode
	QUOTED() antlr.TerminalNode

	// IsAsNameContext differentiates from other interfaces.
	IsAsNameContext()
}

type AsNameContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyAsNameContext() *AsNameContext {
	var p = new(AsNameContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_asName
	return p
}

func InitEmptyAsNameContext(p *AsNameContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_asName
}

func (*AsNameContext) IsAsNameContext() {}

func NewAsNameContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *AsNameContext {
	var p = new(AsNameContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_asName

	return p
}

func (s *AsNameContext) GetParser() antlr.Parser { return s.parser }

func (s *AsNameContext) IDENTIFIER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserIDENTIFIER, 0)
}

func (s *AsNameContext) QUOTED() antlr.TerminalNode {
	return s.GetToken(PartiQLParserQUOTED, 0)
}

func (s *AsNameContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *AsNameContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) AsName() (localctx IAsNameContext) {
	localctx = NewAsNameContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 24, PartiQLParserRULE_asName)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(252)
		_la = p.GetTokenStream().LA(1)

		if !(_la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IAtAliasContext is an interface to support dynamic dispatch.
type IAtAliasContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	AT() antlr.TerminalNode
	AtName() IAtNameContext

	// IsAtAliasContext differentiates from other interfaces.
	IsAtAliasContext()
}

type AtAliasContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyAtAliasContext() *AtAliasContext {
	var p = new(AtAliasContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_atAlias
	return p
}

func InitEmptyAtAliasContext(p *AtAliasContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_atAlias
}

func (*AtAliasContext) IsAtAliasContext() {}

func NewAtAliasContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *AtAliasContext {
	var p = new(AtAliasContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_atAlias

	return p
}

func (s *AtAliasContext) GetParser() antlr.Parser { return s.parser }

func (s *AtAliasContext) AT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserAT, 0)
}

func (s *AtAliasContext) AtName() IAtNameContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IAtNameContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IAtNameContext)
}

func (s *AtAliasContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *AtAliasContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) AtAlias() (localctx IAtAliasContext) {
	localctx = NewAtAliasContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 26, PartiQLParserRULE_atAlias)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(254)
		p.Match(PartiQLParserAT)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(255)
		p.AtName()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IAtNameContext is an interface to support dynamic dispatch.
type IAtNameContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	IDENTIFIER() antlr.TerminalNode
	QUOTED() antlr.TerminalNode

	// IsAtNameContext differentiates from other interfaces.
	IsAtNameContext()
}

type AtNameContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyAtNameContext() *AtNameContext {
	var p = new(AtNameContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_atName
	return p
}

func InitEmptyAtNameContext(p *AtNameContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_atName
}

func (*AtNameContext) IsAtNameContext() {}

func NewAtNameContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *AtNameContext {
	var p = new(AtNameContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_atName

	return p
}

func (s *AtNameContext) GetParser() antlr.Parser { return s.parser }

func (s *AtNameContext) IDENTIFIER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserIDENTIFIER, 0)
}

func (s *AtNameContext) QUOTED() antlr.TerminalNode {
	return s.GetToken(PartiQLParserQUOTED, 0)
}

func (s *AtNameContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *AtNameContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) AtName() (localctx IAtNameContext) {
	localctx = NewAtNameContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 28, PartiQLParserRULE_atName)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(257)
		_la = p.GetTokenStream().LA(1)

		if !(_la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IByAliasContext is an interface to support dynamic dispatch.
type IByAliasContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	BY() antlr.TerminalNode
	ByName() IByNameContext

	// IsByAliasContext differentiates from other interfaces.
	IsByAliasContext()
}

type ByAliasContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyByAliasContext() *ByAliasContext {
	var p = new(ByAliasContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_byAlias
	return p
}

func InitEmptyByAliasContext(p *ByAliasContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_byAlias
}

func (*ByAliasContext) IsByAliasContext() {}

func NewByAliasContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ByAliasContext {
	var p = new(ByAliasContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_byAlias

	return p
}

func (s *ByAliasContext) GetParser() antlr.Parser { return s.parser }

func (s *ByAliasContext) BY() antlr.TerminalNode {
	return s.GetToken(PartiQLParserBY, 0)
}

func (s *ByAliasContext) ByName() IByNameContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IByNameContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IByNameContext)
}

func (s *ByAliasContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ByAliasContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) ByAlias() (localctx IByAliasContext) {
	localctx = NewByAliasContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 30, PartiQLParserRULE_byAlias)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(259)
		p.Match(PartiQLParserBY)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(260)
		p.ByName()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IByNameContext is an interface to support dynamic dispatch.
type IByNameContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	IDENTIFIER() antlr.TerminalNode
	QUOTED() antlr.TerminalNode

	// IsByNameContext differentiates from other interfaces.
	IsByNameContext()
}

type ByNameContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyByNameContext() *ByNameContext {
	var p = new(ByNameContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_byName
	return p
}

func InitEmptyByNameContext(p *ByNameContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_byName
}

func (*ByNameContext) IsByNameContext() {}

func NewByNameContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ByNameContext {
	var p = new(ByNameContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_byName

	return p
}

func (s *ByNameContext) GetParser() antlr.Parser { return s.parser }

func (s *ByNameContext) IDENTIFIER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserIDENTIFIER, 0)
}

func (s *ByNameContext) QUOTED() antlr.TerminalNode {
	return s.GetToken(PartiQLParserQUOTED, 0)
}

func (s *ByNameContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ByNameContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) ByName() (localctx IByNameContext) {
	localctx = NewByNameContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 32, PartiQLParserRULE_byName)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(262)
		_la = p.GetTokenStream().LA(1)

		if !(_la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IWhereContext is an interface to support dynamic dispatch.
type IWhereContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	WHERE() antlr.TerminalNode
	Expression() IExpressionContext

	// IsWhereContext differentiates from other interfaces.
	IsWhereContext()
}

type WhereContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyWhereContext() *WhereContext {
	var p = new(WhereContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_where
	return p
}

func InitEmptyWhereContext(p *WhereContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_where
}

func (*WhereContext) IsWhereContext() {}

func NewWhereContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *WhereContext {
	var p = new(WhereContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_where

	return p
}

func (s *WhereContext) GetParser() antlr.Parser { return s.parser }

func (s *WhereContext) WHERE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserWHERE, 0)
}

func (s *WhereContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *WhereContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *WhereContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Where() (localctx IWhereContext) {
	localctx = NewWhereContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 34, PartiQLParserRULE_where)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(264)
		p.Match(PartiQLParserWHERE)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(265)
		p.Expression()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IOrderByContext is an interface to support dynamic dispatch.
type IOrderByContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	ORDER() antlr.TerminalNode
	By() IByContext
	AllOrderTerm() []IOrderTermContext
	OrderTerm(i int) IOrderTermContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode

	// IsOrderByContext differentiates from other interfaces.
	IsOrderByContext()
}

type OrderByContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyOrderByContext() *OrderByContext {
	var p = new(OrderByContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_orderBy
	return p
}

func InitEmptyOrderByContext(p *OrderByContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_orderBy
}

func (*OrderByContext) IsOrderByContext() {}

func NewOrderByContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *OrderByContext {
	var p = new(OrderByContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_orderBy

	return p
}

func (s *OrderByContext) GetParser() antlr.Parser { return s.parser }

func (s *OrderByContext) ORDER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserORDER, 0)
}

func (s *OrderByContext) By() IByContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IByContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IByContext)
}

func (s *OrderByContext) AllOrderTerm() []IOrderTermContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IOrderTermContext); ok {
			len++
		}
	}

	tst := make([]IOrderTermContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IOrderTermContext); ok {
			tst[i] = t.(IOrderTermContext)
			i++
		}
	}

	return tst
}

func (s *OrderByContext) OrderTerm(i int) IOrderTermContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IOrderTermContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IOrderTermContext)
}

func (s *OrderByContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *OrderByContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *OrderByContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *OrderByContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) OrderBy() (localctx IOrderByContext) {
	localctx = NewOrderByContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 36, PartiQLParserRULE_orderBy)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(267)
		p.Match(PartiQLParserORDER)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(268)
		p.By()
	}
	{
		p.SetState(269)
		p.OrderTerm()
	}
	p.SetState(274)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	for _la == PartiQLParserCOMMA {
		{
			p.SetState(270)
			p.Match(PartiQLParserCOMMA)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(271)
			p.OrderTerm()
		}

		p.SetState(276)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IByContext is an interface to support dynamic dispatch.
type IByContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	BY() antlr.TerminalNode

	// IsByContext differentiates from other interfaces.
	IsByContext()
}

type ByContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyByContext() *ByContext {
	var p = new(ByContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_by
	return p
}

func InitEmptyByContext(p *ByContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_by
}

func (*ByContext) IsByContext() {}

func NewByContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ByContext {
	var p = new(ByContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_by

	return p
}

func (s *ByContext) GetParser() antlr.Parser { return s.parser }

func (s *ByContext) BY() antlr.TerminalNode {
	return s.GetToken(PartiQLParserBY, 0)
}

func (s *ByContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ByContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) By() (localctx IByContext) {
	localctx = NewByContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 38, PartiQLParserRULE_by)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(277)
		p.Match(PartiQLParserBY)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IOrderTermContext is an interface to support dynamic dispatch.
type IOrderTermContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	Expression() IExpressionContext
	NULLS() antlr.TerminalNode
	NullsPlace() INullsPlaceContext
	ASC() antlr.TerminalNode
	DESC() antlr.TerminalNode

	// IsOrderTermContext differentiates from other interfaces.
	IsOrderTermContext()
}

type OrderTermContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyOrderTermContext() *OrderTermContext {
	var p = new(OrderTermContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_orderTerm
	return p
}

func InitEmptyOrderTermContext(p *OrderTermContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_orderTerm
}

func (*OrderTermContext) IsOrderTermContext() {}

func NewOrderTermContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *OrderTermContext {
	var p = new(OrderTermContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_orderTerm

	return p
}

func (s *OrderTermContext) GetParser() antlr.Parser { return s.parser }

func (s *OrderTermContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *OrderTermContext) NULLS() antlr.TerminalNode {
	return s.GetToken(PartiQLParserNULLS, 0)
}

func (s *OrderTermContext) NullsPlace() INullsPlaceContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(INullsPlaceContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(INullsPlaceContext)
}

func (s *OrderTermContext) ASC() antlr.TerminalNode {
	return s.GetToken(PartiQLParserASC, 0)
}

func (s *OrderTermContext) DESC() antlr.TerminalNode {
	return s.GetToken(PartiQLParserDESC, 0)
}

func (s *OrderTermContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *OrderTermContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) OrderTerm() (localctx IOrderTermContext) {
	localctx = NewOrderTermContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 40, PartiQLParserRULE_orderTerm)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(279)
		p.Expression()
	}
	p.SetState(281)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserASC || _la == PartiQLParserDESC {
		{
			p.SetState(280)
			_la = p.GetTokenStream().LA(1)

			if !(_la == PartiQLParserASC || _la == PartiQLParserDESC) {
				p.GetErrorHandler().RecoverInline(p)
			} else {
				p.GetErrorHandler().ReportMatch(p)
				p.Consume()
			}
		}

	}
	p.SetState(285)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserNULLS {
		{
			p.SetState(283)
			p.Match(PartiQLParserNULLS)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(284)
			p.NullsPlace()
		}

	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// INullsPlaceContext is an interface to support dynamic dispatch.
type INullsPlaceContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	FIRST() antlr.TerminalNode
	LAST() antlr.TerminalNode

	// IsNullsPlaceContext differentiates from other interfaces.
	IsNullsPlaceContext()
}

type NullsPlaceContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyNullsPlaceContext() *NullsPlaceContext {
	var p = new(NullsPlaceContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_nullsPlace
	return p
}

func InitEmptyNullsPlaceContext(p *NullsPlaceContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_nullsPlace
}

func (*NullsPlaceContext) IsNullsPlaceContext() {}

func NewNullsPlaceContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *NullsPlaceContext {
	var p = new(NullsPlaceContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_nullsPlace

	return p
}

func (s *NullsPlaceContext) GetParser() antlr.Parser { return s.parser }

func (s *NullsPlaceContext) FIRST() antlr.TerminalNode {
	return s.GetToken(PartiQLParserFIRST, 0)
}

func (s *NullsPlaceContext) LAST() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLAST, 0)
}

func (s *NullsPlaceContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *NullsPlaceContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) NullsPlace() (localctx INullsPlaceContext) {
	localctx = NewNullsPlaceContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 42, PartiQLParserRULE_nullsPlace)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(287)
		_la = p.GetTokenStream().LA(1)

		if !(_la == PartiQLParserFIRST || _la == PartiQLParserLAST) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IGroupByContext is an interface to support dynamic dispatch.
type IGroupByContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	GROUP() antlr.TerminalNode
	By() IByContext
	AllExpression() []IExpressionContext
	Expression(i int) IExpressionContext
	AllAlias() []IAliasContext
	Alias(i int) IAliasContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode

	// IsGroupByContext differentiates from other interfaces.
	IsGroupByContext()
}

type GroupByContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyGroupByContext() *GroupByContext {
	var p = new(GroupByContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_groupBy
	return p
}

func InitEmptyGroupByContext(p *GroupByContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_groupBy
}

func (*GroupByContext) IsGroupByContext() {}

func NewGroupByContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *GroupByContext {
	var p = new(GroupByContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_groupBy

	return p
}

func (s *GroupByContext) GetParser() antlr.Parser { return s.parser }

func (s *GroupByContext) GROUP() antlr.TerminalNode {
	return s.GetToken(PartiQLParserGROUP, 0)
}

func (s *GroupByContext) By() IByContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IByContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IByContext)
}

func (s *GroupByContext) AllExpression() []IExpressionContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IExpressionContext); ok {
			len++
		}
	}

	tst := make([]IExpressionContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IExpressionContext); ok {
			tst[i] = t.(IExpressionContext)
			i++
		}
	}

	return tst
}

func (s *GroupByContext) Expression(i int) IExpressionContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *GroupByContext) AllAlias() []IAliasContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IAliasContext); ok {
			len++
		}
	}

	tst := make([]IAliasContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IAliasContext); ok {
			tst[i] = t.(IAliasContext)
			i++
		}
	}

	return tst
}

func (s *GroupByContext) Alias(i int) IAliasContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IAliasContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IAliasContext)
}

func (s *GroupByContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *GroupByContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *GroupByContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *GroupByContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) GroupBy() (localctx IGroupByContext) {
	localctx = NewGroupByContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 44, PartiQLParserRULE_groupBy)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(289)
		p.Match(PartiQLParserGROUP)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(290)
		p.By()
	}
	{
		p.SetState(291)
		p.Expression()
	}
	p.SetState(293)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserAS || _la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED {
		{
			p.SetState(292)
			p.Alias()
		}

	}
	p.SetState(302)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	for _la == PartiQLParserCOMMA {
		{
			p.SetState(295)
			p.Match(PartiQLParserCOMMA)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(296)
			p.Expression()
		}
		p.SetState(298)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		if _la == PartiQLParserAS || _la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED {
			{
				p.SetState(297)
				p.Alias()
			}

		}

		p.SetState(304)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IHavingContext is an interface to support dynamic dispatch.
type IHavingContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	HAVING() antlr.TerminalNode
	Expression() IExpressionContext

	// IsHavingContext differentiates from other interfaces.
	IsHavingContext()
}

type HavingContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyHavingContext() *HavingContext {
	var p = new(HavingContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_having
	return p
}

func InitEmptyHavingContext(p *HavingContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_having
}

func (*HavingContext) IsHavingContext() {}

func NewHavingContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *HavingContext {
	var p = new(HavingContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_having

	return p
}

func (s *HavingContext) GetParser() antlr.Parser { return s.parser }

func (s *HavingContext) HAVING() antlr.TerminalNode {
	return s.GetToken(PartiQLParserHAVING, 0)
}

func (s *HavingContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *HavingContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *HavingContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Having() (localctx IHavingContext) {
	localctx = NewHavingContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 46, PartiQLParserRULE_having)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(305)
		p.Match(PartiQLParserHAVING)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(306)
		p.Expression()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ILimitContext is an interface to support dynamic dispatch.
type ILimitContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	LIMIT() antlr.TerminalNode
	Expression() IExpressionContext

	// IsLimitContext differentiates from other interfaces.
	IsLimitContext()
}

type LimitContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyLimitContext() *LimitContext {
	var p = new(LimitContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_limit
	return p
}

func InitEmptyLimitContext(p *LimitContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_limit
}

func (*LimitContext) IsLimitContext() {}

func NewLimitContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *LimitContext {
	var p = new(LimitContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_limit

	return p
}

func (s *LimitContext) GetParser() antlr.Parser { return s.parser }

func (s *LimitContext) LIMIT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLIMIT, 0)
}

func (s *LimitContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *LimitContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *LimitContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Limit() (localctx ILimitContext) {
	localctx = NewLimitContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 48, PartiQLParserRULE_limit)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(308)
		p.Match(PartiQLParserLIMIT)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(309)
		p.Expression()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IOffsetContext is an interface to support dynamic dispatch.
type IOffsetContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	OFFSET() antlr.TerminalNode
	Expression() IExpressionContext

	// IsOffsetContext differentiates from other interfaces.
	IsOffsetContext()
}

type OffsetContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyOffsetContext() *OffsetContext {
	var p = new(OffsetContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_offset
	return p
}

func InitEmptyOffsetContext(p *OffsetContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_offset
}

func (*OffsetContext) IsOffsetContext() {}

func NewOffsetContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *OffsetContext {
	var p = new(OffsetContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_offset

	return p
}

func (s *OffsetContext) GetParser() antlr.Parser { return s.parser }

func (s *OffsetContext) OFFSET() antlr.TerminalNode {
	return s.GetToken(PartiQLParserOFFSET, 0)
}

func (s *OffsetContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *OffsetContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *OffsetContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Offset() (localctx IOffsetContext) {
	localctx = NewOffsetContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 50, PartiQLParserRULE_offset)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(311)
		p.Match(PartiQLParserOFFSET)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(312)
		p.Expression()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IInsertContext is an interface to support dynamic dispatch.
type IInsertContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	INSERT() antlr.TerminalNode
	INTO() antlr.TerminalNode
	SimplePath() ISimplePathContext
	Inserted() IInsertedContext

	// IsInsertContext differentiates from other interfaces.
	IsInsertContext()
}

type InsertContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyInsertContext() *InsertContext {
	var p = new(InsertContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_insert
	return p
}

func InitEmptyInsertContext(p *InsertContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_insert
}

func (*InsertContext) IsInsertContext() {}

func NewInsertContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *InsertContext {
	var p = new(InsertContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_insert

	return p
}

func (s *InsertContext) GetParser() antlr.Parser { return s.parser }

func (s *InsertContext) INSERT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserINSERT, 0)
}

func (s *InsertContext) INTO() antlr.TerminalNode {
	return s.GetToken(PartiQLParserINTO, 0)
}

func (s *InsertContext) SimplePath() ISimplePathContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISimplePathContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISimplePathContext)
}

func (s *InsertContext) Inserted() IInsertedContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IInsertedContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IInsertedContext)
}

func (s *InsertContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *InsertContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Insert() (localctx IInsertContext) {
	localctx = NewInsertContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 52, PartiQLParserRULE_insert)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(314)
		p.Match(PartiQLParserINSERT)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(315)
		p.Match(PartiQLParserINTO)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(316)
		p.SimplePath()
	}
	{
		p.SetState(317)
		p.Inserted()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IInsertedContext is an interface to support dynamic dispatch.
type IInsertedContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	VALUE() antlr.TerminalNode
	AllExpression() []IExpressionContext
	Expression(i int) IExpressionContext
	AT() antlr.TerminalNode
	OnConflict() IOnConflictContext
	Returning() IReturningContext
	VALUES() antlr.TerminalNode
	AllRow() []IRowContext
	Row(i int) IRowContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode
	Select_() ISelectContext
	PlainTerm() IPlainTermContext

	// IsInsertedContext differentiates from other interfaces.
	IsInsertedContext()
}

type InsertedContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyInsertedContext() *InsertedContext {
	var p = new(InsertedContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_inserted
	return p
}

func InitEmptyInsertedContext(p *InsertedContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_inserted
}

func (*InsertedContext) IsInsertedContext() {}

func NewInsertedContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *InsertedContext {
	var p = new(InsertedContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_inserted

	return p
}

func (s *InsertedContext) GetParser() antlr.Parser { return s.parser }

func (s *InsertedContext) VALUE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserVALUE, 0)
}

func (s *InsertedContext) AllExpression() []IExpressionContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IExpressionContext); ok {
			len++
		}
	}

	tst := make([]IExpressionContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IExpressionContext); ok {
			tst[i] = t.(IExpressionContext)
			i++
		}
	}

	return tst
}

func (s *InsertedContext) Expression(i int) IExpressionContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *InsertedContext) AT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserAT, 0)
}

func (s *InsertedContext) OnConflict() IOnConflictContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IOnConflictContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IOnConflictContext)
}

func (s *InsertedContext) Returning() IReturningContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IReturningContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IReturningContext)
}

func (s *InsertedContext) VALUES() antlr.TerminalNode {
	return s.GetToken(PartiQLParserVALUES, 0)
}

func (s *InsertedContext) AllRow() []IRowContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IRowContext); ok {
			len++
		}
	}

	tst := make([]IRowContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IRowContext); ok {
			tst[i] = t.(IRowContext)
			i++
		}
	}

	return tst
}

func (s *InsertedContext) Row(i int) IRowContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IRowContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IRowContext)
}

func (s *InsertedContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *InsertedContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *InsertedContext) Select_() ISelectContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISelectContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISelectContext)
}

func (s *InsertedContext) PlainTerm() IPlainTermContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IPlainTermContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IPlainTermContext)
}

func (s *InsertedContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *InsertedContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Inserted() (localctx IInsertedContext) {
	localctx = NewInsertedContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 54, PartiQLParserRULE_inserted)
	var _la int

	p.SetState(342)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserVALUE:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(319)
			p.Match(PartiQLParserVALUE)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(320)
			p.Expression()
		}
		p.SetState(323)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		if _la == PartiQLParserAT {
			{
				p.SetState(321)
				p.Match(PartiQLParserAT)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}
			{
				p.SetState(322)
				p.Expression()
			}

		}
		p.SetState(326)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		if _la == PartiQLParserON {
			{
				p.SetState(325)
				p.OnConflict()
			}

		}
		p.SetState(329)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		if _la == PartiQLParserRETURNING {
			{
				p.SetState(328)
				p.Returning()
			}

		}

	case PartiQLParserVALUES:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(331)
			p.Match(PartiQLParserVALUES)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(332)
			p.Row()
		}
		p.SetState(337)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		for _la == PartiQLParserCOMMA {
			{
				p.SetState(333)
				p.Match(PartiQLParserCOMMA)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}
			{
				p.SetState(334)
				p.Row()
			}

			p.SetState(339)
			p.GetErrorHandler().Sync(p)
			if p.HasError() {
				goto errorExit
			}
			_la = p.GetTokenStream().LA(1)
		}

	case PartiQLParserSELECT:
		p.EnterOuterAlt(localctx, 3)
		{
			p.SetState(340)
			p.Select_()
		}

	case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		p.EnterOuterAlt(localctx, 4)
		{
			p.SetState(341)
			p.PlainTerm()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IRowContext is an interface to support dynamic dispatch.
type IRowContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	LPAREN() antlr.TerminalNode
	AllExpression() []IExpressionContext
	Expression(i int) IExpressionContext
	CloseParen() ICloseParenContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode

	// IsRowContext differentiates from other interfaces.
	IsRowContext()
}

type RowContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyRowContext() *RowContext {
	var p = new(RowContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_row
	return p
}

func InitEmptyRowContext(p *RowContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_row
}

func (*RowContext) IsRowContext() {}

func NewRowContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *RowContext {
	var p = new(RowContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_row

	return p
}

func (s *RowContext) GetParser() antlr.Parser { return s.parser }

func (s *RowContext) LPAREN() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLPAREN, 0)
}

func (s *RowContext) AllExpression() []IExpressionContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IExpressionContext); ok {
			len++
		}
	}

	tst := make([]IExpressionContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IExpressionContext); ok {
			tst[i] = t.(IExpressionContext)
			i++
		}
	}

	return tst
}

func (s *RowContext) Expression(i int) IExpressionContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *RowContext) CloseParen() ICloseParenContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ICloseParenContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ICloseParenContext)
}

func (s *RowContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *RowContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *RowContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *RowContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Row() (localctx IRowContext) {
	localctx = NewRowContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 56, PartiQLParserRULE_row)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(344)
		p.Match(PartiQLParserLPAREN)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(345)
		p.Expression()
	}
	p.SetState(350)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	for _la == PartiQLParserCOMMA {
		{
			p.SetState(346)
			p.Match(PartiQLParserCOMMA)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(347)
			p.Expression()
		}

		p.SetState(352)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)
	}
	{
		p.SetState(353)
		p.CloseParen()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IOnConflictContext is an interface to support dynamic dispatch.
type IOnConflictContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	ON() antlr.TerminalNode
	CONFLICT() antlr.TerminalNode
	WHERE() antlr.TerminalNode
	Expression() IExpressionContext
	DO() antlr.TerminalNode
	NOTHING() antlr.TerminalNode

	// IsOnConflictContext differentiates from other interfaces.
	IsOnConflictContext()
}

type OnConflictContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyOnConflictContext() *OnConflictContext {
	var p = new(OnConflictContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_onConflict
	return p
}

func InitEmptyOnConflictContext(p *OnConflictContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_onConflict
}

func (*OnConflictContext) IsOnConflictContext() {}

func NewOnConflictContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *OnConflictContext {
	var p = new(OnConflictContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_onConflict

	return p
}

func (s *OnConflictContext) GetParser() antlr.Parser { return s.parser }

func (s *OnConflictContext) ON() antlr.TerminalNode {
	return s.GetToken(PartiQLParserON, 0)
}

func (s *OnConflictContext) CONFLICT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserCONFLICT, 0)
}

func (s *OnConflictContext) WHERE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserWHERE, 0)
}

func (s *OnConflictContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *OnConflictContext) DO() antlr.TerminalNode {
	return s.GetToken(PartiQLParserDO, 0)
}

func (s *OnConflictContext) NOTHING() antlr.TerminalNode {
	return s.GetToken(PartiQLParserNOTHING, 0)
}

func (s *OnConflictContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *OnConflictContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) OnConflict() (localctx IOnConflictContext) {
	localctx = NewOnConflictContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 58, PartiQLParserRULE_onConflict)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(355)
		p.Match(PartiQLParserON)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(356)
		p.Match(PartiQLParserCONFLICT)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(357)
		p.Match(PartiQLParserWHERE)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(358)
		p.Expression()
	}
	{
		p.SetState(359)
		p.Match(PartiQLParserDO)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(360)
		p.Match(PartiQLParserNOTHING)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IUpdateContext is an interface to support dynamic dispatch.
type IUpdateContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	UPDATE() antlr.TerminalNode
	SimplePath() ISimplePathContext
	Alias() IAliasContext
	AtAlias() IAtAliasContext
	ByAlias() IByAliasContext
	AllChange() []IChangeContext
	Change(i int) IChangeContext
	Where() IWhereContext
	Returning() IReturningContext

	// IsUpdateContext differentiates from other interfaces.
	IsUpdateContext()
}

type UpdateContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyUpdateContext() *UpdateContext {
	var p = new(UpdateContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_update
	return p
}

func InitEmptyUpdateContext(p *UpdateContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_update
}

func (*UpdateContext) IsUpdateContext() {}

func NewUpdateContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *UpdateContext {
	var p = new(UpdateContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_update

	return p
}

func (s *UpdateContext) GetParser() antlr.Parser { return s.parser }

func (s *UpdateContext) UPDATE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserUPDATE, 0)
}

func (s *UpdateContext) SimplePath() ISimplePathContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISimplePathContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISimplePathContext)
}

func (s *UpdateContext) Alias() IAliasContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IAliasContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IAliasContext)
}

func (s *UpdateContext) AtAlias() IAtAliasContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IAtAliasContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IAtAliasContext)
}

func (s *UpdateContext) ByAlias() IByAliasContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IByAliasContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IByAliasContext)
}

func (s *UpdateContext) AllChange() []IChangeContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IChangeContext); ok {
			len++
		}
	}

	tst := make([]IChangeContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IChangeContext); ok {
			tst[i] = t.(IChangeContext)
			i++
		}
	}

	return tst
}

func (s *UpdateContext) Change(i int) IChangeContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IChangeContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IChangeContext)
}

func (s *UpdateContext) Where() IWhereContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IWhereContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IWhereContext)
}

func (s *UpdateContext) Returning() IReturningContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IReturningContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IReturningContext)
}

func (s *UpdateContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *UpdateContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Update() (localctx IUpdateContext) {
	localctx = NewUpdateContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 60, PartiQLParserRULE_update)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(362)
		p.Match(PartiQLParserUPDATE)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(363)
		p.SimplePath()
	}
	p.SetState(365)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserAS || _la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED {
		{
			p.SetState(364)
			p.Alias()
		}

	}
	p.SetState(368)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserAT {
		{
			p.SetState(367)
			p.AtAlias()
		}

	}
	p.SetState(371)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserBY {
		{
			p.SetState(370)
			p.ByAlias()
		}

	}
	p.SetState(374)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	for ok := true; ok; ok = _la == PartiQLParserREMOVE || _la == PartiQLParserSET {
		{
			p.SetState(373)
			p.Change()
		}

		p.SetState(376)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)
	}
	p.SetState(379)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserWHERE {
		{
			p.SetState(378)
			p.Where()
		}

	}
	p.SetState(382)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserRETURNING {
		{
			p.SetState(381)
			p.Returning()
		}

	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IDeleteContext is an interface to support dynamic dispatch.
type IDeleteContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	DELETE() antlr.TerminalNode
	DeleteFrom() IDeleteFromContext
	SimplePath() ISimplePathContext
	Alias() IAliasContext
	AtAlias() IAtAliasContext
	ByAlias() IByAliasContext
	Where() IWhereContext
	Returning() IReturningContext

	// IsDeleteContext differentiates from other interfaces.
	IsDeleteContext()
}

type DeleteContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyDeleteContext() *DeleteContext {
	var p = new(DeleteContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_delete
	return p
}

func InitEmptyDeleteContext(p *DeleteContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_delete
}

func (*DeleteContext) IsDeleteContext() {}

func NewDeleteContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *DeleteContext {
	var p = new(DeleteContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_delete

	return p
}

func (s *DeleteContext) GetParser() antlr.Parser { return s.parser }

func (s *DeleteContext) DELETE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserDELETE, 0)
}

func (s *DeleteContext) DeleteFrom() IDeleteFromContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IDeleteFromContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IDeleteFromContext)
}

func (s *DeleteContext) SimplePath() ISimplePathContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISimplePathContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISimplePathContext)
}

func (s *DeleteContext) Alias() IAliasContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IAliasContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IAliasContext)
}

func (s *DeleteContext) AtAlias() IAtAliasContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IAtAliasContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IAtAliasContext)
}

func (s *DeleteContext) ByAlias() IByAliasContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IByAliasContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IByAliasContext)
}

func (s *DeleteContext) Where() IWhereContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IWhereContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IWhereContext)
}

func (s *DeleteContext) Returning() IReturningContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IReturningContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IReturningContext)
}

func (s *DeleteContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *DeleteContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Delete_() (localctx IDeleteContext) {
	localctx = NewDeleteContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 62, PartiQLParserRULE_delete)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(384)
		p.Match(PartiQLParserDELETE)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(385)
		p.DeleteFrom()
	}
	{
		p.SetState(386)
		p.SimplePath()
	}
	p.SetState(388)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserAS || _la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED {
		{
			p.SetState(387)
			p.Alias()
		}

	}
	p.SetState(391)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserAT {
		{
			p.SetState(390)
			p.AtAlias()
		}

	}
	p.SetState(394)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserBY {
		{
			p.SetState(393)
			p.ByAlias()
		}

	}
	p.SetState(397)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserWHERE {
		{
			p.SetState(396)
			p.Where()
		}

	}
	p.SetState(400)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserRETURNING {
		{
			p.SetState(399)
			p.Returning()
		}

	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IDeleteFromContext is an interface to support dynamic dispatch.
type IDeleteFromContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	FROM() antlr.TerminalNode

	// IsDeleteFromContext differentiates from other interfaces.
	IsDeleteFromContext()
}

type DeleteFromContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyDeleteFromContext() *DeleteFromContext {
	var p = new(DeleteFromContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_deleteFrom
	return p
}

func InitEmptyDeleteFromContext(p *DeleteFromContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_deleteFrom
}

func (*DeleteFromContext) IsDeleteFromContext() {}

func NewDeleteFromContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *DeleteFromContext {
	var p = new(DeleteFromContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_deleteFrom

	return p
}

func (s *DeleteFromContext) GetParser() antlr.Parser { return s.parser }

func (s *DeleteFromContext) FROM() antlr.TerminalNode {
	return s.GetToken(PartiQLParserFROM, 0)
}

func (s *DeleteFromContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *DeleteFromContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) DeleteFrom() (localctx IDeleteFromContext) {
	localctx = NewDeleteFromContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 64, PartiQLParserRULE_deleteFrom)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(402)
		p.Match(PartiQLParserFROM)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IFromUpdateContext is an interface to support dynamic dispatch.
type IFromUpdateContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	FROM() antlr.TerminalNode
	Sources() ISourcesContext
	Where() IWhereContext
	AllChange() []IChangeContext
	Change(i int) IChangeContext
	Returning() IReturningContext

	// IsFromUpdateContext differentiates from other interfaces.
	IsFromUpdateContext()
}

type FromUpdateContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyFromUpdateContext() *FromUpdateContext {
	var p = new(FromUpdateContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_fromUpdate
	return p
}

func InitEmptyFromUpdateContext(p *FromUpdateContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_fromUpdate
}

func (*FromUpdateContext) IsFromUpdateContext() {}

func NewFromUpdateContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *FromUpdateContext {
	var p = new(FromUpdateContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_fromUpdate

	return p
}

func (s *FromUpdateContext) GetParser() antlr.Parser { return s.parser }

func (s *FromUpdateContext) FROM() antlr.TerminalNode {
	return s.GetToken(PartiQLParserFROM, 0)
}

func (s *FromUpdateContext) Sources() ISourcesContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISourcesContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISourcesContext)
}

func (s *FromUpdateContext) Where() IWhereContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IWhereContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IWhereContext)
}

func (s *FromUpdateContext) AllChange() []IChangeContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IChangeContext); ok {
			len++
		}
	}

	tst := make([]IChangeContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IChangeContext); ok {
			tst[i] = t.(IChangeContext)
			i++
		}
	}

	return tst
}

func (s *FromUpdateContext) Change(i int) IChangeContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IChangeContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IChangeContext)
}

func (s *FromUpdateContext) Returning() IReturningContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IReturningContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IReturningContext)
}

func (s *FromUpdateContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *FromUpdateContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) FromUpdate() (localctx IFromUpdateContext) {
	localctx = NewFromUpdateContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 66, PartiQLParserRULE_fromUpdate)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(404)
		p.Match(PartiQLParserFROM)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(405)
		p.Sources()
	}
	p.SetState(407)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserWHERE {
		{
			p.SetState(406)
			p.Where()
		}

	}
	p.SetState(410)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	for ok := true; ok; ok = _la == PartiQLParserREMOVE || _la == PartiQLParserSET {
		{
			p.SetState(409)
			p.Change()
		}

		p.SetState(412)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)
	}
	p.SetState(415)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserRETURNING {
		{
			p.SetState(414)
			p.Returning()
		}

	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IChangeContext is an interface to support dynamic dispatch.
type IChangeContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	SET() antlr.TerminalNode
	AllAssignment() []IAssignmentContext
	Assignment(i int) IAssignmentContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode
	REMOVE() antlr.TerminalNode
	SimplePath() ISimplePathContext

	// IsChangeContext differentiates from other interfaces.
	IsChangeContext()
}

type ChangeContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyChangeContext() *ChangeContext {
	var p = new(ChangeContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_change
	return p
}

func InitEmptyChangeContext(p *ChangeContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_change
}

func (*ChangeContext) IsChangeContext() {}

func NewChangeContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ChangeContext {
	var p = new(ChangeContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_change

	return p
}

func (s *ChangeContext) GetParser() antlr.Parser { return s.parser }

func (s *ChangeContext) SET() antlr.TerminalNode {
	return s.GetToken(PartiQLParserSET, 0)
}

func (s *ChangeContext) AllAssignment() []IAssignmentContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IAssignmentContext); ok {
			len++
		}
	}

	tst := make([]IAssignmentContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IAssignmentContext); ok {
			tst[i] = t.(IAssignmentContext)
			i++
		}
	}

	return tst
}

func (s *ChangeContext) Assignment(i int) IAssignmentContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IAssignmentContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IAssignmentContext)
}

func (s *ChangeContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *ChangeContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *ChangeContext) REMOVE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserREMOVE, 0)
}

func (s *ChangeContext) SimplePath() ISimplePathContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISimplePathContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISimplePathContext)
}

func (s *ChangeContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ChangeContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Change() (localctx IChangeContext) {
	localctx = NewChangeContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 68, PartiQLParserRULE_change)
	var _la int

	p.SetState(428)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserSET:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(417)
			p.Match(PartiQLParserSET)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(418)
			p.Assignment()
		}
		p.SetState(423)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		for _la == PartiQLParserCOMMA {
			{
				p.SetState(419)
				p.Match(PartiQLParserCOMMA)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}
			{
				p.SetState(420)
				p.Assignment()
			}

			p.SetState(425)
			p.GetErrorHandler().Sync(p)
			if p.HasError() {
				goto errorExit
			}
			_la = p.GetTokenStream().LA(1)
		}

	case PartiQLParserREMOVE:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(426)
			p.Match(PartiQLParserREMOVE)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(427)
			p.SimplePath()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IAssignmentContext is an interface to support dynamic dispatch.
type IAssignmentContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	SimplePath() ISimplePathContext
	Equals() IEqualsContext
	Expression() IExpressionContext

	// IsAssignmentContext differentiates from other interfaces.
	IsAssignmentContext()
}

type AssignmentContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyAssignmentContext() *AssignmentContext {
	var p = new(AssignmentContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_assignment
	return p
}

func InitEmptyAssignmentContext(p *AssignmentContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_assignment
}

func (*AssignmentContext) IsAssignmentContext() {}

func NewAssignmentContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *AssignmentContext {
	var p = new(AssignmentContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_assignment

	return p
}

func (s *AssignmentContext) GetParser() antlr.Parser { return s.parser }

func (s *AssignmentContext) SimplePath() ISimplePathContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISimplePathContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISimplePathContext)
}

func (s *AssignmentContext) Equals() IEqualsContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IEqualsContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IEqualsContext)
}

func (s *AssignmentContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *AssignmentContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *AssignmentContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Assignment() (localctx IAssignmentContext) {
	localctx = NewAssignmentContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 70, PartiQLParserRULE_assignment)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(430)
		p.SimplePath()
	}
	{
		p.SetState(431)
		p.Equals()
	}
	{
		p.SetState(432)
		p.Expression()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IEqualsContext is an interface to support dynamic dispatch.
type IEqualsContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	EQ() antlr.TerminalNode

	// IsEqualsContext differentiates from other interfaces.
	IsEqualsContext()
}

type EqualsContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyEqualsContext() *EqualsContext {
	var p = new(EqualsContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_equals
	return p
}

func InitEmptyEqualsContext(p *EqualsContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_equals
}

func (*EqualsContext) IsEqualsContext() {}

func NewEqualsContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *EqualsContext {
	var p = new(EqualsContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_equals

	return p
}

func (s *EqualsContext) GetParser() antlr.Parser { return s.parser }

func (s *EqualsContext) EQ() antlr.TerminalNode {
	return s.GetToken(PartiQLParserEQ, 0)
}

func (s *EqualsContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *EqualsContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Equals() (localctx IEqualsContext) {
	localctx = NewEqualsContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 72, PartiQLParserRULE_equals)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(434)
		p.Match(PartiQLParserEQ)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IReturningContext is an interface to support dynamic dispatch.
type IReturningContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	RETURNING() antlr.TerminalNode
	AllReturned() []IReturnedContext
	Returned(i int) IReturnedContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode

	// IsReturningContext differentiates from other interfaces.
	IsReturningContext()
}

type ReturningContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyReturningContext() *ReturningContext {
	var p = new(ReturningContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_returning
	return p
}

func InitEmptyReturningContext(p *ReturningContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_returning
}

func (*ReturningContext) IsReturningContext() {}

func NewReturningContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ReturningContext {
	var p = new(ReturningContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_returning

	return p
}

func (s *ReturningContext) GetParser() antlr.Parser { return s.parser }

func (s *ReturningContext) RETURNING() antlr.TerminalNode {
	return s.GetToken(PartiQLParserRETURNING, 0)
}

func (s *ReturningContext) AllReturned() []IReturnedContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IReturnedContext); ok {
			len++
		}
	}

	tst := make([]IReturnedContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IReturnedContext); ok {
			tst[i] = t.(IReturnedContext)
			i++
		}
	}

	return tst
}

func (s *ReturningContext) Returned(i int) IReturnedContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IReturnedContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IReturnedContext)
}

func (s *ReturningContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *ReturningContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *ReturningContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ReturningContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Returning() (localctx IReturningContext) {
	localctx = NewReturningContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 74, PartiQLParserRULE_returning)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(436)
		p.Match(PartiQLParserRETURNING)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(437)
		p.Returned()
	}
	p.SetState(442)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	for _la == PartiQLParserCOMMA {
		{
			p.SetState(438)
			p.Match(PartiQLParserCOMMA)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(439)
			p.Returned()
		}

		p.SetState(444)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IReturnedContext is an interface to support dynamic dispatch.
type IReturnedContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	Mapping() IMappingContext
	STAR() antlr.TerminalNode
	Expression() IExpressionContext

	// IsReturnedContext differentiates from other interfaces.
	IsReturnedContext()
}

type ReturnedContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyReturnedContext() *ReturnedContext {
	var p = new(ReturnedContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_returned
	return p
}

func InitEmptyReturnedContext(p *ReturnedContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_returned
}

func (*ReturnedContext) IsReturnedContext() {}

func NewReturnedContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ReturnedContext {
	var p = new(ReturnedContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_returned

	return p
}

func (s *ReturnedContext) GetParser() antlr.Parser { return s.parser }

func (s *ReturnedContext) Mapping() IMappingContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IMappingContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IMappingContext)
}

func (s *ReturnedContext) STAR() antlr.TerminalNode {
	return s.GetToken(PartiQLParserSTAR, 0)
}

func (s *ReturnedContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *ReturnedContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ReturnedContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Returned() (localctx IReturnedContext) {
	localctx = NewReturnedContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 76, PartiQLParserRULE_returned)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(445)
		p.Mapping()
	}
	p.SetState(448)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserSTAR:
		{
			p.SetState(446)
			p.Match(PartiQLParserSTAR)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNOT, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACK, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		{
			p.SetState(447)
			p.Expression()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IMappingContext is an interface to support dynamic dispatch.
type IMappingContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	ALL() antlr.TerminalNode
	MODIFIED() antlr.TerminalNode
	OLD() antlr.TerminalNode
	NEW() antlr.TerminalNode

	// IsMappingContext differentiates from other interfaces.
	IsMappingContext()
}

type MappingContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyMappingContext() *MappingContext {
	var p = new(MappingContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_mapping
	return p
}

func InitEmptyMappingContext(p *MappingContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_mapping
}

func (*MappingContext) IsMappingContext() {}

func NewMappingContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *MappingContext {
	var p = new(MappingContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_mapping

	return p
}

func (s *MappingContext) GetParser() antlr.Parser { return s.parser }

func (s *MappingContext) ALL() antlr.TerminalNode {
	return s.GetToken(PartiQLParserALL, 0)
}

func (s *MappingContext) MODIFIED() antlr.TerminalNode {
	return s.GetToken(PartiQLParserMODIFIED, 0)
}

func (s *MappingContext) OLD() antlr.TerminalNode {
	return s.GetToken(PartiQLParserOLD, 0)
}

func (s *MappingContext) NEW() antlr.TerminalNode {
	return s.GetToken(PartiQLParserNEW, 0)
}

func (s *MappingContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *MappingContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Mapping() (localctx IMappingContext) {
	localctx = NewMappingContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 78, PartiQLParserRULE_mapping)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(450)
		_la = p.GetTokenStream().LA(1)

		if !(_la == PartiQLParserALL || _la == PartiQLParserMODIFIED) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}
	{
		p.SetState(451)
		_la = p.GetTokenStream().LA(1)

		if !(_la == PartiQLParserNEW || _la == PartiQLParserOLD) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IExpressionContext is an interface to support dynamic dispatch.
type IExpressionContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	AllOperand() []IOperandContext
	Operand(i int) IOperandContext
	AllInfix() []IInfixContext
	Infix(i int) IInfixContext
	AllTypeTest() []ITypeTestContext
	TypeTest(i int) ITypeTestContext

	// IsExpressionContext differentiates from other interfaces.
	IsExpressionContext()
}

type ExpressionContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyExpressionContext() *ExpressionContext {
	var p = new(ExpressionContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_expression
	return p
}

func InitEmptyExpressionContext(p *ExpressionContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_expression
}

func (*ExpressionContext) IsExpressionContext() {}

func NewExpressionContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ExpressionContext {
	var p = new(ExpressionContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_expression

	return p
}

func (s *ExpressionContext) GetParser() antlr.Parser { return s.parser }

func (s *ExpressionContext) AllOperand() []IOperandContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IOperandContext); ok {
			len++
		}
	}

	tst := make([]IOperandContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IOperandContext); ok {
			tst[i] = t.(IOperandContext)
			i++
		}
	}

	return tst
}

func (s *ExpressionContext) Operand(i int) IOperandContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IOperandContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IOperandContext)
}

func (s *ExpressionContext) AllInfix() []IInfixContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IInfixContext); ok {
			len++
		}
	}

	tst := make([]IInfixContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IInfixContext); ok {
			tst[i] = t.(IInfixContext)
			i++
		}
	}

	return tst
}

func (s *ExpressionContext) Infix(i int) IInfixContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IInfixContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IInfixContext)
}

func (s *ExpressionContext) AllTypeTest() []ITypeTestContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(ITypeTestContext); ok {
			len++
		}
	}

	tst := make([]ITypeTestContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(ITypeTestContext); ok {
			tst[i] = t.(ITypeTestContext)
			i++
		}
	}

	return tst
}

func (s *ExpressionContext) TypeTest(i int) ITypeTestContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ITypeTestContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(ITypeTestContext)
}

func (s *ExpressionContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ExpressionContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Expression() (localctx IExpressionContext) {
	localctx = NewExpressionContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 80, PartiQLParserRULE_expression)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(453)
		p.Operand()
	}
	p.SetState(460)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	for ((int64(_la) & ^0x3f) == 0 && ((int64(1)<<_la)&70936820711492) != 0) || ((int64((_la-68)) & ^0x3f) == 0 && ((int64(1)<<(_la-68))&8191) != 0) {
		p.SetState(458)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}

		switch p.GetTokenStream().LA(1) {
		case PartiQLParserAND, PartiQLParserBETWEEN, PartiQLParserIN, PartiQLParserLIKE, PartiQLParserNOT, PartiQLParserOR, PartiQLParserEQ, PartiQLParserNE, PartiQLParserNEQ, PartiQLParserLT, PartiQLParserLE, PartiQLParserGT, PartiQLParserGE, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserSTAR, PartiQLParserSLASH, PartiQLParserPERCENT, PartiQLParserBARS:
			{
				p.SetState(454)
				p.Infix()
			}
			{
				p.SetState(455)
				p.Operand()
			}

		case PartiQLParserIS:
			{
				p.SetState(457)
				p.TypeTest()
			}

		default:
			p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
			goto errorExit
		}

		p.SetState(462)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IInfixContext is an interface to support dynamic dispatch.
type IInfixContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	AND() antlr.TerminalNode
	OR() antlr.TerminalNode
	EQ() antlr.TerminalNode
	NE() antlr.TerminalNode
	NEQ() antlr.TerminalNode
	LT() antlr.TerminalNode
	LE() antlr.TerminalNode
	GT() antlr.TerminalNode
	GE() antlr.TerminalNode
	PLUS() antlr.TerminalNode
	MINUS() antlr.TerminalNode
	STAR() antlr.TerminalNode
	SLASH() antlr.TerminalNode
	PERCENT() antlr.TerminalNode
	BARS() antlr.TerminalNode
	IN() antlr.TerminalNode
	BETWEEN() antlr.TerminalNode
	LIKE() antlr.TerminalNode
	NOT() antlr.TerminalNode

	// IsInfixContext differentiates from other interfaces.
	IsInfixContext()
}

type InfixContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyInfixContext() *InfixContext {
	var p = new(InfixContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_infix
	return p
}

func InitEmptyInfixContext(p *InfixContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_infix
}

func (*InfixContext) IsInfixContext() {}

func NewInfixContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *InfixContext {
	var p = new(InfixContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_infix

	return p
}

func (s *InfixContext) GetParser() antlr.Parser { return s.parser }

func (s *InfixContext) AND() antlr.TerminalNode {
	return s.GetToken(PartiQLParserAND, 0)
}

func (s *InfixContext) OR() antlr.TerminalNode {
	return s.GetToken(PartiQLParserOR, 0)
}

func (s *InfixContext) EQ() antlr.TerminalNode {
	return s.GetToken(PartiQLParserEQ, 0)
}

func (s *InfixContext) NE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserNE, 0)
}

func (s *InfixContext) NEQ() antlr.TerminalNode {
	return s.GetToken(PartiQLParserNEQ, 0)
}

func (s *InfixContext) LT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLT, 0)
}

func (s *InfixContext) LE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLE, 0)
}

func (s *InfixContext) GT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserGT, 0)
}

func (s *InfixContext) GE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserGE, 0)
}

func (s *InfixContext) PLUS() antlr.TerminalNode {
	return s.GetToken(PartiQLParserPLUS, 0)
}

func (s *InfixContext) MINUS() antlr.TerminalNode {
	return s.GetToken(PartiQLParserMINUS, 0)
}

func (s *InfixContext) STAR() antlr.TerminalNode {
	return s.GetToken(PartiQLParserSTAR, 0)
}

func (s *InfixContext) SLASH() antlr.TerminalNode {
	return s.GetToken(PartiQLParserSLASH, 0)
}

func (s *InfixContext) PERCENT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserPERCENT, 0)
}

func (s *InfixContext) BARS() antlr.TerminalNode {
	return s.GetToken(PartiQLParserBARS, 0)
}

func (s *InfixContext) IN() antlr.TerminalNode {
	return s.GetToken(PartiQLParserIN, 0)
}

func (s *InfixContext) BETWEEN() antlr.TerminalNode {
	return s.GetToken(PartiQLParserBETWEEN, 0)
}

func (s *InfixContext) LIKE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLIKE, 0)
}

func (s *InfixContext) NOT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserNOT, 0)
}

func (s *InfixContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *InfixContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Infix() (localctx IInfixContext) {
	localctx = NewInfixContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 82, PartiQLParserRULE_infix)
	var _la int

	p.SetState(482)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserAND:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(463)
			p.Match(PartiQLParserAND)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserOR:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(464)
			p.Match(PartiQLParserOR)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserEQ:
		p.EnterOuterAlt(localctx, 3)
		{
			p.SetState(465)
			p.Match(PartiQLParserEQ)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserNE:
		p.EnterOuterAlt(localctx, 4)
		{
			p.SetState(466)
			p.Match(PartiQLParserNE)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserNEQ:
		p.EnterOuterAlt(localctx, 5)
		{
			p.SetState(467)
			p.Match(PartiQLParserNEQ)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserLT:
		p.EnterOuterAlt(localctx, 6)
		{
			p.SetState(468)
			p.Match(PartiQLParserLT)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserLE:
		p.EnterOuterAlt(localctx, 7)
		{
			p.SetState(469)
			p.Match(PartiQLParserLE)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserGT:
		p.EnterOuterAlt(localctx, 8)
		{
			p.SetState(470)
			p.Match(PartiQLParserGT)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserGE:
		p.EnterOuterAlt(localctx, 9)
		{
			p.SetState(471)
			p.Match(PartiQLParserGE)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserPLUS:
		p.EnterOuterAlt(localctx, 10)
		{
			p.SetState(472)
			p.Match(PartiQLParserPLUS)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserMINUS:
		p.EnterOuterAlt(localctx, 11)
		{
			p.SetState(473)
			p.Match(PartiQLParserMINUS)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserSTAR:
		p.EnterOuterAlt(localctx, 12)
		{
			p.SetState(474)
			p.Match(PartiQLParserSTAR)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserSLASH:
		p.EnterOuterAlt(localctx, 13)
		{
			p.SetState(475)
			p.Match(PartiQLParserSLASH)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserPERCENT:
		p.EnterOuterAlt(localctx, 14)
		{
			p.SetState(476)
			p.Match(PartiQLParserPERCENT)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserBARS:
		p.EnterOuterAlt(localctx, 15)
		{
			p.SetState(477)
			p.Match(PartiQLParserBARS)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserBETWEEN, PartiQLParserIN, PartiQLParserLIKE, PartiQLParserNOT:
		p.EnterOuterAlt(localctx, 16)
		p.SetState(479)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		if _la == PartiQLParserNOT {
			{
				p.SetState(478)
				p.Match(PartiQLParserNOT)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}

		}
		{
			p.SetState(481)
			_la = p.GetTokenStream().LA(1)

			if !((int64(_la) & ^0x3f) == 0 && ((int64(1)<<_la)&17246978112) != 0) {
				p.GetErrorHandler().RecoverInline(p)
			} else {
				p.GetErrorHandler().ReportMatch(p)
				p.Consume()
			}
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ITypeTestContext is an interface to support dynamic dispatch.
type ITypeTestContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	IS() antlr.TerminalNode
	TypeName() ITypeNameContext
	NOT() antlr.TerminalNode
	TypeParameters() ITypeParametersContext

	// IsTypeTestContext differentiates from other interfaces.
	IsTypeTestContext()
}

type TypeTestContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyTypeTestContext() *TypeTestContext {
	var p = new(TypeTestContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_typeTest
	return p
}

func InitEmptyTypeTestContext(p *TypeTestContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_typeTest
}

func (*TypeTestContext) IsTypeTestContext() {}

func NewTypeTestContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *TypeTestContext {
	var p = new(TypeTestContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_typeTest

	return p
}

func (s *TypeTestContext) GetParser() antlr.Parser { return s.parser }

func (s *TypeTestContext) IS() antlr.TerminalNode {
	return s.GetToken(PartiQLParserIS, 0)
}

func (s *TypeTestContext) TypeName() ITypeNameContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ITypeNameContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ITypeNameContext)
}

func (s *TypeTestContext) NOT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserNOT, 0)
}

func (s *TypeTestContext) TypeParameters() ITypeParametersContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ITypeParametersContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ITypeParametersContext)
}

func (s *TypeTestContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *TypeTestContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) TypeTest() (localctx ITypeTestContext) {
	localctx = NewTypeTestContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 84, PartiQLParserRULE_typeTest)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(484)
		p.Match(PartiQLParserIS)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	p.SetState(486)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserNOT {
		{
			p.SetState(485)
			p.Match(PartiQLParserNOT)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	}
	{
		p.SetState(488)
		p.TypeName()
	}
	p.SetState(490)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	if _la == PartiQLParserLPAREN {
		{
			p.SetState(489)
			p.TypeParameters()
		}

	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ITypeNameContext is an interface to support dynamic dispatch.
type ITypeNameContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	MISSING() antlr.TerminalNode
	NULL() antlr.TerminalNode
	TYPE() antlr.TerminalNode
	LIST() antlr.TerminalNode
	DATE() antlr.TerminalNode
	TIME() antlr.TerminalNode
	CHARACTER() antlr.TerminalNode
	VARYING() antlr.TerminalNode
	DOUBLE() antlr.TerminalNode
	PRECISION() antlr.TerminalNode

	// IsTypeNameContext differentiates from other interfaces.
	IsTypeNameContext()
}

type TypeNameContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyTypeNameContext() *TypeNameContext {
	var p = new(TypeNameContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_typeName
	return p
}

func InitEmptyTypeNameContext(p *TypeNameContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_typeName
}

func (*TypeNameContext) IsTypeNameContext() {}

func NewTypeNameContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *TypeNameContext {
	var p = new(TypeNameContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_typeName

	return p
}

func (s *TypeNameContext) GetParser() antlr.Parser { return s.parser }

func (s *TypeNameContext) MISSING() antlr.TerminalNode {
	return s.GetToken(PartiQLParserMISSING, 0)
}

func (s *TypeNameContext) NULL() antlr.TerminalNode {
	return s.GetToken(PartiQLParserNULL, 0)
}

func (s *TypeNameContext) TYPE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserTYPE, 0)
}

func (s *TypeNameContext) LIST() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLIST, 0)
}

func (s *TypeNameContext) DATE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserDATE, 0)
}

func (s *TypeNameContext) TIME() antlr.TerminalNode {
	return s.GetToken(PartiQLParserTIME, 0)
}

func (s *TypeNameContext) CHARACTER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserCHARACTER, 0)
}

func (s *TypeNameContext) VARYING() antlr.TerminalNode {
	return s.GetToken(PartiQLParserVARYING, 0)
}

func (s *TypeNameContext) DOUBLE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserDOUBLE, 0)
}

func (s *TypeNameContext) PRECISION() antlr.TerminalNode {
	return s.GetToken(PartiQLParserPRECISION, 0)
}

func (s *TypeNameContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *TypeNameContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) TypeName() (localctx ITypeNameContext) {
	localctx = NewTypeNameContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 86, PartiQLParserRULE_typeName)
	var _la int

	p.SetState(504)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserMISSING:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(492)
			p.Match(PartiQLParserMISSING)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserNULL:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(493)
			p.Match(PartiQLParserNULL)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserTYPE:
		p.EnterOuterAlt(localctx, 3)
		{
			p.SetState(494)
			p.Match(PartiQLParserTYPE)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserLIST:
		p.EnterOuterAlt(localctx, 4)
		{
			p.SetState(495)
			p.Match(PartiQLParserLIST)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserDATE:
		p.EnterOuterAlt(localctx, 5)
		{
			p.SetState(496)
			p.Match(PartiQLParserDATE)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserTIME:
		p.EnterOuterAlt(localctx, 6)
		{
			p.SetState(497)
			p.Match(PartiQLParserTIME)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserCHARACTER:
		p.EnterOuterAlt(localctx, 7)
		{
			p.SetState(498)
			p.Match(PartiQLParserCHARACTER)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		p.SetState(500)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		if _la == PartiQLParserVARYING {
			{
				p.SetState(499)
				p.Match(PartiQLParserVARYING)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}

		}

	case PartiQLParserDOUBLE:
		p.EnterOuterAlt(localctx, 8)
		{
			p.SetState(502)
			p.Match(PartiQLParserDOUBLE)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(503)
			p.Match(PartiQLParserPRECISION)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ITypeParametersContext is an interface to support dynamic dispatch.
type ITypeParametersContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	LPAREN() antlr.TerminalNode
	AllTypeParameter() []ITypeParameterContext
	TypeParameter(i int) ITypeParameterContext
	CloseParen() ICloseParenContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode

	// IsTypeParametersContext differentiates from other interfaces.
	IsTypeParametersContext()
}

type TypeParametersContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyTypeParametersContext() *TypeParametersContext {
	var p = new(TypeParametersContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_typeParameters
	return p
}

func InitEmptyTypeParametersContext(p *TypeParametersContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_typeParameters
}

func (*TypeParametersContext) IsTypeParametersContext() {}

func NewTypeParametersContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *TypeParametersContext {
	var p = new(TypeParametersContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_typeParameters

	return p
}

func (s *TypeParametersContext) GetParser() antlr.Parser { return s.parser }

func (s *TypeParametersContext) LPAREN() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLPAREN, 0)
}

func (s *TypeParametersContext) AllTypeParameter() []ITypeParameterContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(ITypeParameterContext); ok {
			len++
		}
	}

	tst := make([]ITypeParameterContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(ITypeParameterContext); ok {
			tst[i] = t.(ITypeParameterContext)
			i++
		}
	}

	return tst
}

func (s *TypeParametersContext) TypeParameter(i int) ITypeParameterContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ITypeParameterContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(ITypeParameterContext)
}

func (s *TypeParametersContext) CloseParen() ICloseParenContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ICloseParenContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ICloseParenContext)
}

func (s *TypeParametersContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *TypeParametersContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *TypeParametersContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *TypeParametersContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) TypeParameters() (localctx ITypeParametersContext) {
	localctx = NewTypeParametersContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 88, PartiQLParserRULE_typeParameters)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(506)
		p.Match(PartiQLParserLPAREN)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(507)
		p.TypeParameter()
	}
	p.SetState(512)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	for _la == PartiQLParserCOMMA {
		{
			p.SetState(508)
			p.Match(PartiQLParserCOMMA)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(509)
			p.TypeParameter()
		}

		p.SetState(514)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)
	}
	{
		p.SetState(515)
		p.CloseParen()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ITypeParameterContext is an interface to support dynamic dispatch.
type ITypeParameterContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	INTEGER() antlr.TerminalNode

	// IsTypeParameterContext differentiates from other interfaces.
	IsTypeParameterContext()
}

type TypeParameterContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyTypeParameterContext() *TypeParameterContext {
	var p = new(TypeParameterContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_typeParameter
	return p
}

func InitEmptyTypeParameterContext(p *TypeParameterContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_typeParameter
}

func (*TypeParameterContext) IsTypeParameterContext() {}

func NewTypeParameterContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *TypeParameterContext {
	var p = new(TypeParameterContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_typeParameter

	return p
}

func (s *TypeParameterContext) GetParser() antlr.Parser { return s.parser }

func (s *TypeParameterContext) INTEGER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserINTEGER, 0)
}

func (s *TypeParameterContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *TypeParameterContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) TypeParameter() (localctx ITypeParameterContext) {
	localctx = NewTypeParameterContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 90, PartiQLParserRULE_typeParameter)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(517)
		p.Match(PartiQLParserINTEGER)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IOperandContext is an interface to support dynamic dispatch.
type IOperandContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	Term() ITermContext
	AllPrefix() []IPrefixContext
	Prefix(i int) IPrefixContext
	AllStep() []IStepContext
	Step(i int) IStepContext

	// IsOperandContext differentiates from other interfaces.
	IsOperandContext()
}

type OperandContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyOperandContext() *OperandContext {
	var p = new(OperandContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_operand
	return p
}

func InitEmptyOperandContext(p *OperandContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_operand
}

func (*OperandContext) IsOperandContext() {}

func NewOperandContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *OperandContext {
	var p = new(OperandContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_operand

	return p
}

func (s *OperandContext) GetParser() antlr.Parser { return s.parser }

func (s *OperandContext) Term() ITermContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ITermContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ITermContext)
}

func (s *OperandContext) AllPrefix() []IPrefixContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IPrefixContext); ok {
			len++
		}
	}

	tst := make([]IPrefixContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IPrefixContext); ok {
			tst[i] = t.(IPrefixContext)
			i++
		}
	}

	return tst
}

func (s *OperandContext) Prefix(i int) IPrefixContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IPrefixContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IPrefixContext)
}

func (s *OperandContext) AllStep() []IStepContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IStepContext); ok {
			len++
		}
	}

	tst := make([]IStepContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IStepContext); ok {
			tst[i] = t.(IStepContext)
			i++
		}
	}

	return tst
}

func (s *OperandContext) Step(i int) IStepContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IStepContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IStepContext)
}

func (s *OperandContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *OperandContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Operand() (localctx IOperandContext) {
	localctx = NewOperandContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 92, PartiQLParserRULE_operand)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	p.SetState(522)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	for (int64((_la-39)) & ^0x3f) == 0 && ((int64(1)<<(_la-39))&206158430209) != 0 {
		{
			p.SetState(519)
			p.Prefix()
		}

		p.SetState(524)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)
	}
	{
		p.SetState(525)
		p.Term()
	}
	p.SetState(529)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	for _la == PartiQLParserDOT || _la == PartiQLParserLBRACK {
		{
			p.SetState(526)
			p.Step()
		}

		p.SetState(531)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IPrefixContext is an interface to support dynamic dispatch.
type IPrefixContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	NOT() antlr.TerminalNode
	PLUS() antlr.TerminalNode
	MINUS() antlr.TerminalNode

	// IsPrefixContext differentiates from other interfaces.
	IsPrefixContext()
}

type PrefixContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyPrefixContext() *PrefixContext {
	var p = new(PrefixContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_prefix
	return p
}

func InitEmptyPrefixContext(p *PrefixContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_prefix
}

func (*PrefixContext) IsPrefixContext() {}

func NewPrefixContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *PrefixContext {
	var p = new(PrefixContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_prefix

	return p
}

func (s *PrefixContext) GetParser() antlr.Parser { return s.parser }

func (s *PrefixContext) NOT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserNOT, 0)
}

func (s *PrefixContext) PLUS() antlr.TerminalNode {
	return s.GetToken(PartiQLParserPLUS, 0)
}

func (s *PrefixContext) MINUS() antlr.TerminalNode {
	return s.GetToken(PartiQLParserMINUS, 0)
}

func (s *PrefixContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *PrefixContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Prefix() (localctx IPrefixContext) {
	localctx = NewPrefixContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 94, PartiQLParserRULE_prefix)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(532)
		_la = p.GetTokenStream().LA(1)

		if !((int64((_la-39)) & ^0x3f) == 0 && ((int64(1)<<(_la-39))&206158430209) != 0) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ITermContext is an interface to support dynamic dispatch.
type ITermContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	List() IListContext
	PlainTerm() IPlainTermContext

	// IsTermContext differentiates from other interfaces.
	IsTermContext()
}

type TermContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyTermContext() *TermContext {
	var p = new(TermContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_term
	return p
}

func InitEmptyTermContext(p *TermContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_term
}

func (*TermContext) IsTermContext() {}

func NewTermContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *TermContext {
	var p = new(TermContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_term

	return p
}

func (s *TermContext) GetParser() antlr.Parser { return s.parser }

func (s *TermContext) List() IListContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IListContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IListContext)
}

func (s *TermContext) PlainTerm() IPlainTermContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IPlainTermContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IPlainTermContext)
}

func (s *TermContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *TermContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Term() (localctx ITermContext) {
	localctx = NewTermContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 96, PartiQLParserRULE_term)
	p.SetState(536)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserLBRACK:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(534)
			p.List()
		}

	case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(535)
			p.PlainTerm()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IPlainTermContext is an interface to support dynamic dispatch.
type IPlainTermContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	AMPERSAT() antlr.TerminalNode
	Scoped() IScopedContext
	IDENTIFIER() antlr.TerminalNode
	QUOTED() antlr.TerminalNode
	Arguments() IArgumentsContext
	FunctionWord() IFunctionWordContext
	Literal() ILiteralContext
	PARAMETER() antlr.TerminalNode
	Group() IGroupContext
	Bag() IBagContext
	Map_() IMapContext

	// IsPlainTermContext differentiates from other interfaces.
	IsPlainTermContext()
}

type PlainTermContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyPlainTermContext() *PlainTermContext {
	var p = new(PlainTermContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_plainTerm
	return p
}

func InitEmptyPlainTermContext(p *PlainTermContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_plainTerm
}

func (*PlainTermContext) IsPlainTermContext() {}

func NewPlainTermContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *PlainTermContext {
	var p = new(PlainTermContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_plainTerm

	return p
}

func (s *PlainTermContext) GetParser() antlr.Parser { return s.parser }

func (s *PlainTermContext) AMPERSAT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserAMPERSAT, 0)
}

func (s *PlainTermContext) Scoped() IScopedContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IScopedContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IScopedContext)
}

func (s *PlainTermContext) IDENTIFIER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserIDENTIFIER, 0)
}

func (s *PlainTermContext) QUOTED() antlr.TerminalNode {
	return s.GetToken(PartiQLParserQUOTED, 0)
}

func (s *PlainTermContext) Arguments() IArgumentsContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IArgumentsContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IArgumentsContext)
}

func (s *PlainTermContext) FunctionWord() IFunctionWordContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IFunctionWordContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IFunctionWordContext)
}

func (s *PlainTermContext) Literal() ILiteralContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ILiteralContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ILiteralContext)
}

func (s *PlainTermContext) PARAMETER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserPARAMETER, 0)
}

func (s *PlainTermContext) Group() IGroupContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IGroupContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IGroupContext)
}

func (s *PlainTermContext) Bag() IBagContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IBagContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IBagContext)
}

func (s *PlainTermContext) Map_() IMapContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IMapContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IMapContext)
}

func (s *PlainTermContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *PlainTermContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) PlainTerm() (localctx IPlainTermContext) {
	localctx = NewPlainTermContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 98, PartiQLParserRULE_plainTerm)
	var _la int

	p.SetState(552)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserAMPERSAT:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(538)
			p.Match(PartiQLParserAMPERSAT)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(539)
			p.Scoped()
		}

	case PartiQLParserIDENTIFIER, PartiQLParserQUOTED:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(540)
			_la = p.GetTokenStream().LA(1)

			if !(_la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED) {
				p.GetErrorHandler().RecoverInline(p)
			} else {
				p.GetErrorHandler().ReportMatch(p)
				p.Consume()
			}
		}
		p.SetState(542)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		if _la == PartiQLParserLPAREN {
			{
				p.SetState(541)
				p.Arguments()
			}

		}

	case PartiQLParserEXISTS, PartiQLParserFUNCTION, PartiQLParserLIST:
		p.EnterOuterAlt(localctx, 3)
		{
			p.SetState(544)
			p.FunctionWord()
		}
		{
			p.SetState(545)
			p.Arguments()
		}

	case PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		p.EnterOuterAlt(localctx, 4)
		{
			p.SetState(547)
			p.Literal()
		}

	case PartiQLParserPARAMETER:
		p.EnterOuterAlt(localctx, 5)
		{
			p.SetState(548)
			p.Match(PartiQLParserPARAMETER)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserLPAREN:
		p.EnterOuterAlt(localctx, 6)
		{
			p.SetState(549)
			p.Group()
		}

	case PartiQLParserLBAG:
		p.EnterOuterAlt(localctx, 7)
		{
			p.SetState(550)
			p.Bag()
		}

	case PartiQLParserLBRACE:
		p.EnterOuterAlt(localctx, 8)
		{
			p.SetState(551)
			p.Map_()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IScopedContext is an interface to support dynamic dispatch.
type IScopedContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	IDENTIFIER() antlr.TerminalNode
	QUOTED() antlr.TerminalNode

	// IsScopedContext differentiates from other interfaces.
	IsScopedContext()
}

type ScopedContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyScopedContext() *ScopedContext {
	var p = new(ScopedContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_scoped
	return p
}

func InitEmptyScopedContext(p *ScopedContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_scoped
}

func (*ScopedContext) IsScopedContext() {}

func NewScopedContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ScopedContext {
	var p = new(ScopedContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_scoped

	return p
}

func (s *ScopedContext) GetParser() antlr.Parser { return s.parser }

func (s *ScopedContext) IDENTIFIER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserIDENTIFIER, 0)
}

func (s *ScopedContext) QUOTED() antlr.TerminalNode {
	return s.GetToken(PartiQLParserQUOTED, 0)
}

func (s *ScopedContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ScopedContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Scoped() (localctx IScopedContext) {
	localctx = NewScopedContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 100, PartiQLParserRULE_scoped)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(554)
		_la = p.GetTokenStream().LA(1)

		if !(_la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IFunctionWordContext is an interface to support dynamic dispatch.
type IFunctionWordContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	FUNCTION() antlr.TerminalNode
	EXISTS() antlr.TerminalNode
	LIST() antlr.TerminalNode

	// IsFunctionWordContext differentiates from other interfaces.
	IsFunctionWordContext()
}

type FunctionWordContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyFunctionWordContext() *FunctionWordContext {
	var p = new(FunctionWordContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_functionWord
	return p
}

func InitEmptyFunctionWordContext(p *FunctionWordContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_functionWord
}

func (*FunctionWordContext) IsFunctionWordContext() {}

func NewFunctionWordContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *FunctionWordContext {
	var p = new(FunctionWordContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_functionWord

	return p
}

func (s *FunctionWordContext) GetParser() antlr.Parser { return s.parser }

func (s *FunctionWordContext) FUNCTION() antlr.TerminalNode {
	return s.GetToken(PartiQLParserFUNCTION, 0)
}

func (s *FunctionWordContext) EXISTS() antlr.TerminalNode {
	return s.GetToken(PartiQLParserEXISTS, 0)
}

func (s *FunctionWordContext) LIST() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLIST, 0)
}

func (s *FunctionWordContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *FunctionWordContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) FunctionWord() (localctx IFunctionWordContext) {
	localctx = NewFunctionWordContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 102, PartiQLParserRULE_functionWord)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(556)
		_la = p.GetTokenStream().LA(1)

		if !((int64((_la-18)) & ^0x3f) == 0 && ((int64(1)<<(_la-18))&211106232532993) != 0) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IArgumentsContext is an interface to support dynamic dispatch.
type IArgumentsContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	LPAREN() antlr.TerminalNode
	Given() IGivenContext

	// IsArgumentsContext differentiates from other interfaces.
	IsArgumentsContext()
}

type ArgumentsContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyArgumentsContext() *ArgumentsContext {
	var p = new(ArgumentsContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_arguments
	return p
}

func InitEmptyArgumentsContext(p *ArgumentsContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_arguments
}

func (*ArgumentsContext) IsArgumentsContext() {}

func NewArgumentsContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ArgumentsContext {
	var p = new(ArgumentsContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_arguments

	return p
}

func (s *ArgumentsContext) GetParser() antlr.Parser { return s.parser }

func (s *ArgumentsContext) LPAREN() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLPAREN, 0)
}

func (s *ArgumentsContext) Given() IGivenContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IGivenContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IGivenContext)
}

func (s *ArgumentsContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ArgumentsContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Arguments() (localctx IArgumentsContext) {
	localctx = NewArgumentsContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 104, PartiQLParserRULE_arguments)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(558)
		p.Match(PartiQLParserLPAREN)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	{
		p.SetState(559)
		p.Given()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IGivenContext is an interface to support dynamic dispatch.
type IGivenContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	RPAREN() antlr.TerminalNode
	Select_() ISelectContext
	CloseParen() ICloseParenContext
	AllArgument() []IArgumentContext
	Argument(i int) IArgumentContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode

	// IsGivenContext differentiates from other interfaces.
	IsGivenContext()
}

type GivenContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyGivenContext() *GivenContext {
	var p = new(GivenContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_given
	return p
}

func InitEmptyGivenContext(p *GivenContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_given
}

func (*GivenContext) IsGivenContext() {}

func NewGivenContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *GivenContext {
	var p = new(GivenContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_given

	return p
}

func (s *GivenContext) GetParser() antlr.Parser { return s.parser }

func (s *GivenContext) RPAREN() antlr.TerminalNode {
	return s.GetToken(PartiQLParserRPAREN, 0)
}

func (s *GivenContext) Select_() ISelectContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISelectContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISelectContext)
}

func (s *GivenContext) CloseParen() ICloseParenContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ICloseParenContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ICloseParenContext)
}

func (s *GivenContext) AllArgument() []IArgumentContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IArgumentContext); ok {
			len++
		}
	}

	tst := make([]IArgumentContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IArgumentContext); ok {
			tst[i] = t.(IArgumentContext)
			i++
		}
	}

	return tst
}

func (s *GivenContext) Argument(i int) IArgumentContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IArgumentContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IArgumentContext)
}

func (s *GivenContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *GivenContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *GivenContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *GivenContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Given() (localctx IGivenContext) {
	localctx = NewGivenContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 106, PartiQLParserRULE_given)
	var _la int

	p.SetState(575)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserRPAREN:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(561)
			p.Match(PartiQLParserRPAREN)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserSELECT:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(562)
			p.Select_()
		}
		{
			p.SetState(563)
			p.CloseParen()
		}

	case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNOT, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserSTAR, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACK, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		p.EnterOuterAlt(localctx, 3)
		{
			p.SetState(565)
			p.Argument()
		}
		p.SetState(570)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		for _la == PartiQLParserCOMMA {
			{
				p.SetState(566)
				p.Match(PartiQLParserCOMMA)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}
			{
				p.SetState(567)
				p.Argument()
			}

			p.SetState(572)
			p.GetErrorHandler().Sync(p)
			if p.HasError() {
				goto errorExit
			}
			_la = p.GetTokenStream().LA(1)
		}
		{
			p.SetState(573)
			p.CloseParen()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IArgumentContext is an interface to support dynamic dispatch.
type IArgumentContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	STAR() antlr.TerminalNode
	Expression() IExpressionContext

	// IsArgumentContext differentiates from other interfaces.
	IsArgumentContext()
}

type ArgumentContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyArgumentContext() *ArgumentContext {
	var p = new(ArgumentContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_argument
	return p
}

func InitEmptyArgumentContext(p *ArgumentContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_argument
}

func (*ArgumentContext) IsArgumentContext() {}

func NewArgumentContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ArgumentContext {
	var p = new(ArgumentContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_argument

	return p
}

func (s *ArgumentContext) GetParser() antlr.Parser { return s.parser }

func (s *ArgumentContext) STAR() antlr.TerminalNode {
	return s.GetToken(PartiQLParserSTAR, 0)
}

func (s *ArgumentContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *ArgumentContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ArgumentContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Argument() (localctx IArgumentContext) {
	localctx = NewArgumentContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 108, PartiQLParserRULE_argument)
	p.SetState(579)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserSTAR:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(577)
			p.Match(PartiQLParserSTAR)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNOT, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACK, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(578)
			p.Expression()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ILiteralContext is an interface to support dynamic dispatch.
type ILiteralContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	STRING() antlr.TerminalNode
	INTEGER() antlr.TerminalNode
	DECIMAL() antlr.TerminalNode
	TRUE() antlr.TerminalNode
	FALSE() antlr.TerminalNode
	NULL() antlr.TerminalNode
	MISSING() antlr.TerminalNode
	ION() antlr.TerminalNode

	// IsLiteralContext differentiates from other interfaces.
	IsLiteralContext()
}

type LiteralContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyLiteralContext() *LiteralContext {
	var p = new(LiteralContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_literal
	return p
}

func InitEmptyLiteralContext(p *LiteralContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_literal
}

func (*LiteralContext) IsLiteralContext() {}

func NewLiteralContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *LiteralContext {
	var p = new(LiteralContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_literal

	return p
}

func (s *LiteralContext) GetParser() antlr.Parser { return s.parser }

func (s *LiteralContext) STRING() antlr.TerminalNode {
	return s.GetToken(PartiQLParserSTRING, 0)
}

func (s *LiteralContext) INTEGER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserINTEGER, 0)
}

func (s *LiteralContext) DECIMAL() antlr.TerminalNode {
	return s.GetToken(PartiQLParserDECIMAL, 0)
}

func (s *LiteralContext) TRUE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserTRUE, 0)
}

func (s *LiteralContext) FALSE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserFALSE, 0)
}

func (s *LiteralContext) NULL() antlr.TerminalNode {
	return s.GetToken(PartiQLParserNULL, 0)
}

func (s *LiteralContext) MISSING() antlr.TerminalNode {
	return s.GetToken(PartiQLParserMISSING, 0)
}

func (s *LiteralContext) ION() antlr.TerminalNode {
	return s.GetToken(PartiQLParserION, 0)
}

func (s *LiteralContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *LiteralContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Literal() (localctx ILiteralContext) {
	localctx = NewLiteralContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 110, PartiQLParserRULE_literal)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(581)
		_la = p.GetTokenStream().LA(1)

		if !(((int64(_la) & ^0x3f) == 0 && ((int64(1)<<_la)&72059861781184512) != 0) || ((int64((_la-97)) & ^0x3f) == 0 && ((int64(1)<<(_la-97))&15) != 0)) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IGroupContext is an interface to support dynamic dispatch.
type IGroupContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	LPAREN() antlr.TerminalNode
	CloseParen() ICloseParenContext
	Select_() ISelectContext
	AllExpression() []IExpressionContext
	Expression(i int) IExpressionContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode

	// IsGroupContext differentiates from other interfaces.
	IsGroupContext()
}

type GroupContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyGroupContext() *GroupContext {
	var p = new(GroupContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_group
	return p
}

func InitEmptyGroupContext(p *GroupContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_group
}

func (*GroupContext) IsGroupContext() {}

func NewGroupContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *GroupContext {
	var p = new(GroupContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_group

	return p
}

func (s *GroupContext) GetParser() antlr.Parser { return s.parser }

func (s *GroupContext) LPAREN() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLPAREN, 0)
}

func (s *GroupContext) CloseParen() ICloseParenContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ICloseParenContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ICloseParenContext)
}

func (s *GroupContext) Select_() ISelectContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISelectContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISelectContext)
}

func (s *GroupContext) AllExpression() []IExpressionContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IExpressionContext); ok {
			len++
		}
	}

	tst := make([]IExpressionContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IExpressionContext); ok {
			tst[i] = t.(IExpressionContext)
			i++
		}
	}

	return tst
}

func (s *GroupContext) Expression(i int) IExpressionContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *GroupContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *GroupContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *GroupContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *GroupContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Group() (localctx IGroupContext) {
	localctx = NewGroupContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 112, PartiQLParserRULE_group)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(583)
		p.Match(PartiQLParserLPAREN)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	p.SetState(593)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserSELECT:
		{
			p.SetState(584)
			p.Select_()
		}

	case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNOT, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACK, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		{
			p.SetState(585)
			p.Expression()
		}
		p.SetState(590)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		for _la == PartiQLParserCOMMA {
			{
				p.SetState(586)
				p.Match(PartiQLParserCOMMA)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}
			{
				p.SetState(587)
				p.Expression()
			}

			p.SetState(592)
			p.GetErrorHandler().Sync(p)
			if p.HasError() {
				goto errorExit
			}
			_la = p.GetTokenStream().LA(1)
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}
	{
		p.SetState(595)
		p.CloseParen()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IListContext is an interface to support dynamic dispatch.
type IListContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	LBRACK() antlr.TerminalNode
	RBRACK() antlr.TerminalNode
	AllExpression() []IExpressionContext
	Expression(i int) IExpressionContext
	CloseBracket() ICloseBracketContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode

	// IsListContext differentiates from other interfaces.
	IsListContext()
}

type ListContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyListContext() *ListContext {
	var p = new(ListContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_list
	return p
}

func InitEmptyListContext(p *ListContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_list
}

func (*ListContext) IsListContext() {}

func NewListContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ListContext {
	var p = new(ListContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_list

	return p
}

func (s *ListContext) GetParser() antlr.Parser { return s.parser }

func (s *ListContext) LBRACK() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLBRACK, 0)
}

func (s *ListContext) RBRACK() antlr.TerminalNode {
	return s.GetToken(PartiQLParserRBRACK, 0)
}

func (s *ListContext) AllExpression() []IExpressionContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IExpressionContext); ok {
			len++
		}
	}

	tst := make([]IExpressionContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IExpressionContext); ok {
			tst[i] = t.(IExpressionContext)
			i++
		}
	}

	return tst
}

func (s *ListContext) Expression(i int) IExpressionContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *ListContext) CloseBracket() ICloseBracketContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ICloseBracketContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ICloseBracketContext)
}

func (s *ListContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *ListContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *ListContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ListContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) List() (localctx IListContext) {
	localctx = NewListContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 114, PartiQLParserRULE_list)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(597)
		p.Match(PartiQLParserLBRACK)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	p.SetState(609)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserRBRACK:
		{
			p.SetState(598)
			p.Match(PartiQLParserRBRACK)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNOT, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACK, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		{
			p.SetState(599)
			p.Expression()
		}
		p.SetState(604)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		for _la == PartiQLParserCOMMA {
			{
				p.SetState(600)
				p.Match(PartiQLParserCOMMA)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}
			{
				p.SetState(601)
				p.Expression()
			}

			p.SetState(606)
			p.GetErrorHandler().Sync(p)
			if p.HasError() {
				goto errorExit
			}
			_la = p.GetTokenStream().LA(1)
		}
		{
			p.SetState(607)
			p.CloseBracket()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IBagContext is an interface to support dynamic dispatch.
type IBagContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	LBAG() antlr.TerminalNode
	RBAG() antlr.TerminalNode
	AllExpression() []IExpressionContext
	Expression(i int) IExpressionContext
	CloseBag() ICloseBagContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode

	// IsBagContext differentiates from other interfaces.
	IsBagContext()
}

type BagContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyBagContext() *BagContext {
	var p = new(BagContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_bag
	return p
}

func InitEmptyBagContext(p *BagContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_bag
}

func (*BagContext) IsBagContext() {}

func NewBagContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *BagContext {
	var p = new(BagContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_bag

	return p
}

func (s *BagContext) GetParser() antlr.Parser { return s.parser }

func (s *BagContext) LBAG() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLBAG, 0)
}

func (s *BagContext) RBAG() antlr.TerminalNode {
	return s.GetToken(PartiQLParserRBAG, 0)
}

func (s *BagContext) AllExpression() []IExpressionContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IExpressionContext); ok {
			len++
		}
	}

	tst := make([]IExpressionContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IExpressionContext); ok {
			tst[i] = t.(IExpressionContext)
			i++
		}
	}

	return tst
}

func (s *BagContext) Expression(i int) IExpressionContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *BagContext) CloseBag() ICloseBagContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ICloseBagContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ICloseBagContext)
}

func (s *BagContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *BagContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *BagContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *BagContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Bag() (localctx IBagContext) {
	localctx = NewBagContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 116, PartiQLParserRULE_bag)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(611)
		p.Match(PartiQLParserLBAG)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	p.SetState(623)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserRBAG:
		{
			p.SetState(612)
			p.Match(PartiQLParserRBAG)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNOT, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACK, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		{
			p.SetState(613)
			p.Expression()
		}
		p.SetState(618)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		for _la == PartiQLParserCOMMA {
			{
				p.SetState(614)
				p.Match(PartiQLParserCOMMA)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}
			{
				p.SetState(615)
				p.Expression()
			}

			p.SetState(620)
			p.GetErrorHandler().Sync(p)
			if p.HasError() {
				goto errorExit
			}
			_la = p.GetTokenStream().LA(1)
		}
		{
			p.SetState(621)
			p.CloseBag()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IMapContext is an interface to support dynamic dispatch.
type IMapContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	LBRACE() antlr.TerminalNode
	RBRACE() antlr.TerminalNode
	AllMember() []IMemberContext
	Member(i int) IMemberContext
	CloseBrace() ICloseBraceContext
	AllCOMMA() []antlr.TerminalNode
	COMMA(i int) antlr.TerminalNode

	// IsMapContext differentiates from other interfaces.
	IsMapContext()
}

type MapContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyMapContext() *MapContext {
	var p = new(MapContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_map
	return p
}

func InitEmptyMapContext(p *MapContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_map
}

func (*MapContext) IsMapContext() {}

func NewMapContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *MapContext {
	var p = new(MapContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_map

	return p
}

func (s *MapContext) GetParser() antlr.Parser { return s.parser }

func (s *MapContext) LBRACE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLBRACE, 0)
}

func (s *MapContext) RBRACE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserRBRACE, 0)
}

func (s *MapContext) AllMember() []IMemberContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IMemberContext); ok {
			len++
		}
	}

	tst := make([]IMemberContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IMemberContext); ok {
			tst[i] = t.(IMemberContext)
			i++
		}
	}

	return tst
}

func (s *MapContext) Member(i int) IMemberContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IMemberContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IMemberContext)
}

func (s *MapContext) CloseBrace() ICloseBraceContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ICloseBraceContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ICloseBraceContext)
}

func (s *MapContext) AllCOMMA() []antlr.TerminalNode {
	return s.GetTokens(PartiQLParserCOMMA)
}

func (s *MapContext) COMMA(i int) antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOMMA, i)
}

func (s *MapContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *MapContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Map_() (localctx IMapContext) {
	localctx = NewMapContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 118, PartiQLParserRULE_map)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(625)
		p.Match(PartiQLParserLBRACE)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}
	p.SetState(637)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserRBRACE:
		{
			p.SetState(626)
			p.Match(PartiQLParserRBRACE)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}

	case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNOT, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACK, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
		{
			p.SetState(627)
			p.Member()
		}
		p.SetState(632)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)

		for _la == PartiQLParserCOMMA {
			{
				p.SetState(628)
				p.Match(PartiQLParserCOMMA)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}
			{
				p.SetState(629)
				p.Member()
			}

			p.SetState(634)
			p.GetErrorHandler().Sync(p)
			if p.HasError() {
				goto errorExit
			}
			_la = p.GetTokenStream().LA(1)
		}
		{
			p.SetState(635)
			p.CloseBrace()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IMemberContext is an interface to support dynamic dispatch.
type IMemberContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	AllExpression() []IExpressionContext
	Expression(i int) IExpressionContext
	Colon() IColonContext

	// IsMemberContext differentiates from other interfaces.
	IsMemberContext()
}

type MemberContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyMemberContext() *MemberContext {
	var p = new(MemberContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_member
	return p
}

func InitEmptyMemberContext(p *MemberContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_member
}

func (*MemberContext) IsMemberContext() {}

func NewMemberContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *MemberContext {
	var p = new(MemberContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_member

	return p
}

func (s *MemberContext) GetParser() antlr.Parser { return s.parser }

func (s *MemberContext) AllExpression() []IExpressionContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(IExpressionContext); ok {
			len++
		}
	}

	tst := make([]IExpressionContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(IExpressionContext); ok {
			tst[i] = t.(IExpressionContext)
			i++
		}
	}

	return tst
}

func (s *MemberContext) Expression(i int) IExpressionContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *MemberContext) Colon() IColonContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IColonContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IColonContext)
}

func (s *MemberContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *MemberContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Member() (localctx IMemberContext) {
	localctx = NewMemberContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 120, PartiQLParserRULE_member)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(639)
		p.Expression()
	}
	{
		p.SetState(640)
		p.Colon()
	}
	{
		p.SetState(641)
		p.Expression()
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IStepContext is an interface to support dynamic dispatch.
type IStepContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	DOT() antlr.TerminalNode
	StepName() IStepNameContext
	LBRACK() antlr.TerminalNode
	CloseBracket() ICloseBracketContext
	STAR() antlr.TerminalNode
	Expression() IExpressionContext

	// IsStepContext differentiates from other interfaces.
	IsStepContext()
}

type StepContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyStepContext() *StepContext {
	var p = new(StepContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_step
	return p
}

func InitEmptyStepContext(p *StepContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_step
}

func (*StepContext) IsStepContext() {}

func NewStepContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *StepContext {
	var p = new(StepContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_step

	return p
}

func (s *StepContext) GetParser() antlr.Parser { return s.parser }

func (s *StepContext) DOT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserDOT, 0)
}

func (s *StepContext) StepName() IStepNameContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IStepNameContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IStepNameContext)
}

func (s *StepContext) LBRACK() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLBRACK, 0)
}

func (s *StepContext) CloseBracket() ICloseBracketContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ICloseBracketContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ICloseBracketContext)
}

func (s *StepContext) STAR() antlr.TerminalNode {
	return s.GetToken(PartiQLParserSTAR, 0)
}

func (s *StepContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *StepContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *StepContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Step() (localctx IStepContext) {
	localctx = NewStepContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 122, PartiQLParserRULE_step)
	p.SetState(651)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserDOT:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(643)
			p.Match(PartiQLParserDOT)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(644)
			p.StepName()
		}

	case PartiQLParserLBRACK:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(645)
			p.Match(PartiQLParserLBRACK)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		p.SetState(648)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}

		switch p.GetTokenStream().LA(1) {
		case PartiQLParserSTAR:
			{
				p.SetState(646)
				p.Match(PartiQLParserSTAR)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}

		case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNOT, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACK, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
			{
				p.SetState(647)
				p.Expression()
			}

		default:
			p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
			goto errorExit
		}
		{
			p.SetState(650)
			p.CloseBracket()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IStepNameContext is an interface to support dynamic dispatch.
type IStepNameContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	IDENTIFIER() antlr.TerminalNode
	QUOTED() antlr.TerminalNode
	STAR() antlr.TerminalNode

	// IsStepNameContext differentiates from other interfaces.
	IsStepNameContext()
}

type StepNameContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyStepNameContext() *StepNameContext {
	var p = new(StepNameContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_stepName
	return p
}

func InitEmptyStepNameContext(p *StepNameContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_stepName
}

func (*StepNameContext) IsStepNameContext() {}

func NewStepNameContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *StepNameContext {
	var p = new(StepNameContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_stepName

	return p
}

func (s *StepNameContext) GetParser() antlr.Parser { return s.parser }

func (s *StepNameContext) IDENTIFIER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserIDENTIFIER, 0)
}

func (s *StepNameContext) QUOTED() antlr.TerminalNode {
	return s.GetToken(PartiQLParserQUOTED, 0)
}

func (s *StepNameContext) STAR() antlr.TerminalNode {
	return s.GetToken(PartiQLParserSTAR, 0)
}

func (s *StepNameContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *StepNameContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) StepName() (localctx IStepNameContext) {
	localctx = NewStepNameContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 124, PartiQLParserRULE_stepName)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(653)
		_la = p.GetTokenStream().LA(1)

		if !((int64((_la-77)) & ^0x3f) == 0 && ((int64(1)<<(_la-77))&786433) != 0) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ISimplePathContext is an interface to support dynamic dispatch.
type ISimplePathContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	IDENTIFIER() antlr.TerminalNode
	QUOTED() antlr.TerminalNode
	AllSimpleStep() []ISimpleStepContext
	SimpleStep(i int) ISimpleStepContext

	// IsSimplePathContext differentiates from other interfaces.
	IsSimplePathContext()
}

type SimplePathContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptySimplePathContext() *SimplePathContext {
	var p = new(SimplePathContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_simplePath
	return p
}

func InitEmptySimplePathContext(p *SimplePathContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_simplePath
}

func (*SimplePathContext) IsSimplePathContext() {}

func NewSimplePathContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *SimplePathContext {
	var p = new(SimplePathContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_simplePath

	return p
}

func (s *SimplePathContext) GetParser() antlr.Parser { return s.parser }

func (s *SimplePathContext) IDENTIFIER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserIDENTIFIER, 0)
}

func (s *SimplePathContext) QUOTED() antlr.TerminalNode {
	return s.GetToken(PartiQLParserQUOTED, 0)
}

func (s *SimplePathContext) AllSimpleStep() []ISimpleStepContext {
	children := s.GetChildren()
	len := 0
	for _, ctx := range children {
		if _, ok := ctx.(ISimpleStepContext); ok {
			len++
		}
	}

	tst := make([]ISimpleStepContext, len)
	i := 0
	for _, ctx := range children {
		if t, ok := ctx.(ISimpleStepContext); ok {
			tst[i] = t.(ISimpleStepContext)
			i++
		}
	}

	return tst
}

func (s *SimplePathContext) SimpleStep(i int) ISimpleStepContext {
	var t antlr.RuleContext
	j := 0
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISimpleStepContext); ok {
			if j == i {
				t = ctx.(antlr.RuleContext)
				break
			}
			j++
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISimpleStepContext)
}

func (s *SimplePathContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *SimplePathContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) SimplePath() (localctx ISimplePathContext) {
	localctx = NewSimplePathContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 126, PartiQLParserRULE_simplePath)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(655)
		_la = p.GetTokenStream().LA(1)

		if !(_la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}
	p.SetState(659)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}
	_la = p.GetTokenStream().LA(1)

	for _la == PartiQLParserDOT || _la == PartiQLParserLBRACK {
		{
			p.SetState(656)
			p.SimpleStep()
		}

		p.SetState(661)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}
		_la = p.GetTokenStream().LA(1)
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ISimpleStepContext is an interface to support dynamic dispatch.
type ISimpleStepContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	DOT() antlr.TerminalNode
	SimpleStepName() ISimpleStepNameContext
	LBRACK() antlr.TerminalNode
	CloseBracket() ICloseBracketContext
	STAR() antlr.TerminalNode
	Expression() IExpressionContext

	// IsSimpleStepContext differentiates from other interfaces.
	IsSimpleStepContext()
}

type SimpleStepContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptySimpleStepContext() *SimpleStepContext {
	var p = new(SimpleStepContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_simpleStep
	return p
}

func InitEmptySimpleStepContext(p *SimpleStepContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_simpleStep
}

func (*SimpleStepContext) IsSimpleStepContext() {}

func NewSimpleStepContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *SimpleStepContext {
	var p = new(SimpleStepContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_simpleStep

	return p
}

func (s *SimpleStepContext) GetParser() antlr.Parser { return s.parser }

func (s *SimpleStepContext) DOT() antlr.TerminalNode {
	return s.GetToken(PartiQLParserDOT, 0)
}

func (s *SimpleStepContext) SimpleStepName() ISimpleStepNameContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ISimpleStepNameContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ISimpleStepNameContext)
}

func (s *SimpleStepContext) LBRACK() antlr.TerminalNode {
	return s.GetToken(PartiQLParserLBRACK, 0)
}

func (s *SimpleStepContext) CloseBracket() ICloseBracketContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(ICloseBracketContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(ICloseBracketContext)
}

func (s *SimpleStepContext) STAR() antlr.TerminalNode {
	return s.GetToken(PartiQLParserSTAR, 0)
}

func (s *SimpleStepContext) Expression() IExpressionContext {
	var t antlr.RuleContext
	for _, ctx := range s.GetChildren() {
		if _, ok := ctx.(IExpressionContext); ok {
			t = ctx.(antlr.RuleContext)
			break
		}
	}

	if t == nil {
		return nil
	}

	return t.(IExpressionContext)
}

func (s *SimpleStepContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *SimpleStepContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) SimpleStep() (localctx ISimpleStepContext) {
	localctx = NewSimpleStepContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 128, PartiQLParserRULE_simpleStep)
	p.SetState(670)
	p.GetErrorHandler().Sync(p)
	if p.HasError() {
		goto errorExit
	}

	switch p.GetTokenStream().LA(1) {
	case PartiQLParserDOT:
		p.EnterOuterAlt(localctx, 1)
		{
			p.SetState(662)
			p.Match(PartiQLParserDOT)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		{
			p.SetState(663)
			p.SimpleStepName()
		}

	case PartiQLParserLBRACK:
		p.EnterOuterAlt(localctx, 2)
		{
			p.SetState(664)
			p.Match(PartiQLParserLBRACK)
			if p.HasError() {
				// Recognition error - abort rule
				goto errorExit
			}
		}
		p.SetState(667)
		p.GetErrorHandler().Sync(p)
		if p.HasError() {
			goto errorExit
		}

		switch p.GetTokenStream().LA(1) {
		case PartiQLParserSTAR:
			{
				p.SetState(665)
				p.Match(PartiQLParserSTAR)
				if p.HasError() {
					// Recognition error - abort rule
					goto errorExit
				}
			}

		case PartiQLParserEXISTS, PartiQLParserFALSE, PartiQLParserMISSING, PartiQLParserNOT, PartiQLParserNULL, PartiQLParserTRUE, PartiQLParserFUNCTION, PartiQLParserLIST, PartiQLParserPLUS, PartiQLParserMINUS, PartiQLParserAMPERSAT, PartiQLParserLPAREN, PartiQLParserLBRACK, PartiQLParserLBRACE, PartiQLParserLBAG, PartiQLParserPARAMETER, PartiQLParserIDENTIFIER, PartiQLParserQUOTED, PartiQLParserSTRING, PartiQLParserION, PartiQLParserINTEGER, PartiQLParserDECIMAL:
			{
				p.SetState(666)
				p.Expression()
			}

		default:
			p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
			goto errorExit
		}
		{
			p.SetState(669)
			p.CloseBracket()
		}

	default:
		p.SetError(antlr.NewNoViableAltException(p, nil, nil, nil, nil, nil))
		goto errorExit
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ISimpleStepNameContext is an interface to support dynamic dispatch.
type ISimpleStepNameContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	IDENTIFIER() antlr.TerminalNode
	QUOTED() antlr.TerminalNode

	// IsSimpleStepNameContext differentiates from other interfaces.
	IsSimpleStepNameContext()
}

type SimpleStepNameContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptySimpleStepNameContext() *SimpleStepNameContext {
	var p = new(SimpleStepNameContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_simpleStepName
	return p
}

func InitEmptySimpleStepNameContext(p *SimpleStepNameContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_simpleStepName
}

func (*SimpleStepNameContext) IsSimpleStepNameContext() {}

func NewSimpleStepNameContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *SimpleStepNameContext {
	var p = new(SimpleStepNameContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_simpleStepName

	return p
}

func (s *SimpleStepNameContext) GetParser() antlr.Parser { return s.parser }

func (s *SimpleStepNameContext) IDENTIFIER() antlr.TerminalNode {
	return s.GetToken(PartiQLParserIDENTIFIER, 0)
}

func (s *SimpleStepNameContext) QUOTED() antlr.TerminalNode {
	return s.GetToken(PartiQLParserQUOTED, 0)
}

func (s *SimpleStepNameContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *SimpleStepNameContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) SimpleStepName() (localctx ISimpleStepNameContext) {
	localctx = NewSimpleStepNameContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 130, PartiQLParserRULE_simpleStepName)
	var _la int

	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(672)
		_la = p.GetTokenStream().LA(1)

		if !(_la == PartiQLParserIDENTIFIER || _la == PartiQLParserQUOTED) {
			p.GetErrorHandler().RecoverInline(p)
		} else {
			p.GetErrorHandler().ReportMatch(p)
			p.Consume()
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ICloseParenContext is an interface to support dynamic dispatch.
type ICloseParenContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	RPAREN() antlr.TerminalNode

	// IsCloseParenContext differentiates from other interfaces.
	IsCloseParenContext()
}

type CloseParenContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyCloseParenContext() *CloseParenContext {
	var p = new(CloseParenContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_closeParen
	return p
}

func InitEmptyCloseParenContext(p *CloseParenContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_closeParen
}

func (*CloseParenContext) IsCloseParenContext() {}

func NewCloseParenContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *CloseParenContext {
	var p = new(CloseParenContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_closeParen

	return p
}

func (s *CloseParenContext) GetParser() antlr.Parser { return s.parser }

func (s *CloseParenContext) RPAREN() antlr.TerminalNode {
	return s.GetToken(PartiQLParserRPAREN, 0)
}

func (s *CloseParenContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *CloseParenContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) CloseParen() (localctx ICloseParenContext) {
	localctx = NewCloseParenContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 132, PartiQLParserRULE_closeParen)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(674)
		p.Match(PartiQLParserRPAREN)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ICloseBracketContext is an interface to support dynamic dispatch.
type ICloseBracketContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	RBRACK() antlr.TerminalNode

	// IsCloseBracketContext differentiates from other interfaces.
	IsCloseBracketContext()
}

type CloseBracketContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyCloseBracketContext() *CloseBracketContext {
	var p = new(CloseBracketContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_closeBracket
	return p
}

func InitEmptyCloseBracketContext(p *CloseBracketContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_closeBracket
}

func (*CloseBracketContext) IsCloseBracketContext() {}

func NewCloseBracketContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *CloseBracketContext {
	var p = new(CloseBracketContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_closeBracket

	return p
}

func (s *CloseBracketContext) GetParser() antlr.Parser { return s.parser }

func (s *CloseBracketContext) RBRACK() antlr.TerminalNode {
	return s.GetToken(PartiQLParserRBRACK, 0)
}

func (s *CloseBracketContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *CloseBracketContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) CloseBracket() (localctx ICloseBracketContext) {
	localctx = NewCloseBracketContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 134, PartiQLParserRULE_closeBracket)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(676)
		p.Match(PartiQLParserRBRACK)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ICloseBagContext is an interface to support dynamic dispatch.
type ICloseBagContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	RBAG() antlr.TerminalNode

	// IsCloseBagContext differentiates from other interfaces.
	IsCloseBagContext()
}

type CloseBagContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyCloseBagContext() *CloseBagContext {
	var p = new(CloseBagContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_closeBag
	return p
}

func InitEmptyCloseBagContext(p *CloseBagContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_closeBag
}

func (*CloseBagContext) IsCloseBagContext() {}

func NewCloseBagContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *CloseBagContext {
	var p = new(CloseBagContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_closeBag

	return p
}

func (s *CloseBagContext) GetParser() antlr.Parser { return s.parser }

func (s *CloseBagContext) RBAG() antlr.TerminalNode {
	return s.GetToken(PartiQLParserRBAG, 0)
}

func (s *CloseBagContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *CloseBagContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) CloseBag() (localctx ICloseBagContext) {
	localctx = NewCloseBagContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 136, PartiQLParserRULE_closeBag)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(678)
		p.Match(PartiQLParserRBAG)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// ICloseBraceContext is an interface to support dynamic dispatch.
type ICloseBraceContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	RBRACE() antlr.TerminalNode

	// IsCloseBraceContext differentiates from other interfaces.
	IsCloseBraceContext()
}

type CloseBraceContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyCloseBraceContext() *CloseBraceContext {
	var p = new(CloseBraceContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_closeBrace
	return p
}

func InitEmptyCloseBraceContext(p *CloseBraceContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_closeBrace
}

func (*CloseBraceContext) IsCloseBraceContext() {}

func NewCloseBraceContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *CloseBraceContext {
	var p = new(CloseBraceContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_closeBrace

	return p
}

func (s *CloseBraceContext) GetParser() antlr.Parser { return s.parser }

func (s *CloseBraceContext) RBRACE() antlr.TerminalNode {
	return s.GetToken(PartiQLParserRBRACE, 0)
}

func (s *CloseBraceContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *CloseBraceContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) CloseBrace() (localctx ICloseBraceContext) {
	localctx = NewCloseBraceContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 138, PartiQLParserRULE_closeBrace)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(680)
		p.Match(PartiQLParserRBRACE)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}

// IColonContext is an interface to support dynamic dispatch.
type IColonContext interface {
	antlr.ParserRuleContext

	// GetParser returns the parser.
	GetParser() antlr.Parser

	// Getter signatures
	COLON() antlr.TerminalNode

	// IsColonContext differentiates from other interfaces.
	IsColonContext()
}

type ColonContext struct {
	antlr.BaseParserRuleContext
	parser antlr.Parser
}

func NewEmptyColonContext() *ColonContext {
	var p = new(ColonContext)
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_colon
	return p
}

func InitEmptyColonContext(p *ColonContext) {
	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, nil, -1)
	p.RuleIndex = PartiQLParserRULE_colon
}

func (*ColonContext) IsColonContext() {}

func NewColonContext(parser antlr.Parser, parent antlr.ParserRuleContext, invokingState int) *ColonContext {
	var p = new(ColonContext)

	antlr.InitBaseParserRuleContext(&p.BaseParserRuleContext, parent, invokingState)

	p.parser = parser
	p.RuleIndex = PartiQLParserRULE_colon

	return p
}

func (s *ColonContext) GetParser() antlr.Parser { return s.parser }

func (s *ColonContext) COLON() antlr.TerminalNode {
	return s.GetToken(PartiQLParserCOLON, 0)
}

func (s *ColonContext) GetRuleContext() antlr.RuleContext {
	return s
}

func (s *ColonContext) ToStringTree(ruleNames []string, recog antlr.Recognizer) string {
	return antlr.TreesStringTree(s, ruleNames, recog)
}

func (p *PartiQLParser) Colon() (localctx IColonContext) {
	localctx = NewColonContext(p, p.GetParserRuleContext(), p.GetState())
	p.EnterRule(localctx, 140, PartiQLParserRULE_colon)
	p.EnterOuterAlt(localctx, 1)
	{
		p.SetState(682)
		p.Match(PartiQLParserCOLON)
		if p.HasError() {
			// Recognition error - abort rule
			goto errorExit
		}
	}

	if p.HasError() {
		goto errorExit
	}
errorExit:
	if p.HasError() {
		v := p.GetError()
		localctx.SetException(v)
		p.GetErrorHandler().ReportError(p, v)
		p.GetErrorHandler().Recover(p, v)
		p.SetError(nil)
	}
	p.ExitRule()
	return localctx
}
