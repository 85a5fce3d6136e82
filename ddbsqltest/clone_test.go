package ddbsqltest_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/ddbsql/ddbsql/ddbsqltest"
)

// prepared is what the tests below begin with. The first one that wants it makes it.
var prepared struct {
	sync.Once
	snapshot *ddbsqltest.Snapshot
}

func clone(t *testing.T) *ddbsqltest.Server {
	t.Helper()
	prepared.Do(func() {
		srv := ddbsqltest.Start(t)
		makeTable(t, srv.Client(), "orders")
		for n := range 100 {
			put(t, srv.Client(), "orders", item{"id": str(fmt.Sprint(n))})
		}
		prepared.snapshot = srv.Snapshot(t)
	})
	return ddbsqltest.StartFrom(t, prepared.snapshot)
}

func TestEachParallelTestHasAClone(t *testing.T) {
	for n := range 20 {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			srv := clone(t)
			put(t, srv.Client(), "orders", item{"id": str(fmt.Sprint("of test ", n))})
			if got := ids(t, srv.Client(), "orders"); len(got) != 101 {
				t.Errorf("the clone has %d items, want 101", len(got))
			}
		})
	}
}

func BenchmarkStartFrom(b *testing.B) {
	snapshot := seeded(b).Snapshot(b)
	for b.Loop() {
		srv, err := ddbsqltest.New(ddbsqltest.Options{})
		if err != nil {
			b.Fatal(err)
		}
		srv.Restore(b, snapshot)
		b.StopTimer()
		if err := srv.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}
