package translator

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/api"
)

// expected prepares a PutItem with an Expected; more are further members.
func expected(t *testing.T, conditions, more string) (*PutItem, string) {
	t.Helper()
	body := `{"TableName":"pairs","Item":{"p":{"S":"x"},"c":{"N":"1"}},"Expected":{` + conditions + `}` + more + `}`
	p, err := PreparePutItem(request[*api.PutItemInput](t, "PutItem", body), exprs)
	return p, refusal(err)
}

func condition(operator string, values ...string) string {
	return `{"ComparisonOperator":"` + operator + `","AttributeValueList":[` + strings.Join(values, ",") + `]}`
}

func TestLegacyConditionsBecomePredicates(t *testing.T) {
	const n1, n2, s = `{"N":"1"}`, `{"N":"2"}`, `{"S":"x"}`
	many := strings.Repeat(n1+",", 100)
	shown := strings.TrimSuffix(strings.Repeat(n1+",", 100), ",")
	for _, c := range []struct {
		name, conditions, more, want string
		onMissing                    bool
	}{
		{"EQ", `"a":` + condition("EQ", n1), "", `[a]={"N":"1"}`, false},
		{"NE holds where nothing is", `"a":` + condition("NE", n1), "", `[a]<>{"N":"1"}`, true},
		{"LT", `"a":` + condition("LT", n1), "", `[a]<{"N":"1"}`, false},
		{"LE", `"a":` + condition("LE", n1), "", `[a]<={"N":"1"}`, false},
		{"GT", `"a":` + condition("GT", n1), "", `[a]>{"N":"1"}`, false},
		{"GE", `"a":` + condition("GE", n1), "", `[a]>={"N":"1"}`, false},
		{"BETWEEN", `"a":` + condition("BETWEEN", n1, n2), "", `[a] BETWEEN {"N":"1"} AND {"N":"2"}`, false},
		{"IN", `"a":` + condition("IN", n1, n2), "", `[a] IN ({"N":"1"},{"N":"2"})`, false},
		{"IN of more than an expression's takes", `"a":` + condition("IN", many+n2), "", `([a] IN (` + shown + `) OR [a] IN (` + n2 + `))`, false},
		{"BEGINS_WITH", `"a":` + condition("BEGINS_WITH", s), "", `begins([a],{"S":"x"})`, false},
		{"CONTAINS", `"a":` + condition("CONTAINS", s), "", `contains([a],{"S":"x"})`, false},
		{"NOT_CONTAINS is false where nothing is", `"a":` + condition("NOT_CONTAINS", s), "", `(exists[a] AND NOT contains([a],{"S":"x"}))`, false},
		{"NULL", `"a":` + condition("NULL"), "", `NOT exists[a]`, true},
		{"NOT_NULL", `"a":` + condition("NOT_NULL"), "", `exists[a]`, false},
		{"a value", `"a":{"Value":` + n1 + `}`, "", `[a]={"N":"1"}`, false},
		{"a value that exists", `"a":{"Value":` + n1 + `,"Exists":true}`, "", `[a]={"N":"1"}`, false},
		{"a value with an operator", `"a":{"Value":` + n1 + `,"ComparisonOperator":"LT"}`, "", `[a]<{"N":"1"}`, false},
		{"nothing may exist", `"a":{"Exists":false}`, "", `NOT exists[a]`, true},
		{"names are literal", `"#zone.x[0]":{"Value":` + s + `}`, "", `[#zone.x[0]]={"S":"x"}`, false},
		{"all must hold", `"a":{"Value":` + n1 + `},"b":{"Value":` + n2 + `},"d":{"Exists":false}`, "", `([a]={"N":"1"} AND [b]={"N":"2"} AND NOT exists[d])`, false},
		{"one must hold", `"a":{"Value":` + n1 + `},"b":{"Exists":false}`, `,"ConditionalOperator":"OR"`, `([a]={"N":"1"} OR NOT exists[b])`, true},
		{"no condition", ``, "", `always`, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, refused := expected(t, c.conditions, c.more)
			if refused != "" {
				t.Fatal(refused)
			}
			w, err := p.Plan(pairs())
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.conditions, show(w.Items[0].Condition), c.want)
			if got := w.Items[0].HoldsOnMissing; got != c.onMissing {
				t.Errorf("on a missing item: got %v", got)
			}
		})
	}
}

