package main

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

// side is a server that is measured: a subject or the floor.
type side struct {
	address  string // host:port
	pid      int    // 0: its CPU is not known
	postgres int    // the process whose children serve its database; 0: there is none, or it is elsewhere
	figures  bool   // it answers /metrics
	signed   bool   // requests are truly signed
}

// dial connects a client that signs, if the side wants that.
func (s side) dial() (*client, error) {
	c, err := dial(s.address)
	if err == nil && s.signed {
		c.sign = newSigner(s.address)
	}
	return c, err
}

// trial says how a workload is run.
type trial struct {
	shape
	connections int
	duration    time.Duration
	seed        uint64
	once        *permutation // of the items a workload may ask for only once
}

const (
	// warmUp is how long a workload runs before it is measured.
	warmUp = 200 * time.Millisecond
	// slow is the time of a single request from which on a workload is not warmed up further: a slow server must not take hours.
	slow = 20 * time.Millisecond
)

// sample is one measurement.
type sample struct {
	seconds   float64
	used      usage             // for all requests together
	latencies [][]time.Duration // of each part of the workload, sorted
	conflicts int               // requests the server refused because of others; they are not among the latencies
	answered  int               // bytes of all answers' bodies
}

// measure warms a workload up and measures it. Around what is measured it calls window, if there is one.
func measure(s side, w workload, t trial, window func() error) (m sample, err error) {
	if w.consumes {
		m, err = measureConsuming(s, w, t, window)
	} else {
		m, err = measureWarm(s, w, t, window)
	}
	if err != nil {
		return sample{}, fmt.Errorf("%s: %w", w.name, err)
	}
	for _, l := range m.latencies {
		slices.Sort(l)
	}
	return m, nil
}

// measureConsuming measures a workload that uses items up. When none are left they are put back, which is not measured, and it goes on: a small
// table is asked for as long as a large one, and what the server does in the background falls into the measurement of both.
func measureConsuming(s side, w workload, t trial, window func() error) (sample, error) {
	all := sample{latencies: make([][]time.Duration, len(w.parts))}
	for whole := t.duration; t.duration > 0; t.duration = whole - time.Duration(all.seconds*float64(time.Second)) {
		t.once = newPermutation(t.items, t.seed)
		m, err := measureWarm(s, w, t, window)
		if err == nil {
			err = fill(s, t.shape, filling{table: w.table.name, count: t.once.taken(), item: w.table.item, id: t.once.at})
		}
		if err != nil {
			return sample{}, err
		}
		all.add(m)
		t.seed++
		window = nil // a profile is of the first
	}
	return all, nil
}

// add adds what was measured after it.
func (m *sample) add(o sample) {
	m.seconds += o.seconds
	m.used = m.used.plus(o.used)
	m.conflicts += o.conflicts
	m.answered += o.answered
	for i, l := range o.latencies {
		m.latencies[i] = append(m.latencies[i], l...)
	}
}

func measureWarm(s side, w workload, t trial, window func() error) (sample, error) {
	if err := warm(s, w, t); err != nil {
		return sample{}, err
	}
	if err := call(window); err != nil {
		return sample{}, err
	}
	before, err := s.usage()
	if err != nil {
		return sample{}, err
	}
	start := time.Now()
	m, err := runFor(s, w, t)
	if err != nil {
		return sample{}, err
	}
	m.seconds = time.Since(start).Seconds()
	after, err := s.usage()
	if err != nil {
		return sample{}, err
	}
	m.used = after.since(before)
	return m, call(window)
}

func call(window func() error) error {
	if window == nil {
		return nil
	}
	return window()
}

// warm asks once, looks whether the answer is whole, and then runs the workload for a moment, unless it would use up what is measured.
func warm(s side, w workload, t trial) error {
	began := time.Now()
	if err := probe(s, w, t); err != nil {
		return err
	}
	if time.Since(began) > slow || w.consumes {
		return nil
	}
	t.duration, t.seed = warmUp, t.seed+1000
	_, err := runFor(s, w, t)
	return err
}

// probe sends one request of each part. An answer that has not as many items as it should is an error: a server is not fast because it
// does not answer.
func probe(s side, w workload, t trial) error {
	c, err := s.dial()
	if err != nil {
		return err
	}
	defer c.close()
	g := t.generator(-1)
	for _, p := range w.parts {
		if err := c.do(prefix(s.address, p.op), p.body(nil, g)); err != nil {
			return err
		}
	}
	const page = 1_000_000
	got := bytes.Count(c.body, []byte(`"text0"`))
	if w.answered*t.size < page*9/10 && w.answered > 0 && got != w.answered {
		return fmt.Errorf("an answer of %d items instead of %d: %.300s", got, w.answered, c.body)
	}
	return nil
}

// generator makes the requests of one connection.
func (t trial) generator(connection int) *generator {
	g := newGenerator(t.seed*1_000_003+uint64(connection), t.shape)
	g.once = t.once
	return g
}

// runFor runs the workload in a closed loop: each connection sends its next request when it has the answer to the last. The first error
// of any connection fails it.
func runFor(s side, w workload, t trial) (sample, error) {
	results := make([]sample, t.connections)
	errs := make([]error, t.connections)
	deadline := time.Now().Add(t.duration)
	var wg sync.WaitGroup
	for i := range t.connections {
		wg.Go(func() { results[i], errs[i] = runOne(s, w, deadline, t.generator(i)) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return sample{}, err
		}
	}
	all := sample{latencies: make([][]time.Duration, len(w.parts))}
	for _, r := range results {
		for i, l := range r.latencies {
			all.latencies[i] = append(all.latencies[i], l...)
		}
		all.conflicts += r.conflicts
		all.answered += r.answered
	}
	return all, nil
}

// runOne is one connection's loop.
func runOne(s side, w workload, deadline time.Time, g *generator) (sample, error) {
	c, err := s.dial()
	if err != nil {
		return sample{}, err
	}
	defer c.close()
	var heads [][]byte
	m := sample{latencies: make([][]time.Duration, len(w.parts))}
	for i, p := range w.parts {
		heads = append(heads, prefix(s.address, p.op))
		m.latencies[i] = make([]time.Duration, 0, 1<<12)
	}
	var body []byte
	for {
		i := w.pick(g)
		if body = w.parts[i].body(body[:0], g); len(body) == 0 {
			return m, nil
		}
		start := time.Now()
		if start.After(deadline) {
			return m, nil
		}
		switch err := c.measured(heads[i], body); {
		case isConflict(err):
			m.conflicts++
		case err != nil:
			return m, err
		default:
			m.latencies[i] = append(m.latencies[i], time.Since(start))
			m.answered += c.length
		}
	}
}

// isConflict says whether a server refused a request because of another that touches the same item. It may.
func isConflict(err error) bool {
	var answer *answerError
	return errors.As(err, &answer) && bytes.Contains(answer.body, []byte("TransactionConflict"))
}

// quantile is 0 of nothing.
func quantile(sorted []time.Duration, q float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(int(q*float64(len(sorted))), len(sorted)-1)]
}
