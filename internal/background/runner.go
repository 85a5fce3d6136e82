package background

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/google/uuid"
)

// maxMembers is how many jobs of one family a server does at the same time.
const maxMembers = 4

// Runner runs jobs until it is closed. It is safe for concurrent use; a nil Runner takes kicks and does nothing.
type Runner struct {
	leases Leases
	log    *slog.Logger
	holder string
	wake   chan struct{}
	cancel context.CancelFunc
	ended  sync.WaitGroup

	mu    sync.Mutex
	works map[string]*work // by the name of the job, the prefix of the family, or the name of a family's job
}

// New makes a Runner over the leases in a database.
func New(leases Leases, log *slog.Logger) *Runner {
	return &Runner{leases: leases, log: log, holder: uuid.NewString(), wake: make(chan struct{}, 1), works: map[string]*work{}}
}

// Add adds a job, which runs for the first time after its interval. Add comes before Start.
func (r *Runner) Add(j Job) {
	r.works[j.Name] = &work{name: j.Name, interval: j.Interval, due: time.Now().Add(j.Interval), run: func(ctx context.Context) error {
		return r.runJob(ctx, j)
	}}
}

// AddFamily adds a family, whose jobs are looked for at the start. AddFamily comes before Start.
func (r *Runner) AddFamily(f Family) {
	r.works[f.Prefix] = &work{name: f.Prefix, interval: f.Interval, due: time.Now(), run: func(ctx context.Context) error {
		return r.look(ctx, f)
	}}
}

// Start begins to run jobs.
func (r *Runner) Start() {
	ctx, cancel := context.WithCancel(context.Background())
	r.cancel = cancel
	r.ended.Go(func() { r.loop(ctx) })
}

// Close ends the contexts of all that runs and waits for it. What is unfinished is left to other servers, or to the next start.
func (r *Runner) Close() {
	if r != nil && r.cancel != nil {
		r.cancel()
		r.ended.Wait()
	}
}

// Kick makes a job due now, or a family, by its prefix, look for its jobs. Of one that is running this asks for another run.
func (r *Runner) Kick(name string) { r.KickAt(name, time.Now()) }

// KickAt makes a job or family due at a time, if it is not before.
func (r *Runner) KickAt(name string, at time.Time) {
	if r == nil {
		return
	}
	r.mu.Lock()
	if w := r.works[name]; w != nil {
		w.kick(at)
	}
	r.mu.Unlock()
	r.stir()
}

// stir makes the loop look at the works again.
func (r *Runner) stir() {
	select {
	case r.wake <- struct{}{}:
	default: // it will
	}
}

func (r *Runner) loop(ctx context.Context) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for ctx.Err() == nil {
		if next, some := r.startDue(ctx); some {
			timer.Reset(time.Until(next))
		} else {
			timer.Stop()
		}
		select {
		case <-r.wake:
		case <-timer.C:
		case <-ctx.Done():
		}
	}
}

// startDue starts what is due, and says when the next will be.
func (r *Runner) startDue(ctx context.Context) (next time.Time, some bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, w := range r.works {
		switch {
		case w.running:
		case w.once && r.busy(w.family) >= maxMembers: // the end of one of them stirs the loop
		case !w.due.After(time.Now()):
			r.start(ctx, w)
		case !some || w.due.Before(next):
			next, some = w.due, true
		}
	}
	return next, some
}

// start runs a work in a goroutine; the caller holds r.mu.
func (r *Runner) start(ctx context.Context, w *work) {
	w.begin()
	r.ended.Go(func() {
		err := w.safely(ctx)
		r.mu.Lock()
		defer r.mu.Unlock()
		w.over(err, ctx.Err() != nil, r.log)
		if w.once && err == nil {
			delete(r.works, w.name)
		}
		if f := r.works[w.family]; f != nil {
			f.kick(time.Now()) // there may be more than could be done at once
		}
		r.stir()
	})
}

// runJob runs a job if nobody else does it, or has done it less than an interval ago.
func (r *Runner) runJob(ctx context.Context, j Job) error {
	l, err := r.take(ctx, j.Name)
	if l == nil || err != nil {
		return err
	}
	err = l.work(ctx, j.Run)
	pause := j.Interval
	if err != nil || ctx.Err() != nil {
		pause = 0 // let others try
	}
	if released := l.rest(ctx, pause); err == nil {
		err = released
	}
	return err
}

// look starts the jobs of a family that nobody does, as many as it may.
func (r *Runner) look(ctx context.Context, f Family) error {
	names, err := r.leases.WaitingJobs(ctx, f.Prefix, 10*maxMembers)
	if err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, name := range names {
		if r.works[name] == nil && r.busy(f.Prefix) < maxMembers {
			w := &work{name: name, family: f.Prefix, once: true, interval: f.Interval, run: func(ctx context.Context) error {
				return r.runMember(ctx, f, name)
			}}
			r.works[name] = w
			r.start(ctx, w)
		}
	}
	return nil
}

// busy counts the jobs of a family that this server does now; the caller holds r.mu.
func (r *Runner) busy(family string) int {
	n := 0
	for _, w := range r.works {
		if w.family == family && w.running {
			n++
		}
	}
	return n
}

// runMember runs a job of a family if nobody else does it, and forgets it when it is done.
func (r *Runner) runMember(ctx context.Context, f Family, name string) error {
	l, err := r.take(ctx, name)
	if l == nil || err != nil {
		return err
	}
	err = l.work(ctx, func(ctx context.Context, t *Task) error { return f.Run(ctx, name[len(f.Prefix):], t) })
	var later *Later
	switch {
	case err == nil:
		return l.end(ctx)
	case errors.As(err, &later):
		r.KickAt(f.Prefix, later.At)
		return l.rest(ctx, time.Until(later.At))
	}
	_ = l.rest(ctx, 0) // if that fails, too, the lease runs out
	return err
}
