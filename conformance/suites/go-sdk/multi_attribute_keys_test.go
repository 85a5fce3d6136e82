package gosdk

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// multiTable has an index whose key is two attributes for the partition and three, of each type, for the order; and one of two
// strings that has no sort key and projects keys.
var multiTable = definition("pk:S h1:S h2:N r1:S r2:N r3:B g:S", "pk:HASH", `,"GlobalSecondaryIndexes":[`+
	globalIndex("multi", "h1:HASH h2:HASH r1:RANGE r2:RANGE r3:RANGE", projectAll)+`,`+
	globalIndex("pair", "h1:HASH g:HASH", `{"ProjectionType":"KEYS_ONLY"}`)+`]`)

// multiItem is an item with all parts of the index key in partition (x, 1).
func multiItem(pk, r1, r2, r3 string) string {
	return `{"pk":{"S":"` + pk + `"},"h1":{"S":"x"},"h2":{"N":"1"},"r1":{"S":"` + r1 + `"},"r2":{"N":"` + r2 + `"},"r3":{"B":"` + r3 + `"}}`
}

// ladder are items in the order of the index. The bytes of r1 and r3 are such that parts put together plainly would change places.
var ladder = []string{
	multiItem("01", "a", "-5", "AA=="),
	multiItem("02", "a", "-1.5", "AA=="),
	multiItem("03", "a", "2", "AA=="),
	multiItem("04", "a", "2", "AAA="),
	multiItem("05", "a", "2", "/w=="),
	multiItem("06", "a", "10", "AA=="),
	multiItem("07", `a\u0000`, "-5", "AA=="),
	multiItem("08", `a\u0001`, "-5", "AA=="),
	multiItem("09", "ab", "-9", "AA=="),
	multiItem("10", "ab", "3", "gA=="),
	multiItem("11", "b", "0", "AA=="),
}

// others are not in partition (x, 1).
var others = []string{
	`{"pk":{"S":"no h1"},"h2":{"N":"1"},"r1":{"S":"a"},"r2":{"N":"2"},"r3":{"B":"AA=="}}`,
	`{"pk":{"S":"no r3"},"h1":{"S":"x"},"h2":{"N":"1"},"r1":{"S":"a"},"r2":{"N":"2"}}`,
	`{"pk":{"S":"elsewhere"},"h1":{"S":"x"},"h2":{"N":"11"},"r1":{"S":"a"},"r2":{"N":"2"},"r3":{"B":"AA=="}}`,
}

// askMulti is a Query of partition (x, 1) of the index by more conditions; v names the values they use.
func askMulti(more, values, options string) string {
	if more != "" {
		more = " AND " + more
	}
	return `{"IndexName":"multi","ProjectionExpression":"pk",` + options + `"KeyConditionExpression":"h1 = :h1 AND h2 = :h2` + more +
		`","ExpressionAttributeValues":{":h1":{"S":"x"},":h2":{"N":"1"}` + values + `}}`
}

// keysPage is a page of items projected to pk.
func keysPage(keys ...string) string {
	items := make([]string, len(keys))
	for i, k := range keys {
		items[i] = `{"pk":{"S":"` + k + `"}}`
	}
	n := itoa(len(keys))
	return `{"Items":[` + strings.Join(items, ",") + `],"Count":` + n + `,"ScannedCount":` + n + `}`
}

// rungs are the keys of the ladder from one to another.
func rungs(from, to int) []string {
	var keys []string
	for i := from; i <= to; i++ {
		keys = append(keys, fmt.Sprintf("%02d", i))
	}
	return keys
}

