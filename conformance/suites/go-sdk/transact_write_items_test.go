package gosdk

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

func TestTransactWriteItems(t *testing.T) {
	get := func(pk, want string) step {
		return step{"GetItem", `{"Key":{"pk":{"S":"` + pk + `"}}}`, want}
	}
	given := []string{`{"pk":{"S":"a"},"n":{"N":"1"}}`, `{"pk":{"S":"b"}}`}
	run(t, hashTable, "API_TransactWriteItems: TransactItems; API_TransactWriteItems: TransactionCanceledException", []scenario{
		{name: "the four kinds of actions together", given: given, steps: []step{
			{"TransactWriteItems", transaction("", addAction("a", "2"), deleteAction(`{"pk":{"S":"b"}}`), putAction(`{"pk":{"S":"c"},"v":{"S":"x"}}`), checkAction("d", "attribute_not_exists(pk)")), `{}`},
			get("a", `{"Item":{"pk":{"S":"a"},"n":{"N":"3"}}}`), get("b", `{}`), get("c", `{"Item":{"pk":{"S":"c"},"v":{"S":"x"}}}`), get("d", `{}`),
		}},
		{name: "all failed conditions are listed, and nothing is written", given: given, steps: []step{
			{"TransactWriteItems", transaction("", addAction("a", "2"), checkAction("d", "attribute_exists(pk)"), putAction(`{"pk":{"S":"c"}}`), checkAction("b", "attribute_not_exists(pk)")),
				canceled(noReason, conditionReason, noReason, conditionReason)},
			get("a", `{"Item":{"pk":{"S":"a"},"n":{"N":"1"}}}`), get("c", `{}`), get("d", `{}`),
		}},
		{name: "the item is shown on request, where there is one", given: given, steps: []step{
			{"TransactWriteItems", transaction("",
				act("Put", `"Item":{"pk":{"S":"a"}},"ConditionExpression":"n > :n","ExpressionAttributeValues":{":n":{"N":"5"}},"ReturnValuesOnConditionCheckFailure":"ALL_OLD"`),
				act("Delete", `"Key":{"pk":{"S":"none"}},"ConditionExpression":"attribute_exists(pk)","ReturnValuesOnConditionCheckFailure":"ALL_OLD"`),
				act("Delete", `"Key":{"pk":{"S":"b"}},"ConditionExpression":"n = :n","ExpressionAttributeValues":{":n":{"N":"5"}},"ReturnValuesOnConditionCheckFailure":"NONE"`)),
				canceled(`{"Code":"ConditionalCheckFailed","Message":"The conditional request failed","Item":{"pk":{"S":"a"},"n":{"N":"1"}}}`, conditionReason, conditionReason)},
		}},
		{name: "what the data refuses cancels", given: given, steps: []step{
			{"TransactWriteItems", transaction("", putAction(`{"pk":{"S":"c"}}`), act("Update", `"Key":{"pk":{"S":"a"}},"UpdateExpression":"SET x = nothing"`), checkAction("b", "attribute_not_exists(pk)")),
				canceled(noReason, invalidReason("The provided expression refers to an attribute that does not exist in the item"), conditionReason)},
			get("c", `{}`),
		}},
		{name: "an update that makes the item too large cancels", given: given, steps: []step{
			{"TransactWriteItems", transaction("", act("Update", `"Key":{"pk":{"S":"a"}},"UpdateExpression":"SET x = :x","ExpressionAttributeValues":{":x":{"S":"`+letters(409600)+`"}}`)),
				canceled(invalidReason("Item size to update has exceeded the maximum allowed size"))},
		}},
		{name: "a key of a wrong type cancels alone", steps: []step{
			{"TransactWriteItems", transaction("", checkAction("d", "attribute_exists(pk)"), putAction(`{"pk":{"N":"7"}}`), putAction(`{"pk":{"N":"8"}}`)),
				canceled(noReason, invalidReason("One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N"), noReason)},
		}},
		{name: "what refuses the request as a whole", steps: []step{
			{"TransactWriteItems", transaction("", putAction(`{"pk":{"S":"a"}}`), checkAction("a", "attribute_exists(pk)")), `ValidationException: Transaction request cannot include multiple operations on one item`},
			{"TransactWriteItems", transaction("", putAction(`{"pk":{"S":"a"},"v":{"S":"`+letters(409600)+`"}}`)), `ValidationException: Item size has exceeded the maximum allowed size`},
			{"TransactWriteItems", transaction("", putAction(`{"pk":{"S":""}}`)), `ValidationException: One or more parameter values are not valid. *empty string value. Key: pk`},
			{"TransactWriteItems", transaction("", putAction(`{"pk":{"S":"a"}}`), `{"Put":{"TableName":"$T-none","Item":{"pk":{"S":"a"}}}}`), `ResourceNotFoundException: *`},
		}},
		{name: "a hundred actions", steps: []step{
			{"TransactWriteItems", transaction("", manyPuts(100)...), `{}`},
			{"TransactWriteItems", transaction("", manyPuts(101)...), `ValidationException: 1 validation error detected: *transactItems*Member must have length less than or equal to 100`},
			{"Scan", `{"Select":"COUNT"}`, `{"Count":100,"ScannedCount":100}`},
		}},
	})
}

