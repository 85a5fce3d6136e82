package gosdk

import (
	"strings"
	"testing"
)

// sorted are items of one partition under string sort keys, and one of another partition.
var sorted = []string{
	`{"pk":{"S":"a"},"sk":{"S":"1"},"v":{"N":"1"},"t":{"S":"odd"}}`,
	`{"pk":{"S":"a"},"sk":{"S":"12"},"v":{"N":"2"},"t":{"S":"even"}}`,
	`{"pk":{"S":"a"},"sk":{"S":"2"},"v":{"N":"3"},"t":{"S":"odd"}}`,
	`{"pk":{"S":"a"},"sk":{"S":"Z"},"v":{"N":"4"},"t":{"S":"even"}}`,
	`{"pk":{"S":"a"},"sk":{"S":"z"},"v":{"N":"5"},"t":{"S":"odd"}}`,
	`{"pk":{"S":"b"},"sk":{"S":"1"},"v":{"N":"6"},"t":{"S":"even"}}`,
}

// page is the answer with the given sort keys of partition a, projected to sk.
func page(sortKeys ...string) string {
	var items []string
	for _, sk := range sortKeys {
		items = append(items, `{"sk":{"S":"`+sk+`"}}`)
	}
	return `{"Items":[` + strings.Join(items, ",") + `],"Count":` + itoa(len(items)) + `,"ScannedCount":` + itoa(len(items)) + `}`
}

func TestQuery_key_conditions(t *testing.T) {
	query := func(condition, values string) string {
		return `{"ProjectionExpression":"sk","KeyConditionExpression":"` + condition + `","ExpressionAttributeValues":{":p":{"S":"a"}` + values + `}}`
	}
	rows := []struct{ name, condition, values, want string }{
		{"the partition comes in the order of bytes", `pk = :p`, ``, page("1", "12", "2", "Z", "z")},
		{"equality of the sort key", `pk = :p AND sk = :v`, `,":v":{"S":"2"}`, page("2")},
		{"less", `pk = :p AND sk < :v`, `,":v":{"S":"2"}`, page("1", "12")},
		{"less or equal", `pk = :p AND sk <= :v`, `,":v":{"S":"2"}`, page("1", "12", "2")},
		{"greater", `pk = :p AND sk > :v`, `,":v":{"S":"2"}`, page("Z", "z")},
		{"greater or equal", `pk = :p AND sk >= :v`, `,":v":{"S":"2"}`, page("2", "Z", "z")},
		{"between, with its bounds", `pk = :p AND sk BETWEEN :v AND :w`, `,":v":{"S":"12"},":w":{"S":"Z"}`, page("12", "2", "Z")},
		{"begins_with", `pk = :p AND begins_with(sk, :v)`, `,":v":{"S":"1"}`, page("1", "12")},
		{"the sort key first", `sk = :v AND pk = :p`, `,":v":{"S":"2"}`, page("2")},
		{"the value on the left", `:p = pk AND :v > sk`, `,":v":{"S":"2"}`, page("1", "12")},
		{"parentheses around each and all", `((pk = :p) AND (sk = :v))`, `,":v":{"S":"2"}`, page("2")},
		{"a partition that is empty", `pk = :v AND sk = :p`, `,":v":{"S":"nobody"}`, page()},
	}
	var scenarios []scenario
	for _, r := range rows {
		scenarios = append(scenarios, scenario{name: r.name, given: sorted, steps: []step{{"Query", query(r.condition, r.values), r.want}}})
	}
	run(t, sortedTable, "Developer guide: Query.KeyConditionExpressions", scenarios)
}

