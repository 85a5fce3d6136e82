package postgres

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// doubler is a gatherer that doubles numbers and refuses odd ones. Its groups wait for a token of gate, if there is one.
type doubler struct {
	gatherer[int, int]
	gate   chan struct{}
	groups atomic.Int64
}

var errOdd = errors.New("odd")

func newDoubler(gate chan struct{}) *doubler {
	d := &doubler{gate: gate}
	d.run = func(_ context.Context, group []*request[int, int]) {
		if gate != nil {
			<-gate
		}
		d.groups.Add(1)
		for _, r := range group {
			if r.out = 2 * r.in; r.in%2 == 1 {
				r.err = errOdd
			}
		}
	}
	return d
}

// settled waits until so many groups run and so many requests wait.
func (d *doubler) settled(running, waiting int) {
	for {
		d.mu.Lock()
		done := d.running == running && len(d.waiting) == waiting
		d.mu.Unlock()
		if done {
			return
		}
		runtime.Gosched()
	}
}

func TestEveryCallerGetsItsOwnOutcome(t *testing.T) {
	d := newDoubler(nil)
	var wg sync.WaitGroup
	for n := range 2000 {
		wg.Go(func() {
			out, err := d.do(context.Background(), n)
			if out != 2*n || (n%2 == 1) != errors.Is(err, errOdd) {
				t.Errorf("%d gives %d, %v", n, out, err)
			}
		})
	}
	wg.Wait()
	d.settled(0, 0)
}

func TestThoseWhoWaitAreOneGroup(t *testing.T) {
	const waiting = 20
	d := newDoubler(make(chan struct{}))
	var wg sync.WaitGroup
	for range maxGroups + waiting {
		wg.Go(func() { _, _ = d.do(context.Background(), 2) })
	}
	d.settled(maxGroups, waiting)
	for range maxGroups + 1 {
		d.gate <- struct{}{}
	}
	wg.Wait()
	if got := d.groups.Load(); got != maxGroups+1 {
		t.Errorf("%d requests ran in %d groups", maxGroups+waiting, got)
	}
}

func TestCallersLeave(t *testing.T) {
	d := newDoubler(make(chan struct{}))
	var wg sync.WaitGroup
	for range maxGroups {
		wg.Go(func() { _, _ = d.do(context.Background(), 2) })
	}
	d.settled(maxGroups, 0)
	ctx, cancel := context.WithCancel(context.Background())
	left := make(chan error)
	go func() {
		_, err := d.do(ctx, 2)
		left <- err
	}()
	d.settled(maxGroups, 1)
	cancel()
	if err := <-left; !errors.Is(err, context.Canceled) {
		t.Errorf("who leaves is told %v", err)
	}
	d.settled(maxGroups, 0)
	for range maxGroups {
		d.gate <- struct{}{}
	}
	wg.Wait()
	d.settled(0, 0)
}

// TestLeavingLeaderStillWorks has a caller's context end when it is its turn to run a group: the others of the group do not suffer.
func TestLeavingLeaderStillWorks(t *testing.T) {
	for range 200 {
		d := newDoubler(make(chan struct{}, maxGroups+2))
		var wg sync.WaitGroup
		for range maxGroups {
			wg.Go(func() { _, _ = d.do(context.Background(), 2) })
		}
		d.settled(maxGroups, 0)
		ctx, cancel := context.WithCancel(context.Background())
		wg.Go(func() { _, _ = d.do(ctx, 2) })
		d.settled(maxGroups, 1)
		wg.Go(func() {
			if out, err := d.do(context.Background(), 4); out != 8 || err != nil {
				t.Errorf("%d, %v", out, err)
			}
		})
		d.settled(maxGroups, 2)
		wg.Go(cancel)
		for range maxGroups + 2 {
			d.gate <- struct{}{}
		}
		wg.Wait()
		d.settled(0, 0)
	}
}

// TestGroupsKeepFailuresApart reads and writes items of a table that is there and one that is gone in one group.
func TestGroupsKeepFailuresApart(t *testing.T) {
	ctx := context.Background()
	b := openAt(t, pgtest.URL(t), backends.Options{})
	there, changed, gone := tableOf(t, b, "there"), tableOf(t, b, "changed"), tableOf(t, b, "gone")
	newer := *changed
	if err := errors.Join(b.UpdateTable(ctx, &newer), b.DropTable(ctx, gone)); err != nil {
		t.Fatal(err)
	}
	var gets []*getRequest
	for _, tables := range [][]*catalog.Table{{there, changed}, {there, changed, gone}} {
		var puts []*writeRequest
		gets = nil
		for i, tab := range tables {
			w := putOf(t, tab, fmt.Sprintf(`{"pk":{"S":"k%d"},"n":{"N":"1"}}`, i))
			puts = append(puts, &writeRequest{in: &w})
			gets = append(gets, &getRequest{in: plan.Read{Table: tab, Key: w.Key}})
		}
		b.writeGroup(ctx, puts)
		for i, r := range puts {
			if want := i > 0; (codeOfError(r.err) == backends.CodeStale) != want || !want && r.err != nil {
				t.Errorf("%d tables: writing to table %q gives %v", len(tables), tables[i].Name, r.err)
			}
		}
	}
	b.getGroup(ctx, gets)
	if gets[0].err != nil || gets[0].out.Doc == nil || gets[1].err != nil || gets[1].out.Doc != nil || codeOfError(gets[2].err) != backends.CodeStale {
		t.Errorf("reading gives %+v, %+v, %+v", gets[0], gets[1], gets[2])
	}
}
