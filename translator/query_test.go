package translator

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// queryOf prepares a Query; conditions is the key condition, values the members of its map, more further members.
func queryOf(t *testing.T, condition, values, more string) (*Query, string) {
	t.Helper()
	body := `{"TableName":"pairs","KeyConditionExpression":"` + condition + `"`
	if values != "" {
		body += `,"ExpressionAttributeValues":{` + values + `}`
	}
	return prepareQuery(t, body+more+"}")
}

func prepareQuery(t *testing.T, body string) (*Query, string) {
	t.Helper()
	q, err := PrepareQuery(request[*api.QueryInput](t, "Query", body), exprs)
	return q, refusal(err)
}

const (
	part   = `":p":{"S":"x"}`
	number = part + `,":c":{"N":"1"}`
	prefix = part + `,":c":{"S":"ab"}`
)

func TestKeyConditionsAreRefusedBeforeTheTable(t *testing.T) {
	for _, c := range []struct{ name, condition, values, want string }{
		{"an undefined value", "p=:p", "", "Invalid KeyConditionExpression: An expression attribute value used in expression is not defined; attribute value: :p"},
		{"an unused value before a bad operator", "p<>:p", number, "Value provided in ExpressionAttributeValues unused in expressions: keys: {:c}"},
		{"two conditions on one key", "p=:p and c>:c and c<:c", number, "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key"},
		{"inequality", "p=:p and c<>:c", number, "Invalid operator used in KeyConditionExpression: <>"},
		{"a list", "p=:p and c in (:c)", number, "Invalid operator used in KeyConditionExpression: IN"},
		{"OR", "p=:p or c=:c", number, "Invalid operator used in KeyConditionExpression: OR"},
		{"NOT", "not c=:c and p=:p", number, "Invalid operator used in KeyConditionExpression: NOT"},
		{"another function", "p=:p and attribute_exists(c)", part, "Invalid operator used in KeyConditionExpression: attribute_exists"},
		{"an unknown function", "p=:p and dog(c)", part, "Invalid KeyConditionExpression: Invalid function name; function: dog"},
		{"a size", "p=:p and size(c)=:c", number, "Invalid KeyConditionExpression: KeyConditionExpressions cannot contain nested operations"},
		{"the size of a value", "p=:p and c=size(:c)", prefix, "Invalid KeyConditionExpression: KeyConditionExpressions cannot contain nested operations"},
		{"a nested attribute", "p=:p and a.b<:c", number, "Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes"},
		{"two attributes", "p=c", "", "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition"},
		{"an attribute as bound", "p=:p and c between :c and p", number, "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition"},
		{"no attribute", ":p=:p", part, "Invalid condition in KeyConditionExpression: No key attribute specified"},
		{"a value between", "p=:p and :c between c and :c", number, "Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute as its first operand"},
		{"a value with a prefix", "p=:p and begins_with(:c, c)", prefix, "Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first operand"},
		{"a number as prefix", "p=:p and begins_with(c, :c)", number, "Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N"},
		{"an unordered type", "p=:p and c<:c", part + `,":c":{"BOOL":true}`, "Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: <, operand type: BOOL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := queryOf(t, c.condition, c.values, "")
			same(t, c.condition, got, c.want)
		})
	}
}

