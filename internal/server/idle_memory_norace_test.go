//go:build !race

// The race detector has memory of its own for each goroutine and each place: there is no limit to keep.

package server_test

import (
	"runtime"
	"testing"

	"github.com/ddbsql/ddbsql/internal/server"
)

// Idle connections hold their goroutine and little else.
func TestMemoryOfIdleConnections(t *testing.T) {
	const connections, most = 500, 8 << 10
	addr, _, stop := serve(t, &fakeEngine{}, server.Options{})
	defer stop()
	used := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC() // the first one leaves what pools held
		runtime.ReadMemStats(&m)
		return m.HeapAlloc + m.StackInuse
	}
	before := used()
	for range connections {
		conn := dial(t, addr)
		write(t, conn, shortRequest)
		if _, err := conn.Read(make([]byte, 1024)); err != nil {
			t.Fatal(err)
		}
	}
	if each := (int64(used()) - int64(before)) / connections; each > most {
		t.Errorf("each takes %d bytes, with the client's side", each)
	} else {
		t.Logf("%d bytes each, with the client's side", each)
	}
}
