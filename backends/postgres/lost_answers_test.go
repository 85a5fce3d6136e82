package postgres

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// spoiled is a kind of write whose exchanges with the database are cut. It adds 1 to attribute n of the item, or makes the item.
type spoiled struct {
	name string
	plan func(t *testing.T, tab *catalog.Table, pk string) *plan.Write
}

var spoiledWrites = []spoiled{
	{"an update that adds", func(t *testing.T, tab *catalog.Table, pk string) *plan.Write {
		return &plan.Write{Items: []plan.ItemWrite{addOf(t, tab, pk)}}
	}},
	{"a batch of updates that add", func(t *testing.T, tab *catalog.Table, pk string) *plan.Write {
		return &plan.Write{Items: []plan.ItemWrite{addOf(t, tab, pk), addOf(t, tab, pk+"-")}}
	}},
	{"a transaction that adds", func(t *testing.T, tab *catalog.Table, pk string) *plan.Write {
		return &plan.Write{Atomic: true, Items: []plan.ItemWrite{addOf(t, tab, pk), addOf(t, tab, pk+"-")}}
	}},
	{"a put on the condition that there is no item", func(t *testing.T, tab *catalog.Table, pk string) *plan.Write {
		w := putOf(t, tab, `{"pk":{"S":"`+pk+`"},"n":{"N":"1"}}`)
		w.Condition, w.HoldsOnMissing = notExists("pk"), true
		return &plan.Write{Items: []plan.ItemWrite{w}}
	}},
	{"a put with an index entry and its old image", func(t *testing.T, tab *catalog.Table, pk string) *plan.Write {
		return &plan.Write{Items: []plan.ItemWrite{withOld(putOf(t, tab, `{"pk":{"S":"`+pk+`"},"n":{"N":"1"},"a":{"S":"x"}}`))}}
	}},
}

// maxExchanges is more than any of these writes has with the database, a connection and its statements made anew among them.
const maxExchanges = 7

// outcomes of a write by its error.
const (
	didHappen    = "it happened"
	didNotHappen = "it did not happen"
	mayHave      = "it may have happened"
)

// outcomeOf is what an error says about the write. A condition that failed for what the write itself did is no answer.
func outcomeOf(t *testing.T, results []backends.WriteResult, err error) string {
	t.Helper()
	switch code := codeOfError(err); {
	case err == nil && !results[0].ConditionFailed:
		return didHappen
	case err == nil:
		t.Error("the condition failed of what the write had done itself")
		return mayHave
	case code == backends.CodeUnknown:
		return mayHave
	case code == backends.CodeUnavailable:
		return didNotHappen
	default:
		t.Errorf("got %v", err)
		return mayHave
	}
}

// TestAnswersThatAreLost cuts the connection at every exchange of every kind of write, before it, in the middle of it and instead of its
// answer. Whatever is said then is true: nothing happened twice, nothing is told that did not happen, and where nobody can know, that is said.
func TestAnswersThatAreLost(t *testing.T) {
	server := startServer(t, pgtest.Options{})
	faults := map[pgtest.Fault]string{pgtest.CutBefore: "cut before", pgtest.CutWithin: "cut within", pgtest.DropAnswer: "answer dropped"}
	for fault, name := range faults {
		t.Run(name, func(t *testing.T) {
			proxy := pgtest.NewProxy(t, server)
			b, direct := openAt(t, proxy.URL, backends.Options{}), openAt(t, server.URL, backends.Options{})
			tab := tableOf(t, direct, "t"+fmt.Sprint(fault), "a")
			told := map[string]int{}
			for _, s := range spoiledWrites {
				for after := range maxExchanges {
					said, struck := spoil(t, b, direct, proxy, fault, after, s, tab)
					if struck {
						told[said]++
					}
				}
			}
			t.Log(told)
			if told[mayHave] == 0 || told[didHappen] == 0 {
				t.Errorf("the faults led to %v: not all ways were gone", told)
			}
			if found, err := direct.Check(context.Background()); err != nil || len(found) > 0 {
				t.Errorf("check: %q, %v", found, err)
			}
		})
	}
}

