package ddbsqltest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/clock"
)

// SetClock stops the server's clock at a time. What decides about data goes by it: which items are over (see [Server.SweepExpired]), how
// long request tokens and shard iterators last, how long the records of streams are kept (see [Server.TrimStreams]), when something was
// made. Times before 1970 and after 2199 fail the test.
func (s *Server) SetClock(t testing.TB, now time.Time) {
	t.Helper()
	frozen := true
	s.changeClock(t, clock.Change{Now: &now, Frozen: &frozen})
}

// Advance moves the server's clock on, back if negative. A clock that was stopped by SetClock stands still there.
func (s *Server) Advance(t testing.TB, by time.Duration) {
	t.Helper()
	s.changeClock(t, clock.Change{Advance: (*clock.Duration)(&by)})
}

// ResetClock makes the server's clock the machine's again.
func (s *Server) ResetClock(t testing.TB) {
	t.Helper()
	s.changeClock(t, clock.Change{Reset: true})
}

func (s *Server) changeClock(t testing.TB, by clock.Change) {
	t.Helper()
	if _, err := s.clock.Change(by); err != nil {
		t.Fatalf("ddbsqltest: %v", err)
	}
}

// TrimStreams removes the records of streams that are older than a day, now, and says how many there were. It happens each minute
// besides.
func (s *Server) TrimStreams() (int, error) {
	trim, err := s.engine.TrimStreams(context.Background())
	if err != nil {
		return 0, fmt.Errorf("trim streams: %w", err)
	}
	return trim.Records, nil
}
