package gosdk

import (
	"strconv"
	"strings"
	"testing"
)

// nested is a list inside a list, n levels deep, with a string inside; in an item it adds n levels.
func nested(n int) string {
	return strings.Repeat(`{"L":[`, n) + `{"S":"x"}` + strings.Repeat(`]}`, n)
}

// Numbers come back in canonical form: as the service writes them, whatever the request wrote.
func TestPutItem_numbers(t *testing.T) {
	forms := []struct{ given, stored string }{
		{"0", "0"}, {"-0", "0"}, {"0.000", "0"}, {"0e10", "0"}, {"+5", "5"}, {"5.0", "5"}, {"005", "5"}, {"-1.50", "-1.5"},
		{"1e3", "1000"}, {"1E+3", "1000"}, {"12e-1", "1.2"}, {".5", "0.5"}, {"5.", "5"}, {"100", "100"},
		{"1e-7", "0.0000001"},
		{"12345678901234567890123456789012345678", "12345678901234567890123456789012345678"},
		{"0.12345678901234567890123456789012345678", "0.12345678901234567890123456789012345678"},
		{"1234567890123456789012345678901234567800", "1234567890123456789012345678901234567800"},
		{"-99999999999999999999999999999999999999", "-99999999999999999999999999999999999999"},
		{"9.9999999999999999999999999999999999999e125", "99999999999999999999999999999999999999" + strings.Repeat("0", 88)},
		{"1e125", "1" + strings.Repeat("0", 125)},
		{"1e-130", "0." + strings.Repeat("0", 129) + "1"},
		{"-1e-130", "-0." + strings.Repeat("0", 129) + "1"},
	}
	var scenarios []scenario
	for _, f := range forms {
		scenarios = append(scenarios, scenario{name: f.given + " is stored as " + f.stored[:min(len(f.stored), 40)], steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"n":{"N":"` + f.given + `"},"ns":{"NS":["` + f.given + `"]}}}`, `{}`},
			{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"},"n":{"N":"` + f.stored + `"},"ns":{"NS":["` + f.stored + `"]}}}`},
		}})
	}
	run(t, hashTable, "Developer guide: HowItWorks.NamingRulesDataTypes: Number", scenarios)
}

func TestPutItem_refused_numbers(t *testing.T) {
	const (
		overflow  = "Number overflow. Attempting to store a number with magnitude larger than supported range"
		underflow = "Number underflow. Attempting to store a number with magnitude smaller than supported range"
		digits    = "Attempting to store more than 38 significant digits in a Number"
		notANum   = "The parameter cannot be converted to a numeric value: "
	)
	refused := []struct{ given, text string }{
		{"1e126", overflow}, {"-1e126", overflow}, {"1e99999999999", overflow}, {"0e126", overflow},
		{"1e-131", underflow}, {"-9e-131", underflow}, {"1e-99999999999", underflow},
		{"123456789012345678901234567890123456789", digits}, {"0.123456789012345678901234567890123456789", digits},
		{"", "*numeric value*"}, {"abc", notANum + "abc"}, {"NaN", notANum + "NaN"}, {"Infinity", notANum + "Infinity"}, {"1 ", notANum + "1 "},
		{"0x10", notANum + "0x10"}, {"1e", notANum + "1e"}, {"1.2.3", notANum + "1.2.3"}, {"1+2", notANum + "1+2"},
	}
	var scenarios []scenario
	for _, r := range refused {
		want := "ValidationException: 1 validation error detected: " + r.text
		scenarios = append(scenarios, scenario{name: "the number " + r.given, steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"n":{"N":"` + r.given + `"}}}`, want},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"m":{"M":{"l":{"L":[{"NS":["1","` + r.given + `"]}]}}}}}`, want},
		}})
	}
	run(t, hashTable, "Developer guide: HowItWorks.NamingRulesDataTypes: Number; texts measured against the service", scenarios)
}

func TestGetItem_numbers_as_keys(t *testing.T) {
	byNumber := `{"BillingMode":"PAY_PER_REQUEST",
		"AttributeDefinitions":[{"AttributeName":"n","AttributeType":"N"}],
		"KeySchema":[{"AttributeName":"n","KeyType":"HASH"}]}`
	run(t, byNumber, "Developer guide: HowItWorks.NamingRulesDataTypes: Number", []scenario{
		{name: "ways of writing one number name one item", given: []string{`{"n":{"N":"5"},"v":{"S":"x"}}`}, steps: []step{
			{"GetItem", `{"Key":{"n":{"N":"5.0"}}}`, `{"Item":{"n":{"N":"5"},"v":{"S":"x"}}}`},
			{"GetItem", `{"Key":{"n":{"N":"+50e-1"}}}`, `{"Item":{"n":{"N":"5"},"v":{"S":"x"}}}`},
			{"PutItem", `{"Item":{"n":{"N":"0.5e1"}},"ReturnValues":"ALL_OLD"}`, `{"Attributes":{"n":{"N":"5"},"v":{"S":"x"}}}`},
		}},
		{name: "minus zero is zero", given: []string{`{"n":{"N":"-0"}}`}, steps: []step{
			{"GetItem", `{"Key":{"n":{"N":"0"}}}`, `{"Item":{"n":{"N":"0"}}}`},
		}},
		{name: "numbers that differ in the 38th digit are different keys", given: []string{`{"n":{"N":"12345678901234567890123456789012345678"}}`}, steps: []step{
			{"GetItem", `{"Key":{"n":{"N":"12345678901234567890123456789012345679"}}}`, `{}`},
		}},
	})
}

