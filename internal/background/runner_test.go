package background

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

var quiet = slog.New(slog.DiscardHandler)

// started is a runner of a job each minute, and of the family "table/".
func started(l *leases, log *slog.Logger, job func(context.Context, *Task) error, member func(context.Context, string, *Task) error) *Runner {
	r := New(l, log)
	if job != nil {
		r.Add(Job{Name: "sweep", Interval: time.Minute, Run: job})
	}
	if member != nil {
		r.AddFamily(Family{Prefix: "table/", Interval: 5 * time.Second, Run: member})
	}
	r.Start()
	return r
}

// counted is a job that counts its runs.
func counted(n *atomic.Int32) func(context.Context, *Task) error {
	return func(context.Context, *Task) error { n.Add(1); return nil }
}

// after lets time pass and gives a counter.
func after(d time.Duration, n *atomic.Int32) int32 {
	time.Sleep(d)
	synctest.Wait()
	return n.Load()
}

func TestAJobRunsOnceInEachInterval(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var runs atomic.Int32
		l := newLeases()
		for range 3 {
			defer started(l, quiet, counted(&runs), nil).Close()
		}
		if n := after(59*time.Second, &runs); n != 0 {
			t.Errorf("%d runs before the interval is over", n)
		}
		if n := after(10*time.Minute, &runs); n < 9 || n > 10 {
			t.Errorf("%d runs on three servers in ten minutes", n)
		}
	})
}

func TestAKickRunsAJobAtOnceAndOnceMore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var runs atomic.Int32
		r := started(newLeases(), quiet, func(context.Context, *Task) error { runs.Add(1); time.Sleep(time.Second); return nil }, nil)
		defer r.Close()
		r.Kick("sweep")
		if n := after(500*time.Millisecond, &runs); n != 1 {
			t.Errorf("%d runs after a kick", n)
		}
		r.Kick("sweep")
		r.Kick("sweep")
		r.Kick("unknown")
		if n := after(10*time.Second, &runs); n != 2 {
			t.Errorf("%d runs after kicks during the first", n)
		}
		(*Runner)(nil).Kick("sweep")
	})
}

func TestTheStateStaysFromRunToRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var states []string
		r := started(newLeases(), quiet, func(_ context.Context, task *Task) error {
			states = append(states, string(task.State()))
			task.Note(append(task.State(), 'x'))
			return nil
		}, nil)
		time.Sleep(3*time.Minute + time.Second)
		r.Close()
		if !slices.Equal(states, []string{"", "x", "xx"}) {
			t.Errorf("states were %q", states)
		}
	})
}

func TestAnotherServerTakesOverFromADeadOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLeases()
		l.want("table/a")
		_, _, _ = l.TakeJob(t.Context(), "table/a", "dead", hold)
		_, _ = l.SaveJob(t.Context(), "table/a", "dead", []byte("half"), hold)
		var runs atomic.Int32
		var left string
		r := started(l, quiet, nil, func(_ context.Context, name string, task *Task) error {
			left = name + " " + string(task.State())
			runs.Add(1)
			return nil
		})
		defer r.Close()
		if n := after(hold-time.Second, &runs); n != 0 {
			t.Error("the job was taken from somebody who may be alive")
		}
		if n := after(10*time.Second, &runs); n != 1 || left != "a half" {
			t.Errorf("%d runs, of %q", n, left)
		}
		if names := l.names(); len(names) != 0 {
			t.Errorf("jobs %q are left", names)
		}
	})
}

func TestALongRunKeepsItsLease(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var runs atomic.Int32
		l := newLeases()
		l.want("table/a")
		long := func(context.Context, string, *Task) error { runs.Add(1); time.Sleep(10 * hold); return nil }
		for range 2 {
			defer started(l, quiet, nil, long).Close()
		}
		if n := after(9*hold, &runs); n != 1 {
			t.Errorf("%d servers do one job", n)
		}
	})
}

func TestALostLeaseEndsTheRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLeases()
		l.want("table/a")
		var ended error
		r := started(l, quiet, nil, func(ctx context.Context, _ string, _ *Task) error {
			l.want("table/a") // somebody needs it to be done from the beginning
			_, _, _ = l.TakeJob(ctx, "table/a", "another", time.Hour)
			<-ctx.Done()
			ended = context.Cause(ctx)
			return ctx.Err()
		})
		defer r.Close()
		time.Sleep(2 * beat)
		synctest.Wait()
		if !errors.Is(ended, errLost) {
			t.Errorf("the run ended because of %v", ended)
		}
		if names := l.names(); len(names) != 1 {
			t.Errorf("jobs %q are left, not the other one's", names)
		}
	})
}

func TestAFamilyIsBoundedAndDoneToTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLeases()
		for i := range 3 * maxMembers {
			l.want(fmt.Sprintf("table/%d", i))
		}
		l.want("other")
		var runs, now, most atomic.Int32
		r := started(l, quiet, nil, func(_ context.Context, name string, _ *Task) error {
			most.Store(max(most.Load(), now.Add(1)))
			defer now.Add(-1)
			runs.Add(1)
			time.Sleep(time.Second)
			if name == "3" {
				panic("cannot be done")
			}
			return nil
		})
		defer r.Close()
		if n := after(4*time.Second, &runs); n < 3*maxMembers {
			t.Errorf("%d runs", n)
		}
		if most.Load() != maxMembers {
			t.Errorf("%d at the same time", most.Load())
		}
		if names := l.names(); !slices.Equal(names, []string{"other", "table/3"}) {
			t.Errorf("jobs %q are left", names)
		}
		before := runs.Load()
		l.want("table/late")
		r.Kick("table/")
		if n := after(time.Millisecond, &runs); n == before {
			t.Error("a kick did not start a job that was there")
		}
	})
}

func TestAJobThatSaysLaterRunsThen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLeases()
		l.want("table/a")
		at := time.Now().Add(1700 * time.Millisecond)
		var runs atomic.Int32
		var log bytes.Buffer
		r := started(l, slog.New(slog.NewTextHandler(&log, nil)), nil, func(context.Context, string, *Task) error {
			runs.Add(1)
			if time.Now().Before(at) {
				return &Later{At: at}
			}
			return nil
		})
		defer r.Close()
		if n := after(1600*time.Millisecond, &runs); n != 1 {
			t.Errorf("%d runs before the time", n)
		}
		if n := after(200*time.Millisecond, &runs); n != 2 || len(l.names()) != 0 {
			t.Errorf("%d runs at the time, jobs %q are left", n, l.names())
		}
		if log.Len() > 0 {
			t.Errorf("the log is\n%s", log.String())
		}
	})
}

func TestFailuresAreLoggedOnceAndRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log bytes.Buffer
		var runs atomic.Int32
		l := newLeases()
		l.want("table/a")
		broken := errors.New("broken")
		r := started(l, slog.New(slog.NewTextHandler(&log, nil)), nil, func(context.Context, string, *Task) error {
			if runs.Add(1) > 8 {
				return nil
			}
			return broken
		})
		if n := after(time.Minute, &runs); n < 4 || n > 7 {
			t.Errorf("%d runs in a minute of failures", n)
		}
		time.Sleep(10 * time.Minute)
		l.fail(true)
		time.Sleep(time.Minute)
		l.fail(false)
		time.Sleep(2 * time.Minute)
		r.Close()
		text := log.String()
		if strings.Count(text, "broken") != 1 || strings.Count(text, "failures=8") != 1 || strings.Count(text, errDown.Error()) != 1 {
			t.Errorf("the log is\n%s", text)
		}
	})
}

func TestCloseEndsRunsAndGivesJobsFree(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLeases()
		l.want("table/a")
		var over atomic.Bool
		r := started(l, quiet, func(ctx context.Context, _ *Task) error { <-ctx.Done(); return ctx.Err() }, func(ctx context.Context, _ string, task *Task) error {
			task.Note([]byte("half"))
			<-ctx.Done()
			time.Sleep(time.Second) // an orderly end
			over.Store(true)
			return ctx.Err()
		})
		r.Kick("sweep")
		synctest.Wait()
		r.Close()
		if !over.Load() {
			t.Error("a run goes on after Close")
		}
		for _, name := range []string{"sweep", "table/a"} {
			if _, taken, _ := l.TakeJob(t.Context(), name, "next", hold); !taken {
				t.Errorf("job %s is not free", name)
			}
		}
		if state, _, _ := l.TakeJob(t.Context(), "table/a", "next", hold); string(state) != "half" {
			t.Errorf("the state is %q", state)
		}
	})
}

func TestNothingHappensAtRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLeases()
		r := started(l, quiet, counted(new(atomic.Int32)), nil)
		defer r.Close()
		time.Sleep(30 * time.Second)
		synctest.Wait()
		if len(r.works) != 1 || len(l.names()) != 0 {
			t.Errorf("%d works, leases %q", len(r.works), l.names())
		}
	})
}
