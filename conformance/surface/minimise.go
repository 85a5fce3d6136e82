package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

// findings are the faults that were found, each kind once with the smallest request that shows it.
type findings struct {
	mu    sync.Mutex
	times map[string]int
	texts map[string]string
}

func newFindings() *findings { return &findings{times: map[string]int{}, texts: map[string]string{}} }

// add counts a fault and says whether it is the first of its kind.
func (f *findings) add(fault string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.times[fault]++
	return f.times[fault] == 1
}

func (f *findings) tell(fault, text string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.texts[fault] = text
}

func (f *findings) String() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	var all []string
	for fault, times := range f.times {
		all = append(all, fmt.Sprintf("%s (%d times)\n%s", fault, times, f.texts[fault]))
	}
	sort.Strings(all)
	return strings.Join(all, "\n")
}

// tries is how many requests are spent on making one smaller.
const tries = 400

// minimise looks for the smallest request that is answered with the same fault. What cannot be shown again, since an item or a table was
// another one then, stays as it is.
func (l *lane) minimise(r *request, both [2]answer, fault string) string {
	again := func(r *request) bool {
		answers, err := l.exchange(r)
		if err != nil || judge(r, answers) != fault {
			return false
		}
		both = answers
		return true
	}
	note := "shown once; it depends on what was there"
	if again(r) {
		note = "shown again by itself"
		if r.raw == nil {
			r = shrink(r, again)
		}
	}
	a, b := apart(both[0].plain(), both[1].plain())
	return fmt.Sprintf("  %s\n  %s%+v\n  %s\n  %s: %d %s\n  %s: %d %s", note, r.operation, r.head, clip(string(r.text())), sides[0], both[0].status, a, sides[1], both[1].status, b)
}

// apart are two long answers from a little before the place where they begin to differ.
func apart(a, b string) (string, string) {
	const before = 200
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	at = max(0, at-before)
	return clip(a[at:]), clip(b[at:])
}

// shrink drops whatever can go.
func shrink(r *request, again func(*request) bool) *request {
	for left, at := tries, 0; left > 0; left-- {
		smaller := &request{operation: r.operation, head: r.head, body: r.body.clone()}
		all := places(smaller.body)
		if at >= len(all) {
			return r
		}
		all[at].drop()
		if again(smaller) {
			r = smaller
		} else {
			at++
		}
	}
	return r
}

func clip(s string) string {
	const most = 1000
	if len(s) > most {
		return s[:most] + "..."
	}
	return s
}

// cursorOf is a key as requests have it.
func cursorOf(key map[string]map[string]string) node {
	names := make([]string, 0, len(key))
	for name := range key {
		names = append(names, name)
	}
	sort.Strings(names)
	o := obj()
	for _, name := range names {
		for kind, value := range key[name] {
			o.set(name, obj(kind, text(value)))
		}
	}
	return o
}
