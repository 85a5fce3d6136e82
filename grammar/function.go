package grammar

// place is where a function call, or whatever else gives a value, stands.
type place uint8

const (
	asCondition place = iota // a condition by itself
	asOperand                // compared, or an argument in a condition
	asAssigned               // the whole of what SET assigns
	asNested                 // part of arithmetic, or an argument in an update
)

// functions says for every function the places it may stand in. What it may be given is the translator's to check.
var functions = map[string][]place{
	"attribute_exists":     {asCondition},
	"attribute_not_exists": {asCondition},
	"attribute_type":       {asCondition},
	"begins_with":          {asCondition},
	"contains":             {asCondition},
	"size":                 {asOperand},
	"if_not_exists":        {asAssigned, asNested},
	"list_append":          {asAssigned},
}

// inUpdate tells the places of updates from those of conditions.
func (p place) inUpdate() bool { return p >= asAssigned }

// checkFunction says what is wrong with a function of that name in that place; 0 when nothing is.
func checkFunction(name string, at place) Problem {
	places, ok := functions[name]
	if !ok {
		return UnknownFunction
	}
	for _, p := range places {
		if p == at {
			return 0
		}
	}
	if places[0].inUpdate() != at.inUpdate() {
		return FunctionNotAllowed
	}
	return FunctionMisplaced
}
