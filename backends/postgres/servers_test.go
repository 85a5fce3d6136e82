package postgres

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Several servers share a database: here two backends on one schema.

// TestServersLoseNothing lets two servers write the same few items in every way at once. Nothing fails, no two statements wait for each
// other for ever, no addition is lost, and indexes agree with their tables.
func TestServersLoseNothing(t *testing.T) {
	const workers, rounds, keys = 4, 120, 4
	url := pgtest.URL(t)
	var log statementLog
	first := openAt(t, url, backends.Options{Observe: log.observe})
	second := openAt(t, url, backends.Options{Observe: log.observe})
	tab := tableOf(t, first, "shared", "a", "b")
	counter := tableOf(t, first, "counter")
	log.failed = nil // a new database has no schema yet
	var wg sync.WaitGroup
	for n := range 2 * workers {
		b := []*Backend{first, second}[n%2]
		random := rand.New(rand.NewPCG(uint64(n), 1))
		wg.Go(func() {
			for range rounds {
				for _, p := range []*plan.Write{randomWrite(t, tab, random, keys), {Items: []plan.ItemWrite{addOf(t, counter, "c")}}} {
					if _, err := b.Write(context.Background(), p); err != nil {
						t.Errorf("write: %v", err)
					}
				}
			}
		})
	}
	wg.Wait()
	if got, want := item(t, first, counter, "c"), fmt.Sprintf(`{"n":{"N":"%d"},"pk":{"S":"c"}}`, 2*workers*rounds); got != want {
		t.Errorf("the counter is %s, want %s", got, want)
	}
	if found, err := first.Check(context.Background()); err != nil || len(found) > 0 {
		t.Errorf("check: %q, %v", found, err)
	}
	for _, err := range log.failed {
		if state(err) != stateLockNotAvail { // groups do not wait long for a lock
			t.Errorf("statement failed: %v", err)
		}
	}
}

// randomWrite is a batch, a transaction or a write of one item, with or without conditions and images.
func randomWrite(t *testing.T, tab *catalog.Table, random *rand.Rand, keys int) *plan.Write {
	p := &plan.Write{Atomic: random.IntN(4) == 0}
	plain := random.IntN(2) == 0
	items := 1
	if random.IntN(2) == 0 {
		items = 3
	}
	for _, k := range random.Perm(keys)[:items] {
		w := putOf(t, tab, randomItem(random, k))
		switch random.IntN(4) {
		case 0:
			w = plan.ItemWrite{Kind: plan.Delete, Table: tab, Key: w.Key}
		case 1:
			if p.Atomic || items == 1 {
				w = addOf(t, tab, fmt.Sprintf("k%d", k))
			}
		}
		if !plain {
			w.NeedOld, w.NeedSizes, w.NeedOldOnFailure = random.IntN(2) == 0, random.IntN(2) == 0, random.IntN(2) == 0
			if random.IntN(2) == 0 {
				w.Condition, w.HoldsOnMissing = notExists("a"), true
			}
		}
		p.Items = append(p.Items, w)
	}
	return p
}

// randomItem has index keys or has not.
func randomItem(random *rand.Rand, key int) string {
	doc := fmt.Sprintf(`{"pk":{"S":"k%d"}`, key)
	for _, name := range []string{"a", "b"} {
		if random.IntN(2) == 0 {
			doc += fmt.Sprintf(`,"%s":{"S":"%d"}`, name, random.IntN(3))
		}
	}
	return doc + "}"
}

// TestFirstWritersSeeEachOther lets many ask for the old image of an item that is not there: exactly one is told that there was
// none, and each of the others gets another one's item.
func TestFirstWritersSeeEachOther(t *testing.T) {
	const workers, rounds = 8, 30
	b := openAt(t, pgtest.URL(t), backends.Options{})
	tab := tableOf(t, b, "first", "a")
	for round := range rounds {
		var mu sync.Mutex
		olds := map[string]int{}
		var wg sync.WaitGroup
		for n := range workers {
			w := putOf(t, tab, fmt.Sprintf(`{"pk":{"S":"r%d"},"a":{"S":"w%d"}}`, round, n))
			w.NeedOld = true
			wg.Go(func() {
				results, err := b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{w}})
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				defer mu.Unlock()
				olds[string(results[0].Old)]++
			})
		}
		wg.Wait()
		if len(olds) != workers || olds[""] != 1 {
			t.Fatalf("%d writers were shown these images: %v", workers, olds)
		}
	}
}

