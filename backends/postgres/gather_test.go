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
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// doubler is a gatherer that doubles numbers and refuses odd ones. Its groups wait for a token of gate, if there is one.
type doubler struct {
	gatherer[int, int]
	gate   chan struct{}
	groups atomic.Int64
	inside atomic.Int64 // groups that wait at the gate or work
}

var errOdd = errors.New("odd")

func newDoubler(gate chan struct{}) *doubler {
	d := &doubler{gate: gate}
	d.run = func(_ context.Context, group []*request[int, int]) {
		d.inside.Add(1)
		defer d.inside.Add(-1)
		if gate != nil {
			<-gate
		}
		d.groups.Add(1)
		for _, r := range group {
			if r.out, r.err = 2*r.in, nil; r.in%2 == 1 {
				r.err = errOdd
			}
		}
	}
	return d
}

// settled waits until so many groups run, with all who came with them, and so many requests wait.
func (d *doubler) settled(running, waiting int) {
	for {
		d.mu.Lock()
		done := d.running == running && d.inside.Load() == int64(running) && len(d.waiting) == waiting
		d.mu.Unlock()
		if done {
			return
		}
		runtime.Gosched()
	}
}

// fill makes as many groups run as may.
func (d *doubler) fill(wg *sync.WaitGroup) {
	for n := range maxGroups {
		wg.Go(func() { _, _ = d.do(context.Background(), 2) })
		d.settled(n+1, 0)
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
	for n := range maxGroups + waiting {
		wg.Go(func() { _, _ = d.do(context.Background(), 2) })
		d.settled(min(n+1, maxGroups), max(n+1-maxGroups, 0))
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
	d.fill(&wg)
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

// TestPanicStopsNobodyElse has a group break off: its members are told, and the next group runs.
func TestPanicStopsNobodyElse(t *testing.T) {
	d := newDoubler(nil)
	run := d.run
	d.run = func(ctx context.Context, group []*request[int, int]) {
		if group[0].in == 0 {
			panic("zero")
		}
		run(ctx, group)
	}
	together(&d.gatherer, 3, func(int) {
		defer func() { _ = recover() }()
		if out, err := d.do(context.Background(), 0); !errors.Is(err, errUnknown) {
			t.Errorf("a member of a group that broke off gets %d, %v", out, err)
		}
	})
	d.settled(0, 0)
	if out, err := d.do(context.Background(), 2); out != 4 || err != nil {
		t.Errorf("the next gets %d, %v", out, err)
	}
}

// TestLeavingLeaderStillWorks has a caller's context end when it is its turn to run a group: the others of the group do not suffer.
func TestLeavingLeaderStillWorks(t *testing.T) {
	for range 200 {
		d := newDoubler(make(chan struct{}, maxGroups+2))
		var wg sync.WaitGroup
		d.fill(&wg)
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

// together makes n calls wait for each other, so that they are one group.
func together[In, Out any](g *gatherer[In, Out], n int, call func(i int)) {
	g.mu.Lock()
	g.running += maxGroups
	g.mu.Unlock()
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { call(i) })
	}
	for waiting := 0; waiting < n; runtime.Gosched() {
		g.mu.Lock()
		waiting = len(g.waiting)
		g.mu.Unlock()
	}
	for range maxGroups {
		g.next()
	}
	wg.Wait()
}

// TestGroupsKeepFailuresApart reads and writes items of a table that is there, one that has changed and one that is gone in one group.
func TestGroupsKeepFailuresApart(t *testing.T) {
	ctx := context.Background()
	b := openAt(t, pgtest.URL(t), backends.Options{})
	there, changed, gone := tableOf(t, b, "there"), tableOf(t, b, "changed"), tableOf(t, b, "gone")
	newer := *changed
	if err := errors.Join(b.UpdateTable(ctx, &newer), b.DropTable(ctx, gone)); err != nil {
		t.Fatal(err)
	}
	put := func(tab *catalog.Table) plan.ItemWrite { return putOf(t, tab, `{"pk":{"S":"k"},"n":{"N":"1"}}`) }
	for _, tables := range [][]*catalog.Table{{there, changed}, {there, changed, gone}} {
		together(&b.writes, len(tables), func(i int) {
			_, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{put(tables[i])}})
			if want := i > 0; (codeOfError(err) == backends.CodeStale) != want || !want && err != nil {
				t.Errorf("%d tables: writing to table %q gives %v", len(tables), tables[i].Name, err)
			}
		})
		together(&b.gets, len(tables), func(i int) {
			rows, err := b.Get(ctx, &plan.Get{Reads: []plan.Read{{Table: tables[i], Key: put(tables[i]).Key}}}, nil)
			if (codeOfError(err) == backends.CodeStale) != (i == 2) || err == nil && (rows[0].Doc != nil) != (i == 0) {
				t.Errorf("%d tables: reading table %q gives %+v, %v", len(tables), tables[i].Name, rows, err)
			}
		})
	}
}

// TestGroupsAreFewStatements counts what the database is asked when many callers come at once.
func TestGroupsAreFewStatements(t *testing.T) {
	ctx := context.Background()
	var log statementLog
	b := openAt(t, pgtest.URL(t), backends.Options{Observe: log.observe})
	tab, indexed := tableOf(t, b, "t"), tableOf(t, b, "indexed", "a")
	doc := func(i int) string { return fmt.Sprintf(`{"pk":{"S":"k%d"},"a":{"S":"x"}}`, i) }
	if _, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{putOf(t, tab, doc(0))}}); err != nil {
		t.Fatal(err)
	}
	write := func(make func(i int) plan.ItemWrite) {
		together(&b.writes, 3, func(i int) {
			results, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{make(i)}})
			if err != nil || results[0].ConditionFailed {
				t.Errorf("write %d gives %+v, %v", i, results, err)
			}
		})
	}
	conditional := func(i int, old bool) plan.ItemWrite {
		w := putOf(t, tab, doc(i))
		w.Condition, w.HoldsOnMissing, w.NeedOld = notExists("b"), true, old
		return w
	}
	cases := []struct {
		name, want string
		do         func()
	}{
		{"reads are one statement", "get_items", func() {
			together(&b.gets, 3, func(i int) {
				_, err := b.Get(ctx, &plan.Get{Reads: []plan.Read{{Table: tab, Key: putOf(t, tab, doc(i)).Key}}}, nil)
				if err != nil {
					t.Error(err)
				}
			})
		}},
		{"blind puts are one statement", "put_items", func() { write(func(i int) plan.ItemWrite { return putOf(t, tab, doc(i)) }) }},
		{"with index entries, too", "put_items", func() { write(func(i int) plan.ItemWrite { return putOf(t, indexed, doc(i)) }) }},
		{"puts of one item are one statement each", "put_item put_item put_item", func() { write(func(int) plan.ItemWrite { return putOf(t, tab, doc(7)) }) }},
		{"puts on one condition are one statement", "put_item_if_many", func() { write(func(i int) plan.ItemWrite { return conditional(i, false) }) }},
		{"which gives old items, too", "put_item_if_many", func() { write(func(i int) plan.ItemWrite { return conditional(i, true) }) }},
		{"on conditions of different forms they are one statement each", "put_item_if put_item_if put_item_if", func() {
			write(func(i int) plan.ItemWrite {
				w := conditional(i, false)
				w.Condition = notExists(fmt.Sprint("b", i))
				return w
			})
		}},
		{"updates are one statement", "update_item_many", func() { write(func(i int) plan.ItemWrite { return addOf(t, tab, fmt.Sprintf("k%d", i)) }) }},
		{"deletes of what is not there ask for the table's version", "delete_items get_version get_version get_version", func() {
			write(func(i int) plan.ItemWrite {
				w := putOf(t, tab, doc(20+i))
				w.Kind, w.Item = plan.Delete, nil
				return w
			})
		}},
	}
	for _, c := range cases {
		log.take()
		c.do()
		if got := log.take(); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestLockedRowStopsNobodyElse has a row locked while a group writes it with others: the others do not wait for it.
func TestLockedRowStopsNobodyElse(t *testing.T) {
	ctx := context.Background()
	b := openAt(t, pgtest.URL(t), backends.Options{})
	tab := tableOf(t, b, "t")
	load(t, b, tab, 5, 1)
	var others sync.WaitGroup
	others.Add(4)
	err := b.with(ctx, func(s *session) error {
		if _, err := s.pg.Exec(ctx, "BEGIN; SELECT * FROM "+sqlgen.ItemTable(tab)+" WHERE item -> 'pk' ->> 'S' = 'p0' FOR UPDATE").ReadAll(); err != nil {
			return err
		}
		released := make(chan error)
		go func() {
			others.Wait()
			released <- s.rollback(ctx, nil)
		}()
		together(&b.writes, 5, func(i int) {
			if _, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{putOf(t, tab, fmt.Sprintf(`{"pk":{"S":"p%d"},"n":{"N":"9"}}`, i))}}); err != nil {
				t.Errorf("item %d: %v", i, err)
			}
			if i > 0 {
				others.Done()
			}
		})
		return <-released
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := item(t, b, tab, "p0"); got == "" {
		t.Error("the locked item was not written")
	}
}
