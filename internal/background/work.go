package background

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"time"
)

// work is something that the loop starts when it is due.
type work struct {
	name     string
	family   string // the prefix of the family that it is a job of
	once     bool   // it is over when it was done without an error
	interval time.Duration
	run      func(context.Context) error

	due      time.Time
	running  bool
	kicks    []time.Time // when somebody wants it to run besides
	failures int         // in a row
}

// kick makes it due at a time, or as soon after as it is not running any more. One that failed waits for its own time.
func (w *work) kick(at time.Time) {
	w.kicks = append(w.kicks, at)
	if w.failures == 0 {
		w.hurry()
	}
}

// hurry makes it due at the first time it is wanted at.
func (w *work) hurry() {
	for _, at := range w.kicks {
		if at.Before(w.due) {
			w.due = at
		}
	}
}

// begin notes the start of a run, which is what those wanted who kicked until now.
func (w *work) begin() {
	w.running = true
	w.kicks = slices.DeleteFunc(w.kicks, func(at time.Time) bool { return !at.After(time.Now()) })
}

// How long a work that failed rests: twice as long after each failure in a row.
const (
	firstRest = time.Second
	maxRest   = time.Minute
)

// over notes the end of a run. The first of several failures in a row is logged, and the end of them.
func (w *work) over(err error, ending bool, log *slog.Logger) {
	w.running = false
	switch {
	case ending:
	case err != nil:
		if w.failures == 0 {
			log.Warn("work in the background failed and will be tried again", "job", w.name, "error", err)
		}
		w.due = time.Now().Add(min(firstRest<<min(w.failures, 10), maxRest))
		w.failures++
		return
	case w.failures > 0:
		log.Info("work in the background goes on", "job", w.name, "failures", w.failures)
	}
	w.failures, w.due = 0, time.Now().Add(w.interval)
	w.hurry()
}

// safely turns a panic into an error.
func (w *work) safely(ctx context.Context) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return w.run(ctx)
}
