package gosdk

import (
	"fmt"
	"strings"
	"testing"
)

// definition assembles CreateTable's input from attribute definitions ("pk:S"), a key schema ("pk:HASH") and more members.
func definition(attributes, keys, more string) string {
	return `{"BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[` + pairs(attributes, "AttributeName", "AttributeType") +
		`],"KeySchema":[` + pairs(keys, "AttributeName", "KeyType") + `]` + more + `}`
}

func pairs(list, first, second string) string {
	var elems []string
	for _, pair := range strings.Fields(list) {
		a, b, _ := strings.Cut(pair, ":")
		elems = append(elems, `{"`+first+`":"`+a+`","`+second+`":"`+b+`"}`)
	}
	return strings.Join(elems, ",")
}

func globalIndex(name, keys, projection string) string {
	return `{"IndexName":"` + name + `","KeySchema":[` + pairs(keys, "AttributeName", "KeyType") + `],"Projection":` + projection + `}`
}

const projectAll = `{"ProjectionType":"ALL"}`

func TestCreateTable(t *testing.T) {
	run(t, noTable, "API_CreateTable: Request Parameters, Response Elements", []scenario{
		{name: "the description says what was asked for", steps: []step{
			{"CreateTable", definition("pk:S sk:N", "pk:HASH sk:RANGE", ""),
				`{"TableDescription":{"TableName":"$T","TableStatus":"*","TableId":"*","TableArn":"*","CreationDateTime":"*","ItemCount":0,"TableSizeBytes":0,
				"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"}],
				"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],"DeletionProtectionEnabled":false,"WarmThroughput":"*",
				"BillingModeSummary":"*","ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":0,"WriteCapacityUnits":0}}}`},
		}},
		{name: "a name is taken once", source: "API_CreateTable: ResourceInUseException", steps: []step{
			{"CreateTable", definition("pk:S", "pk:HASH", ""), `{"TableDescription":"*"}`},
			{"CreateTable", definition("pk:S", "pk:HASH", ""), `ResourceInUseException: Table already exists: $T`},
		}},
		{name: "a table made again under its name is empty and has the new keys", steps: []step{
			{"CreateTable", definition("pk:S", "pk:HASH", ""), `{"TableDescription":"*"}`},
			{"PutItem", `{"Item":{"pk":{"S":"a"}}}`, `{}`},
			{"DeleteTable", `{}`, `{"TableDescription":"*"}`},
			{"CreateTable", definition("n:N", "n:HASH", ""), `{"TableDescription":"*"}`},
			{"Scan", `{}`, `{"Items":[],"Count":0,"ScannedCount":0}`},
			{"PutItem", `{"Item":{"pk":{"S":"a"}}}`, `ValidationException: One or more parameter values were invalid: Missing the key n in the item`},
			{"PutItem", `{"Item":{"n":{"N":"1"}}}`, `{}`},
		}},
		{name: "an index made again under its name is empty", steps: []step{
			{"CreateTable", indexedTable, `{"TableDescription":"*"}`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"x"},"r":{"N":"1"},"l":{"S":"m"}}}`, `{}`},
			{"DeleteTable", `{}`, `{"TableDescription":"*"}`},
			{"CreateTable", indexedTable, `{"TableDescription":"*"}`},
			{"Scan", `{"IndexName":"all","Select":"COUNT"}`, `{"Count":0,"ScannedCount":0}`},
			{"Scan", `{"IndexName":"local","Select":"COUNT"}`, `{"Count":0,"ScannedCount":0}`},
		}},
		{name: "a provisioned table reports its units", source: "API_CreateTable: ProvisionedThroughput", steps: []step{
			{"CreateTable", `{"ProvisionedThroughput":{"ReadCapacityUnits":3,"WriteCapacityUnits":4},"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}`, `{"TableDescription":"*"}`},
			{"DescribeTable", `{}`, `{"Table":{"TableName":"$T","TableStatus":"ACTIVE","TableId":"*","TableArn":"*","CreationDateTime":"*","ItemCount":0,"TableSizeBytes":0,
				"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"DeletionProtectionEnabled":false,"WarmThroughput":"*",
				"ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":3,"WriteCapacityUnits":4}}}`},
		}},
	})
}

func TestPutItem_arn_of_a_table_works_as_its_name(t *testing.T) {
	single(t, "API_PutItem: TableName: name or ARN", func(t *testing.T, c *caller) {
		table := c.Borrow(t, hashTable)
		c.OK(t, "PutItem", `{"TableName":"`+identity(t, c, table).TableArn+`","Item":{"pk":{"S":"a"}}}`)
		playStep(t, c, table, step{"GetItem", `{"Key":{"pk":{"S":"a"}},"ConsistentRead":true}`, `{"Item":{"pk":{"S":"a"}}}`})
	})
}

