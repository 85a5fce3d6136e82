package sqlite

import (
	"errors"
	"fmt"
	"sync"
	"time"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

const (
	// checkpointEvery is the pause between looks at the write-ahead log.
	checkpointEvery = 200 * time.Millisecond
	// maxLogBytes is the size of the log from which on the executor stops for a moment to let it begin anew.
	maxLogBytes = 64 << 20
	// restartPatience is how long the executor then waits for readers of the log.
	restartPatience = 100 * time.Millisecond
)

// checkpointer moves committed pages from the write-ahead log into the file beside the running requests, which is worth more
// than half of the time of a write that would otherwise do it itself now and then.
type checkpointer struct {
	db    *location
	exec  *executor
	stop  chan struct{}
	ended chan struct{}
	once  sync.Once
	c     *conn // opened when there is something to do
	done  int64 // commits that were there at the last time
}

func newCheckpointer(db *location, exec *executor) *checkpointer {
	k := &checkpointer{db: db, exec: exec, stop: make(chan struct{}), ended: make(chan struct{})}
	go k.loop()
	return k
}

func (k *checkpointer) loop() {
	defer close(k.ended)
	tick := time.NewTicker(checkpointEvery)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			if err := k.look(); err != nil {
				k.db.opts.Logger.Error("checkpoint", "error", err)
			}
		case <-k.stop:
			return
		}
	}
}

// look checkpoints if there were commits since the last time.
func (k *checkpointer) look() (err error) {
	commits := k.exec.commits.Load()
	if commits == k.done {
		return nil
	}
	if k.c == nil {
		if k.c, err = k.db.connect(checkpointing); err != nil {
			return err
		}
	}
	frames, err := checkpoint(k.c, "PASSIVE")
	if err != nil {
		return err
	}
	k.done = commits
	if frames*pageSize > maxLogBytes {
		return k.exec.pause(restart)
	}
	return nil
}

// restart runs in the executor: without writers all that is left can be moved, and the next write begins the log anew.
func restart(c *conn) error {
	c.db.SetBusyTimeout(restartPatience)
	defer c.db.SetBusyTimeout(busyTimeout)
	_, err := checkpoint(c, "RESTART")
	return err
}

// checkpoint gives the number of pages in the log. That it could not move all of them is no error.
func checkpoint(c *conn, mode string) (frames int64, err error) {
	st := &sqlgen.Statement{Name: "checkpoint", SQL: fmt.Sprintf("PRAGMA wal_checkpoint(%s)", mode)}
	err = c.rows(st, func(s *engine.Stmt) (bool, error) {
		frames = s.ColumnInt64(1)
		return false, nil
	})
	return frames, err
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
