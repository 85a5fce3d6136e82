package gosdk

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
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
func TestTransactGetItems_money_is_moved_as_a_whole(t *testing.T) {
	single(t, "Developer guide: transaction-apis: Isolation levels: SERIALIZABLE", func(t *testing.T, c *caller) {
		both := both(c)
		tables := [2]string{c.Borrow(t, hashTable), c.Borrow(t, hashTable)}
		var puts, gets []string
		for i := range accounts {
			put := fmt.Sprintf(`{"Put":{"TableName":"%s","Item":{"pk":{"S":"%d"},"b":{"N":"%d"}}}}`, tables[i%2], i, deposit)
			puts, gets = append(puts, put), append(gets, account(tables, i, "Get", ""))
		}
		c.OK(t, "TransactWriteItems", transaction("", puts...))
		over := make(chan struct{})
		var readers sync.WaitGroup
		for i := range callers / 2 {
			readers.Go(func() {
				for {
					wantSum(t, both[i%2], transaction("", gets...))
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
				switch got := c.Try(t, "TransactWriteItems", transaction("", add(tables, two[0], "-1"), add(tables, two[1], "1"))); {
				case got.Code == "":
					moved.Add(1)
				case isConflict(got):
					conflicts.Add(1)
				default:
					t.Errorf("%s: %s", got.Code, got.Text)
				}
				touch := tableInput(tables[two[0]%2], fmt.Sprintf(`{"Key":{"pk":{"S":"%d"}},"UpdateExpression":"SET t = :t","ExpressionAttributeValues":{":t":{"N":"%d"}}}`, two[0], i))
				if got := c.Try(t, "UpdateItem", touch); got.Code != "" && got.Code != "TransactionConflictException" {
					t.Errorf("%s: %s", got.Code, got.Text)
				}
			}
		})
		close(over)
		readers.Wait()
		wantSum(t, c, transaction("", gets...))
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

// wantSum reads all accounts at once and sums up their balances. A read among writes may conflict with them and then tells nothing.
func wantSum(t *testing.T, c *caller, in string) {
	got := c.Try(t, "TransactGetItems", in)
	if isConflict(got) {
		return
	}
	var answer struct {
		Responses []struct {
			Item struct{ B struct{ N string } }
		}
	}
	if err := json.Unmarshal([]byte(got.Body), &answer); got.Code != "" || err != nil {
		t.Errorf("%s: %s: %v", got.Code, got.Text, err)
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
func TestTransactWriteItems_one_token_happens_once(t *testing.T) {
	single(t, "API_TransactWriteItems: ClientRequestToken", func(t *testing.T, c *caller) {
		both := both(c)
		table := c.Borrow(t, hashTable)
		for round := range rounds {
			token := `,"ClientRequestToken":"` + harness.RandomID() + `"`
			in := strings.ReplaceAll(transaction(token, addAction("a", "1"), addAction("b", "1")), "$T", table)
			together(callers, func(i int) {
				if got := both[i%2].Try(t, "TransactWriteItems", in); got.Code != "" && got.Code != "TransactionInProgressException" {
					t.Errorf("%s: %s", got.Code, got.Text)
				}
			})
			playStep(t, c, table, step{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, fmt.Sprintf(`{"Item":{"pk":{"S":"a"},"n":{"N":"%d"}}}`, round+1)})
		}
	})
}

// isConflict says whether a transaction was cancelled because of another one.
func isConflict(got harness.Answer) bool {
	return got.Code == "TransactionCanceledException" && strings.Contains(got.Text, "TransactionConflict")
}
