package conformance

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
)

// together runs n callers at the same time and waits for all of them.
func together(n int, caller func(i int)) {
	var wg sync.WaitGroup
	start := make(chan struct{})
	for i := range n {
		wg.Go(func() {
			<-start
			caller(i)
		})
	}
	close(start)
	wg.Wait()
}

const (
	callers = 8
	rounds  = 12
)

// mustAnswer reports an error from a caller's goroutine, where a test may not be ended.
func (c *caller) mustAnswer(t *testing.T, op, in string) {
	if got := c.call(t, op, in); got.code != "" {
		t.Errorf("%s %s: %s: %s", op, short(in), got.code, got.text)
	}
}

func concurrentAddsAlwaysSum(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		both := c.both(t)
		table := newTableName()
		createTable(t, c, table, indexedTable)
		key := `"Key":{"pk":{"S":"a"},"sk":{"S":"b"}}`
		add := tableInput(table, `{`+key+`,"UpdateExpression":"ADD n :one, tags :tag SET g = :g, r = if_not_exists(r, :zero) + :one","ExpressionAttributeValues":{":one":{"N":"1"},":zero":{"N":"0"},":g":{"S":"x"},":tag":{"NS":["%d"]}}}`)
		together(callers, func(i int) {
			for range rounds {
				both[i%2].mustAnswer(t, "UpdateItem", fmt.Sprintf(add, i))
			}
		})
		total := itoa(callers * rounds)
		playStep(t, c, table, step{"GetItem", `{` + key + `,"ConsistentRead":true}`,
			`{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"x"},"n":{"N":"` + total + `"},"r":{"N":"` + total + `"},"tags":{"NS":["0","1","2","3","4","5","6","7"]}}}`})
		playStep(t, c, table, step{"Query", `{"IndexName":"all","ProjectionExpression":"r","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`,
			`{"Items":[{"r":{"N":"` + total + `"}}],"Count":1,"ScannedCount":1}`})
	})
}

func TestConcurrentCreatesHaveOneWinner(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, hashTable)
		for round := range rounds {
			var winners atomic.Int64
			in := tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"%d"}},"ConditionExpression":"attribute_not_exists(pk)"}`, round))
			together(callers, func(int) {
				switch got := c.call(t, "PutItem", in); got.code {
				case "":
					winners.Add(1)
				case "ConditionalCheckFailedException":
				default:
					t.Errorf("%s: %s", got.code, got.text)
				}
			})
			if winners.Load() != 1 {
				t.Errorf("round %d: %d callers created the item, want one", round, winners.Load())
			}
		}
	})
}

// Unconditional writes never fail under contention, and what they leave in the indexes is what they leave in the table.
func concurrentWritersLeaveIndexesThatAgree(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		both := c.both(t)
		table := newTableName()
		createTable(t, c, table, indexedTable)
		together(callers, func(i int) {
			c := both[i%2]
			for round := range rounds {
				item := fmt.Sprintf(`{"pk":{"S":"a"},"sk":{"S":"%d"},"g":{"S":"g%d"},"r":{"N":"%d"},"l":{"S":"%d"}}`, round%3, i, round, i)
				switch i % 4 {
				case 0:
					c.mustAnswer(t, "DeleteItem", tableInput(table, fmt.Sprintf(`{"Key":{"pk":{"S":"a"},"sk":{"S":"%d"}}}`, round%3)))
				case 1:
					c.mustAnswer(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[{"PutRequest":{"Item":`+item+`}},{"DeleteRequest":{"Key":{"pk":{"S":"a"},"sk":{"S":"other"}}}}]}}`)
				default:
					c.mustAnswer(t, "PutItem", tableInput(table, `{"Item":`+item+`}`))
				}
			}
		})
		items := c.pages(t, "Scan", tableInput(table, `{"ConsistentRead":true}`)).count
		for _, index := range []string{"all", "keys", "local"} {
			if entries := c.pages(t, "Scan", tableInput(table, `{"IndexName":"`+index+`"}`)).count; entries != items {
				t.Errorf("index %s has %d entries for %d items", index, entries, items)
			}
		}
	})
}

// Two batches that name the same keys in opposite orders must not block each other for good, nor fail.
func concurrentBatchesInOppositeOrders(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		both := c.both(t)
		table := newTableName()
		createTable(t, c, table, hashTable)
		requests := putRequests(25)
		up, down := "", ""
		for _, r := range requests {
			up, down = up+","+r, ","+r+down
		}
		together(callers, func(i int) {
			c := both[i%2]
			list := up
			if i%2 == 1 {
				list = down
			}
			for range rounds {
				c.mustAnswer(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+list[1:]+`]}}`)
			}
		})
		playStep(t, c, table, step{"Scan", `{"Select":"COUNT"}`, `{"Count":25,"ScannedCount":25}`})
	})
}

func TestConcurrentTableCreationHasOneWinner(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		for range 3 {
			table := newTableName()
			var winners atomic.Int64
			together(callers, func(int) {
				switch got := c.call(t, "CreateTable", tableInput(table, hashTable)); got.code {
				case "":
					winners.Add(1)
				case "ResourceInUseException":
				default:
					t.Errorf("%s: %s", got.code, got.text)
				}
			})
			if winners.Load() != 1 {
				t.Errorf("%d callers created the table, want one", winners.Load())
			}
			c.ok(t, "DeleteTable", tableInput(table, `{}`))
		}
	})
}
