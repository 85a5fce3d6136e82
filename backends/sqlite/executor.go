package sqlite

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"github.com/ddbsql/ddbsql/backends"
)

// maxBatch bounds the requests that are taken at once, and so the writes that share a transaction.
const maxBatch = 256

// kind says how a request may be combined with others.
type kind uint8

const (
	reads   kind = iota // shares a transaction with others that read
	writes              // shares a transaction with others that write
	alone               // has a transaction of its own: it changes what others rely on
	outside             // runs in no transaction
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
	done      chan struct{}
}

// executor owns the writing connection. A request that was handed over is carried out even if its caller goes away, unless
// that happened before it began.
type executor struct {
	c      *conn
	log    *slog.Logger
	queue  chan *request
	closed chan struct{} // no more requests
	ended  chan struct{} // the goroutine is gone
	once   sync.Once
	// The requests of the batch at hand; kept to be used again.
	readers, writers []*request
	// commits counts committed transactions, for the checkpointer.
	commits atomic.Int64
}

func newExecutor(c *conn, log *slog.Logger) *executor {
	e := &executor{c: c, log: log, queue: make(chan *request, maxBatch), closed: make(chan struct{}), ended: make(chan struct{})}
	go e.loop()
	return e
}

func (e *executor) read(ctx context.Context, op string, work func(*conn) error) error {
	return e.do(op, &request{ctx: ctx, kind: reads, work: work})
}

func (e *executor) write(ctx context.Context, op string, work func(*conn) error) error {
	return e.do(op, &request{ctx: ctx, kind: writes, work: work})
}

// change is a write that others rely on; committed is called before any later request is looked at.
func (e *executor) change(ctx context.Context, op string, work func(*conn) error, committed func()) error {
	return e.do(op, &request{ctx: ctx, kind: alone, work: work, committed: committed})
}

// do hands a request over and waits for it. After an error of the context the request may still be running: what its work
// writes to must not be read.
func (e *executor) do(op string, r *request) error {
	r.done = make(chan struct{})
	select {
	case <-e.closed:
		return &backends.Error{Code: backends.CodeUnavailable, Op: op, Err: errClosed}
	default:
	}
	select {
	case e.queue <- r:
	case <-r.ctx.Done():
		return classify(op, r.ctx.Err())
	case <-e.closed:
		return &backends.Error{Code: backends.CodeUnavailable, Op: op, Err: errClosed}
	}
	select {
	case <-r.done:
		return classify(op, r.err)
	case <-r.ctx.Done():
		return classify(op, r.ctx.Err())
	case <-e.ended:
		return e.missed(op, r)
	}
}

// missed answers a request that the executor may have ended without.
func (e *executor) missed(op string, r *request) error {
	select {
	case <-r.done:
		return classify(op, r.err)
	default:
		return &backends.Error{Code: backends.CodeUnavailable, Op: op, Err: errClosed}
	}
}

// close ends the goroutine after what is queued, and the connection with it.
func (e *executor) close() error {
	e.once.Do(func() { close(e.closed) })
	<-e.ended
	return e.c.close()
}

func (e *executor) loop() {
	defer close(e.ended)
	batch := make([]*request, 0, maxBatch)
	for {
		select {
		case r := <-e.queue:
			// Callers that are ready to run come first, with more requests for the same transaction: beginning and ending one costs
			// as much as a read. Nobody waits when nobody is ready.
			runtime.Gosched()
			e.serve(e.drain(append(batch[:0], r)))
		case <-e.closed:
			for batch = e.drain(batch[:0]); len(batch) > 0; batch = e.drain(batch[:0]) {
				e.serve(batch)
			}
			return
		}
	}
}

// drain adds what waits in the queue.
func (e *executor) drain(batch []*request) []*request {
	for len(batch) < maxBatch {
		select {
		case r := <-e.queue:
			batch = append(batch, r)
		default:
			return batch
		}
	}
	return batch
}

// serve answers a batch: the reads at once, the writes after their common commit.
func (e *executor) serve(batch []*request) {
	read, group := e.readers[:0], e.writers[:0]
	for _, r := range batch {
		switch {
		case r.ctx.Err() != nil:
			r.finish(r.ctx.Err())
		case r.kind == reads:
			read = append(read, r)
		default:
			group = append(group, r)
		}
	}
	e.readers, e.writers = read, group
	e.readAll(read)
	for len(group) > 0 {
		if group[0].kind == outside {
			group[0].finish(e.work(group[0]))
			group = group[1:]
			continue
		}
		n := 1
		for group[0].kind == writes && n < len(group) && group[n].kind == writes {
			n++
		}
		e.commit(group[:n])
		group = group[n:]
	}
	clear(e.readers)
	clear(e.writers)
}

func (r *request) finish(err error) {
	r.err = err
	close(r.done)
}

// work does the work of a request and turns a panic into an error of that request alone.
func (e *executor) work(r *request) (err error) {
	defer func() {
		if p := recover(); p != nil {
			e.log.Error("panic in the database executor", "panic", p, "stack", string(debug.Stack()))
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return r.work(e.c)
}

// pause does work between batches, outside of any transaction.
func (e *executor) pause(work func(*conn) error) error {
	return e.do("pause", &request{ctx: context.Background(), kind: outside, work: work})
}
