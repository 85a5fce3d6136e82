package gosdk

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// The items of the index's test: some stay as they are, others have the index's key changed, lost and found all the time.
const (
	stillItems  = 1000
	movingItems = 24
)

func TestUpdateTable_index_added_while_others_write_is_active_when_complete(t *testing.T) {
	single(t, "Developer guide: GSI.OnlineOps: Adding a global secondary index to a large table", func(t *testing.T, c *caller) {
		both := both(c)
		table := c.Own(t, hashTable)
		requests := ""
		for i := range stillItems {
			requests += fmt.Sprintf(`,{"PutRequest":{"Item":{"pk":{"S":"still %d"},"g":{"S":"still"}}}}`, i)
			if i%25 == 24 {
				c.OK(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+requests[1:]+`]}}`)
				requests = ""
			}
		}
		var over atomic.Bool
		var writers sync.WaitGroup
		for i := range callers {
			writers.Go(func() { moveItems(t, both[i%2], table, i, &over) })
		}
		stop := func() {
			over.Store(true)
			writers.Wait()
		}
		defer stop()
		c.OK(t, "UpdateTable", tableInput(table, `{"AttributeDefinitions":[{"AttributeName":"g","AttributeType":"S"}],
			"GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"added","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}]}`))
		waitForIndex(t, both[1], table)
		if n := both[1].Pages(t, "Query", tableInput(table, `{"IndexName":"added","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"still"}}}`)).Count; n != stillItems {
			t.Errorf("the index is ACTIVE and has %d of %d items", n, stillItems)
		}
		stop()
		items := c.Pages(t, "Scan", tableInput(table, `{"FilterExpression":"attribute_exists(g)"}`))
		entries := both[1].Pages(t, "Scan", tableInput(table, `{"IndexName":"added"}`))
		if entries.Count != items.Count {
			t.Errorf("the index has %d entries of %d items", entries.Count, items.Count)
		}
		found := map[string]bool{}
		for _, item := range items.Items {
			found[parsed(t, item)] = true
		}
		for _, entry := range entries.Items {
			if !found[parsed(t, entry)] {
				t.Errorf("the index has %s, which is not in the table", entry)
			}
		}
	})
}

// parsed is an item with its members in one order.
func parsed(t *testing.T, item string) string {
	t.Helper()
	v, err := harness.ParseJSON(item)
	if err != nil {
		t.Fatal(err)
	}
	return harness.Compact(v)
}

// moveItems puts, changes and deletes items until over is set.
func moveItems(t *testing.T, c *caller, table string, writer int, over *atomic.Bool) {
	for turn := 0; !over.Load(); turn++ {
		key := fmt.Sprintf(`"Key":{"pk":{"S":"moving %d"}}`, (writer*5+turn)%movingItems)
		switch turn % 4 {
		case 0:
			MustAnswer(t, c, "UpdateItem", tableInput(table, fmt.Sprintf(`{%s,"UpdateExpression":"SET g = :g, n = :n","ExpressionAttributeValues":{":g":{"S":"g%d"},":n":{"N":"%d"}}}`, key, writer, turn)))
		case 1:
			MustAnswer(t, c, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"moving %d"},"g":{"S":"put %d"}}}`, turn%movingItems, writer)))
		case 2:
			MustAnswer(t, c, "UpdateItem", tableInput(table, `{`+key+`,"UpdateExpression":"REMOVE g"}`))
		default:
			MustAnswer(t, c, "DeleteItem", tableInput(table, `{`+key+`}`))
		}
	}
}

// waitForIndex returns once the table's only index is ACTIVE, and no more being filled.
func waitForIndex(t *testing.T, c *caller, table string) {
	t.Helper()
	for deadline := time.Now().Add(60 * time.Second); ; {
		var described struct {
			Table struct {
				GlobalSecondaryIndexes []struct {
					IndexStatus string
					Backfilling bool
				}
			}
		}
		harness.Into(t, c.OK(t, "DescribeTable", tableInput(table, `{}`)), &described)
		indexes := described.Table.GlobalSecondaryIndexes
		switch {
		case len(indexes) == 1 && indexes[0].IndexStatus == "ACTIVE":
			if indexes[0].Backfilling {
				t.Error("an index is ACTIVE and still being filled")
			}
			return
		case len(indexes) != 1 || indexes[0].IndexStatus != "CREATING":
			t.Errorf("the indexes are %+v", indexes)
			return
		case time.Now().After(deadline):
			t.Fatal("the index does not become ACTIVE")
		}
	}
}