// jsonMember renders one member of a request from texts of JSON, with the comma before it; nothing for an empty map.
func jsonMember(name string, values map[string]string) string {
	if len(values) == 0 {
		return ""
	}
	var parts []string
	for key, value := range values {
		parts = append(parts, `"`+key+`":`+value)
	}
	return `,"` + name + `":{` + strings.Join(parts, ",") + `}`
}

func itoa(n int) string { return strconv.Itoa(n) }

// canonicalForm is how the service writes the numbers of the ordering cases; other texts are given back as they are.
func canonicalForm(text string) string {
	switch text {
	case "-9.9e125":
		return "-99" + strings.Repeat("0", 124)
	case "9.9e125":
		return "99" + strings.Repeat("0", 124)
	case "1e-130":
		return "0." + strings.Repeat("0", 129) + "1"
	case "-1e-130":
		return "-0." + strings.Repeat("0", 129) + "1"
	}
	return text
}

// nulCharacters keeps U+0000, and the characters beside it, wherever a string can stand.
func TestPutItem_nul_characters(t *testing.T) {
	const nul, one, two = `a\u0000b`, `a\u0001b`, `a\u0001\u0001b`
	item := func(sk string) string {
		return `{"pk":{"S":"` + nul + `"},"sk":{"S":"` + sk + `"},"` + nul + `":{"S":"` + nul + `"},"m":{"M":{"` + nul + `":{"L":[{"S":"` + nul + `"}]}}},"s":{"SS":["` + nul + `","` + two + `","` + one + `"]}}`
	}
	key := func(sk string) string { return `"Key":{"pk":{"S":"` + nul + `"},"sk":{"S":"` + sk + `"}}` }
	condition := func(expression string) step {
		return step{"UpdateItem", `{` + key(nul) + `,"UpdateExpression":"SET touched = :t","ConditionExpression":"` + expression + `","ExpressionAttributeNames":{"#n":"` + nul + `"},
			"ExpressionAttributeValues":{":t":{"BOOL":true},":v":{"S":"` + nul + `"}}}`, `{}`}
	}
	run(t, sortedTable, "Developer guide: HowItWorks.NamingRulesDataTypes: String (UTF-8)", []scenario{
		{name: "comes back as it was written, and is not what stands in for it", given: []string{item(nul), item(one), item(two)}, steps: []step{
			{"GetItem", `{` + key(nul) + `}`, `{"Item":` + item(nul) + `}`},
			{"GetItem", `{` + key(two) + `}`, `{"Item":` + item(two) + `}`},
			{"Query", `{"ProjectionExpression":"sk","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"` + nul + `"}}}`,
				`{"Items":[{"sk":{"S":"` + nul + `"}},{"sk":{"S":"` + two + `"}},{"sk":{"S":"` + one + `"}}],"Count":3,"ScannedCount":3}`},
			{"Query", `{"Select":"COUNT","KeyConditionExpression":"pk = :p AND begins_with(sk, :v)","ExpressionAttributeValues":{":p":{"S":"` + nul + `"},":v":{"S":"a\u0000"}}}`, `{"Count":1,"ScannedCount":1}`},
			condition("#n = :v"), condition("contains(#n, :v)"), condition("begins_with(#n, :v)"), condition("m.#n[0] = :v AND contains(s, :v)"), condition("size(#n) <> :t AND #n IN (:v)"),
		}},
	})
}

func TestUpdateItem_sums_keep_38_digits(t *testing.T) {
	const digits = "12345678901234567890123456789012345678"
	run(t, hashTable, "Developer guide: HowItWorks.NamingRulesDataTypes: Number: up to 38 digits of precision", []scenario{
		{name: "where a float would not", given: []string{`{"pk":{"S":"a"},"n":{"N":"` + digits + `"}}`}, steps: []step{
			{"UpdateItem", `{"Key":{"pk":{"S":"a"}},"UpdateExpression":"ADD n :one SET m = n - :one","ExpressionAttributeValues":{":one":{"N":"1"}},"ReturnValues":"UPDATED_NEW"}`,
				`{"Attributes":{"n":{"N":"12345678901234567890123456789012345679"},"m":{"N":"12345678901234567890123456789012345677"}}}`},
			{"Scan", `{"Select":"COUNT","FilterExpression":"n > :n","ExpressionAttributeValues":{":n":{"N":"` + digits + `"}}}`, `{"Count":1,"ScannedCount":1}`},
			{"Scan", `{"Select":"COUNT","FilterExpression":"n = :n","ExpressionAttributeValues":{":n":{"N":"` + digits + `"}}}`, `{"Count":0,"ScannedCount":1}`},
		}},
	})
}
