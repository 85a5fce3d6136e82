package metrics

import (
	"math"
	"strconv"
	"sync/atomic"
	"time"
)

// Histogram counts durations by upper bounds, in seconds. It is safe for concurrent use; a reader may see a duration in a bucket and
// not yet in the sum.
type Histogram struct {
	bounds []float64
	limits []time.Duration // the bounds, to compare with
	counts []atomic.Uint64 // one for each bound, and one for what is above them; not cumulative
	sum    atomic.Int64    // nanoseconds
}

// Observe counts one duration.
func (h *Histogram) Observe(d time.Duration) {
	i := 0
	for i < len(h.limits) && d > h.limits[i] { // a bound is part of its bucket
		i++
	}
	h.counts[i].Add(1)
	h.sum.Add(int64(d))
}

func (h *Histogram) appendTo(dst []byte, name, pairs string) []byte {
	var total uint64
	for i := range h.counts {
		total += h.counts[i].Load()
		bound := "+Inf"
		if i < len(h.bounds) {
			bound = strconv.FormatFloat(h.bounds[i], 'g', -1, 64)
		}
		dst = appendSample(dst, name+"_bucket", "{"+pairs+`,le="`+bound+`"}`, float64(total))
	}
	dst = appendSample(dst, name+"_sum", "{"+pairs+"}", time.Duration(h.sum.Load()).Seconds())
	return appendSample(dst, name+"_count", "{"+pairs+"}", float64(total))
}

// Histograms are histograms of one name.
type Histograms = vector[*Histogram]

// Histograms adds a family of histograms with these upper bounds, in rising order, told apart by the label.
func (r *Registry) Histograms(name, help string, bounds []float64, label string) *Histograms {
	limits := make([]time.Duration, len(bounds))
	for i, b := range bounds {
		limits[i] = time.Duration(math.Round(b * float64(time.Second)))
	}
	return newVector(r, heading{name, help, "histogram"}, []string{label}, func() *Histogram {
		return &Histogram{bounds: bounds, limits: limits, counts: make([]atomic.Uint64, len(bounds)+1)}
	})
}
