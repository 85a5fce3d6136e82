package backendtest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// The bank of the money test: half of the accounts are in each of two tables.
const (
	accounts  = 20
	deposit   = 100
	transfers = 60 // of each client
)

// Money lets clients on two backends of one database move money between accounts, while others read all accounts at once: whatever
// they see sums to the same. What meets a conflict did nothing; nothing fails otherwise. The two may be the same backend.
func Money(t *testing.T, first, second backends.Backend) {
	bank := newBank(t, first)
	over := make(chan struct{})
	var readers, writers sync.WaitGroup
	var snapshots, moves, conflicts atomic.Int64
	for n, b := range []backends.Backend{first, second, first, second} {
		random := rand.New(rand.NewPCG(uint64(n), 7))
		writers.Go(func() {
			for range transfers {
				if bank.move(b, random) {
					moves.Add(1)
				} else {
					conflicts.Add(1)
				}
			}
		})
		readers.Go(func() {
			for {
				select {
				case <-over:
					return
				default:
					bank.audit(b)
					snapshots.Add(1)
				}
			}
		})
	}
	writers.Wait()
	close(over)
	readers.Wait()
	bank.audit(first)
	bank.halves[0].sound()
	if moves.Load() == 0 || snapshots.Load() == 0 {
		t.Error("nothing happened")
	}
	t.Logf("%d moves, %d conflicts, %d snapshots", moves.Load(), conflicts.Load(), snapshots.Load())
}

// bank is two tables of accounts.
type bank struct {
	halves [2]*fixture
	all    plan.Get
}

func newBank(t *testing.T, b backends.Backend) *bank {
	bk := &bank{halves: [2]*fixture{newFixture(t, b, hashTable("bank-1")), newFixture(t, b, balanceTable("bank-2"))}}
	bk.all.Snapshot = true
	for i := range accounts {
		f := bk.of(i)
		f.load(fmt.Sprintf(`{"pk":{"S":"%d"},"b":{"N":"%d"}}`, i, deposit))
		bk.all.Reads = append(bk.all.Reads, plan.Read{Table: f.tab, Key: f.key(account(i))})
	}
	return bk
}

// balanceTable has an index on the balance, whose entries move with the money.
func balanceTable(name string) *catalog.Table {
	t := hashTable(name)
	t.Indexes = []*catalog.Index{{ID: 1, Name: "byBalance", Status: catalog.Active, Projection: catalog.ProjectKeysOnly,
		Partition: []catalog.KeyAttr{{Name: "b", Type: attr.N}}}}
	t.NextIndexID = 2
	return t
}

func (bk *bank) of(i int) *fixture { return bk.halves[i%2] }

func account(i int) string { return fmt.Sprintf(`{"pk":{"S":"%d"}}`, i) }

// move takes money from one account and gives it to another, and checks a third; false is a conflict.
func (bk *bank) move(b backends.Backend, random *rand.Rand) bool {
	three := random.Perm(accounts)[:3]
	from, to := bk.of(three[0]), bk.of(three[1])
	amount := fmt.Sprintf(`{"N":"%d"}`, 1+random.IntN(9))
	results, err := b.Write(from.ctx, &plan.Write{Atomic: true, NoWait: true, Items: []plan.ItemWrite{
		from.update(account(three[0]), from.add("b", `{"N":"-`+amount[len(`{"N":"`):])),
		to.update(account(three[1]), to.add("b", amount)),
		onlyIf(bk.of(three[2]).check(account(three[2])), exists("pk")),
	}})
	if err != nil {
		from.Errorf("move: %v", err)
		return false
	}
	for i := range results {
		if results[i].ConditionFailed || results[i].Refusal != nil {
			from.Errorf("move: result %d is %+v", i, results[i])
		}
		if results[i].Conflict {
			return false
		}
	}
	return true
}

// audit sums up all accounts.
func (bk *bank) audit(b backends.Backend) {
	f := bk.halves[0]
	rows, err := b.Get(f.ctx, &bk.all, nil)
	if err != nil {
		f.Errorf("audit: %v", err)
		return
	}
	sum := "0"
	for _, r := range rows {
		balance, err := balanceOf(r)
		if err != nil {
			f.Errorf("audit: %v", err)
			return
		}
		sum, _ = attr.AddNumbers(sum, balance)
	}
	if want := fmt.Sprint(accounts * deposit); sum != want {
		f.Errorf("a snapshot sums to %s, want %s", sum, want)
	}
}

func balanceOf(r backends.Row) (string, error) {
	it, err := attr.ParseItem(r.Doc)
	if err != nil {
		return "", err
	}
	v, ok := it.Get("b")
	if !ok {
		return "", errors.New("an account has no balance")
	}
	return v.Text(), nil
}
