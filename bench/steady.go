package main

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

// A steady load: so many connections ask so many times in a second together, whether or not the server is fast.
const (
	steadyConnections = 8
	steadyRate        = 800
)

// steadyFigures are what was measured under the steady load in the same moment of each round, in microseconds.
type steadyFigures struct {
	name     string
	requests int
	p50, p99 []float64
}

// add measures another round: while work is done.
func (f *steadyFigures) add(s side, seed uint64, work func() error) error {
	latencies, err := askSteadily(s, seed, work)
	if err != nil {
		return err
	}
	slices.Sort(latencies)
	f.requests += len(latencies)
	f.p50 = append(f.p50, float64(quantile(latencies, 0.50).Microseconds()))
	f.p99 = append(f.p99, float64(quantile(latencies, 0.99).Microseconds()))
	return nil
}

// steadyKinds are what is asked for, in turn; none of it expires.
var steadyKinds = []struct {
	op   string
	body func(dst []byte, g *generator) []byte
}{
	{"GetItem", func(dst []byte, g *generator) []byte {
		return fmt.Appendf(dst, `{"TableName":"%s","Key":{"pk":{"S":"item-%d"}}}`, sweepTable, g.lasting())
	}},
	{"UpdateItem", func(dst []byte, g *generator) []byte {
		return fmt.Appendf(dst, `{"TableName":"%s","Key":{"pk":{"S":"item-%d"}},"UpdateExpression":"SET seen = :n","ExpressionAttributeValues":{":n":{"N":"1"}}}`, sweepTable, g.lasting())
	}},
	{"PutItem", func(dst []byte, g *generator) []byte {
		dst = append(dst, `{"TableName":"`+sweepTable+`","Item":`...)
		return append(expiringItem(g, far)(dst, g.lasting()), '}')
	}},
	{"Query", func(dst []byte, g *generator) []byte {
		return fmt.Appendf(dst, `{"TableName":"%s","IndexName":"by-group","Limit":10,"KeyConditionExpression":"grp = :g","ExpressionAttributeValues":{":g":{"S":"group-%d"}}}`, sweepTable, g.rng.IntN(perPartition))
	}},
}

// lasting is an item that does not expire.
func (g *generator) lasting() int { return sweepSwept + g.rng.IntN(g.items-sweepSwept) }

// askSteadily asks at the steady rate while work is done, and gives the latency of each request from the moment it was due.
func askSteadily(s side, seed uint64, work func() error) ([]time.Duration, error) {
	over := make(chan struct{})
	results := make([][]time.Duration, steadyConnections)
	errs := make([]error, steadyConnections+1)
	var wg sync.WaitGroup
	for i := range steadyConnections {
		wg.Go(func() {
			results[i], errs[i] = askOnTime(s, over, i, newGenerator(seed*1_000_003+uint64(i), sweepItems))
		})
	}
	errs[steadyConnections] = work()
	close(over)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return slices.Concat(results...), nil
}

// askOnTime is one connection's part of a steady load.
func askOnTime(s side, over <-chan struct{}, place int, g *generator) ([]time.Duration, error) {
	c, err := dial(s.address)
	if err != nil {
		return nil, err
	}
	defer c.close()
	const every = time.Second * steadyConnections / steadyRate
	var latencies []time.Duration
	var body []byte
	due := time.Now().Add(every * time.Duration(place) / steadyConnections)
	for i := place; ; i++ {
		select {
		case <-over:
			return latencies, nil
		case <-time.After(time.Until(due)):
		}
		kind := steadyKinds[i%len(steadyKinds)]
		body = kind.body(body[:0], g)
		if err := c.do(prefix(s.address, kind.op), body); err != nil {
			return nil, fmt.Errorf("%s: %w", kind.op, err)
		}
		latencies = append(latencies, time.Since(due))
		due = due.Add(every)
	}
}
