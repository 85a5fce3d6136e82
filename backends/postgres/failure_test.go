package postgres

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// TestServerDiesAndReturns kills the database under a server that writes with full durability: what was acknowledged is there
// afterwards, what fails says that the database is not available, and the server goes on when the database is back.
func TestServerDiesAndReturns(t *testing.T) {
	server, err := pgtest.Start(pgtest.Options{Durable: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	b := openAt(t, server.URL, backends.Options{Durability: backends.Full})
	tab := tableOf(t, b, "t", "a")
	for round := range 3 {
		acknowledged := make(chan string, 100_000)
		stopped := make(chan error)
		for range 4 {
			go func() { stopped <- writeUntilError(t, b, tab, acknowledged) }()
		}
		for range 50 {
			<-acknowledged
		}
		server.Kill()
		for range 4 {
			if code := codeOfError(<-stopped); code != backends.CodeUnavailable && code != backends.CodeUnknown {
				t.Errorf("round %d: a write without database gives code %d", round, code)
			}
		}
		if _, err := b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{addOf(t, tab, "x")}}); codeOfError(err) != backends.CodeUnavailable {
			t.Errorf("without database: %v", err)
		}
		if err := server.Run(); err != nil {
			t.Fatal(err)
		}
		waitUntilReached(t, b)
		close(acknowledged)
		for pk := range acknowledged {
			if item(t, b, tab, pk) == "" {
				t.Errorf("item %s was acknowledged and is gone", pk)
			}
		}
	}
	if found, err := b.Check(context.Background()); err != nil || len(found) > 0 {
		t.Errorf("check: %q, %v", found, err)
	}
}

// waitUntilReached waits for a database that is back after a long time. It is looked for as often as redial says.
func waitUntilReached(t *testing.T, b *Backend) {
	t.Helper()
	for back := time.Now(); b.Ping(context.Background()) != nil; time.Sleep(10 * time.Millisecond) {
		if away := time.Since(back); away > 2*maxRedial {
			t.Fatalf("not found %v after it was back", away)
		}
	}
}

var nextItem atomic.Int64

// writeUntilError puts new items, tells which were acknowledged, and gives the first error.
func writeUntilError(t *testing.T, b *Backend, tab *catalog.Table, acknowledged chan<- string) error {
	for {
		pk := fmt.Sprintf("k%d", nextItem.Add(1))
		put := putOf(t, tab, `{"pk":{"S":"`+pk+`"},"a":{"S":"x"}}`)
		if _, err := b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{put}}); err != nil {
			return err
		}
		acknowledged <- pk
	}
}

// TestNewerSchemas opens databases that a newer ddbsql has migrated: it works with what it can, and refuses the others.
func TestNewerSchemas(t *testing.T) {
	for _, c := range []struct {
		name    string
		oldest  int
		refusal string
	}{
		{"one that older servers can work with", 3, ""},
		{"one that they cannot work with", 9999, "newer"},
	} {
		t.Run(c.name, func(t *testing.T) {
			url := pgtest.URL(t)
			b := openAt(t, url, backends.Options{})
			tab := tableOf(t, b, "t", "a")
			err := b.with(context.Background(), func(s *session) error {
				_, err := s.pg.Exec(context.Background(), fmt.Sprintf("UPDATE %s SET version = 9999; UPDATE ddbsql_compatible SET oldest = %d", migrationsTable, c.oldest)).ReadAll()
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			other, err := Open(context.Background(), url, backends.Options{})
			if c.refusal == "" && err == nil {
				write(t, other, putOf(t, tab, `{"pk":{"S":"x"}}`))
				other.Close()
				return
			}
			if err == nil || c.refusal == "" || !strings.Contains(err.Error(), c.refusal) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestNoServerIsUnavailable(t *testing.T) {
	_, err := Open(context.Background(), "postgres://nobody@/none?host="+t.TempDir(), backends.Options{})
	if codeOfError(err) != backends.CodeUnavailable {
		t.Errorf("opening without server gives %v", err)
	}
}

func TestCanceledCallersAreTold(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	tab := tableOf(t, b, "t")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := b.Get(ctx, &plan.Get{Reads: []plan.Read{{Table: tab}}}, nil)
	if codeOfError(err) != backends.CodeCanceled {
		t.Errorf("a canceled get gives %v", err)
	}
}
