package gosdk

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// writeCase is what the stream of a table with a string partition key tells of some requests.
type writeCase struct {
	name  string
	steps []step
	want  []string
}

// Pieces of the cases below: the item with key a, before and after.
const (
	key     = `"Keys":{"pk":{"S":"a"}}`
	itemOne = `{"pk":{"S":"a"},"v":{"N":"1"}}`
	itemTwo = `{"pk":{"S":"a"},"v":{"N":"2"}}`
)

func put(item string) step { return step{"PutItem", `{"Item":` + item + `}`, `{}`} }

func remove(key string) step {
	return step{"DeleteItem", `{"Key":{"pk":{"S":"` + key + `"}}}`, `{}`}
}

func update(expression, values string) step {
	if values != "" {
		values = `,"ExpressionAttributeValues":{` + values + `}`
	}
	return step{"UpdateItem", `{"Key":{"pk":{"S":"a"}},"UpdateExpression":"` + expression + `"` + values + `}`, `{}`}
}

func inserted(item string) string {
	return `{"eventName":"INSERT",` + key + `,"NewImage":` + item + `}`
}

func modified(old, new string) string {
	return `{"eventName":"MODIFY",` + key + `,"OldImage":` + old + `,"NewImage":` + new + `}`
}

func removed(item string) string {
	return `{"eventName":"REMOVE",` + key + `,"OldImage":` + item + `}`
}

const nothingReturned = `{"UnprocessedItems":{}}`