func TestQuery_options(t *testing.T) {
	base := `"KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}`
	filtered := `"KeyConditionExpression":"pk = :p","FilterExpression":"t = :t","ExpressionAttributeValues":{":p":{"S":"a"},":t":{"S":"odd"}}`
	run(t, sortedTable, "API_Query: ScanIndexForward, Limit, ExclusiveStartKey, FilterExpression, Select", []scenario{
		{name: "backwards", source: "API_Query: ScanIndexForward", given: sorted, steps: []step{
			{"Query", `{"ProjectionExpression":"sk","ScanIndexForward":false,` + base + `}`, page("z", "Z", "2", "12", "1")},
		}},
		{name: "a limit stops the page and gives the key to go on from", source: "API_Query: Limit, LastEvaluatedKey", given: sorted, steps: []step{
			{"Query", `{"ProjectionExpression":"sk","Limit":2,` + base + `}`, `{"Items":[{"sk":{"S":"1"}},{"sk":{"S":"12"}}],"Count":2,"ScannedCount":2,"LastEvaluatedKey":{"pk":{"S":"a"},"sk":{"S":"12"}}}`},
			{"Query", `{"ProjectionExpression":"sk","ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"S":"12"}},` + base + `}`, page("2", "Z", "z")},
		}},
		{name: "a start key need not exist", source: "API_Query: ExclusiveStartKey", given: sorted, steps: []step{
			{"Query", `{"ProjectionExpression":"sk","ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"S":"13"}},` + base + `}`, page("2", "Z", "z")},
			{"Query", `{"ProjectionExpression":"sk","ScanIndexForward":false,"ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"S":"13"}},` + base + `}`, page("12", "1")},
		}},
		{name: "a filter takes out what was counted as scanned", source: "API_Query: FilterExpression, ScannedCount", given: sorted, steps: []step{
			{"Query", `{"ProjectionExpression":"sk",` + filtered + `}`, `{"Items":[{"sk":{"S":"1"}},{"sk":{"S":"2"}},{"sk":{"S":"z"}}],"Count":3,"ScannedCount":5}`},
		}},
		{name: "a limit counts before the filter", source: "API_Query: Limit: the maximum number of items to evaluate", given: sorted, steps: []step{
			{"Query", `{"ProjectionExpression":"sk","Limit":2,` + filtered + `}`, `{"Items":[{"sk":{"S":"1"}}],"Count":1,"ScannedCount":2,"LastEvaluatedKey":{"pk":{"S":"a"},"sk":{"S":"12"}}}`},
		}},
		{name: "COUNT gives numbers alone", source: "API_Query: Select: COUNT", given: sorted, steps: []step{
			{"Query", `{"Select":"COUNT",` + filtered + `}`, `{"Count":3,"ScannedCount":5}`},
		}},
		{name: "a page within a key condition keeps the condition's other end", source: "Developer guide: Query.Pagination", given: sorted, steps: []step{
			{"Query", `{"ProjectionExpression":"sk","Limit":1,"KeyConditionExpression":"pk = :p AND sk BETWEEN :v AND :w","ExpressionAttributeValues":{":p":{"S":"a"},":v":{"S":"12"},":w":{"S":"2"}}}`,
				`{"Items":[{"sk":{"S":"12"}}],"Count":1,"ScannedCount":1,"LastEvaluatedKey":{"pk":{"S":"a"},"sk":{"S":"12"}}}`},
			{"Query", `{"ProjectionExpression":"sk","ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"S":"12"}},"KeyConditionExpression":"pk = :p AND sk BETWEEN :v AND :w","ExpressionAttributeValues":{":p":{"S":"a"},":v":{"S":"12"},":w":{"S":"2"}}}`, page("2")},
		}},
		{name: "the item a page ended at may be gone when the next is read", source: "API_Query: ExclusiveStartKey", given: sorted, steps: []step{
			{"DeleteItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"12"}}}`, `{}`},
			{"Query", `{"ProjectionExpression":"sk","ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"S":"12"}},` + base + `}`, page("2", "Z", "z")},
			{"Query", `{"ProjectionExpression":"sk","ScanIndexForward":false,"ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"S":"12"}},` + base + `}`, page("1")},
		}},
		{name: "the legacy KeyConditions, QueryFilter and AttributesToGet ask the same", source: "Developer guide: LegacyConditionalParameters.KeyConditions, LegacyConditionalParameters.QueryFilter", given: sorted, steps: []step{
			{"Query", `{"AttributesToGet":["sk"],"KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]},"sk":{"ComparisonOperator":"BEGINS_WITH","AttributeValueList":[{"S":"1"}]}},"QueryFilter":{"v":{"ComparisonOperator":"GE","AttributeValueList":[{"N":"2"}]}}}`,
				`{"Items":[{"sk":{"S":"12"}}],"Count":1,"ScannedCount":2}`},
		}},
		{name: "a legacy filter joined by OR", source: "API_Query: ConditionalOperator", given: sorted, steps: []step{
			{"Query", `{"AttributesToGet":["sk"],"KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},"ConditionalOperator":"OR","QueryFilter":{"v":{"ComparisonOperator":"EQ","AttributeValueList":[{"N":"1"}]},"t":{"ComparisonOperator":"NE","AttributeValueList":[{"S":"odd"}]}}}`,
				`{"Items":[{"sk":{"S":"1"}},{"sk":{"S":"12"}},{"sk":{"S":"Z"}}],"Count":3,"ScannedCount":5}`},
		}},
	})
}

func TestQuery_order(t *testing.T) {
	const all = `{"ProjectionExpression":"sk","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}}`
	item := func(kind, value string) string {
		return `{"pk":{"S":"a"},"sk":{"` + kind + `":"` + value + `"}}`
	}
	rows := []struct{ name, table, kind, order string }{
		{"numbers by value across signs, magnitudes and 38 digits", numberTable, "N",
			"-9.9e125 -100 -1.5 -1e-130 0 1e-130 0.1 0.11 1 2 10 12345678901234567890123456789012345677 12345678901234567890123456789012345678 9.9e125"},
		{"binaries by unsigned bytes, a beginning before the rest", binaryTable, "B", "AA== AAA= AQ== f/8= gA== /w== //8= ////"},
		{"strings by UTF-8 bytes: capitals first, then letters, then beyond ASCII", sortedTable, "S", `\u0000 \u0001 A Z a aa é 中 😀`},
	}
	var scenarios []scenario
	for _, r := range rows {
		values := strings.Fields(r.order)
		var given, items, reversed []string
		for i := range values {
			given = append(given, item(r.kind, values[(i*5)%len(values)])) // another order than the wanted one
			items = append(items, `{"sk":{"`+r.kind+`":"`+canonicalForm(values[i])+`"}}`)
			reversed = append([]string{items[i]}, reversed...)
		}
		n := itoa(len(values))
		scenarios = append(scenarios, scenario{name: r.name, table: r.table, given: given, steps: []step{
			{"Query", all, `{"Items":[` + strings.Join(items, ",") + `],"Count":` + n + `,"ScannedCount":` + n + `}`},
			{"Query", strings.Replace(all, `{`, `{"ScanIndexForward":false,`, 1), `{"Items":[` + strings.Join(reversed, ",") + `],"Count":` + n + `,"ScannedCount":` + n + `}`},
		}})
	}
	run(t, numberTable, "API_Query: ScanIndexForward (numbers by value, strings by UTF-8 bytes, binaries as unsigned bytes)", scenarios)
}

func TestQuery_begins_with_bytes_at_the_top(t *testing.T) {
	given := []string{}
	for _, sk := range []string{"/g==", "/w==", "//4=", "//8=", "////"} {
		given = append(given, `{"pk":{"S":"a"},"sk":{"B":"`+sk+`"}}`)
	}
	ask := func(prefix string, want ...string) step {
		for i, sk := range want {
			want[i] = `{"sk":{"B":"` + sk + `"}}`
		}
		return step{"Query", `{"ProjectionExpression":"sk","KeyConditionExpression":"pk = :p AND begins_with(sk, :v)","ExpressionAttributeValues":{":p":{"S":"a"},":v":{"B":"` + prefix + `"}}}`,
			`{"Items":[` + strings.Join(want, ",") + `],"Count":` + itoa(len(want)) + `,"ScannedCount":` + itoa(len(want)) + `}`}
	}
	run(t, binaryTable, "Developer guide: Query.KeyConditionExpressions: begins_with", []scenario{
		{name: "a prefix of 0xFF has no next prefix", given: given, steps: []step{
			ask("/w==", "/w==", "//4=", "//8=", "////"),
			ask("//8=", "//8=", "////"),
			ask("/g==", "/g=="),
		}},
	})
}

func TestQuery_refuses(t *testing.T) {
	query := func(condition, values string) string {
		return `{"KeyConditionExpression":"` + condition + `","ExpressionAttributeValues":{":p":{"S":"a"}` + values + `}}`
	}
	invalid := "ValidationException: Invalid KeyConditionExpression: "
	base := `"KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}`
	run(t, sortedTable, "API_Query: KeyConditionExpression; texts measured against the service", []scenario{
		{name: "no key condition at all", steps: []step{
			{"Query", `{}`, `ValidationException: Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.`},
		}},
		{name: "an empty key condition", steps: []step{{"Query", query("", ""), invalid + `The expression can not be empty;`}}},
		{name: "OR, NOT, <> and IN", steps: []step{
			{"Query", query("pk = :p OR sk = :p", ""), `ValidationException: *Invalid operator used in KeyConditionExpression: OR`},
			{"Query", query("NOT pk = :p", ""), `ValidationException: *Invalid operator used in KeyConditionExpression: NOT`},
			{"Query", query("pk = :p AND sk <> :p", ""), `ValidationException: *Invalid operator used in KeyConditionExpression: <>`},
			{"Query", query("pk = :p AND sk IN (:p)", ""), `ValidationException: *Invalid operator used in KeyConditionExpression: IN`},
		}},
		{name: "another function than begins_with", steps: []step{
			{"Query", query("pk = :p AND contains(sk, :p)", ""), `ValidationException: *Invalid operator used in KeyConditionExpression: contains`},
			{"Query", query("pk = :p AND attribute_exists(sk)", ""), `ValidationException: *Invalid operator used in KeyConditionExpression: attribute_exists`},
		}},
		{name: "a nested path", steps: []step{{"Query", query("pk = :p AND sk.x = :p", ""), invalid + `KeyConditionExpressions cannot have conditions on nested attributes`}}},
		{name: "two conditions on one key", steps: []step{{"Query", query("pk = :p AND pk = :p", ""), `ValidationException: *KeyConditionExpressions must only contain one condition per key`}}},
		{name: "more conditions than the table has keys", steps: []step{{"Query", query("pk = :p AND sk = :p AND v = :p", ""), `ValidationException: *The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)*`}}},
		{name: "no equality on the partition key", steps: []step{
			{"Query", query("pk > :p", ""), `ValidationException: Query key condition not supported`},
			{"Query", query("sk = :p", ""), `ValidationException: Query condition missed key schema element: pk`},
		}},
		{name: "a condition on what is no key", steps: []step{{"Query", query("pk = :p AND v = :p", ""), `ValidationException: Query condition missed key schema element: sk`}}},
		{name: "a value of another type than the key's", steps: []step{
			{"Query", query("pk = :n", `,":n":{"N":"1"}`), `ValidationException: *`},
			{"Query", query("pk = :p AND sk = :n", `,":n":{"N":"1"}`), `ValidationException: One or more parameter values were invalid: Condition parameter type does not match schema type`},
		}},
		{name: "bounds in the wrong order", steps: []step{
			{"Query", query("pk = :p AND sk BETWEEN :z AND :p", `,":z":{"S":"z"}`), invalid + `The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {S:z}, upper bound operand: AttributeValue: {S:a}`},
		}},
		{name: "a filter on a key attribute", source: "API_Query: FilterExpression: does not allow key attributes; text measured against the service", steps: []step{
			{"Query", `{"FilterExpression":"sk = :p",` + base + `}`, `ValidationException: Filter Expression can only contain non-primary key attributes: Primary key attribute: sk`},
		}},
		{name: "a start key of another partition", steps: []step{
			{"Query", `{"ExclusiveStartKey":{"pk":{"S":"b"},"sk":{"S":"1"}},` + base + `}`, `ValidationException: The provided starting key *`},
		}},
		{name: "a start key that is not the table's", steps: []step{
			{"Query", `{"ExclusiveStartKey":{"pk":{"S":"a"}},` + base + `}`, `ValidationException: The provided starting key is invalid*`},
			{"Query", `{"ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"N":"1"}},` + base + `}`, `ValidationException: The provided starting key is invalid*`},
		}},
		{name: "an index that does not exist", source: "API_Query: IndexName; text measured against the service", steps: []step{
			{"Query", `{"IndexName":"nowhere",` + base + `}`, `ValidationException: The table does not have the specified index: nowhere`},
		}},
		{name: "Select that does not go with the rest", source: "API_Query: Select; texts measured against the service", steps: []step{
			{"Query", `{"Select":"COUNT","ProjectionExpression":"v",` + base + `}`, `ValidationException: 1 validation error detected: Cannot specify the ProjectionExpression when choosing to get only the Count`},
			{"Query", `{"Select":"SPECIFIC_ATTRIBUTES",` + base + `}`, `ValidationException: 1 validation error detected: Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES`},
			{"Query", `{"Select":"ALL_PROJECTED_ATTRIBUTES",` + base + `}`, `ValidationException: 1 validation error detected: ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName`},
		}},
		{name: "Limit zero", source: "API_Query: Limit: minimum value of 1", steps: []step{
			{"Query", `{"Limit":0,` + base + `}`, `ValidationException: 1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1`},
		}},
		{name: "KeyConditions beside an expression", steps: []step{
			{"Query", `{"KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},` + base + `}`,
				`ValidationException: *Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {KeyConditions} Expression parameters: {KeyConditionExpression}`},
		}},
		{name: "legacy KeyConditions with a wrong number of arguments", steps: []step{
			{"Query", `{"KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"},{"S":"b"}]}}}`, `ValidationException: One or more parameter values were invalid: Invalid number of argument(s) for the EQ ComparisonOperator`},
		}},
		{name: "legacy conditions of a kind keys do not have", steps: []step{
			{"Query", `{"KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]},"sk":{"ComparisonOperator":"NE","AttributeValueList":[{"S":"b"}]}}}`, `ValidationException: *`},
		}},
	})
}

func TestQuery_indexes(t *testing.T) {
	given := []string{
		`{"pk":{"S":"a"},"sk":{"S":"1"},"g":{"S":"x"},"r":{"N":"10"},"l":{"S":"m"},"extra":{"S":"e"},"v":{"N":"1"}}`,
		`{"pk":{"S":"a"},"sk":{"S":"2"},"g":{"S":"x"},"r":{"N":"9"},"l":{"S":"k"},"v":{"N":"2"}}`,
		`{"pk":{"S":"b"},"sk":{"S":"1"},"g":{"S":"y"},"r":{"N":"1"},"l":{"S":"k"},"v":{"N":"3"}}`,
		`{"pk":{"S":"b"},"sk":{"S":"2"},"v":{"N":"4"}}`,
	}
	byG := `"KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}`
	byPK := `"KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}`
	run(t, indexedTable, "Developer guide: GSI: querying a global secondary index; LSI: querying a local secondary index", []scenario{
		{name: "a global index orders by its own sort key and gives all it projects", given: given, steps: []step{
			{"Query", `{"IndexName":"all",` + byG + `}`, `{"Items":[` + given[1] + `,` + given[0] + `],"Count":2,"ScannedCount":2}`},
		}},
		{name: "a keys-only index gives keys", source: "API_Projection: KEYS_ONLY", given: given, steps: []step{
			{"Query", `{"IndexName":"keys","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"y"}}}`, `{"Items":[{"pk":{"S":"b"},"sk":{"S":"1"},"g":{"S":"y"}}],"Count":1,"ScannedCount":1}`},
		}},
		{name: "a local index gives keys and what it includes", source: "API_Projection: INCLUDE", given: given, steps: []step{
			{"Query", `{"IndexName":"local",` + byPK + `}`, `{"Items":[{"pk":{"S":"a"},"sk":{"S":"2"},"l":{"S":"k"}},{"pk":{"S":"a"},"sk":{"S":"1"},"l":{"S":"m"},"extra":{"S":"e"}}],"Count":2,"ScannedCount":2}`},
		}},
		{name: "a local index fetches the rest from the table", source: "Developer guide: LSI: attribute projections: fetching from the table", given: given, steps: []step{
			{"Query", `{"IndexName":"local","Select":"ALL_ATTRIBUTES",` + byPK + `}`, `{"Items":[` + given[1] + `,` + given[0] + `],"Count":2,"ScannedCount":2}`},
			{"Query", `{"IndexName":"local","ProjectionExpression":"v","ConsistentRead":true,` + byPK + `}`, `{"Items":[{"v":{"N":"2"}},{"v":{"N":"1"}}],"Count":2,"ScannedCount":2}`},
		}},
		{name: "a global index refuses what it does not project", source: "API_Query: Select: ALL_ATTRIBUTES; text measured against the service", given: given, steps: []step{
			{"Query", `{"IndexName":"keys","Select":"ALL_ATTRIBUTES",` + byG + `}`, `ValidationException: One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index keys because its projection type is not ALL`},
			{"Query", `{"IndexName":"keys","ProjectionExpression":"v",` + byG + `}`, `ValidationException: One or more parameter values were invalid: Global secondary index keys does not project *v*`},
		}},
		{name: "a global index refuses consistent reads", source: "API_Query: ConsistentRead: global secondary indexes", given: given, steps: []step{
			{"Query", `{"IndexName":"all","ConsistentRead":true,` + byG + `}`, `ValidationException: Consistent reads are not supported on global secondary indexes`},
		}},
		{name: "a filter on an index sees what the index projects", given: given, steps: []step{
			{"Query", `{"IndexName":"all","ProjectionExpression":"sk","KeyConditionExpression":"g = :g","FilterExpression":"v > :one","ExpressionAttributeValues":{":g":{"S":"x"},":one":{"N":"1"}}}`, `{"Items":[{"sk":{"S":"2"}}],"Count":1,"ScannedCount":2}`},
		}},
		{name: "a range of an index by number", given: given, steps: []step{
			{"Query", `{"IndexName":"all","ProjectionExpression":"sk","KeyConditionExpression":"g = :g AND r < :r","ExpressionAttributeValues":{":g":{"S":"x"},":r":{"N":"10"}}}`, `{"Items":[{"sk":{"S":"2"}}],"Count":1,"ScannedCount":1}`},
		}},
		{name: "a page of an index goes on from its own and the table's keys", given: given, steps: []step{
			{"Query", `{"IndexName":"all","ProjectionExpression":"sk","Limit":1,` + byG + `}`, `{"Items":[{"sk":{"S":"2"}}],"Count":1,"ScannedCount":1,"LastEvaluatedKey":{"pk":{"S":"a"},"sk":{"S":"2"},"g":{"S":"x"},"r":{"N":"9"}}}`},
			{"Query", `{"IndexName":"all","ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"S":"2"}},` + byG + `}`, `ValidationException: The provided starting key is invalid*`},
		}},
	})
}
