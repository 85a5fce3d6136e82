package engine

import (
	"context"
	"time"
)

// chunk is how many items a step of work in the background takes: so many that it takes about the time it should, for others may have
// to wait for it.
type chunk struct {
	items int
	step  time.Duration
}

// Bounds of chunks.
const (
	minChunk = 10
	maxChunk = 400
)

func newChunk(step time.Duration) chunk { return chunk{items: minChunk, step: step} }

// took adapts the chunk to how long a step took, and gives that time, to rest as long.
func (c *chunk) took(d time.Duration) time.Duration {
	switch {
	case d > 2*c.step:
		c.items = max(c.items/2, minChunk)
	case d < c.step:
		c.items = min(c.items+c.items/4, maxChunk)
	}
	return d
}

// rest waits, unless the caller goes away.
func rest(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