func manyPuts(n int) []string {
	puts := make([]string, n)
	for i := range puts {
		puts[i] = putAction(fmt.Sprintf(`{"pk":{"S":"%d"}}`, i))
	}
	return puts
}

func TestTransactWriteItems_indexes(t *testing.T) {
	key := func(sk string) string { return `"Key":{"pk":{"S":"a"},"sk":{"S":"` + sk + `"}}` }
	ask := func(want string) step {
		return step{"Query", `{"IndexName":"keys","KeyConditionExpression":"g = :g","ProjectionExpression":"sk","ExpressionAttributeValues":{":g":{"S":"x"}}}`, want}
	}
	move := act("Update", key("1")+`,"UpdateExpression":"SET g = :g","ExpressionAttributeValues":{":g":{"S":"y"}}`)
	put := putAction(`{"pk":{"S":"a"},"sk":{"S":"2"},"g":{"S":"x"}}`)
	run(t, indexedTable, "API_TransactWriteItems; Developer guide: GSI", []scenario{
		{name: "index entries come and go with the transaction", given: []string{`{"pk":{"S":"a"},"sk":{"S":"1"},"g":{"S":"x"}}`}, steps: []step{
			{"TransactWriteItems", transaction("", move, put, act("ConditionCheck", key("9")+`,"ConditionExpression":"attribute_exists(pk)"`)), canceled(noReason, noReason, conditionReason)},
			ask(`{"Items":[{"sk":{"S":"1"}}],"Count":1,"ScannedCount":1}`),
			{"TransactWriteItems", transaction("", move, put), `{}`},
			ask(`{"Items":[{"sk":{"S":"2"}}],"Count":1,"ScannedCount":1}`),
		}},
		{name: "an update to an index key of a wrong type cancels", steps: []step{
			{"TransactWriteItems", transaction("", act("Update", key("1")+`,"UpdateExpression":"SET g = :g","ExpressionAttributeValues":{":g":{"N":"1"}}`)),
				canceled(invalidReason("One or more parameter values were invalid: Type mismatch for Index Key g Expected: S Actual: N IndexName: all"))},
		}},
		{name: "collections are described once", steps: []step{
			{"TransactWriteItems", transaction(`,"ReturnItemCollectionMetrics":"SIZE"`, put, putAction(`{"pk":{"S":"a"},"sk":{"S":"3"}}`), act("ConditionCheck", `"Key":{"pk":{"S":"z"},"sk":{"S":"1"}},"ConditionExpression":"attribute_not_exists(pk)"`)),
				`{"ItemCollectionMetrics":{"$T":[{"ItemCollectionKey":{"pk":{"S":"a"}},"SizeEstimateRangeGB":[0.0,1.0]}]}}`},
		}},
	})
}

