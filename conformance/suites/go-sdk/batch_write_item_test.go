package gosdk

import (
	"fmt"
	"strings"
	"testing"
)

func TestBatchWriteItem(t *testing.T) {
	given := []string{`{"pk":{"S":"a"},"v":{"N":"1"}}`}
	put := func(item string) string { return `{"PutRequest":{"Item":` + item + `}}` }
	del := func(key string) string { return `{"DeleteRequest":{"Key":` + key + `}}` }
	batch := func(requests ...string) string {
		return `{"RequestItems":{"$T":[` + strings.Join(requests, ",") + `]}}`
	}
	count := func(n int) step {
		return step{"Scan", `{"Select":"COUNT"}`, fmt.Sprintf(`{"Count":%d,"ScannedCount":%d}`, n, n)}
	}
	run(t, hashTable, "API_BatchWriteItem: RequestItems", []scenario{
		{name: "puts and deletes of different items are done", given: given, steps: []step{
			{"BatchWriteItem", batch(put(`{"pk":{"S":"b"}}`), del(`{"pk":{"S":"a"}}`), del(`{"pk":{"S":"nobody"}}`)), `{"UnprocessedItems":{}}`},
			{"GetItem", `{"Key":{"pk":{"S":"b"}}}`, `{"Item":{"pk":{"S":"b"}}}`},
			count(1),
		}},
		{name: "an item twice is refused, also by another way to write it", source: "API_BatchWriteItem: multiple operations on the same item in the same request", steps: []step{
			{"BatchWriteItem", batch(put(`{"pk":{"S":"a"}}`), del(`{"pk":{"S":"a"}}`)), `ValidationException: Provided list of item keys contains duplicates`},
			count(0),
		}},
		{name: "25 requests are done and 26 refused", source: "API_BatchWriteItem: more than 25 requests in the batch", steps: []step{
			{"BatchWriteItem", batch(putRequests(25)...), `{"UnprocessedItems":{}}`},
			count(25),
			{"BatchWriteItem", batch(putRequests(26)...), `ValidationException: *Member must have length less than or equal to 25*`},
		}},
		{name: "no tables and an empty list are refused", steps: []step{
			{"BatchWriteItem", `{"RequestItems":{}}`, `ValidationException: *equired for BatchWriteItem*`},
			{"BatchWriteItem", batch(), `ValidationException: *Member must have length greater than or equal to 1*`},
		}},
		{name: "one bad item refuses all", source: "API_BatchWriteItem: DynamoDB rejects the entire batch write operation if", steps: []step{
			{"BatchWriteItem", batch(put(`{"pk":{"S":"a"}}`), put(`{"pk":{"N":"1"}}`)), `ValidationException: The provided key element does not match the schema`},
			{"BatchWriteItem", batch(put(`{"pk":{"S":"a"}}`), put(`{"other":{"S":"b"}}`)), `ValidationException: The provided key element does not match the schema`},
			{"BatchWriteItem", batch(put(`{"pk":{"S":"a"}}`), put(`{"pk":{"S":"b"},"s":{"SS":[]}}`)), `ValidationException: One or more parameter values were invalid: An string set  may not be empty`},
			{"BatchWriteItem", batch(put(`{"pk":{"S":"a"}}`), put(`{"pk":{"S":"b"},"v":{"S":"`+letters(400*1024)+`"}}`)), `ValidationException: Item size has exceeded the maximum allowed size`},
			count(0),
		}},
		{name: "a request that is both put and delete is refused", steps: []step{
			{"BatchWriteItem", batch(`{"PutRequest":{"Item":{"pk":{"S":"a"}}},"DeleteRequest":{"Key":{"pk":{"S":"a"}}}}`), `ValidationException: Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes*`},
		}},
		{name: "a table that does not exist refuses all", source: "API_BatchWriteItem: one or more tables does not exist", steps: []step{
			{"BatchWriteItem", `{"RequestItems":{"$T":[` + put(`{"pk":{"S":"a"}}`) + `],"conformance.nowhere":[` + put(`{"pk":{"S":"a"}}`) + `]}}`, `ResourceNotFoundException: Requested resource not found`},
			count(0),
		}},
		{name: "capacity is listed by table, every item rounded up by itself", source: "API_BatchWriteItem: ReturnConsumedCapacity, ConsumedCapacity", steps: []step{
			{"BatchWriteItem", `{"ReturnConsumedCapacity":"TOTAL","RequestItems":{"$T":[` + put(`{"pk":{"S":"a"},"v":{"S":"`+letters(1024)+`"}}`) + `,` + put(`{"pk":{"S":"b"}}`) + `]}}`,
				`{"UnprocessedItems":{},"ConsumedCapacity":[{"TableName":"$T","CapacityUnits":3.0}]}`},
		}},
		{name: "index entries follow", table: indexedTable, steps: []step{
			{"BatchWriteItem", batch(put(`{"pk":{"S":"a"},"sk":{"S":"1"},"g":{"S":"x"}}`), put(`{"pk":{"S":"a"},"sk":{"S":"2"},"g":{"S":"x"}}`)), `{"UnprocessedItems":{}}`},
			{"BatchWriteItem", batch(del(`{"pk":{"S":"a"},"sk":{"S":"1"}}`), put(`{"pk":{"S":"a"},"sk":{"S":"3"},"g":{"S":"x"}}`)), `{"UnprocessedItems":{}}`},
			{"Query", `{"IndexName":"keys","Select":"COUNT","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`, `{"Count":2,"ScannedCount":2}`},
		}},
		{name: "an index key of a wrong type refuses all", table: indexedTable, steps: []step{
			{"BatchWriteItem", batch(put(`{"pk":{"S":"a"},"sk":{"S":"1"}}`), put(`{"pk":{"S":"a"},"sk":{"S":"2"},"g":{"N":"1"}}`)), `ValidationException: *Type mismatch for Index Key g Expected: S Actual: N*`},
			count(0),
		}},
	})
}

func putRequests(n int) []string {
	requests := make([]string, n)
	for i := range requests {
		requests[i] = fmt.Sprintf(`{"PutRequest":{"Item":{"pk":{"S":"key %d"}}}}`, i)
	}
	return requests
}
