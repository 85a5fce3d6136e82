package gosdk

import "testing"

func TestUpdateTimeToLive(t *testing.T) {
	const invalid = "ValidationException: "
	ttl := func(members string) string { return `{"TableName":"$T","TimeToLiveSpecification":{` + members + `}}` }
	enable := func(name, want string) step {
		return step{"UpdateTimeToLive", ttl(`"Enabled":true,"AttributeName":"` + name + `"`), want}
	}
	disable := func(name, want string) step {
		return step{"UpdateTimeToLive", ttl(`"Enabled":false,"AttributeName":"` + name + `"`), want}
	}
	echo := func(name, enabled string) string {
		return `{"TimeToLiveSpecification":{"AttributeName":"` + name + `","Enabled":` + enabled + `}}`
	}
	describe := func(want string) step {
		return step{"DescribeTimeToLive", `{"TableName":"$T"}`, `{"TimeToLiveDescription":{` + want + `}}`}
	}
	const disabled = `"TimeToLiveStatus":"DISABLED"`
	// The status may be ENABLING for an hour, in which nothing about it can be changed.
	enabled := func(name string) string { return `"TimeToLiveStatus":"*","AttributeName":"` + name + `"` }
	enables := func(what, name string) scenario {
		return scenario{name: "it is enabled for " + what, steps: []step{enable(name, echo(name, "true")), describe(enabled(name))}}
	}
	run(t, indexedTable, "API_UpdateTimeToLive: TimeToLiveSpecification", []scenario{
		{name: "items of a new table do not expire", steps: []step{
			describe(disabled), disable("e", invalid+"TimeToLive is already disabled"), describe(disabled),
		}},
		enables("an attribute", "e"), enables("the table's key", "pk"), enables("a global index's key", "r"), enables("a local index's key", "l"),
		{name: "it is not enabled twice", steps: []step{
			enable("e", echo("e", "true")), enable("e", invalid+"TimeToLive is already enabled"), describe(enabled("e")),
		}},
		{name: "it is of one attribute", steps: []step{
			enable("e", echo("e", "true")),
			enable("f", invalid+"TimeToLive is active on a different AttributeName: current AttributeName is e"),
			disable("f", invalid+"TimeToLive is active on a different AttributeName: current AttributeName is e"),
			describe(enabled("e")),
		}},
		{name: "a specification is complete", steps: []step{
			{"UpdateTimeToLive", ttl(`"Enabled":true,"AttributeName":""`), invalid + "1 validation error detected: *'timeToLiveSpecification.attributeName'*Member must have length greater than or equal to 1"},
		}},
		{name: "a missing table is named", steps: []step{
			{"UpdateTimeToLive", `{"TableName":"conformance.nowhere","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"e"}}`,
				"ResourceNotFoundException: Requested resource not found: Table: conformance.nowhere not found"},
			{"DescribeTimeToLive", `{"TableName":"conformance.nowhere"}`, "ResourceNotFoundException: Requested resource not found: Table: conformance.nowhere not found"},
		}},
		{name: "nothing else shows of it", steps: []step{
			enable("e", echo("e", "true")),
			{"Query", `{"IndexName":"time to live","KeyConditionExpression":"e=:e","ExpressionAttributeValues":{":e":{"N":"1"}}}`, invalid + "*"},
			{"DescribeTable", `{}`, `{"Table":{"TableName":"$T","TableStatus":"ACTIVE","TableId":"*","TableArn":"*","CreationDateTime":"*","ItemCount":0,"TableSizeBytes":0,
				"AttributeDefinitions":"*","DeletionProtectionEnabled":false,"WarmThroughput":"*","KeySchema":"*","BillingModeSummary":"*","ProvisionedThroughput":"*",
				"GlobalSecondaryIndexes":["*","*"],"LocalSecondaryIndexes":["*"]}}`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"e":{"S":""}},"ReturnConsumedCapacity":"INDEXES"}`,
				`{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":1,"Table":{"CapacityUnits":1}}}`},
			{"UpdateItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"b"}},"UpdateExpression":"SET e = :m","ExpressionAttributeValues":{":m":{"M":{"x":{"N":"1"}}}},"ReturnConsumedCapacity":"INDEXES"}`,
				`{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":1,"Table":{"CapacityUnits":1}}}`},
			{"UpdateItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"b"}},"UpdateExpression":"SET e.x = :n","ExpressionAttributeValues":{":n":{"N":"2"}},"ReturnValues":"UPDATED_NEW"}`,
				`{"Attributes":{"e":{"M":{"x":{"N":"2"}}}}}`},
			{"UpdateItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"b"}},"UpdateExpression":"SET e = :n","ExpressionAttributeValues":{":n":{"N":"99999999999"}},"ReturnConsumedCapacity":"INDEXES"}`,
				`{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":1,"Table":{"CapacityUnits":1}}}`},
			{"Scan", `{"ReturnConsumedCapacity":"INDEXES","Limit":1}`, `{"Count":1,"ScannedCount":1,"Items":"*","LastEvaluatedKey":"*","ConsumedCapacity":{"TableName":"$T","CapacityUnits":0.5,"Table":{"CapacityUnits":0.5}}}`},
			{"GetItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"b"}},"ProjectionExpression":"e"}`, `{"Item":{"e":{"N":"99999999999"}}}`},
		}},
	})
}
