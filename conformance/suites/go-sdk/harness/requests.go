package harness

import (
	"encoding/json"
	"strings"
)

// Letters is a text of n bytes.
func Letters(n int) string { return strings.Repeat("x", n) }

// Statement is the input of an ExecuteStatement: the text, and what else the request has, as JSON members.
func Statement(text string, more ...string) string {
	quoted, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string always can be
	}
	in := `{"Statement":` + string(quoted)
	for _, member := range more {
		in += "," + member
	}
	return in + "}"
}

// Transaction is the input of a TransactWriteItems; more are members behind the actions.
func Transaction(more string, actions ...string) string {
	return `{"TransactItems":[` + strings.Join(actions, ",") + `]` + more + `}`
}

// Act is an action on the scenario's table: Put, Update, Delete or ConditionCheck with the members given.
func Act(kind, members string) string {
	return `{"` + kind + `":{"TableName":"$T",` + members + `}}`
}

// PutAction and DeleteAction are actions of TransactWriteItems.
func PutAction(item string) string   { return Act("Put", `"Item":`+item) }
func DeleteAction(key string) string { return Act("Delete", `"Key":`+key) }

// AddAction adds to attribute n of the item with that partition key.
func AddAction(pk, number string) string {
	return Act("Update", `"Key":{"pk":{"S":"`+pk+`"}},"UpdateExpression":"ADD n :n","ExpressionAttributeValues":{":n":{"N":"`+number+`"}}`)
}

// CheckAction demands a condition of an item.
func CheckAction(pk, condition string) string {
	return Act("ConditionCheck", `"Key":{"pk":{"S":"`+pk+`"}},"ConditionExpression":"`+condition+`"`)
}

// Canceled is the answer of a transaction that was cancelled for these reasons.
func Canceled(reasons ...string) string {
	codes := make([]string, len(reasons))
	for i, r := range reasons {
		codes[i] = strings.Split(r, `"`)[3]
	}
	return `{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
		"Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [` + strings.Join(codes, ", ") + `]",
		"CancellationReasons":[` + strings.Join(reasons, ",") + `]}`
}

// Reasons of a cancellation.
const (
	NoReason        = `{"Code":"None"}`
	ConditionReason = `{"Code":"ConditionalCheckFailed","Message":"The conditional request failed"}`
)

// InvalidReason is that of an action that is not valid.
func InvalidReason(text string) string { return `{"Code":"ValidationError","Message":"` + text + `"}` }
