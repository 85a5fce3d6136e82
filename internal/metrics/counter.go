package metrics

import "sync/atomic"

// Counter only grows. It is safe for concurrent use.
type Counter struct{ n atomic.Uint64 }

// Inc counts one.
func (c *Counter) Inc() { c.n.Add(1) }

// Add counts n, which is not negative.
func (c *Counter) Add(n int) { c.n.Add(uint64(n)) }

func (c *Counter) appendTo(dst []byte, name, pairs string) []byte {
	return appendSample(dst, name, "{"+pairs+"}", float64(c.n.Load()))
}

// Counters are counters of one name.
type Counters = vector[*Counter]

// Counters adds a family of counters, told apart by these labels.
func (r *Registry) Counters(name, help string, labels ...string) *Counters {
	return newVector(r, heading{name, help, "counter"}, labels, func() *Counter { return new(Counter) })
}
