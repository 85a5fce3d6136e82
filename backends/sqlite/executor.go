package sqlite

import (
	"context"
	"errors"
	"log/slog"
	"runtime"
	"runtime/debug"
	"sync/atomic"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/discreet"
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

// executor owns the writing connection. A request that was handed over is carried out even if its caller goes away, unless
// that happened before it began.
type executor struct {
	c       *conn
	log     *slog.Logger
	queue   queue
	flusher *flusher      // nil unless changes are on the disk before they are answered
	ended   chan struct{} // the goroutine is gone
	// The requests of the batch at hand; kept to be used again.
	readers, writers []*request
	holding          bool       // changes wait, see withoutChanges
	held             []*request // that wait
	// commits counts committed transactions, for the checkpointer.
	commits atomic.Int64
}

func newExecutor(c *conn, log *slog.Logger, f *flusher) *executor {
	e := &executor{c: c, log: log, flusher: f, queue: queue{wake: make(chan struct{}, 1)}, ended: make(chan struct{})}
	go e.loop()
	return e
}

func (e *executor) read(ctx context.Context, op string, work func(*conn) error) error {
	return e.do(ctx, op, reads, work, nil)
}

func (e *executor) write(ctx context.Context, op string, work func(*conn) error) error {
	return e.do(ctx, op, writes, work, nil)
}

// change is a write that others rely on; committed is called before any later request is looked at.
func (e *executor) change(ctx context.Context, op string, work func(*conn) error, committed func()) error {
	return e.do(ctx, op, alone, work, committed)
}

// do hands a request over and waits for it. After an error of the context the request may still be running: what its work
// writes to must not be read.
func (e *executor) do(ctx context.Context, op string, k kind, work func(*conn) error, committed func()) error {
	r := newRequest(ctx, k, work, committed)
	if !e.queue.put(r) {
		return &backends.Error{Code: backends.CodeUnavailable, Op: op, Err: errClosed}
	}
	return classify(op, r.wait())
}

// settled waits until all changes that others could see by now are on the disk, if they have to be.
func (e *executor) settled(ctx context.Context, op string) error {
	if e.flusher == nil {
		return nil
	}
	r := newRequest(ctx, reads, nil, nil)
	e.flusher.follow(r)
	return classify(op, r.wait())
}

// close ends the goroutine after what is queued, and the connection with it.
func (e *executor) close() error {
	e.queue.close()
	<-e.ended
	if e.flusher != nil {
		e.flusher.close()
	}
	return e.c.close()
}

func (e *executor) loop() {
	defer close(e.ended)
	growStack(0)
	batch := make([]*request, 0, maxBatch)
	for e.queue.wait() {
		// Callers that are ready to run come first, with more requests for the same transaction: beginning and ending one costs
		// as much as a read. Nobody waits when nobody is ready.
		runtime.Gosched()
		batch = e.queue.take(batch[:0])
		e.serve(batch)
		clear(batch)
	}
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
	e.changeAll(group)
	clear(e.readers)
	clear(e.writers)
}

// changeAll answers what does not only read, in its order. While changes are held back they are kept for later.
func (e *executor) changeAll(group []*request) {
	for len(group) > 0 {
		switch r := group[0]; {
		case r.kind == outside:
			r.finish(e.work(r))
			e.changeHeld()
			group = group[1:]
			continue
		case e.holding:
			e.held = append(e.held, r)
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
}

// changeHeld makes the changes that were held back, if they are not any more. A caller that has gone away is not waited for.
func (e *executor) changeHeld() {
	if e.holding || len(e.held) == 0 {
		return
	}
	var wanted []*request
	for _, r := range e.held {
		if r.ctx.Err() != nil {
			r.finish(r.ctx.Err())
			continue
		}
		wanted = append(wanted, r)
	}
	e.held = nil
	e.changeAll(wanted)
}

// work does the work of a request and turns a panic into an error of that request alone.
func (e *executor) work(r *request) (err error) {
	defer func() {
		if p := recover(); p != nil {
			e.log.Error("panic in the database executor", "panic", discreet.Panic(p), "stack", string(debug.Stack()))
			err = errors.New(discreet.Panic(p))
		}
	}()
	return r.work(e.c)
}

// pause does work between batches, outside of any transaction.
func (e *executor) pause(work func(*conn) error) error {
	return e.do(context.Background(), "pause", outside, work, nil)
}

// withoutChanges does work beside the executor while nothing is changed. The executor goes on to answer what only reads.
func (e *executor) withoutChanges(work func() error) error {
	hold := func(holding bool) error {
		return e.pause(func(*conn) error {
			e.holding = holding
			return nil
		})
	}
	if err := hold(true); err != nil {
		return err
	}
	return errors.Join(work(), hold(false))
}
