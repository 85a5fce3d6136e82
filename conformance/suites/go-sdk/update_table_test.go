package gosdk

import (
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

func TestUpdateTable(t *testing.T) {
	run(t, hashTable, "API_UpdateTable: Request Parameters", []scenario{
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

func TestUpdateTable_refused_streams(t *testing.T) {
	const (
		enable  = `{"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}`
		disable = `{"StreamSpecification":{"StreamEnabled":false}}`
		done    = `{"TableDescription":"*"}`
	)
	runStreams(t, harness.KeysOnly, "API_UpdateTable: StreamSpecification; texts measured against the service", []scenario{
		{name: "a stream that is there", steps: []step{
			{"UpdateTable", enable, `ValidationException: Table already has an enabled stream: TableName: $T`},
			{"UpdateTable", `{"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}}`, `ValidationException: Table already has an enabled stream: TableName: $T`},
		}},
		{name: "no stream", steps: []step{
			{"UpdateTable", disable, done},
			{"UpdateTable", disable, `ValidationException: Table has no stream to disable: TableName: $T`},
		}},
		{name: "what needs a view and what needs none", steps: []step{
			{"UpdateTable", `{"StreamSpecification":{"StreamEnabled":true}}`, `ValidationException: Invalid StreamViewType: *`},
			{"UpdateTable", `{"StreamSpecification":{"StreamEnabled":false,"StreamViewType":"KEYS_ONLY"}}`, `ValidationException: Invalid StreamViewType: *`},
		}},
		{name: "together with units", steps: []step{
			{"UpdateTable", `{"BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1},"StreamSpecification":{"StreamEnabled":false}}`,
				`ValidationException: Cannot change IOPS and Streams at the same time.`},
		}},
	})
}

// A table is described with its stream, and with its last one when that is disabled; each stream keeps its own records.
func TestUpdateTable_streams_of_a_table(t *testing.T) {
	type description struct {
		Table struct {
			LatestStreamArn, LatestStreamLabel string
			StreamSpecification                *struct {
				StreamEnabled  bool
				StreamViewType string
			}
		}
	}
	single(t, "API_UpdateTable: StreamSpecification; API_TableDescription: LatestStreamArn", func(t *testing.T, c *caller) {
		table := c.Own(t, hashTable)
		playStep(t, c, table, put(itemOne))
		describe := func() description { return harness.Ask[description](t, c, "DescribeTable", tableInput(table, `{}`)) }
		change := func(spec string) { c.OK(t, "UpdateTable", tableInput(table, `{"StreamSpecification":`+spec+`}`)) }
		if d := describe().Table; d.LatestStreamArn != "" || d.StreamSpecification != nil {
			t.Errorf("without a stream: %+v", d)
		}
		change(`{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}`)
		first := describe().Table
		if first.StreamSpecification == nil || !first.StreamSpecification.StreamEnabled || first.StreamSpecification.StreamViewType != harness.BothImages {
			t.Errorf("with a stream: %+v", first.StreamSpecification)
		}
		playStep(t, c, table, put(itemTwo))
		change(`{"StreamEnabled":false}`)
		playStep(t, c, table, put(itemOne))
		if d := describe().Table; d.LatestStreamArn != first.LatestStreamArn || d.LatestStreamLabel != first.LatestStreamLabel || d.StreamSpecification != nil {
			t.Errorf("with a disabled stream: %+v", d)
		}
		change(`{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}`)
		second := describe().Table
		if second.LatestStreamArn == first.LatestStreamArn {
			t.Errorf("enabled again, the stream is still %s", second.LatestStreamArn)
		}
		playStep(t, c, table, step{"DeleteItem", `{"Key":{"pk":{"S":"a"}}}`, `{}`})
		c.WantRecords(t, first.LatestStreamArn, []string{modified(itemOne, itemTwo)})
		c.WantRecords(t, second.LatestStreamArn, []string{removed(itemOne)})
	})
}
