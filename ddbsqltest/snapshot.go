package ddbsqltest

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/engine"
)

// Snapshot is everything a server held at some time: tables, items, indexes, streams, tags. It is some 100 KB and what was stored, and can
// be restored any number of times, by several servers at once, too.
type Snapshot struct{ image []byte }

// Snapshot puts everything aside as it is now, within microseconds. The test fails if that cannot be.
func (s *Server) Snapshot(t testing.TB) *Snapshot {
	t.Helper()
	image, err := s.engine.Snapshot(context.Background())
	if err != nil {
		t.Fatalf("ddbsqltest: snapshot: %v", err)
	}
	return &Snapshot{image}
}

// Restore goes back to a snapshot, of this server or another one, within microseconds. No request may be under way.
func (s *Server) Restore(t testing.TB, to *Snapshot) {
	t.Helper()
	s.restore(t, to.image)
}

// Reset goes back to the empty server of the beginning, with the machine's clock and without faults, within microseconds. No request may be
// under way.
func (s *Server) Reset(t testing.TB) {
	t.Helper()
	image, err := empty()
	if err != nil {
		t.Fatalf("ddbsqltest: reset: %v", err)
	}
	s.restore(t, image)
	s.ResetClock(t)
	s.ClearFaults()
}

// empty is what every server holds at the beginning. It is made when the first one is reset, so that no start waits for it.
var empty = sync.OnceValues(func() (image []byte, err error) {
	ctx := context.Background()
	backend, err := backends.Open(ctx, inMemory, backends.Options{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return nil, err
	}
	fresh := engine.New(backend, engine.Options{})
	image, err = fresh.Snapshot(ctx)
	return image, errors.Join(err, fresh.Close())
})

func (s *Server) restore(t testing.TB, image []byte) {
	t.Helper()
	if err := s.engine.Restore(context.Background(), image); err != nil {
		t.Fatalf("ddbsqltest: restore: %v", err)
	}
}
