package gosdk

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// sequenceOrder has eight callers of two servers add to a few items: the records of an item must count up, and what one caller did
// after the other's answer must come later.
func TestGetRecords_sequence_numbers_follow_the_writes(t *testing.T) {
	single(t, "Developer guide: Streams: each stream record appears exactly once, in the sequence of the modifications", func(t *testing.T, c *caller) {
		both := both(c)
		table := c.Own(t, harness.StreamedTable(hashTable))
		const items = 3
		together(callers, func(i int) {
			for round := range rounds {
				MustAnswer(t, both[i%2], "UpdateItem", tableInput(table, fmt.Sprintf(`{"Key":{"pk":{"S":"%d"}},"UpdateExpression":"ADD n :n","ExpressionAttributeValues":{":n":{"N":"1"}}}`, (i+round)%items)))
			}
		})
		// One after the other, by turns of the servers, over the items of all shards.
		for turn := range rounds {
			both[turn%2].OK(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"turn %d"},"n":{"N":"%d"}}}`, turn, turn)))
		}
		records := c.Records(t, c.StreamOf(t, table))
		if want := callers*rounds + rounds; len(records) != want {
			t.Errorf("%d records of %d writes", len(records), want)
		}
		last := map[string]harness.Record{}
		for _, r := range records {
			if before, ok := last[r.Shard]; ok && sequence(t, before).Cmp(sequence(t, r)) >= 0 {
				t.Errorf("shard %s: %s does not come after %s", r.Shard, r.Dynamodb.SequenceNumber, before.Dynamodb.SequenceNumber)
			}
			last[r.Shard] = r
		}
		countUp(t, records)
	})
}

func sequence(t *testing.T, r harness.Record) *big.Int {
	t.Helper()
	n, ok := new(big.Int).SetString(r.Dynamodb.SequenceNumber, 10)
	if !ok {
		t.Fatalf("sequence number %q", r.Dynamodb.SequenceNumber)
	}
	return n
}

// countUp fails unless the records of each item, and those written by turns, have growing numbers n.
func countUp(t *testing.T, records []harness.Record) {
	t.Helper()
	counts := map[string]int{}
	for _, r := range records {
		var image struct {
			PK struct{ S string } `json:"pk"`
			N  struct{ N string } `json:"n"`
		}
		harness.Into(t, string(r.Dynamodb.NewImage), &image)
		if strings.HasPrefix(image.PK.S, "turn") {
			// Turns are in order within a shard: each is another item.
			if turn := "turns of " + r.Shard; counts[turn] > atoi(t, image.N.N) {
				t.Errorf("%s comes after turn %d", image.PK.S, counts[turn])
			} else {
				counts[turn] = atoi(t, image.N.N)
			}
			continue
		}
		if counts[image.PK.S]++; counts[image.PK.S] != atoi(t, image.N.N) {
			t.Errorf("change %d of item %s has n = %s", counts[image.PK.S], image.PK.S, image.N.N)
		}
	}
}

func atoi(t *testing.T, text string) int {
	t.Helper()
	var n int
	if _, err := fmt.Sscan(text, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestGetRecords_no_record_of_writes_that_change_nothing(t *testing.T) {
	single(t, "Developer guide: Streams: no stream record for a write that changes no data", func(t *testing.T, c *caller) {
		table := c.Own(t, harness.StreamedTable(hashTable))
		const item = `{"pk":{"S":"a"},"m":{"M":{"x":{"N":"1"},"y":{"S":"z"}}},"s":{"SS":["1","2"]},"n":{"N":"10"}}`
		const again = `{"n":{"N":"1e1"},"s":{"SS":["2","1"]},"pk":{"S":"a"},"m":{"M":{"y":{"S":"z"},"x":{"N":"1.0"}}}}`
		const key, none = `"Key":{"pk":{"S":"a"}}`, `"Key":{"pk":{"S":"none"}}`
		const values = `,"ExpressionAttributeValues":{":m":{"M":{"y":{"S":"z"},"x":{"N":"1"}}},":s":{"SS":["1"]}}`
		for _, s := range []step{
			{"PutItem", `{"Item":` + item + `}`, `{}`},
			{"PutItem", `{"Item":` + again + `}`, `{}`},
			{"UpdateItem", `{` + key + `}`, `{}`},
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET m = :m REMOVE nothing ADD s :s"` + values + `}`, `{}`},
			{"UpdateItem", `{` + key + `,"AttributeUpdates":{"n":{"Value":{"N":"10.0"}}}}`, `{}`},
			{"DeleteItem", `{` + none + `}`, `{}`},
			{"BatchWriteItem", `{"RequestItems":{"$T":[{"PutRequest":{"Item":` + again + `}},{"DeleteRequest":{` + none + `}}]}}`, `{"UnprocessedItems":{}}`},
			{"TransactWriteItems", transaction("", putAction(again), deleteAction(`{"pk":{"S":"none"}}`), checkAction("other", "attribute_not_exists(pk)")), `{}`},
			{"ExecuteStatement", `{"Statement":"UPDATE \"$T\" SET n = 10 WHERE pk = 'a'"}`, `{"Items":[]}`},
			{"PutItem", `{"Item":{"pk":{"S":"a"}},"ConditionExpression":"attribute_not_exists(pk)"}`, `ConditionalCheckFailedException: *`},
		} {
			playStep(t, c, table, s)
		}
		wantEvents(t, c.Records(t, c.StreamOf(t, table)), []event{{"INSERT", "", item}})
	})
}

