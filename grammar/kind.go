package grammar

// Kind is the parameter that an expression was given in. Conditions, filters and key conditions share one grammar.
type Kind uint8

// The kinds of expressions.
const (
	Condition Kind = iota
	Filter
	KeyCondition
	Update
	Projection
	Statement // of PartiQL: its errors name no parameter
)

var kindNames = [...]string{"ConditionExpression", "FilterExpression", "KeyConditionExpression", "UpdateExpression", "ProjectionExpression",
	"Statement"}

// String gives the parameter's name, as the service's errors spell it.
func (k Kind) String() string { return kindNames[k] }
