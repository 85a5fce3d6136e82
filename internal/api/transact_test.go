package api

import (
	"strings"
	"testing"
)

func TestTransactionsAreRefusedAsAWhole(t *testing.T) {
	const put = `{"Put":{"TableName":"abc","Item":{"p":{"S":"a"}}}}`
	actions := func(list ...string) string { return `{"TransactItems":[` + strings.Join(list, ",") + `]}` }
	large := func(bytes int) string {
		return `{"Put":{"TableName":"abc","Item":{"p":{"S":"` + strings.Repeat("x", bytes-1) + `"}}}}`
	}
	many := func(n, bytes int) string {
		return actions(strings.Split(strings.Repeat(large(bytes)+"\n", n-1)+large(bytes), "\n")...)
	}
	checkRefusals(t, []refusal{
		{"one action", "TransactWriteItems", actions(put), ""},
		{"no action in an element", "TransactWriteItems", actions(put, `{}`), "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request"},
		{"two actions in an element", "TransactWriteItems", actions(`{"Put":{"TableName":"abc","Item":{}},"Delete":{"TableName":"abc","Key":{}}}`),
			"TransactItems can only contain one of Check, Put, Update or Delete"},
		{"no elements", "TransactWriteItems", actions(), one + "Value '[]' at 'transactItems'" + failed + "Member must have length greater than or equal to 1"},
		{"several constraints come in the service's order", "TransactWriteItems", `{"ReturnConsumedCapacity":"x","ClientRequestToken":"","TransactItems":[]}`,
			"3 validation errors detected: Value '[]' at 'transactItems'" + failed + "Member must have length greater than or equal to 1; Value '' at 'clientRequestToken'" + failed +
				"Member must have length greater than or equal to 1; Value 'x' at 'returnConsumedCapacity'" + failed + "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]"},
		{"a token of 37 characters", "TransactWriteItems", `{"ClientRequestToken":"` + strings.Repeat("t", 37) + `","TransactItems":[` + put + `]}`,
			one + "Value '" + strings.Repeat("t", 37) + "' at 'clientRequestToken'" + failed + "Member must have length less than or equal to 36"},
		{"a check without condition", "TransactWriteItems", actions(`{"ConditionCheck":{"TableName":"abc","Key":{}}}`),
			one + "Value null at 'transactItems.1.member.conditionCheck.conditionExpression'" + failed + "Member must not be null"},
		{"a bad table name in the second action", "TransactWriteItems", actions(put, `{"Update":{"TableName":"a!c","Key":{},"UpdateExpression":"REMOVE a"}}`),
			one + "Value 'a!c' at 'transactItems.2.member.update.tableName'" + failed + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"},
		{"an unknown ReturnValuesOnConditionCheckFailure", "TransactWriteItems", actions(`{"Delete":{"TableName":"abc","Key":{},"ReturnValuesOnConditionCheckFailure":"dog"}}`),
			one + "Value 'dog' at 'transactItems.1.member.delete.returnValuesOnConditionCheckFailure'" + failed + "Member must satisfy enum value set: [ALL_OLD, NONE]"},
		{"an item of 400 KB and a byte", "TransactWriteItems", actions(large(409601)), "Item size has exceeded the maximum allowed size"},
		{"4 MB", "TransactWriteItems", many(16, 262144), ""},
		{"a byte more than 4 MB", "TransactWriteItems", `{"TransactItems":[` + put + `,` + strings.TrimPrefix(many(16, 262144), `{"TransactItems":[`),
			"Transaction payload size cannot exceed 4MB. Payload Size: 4194306"},
		{"an empty set comes before what is wrong with an expression", "TransactWriteItems", actions(`{"Put":{"TableName":"abc","Item":{"p":{"S":"a"}},"ConditionExpression":"="}}`, `{"Put":{"TableName":"abc","Item":{"s":{"SS":[]}}}}`),
			"One or more parameter values were invalid: An string set  may not be empty"},
		{"values that no expression uses, in a Put without one", "TransactWriteItems", actions(`{"Put":{"TableName":"abc","Item":{"p":{"S":"a"}},"ExpressionAttributeValues":{":v":{"S":"a"}}}}`), ""},
		{"values without an expression in a Delete", "TransactWriteItems", actions(`{"Delete":{"TableName":"abc","Key":{},"ExpressionAttributeValues":{":v":{"S":"a"}}}}`),
			"ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null"},
		{"names without an expression", "TransactWriteItems", actions(`{"Put":{"TableName":"abc","Item":{},"ExpressionAttributeNames":{"#n":"n"}}}`),
			"ExpressionAttributeNames can only be specified when using expressions"},
		{"an unusable value is named", "TransactWriteItems", actions(`{"Update":{"TableName":"abc","Key":{},"UpdateExpression":"SET a = :v","ExpressionAttributeValues":{":v":{"N":"x"}}}}`),
			"ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :v"},
		{"an unusable value in a key", "TransactWriteItems", actions(`{"Delete":{"TableName":"abc","Key":{"p":{"N":"x"}}}}`), "The parameter cannot be converted to a numeric value: x"},

		{"no reads", "TransactGetItems", actions(), one + "Value '[]' at 'transactItems'" + failed + "Member must have length greater than or equal to 1"},
		{"names without a projection", "TransactGetItems", actions(`{"Get":{"TableName":"abc","Key":{},"ExpressionAttributeNames":{"#n":"n"}}}`),
			"ExpressionAttributeNames can only be specified when using expressions"},
		{"an unusable value in the key of a read", "TransactGetItems", actions(`{"Get":{"TableName":"abc","Key":{"p":{"NULL":false}}}}`),
			"One or more parameter values were invalid: Null attribute value types must have the value of true"},
	})
}
