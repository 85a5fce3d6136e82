package api

import (
	"strings"
	"testing"
)

// refusal is a request and the text it is refused with; an empty text means that it is accepted.
type refusal struct{ name, op, body, want string }

func checkRefusals(t *testing.T, cases []refusal) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.op+": "+c.name, func(t *testing.T) {
			_, err := Decode(Operations[c.op], []byte(c.body))
			got := ""
			if err != nil {
				got = err.Message
			}
			if got != c.want {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

const (
	one    = "1 validation error detected: "
	two    = "2 validation errors detected: "
	failed = " failed to satisfy constraint: "
)

func TestNewerLayerViolations(t *testing.T) {
	long := strings.Repeat("n", 256)
	checkRefusals(t, []refusal{
		{"a missing table name", "GetItem", `{"Key":{"p":{"S":"a"}}}`, one + "Value at 'TableName'" + failed + "Member must not be null"},
		{"an empty table name", "GetItem", `{"TableName":"","Key":{"p":{"S":"a"}}}`, one + "Value at 'TableName'" + failed + "Member must have length greater than or equal to 1"},
		{"a short table name", "GetItem", `{"TableName":"ab","Key":{"p":{"S":"a"}}}`, one + "Value at 'TableName'" + failed + "Member must have length greater than or equal to 3"},
		{"a long table name", "GetItem", `{"TableName":"` + long + `","Key":{"p":{"S":"a"}}}`, one + "Value at 'TableName'" + failed + "Member must have length less than or equal to 255"},
		{"bad characters in a table name", "GetItem", `{"TableName":"a!bc","Key":{"p":{"S":"a"}}}`, one + "Value at 'TableName'" + failed + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"},
		{"a short and bad table name gives one error", "GetItem", `{"TableName":"a!","Key":{"p":{"S":"a"}}}`, one + "Value at 'TableName'" + failed + "Member must have length greater than or equal to 3"},
		{"a short and bad table name gives two errors", "UpdateItem", `{"TableName":"a!","Key":{"p":{"S":"a"}}}`, two + "Value at 'TableName'" + failed + "Member must have length greater than or equal to 3; Value at 'TableName'" + failed + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"},
		{"the table name alone", "UpdateItem", `{"TableName":"ab","Key":{"p":{"S":"a"}},"ReturnValues":"x"}`, one + "Value at 'TableName'" + failed + "Member must have length greater than or equal to 3"},
		{"all violations together", "PutItem", `{"TableName":"ab","ReturnConsumedCapacity":"x"}`, "3 validation errors detected: Value at 'TableName'" + failed + "Member must have length greater than or equal to 3; Value at 'Item'" + failed + "Member must not be null; Member must satisfy enum value set: [INDEXES, TOTAL, NONE]"},
		{"enums name neither member nor value", "PutItem", `{"TableName":"abc","Item":{},"ReturnValues":"x"}`, one + "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]"},
		{"all enums", "PutItem", `{"TableName":"abc","Item":{},"ReturnValues":"x","ReturnItemCollectionMetrics":"y"}`, two + "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]; Member must satisfy enum value set: [SIZE, NONE]"},
		{"one enum only", "UpdateItem", `{"TableName":"abc","Key":{},"ReturnValues":"x","ReturnItemCollectionMetrics":"y"}`, one + "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]"},
		{"an enum without envelope", "UpdateItem", `{"TableName":"abc","Key":{},"ReturnConsumedCapacity":"x"}`, "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]"},
		{"without a key the enums are in the older words", "UpdateItem", `{"TableName":"abc","ReturnValues":"x"}`, two + "Value at 'Key'" + failed + "Member must not be null; Value 'x' at 'returnValues'" + failed + "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]"},
		{"an unknown action", "UpdateItem", `{"TableName":"abc","Key":{},"AttributeUpdates":{"a":{"Action":"put"}}}`, one + "Member must satisfy enum value set: [ADD, DELETE, PUT]' for Action"},
		{"ReturnValues of whole items", "DeleteItem", `{"TableName":"abc","Key":{},"ReturnValues":"ALL_NEW"}`, one + "ReturnValues can only be ALL_OLD or NONE"},
		{"ReturnValues beside another violation", "DeleteItem", `{"TableName":"ab","Key":{},"ReturnValues":"ALL_NEW"}`, two + "Value at 'TableName'" + failed + "Member must have length greater than or equal to 3; ReturnValues can only be ALL_OLD or NONE"},
		{"a limit of 0", "Query", `{"TableName":"abc","Limit":0}`, one + "Value at 'Limit'" + failed + "Member must have value greater than or equal to 1"},
		{"a limit of 0 and an empty name come first", "Query", `{"TableName":"","Limit":0,"Select":"x"}`, two + "Value at 'Limit'" + failed + "Member must have value greater than or equal to 1; Value at 'TableName'" + failed + "Member must have length greater than or equal to 1"},
		{"a missing name joins them all", "Query", `{"Limit":0,"Select":"x"}`, "3 validation errors detected: Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]; Value at 'Limit'" + failed + "Member must have value greater than or equal to 1; Value at 'TableName'" + failed + "Member must not be null"},
		{"a segment out of range", "Scan", `{"TableName":"ab","Segment":1000000,"TotalSegments":1000000}`, one + "Value at 'Segment'" + failed + "Member must have value less than or equal to 999999"},
		{"an unknown operator is an enum", "Scan", `{"TableName":"abc","ConditionalOperator":"x"}`, one + "Member must satisfy enum value set: [OR, AND]"},
		{"a missing comparison keeps the older words", "Scan", `{"TableName":"abc","ScanFilter":{"a":{}}}`, one + "Value null at 'scanFilter.a.member.comparisonOperator'" + failed + "Member must not be null"},
		{"an unknown comparison", "Scan", `{"TableName":"abc","ScanFilter":{"a":{"ComparisonOperator":"eq"}}}`, "One or more parameter values were invalid: Invalid comparison operator"},
		{"an empty list", "GetItem", `{"TableName":"abc","Key":{},"AttributesToGet":[]}`, one + "Value at 'AttributesToGet'" + failed + "Member must have length greater than or equal to 1"},
		{"no tables", "BatchGetItem", `{"RequestItems":{}}`, one + "Value at 'RequestItems'" + failed + "Member must have length greater than or equal to 1"},
		{"a null table", "BatchGetItem", `{"RequestItems":{"abc":null}}`, one + "Value at 'RequestItems.abc.member'" + failed + "Member must not be null"},
		{"no keys", "BatchGetItem", `{"RequestItems":{"abc":{"Keys":[]}}}`, one + "Value at 'RequestItems.abc.member.Keys'" + failed + "Member must have length greater than or equal to 1"},
		{"a table's ARN", "GetItem", `{"TableName":"arn:aws:dynamodb:us-east-1:000000000000:table/abc","Key":{"p":{"S":"a"}}}`, ""},
		{"another ARN", "GetItem", `{"TableName":"arn:aws:dynamodb:us-east-1:000000000000:backup/abc","Key":{"p":{"S":"a"}}}`, one + "Value at 'TableName'" + failed + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"},
		{"unknown members", "GetItem", `{"TableName":"abc","Key":{"p":{"S":"a"}},"Foo":{"x":[1,null]}}`, ""},
		{"members that are null", "GetItem", `{"TableName":"abc","Key":{"p":{"S":"a"}},"AttributesToGet":null,"ConsistentRead":null}`, ""},
	})
}

func TestOlderLayerViolations(t *testing.T) {
	writes := `{"PutRequest":{"Item":{"p":{"S":"a"}}}}` + strings.Repeat(`,{"PutRequest":{"Item":{"p":{"S":"a"}}}}`, 25)
	echo := "[WriteRequest(putRequest=PutRequest(item={p=AttributeValue(s=a, n=null, b=null, sS=null, nS=null, bS=null, m=null, l=null, nULL=null, bOOL=null)}), deleteRequest=null)"
	checkRefusals(t, []refusal{
		{"a missing action", "TransactWriteItems", `{"TransactItems":[{"Put":{"TableName":"abc"}}]}`, one + "Value null at 'transactItems.1.member.put.item'" + failed + "Member must not be null"},
		{"a missing Get", "TransactGetItems", `{"TransactItems":[{}],"ReturnConsumedCapacity":"x"}`, two + "Value 'x' at 'returnConsumedCapacity'" + failed + "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]; Value null at 'transactItems.1.member.get'" + failed + "Member must not be null"},
		{"a null write", "BatchWriteItem", `{"RequestItems":{"abc":[null]}}`, one + "Value null at 'requestItems.abc.member.1.member'" + failed + "Member must not be null"},
		{"an empty list of writes", "BatchWriteItem", `{"RequestItems":{"abc":[]}}`, one + "Value '[]' at 'requestItems.abc.member'" + failed + "Member must have length greater than or equal to 1"},
		{"a put without item", "BatchWriteItem", `{"RequestItems":{"abc":[{"PutRequest":{}}]}}`, one + "Value null at 'requestItems.abc.member.1.member.putRequest.item'" + failed + "Member must not be null"},
		{"a table with a bad name", "BatchWriteItem", `{"RequestItems":{"a!":[{"PutRequest":{"Item":{}}}]},"ReturnConsumedCapacity":"x"}`,
			two + "Value 'x' at 'returnConsumedCapacity'" + failed + "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]; Value '{a!=[WriteRequest(putRequest=PutRequest(item={}), deleteRequest=null)]}' at 'requestItems'" + failed +
				"Map keys must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 3, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]"},
		{"26 writes", "BatchWriteItem", `{"RequestItems":{"abc":[` + writes + `]}}`, one + "Value '" + echo + strings.Repeat(", "+echo[1:], 25) + "]' at 'requestItems.abc.member'" + failed + "Member must have length less than or equal to 25"},
		{"a short index name", "CreateTable", `{"TableName":"abc","AttributeDefinitions":[],"KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],"LocalSecondaryIndexes":[{"IndexName":"l"}],"GlobalSecondaryIndexes":[{"IndexName":"ggg","KeySchema":[],"Projection":{}}]}`,
			"4 validation errors detected: Value '[]' at 'globalSecondaryIndexes.1.member.keySchema'" + failed + "Member must have length greater than or equal to 1; Value 'l' at 'localSecondaryIndexes.1.member.indexName'" + failed + "Member must have length greater than or equal to 3; Value null at 'localSecondaryIndexes.1.member.keySchema'" + failed + "Member must not be null; Value null at 'localSecondaryIndexes.1.member.projection'" + failed + "Member must not be null"},
		{"a type no key has", "CreateTable", `{"TableName":"abc","AttributeDefinitions":[{"AttributeName":"p","AttributeType":"BOOL"}],"KeySchema":[{"AttributeName":"p","KeyType":"HASH"}]}`,
			one + "Value 'BOOL' at 'attributeDefinitions.1.member.attributeType'" + failed + "Member must satisfy enum value set: [B, N, S]"},
		{"three keys", "CreateTable", `{"TableName":"abc","AttributeDefinitions":[],"KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"q","KeyType":"RANGE"},{"AttributeName":"r","KeyType":"RANGE"}]}`,
			one + "Value '[KeySchemaElement(attributeName=p, keyType=HASH), KeySchemaElement(attributeName=q, keyType=RANGE), KeySchemaElement(attributeName=r, keyType=RANGE)]' at 'keySchema'" + failed + "Member must have length less than or equal to 2"},
		{"a missing unit", "CreateTable", `{"TableName":"abc","AttributeDefinitions":[],"KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],"ProvisionedThroughput":{"WriteCapacityUnits":1}}`,
			one + "Value null at 'provisionedThroughput.readCapacityUnits'" + failed + "Member must not be null"},
		{"no keys and no definitions", "CreateTable", `{"TableName":"abc"}`, two + "Value null at 'attributeDefinitions'" + failed + "Member must not be null; Value null at 'keySchema'" + failed + "Member must not be null"},
		{"a limit out of range", "ListTables", `{"Limit":101}`, one + "Value '101' at 'limit'" + failed + "Member must have value less than or equal to 100"},
		{"a short name to start at", "ListTables", `{"ExclusiveStartTableName":"a"}`, one + "Value 'a' at 'exclusiveStartTableName'" + failed + "Member must have length greater than or equal to 3"},
		{"a statement that is too long", "ExecuteStatement", `{"Statement":"` + strings.Repeat("x", 8193) + `"}`, one + "Value '" + strings.Repeat("x", 8193) + "' at 'statement'" + failed + "Member must have length less than or equal to 8192"},
	})
}

func TestTheOlderLayerCanBeChosen(t *testing.T) {
	SetValidation(true)
	defer SetValidation(false)
	checkRefusals(t, []refusal{
		{"a short and bad table name", "GetItem", `{"TableName":"a!","Key":{}}`, two + "Value 'a!' at 'tableName'" + failed + "Member must have length greater than or equal to 3; Value 'a!' at 'tableName'" + failed + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"},
		{"an unknown enum", "PutItem", `{"TableName":"abc","Item":{},"ReturnValues":"x"}`, one + "Value 'x' at 'returnValues'" + failed + "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]"},
		{"names without expressions have no envelope", "PutItem", `{"TableName":"abc","Item":{},"ExpressionAttributeNames":{"#a":"a"}}`, "ExpressionAttributeNames can only be specified when using expressions"},
		{"values name the missing expressions", "PutItem", `{"TableName":"abc","Item":{},"ExpressionAttributeValues":{":a":{"S":"a"}}}`, "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null"},
		{"refused values name their key", "PutItem", `{"TableName":"abc","Item":{},"ConditionExpression":"a","ExpressionAttributeValues":{":a":{"SS":[]}}}`, "ExpressionAttributeValues contains invalid value: One or more parameter values were invalid: An string set  may not be empty for key :a"},
		{"ReturnValues of whole items", "PutItem", `{"TableName":"abc","Item":{},"ReturnValues":"ALL_NEW"}`, "ReturnValues can only be ALL_OLD or NONE"},
		{"an unknown comparison", "Scan", `{"TableName":"abc","ScanFilter":{"a":{"ComparisonOperator":"eq"}}}`, one + "Value 'eq' at 'scanFilter.a.member.comparisonOperator'" + failed + "Member must satisfy enum value set: [IN, NULL, BETWEEN, LT, NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, GE, CONTAINS]"},
	})
}

func TestAtMostTenViolationsAreListed(t *testing.T) {
	body := `{"TransactItems":[` + strings.Repeat(`{},`, 11) + `{}]}`
	_, err := Decode(Operations["TransactGetItems"], []byte(body))
	if err == nil || !strings.HasPrefix(err.Message, "10 validation errors detected: ") || strings.Count(err.Message, "; ") != 9 {
		t.Errorf("got %v", err)
	}
}

func TestAHugeRequestHasASmallRefusal(t *testing.T) {
	for _, c := range []struct{ name, op, open, element, end string }{
		{"writes of no kind", "BatchWriteItem", `{"RequestItems":{"abc":[`, `{}`, `]}}`},
		{"transactions of no kind", "TransactGetItems", `{"TransactItems":[`, `{}`, `]}`},
		{"a put of many small values", "BatchWriteItem", `{"RequestItems":{"a!":[{"PutRequest":{"Item":{"a":{"L":[`, `{"NULL":true}`, `]}}}}]}}`},
		{"index names that are too short", "UpdateTable", `{"TableName":"abc","GlobalSecondaryIndexUpdates":[`, `{"Delete":{"IndexName":"a"}}`, `]}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Decode(Operations[c.op], []byte(c.open+c.element+strings.Repeat(","+c.element, 200_000)+c.end))
			if err == nil {
				t.Fatal("accepted")
			}
			if len(err.Message) > 2*maxEcho {
				t.Errorf("a refusal of %d bytes", len(err.Message))
			}
		})
	}
}
