package main

import (
	"errors"
	"fmt"
	"maps"
	"net"
	"slices"
	"strings"
	"sync"
	"time"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
)

// outcome is what a client knows of its request.
type outcome int

const (
	done    outcome = iota
	refused         // it did not happen: an answer says so
	unsent          // it did not happen: no server took it
	unknown         // it may have happened, may still happen, or not
	outcomes
)

// failed is the least status of an answer that leaves open what happened.
const failed = 500

func outcomeOf(err error) (o outcome, status int) {
	var response *awshttp.ResponseError
	var dial *net.OpError
	switch {
	case err == nil:
		return done, 200
	case errors.As(err, &response) && response.HTTPStatusCode() >= failed:
		return unknown, response.HTTPStatusCode()
	case errors.As(err, &response) && response.HTTPStatusCode() >= 400:
		return refused, response.HTTPStatusCode()
	case errors.As(err, &dial) && dial.Op == "dial":
		return unsent, 0
	}
	return unknown, 0
}

// tally counts requests, and keeps what must not be.
type tally struct {
	faults *faults

	mu      sync.Mutex
	counts  map[string]*[outcomes]int // by kind of request
	excused int                       // answers with a status of 500 or more, when the database was gone
	wrong   []string
	wrongs  int
}

// mostWrong is how many things are told that must not be.
const mostWrong = 20

// violation notes what must not be.
func (t *tally) violation(format string, values ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.wrongs++
	if len(t.wrong) < mostWrong {
		t.wrong = append(t.wrong, time.Now().Format("15:04:05.000 ")+fmt.Sprintf(format, values...))
	}
}

// note counts a request that began at some time and has just ended.
func (t *tally) note(kind string, began time.Time, err error) outcome {
	o, status := outcomeOf(err)
	if status >= failed && !t.faults.excuses(began, time.Now()) {
		t.violation("%s is answered with %d while the database is there: %v", kind, status, err)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.counts[kind] == nil {
		t.counts[kind] = new([outcomes]int)
	}
	t.counts[kind][o]++
	if status >= failed {
		t.excused++
	}
	return o
}

// verdict is what must not be, or nil.
func (t *tally) verdict() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.wrongs == 0 {
		return nil
	}
	return fmt.Errorf("%d violations:\n  %s", t.wrongs, strings.Join(t.wrong, "\n  "))
}

func (t *tally) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	var all strings.Builder
	var sums [outcomes]int
	line := func(kind string, n [outcomes]int) {
		fmt.Fprintf(&all, "  %-28s %8d %8d %8d %8d\n", kind, n[done], n[refused], n[unsent], n[unknown])
	}
	fmt.Fprintf(&all, "  %-28s %8s %8s %8s %8s\n", "", "done", "refused", "unsent", "unknown")
	for _, kind := range slices.Sorted(maps.Keys(t.counts)) {
		line(kind, *t.counts[kind])
		for o, n := range t.counts[kind] {
			sums[o] += n
		}
	}
	line("in all", sums)
	fmt.Fprintf(&all, "  %d of unknown outcome were answered with a status of 500 or more while the database was gone, or up to %v after it was back", t.excused, t.faults.longest())
	return all.String()
}
