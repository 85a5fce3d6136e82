// Package faults answers chosen requests as the service does on a bad day: throttled, in conflict, slow, half done, or not at all. Rules
// say which requests and what becomes of them, so that programs can be tested on what happens to them rarely. Engine stands around the
// engine that does the work; what no rule wants passes through.
package faults

import (
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/ddbsql/ddbsql/grammar"
)

// Rules are the rules in force. They are safe for concurrent use, by several engines too.
type Rules struct {
	// active is nil while there are none: that is all that requests then look at.
	active atomic.Pointer[[]*active]
	texts  *grammar.Cache

	mu   sync.Mutex
	last int // the id given last
}

// cachedTexts is how many expressions and statements are kept parsed while there are rules.
const cachedTexts = 256

// NewRules makes an empty set.
func NewRules() *Rules { return &Rules{texts: grammar.NewCache(cachedTexts)} }

// Listed is a rule as lists show it, with what became of it so far.
type Listed struct {
	Id int
	Rule
	// Seen are the requests since the rule was added, Matched those of them that are of its operations, tables and keys and that no rule
	// before it answered, Injected those that it answered or delayed.
	Seen, Matched, Injected int64
}

// Add adds rules behind those that are there, and gives their ids. If one of them cannot be, none is added, and the error says why.
func (rs *Rules) Add(rules ...Rule) ([]int, error) {
	added := make([]*active, len(rules))
	for i := range rules {
		a, err := compile(rules[i])
		if err != nil {
			if len(rules) > 1 {
				err = fmt.Errorf("rule %d: %w", i+1, err)
			}
			return nil, err
		}
		added[i] = a
	}
	rs.mu.Lock()
	defer rs.mu.Unlock()
	ids := make([]int, len(added))
	for i, a := range added {
		rs.last++
		a.id, ids[i] = rs.last, rs.last
	}
	rs.set(append(slices.Clone(rs.all()), added...))
	return ids, nil
}

// List gives the rules in their order.
func (rs *Rules) List() []Listed {
	all := rs.all()
	listed := make([]Listed, len(all))
	for i, a := range all {
		listed[i] = a.listed()
	}
	return listed
}

// Remove removes a rule and tells whether it was there.
func (rs *Rules) Remove(id int) bool {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	old := rs.all()
	left := slices.DeleteFunc(slices.Clone(old), func(a *active) bool { return a.id == id })
	rs.set(left)
	return len(left) < len(old)
}

// Clear removes all rules and tells how many there were.
func (rs *Rules) Clear() int {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	n := len(rs.all())
	rs.set(nil)
	return n
}

func (rs *Rules) all() []*active {
	if all := rs.active.Load(); all != nil {
		return *all
	}
	return nil
}

// set replaces the rules; the caller holds rs.mu.
func (rs *Rules) set(all []*active) {
	if len(all) == 0 {
		rs.active.Store(nil)
		return
	}
	rs.active.Store(&all)
}
