package postgres

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"
	"time"
)

// Bounds of gathering: how many groups run at once, how many requests are in one, and how long it may take. Few groups are large
// ones: see docs/adr/0006-groups.md for what that is worth.
const (
	maxGroups    = 2
	maxGroup     = 100
	groupTimeout = time.Minute
)

// errAlone tells the members of a group that nothing of it happened: each is to run by itself.
var errAlone = errors.New("the group did not run")

// errUnknown is the outcome of those whose group ended in a panic.
var errUnknown = errors.New("the group broke off")

// gatherer runs small requests of many callers in groups, for one statement on many rows costs the database far less than many
// statements. Nobody waits for company: a request runs at once and alone while fewer than maxGroups are running; those that come
// meanwhile are the next group. Callers do the work themselves, one of each group for all of it.
type gatherer[In, Out any] struct {
	// run carries out a group and fills in the outcome of each request, its error too.
	run func(ctx context.Context, group []*request[In, Out])

	mu      sync.Mutex
	waiting []*request[In, Out]
	running int
}

// request is what one caller wants, and gets.
type request[In, Out any] struct {
	in  In
	out Out
	err error
	// turn tells the caller what to do once it waited: run this group, or nothing (nil), for the outcome is there.
	turn chan []*request[In, Out]
}

// do carries out a request. A caller whose context ends does not wait any more for a group that somebody else runs.
func (g *gatherer[In, Out]) do(ctx context.Context, in In) (Out, error) {
	r := &request[In, Out]{in: in}
	if g.mayRun(r) {
		runtime.Gosched()
		if group := g.company(r); len(group) > 1 {
			g.leadFor(ctx, group)
		} else {
			g.lead(ctx, group)
		}
		return r.out, r.err
	}
	select {
	case group := <-r.turn:
		g.leadFor(ctx, group)
		return r.out, r.err
	case <-ctx.Done():
	}
	if !g.leave(r) {
		select {
		case group := <-r.turn: // the others of the group count on us
			g.leadFor(ctx, group)
		default:
		}
	}
	var none Out
	return none, ctx.Err()
}

// mayRun says whether a request may run now; otherwise it waits from now on.
func (g *gatherer[In, Out]) mayRun(r *request[In, Out]) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.running < maxGroups {
		g.running++
		return true
	}
	r.turn = make(chan []*request[In, Out], 1)
	g.waiting = append(g.waiting, r)
	return false
}

// company gives the group of a request that may run: with those who came while it let others run.
func (g *gatherer[In, Out]) company(r *request[In, Out]) []*request[In, Out] {
	g.mu.Lock()
	defer g.mu.Unlock()
	return append([]*request[In, Out]{r}, g.take(maxGroup-1)...)
}

// take takes up to n of those who wait, the first ones.
func (g *gatherer[In, Out]) take(n int) []*request[In, Out] {
	n = min(n, len(g.waiting))
	group := slices.Clone(g.waiting[:n])
	g.waiting = slices.Delete(g.waiting, 0, n)
	return group
}

// leave takes a request back that nobody has begun.
func (g *gatherer[In, Out]) leave(r *request[In, Out]) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	i := slices.Index(g.waiting, r)
	if i >= 0 {
		g.waiting = slices.Delete(g.waiting, i, i+1)
	}
	return i >= 0
}

// leadFor runs a group, if there is one, on behalf of all its callers: the end of one caller's context does not end it.
func (g *gatherer[In, Out]) leadFor(ctx context.Context, group []*request[In, Out]) {
	if group == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), groupTimeout)
	defer cancel()
	g.lead(ctx, group)
}

// lead runs a group and tells its members, even after a panic.
func (g *gatherer[In, Out]) lead(ctx context.Context, group []*request[In, Out]) {
	for _, r := range group {
		r.err = errUnknown
	}
	defer func() {
		for _, r := range group[1:] {
			r.turn <- nil
		}
		g.next()
	}()
	g.run(ctx, group)
}

// next makes the first of those who wait run the next group.
func (g *gatherer[In, Out]) next() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.waiting) == 0 {
		g.running--
		return
	}
	group := g.take(maxGroup)
	group[0].turn <- group
}
