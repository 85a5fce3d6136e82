package engine

import (
	"context"
	"sync"
	"time"

	"github.com/ddbsql/ddbsql/internal/catalog"
)

// statsCache keeps the sums that DescribeTable reports. Counting reads the whole table, so a count is reused for statsShare
// times as long as it took: however often a table is described, counting costs less than one part in statsShare of the time. The
// service itself refreshes these sums about every six hours.
type statsCache struct {
	mu    sync.Mutex
	known map[int64]counted // by table id
}

type counted struct {
	stats catalog.Stats
	until time.Time
}

const (
	statsShare = 100
	statsMax   = 6 * time.Hour
)

// of gives the sums of a table, counted now or not long ago.
func (c *statsCache) of(ctx context.Context, e *Engine, t *catalog.Table) (catalog.Stats, error) {
	c.mu.Lock()
	known, ok := c.known[t.ID]
	c.mu.Unlock()
	if ok && time.Now().Before(known.until) {
		return known.stats, nil
	}
	began := time.Now()
	stats, err := e.backend.Stats(ctx, t)
	if err != nil {
		return catalog.Stats{}, err
	}
	took := time.Since(began)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.known == nil {
		c.known = map[int64]counted{}
	}
	c.known[t.ID] = counted{stats: stats, until: began.Add(took + min(took*statsShare, statsMax))}
	return stats, nil
}

// forget drops the sums of a table that is gone.
func (c *statsCache) forget(t *catalog.Table) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.known, t.ID)
}

// clear drops all sums.
func (c *statsCache) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.known)
}
