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
	// trimmedAtOnce is how many records are removed in one transaction. Trimming then rests as a sweep does.
	trimmedAtOnce = 1000
	// listedAtOnce is how many streams are looked at before the next are asked for.
	listedAtOnce = 100
)

// TrimStreams removes the records that are older than the retention, and streams that were closed before. What cannot be trimmed of
// one stream does not keep it from the others.
func (e *Engine) TrimStreams(ctx context.Context) (Trim, error) {
	before := time.Now().Add(-e.opts.StreamRetention)
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
	for {
		began := time.Now()
		n, err := e.backend.TrimStream(ctx, s, before, trimmedAtOnce)
		removed += n
		if isCode(err, backends.CodeNoStream) {
			return removed, nil
		}
		if err != nil || n < trimmedAtOnce {
			return removed, err
		}
		if err := rest(ctx, sweepRests*time.Since(began)); err != nil {
			return removed, err
		}
	}
}
