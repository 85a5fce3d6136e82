package gosdk

import (
	"fmt"
	"strings"
	"testing"
)

// conditionItem is the item every condition of this file looks at.
const conditionItem = `{"pk":{"S":"a"},
	"n":{"N":"5"},"big":{"N":"12345678901234567890123456789012345678"},"neg":{"N":"-1.5"},"s":{"S":"hello"},"e":{"S":""},"sz":{"S":"é😀"},"nul":{"S":"a\u0000b"},
	"b":{"B":"AP8="},"bf":{"B":"//8="},"t":{"BOOL":true},"null":{"NULL":true},"l":{"L":[{"N":"1"},{"S":"x"},{"L":[{"N":"2"}]}]},
	"m":{"M":{"k":{"S":"v"},"in":{"M":{"deep":{"N":"7"}}}}},"ss":{"SS":["a","b"]},"ns":{"NS":["1","2.5"]},"bs":{"BS":["AQ==","Ag=="]},"pct":{"S":"100%_x"}}`

// conditionValues are the values the conditions use by name.
var conditionValues = map[string]string{
	":zero": `{"N":"0"}`, ":five": `{"N":"5.0"}`, ":six": `{"N":"6"}`, ":bigger": `{"N":"12345678901234567890123456789012345679"}`, ":neg": `{"N":"-1.50"}`,
	":hello": `{"S":"hello"}`, ":he": `{"S":"he"}`, ":ll": `{"S":"ll"}`, ":z": `{"S":"z"}`, ":empty": `{"S":""}`, ":a": `{"S":"a"}`, ":anul": `{"S":"a\u0000"}`, ":asoh": `{"S":"a\u0001"}`,
	":pct": `{"S":"100%_"}`, ":under": `{"S":"100__"}`, ":b0": `{"B":"AA=="}`, ":b80": `{"B":"gA=="}`, ":bff": `{"B":"/w=="}`, ":true": `{"BOOL":true}`, ":null": `{"NULL":true}`,
	":list": `{"L":[{"N":"1.0"},{"S":"x"},{"L":[{"N":"2"}]}]}`, ":map": `{"M":{"in":{"M":{"deep":{"N":"7"}}},"k":{"S":"v"}}}`, ":ss": `{"SS":["b","a"]}`, ":ns": `{"NS":["2.50","1"]}`,
	":one": `{"N":"1"}`, ":two": `{"N":"2"}`, ":three": `{"N":"3"}`, ":bone": `{"B":"AQ=="}`, ":typeS": `{"S":"S"}`, ":typeN": `{"S":"N"}`, ":typeM": `{"S":"M"}`, ":typeNULL": `{"S":"NULL"}`, ":innerlist": `{"L":[{"N":"2"}]}`,
}

