package gosdk

import (
	"fmt"
	"strings"
	"testing"
)

// getAction reads an item of the scenario's table; more are further members.
func getAction(pk, more string) string { return act("Get", `"Key":{"pk":{"S":"`+pk+`"}}`+more) }

func TestTransactGetItems(t *testing.T) {
	given := []string{`{"pk":{"S":"a"},"n":{"N":"1"},"l":{"L":[{"S":"x"},{"S":"y"}]}}`, `{"pk":{"S":"b"},"v":{"S":"` + letters(5000) + `"}}`}
	run(t, hashTable, "API_TransactGetItems: TransactItems, Responses", []scenario{
		{name: "items in the order asked, an empty entry for each that is not there", given: given, steps: []step{
			{"TransactGetItems", transaction("", getAction("none", ""), getAction("a", "")), `{"Responses":[{},{"Item":{"pk":{"S":"a"},"n":{"N":"1"},"l":{"L":[{"S":"x"},{"S":"y"}]}}}]}`},
		}},
		{name: "each read has its projection; one that matches nothing gives an empty entry", given: given, steps: []step{
			{"TransactGetItems", transaction("", getAction("a", `,"ProjectionExpression":"#l[1],n","ExpressionAttributeNames":{"#l":"l"}`), getAction("b", `,"ProjectionExpression":"n"`)),
				`{"Responses":[{"Item":{"n":{"N":"1"},"l":{"L":[{"S":"y"}]}}},{}]}`},
		}},
		{name: "two units for each 4 KB, and for what is not there", given: given, steps: []step{
			{"TransactGetItems", transaction(`,"ReturnConsumedCapacity":"TOTAL"`, getAction("a", ""), getAction("b", `,"ProjectionExpression":"pk"`), getAction("none", "")),
				`{"Responses":[{"Item":"*"},{"Item":{"pk":{"S":"b"}}},{}],"ConsumedCapacity":[{"TableName":"$T","CapacityUnits":8.0,"ReadCapacityUnits":8.0}]}`},
		}},
		{name: "an item asked for twice", steps: []step{
			{"TransactGetItems", transaction("", getAction("a", ""), getAction("a", "")), `ValidationException: Transaction request cannot include multiple operations on one item`},
		}},
		{name: "a key that is none of the table cancels", steps: []step{
			{"TransactGetItems", transaction("", getAction("a", ""), act("Get", `"Key":{"pk":{"N":"1"}}`)), canceled(noReason, invalidReason("The provided key element does not match the schema"))},
		}},
		{name: "a table that is not there", steps: []step{
			{"TransactGetItems", transaction("", getAction("a", ""), `{"Get":{"TableName":"$T-none","Key":{"pk":{"S":"a"}}}}`), `ResourceNotFoundException: *`},
		}},
		{name: "a hundred reads", steps: []step{
			{"TransactWriteItems", transaction("", manyPuts(100)...), `{}`},
			{"TransactGetItems", transaction("", manyGets(100)...), `{"Responses":[` + strings.TrimSuffix(strings.Repeat(`{"Item":"*"},`, 100), ",") + `]}`},
			{"TransactGetItems", transaction("", manyGets(101)...), `ValidationException: 1 validation error detected: *transactItems*Member must have length less than or equal to 100`},
		}},
	})
}

func manyGets(n int) []string {
	gets := make([]string, n)
	for i := range gets {
		gets[i] = getAction(fmt.Sprint(i), "")
	}
	return gets
}
