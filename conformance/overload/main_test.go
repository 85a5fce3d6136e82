package main

import (
	"strings"
	"testing"
	"time"
)

// Rates are not judged here, on a machine that does other things meanwhile, nor when latency is again what it was before, which those other
// things decide; make overload does. What is answered, what is there in the end and the memory are the same on any machine.
func TestMoreIsAskedForThanCanBeDone(t *testing.T) {
	for _, db := range []string{"sqlite", "postgres"} {
		t.Run(db, func(t *testing.T) {
			var out strings.Builder
			err := run(options{
				db: db, length: 5 * time.Second, calm: 2 * time.Second, factor: 4, busy: 32, connections: 1000,
				limits: limits{goodput: 0.01, latency: 10 * time.Second, memory: 512},
			}, &out)
			t.Log(out.String())
			if err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestFigures(t *testing.T) {
	f := &figures{began: time.Now(), moments: []moment{
		{accepted: 5, slowest: time.Second}, {accepted: 5, refused: 1}, {accepted: 5, slowest: time.Millisecond}, {},
	}}
	for _, c := range []struct {
		late time.Duration
		want time.Duration
	}{{2 * time.Second, 2 * slot}, {time.Microsecond, 3 * slot}} {
		if got := f.recovered(c.late); got != c.want {
			t.Errorf("with %s as late recovered after %s, want %s", c.late, got, c.want)
		}
	}
	for range 99 {
		f.accepted.add(10 * time.Millisecond)
	}
	f.accepted.add(time.Second)
	for _, c := range []struct {
		part float64
		want time.Duration
	}{{0.5, 10 * time.Millisecond}, {0.99, 10 * time.Millisecond}, {1, time.Second}} {
		if got := f.accepted.quantile(c.part); got < c.want || float64(got) > step*step*float64(c.want) {
			t.Errorf("quantile %g is %s, want %s", c.part, got, c.want)
		}
	}
}