// Every form of legacy condition has the same rules for what operators take.
func TestLegacyOperatorsTakeOnlySomeValues(t *testing.T) {
	const n1, n2, s, set, list, flag, null = `{"N":"1"}`, `{"N":"2"}`, `{"S":"x"}`, `{"SS":["x"]}`, `{"L":[]}`, `{"BOOL":true}`, `{"NULL":true}`
	const invalid = "One or more parameter values were invalid: "
	arguments := func(operator string) string {
		return invalid + "Invalid number of argument(s) for the " + operator + " ComparisonOperator"
	}
	notFor := func(operator, typ string) string {
		return invalid + "ComparisonOperator " + operator + " is not valid for " + typ + " AttributeValue type"
	}
	for _, c := range []struct{ name, condition, want string }{
		{"EQ of nothing", condition("EQ"), arguments("EQ")},
		{"EQ of two", condition("EQ", n1, n2), arguments("EQ")},
		{"EQ of anything", condition("EQ", list), ""},
		{"NE of two", condition("NE", n1, n2), arguments("NE")},
		{"LT of a set", condition("LT", set), notFor("LT", "SS")},
		{"GE of a boolean", condition("GE", flag), notFor("GE", "BOOL")},
		{"BETWEEN of one", condition("BETWEEN", n1), arguments("BETWEEN")},
		{"BETWEEN of two types", condition("BETWEEN", n1, s), invalid + "AttributeValues inside AttributeValueList must be of same type"},
		{"BETWEEN of lists", condition("BETWEEN", list, list), notFor("BETWEEN", "L")},
		{"BETWEEN the wrong way round", condition("BETWEEN", n2, n1), "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound"},
		{"IN of nothing", condition("IN"), arguments("IN")},
		{"IN of two types", condition("IN", n1, s), invalid + "AttributeValues inside AttributeValueList must be of same type"},
		{"IN with a bad last member", condition("IN", null), notFor("IN", "NULL")},
		{"BEGINS_WITH of a number", condition("BEGINS_WITH", n1), notFor("BEGINS_WITH", "N")},
		{"CONTAINS of a list", condition("CONTAINS", list), notFor("CONTAINS", "L")},
		{"CONTAINS of a boolean", condition("CONTAINS", flag), ""},
		{"NOT_CONTAINS of a set", condition("NOT_CONTAINS", set), notFor("NOT_CONTAINS", "SS")},
		{"NULL of one", condition("NULL", n1), arguments("NULL")},
		{"NOT_NULL of one", condition("NOT_NULL", n1), arguments("NOT_NULL")},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := expected(t, `"a":`+c.condition, "")
			want := c.want
			if want != "" {
				want = "1 validation error detected: " + want
			}
			same(t, "Expected", got, want)

			_, err := PrepareScan(request[*api.ScanInput](t, "Scan", `{"TableName":"pairs","ScanFilter":{"a":`+c.condition+`}}`), exprs)
			same(t, "ScanFilter", refusal(err), c.want)

			_, got = prepareQuery(t, `{"TableName":"pairs","KeyConditions":{"p":`+condition("EQ", s)+`},"QueryFilter":{"a":`+c.condition+`}}`)
			same(t, "QueryFilter", got, c.want)
		})
	}
}

func TestExpectedIsRefusedWhenItsPartsClash(t *testing.T) {
	const n = `{"N":"1"}`
	for _, c := range []struct{ name, condition, want string }{
		{"a value that must not exist", `{"Value":` + n + `,"Exists":false}`, "Value cannot be used when Exists is false"},
		{"existence without value", `{"Exists":true}`, "Value must be provided when Exists is true"},
		{"nothing", `{}`, "Value must be provided when Exists is null"},
		{"a value and a list", `{"Value":` + n + `,"AttributeValueList":[` + n + `]}`, "Value and AttributeValueList cannot be used together"},
		{"existence and an operator", `{"Exists":true,"ComparisonOperator":"EQ","AttributeValueList":[` + n + `]}`, "Exists and ComparisonOperator cannot be used together"},
		{"a list without operator", `{"AttributeValueList":[` + n + `]}`, "AttributeValueList can only be used with a ComparisonOperator"},
		{"an operator without value", `{"ComparisonOperator":"EQ"}`, "Value or AttributeValueList must be used with ComparisonOperator: EQ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := expected(t, `"a":`+c.condition, "")
			same(t, c.condition, got, "1 validation error detected: One or more parameter values were invalid: "+c.want+" for Attribute: a")
		})
	}
}

func TestKeyConditionsOfTheOldForm(t *testing.T) {
	const p, n1, n2 = `"p":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"x"}]}`, `{"N":"1"}`, `{"N":"2"}`
	for _, c := range []struct{ name, keys, want string }{
		{"only the partition", p, "[,]"},
		{"equal", p + `,"c":` + condition("EQ", n1), "[03820b,03820b]"},
		{"the sort key first", `"c":` + condition("LE", n1) + "," + p, "[,03820b]"},
		{"between", p + `,"c":` + condition("BETWEEN", n1, n2), "[03820b,038215]"},
		{"above", p + `,"c":` + condition("GT", n1), "(03820b,]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, refused := prepareQuery(t, `{"TableName":"pairs","KeyConditions":{`+c.keys+`}}`)
			if refused != "" {
				t.Fatal(refused)
			}
			r, err := q.Plan(pairs())
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.keys, showRange(r.Plan.Range), c.want)
		})
	}
	const indexable = "Attempted conditional constraint is not an indexable operation"
	for _, c := range []struct{ name, keys, want string }{
		{"none", ``, "Conditions can be of length 1 or 2 only"},
		{"three", p + `,"c":` + condition("EQ", n1) + `,"d":` + condition("EQ", n1), "Conditions can be of length 1 or 2 only"},
		{"an operator for filters", p + `,"c":` + condition("NE", n1), indexable},
		{"existence", p + `,"c":` + condition("NOT_NULL"), indexable},
		{"a number as prefix", p + `,"c":` + condition("BEGINS_WITH", n1), "One or more parameter values were invalid: ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, got := prepareQuery(t, `{"TableName":"pairs","KeyConditions":{`+c.keys+`}}`)
			if got == "" {
				_, err := q.Plan(pairs())
				got = refusal(err)
			}
			same(t, c.keys, got, c.want)
		})
	}
}

func TestQueryFilterOnAKeyIsRefusedByItsOwnName(t *testing.T) {
	q, refused := prepareQuery(t, `{"TableName":"pairs","KeyConditions":{"p":`+condition("EQ", `{"S":"x"}`)+`},"QueryFilter":{"c":`+condition("EQ", `{"N":"1"}`)+`}}`)
	if refused != "" {
		t.Fatal(refused)
	}
	_, err := q.Plan(pairs())
	same(t, "filter on c", refusal(err), "QueryFilter can only contain non-primary key attributes: Primary key attribute: c")
}
