package conformance

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// What happens at a time happens when the clock is moved there, whatever the machine's clock says; leases do not, so that the work in
// the background goes on.
func TestAMovedClock(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		play func(t *testing.T, c *caller)
	}{
		{"an item expires a day later", expiresADayLater},
		{"a token is forgotten after ten minutes", tokenIsForgotten},
		{"a shard iterator expires after a quarter of an hour", iteratorExpires},
		{"stream records and closed streams are kept for a day", recordsAreKeptForADay},
		{"the clock jumps back a day, and nothing is lost or done twice", jumpsBack},
		{"a table is made at the time of the clock, which stands still", madeWhileFrozen},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			onOwn(t, c.play)
		})
	}
}

func expiresADayLater(t *testing.T, c *caller) {
	c.crash(t, "--ttl-interval", "100ms")
	table := c.Own(t, harness.StreamedTable(harness.HashTable))
	enableTimeToLive(t, c, table, "e")
	c.OK(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+expiring(1, 36*3600)+`,`+expiring(2, 72*3600)+`]}}`)
	c.administer(t, "ttl/sweep", "")
	c.Play(t, table, "Scan", `{"Select":"COUNT"}`, `{"Count":2,"ScannedCount":2}`)
	c.administer(t, "clock", `{"Offset":"37h"}`)
	gone := harness.Eventually(20*time.Second, func() bool {
		return c.OK(t, "Scan", harness.TableInput(table, `{"Select":"COUNT"}`)) == `{"Count":1,"ScannedCount":1}`
	})
	if !gone {
		t.Fatal("the item is still there a day after its time")
	}
	wantExpired(t, c.Records(t, c.StreamOf(t, table)), 1)
}

func tokenIsForgotten(t *testing.T, c *caller) {
	table := c.Own(t, harness.HashTable)
	c.addOnce(t, table, 1)
	c.administer(t, "clock", `{"Advance":"9m"}`)
	c.addOnce(t, table, 1)
	c.administer(t, "clock", `{"Advance":"2m"}`)
	c.addOnce(t, table, 2)
}

// addOnce adds one to a number, by a transaction that always has the same token, and wants it to be n then.
func (c *caller) addOnce(t *testing.T, table string, n int) {
	t.Helper()
	c.OK(t, "TransactWriteItems", `{"ClientRequestToken":"token","TransactItems":[{"Update":{"TableName":"`+table+
		`","Key":{"pk":{"S":"counter"}},"UpdateExpression":"ADD n :one","ExpressionAttributeValues":{":one":{"N":"1"}}}}]}`)
	c.Play(t, table, "GetItem", `{"Key":{"pk":{"S":"counter"}}}`, fmt.Sprintf(`{"Item":{"pk":{"S":"counter"},"n":{"N":"%d"}}}`, n))
}

func jumpsBack(t *testing.T, c *caller) {
	table := c.Own(t, harness.StreamedTable(harness.HashTable))
	enableTimeToLive(t, c, table, "e")
	arn := c.StreamOf(t, table)
	c.administer(t, "clock", `{"Advance":"25h"}`)
	c.addOnce(t, table, 1)
	c.OK(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+expiring(1, 24*3600)+`]}}`) // over in the future, but not now
	_, iterator := c.ShardOf(t, arn, "counter")
	c.administer(t, "clock", `{"Reset":true}`)
	c.addOnce(t, table, 1)
	c.OK(t, "PutItem", harness.TableInput(table, `{"Item":{"pk":{"S":"counter"},"n":{"N":"5"}}}`))
	c.administer(t, "ttl/sweep", "")
	c.administer(t, "streams/trim", "")
	c.Play(t, table, "Scan", `{"Select":"COUNT"}`, `{"Count":2,"ScannedCount":2}`)
	var numbers []string
	page := c.GetRecords(t, iterator)
	for _, r := range page.Records {
		if strings.Contains(string(r.Dynamodb.Keys), "counter") {
			numbers = append(numbers, r.EventName)
		}
	}
	if want := []string{"INSERT", "MODIFY"}; !slices.Equal(numbers, want) {
		t.Errorf("the stream has %v, want %v", numbers, want)
	}
	if found := c.administer(t, "check", ""); found != `{"Differences":[]}` {
		t.Errorf("check says %s", found)
	}
}

