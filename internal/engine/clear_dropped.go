package engine

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/internal/background"
)

const (
	// clearStep is how long the removal of some rows should take. Clearing then rests as a sweep does.
	clearStep = 4 * time.Millisecond
	// clearInterval is how often a server looks for what another one left of tables that were dropped. Its own it knows.
	clearInterval = time.Minute
)

// clearDropped removes what is left of an SQL table that was dropped.
func (e *Engine) clearDropped(ctx context.Context, table string, _ *background.Task) error {
	for chunk := newChunk(clearStep); ; {
		began := time.Now()
		more, err := e.backend.ClearDropped(ctx, table, chunk.items)
		if !more || err != nil {
			return err
		}
		if err := rest(ctx, sweepRests*chunk.took(time.Since(began))); err != nil {
			return err
		}
	}
}