var writeCases = []writeCase{
	{"a put makes an item", []step{put(itemOne)}, []string{inserted(itemOne)}},
	{"a put replaces an item", []step{put(itemOne), put(itemTwo)}, []string{inserted(itemOne), modified(itemOne, itemTwo)}},
	{"a put of what is there", []step{put(itemOne), put(itemOne)}, []string{inserted(itemOne)}},
	{"a put of an equal number and set", []step{put(`{"pk":{"S":"a"},"v":{"N":"1.0"},"s":{"SS":["x","y"]}}`), put(`{"pk":{"S":"a"},"s":{"SS":["y","x"]},"v":{"N":"1"}}`)},
		[]string{inserted(`{"pk":{"S":"a"},"v":{"N":"1"},"s":{"SS":["x","y"]}}`)}},
	{"a put on condition that fails", []step{put(itemOne), {"PutItem", `{"Item":` + itemTwo + `,"ConditionExpression":"attribute_not_exists(pk)"}`, `ConditionalCheckFailedException: *`}},
		[]string{inserted(itemOne)}},
	{"a delete", []step{put(itemOne), remove("a"), put(itemTwo)}, []string{inserted(itemOne), removed(itemOne), inserted(itemTwo)}},
	{"a delete of nothing", []step{remove("a")}, nil},
	{"an update makes an item", []step{update("SET v = :v", `":v":{"N":"1"}`)}, []string{inserted(itemOne)}},
	{"an update of nothing makes an item", []step{{"UpdateItem", `{"Key":{"pk":{"S":"a"}}}`, `{}`}}, []string{inserted(`{"pk":{"S":"a"}}`)}},
	{"an update changes and removes", []step{put(itemOne), update("ADD v :v", `":v":{"N":"1"}`), update("REMOVE v", "")},
		[]string{inserted(itemOne), modified(itemOne, itemTwo), modified(itemTwo, `{"pk":{"S":"a"}}`)}},
	{"updates that change nothing", []step{put(itemOne), update("SET v = :v", `":v":{"N":"1"}`), update("ADD v :v", `":v":{"N":"0"}`), update("REMOVE w", "")}, []string{inserted(itemOne)}},
	{"a removal from an item that is not there", []step{update("REMOVE v", "")}, nil},
	{"AttributeUpdates", []step{put(itemOne),
		{"UpdateItem", `{"Key":{"pk":{"S":"a"}},"AttributeUpdates":{"v":{"Action":"ADD","Value":{"N":"1"}}}}`, `{}`},
		{"UpdateItem", `{"Key":{"pk":{"S":"a"}},"AttributeUpdates":{"w":{"Action":"DELETE"}}}`, `{}`},
		{"UpdateItem", `{"Key":{"pk":{"S":"a"}},"AttributeUpdates":{"v":{"Action":"DELETE"}}}`, `{}`}},
		[]string{inserted(itemOne), modified(itemOne, itemTwo), modified(itemTwo, `{"pk":{"S":"a"}}`)}},
	{"BatchWriteItem", []step{put(itemOne),
		{"BatchWriteItem", `{"RequestItems":{"$T":[{"PutRequest":{"Item":` + itemTwo + `}},{"DeleteRequest":{"Key":{"pk":{"S":"missing"}}}}]}}`, nothingReturned},
		{"BatchWriteItem", `{"RequestItems":{"$T":[{"PutRequest":{"Item":` + itemTwo + `}}]}}`, nothingReturned},
		{"BatchWriteItem", `{"RequestItems":{"$T":[{"DeleteRequest":{"Key":{"pk":{"S":"a"}}}}]}}`, nothingReturned}},
		[]string{inserted(itemOne), modified(itemOne, itemTwo), removed(itemTwo)}},
	{"TransactWriteItems", []step{
		{"TransactWriteItems", `{"TransactItems":[{"Put":{"TableName":"$T","Item":` + itemOne + `}},{"ConditionCheck":{"TableName":"$T","Key":{"pk":{"S":"b"}},"ConditionExpression":"attribute_not_exists(pk)"}}]}`, `{}`},
		{"TransactWriteItems", `{"ClientRequestToken":"$TOKEN","TransactItems":[{"Update":{"TableName":"$T","Key":{"pk":{"S":"a"}},"UpdateExpression":"ADD v :v","ExpressionAttributeValues":{":v":{"N":"1"}}}}]}`, `{}`},
		{"TransactWriteItems", `{"ClientRequestToken":"$TOKEN","TransactItems":[{"Update":{"TableName":"$T","Key":{"pk":{"S":"a"}},"UpdateExpression":"ADD v :v","ExpressionAttributeValues":{":v":{"N":"1"}}}}]}`, `{}`},
		{"TransactWriteItems", `{"TransactItems":[{"Delete":{"TableName":"$T","Key":{"pk":{"S":"a"}}}},{"ConditionCheck":{"TableName":"$T","Key":{"pk":{"S":"b"}},"ConditionExpression":"attribute_exists(pk)"}}]}`, `TransactionCanceledException: *`},
		{"TransactWriteItems", `{"TransactItems":[{"Delete":{"TableName":"$T","Key":{"pk":{"S":"a"}}}},{"Delete":{"TableName":"$T","Key":{"pk":{"S":"b"}}}}]}`, `{}`}},
		[]string{inserted(itemOne), modified(itemOne, itemTwo), removed(itemTwo)}},
	{"PartiQL", []step{
		{"ExecuteStatement", `{"Statement":"INSERT INTO \"$T\" VALUE {'pk':'a','v':1}"}`, `{"Items":[]}`},
		{"ExecuteStatement", `{"Statement":"UPDATE \"$T\" SET v = 2 WHERE pk = 'a'"}`, `{"Items":[]}`},
		{"ExecuteStatement", `{"Statement":"DELETE FROM \"$T\" WHERE pk = 'a'"}`, `{"Items":[]}`},
		{"ExecuteTransaction", `{"TransactStatements":[{"Statement":"INSERT INTO \"$T\" VALUE {'pk':'a','v':1}"}]}`, `*`}},
		[]string{inserted(itemOne), modified(itemOne, itemTwo), removed(itemTwo), inserted(itemOne)}},
	{"values of every type", []step{put(`{"pk":{"S":"a"},"b":{"B":"AQI="},"t":{"BOOL":true},"n":{"NULL":true},"l":{"L":[{"S":"x\u0000y"},{"M":{"m":{"N":"1E+2"}}}]},"bs":{"BS":["AQ=="]},"é":{"S":"\u0001"}}`)},
		[]string{inserted(`{"pk":{"S":"a"},"b":{"B":"AQI="},"t":{"BOOL":true},"n":{"NULL":true},"l":{"L":[{"S":"x\u0000y"},{"M":{"m":{"N":"100"}}}]},"bs":{"BS":["AQ=="]},"é":{"S":"\u0001"}}`)}},
}

