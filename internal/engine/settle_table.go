package engine

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/background"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// settleTable does what is left to do for a table to be as its definition says: it fills indexes.
func (e *Engine) settleTable(ctx context.Context, name string, task *background.Task) error {
	for {
		t, err := e.tables.read(ctx, name)
		if err == errNoTable {
			return nil
		}
		if err != nil {
			return err
		}
		x := t.FillingIndex()
		if x == nil {
			return nil
		}
		if err := e.fill(ctx, t, x, task); err != nil && !isCode(err, backends.CodeStale) {
			return err
		}
	}
}

// fill makes all entries of an index, from where the task was left, and then the index usable. CodeStale if the definition changed
// meanwhile: then it goes on by the next.
func (e *Engine) fill(ctx context.Context, t *catalog.Table, x *catalog.Index, task *background.Task) error {
	after := filledTo(t, x, task.State())
	for chunk := newChunk(); ; {
		began := time.Now()
		last, err := e.backend.Backfill(ctx, t, x, after, chunk.items)
		if err != nil {
			return err
		}
		if last == nil {
			return e.finishIndex(ctx, t, x.ID)
		}
		after = last
		task.Note(fillState(t, x, after))
		if err := rest(ctx, chunk.took(time.Since(began))); err != nil {
			return err
		}
	}
}

// finishIndex makes an index that has all its entries one that can be read.
func (e *Engine) finishIndex(ctx context.Context, filled *catalog.Table, id int32) error {
	read := func() (*catalog.Table, error) { return e.tables.read(ctx, filled.Name) }
	_, err := e.editTable(ctx, read, func(old *catalog.Table) (*catalog.Table, error) {
		if old.ID != filled.ID {
			return old, nil // another table of that name
		}
		t := *old
		editIndexes(&t, func(x *catalog.Index) {
			if x.ID == id {
				x.Status, x.Backfilling = catalog.Active, false
			}
		})
		return &t, nil
	})
	if err == errNoTable {
		return nil
	}
	return err
}

// chunk is how many items are looked at in one step while an index is filled. Whoever writes one of them waits for the step, on SQLite
// everybody: it is made so large that a step takes about fillStep, and the same time is left to others between two steps.
type chunk struct{ items int }

// Bounds of chunks, and the time a step should take.
const (
	minChunk = 10
	maxChunk = 400
	fillStep = 8 * time.Millisecond
)

func newChunk() chunk { return chunk{items: 50} }

// took adapts the chunk to how long a step took, and gives the time to rest.
func (c *chunk) took(d time.Duration) time.Duration {
	switch {
	case d > 2*fillStep:
		c.items = max(c.items/2, minChunk)
	case d < fillStep:
		c.items = min(c.items+c.items/4, maxChunk)
	}
	return d
}
