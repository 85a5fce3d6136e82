package postgres

import (
	"errors"
	"math/rand/v2"
	"sync"
	"time"
)

// patience is how long a request waits for a database that refuses connections, or that just went away: about as long as one takes to
// restart. Once it has been away for longer, requests are refused at once, each after a look whether it is time to try again.
const patience = 5 * time.Second

// The shortest and the longest time between two attempts of a pool to connect after one has failed.
const (
	minRedial = 20 * time.Millisecond
	maxRedial = time.Second
)

// errDown is the error of an attempt to connect that is not made, because the last one failed a moment ago.
var errDown = errors.New("the database could not be reached a moment ago")

// redial spares a database that cannot be reached, or has no room for more connections: after a failed attempt to connect all others of a
// pool fail for some time without being made. That time grows with each failure, and differs from server to server.
type redial struct {
	mu       sync.Mutex
	failures int
	since    time.Time // the first failure in a row for which the database was not there
	next     time.Time // no attempt before
}

// allow says whether an attempt may be made now. It keeps out the others until it should have ended.
func (r *redial) allow(now time.Time) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.failures == 0 {
		return nil
	}
	if now.Before(r.next) {
		return errDown
	}
	r.next = now.Add(r.pause())
	return nil
}

// pause is the time until the next attempt: it doubles with each failure, and a part of it is drawn.
func (r *redial) pause() time.Duration {
	most := min(minRedial<<min(r.failures, 10), maxRedial)
	return most/2 + rand.N(most/2)
}

// failed notes an attempt that was made and failed.
func (r *redial) failed(err error, now time.Time) {
	if errors.Is(err, errDown) {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failures++
	r.next = now.Add(r.pause())
	if r.since.IsZero() && state(err) != stateTooManyConns { // such a database is there: who waits gets a connection of others
		r.since = now
	}
}

func (r *redial) succeeded() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failures, r.since = 0, time.Time{}
}

// gone says whether the database could not be reached for longer than a request waits.
func (r *redial) gone(now time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return !r.since.IsZero() && now.Sub(r.since) > patience
}