// conditions are judged as ConditionExpression of a write and as FilterExpression of a Scan: both must agree.
var conditions = []struct {
	name, expression string
	values           []string
	holds            bool
}{
	{"numbers are equal by value", "n = :five", []string{":five"}, true},
	{"numbers differ in the 38th digit", "big = :bigger", []string{":bigger"}, false},
	{"and are ordered by it", "big < :bigger", []string{":bigger"}, true},
	{"negative numbers", "neg = :neg", []string{":neg"}, true},
	{"negative is less than zero", "neg < :zero", []string{":zero"}, true},
	{"a string is less than a later one", "s < :z", []string{":z"}, true},
	{"a number is not comparable with a string", "n < :z", []string{":z"}, false},
	{"nor with <>, which then is true", "n <> :z", []string{":z"}, true},
	{"NOT of an incomparable comparison is true", "NOT n < :z", []string{":z"}, true},
	{"the empty string equals itself", "e = :empty", []string{":empty"}, true},
	{"and is less than any other", "e < :a", []string{":a"}, true},
	{"NUL sorts before U+0001", "nul < :asoh", []string{":asoh"}, true},
	{"a text with NUL begins with its beginning", "begins_with(nul, :anul)", []string{":anul"}, true},
	{"a text with NUL is longer than its beginning", "nul > :anul", []string{":anul"}, true},
	{"bytes are unsigned", "bf > :b80", []string{":b80"}, true},
	{"binaries begin with bytes", "begins_with(bf, :bff)", []string{":bff"}, true},
	{"binaries with 0x00", "begins_with(b, :b0)", []string{":b0"}, true},
	{"a percent sign is a character", "begins_with(pct, :pct)", []string{":pct"}, true},
	{"an underscore is no wildcard", "begins_with(pct, :under)", []string{":under"}, false},
	{"begins_with on another type is false", "begins_with(n, :he)", []string{":he"}, false},
	{"begins_with the empty string is true", "begins_with(s, :empty)", []string{":empty"}, true},
	{"BETWEEN includes its bounds", "n BETWEEN :five AND :six", []string{":five", ":six"}, true},
	{"BETWEEN of another type is false", "s BETWEEN :five AND :six", []string{":five", ":six"}, false},
	{"a value BETWEEN two attributes", ":zero BETWEEN neg AND n", []string{":zero"}, true},
	{"IN finds a value of mixed types", "s IN (:five, :hello, :null)", []string{":five", ":hello", ":null"}, true},
	{"IN compares deeply", "l IN (:z, :list)", []string{":z", ":list"}, true},
	{"IN of none is false", "n IN (:six, :z)", []string{":six", ":z"}, false},
	{"a missing attribute is IN nothing", "nothing IN (:six)", []string{":six"}, false},
	{"booleans are equal", "t = :true", []string{":true"}, true},
	{"NULL equals NULL", "#null = :null", []string{":null"}, true},
	{"lists are equal in order, numbers inside by value", "l = :list", []string{":list"}, true},
	{"maps are equal in any order", "m = :map", []string{":map"}, true},
	{"sets are equal in any order", "ss = :ss", []string{":ss"}, true},
	{"number sets by value", "ns = :ns", []string{":ns"}, true},
	{"a set is not equal to a set of another type", "ss = :ns", []string{":ns"}, false},
	{"a missing attribute is unequal to everything", "nothing <> :five", []string{":five"}, true},
	{"and equal to nothing", "nothing = :five", []string{":five"}, false},
	{"nor is it less", "nothing < :five", []string{":five"}, false},
	{"nor equal to another missing one", "nothing = nowhere", nil, false},
	{"but unequal to it", "nothing <> nowhere", nil, true},
	{"two attributes compare", "neg < n", nil, true},
	{"a nested path", "m.#in.deep > :six", []string{":six"}, true},
	{"a list element inside a list", "l[2][0] = :two", []string{":two"}, true},
	{"an element past the end is missing", "attribute_exists(l[9])", nil, false},
	{"a path through a scalar is missing", "attribute_not_exists(n.x)", nil, true},
	{"attribute_exists of NULL is true", "attribute_exists(#null)", nil, true},
	{"attribute_type tells", "attribute_type(m, :typeM)", []string{":typeM"}, true},
	{"attribute_type of NULL", "attribute_type(#null, :typeNULL)", []string{":typeNULL"}, true},
	{"attribute_type of a missing attribute is false", "attribute_type(nothing, :typeS)", []string{":typeS"}, false},
	{"contains finds a substring", "contains(s, :ll)", []string{":ll"}, true},
	{"contains of the empty string", "contains(s, :empty)", []string{":empty"}, true},
	{"contains finds a set member", "contains(ss, :a)", []string{":a"}, true},
	{"contains finds a number in a set by value", "contains(ns, :one)", []string{":one"}, true},
	{"contains finds a binary in a set", "contains(bs, :bone)", []string{":bone"}, true},
	{"contains finds a list element", "contains(l, :one)", []string{":one"}, true},
	{"contains finds a list in a list", "contains(l, :innerlist)", []string{":innerlist"}, true},
	{"contains does not look deeper", "contains(l, :two)", []string{":two"}, false},
	{"contains of a number in a string is false", "contains(s, :five)", []string{":five"}, false},
	{"size counts UTF-16 units", "size(sz) = :three", []string{":three"}, true},
	{"size counts bytes", "size(b) = :two", []string{":two"}, true},
	{"size counts members", "size(m) = :two AND size(ss) = :two AND size(l) = :three", []string{":two", ":three"}, true},
	{"size of NUL counts one", "size(nul) = :three", []string{":three"}, true},
	{"size of a number is nothing", "size(n) >= :zero", []string{":zero"}, false},
	{"size of a missing attribute is nothing", "size(nothing) < :five", []string{":five"}, false},
	{"AND binds tighter than OR", "n = :five OR n = :six AND n = :zero", []string{":five", ":six", ":zero"}, true},
	{"NOT binds tighter than AND", "NOT n = :six AND n = :five", []string{":six", ":five"}, true},
	{"parentheses change that", "(n = :five OR n = :six) AND n = :zero", []string{":five", ":six", ":zero"}, false},
	{"keywords in any case", "not n in (:six) aNd n between :zero And :six", []string{":six", ":zero"}, true},
}