// event is what a record must say; an empty image must not be there.
type event struct{ name, before, after string }

func wantEvents(t *testing.T, got []harness.Record, want []event) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d records, want %d: %v", len(got), len(want), got)
		return
	}
	for i, r := range got {
		if r.EventName != want[i].name {
			t.Errorf("record %d is a %s, want a %s", i, r.EventName, want[i].name)
		}
		for _, image := range [][2]string{{want[i].before, string(r.Dynamodb.OldImage)}, {want[i].after, string(r.Dynamodb.NewImage)}} {
			if (image[0] == "") != (image[1] == "") {
				t.Errorf("record %d, a %s, has the image %q, want %q", i, r.EventName, image[1], image[0])
			} else if image[0] != "" {
				if d := harness.Difference(image[0], image[1]); d != "" {
					t.Errorf("record %d, a %s: %s", i, r.EventName, d)
				}
			}
		}
	}
}

func TestGetRecords_events_of_every_way_to_write(t *testing.T) {
	image := func(v string) string { return `{"pk":{"S":"a"},"v":{"S":"` + v + `"}}` }
	const key = `"Key":{"pk":{"S":"a"}}`
	set := func(v string) string {
		return key + `,"UpdateExpression":"SET v = :v","ExpressionAttributeValues":{":v":{"S":"` + v + `"}}`
	}
	batch := func(request string) step {
		return step{"BatchWriteItem", `{"RequestItems":{"$T":[` + request + `]}}`, `{"UnprocessedItems":{}}`}
	}
	transact := func(action string) step { return step{"TransactWriteItems", transaction("", action), `{}`} }
	statement := func(text string) step {
		return step{"ExecuteStatement", `{"Statement":"` + text + `"}`, `{"Items":[]}`}
	}
	cases := []struct {
		step
		event
	}{
		{step{"PutItem", `{"Item":` + image("1") + `}`, `{}`}, event{"INSERT", "", image("1")}},
		{step{"PutItem", `{"Item":` + image("2") + `}`, `{}`}, event{"MODIFY", image("1"), image("2")}},
		{step{"UpdateItem", `{` + set("3") + `}`, `{}`}, event{"MODIFY", image("2"), image("3")}},
		{step{"DeleteItem", `{` + key + `}`, `{}`}, event{"REMOVE", image("3"), ""}},
		{step{"UpdateItem", `{` + set("4") + `}`, `{}`}, event{"INSERT", "", image("4")}},
		{batch(`{"PutRequest":{"Item":` + image("5") + `}}`), event{"MODIFY", image("4"), image("5")}},
		{batch(`{"DeleteRequest":{` + key + `}}`), event{"REMOVE", image("5"), ""}},
		{transact(putAction(image("6"))), event{"INSERT", "", image("6")}},
		{transact(act("Update", set("7"))), event{"MODIFY", image("6"), image("7")}},
		{transact(putAction(image("8"))), event{"MODIFY", image("7"), image("8")}},
		{transact(deleteAction(`{"pk":{"S":"a"}}`)), event{"REMOVE", image("8"), ""}},
		{statement(`INSERT INTO \"$T\" VALUE {'pk':'a','v':'9'}`), event{"INSERT", "", image("9")}},
		{statement(`UPDATE \"$T\" SET v = '10' WHERE pk = 'a'`), event{"MODIFY", image("9"), image("10")}},
		{step{"UpdateItem", `{` + key + `,"AttributeUpdates":{"v":{"Value":{"S":"11"}}}}`, `{}`}, event{"MODIFY", image("10"), image("11")}},
		{statement(`DELETE FROM \"$T\" WHERE pk = 'a'`), event{"REMOVE", image("11"), ""}},
	}
	single(t, "API_streams_Record: eventName", func(t *testing.T, c *caller) {
		table := c.Own(t, harness.StreamedTable(hashTable))
		var want []event
		for _, k := range cases {
			playStep(t, c, table, k.step)
			want = append(want, k.event)
		}
		wantEvents(t, c.Records(t, c.StreamOf(t, table)), want)
	})
}

