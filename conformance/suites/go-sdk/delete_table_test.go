package gosdk

import "testing"

func TestDeleteTable(t *testing.T) {
	run(t, hashTable, "API_DeleteTable: Response Elements, Errors", []scenario{
		{name: "the description is that of a table on its way out", steps: []step{
			{"DeleteTable", `{}`, `{"TableDescription":{"TableName":"$T","TableStatus":"DELETING","TableId":"*","TableArn":"*","ItemCount":0,"TableSizeBytes":0,"DeletionProtectionEnabled":false,
				"BillingModeSummary":"*","ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":0,"WriteCapacityUnits":0}}}`},
		}},
		{name: "a deleted table is not there for any operation", steps: []step{
			{"DeleteTable", `{}`, `{"TableDescription":"*"}`},
			{"DescribeTable", `{}`, `ResourceNotFoundException: Requested resource not found: Table: $T not found`},
			{"PutItem", `{"Item":{"pk":{"S":"a"}}}`, `ResourceNotFoundException: Requested resource not found`},
			{"UpdateItem", `{"Key":{"pk":{"S":"a"}}}`, `ResourceNotFoundException: Requested resource not found`},
			{"Query", `{"KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}}`, `ResourceNotFoundException: Requested resource not found`},
			{"Scan", `{}`, `ResourceNotFoundException: Requested resource not found`},
			{"BatchGetItem", `{"RequestItems":{"$T":{"Keys":[{"pk":{"S":"a"}}]}}}`, `ResourceNotFoundException: Requested resource not found`},
			{"DeleteTable", `{}`, `ResourceNotFoundException: Requested resource not found: Table: $T not found`},
		}},
	})
}
