package metrics

import (
	"slices"
	"strconv"
	"sync/atomic"
	"time"
)

// Histogram counts durations by upper bounds, in seconds. It is safe for concurrent use; a reader may see a duration in a bucket and
// not yet in the sum.
type Histogram struct {
	bounds []float64
	counts []atomic.Uint64 // one for each bound, and one for what is above them; not cumulative
	sum    atomic.Int64    // nanoseconds
}

// Observe counts one duration.
func (h *Histogram) Observe(d time.Duration) {
	i, _ := slices.BinarySearch(h.bounds, d.Seconds()) // a bound is part of its bucket
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
	return newVector(r, heading{name, help, "histogram"}, []string{label}, func() *Histogram {
		return &Histogram{bounds: bounds, counts: make([]atomic.Uint64, len(bounds)+1)}
	})
}
