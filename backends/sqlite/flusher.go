package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlite/vfs"
)

// flusher brings the write-ahead log to the disk for durability full, beside the executor, which goes on with the next requests.
// A change is answered after a flush that began when it was committed; so is a read that saw it, because what was once read
// must not be gone after a loss of power.
type flusher struct {
	path  string   // of the database
	log   *os.File // opened when there is one
	which int      // of the logs that followed each other, counted from 0
	ended chan struct{}
	wake  chan struct{}

	mu         sync.Mutex
	left       int        // how many logs were left for another one
	anew       bool       // something was committed since
	committing bool       // others may see a change that is not in next yet
	flushing   bool       // current waits for the flush that runs
	current    []*request // wait for the flush that runs
	next       []*request // wait for the one after it
	closed     bool
	// failed is the first error: after it nobody knows what is on the disk, so nothing is promised any more.
	failed error
}

func newFlusher(path string) *flusher {
	f := &flusher{path: path, ended: make(chan struct{}), wake: make(chan struct{}, 1)}
	go f.loop()
	return f
}

// begin says that a transaction is about to be committed; committed follows, also when that failed.
func (f *flusher) begin() {
	f.mu.Lock()
	f.committing = true
	f.mu.Unlock()
}

// committed answers requests after the next flush.
func (f *flusher) committed(group []*request) {
	f.mu.Lock()
	f.committing, f.anew = false, true
	f.next = append(f.next, group...)
	f.mu.Unlock()
	f.notify()
}

// follow answers a request that only read, or failed, after the flush of all it may have seen.
func (f *flusher) follow(r *request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case f.committing || len(f.next) > 0:
		f.next = append(f.next, r)
	case f.flushing:
		f.current = append(f.current, r)
	case r.err == nil:
		r.finish(f.failed)
	default:
		r.finish(r.err)
	}
}

func (f *flusher) notify() {
	select {
	case f.wake <- struct{}{}:
	default:
	}
}

func (f *flusher) loop() {
	defer close(f.ended)
	for range f.wake {
		f.mu.Lock()
		for len(f.next) > 0 {
			f.flush()
		}
		closed := f.closed
		f.mu.Unlock()
		if closed {
			return
		}
	}
}

// flush flushes for all that wait by now. The lock is held when it begins and when it ends.
func (f *flusher) flush() {
	f.current, f.next, f.flushing = f.next, nil, true
	err := f.failed
	f.mu.Unlock()
	if err == nil {
		err = f.sync()
	}
	f.mu.Lock()
	f.failed, f.flushing = err, false
	for _, r := range f.current {
		if r.err == nil {
			r.err = err
		}
		r.finish(r.err)
	}
	f.current = nil
}

func (f *flusher) sync() error {
	f.mu.Lock()
	left, anew := f.left, f.anew
	f.mu.Unlock()
	if left > f.which && f.log != nil {
		_ = f.log.Close() // what was written to it is in the file
		f.log = nil
	}
	if f.log == nil {
		log, err := openLog(f.path)
		if left > f.which && !anew && errors.Is(err, os.ErrNotExist) {
			return nil // what is waited for was in the log that was left
		}
		if err != nil {
			return unflushed(err)
		}
		f.log, f.which = log, left
	}
	if err := vfs.Flush(f.log); err != nil {
		return unflushed(err)
	}
	return nil
}

// openLog opens the log, which the engine keeps beside the file that a name in the end leads to.
func openLog(path string) (*os.File, error) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return nil, err
	}
	return os.OpenFile(real+"-wal", os.O_RDWR, 0)
}

// leaveLog lets the next flush open the log anew. It is called by the executor, between two transactions, when all that was committed is in the
// file and on the disk: the log may be gone then, and the next one there when something is committed.
func (f *flusher) leaveLog() {
	if f == nil {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.left, f.anew = f.left+1, false
}

func unflushed(err error) error {
	return &backends.Error{Code: backends.CodeUnavailable, Op: "flush", Err: fmt.Errorf("the log cannot be brought to the disk: %w", err)}
}

// close ends the goroutine after a last flush. Nobody commits any more.
func (f *flusher) close() {
	f.mu.Lock()
	f.closed = true
	f.mu.Unlock()
	f.notify()
	<-f.ended
	if f.log != nil {
		_ = f.log.Close()
	}
}
