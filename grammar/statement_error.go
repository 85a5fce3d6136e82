package grammar

import (
	"strconv"
	"strings"

	"github.com/antlr4-go/antlr/v4"
)

// Problems of statements. Token is what the text names; what it names besides is in Near.
const (
	Malformed            Problem = iota + 100 // no statement of PartiQL; Token says what is missing or too much
	UnsupportedOperation                      // an expression that stands alone; Token says of what kind
	ExistsOutsideWrites                       // a condition that stands alone
	UnsupportedToken                          // Token, a construct of PartiQL, is not the service's
	UnsupportedClause                         // Token is a clause of SELECT or INSERT that is not the service's
	UnrecognizedFunction                      // Token is no function in this place
	MultipleSources                           // more or less than one table
	UnexpectedSource                          // FROM of something that is no path
	DeepSource                                // a table's path of three components
	ListSource                                // a table's path with a list index
	QualifiedInsert                           // INSERT into an index
	Aliased                                   // a table or path has an alias
	ValueProjection                           // SELECT VALUE
	HierarchyChange                           // SELECT a.*
	UnexpectedComponent                       // something in a path that is no name and no index, or no path at all
	EmptyComponent                            // a name of no characters, in a path or as a member of a map
	UnpivotComponent                          // a.* outside of SELECT's list
	WildcardComponent                         // a[*] outside of SELECT's list
	IndexFirst                                // [1][0]
	StatementIndexRange                       // Token, a list index, is negative or does not fit in 31 bits
	NoBoolean                                 // WHERE is no condition
	NotOfOperand                              // NOT of what is no condition
	LogicOfOperand                            // AND or OR of what is no condition
	BadIn                                     // IN of what is no list
	BadIs                                     // IS of what is no path and no literal
	IsInUpdate                                // IS in SET
	MissingCompared                           // MISSING outside IS
	UnsupportedType                           // IS of the type Token, which is not the service's
	ConditionOperator                         // Token is no operator in a condition
	UpdateOperator                            // Token is no operator in SET
	NotInCondition                            // the function Token is one of SET
	NotInUpdate                               // the function Token is one of conditions
	NumberOperand                             // AND, OR or NOT (Token) of size()
	LoneSign                                  // Token, a sign, has one operand in SET
	OrderByValue                              // ORDER BY of Token, which is no path
	SetArguments                              // a call of Token that has not two arguments
	SetFirstArgument                          // the first argument of Token is not the path assigned to
	SetSecondArgument                         // the second argument of Token is no set
	UnsupportedData                           // Token is no value under Near
	UnsupportedInBag                          // a member of a bag that is no string and no number
	EmptyBag                                  // <<>>
	NegativeZero                              // -0.0, under Near
	IonLiteral                                // a literal in backquotes, of type Token, under Near
	TupleKey                                  // a key of type Token under Near
	DuplicateKey                              // the key Token is twice under Near
	NoItem                                    // INSERT of what is no map
	InsertPosition                            // INSERT ... AT
	InsertReturning                           // INSERT ... RETURNING
	InsertMany                                // INSERT of several items
	ReturningSeveral                          // RETURNING of several things
	ReturningColumn                           // RETURNING of something else than *
)