func TestQuery_multi_attribute_keys(t *testing.T) {
	a, two := `,":a":{"S":"a"}`, `,":a":{"S":"a"},":n":{"N":"2"}`
	rows := []struct {
		name, more, values string
		want               []string
	}{
		{"the partition comes in the order of all sort attributes in turn", "", "", rungs(1, 11)},
		{"the first sort attribute", "r1 = :a", a, rungs(1, 6)},
		{"the first two", "r1 = :a AND r2 = :n", two, rungs(3, 5)},
		{"all of them", "r1 = :a AND r2 = :n AND r3 = :b", two + `,":b":{"B":"AAA="}`, rungs(4, 4)},
		{"text order does not matter", "r3 = :b AND :n = r2 AND r1 = :a", two + `,":b":{"B":"AAA="}`, rungs(4, 4)},
		{"less in the first", "r1 < :v", `,":v":{"S":"ab"}`, rungs(1, 8)},
		{"less or equal in the first", "r1 <= :v", `,":v":{"S":"ab"}`, rungs(1, 10)},
		{"greater in the first", "r1 > :v", `,":v":{"S":"a"}`, rungs(7, 11)},
		{"greater or equal in the first", "r1 >= :v", `,":v":{"S":"ab"}`, rungs(9, 11)},
		{"between in the first", "r1 BETWEEN :v AND :w", `,":v":{"S":"a\u0000"},":w":{"S":"ab"}`, rungs(7, 10)},
		{"begins_with in the first", "begins_with(r1, :v)", `,":v":{"S":"a"}`, rungs(1, 10)},
		{"less in the second", "r1 = :a AND r2 < :n", two, rungs(1, 2)},
		{"less or equal in the second", "r1 = :a AND r2 <= :n", two, rungs(1, 5)},
		{"greater in the second, value first", "r1 = :a AND :n < r2", two, rungs(6, 6)},
		{"greater or equal in the second", "r1 = :a AND r2 >= :n", two, rungs(3, 6)},
		{"between in the second", "r1 = :a AND r2 BETWEEN :m AND :n", two + `,":m":{"N":"-1.5"}`, rungs(2, 5)},
		{"greater in the last", "r1 = :a AND r2 = :n AND r3 > :b", two + `,":b":{"B":"AA=="}`, rungs(4, 5)},
		{"less in the last", "r1 = :a AND r2 = :n AND r3 < :b", two + `,":b":{"B":"/w=="}`, rungs(3, 4)},
		{"begins_with in the last", "r1 = :a AND r2 = :n AND begins_with(r3, :b)", two + `,":b":{"B":"AA=="}`, rungs(3, 4)},
		{"begins_with of the highest byte in the last", "r1 = :a AND r2 = :n AND begins_with(r3, :b)", two + `,":b":{"B":"/w=="}`, rungs(5, 5)},
		{"a value nothing has", "r1 = :a", `,":a":{"S":"aa"}`, nil},
	}
	var scenarios []scenario
	for _, r := range rows {
		reversed := slices.Clone(r.want)
		slices.Reverse(reversed)
		scenarios = append(scenarios, scenario{name: r.name, given: append(slices.Clone(ladder), others...), steps: []step{
			{"Query", askMulti(r.more, r.values, ""), keysPage(r.want...)},
			{"Query", askMulti(r.more, r.values, `"ScanIndexForward":false,`), keysPage(reversed...)},
		}})
	}
	run(t, multiTable, "Developer guide: GSI.DesignPattern.MultiAttributeKeys", scenarios)
}

