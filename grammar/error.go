package grammar

import "strconv"

// Problem is what is wrong with an expression.
type Problem uint8

// Problems, in the order in which they are looked for: one that is found hides all that follow, wherever in the text
// they are. The problems from ReservedWord to FunctionMisplaced are looked for in one pass, in the order of the text.
const (
	TooLong              Problem = iota + 1 // over MaxBytes; Count is the size
	Empty                                   // no text at all (blanks are a syntax error)
	Syntax                                  // Token cannot stand where it does; Near shows its surroundings
	RedundantParentheses                    // ((a)), anywhere in the expression
	ReservedWord                            // Token, a bare attribute name, is reserved
	IndexRange                              // Token, a list index, does not fit in 31 bits
	UnknownFunction                         // there is no function Token
	FunctionNotAllowed                      // function Token exists, but not in this kind of expression
	FunctionMisplaced                       // function Token is allowed, but not in this place
	RepeatedSection                         // section Token (SET, REMOVE, ADD, DELETE) is there twice
	TooDeep                                 // a document path has Count elements, more than MaxPathElements
	TooManyOperators                        // more than MaxOperators; Count says how many were counted
)

// Error is the first problem found in an expression.
type Error struct {
	Kind    Kind
	Problem Problem
	Token   string   // what the problem is about, see Problem; "<EOF>" for the end of the text
	Near    string   // syntax errors: the text from the token before Token to the one after it
	Offset  int      // where Token begins, in characters; 0 for problems of the whole expression
	Count   int      // sizes and numbers, see Problem
	At      Position // of statements: where Token stands, if the service's text says so
}

// Error gives the service's whole text.
func (e *Error) Error() string {
	if e.Kind == Statement {
		return e.Message()
	}
	return "Invalid " + e.Kind.String() + ": " + e.Message()
}

// Message gives the service's text without its beginning ("Invalid ConditionExpression: "). The trailing semicolons are
// the service's own.
func (e *Error) Message() string {
	switch e.Problem {
	case TooLong:
		return e.tooLong()
	case Empty:
		return "The expression can not be empty;"
	case Syntax:
		return `Syntax error; token: "` + e.Token + `", near: "` + e.Near + `"`
	case RedundantParentheses:
		return "The expression has redundant parentheses;"
	case ReservedWord:
		return "Attribute name is a reserved keyword; reserved keyword: " + e.Token
	case IndexRange:
		return "List index is not within the allowable range; index: [" + e.Token + "]"
	case UnknownFunction:
		return "Invalid function name; function: " + e.Token
	case FunctionNotAllowed:
		return "The function is not allowed in " + e.family() + " expression; function: " + e.Token
	case FunctionMisplaced:
		return "The function is not allowed to be used this way in an expression; function: " + e.Token
	case RepeatedSection:
		return `The "` + e.Token + `" section can only be used once in an update expression;`
	case TooDeep:
		return "The document path has too many nesting levels; nesting levels: " + strconv.Itoa(e.Count)
	case TooManyOperators:
		return "The expression contains too many operators; operator count: " + strconv.Itoa(e.Count)
	}
	if text := e.statementMessage(); text != "" {
		return text
	}
	return "The expression is not valid;"
}

// tooLong names the size in the family of conditions only, as the service does.
func (e *Error) tooLong() string {
	const text = "Expression size has exceeded the maximum allowed size;"
	if e.Kind == Update || e.Kind == Projection {
		return text
	}
	return text + " expression size: " + strconv.Itoa(e.Count)
}

// family names the kind of expression the way the texts about functions do.
func (e *Error) family() string {
	if e.Kind == Update {
		return "an update"
	}
	return "a condition"
}