var conditionNames = map[string]string{"#null": "null", "#in": "in"}

func TestUpdateItem_conditions(t *testing.T) {
	const source = "Developer guide: Expressions.OperatorsAndFunctions"
	group(t, func(t *testing.T, c *caller) {
		for _, cond := range conditions {
			runCase(t, cond.name, source, func(t *testing.T) {
				table := c.Borrow(t, hashTable)
				c.OK(t, "PutItem", tableInput(table, `{"Item":`+conditionItem+`}`))
				rest := placeholders(cond.expression, cond.values)
				want, count := "{}", 1
				if !cond.holds {
					want, count = "ConditionalCheckFailedException: The conditional request failed", 0
				}
				playStep(t, c, table, step{"UpdateItem", `{"Key":{"pk":{"S":"a"}},"ConditionExpression":"` + cond.expression + `"` + rest + `}`, want})
				playStep(t, c, table, step{"Scan", `{"Select":"COUNT","FilterExpression":"` + cond.expression + `"` + rest + `}`,
					fmt.Sprintf(`{"Count":%d,"ScannedCount":1}`, count)})
			})
		}
	})
}

// placeholders are the name and value members an expression of this file needs.
func placeholders(expression string, values []string) string {
	return jsonMember("ExpressionAttributeNames", usedNames(expression)) + jsonMember("ExpressionAttributeValues", usedValues(values))
}

