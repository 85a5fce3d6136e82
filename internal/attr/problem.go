package attr

import "strings"

const invalidParameter = "One or more parameter values were invalid: "

// The service's texts for values it refuses.
const (
	msgNotNumber   = "The parameter cannot be converted to a numeric value: "
	msgPrecision   = "Attempting to store more than 38 significant digits in a Number"
	msgOverflow    = "Number overflow. Attempting to store a number with magnitude larger than supported range"
	msgUnderflow   = "Number underflow. Attempting to store a number with magnitude smaller than supported range"
	msgNesting     = "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit"
	msgNullFalse   = invalidParameter + "Null attribute value types must have the value of true"
	msgNoType      = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
	msgManyTypes   = "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"
	msgEmptyName   = "Empty attribute name"
	msgNameTooLong = "Attribute name is too large, must be less than 65536 bytes"
)

var emptySetTexts = [...]string{
	SS: invalidParameter + "An string set  may not be empty",
	NS: invalidParameter + "An number set  may not be empty",
	BS: invalidParameter + "Binary sets should not be empty",
}

var nullMemberTexts = [...]string{
	SS: invalidParameter + "An string set may not have a null string as a member",
	NS: msgNotNumber,
	BS: invalidParameter + "Binary sets may not contain null values",
}

func problem(code ProblemCode, message string) *Problem {
	return &Problem{Code: code, Message: message}
}

// TooDeep is the problem of values that hold more levels than they may where they stand.
func TooDeep() *Problem { return problem(ProblemNesting, msgNesting) }

func numberProblem(message string) *Problem { return problem(ProblemNumber, message) }

// duplicateProblem refuses a set whose members, as the request wrote them, are not all different.
func duplicateProblem(t Type, members []string) *Problem {
	if t == NS {
		return problem(ProblemDuplicate, "Input collection contains duplicates")
	}
	kind := " contains duplicates."
	if t == BS {
		kind = "of type BS contains duplicates."
	}
	p := problem(ProblemDuplicate, invalidParameter+`Input collection ["`+strings.Join(members, `", "`)+`"]`+kind)
	p.Older = invalidParameter + "Input collection [" + strings.Join(members, ", ") + "]" + kind
	return p
}

// rank orders the problems of one value of several members the way the service reports them.
func (p *Problem) rank() int {
	switch p.Code {
	case ProblemEmptySet, ProblemNullMember, ProblemDuplicate:
		return 1
	case ProblemNumber:
		return 2
	case ProblemNullFalse:
		return 3
	default:
		return 4
	}
}

// worse gives the one of two problems that is reported; either may be nil.
func worse(a, b *Problem) *Problem {
	if a == nil || b != nil && b.rank() < a.rank() {
		return b
	}
	return a
}
