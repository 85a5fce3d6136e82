package backendtest

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

const workers = 8

// together runs f in several goroutines and waits for all.
func together(f func(worker int)) {
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() { f(w) })
	}
	wg.Wait()
}

// try carries out a plan that must not fail, in any goroutine.
func (f *fixture) try(p *plan.Write) []backends.WriteResult {
	results, err := f.b.Write(f.ctx, p)
	if err != nil {
		f.Errorf("write: %v", err)
		return make([]backends.WriteResult, len(p.Items))
	}
	return results
}

func testConcurrency(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, indexedTable("concurrency"))
	testCounter(f)
	testOneWinner(f)
	testFirstWriters(f)
	testCrossing(f)
	f.sound()
	testDropping(t, b)
}

// testCounter adds to one number from many sides; nothing is lost. The number is an index key too.
func testCounter(f *fixture) {
	const key = `{"pk":{"S":"counter"},"sk":{"S":"s"}}`
	const rounds = 25
	add := f.update(key, f.add("n", `{"N":"1"}`), f.set("a", `{"S":"counters"}`))
	together(func(int) {
		for range rounds {
			f.try(&plan.Write{Items: []plan.ItemWrite{add}})
		}
	})
	f.holds(key, fmt.Sprintf(`{"pk":{"S":"counter"},"sk":{"S":"s"},"a":{"S":"counters"},"n":{"N":"%d"}}`, workers*rounds))
}

// testOneWinner lets several put what must not be there yet.
func testOneWinner(f *fixture) {
	for round := range 10 {
		var won atomic.Int32
		together(func(w int) {
			put := f.put(fmt.Sprintf(`{"pk":{"S":"race"},"sk":{"S":"%d"},"n":{"N":"%d"}}`, round, w))
			if !f.try(&plan.Write{Items: []plan.ItemWrite{onlyIf(put, notExists("pk"))}})[0].ConditionFailed {
				won.Add(1)
			}
		})
		if won.Load() != 1 {
			f.Errorf("%d puts won", won.Load())
		}
	}
}

// testFirstWriters lets several write one item for the first time, each with other index keys: one entry remains.
func testFirstWriters(f *fixture) {
	for round := range 10 {
		together(func(w int) {
			f.try(&plan.Write{Items: []plan.ItemWrite{
				f.put(fmt.Sprintf(`{"pk":{"S":"first"},"sk":{"S":"%d"},"a":{"S":"w%d"},"n":{"N":"%d"},"b":{"S":"%d"}}`, round, w, w, w)),
			}})
		})
	}
	page, err := f.b.Query(f.ctx, &plan.Query{Table: f.tab, Index: f.tab.Indexes[1], MaxBytes: maxBytes})
	f.must(err)
	if page.Matched != 10 {
		f.Errorf("the index has %d entries of 10 items", page.Matched)
	}
}

// testCrossing writes the same items in opposite orders, atomically: nobody waits for ever, and the sum stays.
func testCrossing(f *fixture) {
	f.load(`{"pk":{"S":"sum"},"sk":{"S":"1"},"v":{"N":"100"}}`, `{"pk":{"S":"sum"},"sk":{"S":"2"},"v":{"N":"100"}}`)
	one, two := `{"pk":{"S":"sum"},"sk":{"S":"1"}}`, `{"pk":{"S":"sum"},"sk":{"S":"2"}}`
	var conflicts atomic.Int32
	together(func(w int) {
		for range 10 {
			items := []plan.ItemWrite{f.update(one, f.add("v", `{"N":"1"}`)), f.update(two, f.add("v", `{"N":"-1"}`))}
			if w%2 == 1 {
				items[0], items[1] = items[1], items[0]
			}
			if _, err := f.b.Write(f.ctx, &plan.Write{Atomic: true, Items: items}); codeOf(err) == backends.CodeConflict {
				conflicts.Add(1)
			} else if err != nil {
				f.Errorf("write: %v", err)
			}
		}
	})
	sum := workers*10 - int(conflicts.Load())
	f.holds(one, fmt.Sprintf(`{"pk":{"S":"sum"},"sk":{"S":"1"},"v":{"N":"%d"}}`, 100+sum))
	f.holds(two, fmt.Sprintf(`{"pk":{"S":"sum"},"sk":{"S":"2"},"v":{"N":"%d"}}`, 100-sum))
}

// testDropping reads and writes a table until it is gone: it works or the plan is stale, nothing else.
func testDropping(t *testing.T, b backends.Backend) {
	for round := range 5 {
		f := newFixture(t, b, rangeTable(fmt.Sprintf("dropped-%d", round), attr.S))
		for i := range 30 {
			f.load(`{` + sk(i) + `}`)
		}
		var begun sync.WaitGroup
		begun.Add(workers - 1)
		together(func(w int) {
			if w == 0 {
				begun.Wait()
				if err := b.DropTable(f.ctx, f.tab); err != nil {
					t.Errorf("drop: %v", err)
				}
				return
			}
			uses := []func() error{
				func() error {
					_, err := b.Query(f.ctx, &plan.Query{Table: f.tab, MaxBytes: maxBytes})
					return err
				},
				func() error {
					_, err := b.Get(f.ctx, &plan.Get{Reads: []plan.Read{{Table: f.tab, Key: f.key(`{` + sk(w) + `}`)}}}, nil)
					return err
				},
				func() error {
					_, err := b.Write(f.ctx, &plan.Write{Items: []plan.ItemWrite{f.put(`{` + sk(w) + `}`)}})
					return err
				},
			}
			use := uses[w%len(uses)]
			err := use()
			begun.Done()
			for err == nil {
				err = use()
			}
			if codeOf(err) != backends.CodeStale {
				t.Errorf("use of a dropped table: %v", err)
			}
		})
	}
}
