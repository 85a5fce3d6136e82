package main

import (
	"errors"
	"fmt"
	"time"
)

// leastLate is what no answer is late before, whatever was usual.
const leastLate = 100 * time.Millisecond

// judge prints the figures and compares them with the limits.
func (tr *trial) judge(r result) error {
	peak, goodput := r.peak.rate(), r.during.rate()
	usual := r.before.accepted.quantile(0.99)
	recovery := r.after.recovered(max(4*usual, leastLate))
	latency := r.during.accepted.quantile(0.99)
	fmt.Fprintf(tr.out, "%s: peak %.0f/s with %d clients, p99 %s\n", tr.Kind, peak, tr.busy, r.peak.accepted.quantile(0.99))
	fmt.Fprintf(tr.out, "  %g times that for %s over %d connections: %.0f/s accepted (%.0f %% of the peak; worst second %d), p50 %s, p99 %s\n", tr.factor,
		tr.length, tr.connections, goodput, 100*goodput/peak, r.during.worstSecond(), r.during.accepted.quantile(0.5), latency)
	fmt.Fprintf(tr.out, "  %.0f/s refused after %s, %.0f/s without a free connection; %d MB resident at most\n",
		float64(r.refused())/r.during.took.Seconds(), r.during.refused.quantile(0.5), float64(r.during.unsent)/r.during.took.Seconds(), r.memory)
	fmt.Fprintf(tr.out, "  then half of the peak: well again after %s (p99 %s before, %s after); of %d items all are as acknowledged last\n",
		recovery, usual, r.after.accepted.quantile(0.99), tr.connections*partitionKeys)
	return errors.Join(
		unless(goodput >= tr.goodput*peak, "%.0f %% of the peak were accepted", 100*goodput/peak),
		unless(latency <= tr.latency, "answers took %s", latency),
		unless(tr.recovery == 0 || recovery <= tr.recovery, "recovery took %s", recovery),
		unless(r.memory <= tr.memory, "%d MB were resident", r.memory),
		unless(r.during.unsent+r.refused() > 0, "there was no overload"),
	)
}

func (r *result) refused() int { return r.during.refused.count }

func unless(holds bool, format string, values ...any) error {
	if holds {
		return nil
	}
	return fmt.Errorf(format, values...)
}