// TestServersSeeEachOthersTables has one server change tables that another one still plans for.
func TestServersSeeEachOthersTables(t *testing.T) {
	ctx := context.Background()
	url := pgtest.URL(t)
	first, second := openAt(t, url, backends.Options{}), openAt(t, url, backends.Options{})
	planned := tableOf(t, first, "changing", "a")
	write(t, second, putOf(t, planned, `{"pk":{"S":"x"},"a":{"S":"1"}}`))

	stalePlans := map[string]plan.Write{
		"a put":                      {Items: []plan.ItemWrite{putOf(t, planned, `{"pk":{"S":"x"},"v":{"S":"stale"}}`)}},
		"a put of a new item":        {Items: []plan.ItemWrite{putOf(t, planned, `{"pk":{"S":"y"}}`)}},
		"a delete":                   {Items: []plan.ItemWrite{{Kind: plan.Delete, Table: planned, Key: putOf(t, planned, `{"pk":{"S":"x"}}`).Key}}},
		"a delete of what is not":    {Items: []plan.ItemWrite{{Kind: plan.Delete, Table: planned, Key: putOf(t, planned, `{"pk":{"S":"y"}}`).Key}}},
		"an update":                  {Items: []plan.ItemWrite{addOf(t, planned, "x")}},
		"a batch":                    {Items: []plan.ItemWrite{putOf(t, planned, `{"pk":{"S":"x"}}`), putOf(t, planned, `{"pk":{"S":"y"}}`)}},
		"a transaction":              {Atomic: true, Items: []plan.ItemWrite{putOf(t, planned, `{"pk":{"S":"x"}}`), addOf(t, planned, "y")}},
		"a put with the old image":   {Items: []plan.ItemWrite{withOld(putOf(t, planned, `{"pk":{"S":"x"}}`))}},
		"a batch with the old image": {Items: []plan.ItemWrite{withOld(putOf(t, planned, `{"pk":{"S":"x"}}`)), putOf(t, planned, `{"pk":{"S":"y"}}`)}},
	}
	refused := func(what string) {
		t.Helper()
		for name, p := range stalePlans {
			if _, err := second.Write(ctx, &p); codeOfError(err) != backends.CodeStale {
				t.Errorf("%s: %s gives %v", what, name, err)
			}
		}
	}
	current := *planned
	if err := first.UpdateTable(ctx, &current); err != nil {
		t.Fatal(err)
	}
	refused("the table changed")
	if got := item(t, second, &current, "x"); got != `{"a":{"S":"1"},"pk":{"S":"x"}}` {
		t.Errorf("a stale plan wrote %s", got)
	}
	if err := first.DropTable(ctx, &current); err != nil {
		t.Fatal(err)
	}
	refused("the table is gone")
	tableOf(t, first, "changing")
	refused("another table has its name")
	for name, p := range map[string]func() error{
		"a get": func() error {
			_, err := second.Get(ctx, &plan.Get{Reads: []plan.Read{{Table: planned}}}, nil)
			return err
		},
		"a query": func() error { _, err := second.Query(ctx, &plan.Query{Table: planned, MaxBytes: 1}); return err },
	} {
		if err := p(); codeOfError(err) != backends.CodeStale {
			t.Errorf("%s of a dropped table gives %v", name, err)
		}
	}
}

func withOld(w plan.ItemWrite) plan.ItemWrite {
	w.NeedOld = true
	return w
}

// TestServersCreateOneTable lets many servers create one table: one does, the others learn that the name is taken.
func TestServersCreateOneTable(t *testing.T) {
	url := pgtest.URL(t)
	servers := make([]*Backend, 4)
	var wg sync.WaitGroup
	for i := range servers { // they migrate an empty database at once, too
		wg.Go(func() {
			b, err := Open(context.Background(), url, backends.Options{})
			if err != nil {
				t.Error(err)
				return
			}
			servers[i] = b
		})
	}
	wg.Wait()
	var mu sync.Mutex
	codes := map[backends.Code]int{}
	for _, b := range servers {
		if b == nil {
			t.FailNow()
		}
		t.Cleanup(func() { b.Close() })
		wg.Go(func() {
			tab := catalog.Table{Name: "one", Partition: catalog.KeyAttr{Name: "pk", Type: attr.S}}
			err := b.CreateTable(context.Background(), &tab)
			mu.Lock()
			defer mu.Unlock()
			codes[codeOfError(err)]++
		})
	}
	wg.Wait()
	if codes[0] != 1 || codes[backends.CodeTableExists] != len(servers)-1 {
		t.Errorf("creating one table gave these codes: %v", codes)
	}
}

// TestServersShareStreams has two servers write to one table, and read, split and close its stream.
func TestServersShareStreams(t *testing.T) {
	url := pgtest.URL(t)
	backendtest.StreamsUnderLoad(t, openAt(t, url, backends.Options{}), openAt(t, url, backends.Options{}))
}