// A token makes a transaction happen once; asked again it tells what reading the same images costs.
func TestTransactWriteItems_tokens(t *testing.T) {
	n := func(want string) step {
		return step{"GetItem", `{"Key":{"pk":{"S":"a"}},"ProjectionExpression":"n"}`, `{"Item":{"n":{"N":"` + want + `"}}}`}
	}
	token := func(mode string) string {
		return `,"ClientRequestToken":"` + harness.RandomID() + `","ReturnConsumedCapacity":"` + mode + `"`
	}
	first, sized, failing := token("NONE"), token("TOTAL"), token("NONE")
	units := func(kind, units string) string {
		return `{"ConsumedCapacity":[{"TableName":"$T","CapacityUnits":` + units + `,"` + kind + `CapacityUnits":` + units + `}]}`
	}
	large := putAction(`{"pk":{"S":"a"},"n":{"N":"0"},"v":{"S":"` + letters(1500) + `"}}`)
	run(t, hashTable, "API_TransactWriteItems: ClientRequestToken", []scenario{
		{name: "the same token adds once, another token again", steps: []step{
			{"TransactWriteItems", transaction(first, addAction("a", "1")), `{}`},
			{"TransactWriteItems", transaction(first, addAction("a", "1")), `{}`}, n("1"),
			{"TransactWriteItems", transaction(token("NONE"), addAction("a", "1")), `{}`}, n("2"),
			{"TransactWriteItems", transaction("", addAction("a", "1")), `{}`}, n("3"),
		}},
		{name: "the same token for something else is refused", steps: []step{
			{"TransactWriteItems", transaction(sized, large), units("Write", "4.0")},
			{"TransactWriteItems", transaction(sized, addAction("a", "1")), `IdempotentParameterMismatchException: *`},
			{"TransactWriteItems", transaction(sized, large), units("Read", "2.0")},
			{"TransactWriteItems", transaction(strings.Replace(sized, "TOTAL", "NONE", 1), large), `{}`}, n("0"),
		}},
		{name: "a cancelled transaction has not used its token", steps: []step{
			{"TransactWriteItems", transaction(failing, addAction("a", "1"), checkAction("b", "attribute_exists(pk)")), canceled(noReason, conditionReason)},
			{"PutItem", `{"Item":{"pk":{"S":"b"}}}`, `{}`},
			{"TransactWriteItems", transaction(failing, addAction("a", "1"), checkAction("b", "attribute_exists(pk)")), `{}`}, n("1"),
		}},
	})
}

func TestTransactWriteItems_consumed_capacity(t *testing.T) {
	item := func(sk string, bytes int) string {
		return `{"pk":{"S":"a"},"sk":{"S":"` + sk + `"},"v":{"S":"` + letters(bytes-7) + `"}}`
	}
	check := act("ConditionCheck", `"Key":{"pk":{"S":"a"},"sk":{"S":"c"}},"ConditionExpression":"attribute_exists(pk)"`)
	token := `,"ClientRequestToken":"$TOKEN","ReturnConsumedCapacity":"TOTAL"`
	run(t, indexedTable, "Developer guide: transaction-apis: Capacity management for transactions", []scenario{
		{name: "the table's arm costs double, an index's the same as ever", steps: []step{
			{"TransactWriteItems", transaction(`,"ReturnConsumedCapacity":"INDEXES"`, putAction(`{"pk":{"S":"a"},"sk":{"S":"1"},"g":{"S":"x"}}`), putAction(item("2", 1025))),
				`{"ConsumedCapacity":[{"TableName":"$T","CapacityUnits":7.0,"WriteCapacityUnits":7.0,"Table":{"CapacityUnits":6.0},"GlobalSecondaryIndexes":{"keys":{"CapacityUnits":1.0}}}]}`},
		}},
		{name: "a check costs a write of what it looked at", given: []string{item("c", 2000)}, steps: []step{
			{"TransactWriteItems", transaction(`,"ReturnConsumedCapacity":"TOTAL"`, check), `{"ConsumedCapacity":[{"TableName":"$T","CapacityUnits":4.0,"WriteCapacityUnits":4.0}]}`},
		}},
		{name: "a delete of 9 KB costs 18 units, and 6 when it is replayed", given: []string{item("d", 9000)}, steps: []step{
			{"TransactWriteItems", transaction(token, deleteAction(`{"pk":{"S":"a"},"sk":{"S":"d"}}`)), `{"ConsumedCapacity":[{"TableName":"$T","CapacityUnits":18.0,"WriteCapacityUnits":18.0}]}`},
			{"TransactWriteItems", transaction(token, deleteAction(`{"pk":{"S":"a"},"sk":{"S":"d"}}`)), `{"ConsumedCapacity":[{"TableName":"$T","CapacityUnits":6.0,"ReadCapacityUnits":6.0}]}`},
		}},
	})
}
