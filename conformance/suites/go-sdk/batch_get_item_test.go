package gosdk

import (
	"fmt"
	"strings"
	"testing"
)

func TestBatchGetItem(t *testing.T) {
	given := []string{`{"pk":{"S":"a"},"v":{"N":"1"},"w":{"S":"x"}}`}
	run(t, hashTable, "API_BatchGetItem: RequestItems", []scenario{
		{name: "items that are there come, those that are not are left out", source: "API_BatchGetItem: if a requested item does not exist, it is not returned", given: given, steps: []step{
			{"BatchGetItem", `{"RequestItems":{"$T":{"Keys":[{"pk":{"S":"a"}},{"pk":{"S":"b"}}]}}}`, `{"Responses":{"$T":[` + given[0] + `]},"UnprocessedKeys":{}}`},
		}},
		{name: "a table of which nothing is found has its empty list", steps: []step{
			{"BatchGetItem", `{"RequestItems":{"$T":{"Keys":[{"pk":{"S":"a"}}],"ConsistentRead":true}}}`, `{"Responses":{"$T":[]},"UnprocessedKeys":{}}`},
		}},
		{name: "a projection applies to every item of its table", source: "API_KeysAndAttributes: ProjectionExpression, AttributesToGet", given: given, steps: []step{
			{"BatchGetItem", `{"RequestItems":{"$T":{"Keys":[{"pk":{"S":"a"}}],"ProjectionExpression":"#v","ExpressionAttributeNames":{"#v":"v"}}}}`, `{"Responses":{"$T":[{"v":{"N":"1"}}]},"UnprocessedKeys":{}}`},
			{"BatchGetItem", `{"RequestItems":{"$T":{"Keys":[{"pk":{"S":"a"}}],"AttributesToGet":["w"]}}}`, `{"Responses":{"$T":[{"w":{"S":"x"}}]},"UnprocessedKeys":{}}`},
		}},
		{name: "a key twice is refused", source: "API_BatchGetItem: RequestItems: Keys; text measured against the service", steps: []step{
			{"BatchGetItem", `{"RequestItems":{"$T":{"Keys":[{"pk":{"S":"a"}},{"pk":{"S":"b"}},{"pk":{"S":"a"}}]}}}`, `ValidationException: Provided list of item keys contains duplicates`},
		}},
		{name: "no tables are refused", steps: []step{
			{"BatchGetItem", `{"RequestItems":{}}`, `ValidationException: 1 validation error detected: Value at 'RequestItems' failed to satisfy constraint: Member must have length greater than or equal to 1`},
		}},
		{name: "100 keys are read and 101 refused", source: "API_BatchGetItem: as many as 100 items", steps: []step{
			{"BatchGetItem", `{"RequestItems":{"$T":{"Keys":[` + keyList(100) + `]}}}`, `{"Responses":{"$T":[]},"UnprocessedKeys":{}}`},
			{"BatchGetItem", `{"RequestItems":{"$T":{"Keys":[` + keyList(101) + `]}}}`, `ValidationException: *`},
		}},
		{name: "a key that is not the table's is refused", steps: []step{
			{"BatchGetItem", `{"RequestItems":{"$T":{"Keys":[{"x":{"S":"a"}}]}}}`, `ValidationException: The provided key element does not match the schema`},
			{"BatchGetItem", `{"RequestItems":{"$T":{"Keys":[{"pk":{"N":"1"}}]}}}`, `ValidationException: The provided key element does not match the schema`},
		}},
		{name: "a table that does not exist is refused", given: given, steps: []step{
			{"BatchGetItem", `{"RequestItems":{"$T":{"Keys":[{"pk":{"S":"a"}}]},"conformance.nowhere":{"Keys":[{"pk":{"S":"a"}}]}}}`, `ResourceNotFoundException: Requested resource not found`},
		}},
		{name: "capacity is listed by table, every key rounded up by itself", source: "API_BatchGetItem: ReturnConsumedCapacity; Developer guide: CapacityUnitCalculations", given: given, steps: []step{
			{"BatchGetItem", `{"ReturnConsumedCapacity":"TOTAL","RequestItems":{"$T":{"Keys":[{"pk":{"S":"a"}},{"pk":{"S":"b"}},{"pk":{"S":"c"}}],"ProjectionExpression":"v"}}}`,
				`{"Responses":{"$T":[{"v":{"N":"1"}}]},"UnprocessedKeys":{},"ConsumedCapacity":[{"TableName":"$T","CapacityUnits":1.5}]}`},
		}},
	})
}

func keyList(n int) string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = fmt.Sprintf(`{"pk":{"S":"key %d"}}`, i)
	}
	return strings.Join(keys, ",")
}
