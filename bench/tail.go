package main

import (
	"fmt"
	"os"
	"slices"
	"sync"
	"time"
)

// Limits of what is slow now and then.
const (
	tailConnections = 64
	tailTimes       = 5.0  // p99 of GetItem over its p50, under puts
	longestPause    = 50.0 // ms without any answer while work is done in the background
)

// measureTail measures how slow the slowest requests are: gets among as many puts, and anything while checkpoints, sweeps, trims and
// backfills run. --items is the size of the table.
func measureTail(o options, dir string) error {
	args := []string{"--admin", "--ttl-interval", "0", "--stream-retention", trimRetention.String()}
	s, err := startServer(o, dir, args)
	if err != nil {
		return err
	}
	defer s.stop()
	if err := makeTables(s.address, tables[0]); err != nil {
		return err
	}
	began := time.Now()
	if err := fillFast(s.address, itemTable, o.Items, (*generator).appendItem); err != nil {
		return err
	}
	fmt.Printf("%d items of 1 KB on %s, put in %.0f s\n", o.Items, o.DB, time.Since(began).Seconds())
	verdicts, err := measureMixed(s.side, o)
	if err != nil {
		return err
	}
	for _, p := range pauses(o) {
		found, err := p.measure(s)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		verdicts = append(verdicts, found...)
	}
	return judge(os.Stdout, o, verdicts)
}

// measureMixed asks for items at random and puts as many, on many connections as fast as they can, and judges the gets.
func measureMixed(s side, o options) ([]verdict, error) {
	var ratios []float64
	var all []time.Duration
	for round := range o.Rounds {
		gets, err := mixedRound(s, time.Duration(o.Seconds*float64(time.Second)), o.Items, uint64(round))
		if err != nil {
			return nil, err
		}
		ratios = append(ratios, float64(quantile(gets, 0.99))/float64(quantile(gets, 0.50)))
		all = append(all, gets...)
	}
	slices.Sort(all)
	return []verdict{{
		What:   fmt.Sprintf("p99 of GetItem over its p50, 50/50 with PutItem, %d connections", tailConnections),
		Figure: median(ratios), Limit: tailTimes, Unit: "times", Detail: percentiles(all),
	}}, nil
}

// percentiles says what share of sorted latencies is how long.
func percentiles(sorted []time.Duration) string {
	ms := func(q float64) float64 { return float64(quantile(sorted, q)) / float64(time.Millisecond) }
	return fmt.Sprintf("%d requests: p50 %.2f, p99 %.2f, p99.9 %.2f, max %.2f ms", len(sorted), ms(0.50), ms(0.99), ms(0.999), ms(1))
}

// mixedRound gives the latencies of the gets of one round, sorted.
func mixedRound(s side, d time.Duration, items int, seed uint64) ([]time.Duration, error) {
	results := make([][]time.Duration, tailConnections)
	errs := make([]error, tailConnections)
	deadline := time.Now().Add(d)
	var wg sync.WaitGroup
	for i := range results {
		wg.Go(func() {
			results[i], errs[i] = mixOne(s, deadline, newGenerator(seed*1_000_003+uint64(i), items))
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	gets := slices.Concat(results...)
	slices.Sort(gets)
	return gets, nil
}

// mixOne is one connection's part: gets and puts at random.
func mixOne(s side, deadline time.Time, g *generator) (gets []time.Duration, err error) {
	c, err := dial(s.address)
	if err != nil {
		return nil, err
	}
	defer c.close()
	get, put := prefix(s.address, "GetItem"), prefix(s.address, "PutItem")
	var body []byte
	for {
		isGet := g.rng.IntN(2) == 0
		head := put
		if isGet {
			head, body = get, getBody(body[:0], g)
		} else {
			body = putBody(body[:0], g)
		}
		start := time.Now()
		if start.After(deadline) {
			return gets, nil
		}
		if err := c.do(head, body); err != nil {
			return nil, err
		}
		if isGet {
			gets = append(gets, time.Since(start))
		}
	}
}
