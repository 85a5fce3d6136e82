package gosdk

import (
	"encoding/json"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// recreate makes a table anew under its name, with other keys and another index of the same name. What is then in it is asked of the
// other server.
func recreate(t *testing.T, use func(t *testing.T, other *caller, table string)) {
	t.Helper()
	single(t, "API_DeleteTable: the table and all of its items; API_CreateTable", func(t *testing.T, c *caller) {
		other := both(c)[1]
		table := c.Own(t, indexedTable)
		old := identity(t, c, table)
		c.OK(t, "TagResource", `{"ResourceArn":"`+old.TableArn+`","Tags":[{"Key":"k","Value":"v"}]}`)
		c.OK(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"a"},"sk":{"S":"1"},"g":{"S":"x"},"r":{"N":"1"},"l":{"S":"m"}}}`))
		if use != nil {
			use(t, other, table)
		}
		c.OK(t, "DeleteTable", tableInput(table, `{}`))
		c.AwaitGone(t, table)
		c.CreateTable(t, table, definition("n:N b:B", "n:HASH", `,"GlobalSecondaryIndexes":[`+globalIndex("keys", "b:HASH", projectAll)+`]`))
		for _, s := range []step{
			{"Scan", `{}`, `{"Items":[],"Count":0,"ScannedCount":0}`},
			{"Scan", `{"IndexName":"keys"}`, `{"Items":[],"Count":0,"ScannedCount":0}`},
			{"Scan", `{"IndexName":"all"}`, `ValidationException: The table does not have the specified index: all`},
			{"GetItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"1"}}}`, `ValidationException: The provided key element does not match the schema`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"1"}}}`, `ValidationException: One or more parameter values were invalid: Missing the key n in the item`},
			{"PutItem", `{"Item":{"n":{"N":"1"},"b":{"B":"AA=="},"g":{"N":"1"}}}`, `{}`},
			{"Query", `{"IndexName":"keys","KeyConditionExpression":"b = :b","ExpressionAttributeValues":{":b":{"B":"AA=="}}}`, `{"Items":[{"n":{"N":"1"},"b":{"B":"AA=="},"g":{"N":"1"}}],"Count":1,"ScannedCount":1}`},
			{"ListTagsOfResource", `{"ResourceArn":"` + old.TableArn + `"}`, `{"Tags":[]}`},
		} {
			playStep(t, other, table, s)
		}
		if now := identity(t, other, table); now.TableID == old.TableID || now.TableArn != old.TableArn {
			t.Errorf("the table was %+v and is %+v: want another id under the same ARN", old, now)
		}
	})
}

// recreateWithStream makes a table anew that had a stream and a time to live: the new one has neither, and its own stream tells nothing
// of the old table. The old stream stays readable, and closed.
func TestCreateTable_again_leaves_no_stream_or_time_to_live(t *testing.T) {
	single(t, "API_DeleteTable: the table and all of its items", func(t *testing.T, c *caller) {
		other := both(c)[1]
		table := c.Own(t, harness.StreamedTable(hashTable))
		c.OK(t, "UpdateTimeToLive", tableInput(table, `{"TimeToLiveSpecification":{"AttributeName":"e","Enabled":true}}`))
		other.OK(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"old"}}}`))
		old := c.StreamOf(t, table)
		c.OK(t, "DeleteTable", tableInput(table, `{}`))
		c.AwaitGone(t, table)
		c.CreateTable(t, table, hashTable)
		if stream := other.StreamOf(t, table); stream != "" {
			t.Errorf("the new table has the stream %s", stream)
		}
		playStep(t, other, table, step{"DescribeTimeToLive", `{"TableName":"$T"}`, `{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}`})
		other.OK(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"unrecorded"}}}`))
		c.OK(t, "UpdateTable", tableInput(table, `{"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}`))
		other.OK(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"new"}}}`))
		for stream, want := range map[string]string{old: "old", c.StreamOf(t, table): "new"} {
			records := other.Records(t, stream)
			if len(records) != 1 || harness.Difference(`{"pk":{"S":"`+want+`"}}`, string(records[0].Dynamodb.Keys)) != "" {
				t.Errorf("stream %s has %v, want the item %s", stream, records, want)
			}
		}
		for _, s := range c.Shards(t, old) {
			if s.SequenceNumberRange.EndingSequenceNumber == "" {
				t.Errorf("shard %s of the old stream is open", s.ShardId)
			}
		}
	})
}

type tableIdentity struct {
	TableID  string `json:"TableId"`
	TableArn string
}

func identity(t *testing.T, c *caller, table string) tableIdentity {
	t.Helper()
	var described struct{ Table tableIdentity }
	if err := json.Unmarshal([]byte(c.OK(t, "DescribeTable", tableInput(table, `{}`))), &described); err != nil {
		t.Fatal(err)
	}
	return described.Table
}

// numberSizes fills an item up to 1 KB beside a number: one byte more costs a second unit.
func TestPutItem_number_sizes(t *testing.T) {
	var scenarios []scenario
	for _, n := range []struct {
		number string
		bytes  int
	}{
		{"0", 1}, {"7", 2}, {"-7", 3}, {"12", 2}, {"123", 3}, {"-123", 4}, {"1200", 2}, {"1e125", 2}, {"0.0000001", 2}, {"-0.0000001", 3},
		{"12.5", 3}, {"1.25", 3}, {"12345678901234567890123456789012345678", 20}, {"-12345678901234567890123456789012345678", 21},
	} {
		put := func(fill int) string {
			return `{"ReturnConsumedCapacity":"TOTAL","Item":{"pk":{"S":"a"},"n":{"N":"` + n.number + `"},"v":{"S":"` + letters(fill) + `"}}}`
		}
		cost := func(units string) string {
			return `{"ConsumedCapacity":{"TableName":"$T","CapacityUnits":` + units + `}}`
		}
		fits := 1024 - len("pk") - len("a") - len("n") - n.bytes - len("v")
		scenarios = append(scenarios, scenario{name: n.number + " has " + itoa(n.bytes) + " bytes", steps: []step{
			{"PutItem", put(fits), cost("1.0")}, {"PutItem", put(fits + 1), cost("2.0")},
		}})
	}
	run(t, hashTable, "Developer guide: CapacityUnitCalculations: DynamoDB item sizes and formats; measured against the service to the byte", scenarios)
}

// updateAndPutLimits writes items of just 400 KB: an UpdateExpression is charged 23 bytes more than what it writes, a put, a legacy
// update and an update in a transaction are not.
func TestUpdateItem_size_limits(t *testing.T) {
	const limit, charge = 409600, 3 + 19
	fits := limit - len("pk") - len("a") - len("v")
	charged := limit - charge - len("v")
	text := func(n int) string { return `{"S":"` + letters(n) + `"}` }
	update := func(n int) string {
		return `"Key":{"pk":{"S":"a"}},"UpdateExpression":"SET v = :v","ExpressionAttributeValues":{":v":` + text(n) + `}`
	}
	legacy := func(n int) string {
		return `{"Key":{"pk":{"S":"a"}},"AttributeUpdates":{"v":{"Action":"PUT","Value":` + text(n) + `}}}`
	}
	const tooLarge = "ValidationException: Item size to update has exceeded the maximum allowed size"
	run(t, hashTable, "Developer guide: ServiceQuotas: item size; charge of updates measured against the service", []scenario{
		{name: "a put", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"v":` + text(fits) + `}}`, `{}`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"v":` + text(fits+1) + `}}`, `ValidationException: Item size has exceeded the maximum allowed size`},
		}},
		{name: "an update", steps: []step{
			{"UpdateItem", `{` + update(charged) + `}`, `{}`},
			{"UpdateItem", `{` + update(charged+1) + `}`, tooLarge},
		}},
		{name: "a legacy update", steps: []step{{"UpdateItem", legacy(fits), `{}`}, {"UpdateItem", legacy(fits + 1), tooLarge}}},
		{name: "an update in a transaction", steps: []step{
			{"TransactWriteItems", transaction("", act("Update", update(fits))), `{}`},
			{"TransactWriteItems", transaction("", act("Update", update(fits+1))), canceled(invalidReason("Item size to update has exceeded the maximum allowed size"))},
			{"TransactWriteItems", transaction("", putAction(`{"pk":{"S":"a"},"v":`+text(fits+1)+`}`)), `ValidationException: Item size has exceeded the maximum allowed size`},
		}},
		{name: "an update that leaves alone what is large", given: []string{`{"pk":{"S":"a"},"v":` + text(fits-10) + `}`}, steps: []step{
			{"UpdateItem", `{"Key":{"pk":{"S":"a"}},"UpdateExpression":"SET w = :w","ExpressionAttributeValues":{":w":{"S":"123456789"}}}`, `{}`},
			{"UpdateItem", `{"Key":{"pk":{"S":"a"}},"UpdateExpression":"SET w = :w","ExpressionAttributeValues":{":w":{"S":"1234567890"}}}`, tooLarge},
		}},
	})
}

func TestCreateTable_again_has_no_item_index_entry_or_tag_and_a_new_id(t *testing.T) {
	recreate(t, nil)
}

// The other address reads and writes the old table, so that whoever answers there has whatever it keeps of it.
func TestCreateTable_again_is_followed_by_who_knew_the_old_table(t *testing.T) {
	recreate(t, func(t *testing.T, other *caller, table string) {
		other.OK(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"a"},"sk":{"S":"2"},"g":{"S":"x"}}}`))
		other.OK(t, "Query", tableInput(table, `{"IndexName":"keys","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`))
	})
}
