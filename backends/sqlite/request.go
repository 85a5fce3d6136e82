package sqlite

import (
	"context"
	"sync"
)

// request is one call into the executor. Its work is done in the executor's goroutine, and done again when a batch had to
// be rolled back because of another request in it.
type request struct {
	ctx  context.Context
	kind kind
	work func(*conn) error
	// committed is called after the commit; nil for nothing to do.
	committed func()
	err       error
	done      chan struct{} // has room for the one message that finish sends
}

// requests are used again by the callers that saw their end.
var requests = sync.Pool{New: func() any { return &request{done: make(chan struct{}, 1)} }}

func newRequest(ctx context.Context, k kind, work func(*conn) error, committed func()) *request {
	r := requests.Get().(*request)
	r.ctx, r.kind, r.work, r.committed, r.err = ctx, k, work, committed, nil
	return r
}

// finish answers the caller. The request is the caller's from then on.
func (r *request) finish(err error) {
	r.err = err
	r.done <- struct{}{}
}

// wait gives the request's error, or that of its context when that ends first.
func (r *request) wait() error {
	select {
	case <-r.done:
		err := r.err
		r.ctx, r.work, r.committed = nil, nil, nil
		requests.Put(r)
		return err
	case <-r.ctx.Done():
		return r.ctx.Err()
	}
}

// queue holds the requests that wait for the executor, in the order of their arrival.
type queue struct {
	mu     sync.Mutex
	waits  []*request
	closed bool
	wake   chan struct{} // has a message when something was put, or after the end
}

// put adds a request; false when there are no more to be.
func (q *queue) put(r *request) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return false
	}
	if q.waits = append(q.waits, r); len(q.waits) == 1 {
		q.notify()
	}
	return true
}

func (q *queue) notify() {
	select {
	case q.wake <- struct{}{}:
	default:
	}
}

// wait waits until there is something to take; false when there never will be.
func (q *queue) wait() bool {
	for {
		q.mu.Lock()
		some, closed := len(q.waits) > 0, q.closed
		q.mu.Unlock()
		if some || closed {
			return some
		}
		<-q.wake
	}
}

// take moves up to maxBatch requests to batch.
func (q *queue) take(batch []*request) []*request {
	q.mu.Lock()
	defer q.mu.Unlock()
	n := min(len(q.waits), maxBatch)
	batch = append(batch, q.waits[:n]...)
	left := copy(q.waits, q.waits[n:])
	clear(q.waits[left:])
	q.waits = q.waits[:left]
	return batch
}

// size is how many requests wait.
func (q *queue) size() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.waits)
}

// close refuses further requests. Those that wait are still to be taken.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.notify()
}
