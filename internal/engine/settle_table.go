package engine

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/background"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// settleTable does what is left to do for a table to be as its definition says: it waits for the end of what takes its time, removes
// what was to be deleted, and fills indexes.
func (e *Engine) settleTable(ctx context.Context, name string, task *background.Task) error {
	for {
		t, err := e.backend.Table(ctx, name)
		switch now := e.now(); {
		case isCode(err, backends.CodeNoTable):
			return nil
		case err != nil:
			return err
		case t.Settled():
			return nil
		case now.Before(t.Until):
			return &background.Later{At: e.lookAgain(t.Until)}
		case t.Gone(now):
			err = e.drop(ctx, t)
		case !t.Until.IsZero():
			err = e.store(ctx, t.At(now))
		default:
			err = e.fill(ctx, t, t.FillingIndex(), task)
		}
		if err != nil && !isCode(err, backends.CodeStale) && !isCode(err, backends.CodeNoTable) {
			return err
		}
	}
}

// longestWait is how long a table waits for a time of Options.Now without looking again: that clock may be moved.
const longestWait = time.Second

// lookAgain is when, by the machine's clock, to see whether a time of Options.Now has come.
func (e *Engine) lookAgain(at time.Time) time.Time {
	return time.Now().Add(min(at.Sub(e.now()), longestWait))
}

// store replaces a definition that nobody else has changed meanwhile. CodeStale if somebody has.
func (e *Engine) store(ctx context.Context, t *catalog.Table) error {
	err := e.backend.UpdateTable(ctx, t)
	e.tables.forget(t.Name)
	e.background.Kick(backends.DroppedTables) // of an index, perhaps
	return err
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
			return e.finishIndex(ctx, t, x)
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

// finishIndex makes an index that has all its entries one that can be read. CodeStale if the definition changed meanwhile.
func (e *Engine) finishIndex(ctx context.Context, t *catalog.Table, x *catalog.Index) error {
	next := *t
	editIndex(&next, x.ID, func(x *catalog.Index) { x.Status, x.Backfilling = catalog.Active, false })
	return e.store(ctx, &next)
}
