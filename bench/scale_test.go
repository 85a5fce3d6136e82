package main

import (
	"encoding/json"
	"testing"
	"time"
)

func TestGrowthIsTheMedianOfTheRatiosOfRounds(t *testing.T) {
	for name, c := range map[string]struct {
		of, to []float64
		want   float64
	}{
		"one round":                        {[]float64{30}, []float64{20}, 1.5},
		"a slow moment hits both":          {[]float64{20, 200, 20}, []float64{10, 100, 10}, 2},
		"one wild round decides nothing":   {[]float64{10, 900, 11}, []float64{10, 10, 10}, 1.1},
		"of two rounds it is their middle": {[]float64{10, 20}, []float64{10, 10}, 1.5},
	} {
		t.Run(name, func(t *testing.T) {
			if got := medianRatio(c.of, c.to); got != c.want {
				t.Errorf("%v, not %v", got, c.want)
			}
		})
	}
}

func TestCPUPerRequestCountsThatOfPostgres(t *testing.T) {
	m := sample{used: usage{cpu: 3 * time.Millisecond, postgres: 5 * time.Millisecond}, latencies: [][]time.Duration{{1, 1, 1}, {1}}}
	if got := m.cpuMicros(); got != 2000 {
		t.Errorf("%v us, not 2000", got)
	}
	if got := (sample{}).cpuMicros(); got != 0 {
		t.Errorf("%v us without requests", got)
	}
}

func TestRequestsOfScaleAreJSON(t *testing.T) {
	g := newGenerator(1, ordinary(smallTable))
	g.once = newPermutation(smallTable, 1)
	bodies := map[string][]byte{"scan": scaleScanBody(nil, g), "big": bigQueryBody(5)(nil, g), "item": g.appendBigItem(nil, 7), "table": []byte(keyedDefinition("x"))}
	for _, w := range scaleWorkloads {
		bodies[w.name] = w.parts[0].body(nil, g)
	}
	for name, body := range bodies {
		if !json.Valid(body) {
			t.Errorf("%s: %s", name, body)
		}
	}
}
