package gosdk

import (
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

const (
	callers = 8
	rounds  = 12
)

// mustAnswer reports an error from a caller's goroutine, where a test may not be ended.
func MustAnswer(t *testing.T, c *caller, op, in string) {
	if got := c.Call(t, op, in); got.Code != "" {
		t.Errorf("%s %s: %s: %s", op, harness.Short(in), got.Code, got.Text)
	}
}

func TestUpdateItem_concurrent_adds_always_sum(t *testing.T) {
	single(t, "Developer guide: WorkingWithItems: Atomic counters", func(t *testing.T, c *caller) {
		both := both(c)
		table := c.Borrow(t, indexedTable)
		key := `"Key":{"pk":{"S":"a"},"sk":{"S":"b"}}`
		add := tableInput(table, `{`+key+`,"UpdateExpression":"ADD n :one, tags :tag SET g = :g, r = if_not_exists(r, :zero) + :one","ExpressionAttributeValues":{":one":{"N":"1"},":zero":{"N":"0"},":g":{"S":"x"},":tag":{"NS":["%d"]}}}`)
		together(callers, func(i int) {
			for range rounds {
				MustAnswer(t, both[i%2], "UpdateItem", fmt.Sprintf(add, i))
			}
		})
		total := itoa(callers * rounds)
		playStep(t, c, table, step{"GetItem", `{` + key + `,"ConsistentRead":true}`,
			`{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"x"},"n":{"N":"` + total + `"},"r":{"N":"` + total + `"},"tags":{"NS":["0","1","2","3","4","5","6","7"]}}}`})
		playStep(t, c, table, step{"Query", `{"IndexName":"all","ProjectionExpression":"r","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`,
			`{"Items":[{"r":{"N":"` + total + `"}}],"Count":1,"ScannedCount":1}`})
	})
}

func TestPutItem_concurrent_creates_have_one_winner(t *testing.T) {
	single(t, "Developer guide: WorkingWithItems: Conditional writes", func(t *testing.T, c *caller) {
		table := c.Borrow(t, hashTable)
		for round := range rounds {
			var winners atomic.Int64
			in := tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"%d"}},"ConditionExpression":"attribute_not_exists(pk)"}`, round))
			together(callers, func(int) {
				switch got := c.Try(t, "PutItem", in); got.Code {
				case "":
					winners.Add(1)
				case "ConditionalCheckFailedException":
				default:
					t.Errorf("%s: %s", got.Code, got.Text)
				}
			})
			if winners.Load() != 1 {
				t.Errorf("round %d: %d callers created the item, want one", round, winners.Load())
			}
		}
	})
}

// Unconditional writes never fail under contention, and what they leave in the indexes is what they leave in the table.
func TestPutItem_concurrent_writers_leave_indexes_that_agree(t *testing.T) {
	single(t, "Developer guide: GSI: Data synchronization between tables and global secondary indexes", func(t *testing.T, c *caller) {
		both := both(c)
		table := c.Borrow(t, indexedTable)
		together(callers, func(i int) {
			c := both[i%2]
			for round := range rounds {
				item := fmt.Sprintf(`{"pk":{"S":"a"},"sk":{"S":"%d"},"g":{"S":"g%d"},"r":{"N":"%d"},"l":{"S":"%d"}}`, round%3, i, round, i)
				switch i % 4 {
				case 0:
					MustAnswer(t, c, "DeleteItem", tableInput(table, fmt.Sprintf(`{"Key":{"pk":{"S":"a"},"sk":{"S":"%d"}}}`, round%3)))
				case 1:
					MustAnswer(t, c, "BatchWriteItem", `{"RequestItems":{"`+table+`":[{"PutRequest":{"Item":`+item+`}},{"DeleteRequest":{"Key":{"pk":{"S":"a"},"sk":{"S":"other"}}}}]}}`)
				default:
					MustAnswer(t, c, "PutItem", tableInput(table, `{"Item":`+item+`}`))
				}
			}
		})
		items := c.Pages(t, "Scan", tableInput(table, `{"ConsistentRead":true}`)).Count
		for _, index := range []string{"all", "keys", "local"} {
			if entries := c.Pages(t, "Scan", tableInput(table, `{"IndexName":"`+index+`"}`)).Count; entries != items {
				t.Errorf("index %s has %d entries for %d items", index, entries, items)
			}
		}
	})
}

// Two batches that name the same keys in opposite orders must not block each other for good, nor fail.
func TestBatchWriteItem_concurrent_batches_in_opposite_orders(t *testing.T) {
	single(t, "API_BatchWriteItem: individual PutItem and DeleteItem operations", func(t *testing.T, c *caller) {
		both := both(c)
		table := c.Borrow(t, hashTable)
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
				MustAnswer(t, c, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+list[1:]+`]}}`)
			}
		})
		playStep(t, c, table, step{"Scan", `{"Select":"COUNT"}`, `{"Count":25,"ScannedCount":25}`})
	})
}

func TestCreateTable_concurrent_creations_have_one_winner(t *testing.T) {
	single(t, "API_CreateTable: ResourceInUseException", func(t *testing.T, c *caller) {
		for range 3 {
			table := c.Tables.NewName()
			var winners atomic.Int64
			together(callers, func(int) {
				switch got := c.Try(t, "CreateTable", tableInput(table, hashTable)); got.Code {
				case "":
					winners.Add(1)
				case "ResourceInUseException":
				default:
					t.Errorf("%s: %s", got.Code, got.Text)
				}
			})
			if winners.Load() != 1 {
				t.Errorf("%d callers created the table, want one", winners.Load())
			}
			c.AwaitTable(t, table)
			c.Discard(table)
		}
	})
}
