package gosdk

import (
	"strings"
	"testing"
)

// Sizes are byte-exact: an item of one byte more than a unit holds costs one unit more.
func TestPutItem_consumed_capacity(t *testing.T) {
	key := `"Key":{"pk":{"S":"a"}}`
	total := func(units string) string {
		return `"ConsumedCapacity":{"TableName":"$T","CapacityUnits":` + units + `}`
	}
	item := func(bytes int) string { return `{"pk":{"S":"a"},"v":{"S":"` + letters(bytes-4) + `"}}` }
	numbers := `{"pk":{"S":"a"},"n":{"N":"-123.45"},"z":{"N":"0"},"t":{"BOOL":true},"u":{"NULL":true},"l":{"L":[{"N":"1"}]},"m":{"M":{"k":{"S":"v"}}},"v":{"S":"%"}}`
	run(t, hashTable, "Developer guide: CapacityUnitCalculations; CapacityUnitCalculations: DynamoDB item sizes and formats", []scenario{
		{name: "a put of exactly 1 KB costs one unit, a byte more two", steps: []step{
			{"PutItem", `{"ReturnConsumedCapacity":"TOTAL","Item":` + item(1024) + `}`, `{` + total("1.0") + `}`},
			{"PutItem", `{"ReturnConsumedCapacity":"TOTAL","Item":` + item(1025) + `}`, `{` + total("2.0") + `}`},
		}},
		{name: "replacing a large item by a small one costs the larger", given: []string{item(3000)}, steps: []step{
			{"PutItem", `{"ReturnConsumedCapacity":"TOTAL","Item":{"pk":{"S":"a"}}}`, `{` + total("3.0") + `}`},
		}},
		{name: "a delete costs what was there, and one unit when nothing was", given: []string{item(3000)}, steps: []step{
			{"DeleteItem", `{"ReturnConsumedCapacity":"TOTAL",` + key + `}`, `{` + total("3.0") + `}`},
			{"DeleteItem", `{"ReturnConsumedCapacity":"TOTAL",` + key + `}`, `{` + total("1.0") + `}`},
		}},
		{name: "an update costs the larger of before and after", given: []string{item(2049)}, steps: []step{
			{"UpdateItem", `{"ReturnConsumedCapacity":"TOTAL",` + key + `,"UpdateExpression":"REMOVE v"}`, `{` + total("3.0") + `}`},
			{"UpdateItem", `{"ReturnConsumedCapacity":"TOTAL",` + key + `,"UpdateExpression":"SET w = :w","ExpressionAttributeValues":{":w":{"S":"x"}}}`, `{` + total("1.0") + `}`},
		}},
		{name: "a read of exactly 4 KB costs half a unit, a consistent one a whole", given: []string{item(4096)}, steps: []step{
			{"GetItem", `{"ReturnConsumedCapacity":"TOTAL",` + key + `,"ProjectionExpression":"pk"}`, `{"Item":{"pk":{"S":"a"}},` + total("0.5") + `}`},
			{"GetItem", `{"ReturnConsumedCapacity":"TOTAL","ConsistentRead":true,` + key + `,"ProjectionExpression":"pk"}`, `{"Item":{"pk":{"S":"a"}},` + total("1.0") + `}`},
		}},
		{name: "a read of a byte more costs twice that", given: []string{item(4097)}, steps: []step{
			{"GetItem", `{"ReturnConsumedCapacity":"TOTAL",` + key + `,"ProjectionExpression":"pk"}`, `{"Item":{"pk":{"S":"a"}},` + total("1.0") + `}`},
		}},
		{name: "reading nothing costs the least", steps: []step{
			{"GetItem", `{"ReturnConsumedCapacity":"TOTAL",` + key + `}`, `{` + total("0.5") + `}`},
			{"GetItem", `{"ReturnConsumedCapacity":"TOTAL","ConsistentRead":true,` + key + `}`, `{` + total("1.0") + `}`},
		}},
		{name: "numbers, booleans, lists and maps have their own sizes", steps: []step{
			{"PutItem", `{"ReturnConsumedCapacity":"TOTAL","Item":` + replaceValue(numbers, 1024-numbersSize) + `}`, `{` + total("1.0") + `}`},
			{"PutItem", `{"ReturnConsumedCapacity":"TOTAL","Item":` + replaceValue(numbers, 1025-numbersSize) + `}`, `{` + total("2.0") + `}`},
		}},
		{name: "INDEXES names the table apart", steps: []step{
			{"PutItem", `{"ReturnConsumedCapacity":"INDEXES","Item":{"pk":{"S":"a"}}}`, `{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":1.0,"Table":{"CapacityUnits":1.0}}}`},
		}},
		{name: "NONE says nothing", steps: []step{
			{"PutItem", `{"ReturnConsumedCapacity":"NONE","Item":{"pk":{"S":"a"}}}`, `{}`},
		}},
	})
}

