package server

import (
	"cmp"
	"context"

	"golang.org/x/sync/semaphore"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// admit sets how much is let in at once.
func (s *Server) admit(o *Options) {
	memory := max(cmp.Or(o.MaxMemory, DefaultMaxMemory), LeastMemory)
	s.bodies = semaphore.NewWeighted(memory / 2)
	s.turns.room = memory / 2
	s.turns.limit = cmp.Or(max(o.MaxInFlight, 0), DefaultMaxInFlight)
	s.turns.patience = cmp.Or(o.MaxWait, DefaultMaxWait)
}

// errThrottled is what a client is told that comes while there are too many.
func errThrottled() *apierr.Error {
	return apierr.New(apierr.Throttling, "Rate of requests exceeds the allowed throughput.")
}

// takeBody reads the body once there is room for it, and for what it may grow to.
func (x *exchange) takeBody(bufs *buffers) (sent []byte, refusal *apierr.Error) {
	need, grown := x.way.bodyRoom(), int64(0)
	if header(x.way, "Content-Encoding") != "" {
		grown = maxBody
	}
	if !x.hold(need + grown) {
		x.way.discardBody()
		return nil, errThrottled()
	}
	sent, refusal = x.way.readBody(bufs)
	if need > 0 {
		x.keep(int64(len(sent)) + grown)
	}
	return sent, refusal
}

// hold waits for room for a body, for as long as for a turn.
func (x *exchange) hold(bytes int64) bool {
	if bytes == 0 || x.server.bodies.TryAcquire(bytes) {
		x.held = bytes
		return true
	}
	if x.server.turns.patience <= 0 {
		return false
	}
	ctx, cancel := context.WithTimeout(x.way.context(), x.server.turns.patience)
	defer cancel()
	if x.server.bodies.Acquire(ctx, bytes) != nil {
		return false
	}
	x.held = bytes
	return true
}

// keep gives back what is held beyond so many bytes.
func (x *exchange) keep(bytes int64) {
	if x.held > bytes {
		x.server.bodies.Release(x.held - bytes)
		x.held = bytes
	}
}

// leaveBody gives the room for the body back. What the buffers keep of it counts with the answer.
func (x *exchange) leaveBody(bufs *buffers) {
	bufs.body, bufs.plain = reusable(bufs.body), reusable(bufs.plain)
	x.keep(0)
}

// enter waits for the operation's turn.
func (x *exchange) enter(bufs *buffers) *apierr.Error {
	if x.server.turns.enterNow() {
		return nil
	}
	bufs.rest()
	if !x.server.turns.enter(x.way.context()) {
		return errThrottled()
	}
	return nil
}
