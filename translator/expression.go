package translator

import (
	"strconv"

	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// expression is one expression while its names and values are bound. Problems are looked for in the order of the text,
// operands before what is done with them.
type expression struct {
	*scope
	kind grammar.Kind
	// paths are all document paths bound so far, in the order of the text.
	paths []attr.Path
}

// refuse makes a refusal that names the expression's parameter, if it was given in one of its own.
func (e *expression) refuse(text string) *apierr.Error {
	if e.statement {
		return apierr.Invalid(text)
	}
	return e.op.Refuse("Invalid " + e.kind.String() + ": " + text)
}

// wrongType refuses an operand. What is its type, or whatever the service says in place of it.
func (e *expression) wrongType(function, what string) *apierr.Error {
	return e.refuse("Incorrect operand type for operator or function; operator or function: " + function + ", operand type: " + what)
}

// wantOperands refuses a call with another number of operands.
func (e *expression) wantOperands(function string, want, got int) *apierr.Error {
	if got == want {
		return nil
	}
	return e.refuse("Incorrect number of operands for operator or function; operator or function: " + function +
		", number of operands: " + strconv.Itoa(got))
}

// wantPath refuses a call on something that is no document path.
func (e *expression) wantPath(function string) *apierr.Error {
	return e.refuse("Operator or function requires a document path; operator or function: " + function)
}
