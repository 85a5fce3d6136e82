package conformance

import (
	"fmt"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// A clock that is set back, as one that ran ahead is, undoes nothing: what was once done is not done again, and what was given out is valid.
func TestAClockThatJumpsBack(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		play func(t *testing.T, c *caller)
	}{
		{"a token of the future is known", tokenOfTheFuture},
		{"a shard iterator of the future is read", iteratorOfTheFuture},
		{"records keep the order of the changes", recordsAcrossAJump},
		{"an item that is not over yet stays", itemsAcrossAJump},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			onOwn(t, c.play)
		})
	}
}

const jumpBack = `{"Advance":"-2h"}`

func tokenOfTheFuture(t *testing.T, c *caller) {
	table := c.Own(t, harness.HashTable)
	add := `{"ClientRequestToken":"token","TransactItems":[{"Update":{"TableName":"` + table +
		`","Key":{"pk":{"S":"a"}},"UpdateExpression":"ADD n :one","ExpressionAttributeValues":{":one":{"N":"1"}}}}]}`
	c.OK(t, "TransactWriteItems", add)
	c.administer(t, "clock", jumpBack)
	c.OK(t, "TransactWriteItems", add)
	c.Play(t, table, "GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"},"n":{"N":"1"}}}`)
}

func iteratorOfTheFuture(t *testing.T, c *caller) {
	table := c.Own(t, harness.StreamedTable(harness.HashTable))
	arn := c.StreamOf(t, table)
	c.OK(t, "PutItem", harness.TableInput(table, `{"Item":{"pk":{"S":"a"}}}`))
	_, iterator := c.ShardOf(t, arn, "a")
	c.administer(t, "clock", jumpBack)
	if page := c.GetRecords(t, iterator); len(page.Records) != 1 {
		t.Errorf("%d records", len(page.Records))
	}
}

func recordsAcrossAJump(t *testing.T, c *caller) {
	table := c.Own(t, harness.WithStream(harness.HashTable, harness.KeysOnly))
	arn := c.StreamOf(t, table)
	var want []string
	for i, kind := range []string{"INSERT", "MODIFY", "MODIFY"} {
		c.OK(t, "PutItem", harness.TableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"a"},"n":{"N":"%d"}}}`, i)))
		c.administer(t, "clock", jumpBack)
		want = append(want, `{"eventName":"`+kind+`","Keys":{"pk":{"S":"a"}}}`)
	}
	c.WantRecords(t, arn, want)
	c.administer(t, "streams/trim", "")
	c.WantRecords(t, arn, want)
}

func itemsAcrossAJump(t *testing.T, c *caller) {
	table := c.Own(t, harness.StreamedTable(harness.HashTable))
	enableTimeToLive(t, c, table, "e")
	c.OK(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+expiring(1, 3600)+`]}}`)
	for _, move := range []string{jumpBack, `{"Advance":"150m"}`} { // back, and to half an hour after where it was
		c.administer(t, "clock", move)
		c.administer(t, "ttl/sweep", "")
		c.Play(t, table, "Scan", `{"Select":"COUNT"}`, `{"Count":1,"ScannedCount":1}`)
	}
	c.administer(t, "clock", `{"Advance":"1h"}`)
	c.administer(t, "ttl/sweep", "")
	c.Play(t, table, "Scan", `{"Select":"COUNT"}`, `{"Count":0,"ScannedCount":0}`)
}
