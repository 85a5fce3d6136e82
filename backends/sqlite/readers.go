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
	idle   chan *conn
	unused chan struct{} // one for each connection that is not open
	closed chan struct{}
	once   sync.Once
}

func newReaders(db *location) *readers {
	r := &readers{db: db, idle: make(chan *conn, maxReaders), unused: make(chan struct{}, maxReaders), closed: make(chan struct{})}
	for range maxReaders {
		r.unused <- struct{}{}
	}
	return r
}

// read does work on a connection of the pool, in the caller's goroutine.
func (r *readers) read(ctx context.Context, op string, work func(*conn) error) error {
	c, err := r.take(ctx)
	if err != nil {
		return classify(op, err)
	}
	defer func() { r.idle <- c }()
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
	case c := <-r.idle:
		return c, nil
	case <-r.closed:
		return nil, &backends.Error{Code: backends.CodeUnavailable, Op: "read", Err: errClosed}
	default:
	}
	select {
	case c := <-r.idle:
		return c, nil
	case <-r.unused:
		c, err := r.db.connect(reading)
		if err != nil {
			r.unused <- struct{}{}
		}
		return c, err
	case <-r.closed:
		return nil, &backends.Error{Code: backends.CodeUnavailable, Op: "read", Err: errClosed}
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// close waits for what is being read and closes all connections.
func (r *readers) close() error {
	var errs []error
	r.once.Do(func() {
		close(r.closed)
		for range maxReaders {
			select {
			case c := <-r.idle:
				errs = append(errs, c.close())
			case <-r.unused:
			}
		}
	})
	return errors.Join(errs...)
}
