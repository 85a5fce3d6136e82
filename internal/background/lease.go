package background

import (
	"context"
	"errors"
	"time"
)

// A lease is held for hold and renewed each beat: so long nothing is done after a server died.
const (
	hold = 10 * time.Second
	beat = 2 * time.Second
	// releaseTimeout bounds what is still told the database when a run is over.
	releaseTimeout = 2 * time.Second
)

// lease is a job that this server does.
type lease struct {
	leases       Leases
	name, holder string
	task         *Task
}

// take takes a job; nil if somebody else does it.
func (r *Runner) take(ctx context.Context, name string) (*lease, error) {
	state, taken, err := r.leases.TakeJob(ctx, name, r.holder, hold)
	if err != nil || !taken {
		return nil, err
	}
	return &lease{leases: r.leases, name: name, holder: r.holder, task: &Task{state: state}}, nil
}

// work runs a job under the lease. The job's context ends when the lease is lost.
func (l *lease) work(ctx context.Context, run func(context.Context, *Task) error) error {
	ctx, lose := context.WithCancelCause(ctx)
	over, beaten := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(beaten)
		l.keep(ctx, over, lose)
	}()
	err := run(ctx, l.task)
	close(over)
	<-beaten
	defer lose(nil)
	if cause := context.Cause(ctx); err != nil && errors.Is(cause, errLost) {
		return cause
	}
	return err
}

// keep renews the lease until the run is over. As long as the database does not answer, nobody else can take the job either; but it may
// have been taken when it answers again.
func (l *lease) keep(ctx context.Context, over <-chan struct{}, lose func(error)) {
	ticker := time.NewTicker(beat)
	defer ticker.Stop()
	for {
		select {
		case <-over:
			return
		case <-ctx.Done():
			return
		case <-ticker.C:
			if held, err := l.leases.SaveJob(ctx, l.name, l.holder, l.task.State(), hold); err == nil && !held {
				lose(errLost)
				return
			}
		}
	}
}

// rest ends a run, but keeps others from the next one for that long; the state is kept.
func (l *lease) rest(ctx context.Context, d time.Duration) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), releaseTimeout)
	defer cancel()
	_, err := l.leases.SaveJob(ctx, l.name, l.holder, l.task.State(), d)
	return err
}

// end forgets the job.
func (l *lease) end(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), releaseTimeout)
	defer cancel()
	return l.leases.EndJob(ctx, l.name, l.holder)
}