func TestPutItem_refused_conditions(t *testing.T) {
	put := func(expression, values string) string {
		in := `{"Item":{"pk":{"S":"a"}},"ConditionExpression":"` + expression + `"`
		if values != "" {
			in += `,"ExpressionAttributeValues":` + values
		}
		return in + `}`
	}
	const one, str = `{":v":{"N":"1"}}`, `{":v":{"S":"x"}}`
	rows := []struct{ name, expression, values, want string }{
		{"empty", ``, ``, `The expression can not be empty;`},
		{"blanks", ` `, ``, `Syntax error; token: "<EOF>", near: " "`},
		{"an unfinished comparison", `a =`, ``, `Syntax error; token: "<EOF>", near: "="`},
		{"a token too many", `a = :v b`, one, `Syntax error; token: "b", near: ":v b"`},
		{"a literal number", `a = 1`, ``, `Syntax error; token: "1", near: "= 1"`},
		{"a letter outside ASCII", `é = :v`, one, `Syntax error; token: "é", near: "é ="`},
		{"redundant parentheses", `((a = :v))`, one, `The expression has redundant parentheses;`},
		{"a reserved word, in the case it was written", `Name = :v`, one, `Attribute name is a reserved keyword; reserved keyword: Name`},
		{"an undefined value", `a = :w`, ``, `An expression attribute value used in expression is not defined; attribute value: :w`},
		{"an undefined name", `#a = :v`, one, `An expression attribute name used in the document path is not defined; attribute name: #a`},
		{"an unknown function", `exists(a)`, ``, `Invalid function name; function: exists`},
		{"a function's name in another case", `Begins_With(a, :v)`, str, `Invalid function name; function: Begins_With`},
		{"a function with too few arguments", `contains(a)`, ``, `Incorrect number of operands for operator or function; operator or function: contains, number of operands: 1`},
		{"begins_with a number", `begins_with(a, :v)`, one, `Incorrect operand type for operator or function; operator or function: begins_with, operand type: N`},
		{"an ordering of a boolean", `a < :v`, `{":v":{"BOOL":true}}`, `Incorrect operand type for operator or function; operator or function: <, operand type: BOOL`},
		{"an ordering of a list", `a >= :v`, `{":v":{"L":[]}}`, `Incorrect operand type for operator or function; operator or function: >=, operand type: L`},
		{"size as a condition", `size(a)`, ``, `The function is not allowed to be used this way in an expression; function: size`},
		{"attribute_exists as an operand", `attribute_exists(a) = :v`, one, `The function is not allowed to be used this way in an expression; function: attribute_exists`},
		{"an update's function", `list_append(a, :v) = :v`, `{":v":{"L":[]}}`, `The function is not allowed in a condition expression; function: list_append`},
		{"contains of a path in itself", `contains(a, a)`, ``, `The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [a]`},
		{"BETWEEN bounds in the wrong order", `a BETWEEN :v AND :w`, `{":v":{"N":"2"},":w":{"N":"1"}}`, `The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}`},
		{"BETWEEN bounds of two types", `a BETWEEN :v AND :w`, `{":v":{"N":"2"},":w":{"S":"1"}}`, `The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {S:1}`},
		{"a type that does not exist", `attribute_type(a, :v)`, `{":v":{"S":"T"}}`, `Invalid attribute type name found; type: T, valid types: {*}`},
		{"attribute_type of a number", `attribute_type(a, :v)`, one, `Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N`},
		{"an index with a leading zero", `l[01] = :v`, one, `Syntax error; token: "1", near: "01]"`},
		{"an expression past 4096 bytes", letters(4097), ``, `Expression size has exceeded the maximum allowed size*`},
	}
	var scenarios []scenario
	for _, r := range rows {
		scenarios = append(scenarios, scenario{name: r.name, steps: []step{
			{"PutItem", put(r.expression, r.values), "ValidationException: 1 validation error detected: Invalid ConditionExpression: " + r.want},
		}})
	}
	scenarios = append(scenarios,
		scenario{name: "a value that is not used, before the table is looked up", steps: []step{
			{"DeleteItem", `{"TableName":"conformance.nowhere","Key":{"pk":{"S":"a"}},"ConditionExpression":"attribute_exists(a)","ExpressionAttributeValues":{":v":{"N":"1"}}}`, `ValidationException: 1 validation error detected: Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}`},
		}},
		scenario{name: "a name that is not used", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"}},"ConditionExpression":"attribute_exists(a)","ExpressionAttributeNames":{"#n":"n"}}`, `ValidationException: 1 validation error detected: Value provided in ExpressionAttributeNames unused in expressions: keys: {#n}`},
		}},
	)
	run(t, hashTable, "Developer guide: Expressions.OperatorsAndFunctions; texts measured against the service", scenarios)
}

func usedNames(expression string) map[string]string {
	used := map[string]string{}
	for placeholder, name := range conditionNames {
		if strings.Contains(expression, placeholder) {
			used[placeholder] = `"` + name + `"`
		}
	}
	return used
}

func usedValues(placeholders []string) map[string]string {
	used := map[string]string{}
	for _, placeholder := range placeholders {
		used[placeholder] = conditionValues[placeholder]
	}
	return used
}