func TestCreateTable_refuses(t *testing.T) {
	invalid := "ValidationException: One or more parameter values were invalid: "
	gsi := func(indexes ...string) string {
		return `,"GlobalSecondaryIndexes":[` + strings.Join(indexes, ",") + `]`
	}
	lsi := func(indexes ...string) string { return `,"LocalSecondaryIndexes":[` + strings.Join(indexes, ",") + `]` }
	many := func(n int) string {
		var all []string
		for i := range n {
			all = append(all, globalIndex(fmt.Sprintf("index-%d", i), "g:HASH", projectAll))
		}
		return gsi(all...)
	}
	rows := []struct{ name, in, want string }{
		{"a key without its definition", definition("other:S", "pk:HASH", ""), invalid + `Some index key attributes are not defined in AttributeDefinitions. Keys: [pk], AttributeDefinitions: [other]`},
		{"a definition no key uses", definition("pk:S x:S", "pk:HASH", ""), invalid + `Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions`},
		{"two partition keys", definition("pk:S sk:S", "pk:HASH sk:HASH", ""), `ValidationException: *nvalid KeySchema: The second KeySchemaElement is not a RANGE key type`},
		{"the sort key first", definition("pk:S sk:S", "sk:RANGE pk:HASH", ""), `ValidationException: *nvalid KeySchema: The first KeySchemaElement is not a HASH key type`},
		{"one attribute as both keys", definition("pk:S", "pk:HASH pk:RANGE", ""), `ValidationException: *Both the Hash Key and the Range Key element in the KeySchema have the same name`},
		{"a key type that is none", definition("pk:BOOL", "pk:HASH", ""), `ValidationException: 1 validation error detected: Value 'BOOL' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]`},
		{"a name of two letters", strings.Replace(definition("pk:S", "pk:HASH", ""), "{", `{"TableName":"ab",`, 1), `ValidationException: *'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3`},
		{"a name of 256 letters", strings.Replace(definition("pk:S", "pk:HASH", ""), "{", `{"TableName":"`+letters(256)+`",`, 1), `ValidationException: *at 'tableName' failed to satisfy constraint: Member must have length less than or equal to 255`},
		{"a name with a blank", strings.Replace(definition("pk:S", "pk:HASH", ""), "{", `{"TableName":"a b c",`, 1), `ValidationException: *'a b c' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+*`},
		{"throughput beside on-demand billing", definition("pk:S", "pk:HASH", `,"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}`), invalid + `Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST`},
		{"a global index of an undefined attribute", definition("pk:S", "pk:HASH", gsi(globalIndex("one", "g:HASH", projectAll))), `ValidationException: *not defined in AttributeDefinitions*`},
		{"two indexes of one name", definition("pk:S g:S", "pk:HASH", gsi(globalIndex("one", "g:HASH", projectAll), globalIndex("one", "g:HASH", projectAll))), invalid + `Duplicate index name: one`},
		{"an index name of two letters", definition("pk:S g:S", "pk:HASH", gsi(globalIndex("ab", "g:HASH", projectAll))), `ValidationException: *'ab' at 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must have length greater than or equal to 3*`},
		{"21 global indexes", definition("pk:S g:S", "pk:HASH", many(21)), invalid + `GlobalSecondaryIndex count exceeds the per-table limit of 20`},
		{"INCLUDE without attributes", definition("pk:S g:S", "pk:HASH", gsi(globalIndex("one", "g:HASH", `{"ProjectionType":"INCLUDE"}`))), invalid + `ProjectionType is INCLUDE, but NonKeyAttributes is not specified`},
		{"attributes without INCLUDE", definition("pk:S g:S", "pk:HASH", gsi(globalIndex("one", "g:HASH", `{"ProjectionType":"ALL","NonKeyAttributes":["x"]}`))), invalid + `ProjectionType is ALL, but NonKeyAttributes is specified`},
		{"a projection of no type", definition("pk:S g:S", "pk:HASH", gsi(globalIndex("one", "g:HASH", `{}`))), invalid + `Unknown ProjectionType: null`},
		{"a local index without a table sort key", definition("pk:S l:S", "pk:HASH", lsi(globalIndex("one", "pk:HASH l:RANGE", projectAll))), invalid + `Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex`},
		{"a local index of another partition key", definition("pk:S sk:S l:S", "pk:HASH sk:RANGE", lsi(globalIndex("one", "l:HASH sk:RANGE", projectAll))), invalid + `Index KeySchema does not have the same leading hash key as table KeySchema for index: one. index hash key: l, table hash key: pk`},
		{"a local index without a sort key", definition("pk:S sk:S", "pk:HASH sk:RANGE", lsi(globalIndex("one", "pk:HASH", projectAll))), invalid + `Index KeySchema does not have a range key for index: one`},
		{"a stream that is off and has a view", definition("pk:S", "pk:HASH", `,"StreamSpecification":{"StreamEnabled":false,"StreamViewType":"KEYS_ONLY"}`), invalid + `Table is being created with a stream disabled, UpdateViewType should not be specified`},
	}
	var scenarios []scenario
	for _, r := range rows {
		scenarios = append(scenarios, scenario{name: r.name, steps: []step{
			{"CreateTable", r.in, r.want},
			{"DescribeTable", `{}`, `ResourceNotFoundException: Requested resource not found: Table: $T not found`},
		}})
	}
	run(t, noTable, "API_CreateTable: Request Parameters; texts measured against the service", scenarios)
}
