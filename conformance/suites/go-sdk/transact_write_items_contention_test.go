package gosdk

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
)

// missingItemsAreHeld has pairs of transactions, each of which makes an item if the other's is missing: never do both happen.
func missingItemsAreHeld(t *testing.T, ifMissing func(pk string) string) {
	t.Helper()
	single(t, "Developer guide: transaction-apis: Isolation levels: SERIALIZABLE", func(t *testing.T, c *caller) {
		both := both(c)
		table := c.Borrow(t, hashTable)
		happened := 0
		for round := range 4 * rounds {
			names := [2]string{fmt.Sprintf("x%d", round), fmt.Sprintf("y%d", round)}
			var winners atomic.Int64
			together(2, func(i int) {
				in := strings.ReplaceAll(transaction("", ifMissing(names[1-i]), putAction(`{"pk":{"S":"`+names[i]+`"}}`)), "$T", table)
				switch got := both[i].Try(t, "TransactWriteItems", in); got.Code {
				case "":
					winners.Add(1)
				case "TransactionCanceledException":
				default:
					t.Errorf("%s: %s", got.Code, got.Text)
				}
			})
			if winners.Load() > 1 {
				t.Errorf("round %d: both items were made, each while the other was missing", round)
			}
			happened += int(winners.Load())
		}
		if happened == 0 {
			t.Error("no transaction happened")
		}
	})
}

func TestTransactWriteItems_in_opposite_orders_conflict_or_happen(t *testing.T) {
	single(t, "Developer guide: transaction-apis: Transaction conflict handling", func(t *testing.T, c *caller) {
		both := both(c)
		table := c.Borrow(t, hashTable)
		var happened atomic.Int64
		together(callers, func(i int) {
			actions := []string{addAction("a", "1"), addAction("b", "1"), addAction("c", "1")}
			if i/2%2 == 1 {
				actions[0], actions[2] = actions[2], actions[0]
			}
			in := strings.ReplaceAll(transaction("", actions...), "$T", table)
			for range rounds {
				switch got := both[i%2].Try(t, "TransactWriteItems", in); {
				case got.Code == "":
					happened.Add(1)
				case !isConflict(got):
					t.Errorf("%s: %s", got.Code, got.Text)
				}
			}
		})
		for _, pk := range []string{"a", "b", "c"} {
			playStep(t, c, table, step{"GetItem", `{"Key":{"pk":{"S":"` + pk + `"}}}`, fmt.Sprintf(`{"Item":{"pk":{"S":"%s"},"n":{"N":"%d"}}}`, pk, happened.Load())})
		}
	})
}

func TestTransactWriteItems_condition_check_of_a_missing_item_keeps_others_from_making_it(t *testing.T) {
	missingItemsAreHeld(t, func(pk string) string { return checkAction(pk, "attribute_not_exists(pk)") })
}

func TestTransactWriteItems_delete_of_a_missing_item_keeps_others_from_making_it(t *testing.T) {
	missingItemsAreHeld(t, func(pk string) string {
		return act("Delete", `"Key":{"pk":{"S":"`+pk+`"}},"ConditionExpression":"attribute_not_exists(pk)"`)
	})
}
