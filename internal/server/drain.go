package server

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// leave is the time between the word to stop and the end of serving, for those who spread requests over several servers: from now on the
// server is not ready, which they ask now and then, and it serves as before to whoever does not know yet. Each answer ends its connection, so
// that clients find another server. It returns early when serving fails.
func (s *Server) leave(short *door, stopped <-chan error) error {
	s.leaving.Store(true)
	if s.grace <= 0 {
		return nil
	}
	if short != nil {
		short.draining.Store(true)
	}
	timer := time.NewTimer(s.grace)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case err := <-stopped:
		return err
	}
}

// drain lets running requests finish, on both ways.
func (s *Server) drain(hs *http.Server, short *door) error {
	ctx, cancel := context.WithTimeout(context.Background(), s.timeouts.Drain)
	defer cancel()
	empty := make(<-chan struct{})
	if short != nil {
		empty = short.drain()
	}
	err := hs.Shutdown(ctx)
	if short != nil && err == nil {
		select {
		case <-empty:
		case <-ctx.Done():
			err = ctx.Err()
		}
	}
	if err != nil {
		_ = hs.Close() // ends the contexts of what still runs; Shutdown's error says that there was some
		return fmt.Errorf("drain requests for %s: %w", s.timeouts.Drain, err)
	}
	return nil
}