func TestGetRecords_of_writes(t *testing.T) {
	const source = "API_streams_Record: eventName; API_streams_StreamRecord"
	group(t, func(t *testing.T, c *caller) {
		for _, w := range writeCases {
			runCase(t, w.name, source, func(t *testing.T) {
				table := c.Own(t, harness.WithStream(hashTable, harness.BothImages))
				token := harness.RandomID()
				for _, st := range w.steps {
					st.in = strings.ReplaceAll(st.in, "$TOKEN", token)
					if st.want == "*" {
						c.OK(t, st.op, strings.ReplaceAll(st.in, "$T", table))
						continue
					}
					playStep(t, c, table, st)
				}
				c.WantRecords(t, c.StreamOf(t, table), w.want)
			})
		}
	})
}

func TestGetRecords_form_of_a_record(t *testing.T) {
	single(t, "API_streams_Record, API_streams_StreamRecord", func(t *testing.T, c *caller) {
		table := c.Own(t, harness.StreamedTable(hashTable))
		playStep(t, c, table, put(itemOne))
		playStep(t, c, table, put(itemTwo))
		playStep(t, c, table, remove("a"))
		records := c.WantRecords(t, c.StreamOf(t, table), []string{inserted(itemOne), modified(itemOne, itemTwo), removed(itemTwo)})
		for i := range records {
			c.WantForm(t, &records[i], harness.BothImages)
		}
	})
}

func TestGetRecords_views(t *testing.T) {
	const source = "API_streams_StreamRecord: StreamViewType"
	const withKey = `{"pk":{"S":"a"},"sk":{"S":"b"}`
	keys := `"Keys":` + withKey + `}`
	steps := []step{
		put(withKey + `,"v":{"N":"1"}}`), put(withKey + `,"v":{"N":"2"}}`),
		{"DeleteItem", `{"Key":` + withKey + `}}`, `{}`},
	}
	group(t, func(t *testing.T, c *caller) {
		for _, view := range []string{harness.KeysOnly, harness.NewImage, harness.OldImage, harness.BothImages} {
			runCase(t, view, source, func(t *testing.T) {
				image := func(name, v string) string {
					if v == "" || view == harness.KeysOnly || view != harness.BothImages && !strings.EqualFold(strings.ReplaceAll(view, "_", ""), name) {
						return ""
					}
					return `,"` + name + `":` + withKey + `,"v":{"N":"` + v + `"}}`
				}
				event := func(name, old, new string) string {
					return `{"eventName":"` + name + `",` + keys + image("OldImage", old) + image("NewImage", new) + `}`
				}
				table := c.Own(t, harness.WithStream(sortedTable, view))
				for _, st := range steps {
					playStep(t, c, table, st)
				}
				c.WantRecords(t, c.StreamOf(t, table), []string{event("INSERT", "", "1"), event("MODIFY", "1", "2"), event("REMOVE", "2", "")})
			})
		}
	})
}

func TestGetRecords_of_expired_items_name_the_service(t *testing.T) {
	single(t, "API_streams_Record: userIdentity", func(t *testing.T, c *caller) {
		expires(t)
		table := c.Own(t, harness.WithStream(hashTable, harness.KeysOnly))
		enableTimeToLive(t, c, table, "e")
		c.OK(t, "PutItem", tableInput(table, `{"Item":{`+timed(`"pk":{"S":"a"},"e":{"N":"-60"}`)+`}}`))
		awaitExpiry(t, func() bool {
			return !strings.Contains(c.OK(t, "GetItem", tableInput(table, `{"Key":{"pk":{"S":"a"}}}`)), `"Item"`)
		})
		c.WantRecords(t, c.StreamOf(t, table), []string{
			`{"eventName":"INSERT",` + key + `}`,
			`{"eventName":"REMOVE",` + key + `,"userIdentity":{"Type":"Service","PrincipalId":"dynamodb.amazonaws.com"}}`,
		})
	})
}

