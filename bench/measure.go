package main

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

// side is a server that is measured: ddbsql or the floor.
type side struct {
	address string // host:port
	pid     int    // 0: its CPU is not known
}

// sample is one measurement.
type sample struct {
	requests int
	seconds  float64
	p50, p99 time.Duration
	cpu      time.Duration // of the server process, for all requests together
}

func (s sample) rate() float64 { return float64(s.requests) / s.seconds }

func (s sample) cpuPerRequest() time.Duration {
	if s.requests == 0 {
		return 0
	}
	return s.cpu / time.Duration(s.requests)
}

// warmUp is how long a workload runs before it is measured.
const warmUp = 200 * time.Millisecond

// measure runs a workload in a closed loop: each connection sends its next request when it has the answer to the last.
func measure(s side, w workload, connections int, d time.Duration, items int, seed uint64) (sample, error) {
	if _, err := runFor(s, w, connections, warmUp, items, seed+1000); err != nil {
		return sample{}, err
	}
	cpuBefore, err := cpuTime(s.pid)
	if err != nil {
		return sample{}, err
	}
	start := time.Now()
	latencies, err := runFor(s, w, connections, d, items, seed)
	if err != nil {
		return sample{}, err
	}
	elapsed := time.Since(start)
	cpuAfter, err := cpuTime(s.pid)
	if err != nil {
		return sample{}, err
	}
	slices.Sort(latencies)
	return sample{
		requests: len(latencies), seconds: elapsed.Seconds(), cpu: cpuAfter - cpuBefore,
		p50: quantile(latencies, 0.50), p99: quantile(latencies, 0.99),
	}, nil
}

func quantile(sorted []time.Duration, q float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(int(q*float64(len(sorted))), len(sorted)-1)]
}

// runFor runs the closed loop and returns the latency of each request. The first error of any connection ends it.
func runFor(s side, w workload, connections int, d time.Duration, items int, seed uint64) ([]time.Duration, error) {
	results := make([][]time.Duration, connections)
	errs := make([]error, connections)
	deadline := time.Now().Add(d)
	var wg sync.WaitGroup
	for i := range connections {
		wg.Go(func() {
			results[i], errs[i] = runOne(s, w, deadline, newGenerator(seed*1_000_003+uint64(i), items))
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", w.name, err)
		}
	}
	return slices.Concat(results...), nil
}

func runOne(s side, w workload, deadline time.Time, g *generator) ([]time.Duration, error) {
	c, err := dial(s.address)
	if err != nil {
		return nil, err
	}
	defer c.close()
	head := prefix(s.address, w.op)
	latencies := make([]time.Duration, 0, 1<<14)
	var body []byte
	for {
		body = w.body(body[:0], g)
		start := time.Now()
		if start.After(deadline) {
			return latencies, nil
		}
		if err := c.do(head, body); err != nil {
			return nil, err
		}
		latencies = append(latencies, time.Since(start))
	}
}