func iteratorExpires(t *testing.T, c *caller) {
	table := c.Own(t, harness.StreamedTable(harness.HashTable))
	arn := c.StreamOf(t, table)
	c.OK(t, "PutItem", harness.TableInput(table, `{"Item":{"pk":{"S":"a"}}}`))
	_, iterator := c.ShardOf(t, arn, "a")
	c.administer(t, "clock", `{"Advance":"14m"}`)
	c.GetRecords(t, iterator)
	c.administer(t, "clock", `{"Advance":"2m"}`)
	if got := c.Call(t, "GetRecords", `{"ShardIterator":"`+iterator+`"}`); got.Code != "ExpiredIteratorException" {
		t.Errorf("after 16 minutes: %+v", got)
	}
	_, iterator = c.ShardOf(t, arn, "a")
	c.GetRecords(t, iterator)
}

func recordsAreKeptForADay(t *testing.T, c *caller) {
	table := c.Own(t, harness.WithStream(harness.HashTable, harness.KeysOnly))
	arn := c.StreamOf(t, table)
	put := func(key string) { c.OK(t, "PutItem", harness.TableInput(table, `{"Item":{"pk":{"S":"`+key+`"}}}`)) }
	put("a")
	c.Records(t, arn)
	c.administer(t, "clock", `{"Advance":"23h"}`)
	put("b")
	c.Records(t, arn)
	c.administer(t, "clock", `{"Advance":"2h"}`)
	c.administer(t, "streams/trim", "")
	c.WantRecords(t, arn, []string{`{"eventName":"INSERT","Keys":{"pk":{"S":"b"}}}`})
	c.OK(t, "UpdateTable", harness.TableInput(table, `{"StreamSpecification":{"StreamEnabled":false}}`))
	c.administer(t, "clock", `{"Advance":"23h"}`)
	c.administer(t, "streams/trim", "")
	c.OK(t, "DescribeStream", `{"StreamArn":"`+arn+`"}`)
	c.administer(t, "clock", `{"Advance":"2h"}`)
	c.administer(t, "streams/trim", "")
	if got := c.Call(t, "DescribeStream", `{"StreamArn":"`+arn+`"}`); got.Code != "ResourceNotFoundException" {
		t.Errorf("a day after it was closed: %+v", got)
	}
}

// A frozen clock must not keep two streams of a table from having names of their own, or an index from being filled.
func madeWhileFrozen(t *testing.T, c *caller) {
	c.administer(t, "clock", `{"Now":"2030-01-01T00:00:00Z","Frozen":true}`)
	table := c.Own(t, harness.StreamedTable(harness.HashTable))
	first := c.StreamOf(t, table)
	for _, enabled := range []string{`{"StreamEnabled":false}`, `{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}`} {
		c.OK(t, "UpdateTable", harness.TableInput(table, `{"StreamSpecification":`+enabled+`}`))
	}
	if second := c.StreamOf(t, table); second == first {
		t.Errorf("both streams are %s", first)
	}
	c.OK(t, "UpdateTable", harness.TableInput(table, `{"AttributeDefinitions":[{"AttributeName":"g","AttributeType":"S"}],"GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"byG",`+
		`"KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}]}`))
	c.AwaitTable(t, table)
	var described struct {
		Table struct{ CreationDateTime float64 }
	}
	if err := json.Unmarshal([]byte(c.OK(t, "DescribeTable", harness.TableInput(table, `{}`))), &described); err != nil {
		t.Fatal(err)
	}
	if want := float64(time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC).Unix()); math.Abs(described.Table.CreationDateTime-want) > 0.5 {
		t.Errorf("made at %f, want %f", described.Table.CreationDateTime, want)
	}
}

// A server that is started with an offset has it from the beginning, and a change that cannot be is refused with its reason.
func TestTheClockOfAStart(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		c.crash(t, "--clock-offset", "36h")
		var state struct {
			Now    time.Time
			Offset string
			Frozen bool
		}
		if err := json.Unmarshal([]byte(c.administer(t, "clock", "")), &state); err != nil {
			t.Fatal(err)
		}
		if ahead := time.Until(state.Now); ahead < 35*time.Hour || ahead > 36*time.Hour || state.Offset != "36h0m0s" || state.Frozen {
			t.Errorf("the clock says %+v", state)
		}
		status, text := c.act(t, "clock", `{"Offset":"1h","Reset":true}`)
		if want := `{"__type":"com.amazon.coral.validate#ValidationException","message":"a clock is moved by one of Offset, Now, Advance and Reset, not by several at once"}`; status != 400 || text != want {
			t.Errorf("two moves at once: %d %s", status, text)
		}
	})
}
