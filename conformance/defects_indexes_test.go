package conformance

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestDefectSegmentsAndOnlineIndexes(t *testing.T) {
	t.Run("a segment with a filter and a limit does not end early", scanInSegments)
	t.Run("an index added while others write is ACTIVE only when it is complete", indexAddedWhileWriting)
}

// The items of the index's test: some stay as they are, others have the index's key changed, lost and found all the time.
const (
	stillItems  = 1000
	movingItems = 24
)

func indexAddedWhileWriting(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		both := c.both(t)
		table := newTableName()
		createTable(t, c, table, hashTable)
		requests := ""
		for i := range stillItems {
			requests += fmt.Sprintf(`,{"PutRequest":{"Item":{"pk":{"S":"still %d"},"g":{"S":"still"}}}}`, i)
			if i%25 == 24 {
				c.ok(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+requests[1:]+`]}}`)
				requests = ""
			}
		}
		var over atomic.Bool
		var writers sync.WaitGroup
		for i := range callers {
			writers.Go(func() { both[i%2].moveItems(t, table, i, &over) })
		}
		stop := func() {
			over.Store(true)
			writers.Wait()
		}
		defer stop()
		c.ok(t, "UpdateTable", tableInput(table, `{"AttributeDefinitions":[{"AttributeName":"g","AttributeType":"S"}],
			"GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"added","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}]}`))
		both[1].waitForIndex(t, table)
		if n := both[1].pages(t, "Query", tableInput(table, `{"IndexName":"added","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"still"}}}`)).count; n != stillItems {
			t.Errorf("the index is ACTIVE and has %d of %d items", n, stillItems)
		}
		stop()
		items := c.pages(t, "Scan", tableInput(table, `{"FilterExpression":"attribute_exists(g)"}`))
		entries := both[1].pages(t, "Scan", tableInput(table, `{"IndexName":"added"}`))
		if entries.count != items.count {
			t.Errorf("the index has %d entries of %d items", entries.count, items.count)
		}
		found := map[string]bool{}
		for _, item := range items.items {
			found[parsed(t, item)] = true
		}
		for _, entry := range entries.items {
			if !found[parsed(t, entry)] {
				t.Errorf("the index has %s, which is not in the table", entry)
			}
		}
	})
}

// parsed is an item with its members in one order.
func parsed(t *testing.T, item string) string {
	t.Helper()
	v, err := parseJSON(item)
	if err != nil {
		t.Fatal(err)
	}
	return compact(v)
}

// moveItems puts, changes and deletes items until over is set.
func (c *caller) moveItems(t *testing.T, table string, writer int, over *atomic.Bool) {
	for turn := 0; !over.Load(); turn++ {
		key := fmt.Sprintf(`"Key":{"pk":{"S":"moving %d"}}`, (writer*5+turn)%movingItems)
		switch turn % 4 {
		case 0:
			c.mustAnswer(t, "UpdateItem", tableInput(table, fmt.Sprintf(`{%s,"UpdateExpression":"SET g = :g, n = :n","ExpressionAttributeValues":{":g":{"S":"g%d"},":n":{"N":"%d"}}}`, key, writer, turn)))
		case 1:
			c.mustAnswer(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"moving %d"},"g":{"S":"put %d"}}}`, turn%movingItems, writer)))
		case 2:
			c.mustAnswer(t, "UpdateItem", tableInput(table, `{`+key+`,"UpdateExpression":"REMOVE g"}`))
		default:
			c.mustAnswer(t, "DeleteItem", tableInput(table, `{`+key+`}`))
		}
	}
}

// waitForIndex returns once the table's only index is ACTIVE, and no more being filled.
func (c *caller) waitForIndex(t *testing.T, table string) {
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
		into(t, c.ok(t, "DescribeTable", tableInput(table, `{}`)), &described)
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