func TestKeyConditionsAreRefusedByTheSchema(t *testing.T) {
	const mismatch = "One or more parameter values were invalid: Condition parameter type does not match schema type"
	long := func(n int) string { return `{"S":"` + strings.Repeat("x", n) + `"}` }
	for _, c := range []struct {
		name, condition, values, index string
		table                          *catalog.Table
		want                           string
	}{
		{"no partition", "c=:c", `":c":{"N":"1"}`, "", pairs(), "Query condition missed key schema element: p"},
		{"a partition by more than equality", "p<:p", part, "", pairs(), "Query key condition not supported"},
		{"a prefix of the partition", "begins_with(p,:p) and c=:c", number, "", pairs(), "Query key condition not supported"},
		{"an attribute that is no key", "p=:p and a=:c", number, "", pairs(), "Query condition missed key schema element: c"},
		{"more than there are keys", "p=:p and c=:c and a=:c", number, "", pairs(), "The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)"},
		{"a second one without sort key", "p=:p and c=:c", number, "", singles(), "Query key condition not supported"},
		{"the table's key on an index", "p=:p", part, "gall", indexed(), "Query condition missed key schema element: g"},
		{"a partition of another type", "p=:p", `":p":{"N":"1"}`, "", pairs(), mismatch},
		{"a sort key of another type", "p=:p and c=:c", part + `,":c":{"S":"x"}`, "", pairs(), mismatch},
		{"a sort key of no key's type", "p=:p and c=:c", part + `,":c":{"M":{}}`, "", pairs(), mismatch},
		{"bounds of another type", "p=:p and c between :c and :c", part + `,":c":{"S":"x"}`, "", pairs(), mismatch},
		{"an empty partition", "p=:p", `":p":{"S":""}`, "", pairs(), "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: p"},
		{"an empty prefix", "p=:p and begins_with(c,:c)", part + `,":c":{"S":""}`, "", indexed(), "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: c"},
		{"an empty index key", "g=:p", `":p":{"S":""}`, "gall", indexed(), "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: gall, IndexKey: g"},
		{"a partition too long", "p=:p", `":p":` + long(2049), "", pairs(), "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes"},
		{"a sort key too long", "p=:p and c>:c", part + `,":c":` + long(1025), "", indexed(), "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes"},
		{"the longest keys", "p=:p and c>:c", `":p":` + long(2048) + `,":c":` + long(1024), "", indexed(), ""},
		{"an index that is not there", "p=:p", part, "nope", pairs(), "The table does not have the specified index: nope"},
		{"half of a composite partition", "m1=:p", part, "gmany", indexed(), "Query key condition not supported: every HASH key attribute of the index needs a condition of equality"},
		{"a gap in a composite sort key", "m1=:p and m2=:p and r2=:c", number, "gmany", indexed(), "Query key condition not supported: a RANGE key attribute can only have a condition after conditions of equality on those before it"},
		{"a condition behind an inequality", "m1=:p and m2=:p and r1>:p and r2=:c", number, "gmany", indexed(), "Query key condition not supported: a RANGE key attribute can only have a condition after conditions of equality on those before it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			more := ""
			if c.index != "" {
				more = `,"IndexName":"` + c.index + `"`
			}
			q, refused := queryOf(t, c.condition, c.values, more)
			if refused != "" {
				t.Fatal(refused)
			}
			_, err := q.Plan(c.table)
			same(t, c.condition, refusal(err), c.want)
		})
	}
}

func TestKeyConditionsBecomeRanges(t *testing.T) {
	for _, c := range []struct{ name, condition, values, want string }{
		{"all of a partition", "p=:p", part, "[,]"},
		{"one key", "p=:p and c=:c", prefix, "[6162,6162]"},
		{"the sort key first", "c=:c and p=:p", prefix, "[6162,6162]"},
		{"the value first turns the comparison", ":p=p and :c<c", prefix, "(6162,]"},
		{"below", "p=:p and c<:c", prefix, "[,6162)"},
		{"up to", "p=:p and c<=:c", prefix, "[,6162]"},
		{"above", "p=:p and c>:c", prefix, "(6162,]"},
		{"from", "(p=:p) and (c>=:c)", prefix, "[6162,]"},
		{"between", "p=:p and c between :c and :d", prefix + `,":d":{"S":"b"}`, "[6162,62]"},
		{"a prefix", "p=:p and begins_with(c,:c)", prefix, "[6162,6163)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, refused := queryOf(t, c.condition, c.values, "")
			if refused != "" {
				t.Fatal(refused)
			}
			r, err := q.Plan(indexed())
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.condition, showRange(r.Plan.Range), c.want)
			if *r.Plan.Partition != attr.TokenOf(attr.StringValue("x")) {
				t.Error("another partition")
			}
		})
	}
}

func TestPrefixesOfBinariesEndBehindTheLastByteThatCanGrow(t *testing.T) {
	table := pairs()
	table.Sort.Type = attr.B
	for _, c := range []struct{ base64, want string }{
		{"AAH/", "[0001ff,0002)"},
		{"/wD//w==", "[ff00ffff,ff01)"},
		{"//8=", "[ffff,]"},
	} {
		q, refused := queryOf(t, "p=:p and begins_with(c,:c)", part+`,":c":{"B":"`+c.base64+`"}`, "")
		if refused != "" {
			t.Fatal(refused)
		}
		r, err := q.Plan(table)
		if err != nil {
			t.Fatal(err)
		}
		same(t, c.base64, showRange(r.Plan.Range), c.want)
	}
}

func TestNumberRangesUseOrderedBytes(t *testing.T) {
	q, refused := queryOf(t, "p=:p and c=:c", number, "")
	if refused != "" {
		t.Fatal(refused)
	}
	r, err := q.Plan(pairs())
	if err != nil {
		t.Fatal(err)
	}
	v, _ := attr.NumberValue("1.0")
	if want := attr.AppendKeyBytes(nil, v); string(r.Plan.Range.Low) != string(want) || string(r.Plan.Range.High) != string(want) {
		t.Errorf("got %s, want %x", showRange(r.Plan.Range), want)
	}
}

