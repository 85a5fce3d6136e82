package gosdk

import "testing"

func TestDeleteItem(t *testing.T) {
	key := `"Key":{"pk":{"S":"a"}}`
	given := []string{`{"pk":{"S":"a"},"v":{"N":"1"}}`}
	failed := `ConditionalCheckFailedException: The conditional request failed`
	run(t, hashTable, "API_DeleteItem: Request Parameters, Response Elements", []scenario{
		{name: "a deleted item is gone", given: given, steps: []step{
			{"DeleteItem", `{` + key + `}`, `{}`},
			{"GetItem", `{` + key + `}`, `{}`},
		}},
		{name: "deleting what is not there succeeds", source: "API_DeleteItem: DeleteItem is an idempotent operation", steps: []step{
			{"DeleteItem", `{` + key + `}`, `{}`},
			{"DeleteItem", `{` + key + `,"ReturnValues":"ALL_OLD"}`, `{}`},
		}},
		{name: "ALL_OLD answers the deleted item", source: "API_DeleteItem: ReturnValues", given: given, steps: []step{
			{"DeleteItem", `{` + key + `,"ReturnValues":"ALL_OLD"}`, `{"Attributes":{"pk":{"S":"a"},"v":{"N":"1"}}}`},
		}},
		{name: "a condition that is false keeps the item", given: given, steps: []step{
			{"DeleteItem", `{` + key + `,"ConditionExpression":"v > :v","ExpressionAttributeValues":{":v":{"N":"1"}}}`, failed},
			{"GetItem", `{` + key + `}`, `{"Item":{"pk":{"S":"a"},"v":{"N":"1"}}}`},
		}},
		{name: "a condition that is true on no item lets the delete of nothing succeed", steps: []step{
			{"DeleteItem", `{` + key + `,"ConditionExpression":"attribute_not_exists(pk)"}`, `{}`},
			{"DeleteItem", `{` + key + `,"ConditionExpression":"attribute_exists(pk)"}`, failed},
		}},
		{name: "a failed condition shows the item on request", source: "API_DeleteItem: ReturnValuesOnConditionCheckFailure", given: given, steps: []step{
			{"DeleteItem", `{` + key + `,"ConditionExpression":"v = :v","ExpressionAttributeValues":{":v":{"N":"2"}},"ReturnValuesOnConditionCheckFailure":"ALL_OLD"}`,
				`{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed","Item":{"pk":{"S":"a"},"v":{"N":"1"}}}`},
		}},
		{name: "a legacy expected value decides", source: "API_DeleteItem: Expected", given: given, steps: []step{
			{"DeleteItem", `{` + key + `,"Expected":{"v":{"Value":{"N":"2"}}}}`, failed},
			{"DeleteItem", `{` + key + `,"Expected":{"v":{"Value":{"N":"1.0"}}}}`, `{}`},
		}},
		{name: "ReturnValues that a delete cannot give are refused, before the table is looked up", steps: []step{
			{"DeleteItem", `{"TableName":"conformance.nowhere",` + key + `,"ReturnValues":"ALL_NEW"}`, `ValidationException: 1 validation error detected: ReturnValues can only be ALL_OLD or NONE`},
			{"DeleteItem", `{` + key + `,"ReturnValues":"UPDATED_OLD"}`, `ValidationException: 1 validation error detected: ReturnValues can only be ALL_OLD or NONE`},
		}},
		{name: "a key that is not the table's is refused", steps: []step{
			{"DeleteItem", `{"Key":{"pk":{"S":"a"},"x":{"S":"b"}}}`, `ValidationException: The provided key element does not match the schema`},
			{"DeleteItem", `{"Key":{"pk":{"B":"AA=="}}}`, `ValidationException: The provided key element does not match the schema`},
			{"DeleteItem", `{"Key":{"pk":{"S":""}}}`, `ValidationException: One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk`},
		}},
		{name: "a missing table is refused", steps: []step{
			{"DeleteItem", `{"TableName":"conformance.nowhere",` + key + `}`, `ResourceNotFoundException: Requested resource not found`},
		}},
	})
}

func TestDeleteItem_indexes(t *testing.T) {
	run(t, indexedTable, "Developer guide: GSI: Data synchronization between tables and global secondary indexes", []scenario{
		{name: "an entry whose twin belongs to another item stays",
			given: []string{
				`{"pk":{"S":"a"},"sk":{"S":"1"},"g":{"S":"x"},"r":{"N":"1"},"l":{"S":"same"}}`,
				`{"pk":{"S":"a"},"sk":{"S":"2"},"g":{"S":"x"},"r":{"N":"1"},"l":{"S":"same"}}`,
			},
			steps: []step{
				{"DeleteItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"1"}}}`, `{}`},
				{"Query", `{"IndexName":"keys","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`,
					`{"Items":[{"pk":{"S":"a"},"sk":{"S":"2"},"g":{"S":"x"}}],"Count":1,"ScannedCount":1}`},
				{"Query", `{"IndexName":"all","Select":"COUNT","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`, `{"Count":1,"ScannedCount":1}`},
				{"Scan", `{"IndexName":"local","Select":"COUNT"}`, `{"Count":1,"ScannedCount":1}`},
			}},
	})
}
