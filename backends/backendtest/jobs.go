package backendtest

import (
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
)

// long is a hold that does not end while a test runs.
const long = time.Hour

func testJobs(t *testing.T, b backends.Backend) {
	f := &fixture{T: t, ctx: t.Context(), b: b}
	f.takes("sweep", "one", long, "", true)
	f.takes("sweep", "two", long, "", false)
	f.takes("sweep", "one", long, "", true)
	f.keeps("sweep", "one", "here", long, true)
	f.keeps("sweep", "two", "there", long, false)
	f.takes("other", "two", long, "", true)

	f.must(b.EndJob(f.ctx, "sweep", "two"))
	f.takes("sweep", "two", long, "", false)
	f.keeps("sweep", "one", "left here", 0, true) // whoever comes may have it
	f.takes("sweep", "two", long, "left here", true)
	f.keeps("sweep", "one", "late", long, false)
	f.must(b.EndJob(f.ctx, "sweep", "two"))
	f.takes("sweep", "one", long, "", true)

	testLeaseRunsOut(f)
	testOneHolder(f)
	testTableJobs(f)
}

func (f *fixture) takes(name, holder string, hold time.Duration, wantState string, want bool) {
	f.Helper()
	state, taken, err := f.b.TakeJob(f.ctx, name, holder, hold)
	f.must(err)
	if taken != want || string(state) != wantState {
		f.Errorf("%s takes %s: %v with state %q, want %v, %q", holder, name, taken, state, want, wantState)
	}
}

func (f *fixture) keeps(name, holder, state string, hold time.Duration, want bool) {
	f.Helper()
	held, err := f.b.SaveJob(f.ctx, name, holder, []byte(state), hold)
	f.must(err)
	if held != want {
		f.Errorf("%s keeps %s: %v, want %v", holder, name, held, want)
	}
}

// testLeaseRunsOut lets a holder go silent: somebody else gets the job with its state, not before its time is over.
func testLeaseRunsOut(f *fixture) {
	const hold = 100 * time.Millisecond
	begin := time.Now()
	f.takes("silent", "one", hold, "", true)
	f.keeps("silent", "one", "half", hold, true)
	for {
		state, taken, err := f.b.TakeJob(f.ctx, "silent", "two", long)
		f.must(err)
		if !taken {
			continue
		}
		if waited := time.Since(begin); waited < hold-2*time.Millisecond { // the database counts milliseconds
			f.Errorf("the job was taken after %v", waited)
		}
		if string(state) != "half" {
			f.Errorf("the job was left at %q", state)
		}
		return
	}
}

// testOneHolder lets many take one job at the same time.
func testOneHolder(f *fixture) {
	var holders atomic.Int32
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			_, taken, err := f.b.TakeJob(f.ctx, "race", string(rune('a'+w)), long)
			if err != nil {
				f.Error(err)
			}
			if taken {
				holders.Add(1)
			}
		})
	}
	wg.Wait()
	if holders.Load() != 1 {
		f.Errorf("%d hold the job", holders.Load())
	}
}

// testTableJobs looks for the jobs of tables that have work left, which are there as long as they have.
func testTableJobs(f *fixture) {
	filling := byC(1)
	filling.Backfilling = true
	f.waiting("at first")
	f.tab = hashTable("made-unsettled")
	f.tab.Indexes = append(f.tab.Indexes, filling)
	f.must(f.b.CreateTable(f.ctx, f.tab))
	made := f.tab
	f.tab = hashTable("changed")
	f.must(f.b.CreateTable(f.ctx, f.tab))
	f.waiting("after a table was made", "made-unsettled")
	f.changeIndexes(filling)
	f.waiting("after a change", "changed", "made-unsettled")

	f.takes(backends.TableJob("changed"), "one", long, "", true)
	f.waiting("while one is done", "made-unsettled")
	if n, err := f.b.CountJobs(f.ctx, backends.TableJobs); n != 2 || err != nil {
		f.Errorf("%d jobs of tables (%v), want 2", n, err)
	}
	f.keeps(backends.TableJob("changed"), "one", "half", 0, true)
	f.waiting("after one was given up", "changed", "made-unsettled")
	next := *f.tab
	next.DeletionProtection = true
	f.must(f.b.UpdateTable(f.ctx, &next))
	f.tab = &next
	f.takes(backends.TableJob("changed"), "one", 0, "half", true)
	f.changeIndexes(byC(1))
	f.waiting("after one was done", "made-unsettled")
	f.must(f.b.DropTable(f.ctx, made))
	f.waiting("after the table was dropped")
}

func (f *fixture) waiting(when string, tables ...string) {
	f.Helper()
	var want []string
	for _, name := range tables {
		want = append(want, backends.TableJob(name))
	}
	got, err := f.b.WaitingJobs(f.ctx, backends.TableJobs, 10)
	f.must(err)
	if !slices.Equal(got, want) {
		f.Errorf("%s, %q wait; want %q", when, got, want)
	}
}