func TestQuery_refused_multi_attribute_keys(t *testing.T) {
	const hash = `ValidationException: *HASH*equality*`
	const sort = `ValidationException: *RANGE*equality*`
	ask := func(condition, values string) string {
		return `{"IndexName":"multi","KeyConditionExpression":"` + condition + `","ExpressionAttributeValues":{` + values + `}}`
	}
	h := `":h":{"S":"x"},":n":{"N":"1"}`
	rows := []struct{ name, in, want string }{
		{"a partition attribute missing", ask("h1 = :h", `":h":{"S":"x"}`), hash},
		{"a partition attribute missing beside a sort attribute", ask("h2 = :n AND r1 = :h", h), hash},
		{"an inequality on a partition attribute", ask("h1 = :h AND h2 > :n", h), hash},
		{"begins_with on a partition attribute", ask("begins_with(h1, :h) AND h2 = :n", h), hash},
		{"a gap in the sort attributes", ask("h1 = :h AND h2 = :n AND r2 = :n", h), sort},
		{"a gap in the middle of the sort attributes", ask("h1 = :h AND h2 = :n AND r1 = :h AND r3 = :b", h+`,":b":{"B":"AA=="}`), sort},
		{"a condition behind an inequality", ask("h1 = :h AND h2 = :n AND r1 > :h AND r2 = :n", h), sort},
		{"two inequalities", ask("h1 = :h AND h2 = :n AND r1 > :h AND r2 < :n", h), sort},
		{"two conditions on one attribute", ask("h1 = :h AND h2 = :n AND r1 > :h AND r1 < :h", h), `ValidationException: Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key`},
		{"a value of another type in the partition", ask("h1 = :h AND h2 = :h", `":h":{"S":"x"}`), `ValidationException: One or more parameter values were invalid: Condition parameter type does not match schema type`},
		{"a value of another type in the order", ask("h1 = :h AND h2 = :n AND r1 = :n", h), `ValidationException: One or more parameter values were invalid: Condition parameter type does not match schema type`},
		{"an attribute that is no key", ask("h1 = :h AND h2 = :n AND v = :n", h), sort},
		{"a filter on a partition attribute", askMulti("", "", `"FilterExpression":"h2 = :h2",`), `ValidationException: Filter Expression can only contain non-primary key attributes: Primary key attribute: h2`},
		{"a filter on a sort attribute", askMulti("", "", `"FilterExpression":"attribute_exists(r3)",`), `ValidationException: Filter Expression can only contain non-primary key attributes: Primary key attribute: r3`},
		{"a consistent read", askMulti("", "", `"ConsistentRead":true,`), `ValidationException: Consistent reads are not supported on global secondary indexes`},
		{"a start key without one part", askMulti("", "", `"ExclusiveStartKey":{"pk":{"S":"01"},"h1":{"S":"x"},"h2":{"N":"1"},"r1":{"S":"a"},"r2":{"N":"2"}},`), `ValidationException: The provided starting key is invalid`},
		{"a start key with a part of another type", askMulti("", "", `"ExclusiveStartKey":{"pk":{"S":"01"},"h1":{"S":"x"},"h2":{"N":"1"},"r1":{"S":"a"},"r2":{"S":"2"},"r3":{"B":"AA=="}},`), `ValidationException: The provided starting key is invalid`},
		{"a start key of another partition", askMulti("", "", `"ExclusiveStartKey":{"pk":{"S":"01"},"h1":{"S":"x"},"h2":{"N":"2"},"r1":{"S":"a"},"r2":{"N":"2"},"r3":{"B":"AA=="}},`), `ValidationException: The provided starting key is outside query boundaries based on provided conditions`},
		{"a start key outside of the sort attributes' condition", askMulti("r1 = :a", `,":a":{"S":"b"}`, `"ExclusiveStartKey":`+ladder[0]+`,`), `ValidationException: The provided starting key is outside query boundaries based on provided conditions`},
	}
	var scenarios []scenario
	for _, r := range rows {
		scenarios = append(scenarios, scenario{name: r.name, given: ladder[:1], steps: []step{{"Query", r.in, r.want}}})
	}
	scenarios = append(scenarios, scenario{name: "a filter on other attributes, the table's key among them", given: ladder[:3], steps: []step{
		{"Query", askMulti("", `,":k":{"S":"02"}`, `"FilterExpression":"pk = :k AND attribute_not_exists(g)",`), `{"Items":[{"pk":{"S":"02"}}],"Count":1,"ScannedCount":3}`},
	}})
	run(t, multiTable, "Developer guide: GSI.DesignPattern.MultiAttributeKeys: query rules; texts measured against the service", scenarios)
}