// statementTexts has the service's texts: %t is the Token, %n is Near. Where a position is known, it follows.
var statementTexts = map[Problem]string{
	Malformed:            "Statement wasn't well formed, can't be processed: %t",
	UnsupportedOperation: "Unsupported operation: %t",
	ExistsOutsideWrites:  "EXISTS can only be used in ExecuteTransaction write requests.",
	UnsupportedToken:     "Unsupported token in expression: %t",
	UnsupportedClause:    "Unsupported clause: %t",
	UnrecognizedFunction: "Unrecognized function: %t",
	MultipleSources:      "Only select from a single table or index is supported.",
	UnexpectedSource:     "Unexpected from source",
	DeepSource:           "A path may contain at most 2 components in the FROM clause",
	ListSource:           "Invalid list expression in source.",
	QualifiedInsert:      "FROM clause may only contain a single table name in data manipulation statements",
	Aliased:              "Aliasing is not supported",
	ValueProjection:      "Select projection doesn't support value or pivot keywords",
	HierarchyChange:      "Changing item's hierarchy while reading isn't supported",
	UnexpectedComponent:  "Unexpected path component",
	EmptyComponent:       "Path component cannot be an empty string",
	UnpivotComponent:     "Unpivot path component like a.*.b are not supported",
	WildcardComponent:    "Wildcard path component like a[*].b are not supported",
	IndexFirst:           "A path cannot start with a list index",
	StatementIndexRange:  "List index is not within the allowable range; index: [%t]",
	NoBoolean:            "WHERE clause must contain an expression that resolves to a boolean",
	NotOfOperand:         "The argument to NOT must be a Type or Expression",
	LogicOfOperand:       "The arguments to AND/OR must be Expressions",
	BadIn: "IN operator must have a left hand argument of type Variable Reference and right hand argument of type Seq with " +
		"at least one member",
	BadIs:           "The left hand side argument to IS must be a Variable Reference, Literal, or Path",
	IsInUpdate:      "IS operator is not supported in update expressions",
	MissingCompared: "MISSING must be compared using IS operator",
	UnsupportedType: "Unsupported data type for IS operator: %t. Supported data types are " +
		"[MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, TUPLE, LIST]",
	ConditionOperator: "Unsupported operator in Condition Expression. Operator: %t",
	UpdateOperator:    "Unsupported operator in Update Expression. Operator: %t",
	NotInCondition:    "The function is not allowed in a condition expression; function: %t",
	NotInUpdate:       "The function is not allowed in an update expression; function: %t",
	NumberOperand:     "Incorrect operand type for operator or function; operator or function: %t, operand type: N",
	LoneSign:          "Incorrect number of operands for operator or function; operator or function: %t, number of operands: 1",
	OrderByValue:      "Argument to ORDER BY must be of type VariableReference. Type: %t",
	SetArguments:      "%t must have exactly two arguments",
	SetFirstArgument:  "The first argument to %t must equal the assignment value",
	SetSecondArgument: "The second argument to %t must be a value with type SET",
	UnsupportedData:   "Unsupported data type: %t under key %n",
	UnsupportedInBag:  "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags",
	EmptyBag:          "Empty bags are not supported",
	NegativeZero:      "Negative zero decimal is not supported under key %n",
	IonLiteral:        "Ion Literals are not supported: %t under key %n",
	TupleKey:          "Tuple keys must be of type String. Actual type: %t under %n",
	DuplicateKey:      "Duplicate keys in tuple. Key: %t under %n",
	NoItem: "Unsupported format in item expression. Please use struct format {...} to express item values for insert " +
		"statement.",
	InsertPosition:  "AT is not supported in insert statements.",
	InsertReturning: "RETURNING is not supported in INSERT",
	InsertMany: "Unsupported operation: Inserting multiple items in a single statement is not supported, use " +
		`"INSERT INTO tableName VALUE item" instead`,
	ReturningSeveral: "Invalid syntax with multiple returning elements in RETURNING clause",
	ReturningColumn:  "Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause",
}

// Position is where something stands in a statement, as the service writes it: counted in characters, from one.
type Position struct{ Line, Column, Length int }

// String writes the position; it is empty where none is known.
func (p Position) String() string {
	if p.Line == 0 {
		return ""
	}
	return " at " + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column) + ":" + strconv.Itoa(p.Length)
}

func positionOf(token antlr.Token) Position {
	if token == nil {
		return Position{}
	}
	return Position{Line: token.GetLine(), Column: token.GetColumn() + 1, Length: token.GetStop() - token.GetStart() + 1}
}

// positioned makes the error of a problem at a token.
func positioned(problem Problem, name string, token antlr.Token) *Error {
	return &Error{Kind: Statement, Problem: problem, Token: name, At: positionOf(token)}
}

// statementMessage gives the service's text for a problem of statements; it is empty for those of expressions.
func (e *Error) statementMessage() string {
	text, ok := statementTexts[e.Problem]
	if !ok {
		return ""
	}
	return strings.NewReplacer("%t", e.Token, "%n", e.Near).Replace(text) + e.At.String()
}
