package background

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"
)

// leases is a database's jobs in memory.
type leases struct {
	mu   sync.Mutex
	jobs map[string]*leased
	down bool
}

type leased struct {
	holder string
	until  time.Time
	state  []byte
}

func newLeases() *leases { return &leases{jobs: map[string]*leased{}} }

var errDown = errors.New("the database is down")

// want notes a job that nobody does.
func (l *leases) want(name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.jobs[name] = &leased{}
}

func (l *leases) names() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var names []string
	for n := range l.jobs {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

func (l *leases) fail(down bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.down = down
}

func (l *leases) TakeJob(_ context.Context, name, holder string, hold time.Duration) ([]byte, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.down {
		return nil, false, errDown
	}
	j := l.jobs[name]
	if j == nil {
		j = &leased{}
		l.jobs[name] = j
	}
	if j.holder != holder && j.until.After(time.Now()) {
		return nil, false, nil
	}
	j.holder, j.until = holder, time.Now().Add(hold)
	return j.state, true, nil
}

func (l *leases) SaveJob(_ context.Context, name, holder string, state []byte, hold time.Duration) (bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	j := l.jobs[name]
	if j == nil || j.holder != holder {
		return false, nil
	}
	j.state, j.until = state, time.Now().Add(hold)
	return true, nil
}

func (l *leases) EndJob(_ context.Context, name, holder string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if j := l.jobs[name]; j != nil && j.holder == holder {
		delete(l.jobs, name)
	}
	return nil
}

func (l *leases) WaitingJobs(_ context.Context, prefix string, limit int) ([]string, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.down {
		return nil, errDown
	}
	var names []string
	for n, j := range l.jobs {
		if strings.HasPrefix(n, prefix) && !j.until.After(time.Now()) {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return names[:min(limit, len(names))], nil
}