// Legacy KeyConditions follow the same rules.
func TestQuery_multi_attribute_keys_in_legacy_conditions(t *testing.T) {
	ask := func(more string) string {
		return `{"IndexName":"multi","AttributesToGet":["pk"],"KeyConditions":{"h1":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"x"}]}` + more + `}}`
	}
	h2 := `,"h2":{"ComparisonOperator":"EQ","AttributeValueList":[{"N":"1"}]}`
	run(t, multiTable, "API_Query: KeyConditions", []scenario{
		{name: "all partition attributes and the first of the sort attributes", given: ladder, steps: []step{
			{"Query", ask(h2), keysPage(rungs(1, 11)...)},
			{"Query", ask(h2 + `,"r1":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]},"r2":{"ComparisonOperator":"GT","AttributeValueList":[{"N":"2"}]}`), keysPage("06")},
			{"Query", ask(""), `ValidationException: *HASH*equality*`},
			{"Query", ask(h2 + `,"r2":{"ComparisonOperator":"EQ","AttributeValueList":[{"N":"2"}]}`), `ValidationException: *RANGE*equality*`},
		}},
	})
}

// Cursors have all parts of both keys, and pages of any size in either direction give what one page gives.
func TestQuery_pages_of_multi_attribute_keys(t *testing.T) {
	single(t, "Developer guide: Query.Pagination; GSI.DesignPattern.MultiAttributeKeys", func(t *testing.T, c *caller) {
		table := c.Borrow(t, multiTable)
		for i, item := range append(slices.Clone(ladder), others...) {
			c.OK(t, "PutItem", tableInput(table, `{"Item":`+item+`}`))
			// A second item of the same index key: ties go by the table's key.
			twin := strings.Replace(item, `{"pk":{"S":"`, `{"pk":{"S":"twin `, 1)
			c.OK(t, "PutItem", tableInput(table, `{"Item":`+twin+`}`))
			if i == 0 {
				playStep(t, c, table, step{"Query", askMulti("", "", `"Limit":1,`), `{"Items":[{"pk":"*"}],"Count":1,"ScannedCount":1,
					"LastEvaluatedKey":{"pk":"*","h1":{"S":"x"},"h2":{"N":"1"},"r1":{"S":"a"},"r2":{"N":"-5"},"r3":{"B":"AA=="}}}`})
			}
		}
		for _, direction := range []string{"true", "false"} {
			whole := c.Pages(t, "Query", tableInput(table, askMulti("", "", `"ScanIndexForward":`+direction+`,`)))
			if whole.Count != 2*len(ladder) {
				t.Errorf("forward %s: %d items, want %d", direction, whole.Count, 2*len(ladder))
			}
			for _, limit := range []int{1, 2, 3, 7} {
				got := c.Pages(t, "Query", tableInput(table, askMulti("", "", fmt.Sprintf(`"ScanIndexForward":%s,"Limit":%d,`, direction, limit))))
				if !slices.Equal(got.Items, whole.Items) {
					t.Errorf("forward %s, limit %d: %v, in one page %v", direction, limit, got.Items, whole.Items)
				}
			}
		}
		for _, limit := range []int{1, 5, 100} {
			got := c.Pages(t, "Scan", tableInput(table, fmt.Sprintf(`{"IndexName":"multi","Limit":%d}`, limit)))
			if n := len(slices.Compact(slices.Sorted(slices.Values(got.Items)))); n != 2*(len(ladder)+1) || got.Count != n {
				t.Errorf("limit %d: the scan gave %d items, %d of them different, want %d", limit, got.Count, n, 2*(len(ladder)+1))
			}
		}
	})
}

