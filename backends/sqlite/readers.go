package sqlite

import (
	"context"
	"errors"
	"runtime"
	"sync"

	"github.com/ddbsql/ddbsql/backends"
)

// maxReaders is how many connections read beside the executor: as many as can at the same time, for each has memory of its own, and two
// at least, so that one waiting for the disk leaves room for another.
var maxReaders = max(2, runtime.GOMAXPROCS(0))

// readers is a small pool of reading connections, opened when they are first needed.
type readers struct {
	db     *location
	turns  chan struct{} // one for each connection that nobody reads with
	closed chan struct{}
	once   sync.Once

	mu   sync.Mutex
	idle []*conn // open ones, the last used at the end: its cache is the warmest
}

func newReaders(db *location) *readers {
	r := &readers{db: db, turns: make(chan struct{}, maxReaders), closed: make(chan struct{})}
	for range maxReaders {
		r.turns <- struct{}{}
	}
	return r
}

// read does work on a connection of the pool, in the caller's goroutine.
func (r *readers) read(ctx context.Context, op string, work func(*conn) error) error {
	c, err := r.take(ctx)
	if err != nil {
		return classify(op, err)
	}
	defer r.giveBack(c)
	return classify(op, work(c))
}

// beside reads on a connection of the pool, what the executor's callers may see.
func (b *backend) beside(ctx context.Context, op string, work func(*conn) error) error {
	if err := b.readers.read(ctx, op, work); err != nil {
		return err
	}
	return b.exec.settled(ctx, op)
}

// take waits for a connection, rather one that is open.
func (r *readers) take(ctx context.Context) (*conn, error) {
	select {
	case <-r.closed: // even if there is a turn, too
		return nil, errReadersClosed()
	default:
	}
	select {
	case <-r.turns:
	case <-r.closed:
		return nil, errReadersClosed()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if c := r.pop(); c != nil {
		return c, nil
	}
	c, err := r.db.connect(reading)
	if err != nil {
		r.turns <- struct{}{}
	}
	return c, err
}

// pop gives the connection that was used last; nil if none is open.
func (r *readers) pop() *conn {
	r.mu.Lock()
	defer r.mu.Unlock()
	last := len(r.idle) - 1
	if last < 0 {
		return nil
	}
	c := r.idle[last]
	r.idle = r.idle[:last]
	return c
}

func (r *readers) giveBack(c *conn) {
	c.file.MapReads(false)
	r.mu.Lock()
	r.idle = append(r.idle, c)
	r.mu.Unlock()
	r.turns <- struct{}{}
}

// rest waits for what is being read and closes all connections. Nobody reads until resume is called.
func (r *readers) rest(ctx context.Context) (resume func(), err error) {
	turns := 0
	resume = func() {
		for range turns {
			r.turns <- struct{}{}
		}
	}
	for turns < maxReaders {
		select {
		case <-r.turns:
			turns++
		case <-ctx.Done():
			resume()
			return nil, ctx.Err()
		}
	}
	var errs []error
	for c := r.pop(); c != nil; c = r.pop() {
		errs = append(errs, c.close())
	}
	if err := errors.Join(errs...); err != nil {
		resume()
		return nil, err
	}
	return resume, nil
}

func errReadersClosed() error {
	return &backends.Error{Code: backends.CodeUnavailable, Op: "read", Err: errClosed}
}

// close waits for what is being read and closes all connections.
func (r *readers) close() error {
	var errs []error
	r.once.Do(func() {
		close(r.closed)
		for range maxReaders {
			<-r.turns
		}
		for c := r.pop(); c != nil; c = r.pop() {
			errs = append(errs, c.close())
		}
	})
	return errors.Join(errs...)
}
