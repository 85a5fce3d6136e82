package counted

import (
	"fmt"
	"strings"
)

// tables: "items" has a partition key alone; "sorted" has items of one partition in one group of its index.
var tables = []string{
	`{"TableName":"items","BillingMode":"PAY_PER_REQUEST",
		"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}`,
	`{"TableName":"sorted","BillingMode":"PAY_PER_REQUEST",
		"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"},{"AttributeName":"grp","AttributeType":"S"},{"AttributeName":"score","AttributeType":"N"}],
		"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
		"GlobalSecondaryIndexes":[{"IndexName":"by-group","KeySchema":[{"AttributeName":"grp","KeyType":"HASH"},{"AttributeName":"score","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}]}`,
}

// held is how many items each table holds.
const held = 100

// request is one operation on one body.
type request struct{ operation, body string }

// rest are the eight attributes beside the keys of an item of 1 KB. Version distinguishes two of the same key.
func rest(version int) string {
	var b strings.Builder
	for i := range 5 {
		fmt.Fprintf(&b, `,"text%d":{"S":"%s"}`, i, strings.Repeat("lorem ipsum dolor ", 10)[:170])
	}
	fmt.Fprintf(&b, `,"version":{"N":"%d"},"flag":{"BOOL":true},"list":{"L":[{"N":"123456789"},{"S":"second"},{"M":{"inner":{"S":"value"}}}]}}`, version)
	return b.String()
}

func itemKey(i int) string { return fmt.Sprintf(`"pk":{"S":"item-%03d"}`, i) }

func item(i, version int) string {
	return `{` + itemKey(i) + `,"count":{"N":"0"}` + rest(version)
}

// sortedItem is an item of "sorted". Its place in the index moves with the version.
func sortedItem(i, version int) string {
	return fmt.Sprintf(`{"pk":{"S":"part"},"sk":{"N":"%d"},"grp":{"S":"group"},"score":{"N":"%d.5"}`, i, i+1000*version) + rest(version)
}

// list gives n texts in a row, with commas between.
func list(n int, text func(i int) string) string {
	all := make([]string, n)
	for i := range all {
		all[i] = text(i)
	}
	return strings.Join(all, ",")
}

func putItem(table, item string) request {
	return request{"PutItem", `{"TableName":"` + table + `","Item":` + item + `}`}
}

func putItemIf(version int) request {
	return request{"PutItem", `{"TableName":"items","ConditionExpression":"attribute_not_exists(pk) OR #v <> :none",` +
		`"ExpressionAttributeNames":{"#v":"version"},"ExpressionAttributeValues":{":none":{"N":"-1"}},"Item":` + item(7, version) + `}`}
}

func updateItem(version int) request {
	return request{"UpdateItem", `{"TableName":"items","Key":{` + itemKey(7) + `},"UpdateExpression":"SET #c = #c + :one, text0 = :text",` +
		fmt.Sprintf(`"ExpressionAttributeNames":{"#c":"count"},"ExpressionAttributeValues":{":one":{"N":"1"},":text":{"S":"text of version %d"}}}`, version)}
}

func query(limit int) request {
	return request{"Query", fmt.Sprintf(`{"TableName":"sorted","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"part"}},"Limit":%d}`, limit)}
}

func queryIndex(limit int) request {
	return request{"Query", fmt.Sprintf(`{"TableName":"sorted","IndexName":"by-group","KeyConditionExpression":"grp = :g",`+
		`"ExpressionAttributeValues":{":g":{"S":"group"}},"Limit":%d}`, limit)}
}

func scan(limit int) request {
	return request{"Scan", fmt.Sprintf(`{"TableName":"items","FilterExpression":"#v = :v AND flag = :t","ExpressionAttributeNames":{"#v":"version"},`+
		`"ExpressionAttributeValues":{":v":{"N":"-5"},":t":{"BOOL":true}},"Limit":%d}`, limit)}
}

func batchGet(n int) request {
	return request{"BatchGetItem", `{"RequestItems":{"items":{"Keys":[` + list(n, func(i int) string { return `{` + itemKey(i) + `}` }) + `]}}}`}
}

func batchWrite(n, version int) request {
	return request{"BatchWriteItem", `{"RequestItems":{"items":[` +
		list(n, func(i int) string { return `{"PutRequest":{"Item":` + item(i, version) + `}}` }) + `]}}`}
}

func transactWrite(n, version int) request {
	return request{"TransactWriteItems", `{"TransactItems":[` + list(n, func(i int) string {
		return `{"Put":{"TableName":"items","Item":` + item(i, version) + `}}`
	}) + `]}`}
}

func transactGet(n int) request {
	return request{"TransactGetItems", `{"TransactItems":[` + list(n, func(i int) string {
		return `{"Get":{"TableName":"items","Key":{` + itemKey(i) + `}}}`
	}) + `]}`}
}

var getItem = request{"GetItem", `{"TableName":"items","Key":{` + itemKey(7) + `}}`}

// deleteItem deletes an item that the request after it puts again.
var deleteItem = request{"DeleteItem", `{"TableName":"items","Key":{` + itemKey(7) + `}}`}

// counted is what is counted under one name.
type counted struct {
	name string
	// requests run one after the other, so that each changes what the one before it wrote.
	requests []request
	// times is how often the requests are what the name says: figures are theirs divided by it.
	times int
	// http sends them through a server.
	http bool
}

var subjects = []counted{
	{"GetItem", []request{getItem}, 1, false},
	{"GetItem over HTTP, signed", []request{getItem}, 1, true},
	{"PutItem", []request{putItem("items", item(7, 1)), putItem("items", item(7, 2))}, 2, false},
	{"PutItem over HTTP, signed", []request{putItem("items", item(7, 1)), putItem("items", item(7, 2))}, 2, true},
	{"PutItem that moves an index entry", []request{putItem("sorted", sortedItem(7, 1)), putItem("sorted", sortedItem(7, 2))}, 2, false},
	{"PutItem with a condition", []request{putItemIf(1), putItemIf(2)}, 2, false},
	{"UpdateItem", []request{updateItem(1), updateItem(2)}, 2, false},
	{"DeleteItem, then PutItem", []request{deleteItem, putItem("items", item(7, 1))}, 1, false},
	{"Query of 10", []request{query(10)}, 1, false},
	{"Query of 100", []request{query(100)}, 1, false},
	{"Query on an index of 10", []request{queryIndex(10)}, 1, false},
	{"Query on an index of 100", []request{queryIndex(100)}, 1, false},
	{"Scan of 10 with a filter", []request{scan(10)}, 1, false},
	{"Scan of 100 with a filter", []request{scan(100)}, 1, false},
	{"BatchGetItem of 100", []request{batchGet(100)}, 1, false},
	{"BatchWriteItem of 25", []request{batchWrite(25, 1), batchWrite(25, 2)}, 2, false},
	{"TransactWriteItems of 10", []request{transactWrite(10, 1), transactWrite(10, 2)}, 2, false},
	{"TransactGetItems of 10", []request{transactGet(10)}, 1, false},
}
