// Package background runs the work that no request asks for: sweeps, trimming, filling indexes. Engines give it jobs; it runs each when
// its time has come, or at once when somebody kicks it, under a lease in the database, so that of all servers one does it at a time and
// another one takes over from a server that died.
//
// At rest there is one goroutine, which sleeps until the next job is due.
package background

import (
	"context"
	"errors"
	"sync"
	"time"
)

// Job is work that is done again and again.
type Job struct {
	Name     string // of its lease
	Interval time.Duration
	// Run does the work once. Its context ends with the server, and when the lease is lost. The state is kept from run to run.
	Run func(ctx context.Context, t *Task) error
}

// Family is work that the database has noted, by jobs whose names have a prefix. They are looked for at the start and again and again,
// in case a server left one unfinished.
type Family struct {
	Prefix   string // not empty, and ends in ASCII
	Interval time.Duration
	// Run does one of them; name is what follows the prefix. The job is forgotten when it returns nil.
	Run func(ctx context.Context, name string, t *Task) error
}

// Leases are what the runner asks of the database, see backends.Jobs.
type Leases interface {
	TakeJob(ctx context.Context, name, holder string, hold time.Duration) (state []byte, taken bool, err error)
	SaveJob(ctx context.Context, name, holder string, state []byte, hold time.Duration) (held bool, err error)
	EndJob(ctx context.Context, name, holder string) error
	WaitingJobs(ctx context.Context, prefix string, limit int) ([]string, error)
}

// Task is a run of a job.
type Task struct {
	mu    sync.Mutex
	state []byte
}

// State is where the job was left, nil at its beginning.
func (t *Task) State() []byte {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.state
}

// Note says how far the job is. The note reaches the database with the next beat of the lease: whoever takes the job over may find an
// older one.
func (t *Task) Note(state []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.state = state
}

// Later is what a job of a family returns that can go on at that time only. It is no failure.
type Later struct{ At time.Time }

func (l *Later) Error() string { return "there is something to do at " + l.At.Format(time.RFC3339Nano) }

// errLost ends the context of a run whose lease somebody else has.
var errLost = errors.New("the job's lease was lost")
