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
	for chunk := newChunk(fillStep); ; {
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

// fillStep is how long a step of filling an index should take: whoever writes one of its items waits for it, on SQLite everybody. The
// same time is left to others between two steps.
const fillStep = 8 * time.Millisecond

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
