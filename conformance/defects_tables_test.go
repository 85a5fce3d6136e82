package conformance

import (
	"encoding/json"
	"testing"
)

func TestDefectDropAndRecreate(t *testing.T) {
	t.Run("no stream, shard, record or time to live is left", recreateWithStream)
	t.Run("no row, index entry or tag is left, and the table's id is new", func(t *testing.T) { recreate(t, nil) })
	t.Run("a server that knew the old table follows the new one", func(t *testing.T) {
		// The other server reads and writes the old table, so that it has whatever it keeps of it.
		recreate(t, func(t *testing.T, other *caller, table string) {
			other.ok(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"a"},"sk":{"S":"2"},"g":{"S":"x"}}}`))
			other.ok(t, "Query", tableInput(table, `{"IndexName":"keys","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`))
		})
	})
}

// recreate makes a table anew under its name, with other keys and another index of the same name. What is then in it is asked of the
// other server.
func recreate(t *testing.T, use func(t *testing.T, other *caller, table string)) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		other := c.both(t)[1]
		table := newTableName()
		createTable(t, c, table, indexedTable)
		old := identity(t, c, table)
		c.ok(t, "TagResource", `{"ResourceArn":"`+old.TableArn+`","Tags":[{"Key":"k","Value":"v"}]}`)
		c.ok(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"a"},"sk":{"S":"1"},"g":{"S":"x"},"r":{"N":"1"},"l":{"S":"m"}}}`))
		if use != nil {
			use(t, other, table)
		}
		c.ok(t, "DeleteTable", tableInput(table, `{}`))
		createTable(t, c, table, definition("n:N b:B", "n:HASH", `,"GlobalSecondaryIndexes":[`+globalIndex("keys", "b:HASH", projectAll)+`]`))
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
func recreateWithStream(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		other := c.both(t)[1]
		table := newTableName()
		createTable(t, c, table, streamedTable(hashTable))
		c.ok(t, "UpdateTimeToLive", tableInput(table, `{"TimeToLiveSpecification":{"AttributeName":"e","Enabled":true}}`))
		other.ok(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"old"}}}`))
		old := c.streamOf(t, table)
		c.ok(t, "DeleteTable", tableInput(table, `{}`))
		createTable(t, c, table, hashTable)
		if stream := other.streamOf(t, table); stream != "" {
			t.Errorf("the new table has the stream %s", stream)
		}
		playStep(t, other, table, step{"DescribeTimeToLive", `{"TableName":"$T"}`, `{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}`})
		other.ok(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"unrecorded"}}}`))
		c.ok(t, "UpdateTable", tableInput(table, `{"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}`))
		other.ok(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"new"}}}`))
		for stream, want := range map[string]string{old: "old", c.streamOf(t, table): "new"} {
			records := other.records(t, stream)
			if len(records) != 1 || differenceOf(`{"pk":{"S":"`+want+`"}}`, string(records[0].Dynamodb.Keys)) != "" {
				t.Errorf("stream %s has %v, want the item %s", stream, records, want)
			}
		}
		for _, s := range c.shards(t, old) {
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
	if err := json.Unmarshal([]byte(c.ok(t, "DescribeTable", tableInput(table, `{}`))), &described); err != nil {
		t.Fatal(err)
	}
	return described.Table
}

func TestDefectSizes(t *testing.T) {
	t.Run("items: numbers by significant digits, a sign costs a byte", consumedCapacityOfOneItem)
	t.Run("a sign and each pair of digits, to the byte", numberSizes)
	t.Run("the limit of an update is not that of a put", updateAndPutLimits)
	t.Run("an index is charged for its projected change", consumedCapacityOfIndexes)
	t.Run("a transaction costs double on the table's arm only", consumedCapacityOfTransactions)
}

// numberSizes fills an item up to 1 KB beside a number: one byte more costs a second unit.
func numberSizes(t *testing.T) {
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
	run(t, hashTable, scenarios)
}

// updateAndPutLimits writes items of just 400 KB: an UpdateExpression is charged 23 bytes more than what it writes, a put, a legacy
// update and an update in a transaction are not.
func updateAndPutLimits(t *testing.T) {
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
	run(t, hashTable, []scenario{
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

func TestDefectErrorEnvelope(t *testing.T) {
	const missing = "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException"
	const one, two = "1 validation error detected: ", "2 validation errors detected: "
	nowhere := func(more string) string { return `{"TableName":"conformance.nowhere"` + more + `}` }
	key := `,"Key":{"pk":{"S":"a"}}`
	groups := []struct {
		name string
		rows []badRequest
	}{
		{"__type has the prefix of its kind", []badRequest{
			bad("a validation error", "GetItem", `{}`, validation, "*"),
			bad("the service's own error", "GetItem", nowhere(key), missing, "Requested resource not found"),
			bad("a body that is no JSON", "GetItem", `{`, serialization, "*"),
			bad("an unknown operation", "NoSuchOperation", `{}`, "com.amazon.coral.service#UnknownOperationException", "*"),
		}},
		{"a required parameter is named", []badRequest{
			bad("in the newer words", "GetItem", `{"TableName":"$T"}`, validation, one+"Value at 'Key' failed to satisfy constraint: Member must not be null"),
			bad("in the older words", "TransactGetItems", `{"TransactItems":[{}]}`, validation, one+"Value null at 'transactItems.1.member.get' failed to satisfy constraint: Member must not be null"),
			bad("in BatchWriteItem's own words", "BatchWriteItem", `{"RequestItems":{}}`, validation, "The requestItems parameter is required for BatchWriteItem"),
		}},
		{"several violations are one message", []badRequest{
			bad("two members missing", "PutItem", `{}`, validation, two+"Value at '*' failed to satisfy constraint: Member must not be null; Value at '*' failed to satisfy constraint: Member must not be null"),
			bad("a short name and an unknown enumeration", "PutItem", `{"TableName":"x","Item":{},"ReturnValues":"x"}`, validation, two+"*; *"),
		}},
		{"checks come in the service's order", []badRequest{
			bad("members before the table", "Query", nowhere(`,"Limit":0`), validation, one+"*'Limit'*"),
			bad("the expression before the table", "PutItem", nowhere(`,"Item":{"pk":{"S":"a"}},"ConditionExpression":"a ="`), validation, one+"Invalid ConditionExpression: Syntax error; token: *"),
			bad("unused values before the table", "GetItem", nowhere(key+`,"ProjectionExpression":"a","ExpressionAttributeNames":{"#b":"b"}`), validation, "*unused in expressions: keys: {#b}"),
			bad("the table before its keys", "GetItem", nowhere(`,"Key":{"x":{"N":"1"}}`), missing, "Requested resource not found"),
			bad("the keys before the condition", "DeleteItem", `{"TableName":"$T","Key":{"x":{"N":"1"}},"ConditionExpression":"attribute_exists(pk)"}`, validation, "The provided key element does not match the schema"),
		}},
	}
	for _, g := range groups {
		t.Run(g.name, func(t *testing.T) { checkBad(t, g.rows) })
	}
}
