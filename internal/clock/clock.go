// Package clock is the time that decides about data, and can be moved: a test need not wait for what happens in a day. Signatures,
// leases and what is measured go by the machine's clock, whatever this one says.
package clock

import (
	"sync"
	"sync/atomic"
	"time"
)

// Clock tells the machine's time until it is moved. It is safe for concurrent use; a nil Clock tells the machine's time for good.
type Clock struct {
	mu    sync.Mutex // of who moves it
	moved atomic.Pointer[setting]
}

// setting is how a clock differs from the machine's.
type setting struct {
	offset time.Duration
	frozen time.Time // when it stands still; zero if it goes
}

// New makes a clock that is ahead of the machine's, or behind it.
func New(offset time.Duration) *Clock {
	c := &Clock{}
	if offset != 0 {
		c.moved.Store(&setting{offset: offset})
	}
	return c
}

// Now is the time.
func (c *Clock) Now() time.Time {
	if c == nil {
		return time.Now()
	}
	s := c.moved.Load()
	if s == nil { // mostly
		return time.Now()
	}
	return s.at(time.Now())
}

// at is the time when the machine's clock tells a time.
func (s *setting) at(machine time.Time) time.Time {
	if !s.frozen.IsZero() {
		return s.frozen
	}
	return machine.Add(s.offset)
}
