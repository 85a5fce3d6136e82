package conformance

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// The accounts of the test of transactions under contention; they are spread over two tables.
const (
	accounts = 20
	deposit  = 100
)

// account is an action on an account of the two tables.
func account(tables [2]string, i int, kind, members string) string {
	return strings.ReplaceAll(act(kind, fmt.Sprintf(`"Key":{"pk":{"S":"%d"}}%s`, i, members)), "$T", tables[i%2])
}

// Callers move money between accounts while others read them all: every snapshot sums to the same, and what does not happen is
// told to be a conflict. A plain write of an account meanwhile either happens or is told of the transaction.
func moneyIsMovedAsAWhole(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		both := c.both(t)
		tables := [2]string{newTableName(), newTableName()}
		for _, name := range tables {
			createTable(t, c, name, hashTable)
		}
		var puts, gets []string
		for i := range accounts {
			put := fmt.Sprintf(`{"Put":{"TableName":"%s","Item":{"pk":{"S":"%d"},"b":{"N":"%d"}}}}`, tables[i%2], i, deposit)
			puts, gets = append(puts, put), append(gets, account(tables, i, "Get", ""))
		}
		c.ok(t, "TransactWriteItems", transaction("", puts...))
		over := make(chan struct{})
		var readers sync.WaitGroup
		for i := range callers / 2 {
			readers.Go(func() {
				for {
					both[i%2].wantSum(t, transaction("", gets...))
					select {
					case <-over:
						return
					default:
					}
				}
			})
		}
		var moved, conflicts atomic.Int64
		together(callers, func(i int) {
			c, random := both[i%2], rand.New(rand.NewPCG(uint64(i), 1))
			for range 4 * rounds {
				two := random.Perm(accounts)[:2]
				switch got := c.call(t, "TransactWriteItems", transaction("", add(tables, two[0], "-1"), add(tables, two[1], "1"))); {
				case got.code == "":
					moved.Add(1)
				case got.code == "TransactionCanceledException" && strings.Contains(got.text, "TransactionConflict"):
					conflicts.Add(1)
				default:
					t.Errorf("%s: %s", got.code, got.text)
				}
				touch := tableInput(tables[two[0]%2], fmt.Sprintf(`{"Key":{"pk":{"S":"%d"}},"UpdateExpression":"SET t = :t","ExpressionAttributeValues":{":t":{"N":"%d"}}}`, two[0], i))
				if got := c.call(t, "UpdateItem", touch); got.code != "" && got.code != "TransactionConflictException" {
					t.Errorf("%s: %s", got.code, got.text)
				}
			}
		})
		close(over)
		readers.Wait()
		c.wantSum(t, transaction("", gets...))
		if moved.Load() == 0 {
			t.Error("no money was moved")
		}
		t.Logf("%d moves, %d conflicts", moved.Load(), conflicts.Load())
	})
}

// add changes the balance of an account.
func add(tables [2]string, i int, amount string) string {
	return account(tables, i, "Update", `,"UpdateExpression":"ADD b :b","ExpressionAttributeValues":{":b":{"N":"`+amount+`"}}`)
}

// wantSum reads all accounts at once and sums up their balances.
func (c *caller) wantSum(t *testing.T, in string) {
	got := c.call(t, "TransactGetItems", in)
	var answer struct {
		Responses []struct {
			Item struct{ B struct{ N string } }
		}
	}
	if err := json.Unmarshal([]byte(got.body), &answer); got.code != "" || err != nil {
		t.Errorf("%s: %s: %v", got.code, got.text, err)
		return
	}
	sum := new(big.Int)
	for _, r := range answer.Responses {
		balance, ok := new(big.Int).SetString(r.Item.B.N, 10)
		if !ok {
			t.Errorf("a balance of %q", r.Item.B.N)
			return
		}
		sum.Add(sum, balance)
	}
	if sum.Cmp(big.NewInt(accounts*deposit)) != 0 || len(answer.Responses) != accounts {
		t.Errorf("a snapshot of %d accounts sums to %s, want %d", len(answer.Responses), sum, accounts*deposit)
	}
}

// One request sent by many at the same time, with one token, happens once.
func oneTokenHappensOnce(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		both := c.both(t)
		table := newTableName()
		createTable(t, c, table, hashTable)
		for round := range rounds {
			token := `,"ClientRequestToken":"` + randomID() + `"`
			in := strings.ReplaceAll(transaction(token, addAction("a", "1"), addAction("b", "1")), "$T", table)
			together(callers, func(i int) {
				if got := both[i%2].call(t, "TransactWriteItems", in); got.code != "" && got.code != "TransactionInProgressException" {
					t.Errorf("%s: %s", got.code, got.text)
				}
			})
			playStep(t, c, table, step{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, fmt.Sprintf(`{"Item":{"pk":{"S":"a"},"n":{"N":"%d"}}}`, round+1)})
		}
	})
}
