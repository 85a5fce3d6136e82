package server

import (
	"cmp"
	"context"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

const (
	// largeBody is the size from which on bodies are counted while they are decoded: many values in a large one can take twenty times its
	// size then.
	largeBody = 256 << 10
	// decodingShare is the part of the memory that large bodies may have which are being decoded, if that is enough for one.
	decodingShare = 16
)

// admit sets how much is let in at once.
func (s *Server) admit(o *Options) {
	memory := max(cmp.Or(o.MaxMemory, DefaultMaxMemory), LeastMemory)
	s.bodies = semaphore.NewWeighted(memory / 2)
	s.decoding = semaphore.NewWeighted(max(memory/decodingShare, maxBody))
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
	if x.compressed() {
		grown = maxBody
	}
	if !x.acquire(x.server.bodies, need+grown) {
		x.way.discardBody()
		return nil, errThrottled()
	}
	x.held = need + grown
	sent, refusal = x.way.readBody(bufs)
	if need > 0 {
		x.keep(int64(len(sent)) + grown)
	}
	return sent, refusal
}

func (x *exchange) compressed() bool { return header(x.way, "Content-Encoding") != "" }

// acquire waits for room of so many bytes, for as long as for a turn.
func (x *exchange) acquire(room *semaphore.Weighted, bytes int64) bool {
	if bytes == 0 || room.TryAcquire(bytes) {
		return true
	}
	if x.server.turns.patience <= 0 {
		return false
	}
	defer x.noteWait(time.Now())
	ctx, cancel := context.WithTimeout(x.way.context(), x.server.turns.patience)
	defer cancel()
	return room.Acquire(ctx, bytes) == nil
}

// keep gives back what is held beyond so many bytes.
func (x *exchange) keep(bytes int64) {
	if x.held > bytes {
		x.server.bodies.Release(x.held - bytes)
		x.held = bytes
	}
}

// leaveBody gives the room for the body back, and that for its decoding. What the buffers keep of it counts with the answer.
func (x *exchange) leaveBody(bufs *buffers) {
	bufs.body, bufs.plain = reusable(bufs.body), reusable(bufs.plain)
	x.keep(0)
	if x.decoded > 0 {
		x.server.decoding.Release(x.decoded)
		x.decoded = 0
	}
}

// enter waits until a body of this size may be decoded, and for the operation's turn.
func (x *exchange) enter(size int, bufs *buffers) *apierr.Error {
	if size > largeBody || x.compressed() {
		need := int64(size)
		if x.compressed() {
			need = maxBody
		}
		if !x.acquire(x.server.decoding, need) {
			return errThrottled()
		}
		x.decoded = need
	}
	if x.server.turns.enterNow() {
		return nil
	}
	bufs.rest()
	defer x.noteWait(time.Now())
	if !x.server.turns.enter(x.way.context()) {
		return errThrottled()
	}
	return nil
}