// gmany sorts by r1 (string), r2 (number), r3 (string).
func TestCompositeSortKeysBecomeRangesOfTheWhole(t *testing.T) {
	values := `":a":{"S":"a"},":b":{"S":"b"},":x":{"S":"x"},":z":{"S":"z"},":n":{"N":"0"}`
	const hash = "m1=:a and m2=:b"
	for _, c := range []struct{ name, condition, want string }{
		{"no sort key", hash, "[,]"},
		{"the first equal", "r1=:x and " + hash, "[780000,780001)"},
		{"the first below", hash + " and r1<:x", "[,780000)"},
		{"the first up to", hash + " and r1<=:x", "[,780001)"},
		{"the first above", hash + " and r1>:x", "[780001,]"},
		{"the first from", hash + " and r1>=:x", "[780000,]"},
		{"the first between", hash + " and r1 between :x and :z", "[780000,7a0001)"},
		{"the first by prefix", hash + " and begins_with(r1,:x)", "[78,79)"},
		{"the second above", hash + " and r1=:x and r2>:n", "[78000003,780001)"},
		{"the second up to", hash + " and r1=:x and r2<=:n", "[780000,78000003)"},
		{"the last equal", hash + " and r1=:x and r2=:n and r3=:z", "[780000027a,780000027a]"},
		{"the last above", hash + " and r1=:x and r2=:n and r3>:z", "(780000027a,78000003)"},
		{"the last below", hash + " and r1=:x and r2=:n and r3<:z", "[78000002,780000027a)"},
		{"the last by prefix", hash + " and r1=:x and r2=:n and begins_with(r3,:z)", "[780000027a,780000027b)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var used []string
			for _, v := range strings.Split(values, `,"`) {
				v = `"` + strings.TrimPrefix(v, `"`)
				if strings.Contains(c.condition, v[1:3]) {
					used = append(used, v)
				}
			}
			q, refused := queryOf(t, c.condition, strings.Join(used, ","), `,"IndexName":"gmany"`)
			if refused != "" {
				t.Fatal(refused)
			}
			r, err := q.Plan(indexed())
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.condition, showRange(r.Plan.Range), c.want)
			if *r.Plan.Partition != attr.TokenOf(attr.StringValue("a"), attr.StringValue("b")) {
				t.Error("another partition")
			}
		})
	}
}

func TestQueryFiltersAreRefusedOnKeysAndOnWhatAnIndexLacks(t *testing.T) {
	for _, c := range []struct{ name, index, filter, want string }{
		{"the partition key", "", "attribute_exists(p)", "Filter Expression can only contain non-primary key attributes: Primary key attribute: p"},
		{"the sort key on the right", "", "a < c", "Filter Expression can only contain non-primary key attributes: Primary key attribute: c"},
		{"an index key", "gall", "h = a", "Filter Expression can only contain non-primary key attributes: Primary key attribute: h"},
		{"the table's key on an index", "gall", "c = a", ""},
		{"an attribute without projection", "gkeys", "b = x.y and x = b", "One or more parameter values were invalid: Secondary index gkeys does not project one or more filter attributes: [b, x]"},
		{"an attribute without projection on a local index", "lkeys", "b = c", "One or more parameter values were invalid: Secondary index lkeys does not project one or more filter attributes: [b]"},
		{"an included attribute", "ginc", "a = c", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			condition, more := "p=:p", `,"FilterExpression":"`+c.filter+`"`
			if c.index != "" {
				more += `,"IndexName":"` + c.index + `"`
			}
			if strings.HasPrefix(c.index, "g") {
				condition = "g=:p"
			}
			q, refused := queryOf(t, condition, part, more)
			if refused != "" {
				t.Fatal(refused)
			}
			_, err := q.Plan(indexed())
			same(t, c.filter, refusal(err), c.want)
		})
	}
}

func TestTheFilterOfAQueryIsLookedAtFirst(t *testing.T) {
	for _, c := range []struct{ name, condition, more, want string }{
		{"syntax", "p=", `,"FilterExpression":"a="`, `Invalid FilterExpression: Syntax error; token: "<EOF>", near: "="`},
		{"undefined values", "p=:q", `,"FilterExpression":"a=:r"`, "Invalid FilterExpression: An expression attribute value used in expression is not defined; attribute value: :r"},
		{"then the projection", "p<>:p", `,"ProjectionExpression":"a,a"`, "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := queryOf(t, c.condition, part, c.more)
			same(t, c.condition, got, c.want)
		})
	}
}
