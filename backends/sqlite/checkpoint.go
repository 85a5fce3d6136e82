package sqlite

import (
	"errors"
	"fmt"
	"sync"
	"time"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/backends/sqlite/vfs"
)

const (
	// lookEvery is the pause between looks at the write-ahead log.
	lookEvery = 50 * time.Millisecond
	// restEvery is how long changes stay in a log that is not long yet. What is changed again meanwhile is moved once.
	restEvery = time.Second
	// retryEvery is the pause after an attempt to begin the log anew that a long reader prevented.
	retryEvery = time.Second
	// maxLogBytes is the size of the log from which on changes wait for a moment to let it begin anew.
	maxLogBytes = 64 << 20
	// restartPatience is how long they then wait for readers of the log.
	restartPatience = 20 * time.Millisecond
	// Before they wait, pages are moved and flushed again, up to maxPasses times, until one pass finds no more than fewPages.
	maxPasses = 6
	fewPages  = 512
	// hugeLogBytes is the size of the log from which on they wait for all of it: the disk does not keep up with what is written.
	hugeLogBytes = 4 * maxLogBytes
)

// checkpointer moves committed pages from the write-ahead log into the file beside the running requests, which is worth more
// than half of the time of a write that would otherwise do it itself now and then.
type checkpointer struct {
	db    *location
	exec  *executor
	stop  chan struct{}
	ended chan struct{}
	once  sync.Once
	file  sync.Mutex // held while pages are moved, and by who needs the file to stay as it is
	c     *conn      // opened when there is something to do
	done  int64      // commits that were there at the last time
	last  time.Time  // when that was
	retry time.Time  // from when on the log may begin anew
	again time.Time  // from when on to try again after an error
	// doubtful says that a flush failed: nothing is moved any more.
	doubtful bool
}

// never is a number of commits that is none: a server that was killed leaves a log with changes.
const never = -1

func newCheckpointer(db *location, exec *executor) *checkpointer {
	k := &checkpointer{db: db, exec: exec, done: never, stop: make(chan struct{}), ended: make(chan struct{})}
	go k.loop()
	return k
}

func (k *checkpointer) loop() {
	defer close(k.ended)
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			if err := k.look(); err != nil {
				k.failed(err)
			}
		case <-k.stop:
			return
		}
	}
}

// failed tells of an error. When a flush failed, nobody knows what of the file is on the disk, so the log stays as it is, and grows, until who opens
// it next moves all of it once more; package vfs sees to that.
func (k *checkpointer) failed(err error) {
	if engine.ErrCode(err) == engine.ResultIOErrFsync {
		k.doubtful = true
		k.db.opts.Logger.Error("checkpoint: a flush failed; changes stay in the log, which grows, until the server is started again", "error", err)
		return
	}
	k.again = time.Now().Add(retryEvery)
	k.db.opts.Logger.Error("checkpoint", "error", err)
}

// look checkpoints when the log is long, or when changes have been in it for a while.
func (k *checkpointer) look() (err error) {
	k.file.Lock()
	defer k.file.Unlock()
	commits := k.exec.commits.Load()
	if commits == k.done || k.doubtful || time.Now().Before(k.again) {
		return nil
	}
	if k.c == nil {
		if k.c, err = k.db.connect(checkpointing); err != nil {
			return err
		}
	}
	log, err := checkpoint(k.c, "NOOP")
	switch {
	case err != nil:
		return err
	case log.pages*pageSize > maxLogBytes && !time.Now().Before(k.retry):
		err = k.moveAll(log)
	case time.Since(k.last) > restEvery:
		_, err = checkpoint(k.c, "PASSIVE")
	default:
		return nil
	}
	k.done, k.last = commits, time.Now()
	return err
}

// moveAll moves all that the log has. While pages are moved new ones come, fewer each time; changes wait for the last ones only, and for the
// disk to have them. The engine flushes the file when all is moved, which takes long unless the disk has most of it by then. Reads go on.
func (k *checkpointer) moveAll(log progress) (err error) {
	for range maxPasses {
		before := log.moved
		if log, err = checkpoint(k.c, "PASSIVE"); err != nil {
			return err
		}
		if err = k.c.script(vfs.FlushNow); err != nil {
			return err
		}
		if log.moved-before <= fewPages || log.pages*pageSize > hugeLogBytes {
			break
		}
	}
	restarted := false
	err = k.exec.withoutChanges(func() (err error) {
		restarted, err = restart(k.c)
		return err
	})
	if !restarted {
		k.retry = time.Now().Add(retryEvery)
	}
	return err
}

// restart moves all that is left, if nobody writes, so that the next write begins the log anew. A reader of the log that takes longer than
// restartPatience prevents it.
func restart(c *conn) (restarted bool, err error) {
	c.db.SetBusyTimeout(restartPatience)
	defer c.db.SetBusyTimeout(busyTimeout)
	log, err := checkpoint(c, "RESTART")
	return err == nil && !log.busy, err
}

// progress tells how many pages the log has, how many of them are in the file, and whether somebody stood in the way.
type progress struct {
	pages, moved int64
	busy         bool
}

// checkpoint runs one in a mode of the engine's; NOOP looks only. That it could not move all pages is no error.
func checkpoint(c *conn, mode string) (log progress, err error) {
	st := &sqlgen.Statement{Name: "checkpoint", SQL: fmt.Sprintf("PRAGMA wal_checkpoint(%s)", mode)}
	err = c.rows(st, func(s *engine.Stmt) (bool, error) {
		log = progress{pages: s.ColumnInt64(1), moved: s.ColumnInt64(2), busy: s.ColumnBool(0)}
		return false, nil
	})
	return log, err
}

// close stops the goroutine. What is left in the log is moved when the last connection is closed.
func (k *checkpointer) close() error {
	k.once.Do(func() { close(k.stop) })
	<-k.ended
	if k.c == nil {
		return nil
	}
	err := k.c.close()
	k.c = nil
	return errors.Join(err)
}