// A record is the same whenever, by whatever way and at whichever server it is read.
func TestGetRecords_are_the_same_whenever_they_are_read(t *testing.T) {
	single(t, "API_streams_GetRecords: ShardIterator", func(t *testing.T, c *caller) {
		both := both(c)
		table := c.Own(t, harness.WithStream(hashTable, harness.BothImages))
		for i := range 20 {
			both[i%2].OK(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"a"},"v":{"N":"%d"}}}`, i)))
		}
		arn := c.StreamOf(t, table)
		var here, there []harness.Record
		var id string
		for _, s := range c.DescribeStream(t, arn).Shards {
			iterator := both[0].Iterator(t, arn, s.ShardId, "TRIM_HORIZON", "")
			page, _ := both[0].ReadShard(t, iterator)
			other, _ := both[1].ReadShard(t, iterator)
			if here, there = append(here, page...), append(there, other...); len(page) > 0 {
				id = s.ShardId
			}
		}
		if len(here) != 20 || !slices.EqualFunc(here, there, func(a, b harness.Record) bool { return a.EventID == b.EventID && a.Brief() == b.Brief() }) {
			t.Fatalf("%d records here, %d there", len(here), len(there))
		}
		fifth := here[4].Dynamodb.SequenceNumber
		from, _ := both[1].ReadShard(t, both[0].Iterator(t, arn, id, "AT_SEQUENCE_NUMBER", `,"SequenceNumber":"`+fifth+`"`))
		behind, _ := both[0].ReadShard(t, both[1].Iterator(t, arn, id, "AFTER_SEQUENCE_NUMBER", `,"SequenceNumber":"`+fifth+`"`))
		if len(from) != 16 || len(behind) != 15 || from[0].EventID != here[4].EventID || behind[0].EventID != here[5].EventID {
			t.Errorf("%d records from the fifth on and %d behind it", len(from), len(behind))
		}
	})
}

func TestGetRecords(t *testing.T) {
	runStreams(t, harness.KeysOnly, "API_streams_GetRecords: ShardIterator, Limit", []scenario{
		{name: "an iterator that is none", steps: []step{{"GetRecords", `{"ShardIterator":"sdfsdfsgagaddafgagasgasgasdf"}`, `ValidationException: Invalid ShardIterator`}}},
		{name: "an iterator made by hand", steps: []step{{"GetRecords", `{"ShardIterator":"$STREAM|1|AAAAAQAAAAAAAAAAAAABk1kAAAAAAAAAAAAAAAAAAAAAAAAA"}`, `ValidationException: Invalid ShardIterator`}}},
		{name: "a limit that is too large", steps: []step{{"GetRecords", `{"ShardIterator":"x","Limit":1001}`, `ValidationException: 1 validation error detected: Value '1001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 1000`}}},
	})
}

// Pages end at the limit, and with the record that fills a megabyte.
func TestGetRecords_pages(t *testing.T) {
	single(t, "API_streams_GetRecords: up to 1 MB of data or 1000 stream records", func(t *testing.T, c *caller) {
		table := c.Own(t, harness.WithStream(hashTable, harness.NewImage))
		for i := range 6 {
			c.OK(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"a"},"v":{"S":"%d%s"}}}`, i, strings.Repeat("x", 300_000))))
		}
		arn := c.StreamOf(t, table)
		var pages []int
		for _, s := range c.DescribeStream(t, arn).Shards {
			first := c.Iterator(t, arn, s.ShardId, "TRIM_HORIZON", "")
			if two := harness.Ask[harness.RecordPage](t, c, "GetRecords", `{"ShardIterator":"`+first+`","Limit":2}`); len(two.Records) != 0 && len(two.Records) != 2 {
				t.Errorf("%d records with a limit of 2", len(two.Records))
			}
			for next, n := first, 1; n > 0; {
				page := c.GetRecords(t, next)
				if next, n = page.NextShardIterator, len(page.Records); n > 0 {
					pages = append(pages, n)
				}
			}
		}
		if !slices.Equal(pages, []int{4, 2}) {
			t.Errorf("pages of %v records, want 4 and 2", pages)
		}
	})
}
