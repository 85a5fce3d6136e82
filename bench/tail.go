package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
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
func measureTail(st *starter) error {
	o := st.options
	kind, _, _ := strings.Cut(o.DB, ":")
	s, err := st.startDdbsql(kind, "--admin", "--ttl-interval", "0", "--stream-retention", trimRetention.String())
	if err != nil {
		return err
	}
	defer s.stop()
	began := time.Now()
	if err := load(s.side, o.shape(), false, pointItems); err != nil {
		return err
	}
	fmt.Printf("%s on %s, put in %.0f s\n", o.shape(), o.DB, time.Since(began).Seconds())
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
	w, _ := workloadNamed("mixed-50-50")
	for round := range o.Rounds {
		m, err := measure(s, w, o.trial(tailConnections, round), nil)
		if err != nil {
			return nil, err
		}
		gets := m.latencies[0]
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