func TestPutItem_consumed_capacity_of_indexes(t *testing.T) {
	key := `"Key":{"pk":{"S":"a"},"sk":{"S":"b"}}`
	given := []string{`{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"x"},"r":{"N":"1"},"l":{"S":"m"}}`}
	run(t, indexedTable, "Developer guide: GSI: Provisioned throughput considerations; LSI: Provisioned throughput considerations", []scenario{
		{name: "a put into all indexes costs one unit each", steps: []step{
			{"PutItem", `{"ReturnConsumedCapacity":"INDEXES","Item":` + given[0] + `}`,
				`{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":4.0,"Table":{"CapacityUnits":1.0},"GlobalSecondaryIndexes":{"all":{"CapacityUnits":1.0},"keys":{"CapacityUnits":1.0}},"LocalSecondaryIndexes":{"local":{"CapacityUnits":1.0}}}}`},
		}},
		{name: "a put into no index costs the table alone", steps: []step{
			{"PutItem", `{"ReturnConsumedCapacity":"INDEXES","Item":{"pk":{"S":"a"},"sk":{"S":"b"}}}`, `{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":1.0,"Table":{"CapacityUnits":1.0}}}`},
		}},
		{name: "a moved index key costs a delete and an insert", given: given, steps: []step{
			{"UpdateItem", `{"ReturnConsumedCapacity":"INDEXES",` + key + `,"UpdateExpression":"SET r = :r","ExpressionAttributeValues":{":r":{"N":"2"}}}`,
				`{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":3.0,"Table":{"CapacityUnits":1.0},"GlobalSecondaryIndexes":{"all":{"CapacityUnits":2.0}}}}`},
		}},
		{name: "a change of what an index projects costs one unit there, and nothing where it is not projected", given: given, steps: []step{
			{"UpdateItem", `{"ReturnConsumedCapacity":"INDEXES",` + key + `,"UpdateExpression":"SET v = :v","ExpressionAttributeValues":{":v":{"N":"2"}}}`,
				`{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":2.0,"Table":{"CapacityUnits":1.0},"GlobalSecondaryIndexes":{"all":{"CapacityUnits":1.0}}}}`},
			{"UpdateItem", `{"ReturnConsumedCapacity":"INDEXES",` + key + `,"UpdateExpression":"SET extra = :v","ExpressionAttributeValues":{":v":{"N":"2"}}}`,
				`{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":3.0,"Table":{"CapacityUnits":1.0},"GlobalSecondaryIndexes":{"all":{"CapacityUnits":1.0}},"LocalSecondaryIndexes":{"local":{"CapacityUnits":1.0}}}}`},
		}},
		{name: "a put that changes nothing costs the table alone", given: given, steps: []step{
			{"PutItem", `{"ReturnConsumedCapacity":"INDEXES","Item":` + given[0] + `}`, `{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":1.0,"Table":{"CapacityUnits":1.0}}}`},
		}},
		{name: "a delete costs one unit in each index the item was in", given: []string{`{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"x"}}`}, steps: []step{
			{"DeleteItem", `{"ReturnConsumedCapacity":"INDEXES",` + key + `}`,
				`{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":2.0,"Table":{"CapacityUnits":1.0},"GlobalSecondaryIndexes":{"keys":{"CapacityUnits":1.0}}}}`},
		}},
		{name: "a read of an index costs the index alone", given: given, steps: []step{
			{"Query", `{"ReturnConsumedCapacity":"INDEXES","Select":"COUNT","IndexName":"all","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`,
				`{"Count":1,"ScannedCount":1,"ConsumedCapacity":{"TableName":"$T","CapacityUnits":0.5,"Table":{"CapacityUnits":0.0},"GlobalSecondaryIndexes":{"all":{"CapacityUnits":0.5}}}}`},
		}},
		{name: "a local index that fetches from the table costs the fetched items too", given: given, steps: []step{
			{"Query", `{"ReturnConsumedCapacity":"INDEXES","Select":"ALL_ATTRIBUTES","IndexName":"local","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}}`,
				`{"Items":[` + given[0] + `],"Count":1,"ScannedCount":1,"ConsumedCapacity":{"TableName":"$T","CapacityUnits":1.0,"Table":{"CapacityUnits":0.5},"LocalSecondaryIndexes":{"local":{"CapacityUnits":0.5}}}}`},
		}},
		{name: "a page of a scan pays for what it read", given: given, steps: []step{
			{"Scan", `{"ReturnConsumedCapacity":"TOTAL","Select":"COUNT","ExclusiveStartKey":` + key[len(`"Key":`):] + `}`, `{"Count":0,"ScannedCount":0,"ConsumedCapacity":{"TableName":"$T","CapacityUnits":0.5}}`},
		}},
		{name: "a query sums the items it looked at and rounds once", given: []string{
			`{"pk":{"S":"a"},"sk":{"S":"1"},"v":{"S":"` + letters(3000) + `"}}`, `{"pk":{"S":"a"},"sk":{"S":"2"},"v":{"S":"` + letters(3000) + `"}}`},
			steps: []step{
				{"Query", `{"ReturnConsumedCapacity":"TOTAL","Select":"COUNT","KeyConditionExpression":"pk = :p","FilterExpression":"attribute_not_exists(v)","ExpressionAttributeValues":{":p":{"S":"a"}}}`,
					`{"Count":0,"ScannedCount":2,"ConsumedCapacity":{"TableName":"$T","CapacityUnits":1.0}}`},
				{"Query", `{"ReturnConsumedCapacity":"TOTAL","Select":"COUNT","ConsistentRead":true,"KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}}`,
					`{"Count":2,"ScannedCount":2,"ConsumedCapacity":{"TableName":"$T","CapacityUnits":2.0}}`},
			}},
	})
}

// numbersSize is the size of the item of mixed types without the text of v.
const numbersSize = (2 + 1) + (1 + 5) + (1 + 1) + (1 + 1) + (1 + 1) + (1 + 3 + 1 + 2) + (1 + 3 + 1 + 1 + 1) + 1

// replaceValue puts a text of n bytes in the place of %.
func replaceValue(item string, n int) string { return strings.Replace(item, "%", letters(n), 1) }
