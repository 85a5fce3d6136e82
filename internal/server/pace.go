package server

import (
	"sync"
	"time"
)

// phase is what a connection is at.
type phase uint8

const (
	phaseIdle phase = iota // between requests
	phaseHead              // reading a head, or waiting for a connection's first one
	phaseBody              // reading a body that did not come with its head
	phaseRun               // from a request's end to its answer's
	phaseSend              // sending a long answer
)

// limit is how long a connection may be at something.
func (t *Timeouts) limit(p phase) time.Duration {
	switch p {
	case phaseIdle:
		return t.Idle
	case phaseHead:
		return t.ReadHeader
	case phaseBody:
		return t.Read
	default:
		return t.Write
	}
}

const (
	// ticksPerTimeout is how often within the shortest time-out connections are looked at: they end up to one tick late.
	ticksPerTimeout = 4
	// maxTick is also how long a request runs at most before somebody listens for its client going away.
	maxTick = 250 * time.Millisecond
	minTick = time.Millisecond
	// crowdedSend is how long a client may read one answer while answers to slow clients keep others from running.
	crowdedSend = 2 * time.Second
)

// tick is how often the paces of connections are to be looked at.
func (t *Timeouts) tick() time.Duration {
	return min(max(min(t.Idle, t.ReadHeader, t.Read, t.Write)/ticksPerTimeout, minTick), maxTick)
}

// pace says what a connection is at, and since when. The connection notes it, which costs next to nothing beside a deadline for
// each read and write; somebody who looks at all connections from time to time cuts off those that take too long.
type pace struct {
	mu    sync.Mutex
	phase phase
	since time.Time
	cut   bool   // the phase took too long: its reads and writes fail from now on
	vigil *vigil // listens whether the client of the running request is there
}

// enter notes the next phase. It is not in time if the one before was cut off; the cut itself is forgotten.
func (p *pace) enter(next phase, since time.Time) (inTime bool) {
	p.mu.Lock()
	inTime = !p.cut
	p.phase, p.since, p.cut = next, since, false
	p.mu.Unlock()
	return inTime
}

// finish notes that a request is answered, and gives the vigil it had, nil for none.
func (p *pace) finish(now time.Time) (v *vigil, inTime bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	v, inTime = p.vigil, !p.cut
	p.vigil, p.phase, p.since = nil, phaseIdle, now
	return v, inTime
}

// longAgo is a deadline that fails whatever waits.
var longAgo = time.Unix(1, 0)

// check cuts the connection off if it took too long, and has somebody listen for the client of a request that runs for long.
func (c *conn) check(now time.Time, t *Timeouts, tick time.Duration) {
	p := &c.pace
	p.mu.Lock()
	defer p.mu.Unlock()
	took := now.Sub(p.since)
	switch {
	case p.cut:
	case took > t.limit(p.phase), p.phase == phaseSend && took > crowdedSend && c.door.server.turns.crowded():
		c.cutOff()
	case p.phase == phaseRun && p.vigil == nil && took > tick:
		p.vigil = newVigil(c)
	}
}

// cutOff fails the reads of the phase and, while a request runs, its writes; what was read in time may still be answered. A connection that
// has gone refuses deadlines, and needs none. The caller holds the pace.
func (c *conn) cutOff() {
	c.pace.cut = true
	if c.pace.phase == phaseRun || c.pace.phase == phaseSend {
		_ = c.SetWriteDeadline(longAgo)
		return
	}
	_ = c.SetReadDeadline(longAgo)
}

// cutIdle cuts the connection off unless it is at a request.
func (c *conn) cutIdle() {
	c.pace.mu.Lock()
	defer c.pace.mu.Unlock()
	if c.pace.phase == phaseIdle || c.pace.phase == phaseHead {
		c.cutOff()
	}
}