// An item is in the index while it has all parts of the key, however it is written.
func TestUpdateItem_multi_attribute_index_is_sparse(t *testing.T) {
	const key = `"Key":{"pk":{"S":"k"}}`
	item := multiItem("k", "a", "2", "AA==")
	without := strings.Replace(item, `,"r2":{"N":"2"}`, "", 1)
	there, gone := keysPage("k"), keysPage()
	ask := askMulti("", "", "")
	update := func(expression, values string) step {
		return step{"UpdateItem", `{` + key + `,"UpdateExpression":"` + expression + `"` + values + `}`, `{}`}
	}
	two := `,"ExpressionAttributeValues":{":v":{"N":"2"}}`
	run(t, multiTable, "Developer guide: GSI.DesignPattern.MultiAttributeKeys: sparse indexes", []scenario{
		{name: "updates add, move and remove the entry", given: []string{without}, steps: []step{
			{"Query", ask, gone},
			update("SET r2 = :v", two), {"Query", ask, there},
			update("ADD r2 :v", two), {"Query", askMulti("r1 = :a AND r2 = :v", `,":a":{"S":"a"},":v":{"N":"4"}`, ""), there},
			update("ADD h2 :v", two), {"Query", ask, gone}, {"Scan", `{"IndexName":"multi","Select":"COUNT"}`, `{"Count":1,"ScannedCount":1}`},
			update("SET h2 = h2 - :v", two), {"Query", ask, there},
			update("REMOVE h1", ""), {"Query", ask, gone}, {"Scan", `{"IndexName":"multi","Select":"COUNT"}`, `{"Count":0,"ScannedCount":0}`},
		}},
		{name: "puts, batches and transactions do the same", given: []string{item}, steps: []step{
			{"PutItem", `{"Item":` + without + `}`, `{}`}, {"Query", ask, gone},
			{"BatchWriteItem", `{"RequestItems":{"$T":[{"PutRequest":{"Item":` + item + `}}]}}`, `{"UnprocessedItems":{}}`}, {"Query", ask, there},
			{"TransactWriteItems", `{"TransactItems":[{"Update":{"TableName":"$T",` + key + `,"UpdateExpression":"REMOVE r3"}}]}`, `{}`}, {"Query", ask, gone},
			{"TransactWriteItems", `{"TransactItems":[{"Put":{"TableName":"$T","Item":` + item + `}}]}`, `{}`}, {"Query", ask, there},
			{"DeleteItem", `{` + key + `}`, `{}`}, {"Query", ask, gone},
		}},
		{name: "the parts of a partition are not run together", given: []string{
			`{"pk":{"S":"1"},"h1":{"S":"ab"},"g":{"S":"c"},"v":{"S":"not projected"}}`, `{"pk":{"S":"2"},"h1":{"S":"a"},"g":{"S":"bc"}}`, `{"pk":{"S":"3"},"h1":{"S":"c"},"g":{"S":"ab"}}`,
		}, steps: []step{
			{"Query", `{"IndexName":"pair","KeyConditionExpression":"#g = :g AND h1 = :h","ExpressionAttributeNames":{"#g":"g"},"ExpressionAttributeValues":{":g":{"S":"c"},":h":{"S":"ab"}}}`,
				`{"Items":[{"pk":{"S":"1"},"h1":{"S":"ab"},"g":{"S":"c"}}],"Count":1,"ScannedCount":1}`},
		}},
	})
}

