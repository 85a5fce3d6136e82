package conformance

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
)

// Two servers share each Postgres database here.

func TestDefectMissingItemsAndContention(t *testing.T) {
	t.Run("a ConditionCheck of a missing item keeps others from making it", func(t *testing.T) {
		missingItemsAreHeld(t, func(pk string) string { return checkAction(pk, "attribute_not_exists(pk)") })
	})
	t.Run("a Delete of a missing item keeps others from making it", func(t *testing.T) {
		missingItemsAreHeld(t, func(pk string) string {
			return act("Delete", `"Key":{"pk":{"S":"`+pk+`"}},"ConditionExpression":"attribute_not_exists(pk)"`)
		})
	})
	t.Run("two ADDs always sum", concurrentAddsAlwaysSum)
	t.Run("unconditional writes never fail, and indexes agree with them", concurrentWritersLeaveIndexesThatAgree)
	t.Run("batches in opposite orders do not block each other", concurrentBatchesInOppositeOrders)
	t.Run("transactions in opposite orders conflict or happen, and are never an internal error", transactionsInOppositeOrders)
}

// missingItemsAreHeld has pairs of transactions, each of which makes an item if the other's is missing: never do both happen.
func missingItemsAreHeld(t *testing.T, ifMissing func(pk string) string) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		both := c.both(t)
		table := newTableName()
		createTable(t, c, table, hashTable)
		happened := 0
		for round := range 4 * rounds {
			names := [2]string{fmt.Sprintf("x%d", round), fmt.Sprintf("y%d", round)}
			var winners atomic.Int64
			together(2, func(i int) {
				in := strings.ReplaceAll(transaction("", ifMissing(names[1-i]), putAction(`{"pk":{"S":"`+names[i]+`"}}`)), "$T", table)
				switch got := both[i].call(t, "TransactWriteItems", in); got.code {
				case "":
					winners.Add(1)
				case "TransactionCanceledException":
				default:
					t.Errorf("%s: %s", got.code, got.text)
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

func transactionsInOppositeOrders(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		both := c.both(t)
		table := newTableName()
		createTable(t, c, table, hashTable)
		var happened atomic.Int64
		together(callers, func(i int) {
			actions := []string{addAction("a", "1"), addAction("b", "1"), addAction("c", "1")}
			if i/2%2 == 1 {
				actions[0], actions[2] = actions[2], actions[0]
			}
			in := strings.ReplaceAll(transaction("", actions...), "$T", table)
			for range rounds {
				switch got := both[i%2].call(t, "TransactWriteItems", in); {
				case got.code == "":
					happened.Add(1)
				case got.code != "TransactionCanceledException" || !strings.Contains(got.text, "TransactionConflict"):
					t.Errorf("%s: %s", got.code, got.text)
				}
			}
		})
		for _, pk := range []string{"a", "b", "c"} {
			playStep(t, c, table, step{"GetItem", `{"Key":{"pk":{"S":"` + pk + `"}}}`, fmt.Sprintf(`{"Item":{"pk":{"S":"%s"},"n":{"N":"%d"}}}`, pk, happened.Load())})
		}
	})
}

func TestDefectSnapshotsAndTokens(t *testing.T) {
	t.Run("TransactGetItems is one snapshot", moneyIsMovedAsAWhole)
	t.Run("a token stands for one request, whoever asks how often", oneTokenHappensOnce)
	t.Run("a token survives the server, and is one account's own", tokensSurvive)
}

// tokensSurvive repeats a transaction after the server was killed, and as another account. How long a token is remembered is tested
// where the clock is, in the backends' suite.
func tokensSurvive(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, hashTable)
		in := strings.ReplaceAll(transaction(`,"ClientRequestToken":"`+randomID()+`"`, addAction("a", "1")), "$T", table)
		wantN := func(n string) {
			t.Helper()
			playStep(t, c, table, step{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"},"n":{"N":"` + n + `"}}}`})
		}
		c.ok(t, "TransactWriteItems", in)
		wantN("1")
		c.crash(t)
		c.ok(t, "TransactWriteItems", in)
		wantN("1")
		c.crash(t, "--account", "111111111111")
		c.ok(t, "TransactWriteItems", in)
		wantN("2")
		c.ok(t, "TransactWriteItems", in)
		wantN("2")
	})
}
