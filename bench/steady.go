package main

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

// steady is a load of so many connections that ask so many times in a second together, whether or not the server is fast.
type steady struct {
	connections, rate int
	items             int // of the generators
	kinds             []kind
}

// kind is a request that a steady load makes in turn with others.
type kind struct {
	op   string
	body func(dst []byte, g *generator) []byte
}

// answer is when an answer came, since the load began, and how long after its request was due.
type answer struct{ at, took time.Duration }

// sweepLoad is what others ask for while a table is swept.
var sweepLoad = steady{connections: 8, rate: 800, items: sweepItems, kinds: steadyKinds}

// steadyFigures are what was measured under the steady load in the same moment of each round, in microseconds.
type steadyFigures struct {
	name     string
	requests int
	p50, p99 []float64
}

// add measures another round: while work is done.
func (f *steadyFigures) add(s side, seed uint64, work func() error) error {
	answers, err := sweepLoad.ask(s, seed, work)
	if err != nil {
		return err
	}
	latencies := sortedLatencies(answers)
	f.requests += len(latencies)
	f.p50 = append(f.p50, float64(quantile(latencies, 0.50).Microseconds()))
	f.p99 = append(f.p99, float64(quantile(latencies, 0.99).Microseconds()))
	return nil
}

// sortedLatencies are how long the answers took, the shortest first.
func sortedLatencies(answers []answer) []time.Duration {
	latencies := make([]time.Duration, len(answers))
	for i, a := range answers {
		latencies[i] = a.took
	}
	slices.Sort(latencies)
	return latencies
}

// steadyKinds are what is asked for, in turn; none of it expires.
var steadyKinds = []kind{
	{"GetItem", func(dst []byte, g *generator) []byte {
		return fmt.Appendf(dst, `{"TableName":"%s","Key":{"pk":{"S":"item-%d"}}}`, sweepTable, g.lasting())
	}},
	{"UpdateItem", func(dst []byte, g *generator) []byte {
		return fmt.Appendf(dst, `{"TableName":"%s","Key":{"pk":{"S":"item-%d"}},"UpdateExpression":"SET seen = :n","ExpressionAttributeValues":{":n":{"N":"1"}}}`, sweepTable, g.lasting())
	}},
	{"PutItem", func(dst []byte, g *generator) []byte {
		dst = append(dst, `{"TableName":"`+sweepTable+`","Item":`...)
		return append(expiringItem(far)(g, dst, g.lasting()), '}')
	}},
	{"Query", func(dst []byte, g *generator) []byte {
		return fmt.Appendf(dst, `{"TableName":"%s","IndexName":"by-group","Limit":10,"KeyConditionExpression":"grp = :g","ExpressionAttributeValues":{":g":{"S":"group-%d"}}}`, sweepTable, g.rng.IntN(perPartition))
	}},
}

// lasting is an item that does not expire.
func (g *generator) lasting() int { return sweepSwept + g.rng.IntN(g.items-sweepSwept) }

// ask asks at the steady rate while work is done, and gives the answers, those of one connection after those of another.
func (l steady) ask(s side, seed uint64, work func() error) ([]answer, error) {
	over := make(chan struct{})
	results := make([][]answer, l.connections)
	errs := make([]error, l.connections+1)
	began := time.Now()
	var wg sync.WaitGroup
	for i := range l.connections {
		wg.Go(func() {
			results[i], errs[i] = l.askOnTime(s, began, over, i, newGenerator(seed*1_000_003+uint64(i), ordinary(l.items)))
		})
	}
	errs[l.connections] = work()
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
func (l steady) askOnTime(s side, began time.Time, over <-chan struct{}, place int, g *generator) ([]answer, error) {
	c, err := s.dial()
	if err != nil {
		return nil, err
	}
	defer c.close()
	every := time.Second * time.Duration(l.connections) / time.Duration(l.rate)
	var answers []answer
	var body []byte
	due := began.Add(every * time.Duration(place) / time.Duration(l.connections))
	for i := place; ; i++ {
		select {
		case <-over:
			return answers, nil
		case <-time.After(time.Until(due)):
		}
		k := l.kinds[i%len(l.kinds)]
		body = k.body(body[:0], g)
		if err := c.do(prefix(s.address, k.op), body); err != nil {
			return nil, fmt.Errorf("%s: %w", k.op, err)
		}
		now := time.Now()
		answers = append(answers, answer{at: now.Sub(began), took: now.Sub(due)})
		due = due.Add(every)
	}
}
