package engine

import (
	"context"
	"errors"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Trim is what trimming did: Records were removed from Streams.
type Trim struct{ Streams, Records int }

const (
	// trimStep is how long the removal of some records should take, in one transaction: on SQLite everybody waits for it. Trimming then rests as
	// a sweep does.
	trimStep = 4 * time.Millisecond
	// listedAtOnce is how many streams are looked at before the next are asked for.
	listedAtOnce = 100
)

// TrimStreams removes the records that are older than the retention, and streams that were closed before. What cannot be trimmed of
// one stream does not keep it from the others.
func (e *Engine) TrimStreams(ctx context.Context) (Trim, error) {
	before := e.now().Add(-e.opts.StreamRetention)
	var sum Trim
	var errs []error
	next := &plan.Streams{Limit: listedAtOnce, Deleted: true}
	for ctx.Err() == nil {
		streams, err := e.backend.ListStreams(ctx, next)
		if err != nil {
			return sum, errors.Join(append(errs, err)...)
		}
		for _, s := range streams {
			removed, err := e.trimStream(ctx, s, before)
			if removed > 0 {
				sum.Streams, sum.Records = sum.Streams+1, sum.Records+removed
			}
			errs = append(errs, err)
			next.AfterTable, next.AfterLabel = s.Table, s.Label
		}
		if len(streams) < listedAtOnce {
			break
		}
	}
	return sum, errors.Join(append(errs, ctx.Err())...)
}

// trimStream removes what is too old of one stream. It says how much, also when it fails.
func (e *Engine) trimStream(ctx context.Context, s *catalog.Stream, before time.Time) (removed int, err error) {
	for chunk := newChunk(trimStep); ; {
		began, limit := time.Now(), chunk.items
		n, err := e.backend.TrimStream(ctx, s, before, limit)
		removed += n
		if isCode(err, backends.CodeNoStream) {
			return removed, nil
		}
		if err != nil || n < limit {
			return removed, err
		}
		if err := rest(ctx, sweepRests*chunk.took(time.Since(began))); err != nil {
			return removed, err
		}
	}
}
