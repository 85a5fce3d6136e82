package postgres

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// holding runs statements in a transaction, and what a test does before that ends.
func holding(t *testing.T, b *Backend, statements []sqlgen.Statement, meanwhile func()) {
	t.Helper()
	err := b.with(context.Background(), func(s *session) error {
		for _, st := range append([]sqlgen.Statement{sqlgen.Begin}, statements...) {
			if _, err := s.one(context.Background(), &st, nil); err != nil {
				return s.rollback(context.Background(), err)
			}
		}
		meanwhile()
		return s.rollback(context.Background(), nil)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// lockOf holds and locks the item with that partition key, whether there is one or not, as a transaction of another server does.
func lockOf(t *testing.T, b *Backend, tab *catalog.Table, pk string) []sqlgen.Statement {
	t.Helper()
	l, err := b.locking(&plan.Write{Items: []plan.ItemWrite{addOf(t, tab, pk)}})
	if err != nil {
		t.Fatal(err)
	}
	return l.statements[l.first:l.last]
}

func TestTransactionsConflict(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	tab := tableOf(t, b, "conflicts", "a")
	write(t, b, putOf(t, tab, `{"pk":{"S":"there"}}`))
	for _, held := range []string{"there", "missing"} {
		holding(t, b, lockOf(t, b, tab, held), func() {
			p := &plan.Write{Atomic: true, NoWait: true, Items: []plan.ItemWrite{addOf(t, tab, "free"), addOf(t, tab, held), addOf(t, tab, "also free")}}
			results, err := b.Write(context.Background(), p)
			if err != nil {
				t.Fatalf("item %s: %v", held, err)
			}
			for i := range results {
				if results[i].Conflict != (i == 1) {
					t.Errorf("item %s: result %d is %+v", held, i, results[i])
				}
			}
		})
		if got := item(t, b, tab, "free"); got != "" {
			t.Errorf("the cancelled transaction has written %s", got)
		}
	}
}

// A transaction waits for the rows that are locked while an index gets its entries: it is in conflict with nobody.
func TestTransactionsWaitWhileAnIndexIsFilled(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	tab := tableOf(t, b, "filled", "a")
	write(t, b, putOf(t, tab, `{"pk":{"S":"x"}}`))
	tab.Indexes[0].Backfilling = true
	if err := b.UpdateTable(t.Context(), tab); err != nil {
		t.Fatal(err)
	}
	lock := sqlgen.Statement{Name: "lock", SQL: "SELECT 1 FROM " + sqlgen.ItemTable(tab) + " FOR SHARE"}
	written := make(chan []backends.WriteResult, 1)
	holding(t, b, []sqlgen.Statement{lock}, func() {
		go func() {
			results, err := b.Write(t.Context(), &plan.Write{Atomic: true, NoWait: true, Items: []plan.ItemWrite{addOf(t, tab, "x")}})
			if err != nil {
				t.Error(err)
			}
			written <- results
		}()
		select {
		case results := <-written:
			t.Errorf("it did not wait: %+v", results)
		case <-time.After(100 * time.Millisecond):
		}
	})
	if results := <-written; len(results) != 1 || results[0].Conflict {
		t.Errorf("after the wait: %+v", results)
	}
}

// A write of one item waits for a transaction, but not for ever.
func TestWritesMeetATransaction(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	tab := tableOf(t, b, "met", "a")
	kinds := map[string]plan.ItemWrite{
		"put":       putOf(t, tab, `{"pk":{"S":"held"}}`),
		"put of a":  putOf(t, tab, `{"pk":{"S":"held"},"a":{"S":"x"}}`),
		"old image": withOld(putOf(t, tab, `{"pk":{"S":"held"}}`)),
		"update":    addOf(t, tab, "held"),
	}
	holding(t, b, lockOf(t, b, tab, "held"), func() {
		var wg sync.WaitGroup
		for name, w := range kinds {
			wg.Go(func() {
				start := time.Now()
				if _, err := b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{w}}); codeOfError(err) != backends.CodeConflict {
					t.Errorf("%s: %v", name, err)
				}
				if took := time.Since(start); took > 20*time.Second {
					t.Errorf("%s: told after %v", name, took)
				}
			})
		}
		wg.Wait()
	})
	for _, w := range kinds {
		write(t, b, w)
	}
}

func TestARequestThatIsUnderWay(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	tab := tableOf(t, b, "underway")
	once := &plan.Once{Account: "1", Operation: "Op", Token: "t", Now: time.Now()}
	p := &plan.Write{Atomic: true, NoWait: true, Once: once, Items: []plan.ItemWrite{addOf(t, tab, "x")}}
	holding(t, b, []sqlgen.Statement{b.gen.ClaimOnce(once)}, func() {
		if _, err := b.Write(context.Background(), p); codeOfError(err) != backends.CodeOnceRunning {
			t.Errorf("got %v", err)
		}
	})
	if results, err := b.Write(context.Background(), p); err != nil || results[0].Replayed {
		t.Errorf("the request that had no effect left its name: %+v, %v", results, err)
	}
}

// Postgres locks the whole table of names for a moment now and then. That says nothing about a request.
func TestATransactionWaitsForTheTableOfNames(t *testing.T) {
	url := pgtest.URL(t)
	b, other := openAt(t, url, backends.Options{}), openAt(t, url, backends.Options{})
	tab := tableOf(t, b, "patient")
	add := func(token string) error {
		once := &plan.Once{Account: "1", Operation: "Op", Token: token, Now: time.Now()}
		_, err := b.Write(context.Background(), &plan.Write{Atomic: true, NoWait: true, Once: once, Items: []plan.ItemWrite{addOf(t, tab, "x")}})
		return err
	}
	if err := add("first"); err != nil { // from now on its statements are prepared, for which it would wait, too
		t.Fatal(err)
	}
	written := make(chan error, 1)
	lock := sqlgen.Statement{Name: "lock", SQL: "LOCK TABLE ddbsql_once IN ACCESS EXCLUSIVE MODE"}
	holding(t, other, []sqlgen.Statement{lock}, func() {
		go func() { written <- add("second") }()
		select {
		case err := <-written:
			t.Errorf("it did not wait: %v", err)
			written <- err
		case <-time.After(50 * time.Millisecond): // ten times as long as it waits for an item
		}
	})
	if err := <-written; err != nil {
		t.Error(err)
	}
}

// Postgres may call the end of a wait a cancellation; a statement that somebody else has ended is run again.
func TestAWriteThatIsCanceledWhileItWaits(t *testing.T) {
	url := pgtest.URL(t)
	b, other := openAt(t, url, backends.Options{}), openAt(t, url, backends.Options{})
	tab := tableOf(t, b, "canceled", "a")
	written := make(chan error, 1)
	cancel := sqlgen.Statement{Name: "cancel", SQL: "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"}
	holding(t, other, lockOf(t, other, tab, "held"), func() {
		go func() {
			_, err := b.Write(context.Background(), &plan.Write{Atomic: true, Items: []plan.ItemWrite{addOf(t, tab, "held")}})
			written <- err
		}()
		for waiting := int64(0); waiting == 0; {
			err := other.with(context.Background(), func(s *session) (err error) {
				waiting, err = s.one(context.Background(), &cancel, nil)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	if err := <-written; err != nil {
		t.Error(err)
	}
}

func TestServersMoveMoney(t *testing.T) {
	url := pgtest.URL(t)
	backendtest.Money(t, openAt(t, url, backends.Options{}), openAt(t, url, backends.Options{}))
}

func TestNamesOfWritesAreKnownToAllServers(t *testing.T) {
	url := pgtest.URL(t)
	backendtest.Reopened(t, openAt(t, url, backends.Options{}), func() backends.Backend { return openAt(t, url, backends.Options{}) })
}

// Names are used a minute apart from each other and kept for ten: there are never more than ten.
func TestNamesOfWritesAreForgotten(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	backendtest.Names(t, b, 30)
	count := int64(0)
	err := b.with(context.Background(), func(s *session) error {
		st := sqlgen.Statement{Name: "count", SQL: "SELECT count(*) FROM ddbsql_once"}
		_, err := s.one(context.Background(), &st, func(r row) { count = r.int(0) })
		return err
	})
	if err != nil || count != 10 {
		t.Errorf("%d names are kept, %v", count, err)
	}
}
