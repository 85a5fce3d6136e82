package faults

import (
	"math/rand/v2"
	"sync"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// active is a rule in force.
type active struct {
	Rule
	id         int
	operations map[string]bool

	mu                      sync.Mutex
	seen, matched, injected int64
}

func (a *active) listed() Listed {
	a.mu.Lock()
	defer a.mu.Unlock()
	return Listed{Id: a.id, Rule: a.Rule, Seen: a.seen, Matched: a.matched, Injected: a.injected}
}

// delays tells whether the rule only makes answers late.
func (a *active) delays() bool {
	return a.Error == "" && !a.Drop && a.Unprocessed == 0 && a.PageSize == 0
}

// match gives the places, among what a request touches, of what the rule is for; none if the request is not.
func (a *active) match(r *request) (places []int) {
	if !a.operations[r.operation] || r.is == reading && a.Error == string(apierr.TransactionConflict) || r.is == writing && a.PageSize != 0 {
		return nil
	}
	if a.AccessKey != "" && !matches(a.AccessKey, r.accessKey) {
		return nil
	}
	for i, t := range r.touched {
		if a.Table != "" && !matches(a.Table, t.table) || len(a.Key) > 0 && !keyMatches(a.Key, t.key) {
			continue
		}
		places = append(places, i)
	}
	return places
}

// note counts a request that the rule is asked about, and tells whether it is to have the fault: not if another rule has answered it, and
// not if it does not match.
func (a *active) note(answered, matches bool) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.seen++
	if answered || !matches {
		return false
	}
	a.matched++
	if !a.chosen(a.matched) || a.Times > 0 && a.injected >= a.Times {
		return false
	}
	a.injected++
	return true
}

// chosen tells whether the nth request that matches is one that gets the fault.
func (a *active) chosen(n int64) bool {
	switch {
	case a.Nth > 0 && n != a.Nth, a.Every > 0 && n%a.Every != 0, a.First > 0 && n > a.First:
		return false
	}
	// A generator for each request: what becomes of the nth does not depend on who asks first.
	return a.Probability == 0 || rand.New(rand.NewPCG(a.Seed, uint64(n))).Float64() < a.Probability
}

// verdict is what the rules make of a request.
type verdict struct {
	before, after time.Duration // how long it waits before and after its effect
	fault         *active       // nil for none
	places        []int         // what the fault is for, among what the request touches
}

// judge asks all rules, in order. The first that has a fault for the request decides; those that only delay leave it to the others.
func (rs *Rules) judge(r *request) (v verdict) {
	for _, a := range rs.all() {
		places := a.match(r)
		if !a.note(v.fault != nil, len(places) > 0) {
			continue
		}
		if a.After {
			v.after += time.Duration(a.Latency)
		} else {
			v.before += time.Duration(a.Latency)
		}
		if !a.delays() {
			v.fault, v.places = a, places
		}
	}
	return v
}
