package conformance

import "testing"

func TestUpdateTable(t *testing.T) {
	run(t, hashTable, []scenario{
		{name: "deletion protection keeps the table until it is off", steps: []step{
			{"UpdateTable", `{"DeletionProtectionEnabled":true}`, `{"TableDescription":"*"}`},
			{"DeleteTable", `{}`, `ValidationException: Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.`},
			{"UpdateTable", `{"DeletionProtectionEnabled":false}`, `{"TableDescription":"*"}`},
			{"DeleteTable", `{}`, `{"TableDescription":"*"}`},
		}},
		{name: "billing changes to provisioned units and back", steps: []step{
			{"UpdateTable", `{"BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6}}`, `{"TableDescription":"*"}`},
			{"PutItem", `{"Item":{"pk":{"S":"a"}}}`, `{}`},
			{"UpdateTable", `{"BillingMode":"PAY_PER_REQUEST"}`, `{"TableDescription":"*"}`},
			{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"}}}`},
		}},
		{name: "a request that asks for nothing is refused", steps: []step{
			{"UpdateTable", `{}`, `ValidationException: At least one of *`},
		}},
		{name: "provisioned billing needs units", steps: []step{
			{"UpdateTable", `{"BillingMode":"PROVISIONED"}`, `ValidationException: One or more parameter values were invalid: *must *be specified when BillingMode is PROVISIONED`},
		}},
		{name: "a missing table is named", steps: []step{
			{"UpdateTable", `{"TableName":"conformance.nowhere","BillingMode":"PAY_PER_REQUEST"}`, `ResourceNotFoundException: Requested resource not found: Table: conformance.nowhere not found`},
		}},
	})
}