// spoil runs a write of which one exchange is spoiled, and compares what is told with what is there.
func spoil(t *testing.T, b, direct *Backend, proxy *pgtest.Proxy, fault pgtest.Fault, after int, s spoiled, tab *catalog.Table) (said string, struck bool) {
	t.Helper()
	pk := fmt.Sprintf("%s %d", s.name, after)
	write(t, b, putOf(t, tab, `{"pk":{"S":"warm"}}`)) // there are connections
	proxy.Strike(fault, after)
	results, err := b.Write(context.Background(), s.plan(t, tab, pk))
	struck = proxy.Struck()
	said = outcomeOf(t, results, err)
	times := strings.Count(item(t, direct, tab, pk), `"n":{"N":"1"}`)
	if said == didHappen && times != 1 || said == didNotHappen && times != 0 || item(t, direct, tab, pk) != "" && times != 1 {
		t.Errorf("%s, exchange %d: told that %s (%v), the item is %q", s.name, after, said, err, item(t, direct, tab, pk))
	}
	return said, struck
}

// TestTransactionsWhoseAnswersAreLost repeats a transaction with a token as SDKs do, until it is answered: it happens once.
func TestTransactionsWhoseAnswersAreLost(t *testing.T) {
	server := startServer(t, pgtest.Options{})
	proxy := pgtest.NewProxy(t, server)
	b, direct := openAt(t, proxy.URL, backends.Options{}), openAt(t, server.URL, backends.Options{})
	tab := tableOf(t, direct, "t", "a")
	again := 0
	for _, fault := range []pgtest.Fault{pgtest.CutBefore, pgtest.CutWithin, pgtest.DropAnswer} {
		for after := range maxExchanges {
			pk := fmt.Sprintf("%d/%d", fault, after)
			once := &plan.Once{Account: "1", Operation: "Op", Token: pk, Now: time.Now()}
			add := addOf(t, tab, pk)
			add.NeedSizes = true
			proxy.Strike(fault, after)
			for try := 1; ; try++ {
				results, err := b.Write(context.Background(), &plan.Write{Atomic: true, NoWait: true, Once: once, Items: []plan.ItemWrite{add}})
				if err == nil {
					if results[0].Replayed {
						again++
					}
					break
				}
				if code := codeOfError(err); try == 5 || code != backends.CodeUnknown && code != backends.CodeOnceRunning {
					t.Fatalf("%s: %v", pk, err)
				}
			}
			proxy.Struck()
			if got := item(t, direct, tab, pk); !strings.Contains(got, `"n":{"N":"1"}`) {
				t.Errorf("%s: the item is %s", pk, got)
			}
		}
	}
	if again == 0 {
		t.Error("no answer of a commit was lost")
	}
}

// TestReadsWhoseAnswersAreLost reads through connections that are cut: readers notice nothing.
func TestReadsWhoseAnswersAreLost(t *testing.T) {
	server := startServer(t, pgtest.Options{})
	proxy := pgtest.NewProxy(t, server)
	b := openAt(t, proxy.URL, backends.Options{})
	tab := tableOf(t, b, "t", "a")
	write(t, b, putOf(t, tab, `{"pk":{"S":"x"}}`))
	for _, fault := range []pgtest.Fault{pgtest.CutBefore, pgtest.CutWithin, pgtest.DropAnswer} {
		for after := range 3 {
			proxy.Strike(fault, after)
			if got := item(t, b, tab, "x"); got != `{"pk":{"S":"x"}}` {
				t.Errorf("fault %d, exchange %d: read %q", fault, after, got)
			}
			page, err := b.Query(context.Background(), &plan.Query{Table: tab, MaxBytes: 1 << 20})
			if err != nil || page.Matched != 1 {
				t.Errorf("fault %d, exchange %d: scanned %+v, %v", fault, after, page, err)
			}
			proxy.Struck()
		}
	}
}

// startServer starts a server that ends with the test.
func startServer(t testing.TB, o pgtest.Options) *pgtest.Server {
	t.Helper()
	server, err := pgtest.Start(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	return server
}
