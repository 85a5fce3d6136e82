package main

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"time"
)

// fault is a way to fail.
type fault struct {
	name string
	// gone says that the database is not there for the servers, so that they may answer with a status of 500 or more.
	gone bool
	do   func() error
}

// faults are what happened, and when the database was not there.
type faults struct {
	mu    sync.Mutex
	times map[string]int
	gone  []window
	late  time.Duration // the longest time from the end of a fault to an answer that tells of it
}

type window struct{ from, to time.Time }

// recovery is how long after a fault of the database answers may still tell of it.
const recovery = 5 * time.Second

// kinds are the faults that are possible here.
func (tr *trial) kinds() []fault {
	one := func() int { return rand.IntN(len(tr.fleet.addresses)) }
	all := []fault{
		{"server killed", false, func() error { return tr.fleet.kill(one()) }},
		{"server drained", false, func() error { return tr.fleet.drain(one()) }},
	}
	if tr.postgres == nil {
		return all
	}
	return append(all,
		fault{"database restarted fast", true, func() error { return tr.postgres.Restart("fast") }},
		fault{"database restarted immediately", true, func() error { return tr.postgres.Restart("immediate") }},
		fault{"sessions terminated", true, tr.postgres.terminate},
		fault{"connections cut in answers", true, func() error { tr.postgres.proxy.cut(); return nil }},
	)
}

// fail lets things fail until the context is done: each kind once in an order by chance, then again.
func (tr *trial) fail(ctx context.Context) error {
	pause := min(tr.pause, tr.length/4)
	for {
		kinds := tr.kinds()
		rand.Shuffle(len(kinds), func(i, j int) { kinds[i], kinds[j] = kinds[j], kinds[i] })
		for _, f := range kinds {
			select {
			case <-ctx.Done():
				return nil
			case <-time.After(pause/4 + rand.N(pause*3/4)):
			}
			if err := tr.failOnce(f); err != nil {
				return fmt.Errorf("%s: %w", f.name, err)
			}
		}
	}
}

func (tr *trial) failOnce(f fault) error {
	began := time.Now()
	at := tr.faults.begin(f, began)
	if err := f.do(); err != nil {
		return err
	}
	tr.faults.end(at)
	return tr.fleet.ended()
}

// begin notes a fault. It gives the place of the time when the database was gone, or -1.
func (f *faults) begin(kind fault, now time.Time) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.times[kind.name]++
	if !kind.gone {
		return -1
	}
	const endless = 24 * time.Hour
	f.gone = append(f.gone, window{now, now.Add(endless)})
	return len(f.gone) - 1
}

func (f *faults) end(at int) {
	if at < 0 {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.gone[at].to = time.Now().Add(recovery)
}

// excuses says whether the database was gone, or just had been, at some time of a request whose answer tells so.
func (f *faults) excuses(began, ended time.Time) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	excused, late := false, recovery
	for _, w := range f.gone {
		if ended.After(w.from) && began.Before(w.to) {
			excused, late = true, min(late, ended.Sub(w.to.Add(-recovery)))
		}
	}
	if excused {
		f.late = max(f.late, late)
	}
	return excused
}

// longest is how long after a fault an answer told of it.
func (f *faults) longest() time.Duration {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.late.Round(time.Millisecond)
}

func (f *faults) String() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	var all []string
	for _, name := range slices.Sorted(maps.Keys(f.times)) {
		all = append(all, fmt.Sprintf("%d times %s", f.times[name], name))
	}
	return strings.Join(all, ", ")
}