// expiredIdentity lets an item expire and deletes another: only the first record names the service as the one who did it.
func TestGetRecords_expired_items_are_told_from_deleted_ones(t *testing.T) {
	single(t, "Developer guide: time-to-live-ttl-streams", func(t *testing.T, c *caller) {
		expires(t)
		table := c.Own(t, harness.StreamedTable(hashTable))
		c.OK(t, "UpdateTimeToLive", tableInput(table, `{"TimeToLiveSpecification":{"AttributeName":"e","Enabled":true}}`))
		c.OK(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"deleted"},"e":{"N":"9999999999"}}}`))
		c.OK(t, "DeleteItem", tableInput(table, `{"Key":{"pk":{"S":"deleted"}}}`))
		c.OK(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"expired"},"e":{"N":"%d"}}}`, time.Now().Unix()-5)))
		removed := map[string]string{}
		awaitExpiry(t, func() bool {
			for _, r := range c.Records(t, c.StreamOf(t, table)) {
				if r.EventName == "REMOVE" {
					var keys struct{ PK struct{ S string } }
					harness.Into(t, string(r.Dynamodb.Keys), &keys)
					removed[keys.PK.S] = string(r.UserIdentity)
				}
			}
			return len(removed) == 2
		})
		if d := harness.Difference(`{"Type":"Service","PrincipalId":"dynamodb.amazonaws.com"}`, removed["expired"]); d != "" {
			t.Errorf("the identity of what expired: %s", d)
		}
		if removed["deleted"] != "" {
			t.Errorf("the identity of what was deleted: %s", removed["deleted"])
		}
	})
}

// The lengths and shapes are those of the service's model, which SDKs check before they send a request.
func TestDescribeStream_lengths_and_shapes_of_names(t *testing.T) {
	single(t, "API_streams_DescribeStream, API_streams_Shard: length constraints", func(t *testing.T, c *caller) {
		table := c.Own(t, harness.StreamedTable(hashTable))
		stream := c.StreamOf(t, table)
		arn := regexp.MustCompile(`^arn:aws:dynamodb:` + c.Endpoint.Region + `:[0-9]{12}:table/` + table + `/stream/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}$`)
		if !arn.MatchString(stream) || len(stream) < 37 {
			t.Errorf("the stream's ARN is %q", stream)
		}
		for i := range 20 {
			c.OK(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"`+itoa(i)+`"}}}`))
		}
		number := regexp.MustCompile(`^[0-9]{21,40}$`)
		for _, s := range c.Shards(t, stream) {
			if n := len(s.ShardId); n < 28 || n > 65 || !strings.HasPrefix(s.ShardId, "shardId-") {
				t.Errorf("a shard's id is %q", s.ShardId)
			}
			if start := s.SequenceNumberRange.StartingSequenceNumber; !number.MatchString(start) {
				t.Errorf("a shard starts at %q", start)
			}
		}
		var ids []string
		for _, r := range c.Records(t, stream) {
			if !number.MatchString(r.Dynamodb.SequenceNumber) {
				t.Errorf("a sequence number is %q", r.Dynamodb.SequenceNumber)
			}
			ids = append(ids, r.EventID)
			var got struct{ ShardIterator string }
			for _, kind := range []string{"AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER"} {
				harness.Into(t, c.OK(t, "GetShardIterator", `{"StreamArn":"`+stream+`","ShardId":"`+r.Shard+`","ShardIteratorType":"`+kind+`","SequenceNumber":"`+r.Dynamodb.SequenceNumber+`"}`), &got)
				if n := len(got.ShardIterator); n < 1 || n > 2048 {
					t.Errorf("an iterator has %d characters", n)
				}
			}
		}
		slices.Sort(ids)
		if n := len(slices.Compact(ids)); n != 20 {
			t.Errorf("20 records have %d different ids", n)
		}
	})
}
