package server

import (
	"context"
	"sync"
	"time"
)

const (
	// maxWaiting bounds the operations that wait for a turn, and with it what they hold: some 25 KB each. One more is refused at once.
	maxWaiting = 8192
	// refusalPause is the least time between two refusals, on average. A refusal costs a third of answering a small request, and whoever
	// is refused comes again: with thousands of clients refusing them would become the work.
	refusalPause = 500 * time.Microsecond
)

// turns lets operations run, so many at a time. The others wait, but not for long: a client that hears of an overload while it can
// still do something about it backs off, and while it waits it costs nothing.
//
// Who waits is served in the order of arrival, until the wait of the first one is long: then the last one comes first. Under a load
// beyond capacity somebody has to be refused, and served in order everybody would be served as late as can be.
type turns struct {
	limit    int           // operations at a time
	patience time.Duration // how long one waits before it is refused, where few wait
	room     int64         // bytes of answers that are being sent, from which on nobody gets a turn

	mu             sync.Mutex
	running        int
	answers        int64   // bytes of answers that are being sent
	waiting        int     // in the list of
	newest, oldest *waiter // who waits, nil for nobody
}

// waiter is an operation that waits for its turn.
type waiter struct {
	newer, older *waiter
	since        time.Time
	turn         chan struct{} // has room for the one message that it is there
}

// enterNow takes a turn, which the caller has until it leaves, if there is one.
func (t *turns) enterNow() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.waiting > 0 || !t.free() {
		return false
	}
	t.running++
	return true
}

// enter waits for a turn, which the caller has until it leaves. It is false if there is none for it in time.
func (t *turns) enter(ctx context.Context) bool {
	if t.enterNow() {
		return true
	}
	t.mu.Lock()
	if t.waiting == maxWaiting || t.patience <= 0 {
		t.mu.Unlock()
		return false
	}
	w := &waiter{since: time.Now(), turn: make(chan struct{}, 1)}
	t.add(w)
	patience := max(t.patience, time.Duration(t.waiting)*refusalPause)
	t.passOn() // one may have become free
	t.mu.Unlock()
	return t.wait(ctx, w, patience)
}

// wait waits until the waiter has its turn, or gives it up.
func (t *turns) wait(ctx context.Context, w *waiter, patience time.Duration) bool {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-w.turn:
		return true
	case <-timer.C:
	case <-ctx.Done():
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	select {
	case <-w.turn: // just now
		return true
	default:
		t.remove(w)
		return false
	}
}

func (t *turns) leave() {
	t.mu.Lock()
	t.running--
	t.passOn()
	t.mu.Unlock()
}

// sending notes that an answer of so many bytes is there, or, with a negative number, that it is sent.
func (t *turns) sending(bytes int64) {
	t.mu.Lock()
	t.answers += bytes
	t.passOn()
	t.mu.Unlock()
}

// free tells whether somebody may run.
func (t *turns) free() bool { return t.running < t.limit && t.answers < t.room }

// passOn gives the turns that are free to those who wait.
func (t *turns) passOn() {
	for t.waiting > 0 && t.free() {
		w := t.next()
		t.remove(w)
		t.running++
		w.turn <- struct{}{}
	}
}

// next is who gets the next turn.
func (t *turns) next() *waiter {
	if time.Since(t.oldest.since) > t.patience/2 {
		return t.newest
	}
	return t.oldest
}

func (t *turns) add(w *waiter) {
	w.older = t.newest
	if t.newest != nil {
		t.newest.newer = w
	} else {
		t.oldest = w
	}
	t.newest = w
	t.waiting++
}

func (t *turns) remove(w *waiter) {
	if w.newer != nil {
		w.newer.older = w.older
	} else {
		t.newest = w.older
	}
	if w.older != nil {
		w.older.newer = w.newer
	} else {
		t.oldest = w.newer
	}
	t.waiting--
}

// figures are how many operations run and wait, and the bytes of answers on their way.
func (t *turns) figures() (running, waiting int, answers int64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.running, t.waiting, t.answers
}

// crowded tells whether answers on their way keep others from running.
func (t *turns) crowded() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.answers >= t.room
}