// Every way to write checks each part's type and value, and the size of all partition parts and of all sort parts together.
func TestPutItem_multi_attribute_keys_are_checked(t *testing.T) {
	const invalid = "One or more parameter values were invalid: "
	empty := func(kind, name string) string {
		return "One or more parameter values are not valid. *cannot contain an empty " + kind + " value.*"
	}
	rows := []struct{ name, attribute, value, want string }{
		{"a partition part of another type", "h2", `{"S":"1"}`, invalid + "Type mismatch for Index Key h2 Expected: N Actual: S IndexName: multi"},
		{"a sort part of another type", "r2", `{"B":"AA=="}`, invalid + "Type mismatch for Index Key r2 Expected: N Actual: B IndexName: multi"},
		{"a sort part that is NULL", "r1", `{"NULL":true}`, invalid + "Type mismatch for Index Key r1 Expected: S Actual: NULL IndexName: multi"},
		{"an empty partition part", "h1", `{"S":""}`, empty("string", "h1")},
		{"an empty sort part", "r3", `{"B":""}`, empty("binary", "r3")},
		{"partition parts too long together", "h1", `{"S":"` + letters(2047) + `"}`, invalid + "Size of hashkey has exceeded the maximum size limit of2048 bytes"},
		{"sort parts too long together", "r1", `{"S":"` + letters(1022) + `"}`, invalid + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes"},
	}
	var scenarios []scenario
	for _, r := range rows {
		item := fmt.Sprintf(`{"pk":{"S":"k"},"h1":{"S":"x"},"h2":{"N":"1"},"r1":{"S":"a"},"r2":{"N":"2"},"r3":{"B":"AA=="},"%s":%s}`, r.attribute, r.value)
		item = strings.Replace(item, multiPart[r.attribute]+",", "", 1)
		steps := append(writesOf(item, r.attribute, r.value, r.want), step{"Query", askMulti("", "", ""), keysPage("k")})
		scenarios = append(scenarios, scenario{name: r.name, given: []string{multiItem("k", "a", "2", "AA==")}, steps: steps})
	}
	scenarios = append(scenarios, scenario{name: "parts as long as they may be together", steps: []step{
		{"PutItem", `{"Item":{"pk":{"S":"k"},"h1":{"S":"` + letters(2046) + `"},"h2":{"N":"1"},"r1":{"S":"` + letters(1021) + `"},"r2":{"N":"2"},"r3":{"B":"AA=="}}}`, `{}`},
		{"Scan", `{"IndexName":"multi","Select":"COUNT"}`, `{"Count":1,"ScannedCount":1}`},
	}})
	run(t, multiTable, "Developer guide: GSI.DesignPattern.MultiAttributeKeys; ServiceQuotas: key sizes", scenarios)
}

// multiPart are the attributes of multiItem that a row of TestMultiAttributeKeysAreChecked takes the place of.
var multiPart = map[string]string{
	"h1": `"h1":{"S":"x"}`, "h2": `"h2":{"N":"1"}`, "r1": `"r1":{"S":"a"}`, "r2": `"r2":{"N":"2"}`, "r3": `"r3":{"B":"AA=="}`,
}

func TestPutItem_consumed_capacity_of_multi_attribute_indexes(t *testing.T) {
	item := multiItem("k", "a", "2", "AA==")
	write := func(units, index string) string {
		return `{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":` + units + `,"Table":{"CapacityUnits":1.0}` + index + `}}`
	}
	multi := func(units string) string {
		return `,"GlobalSecondaryIndexes":{"multi":{"CapacityUnits":` + units + `}}`
	}
	update := func(expression, values string) string {
		return `{"ReturnConsumedCapacity":"INDEXES","Key":{"pk":{"S":"k"}},"UpdateExpression":"` + expression + `","ExpressionAttributeValues":{` + values + `}}`
	}
	run(t, multiTable, "Developer guide: GSI: Provisioned throughput considerations", []scenario{
		{name: "writes cost the index its change alone", steps: []step{
			{"PutItem", `{"ReturnConsumedCapacity":"INDEXES","Item":{"pk":{"S":"k"},"h1":{"S":"x"}}}`, write("1.0", "")},
			{"PutItem", `{"ReturnConsumedCapacity":"INDEXES","Item":` + item + `}`, write("2.0", multi("1.0"))},
			{"UpdateItem", update("SET r3 = :b", `":b":{"B":"AQ=="}`), write("3.0", multi("2.0"))},
			{"UpdateItem", update("SET v = :v", `":v":{"S":"v"}`), write("2.0", multi("1.0"))},
			{"UpdateItem", update("SET h1 = :v", `":v":{"S":"x"}`), write("1.0", "")},
			{"DeleteItem", `{"ReturnConsumedCapacity":"INDEXES","Key":{"pk":{"S":"k"}}}`, write("2.0", multi("1.0"))},
		}},
		{name: "a query costs the index", given: []string{item}, steps: []step{
			{"Query", askMulti("", "", `"ReturnConsumedCapacity":"INDEXES",`),
				`{"Items":[{"pk":{"S":"k"}}],"Count":1,"ScannedCount":1,"ConsumedCapacity":{"TableName":"$T","CapacityUnits":0.5,"Table":{"CapacityUnits":0.0},"GlobalSecondaryIndexes":{"multi":{"CapacityUnits":0.5}}}}`},
		}},
	})
}

func TestCreateTable_multi_attribute_keys(t *testing.T) {
	table := func(keys string) string {
		return definition("pk:S a:S b:S c:S d:S e:S f:S g:S h:S i:S", "pk:HASH", `,"GlobalSecondaryIndexes":[`+globalIndex("one", keys, projectAll)+`]`)
	}
	const eight = "a:HASH b:HASH c:HASH d:HASH e:RANGE f:RANGE g:RANGE h:RANGE"
	invalid := "ValidationException: Invalid KeySchema: "
	rows := []struct{ name, in, want string }{
		{"five partition attributes", table("a:HASH b:HASH c:HASH d:HASH e:HASH"), invalid + "The KeySchema exceeds the maximum allowed number of HASH key attributes"},
		{"five sort attributes", table("a:HASH b:RANGE c:RANGE d:RANGE e:RANGE f:RANGE"), invalid + "The KeySchema exceeds the maximum allowed number of RANGE key attributes"},
		{"nine attributes", table(eight + " i:RANGE"), "ValidationException: 1 validation error detected: *at 'globalSecondaryIndexes.1.member.keySchema' failed to satisfy constraint: Member must have length less than or equal to 8"},
		{"a partition attribute behind a sort attribute", table("a:HASH b:RANGE c:HASH"), invalid + "All HASH key attributes must precede RANGE key attributes in the KeySchema"},
		{"a sort attribute first", table("a:RANGE b:HASH c:RANGE"), invalid + "The first KeySchemaElement is not a HASH key type"},
		{"an attribute in both roles", table("a:HASH b:HASH a:RANGE"), "ValidationException: *same name*"},
		{"an attribute twice", table("a:HASH a:HASH"), "ValidationException: *same name*"},
		{"a local index of several sort attributes", definition("pk:S sk:S a:S b:S", "pk:HASH sk:RANGE", `,"LocalSecondaryIndexes":[`+globalIndex("one", "pk:HASH a:RANGE b:RANGE", projectAll)+`]`), "ValidationException: *localSecondaryIndexes.1.member.keySchema*less than or equal to 2"},
		{"a table of several partition attributes", definition("pk:S a:S b:S", "pk:HASH a:HASH b:RANGE", ""), "ValidationException: *keySchema*less than or equal to 2"},
	}
	scenarios := []scenario{{name: "eight attributes are described in their order", steps: []step{
		{"CreateTable", definition("pk:S a:S b:N c:B d:S e:S f:N g:B h:S", "pk:HASH", `,"GlobalSecondaryIndexes":[`+globalIndex("one", eight, projectAll)+`]`), `{"TableDescription":"*"}`},
		{"DescribeTable", `{}`, `{"Table":{"TableName":"$T","TableStatus":"ACTIVE","TableId":"*","TableArn":"*","CreationDateTime":"*","ItemCount":0,"TableSizeBytes":0,
			"AttributeDefinitions":[` + pairs("pk:S a:S b:N c:B d:S e:S f:N g:B h:S", "AttributeName", "AttributeType") + `],"KeySchema":[` + pairs("pk:HASH", "AttributeName", "KeyType") + `],
			"DeletionProtectionEnabled":false,"WarmThroughput":"*","BillingModeSummary":"*","ProvisionedThroughput":"*","GlobalSecondaryIndexes":[{"IndexName":"one","IndexArn":"*",
			"KeySchema":[` + pairs(eight, "AttributeName", "KeyType") + `],"Projection":{"ProjectionType":"ALL"},"IndexStatus":"ACTIVE","IndexSizeBytes":0,"ItemCount":0,"ProvisionedThroughput":"*","WarmThroughput":"*"}]}}`},
	}}}
	for _, r := range rows {
		scenarios = append(scenarios, scenario{name: r.name, steps: []step{{"CreateTable", r.in, r.want}}})
	}
	run(t, noTable, "API_GlobalSecondaryIndex: KeySchema; Developer guide: GSI.DesignPattern.MultiAttributeKeys", scenarios)
}
