package engine

import (
	"context"
	"errors"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/background"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Sweep is what a sweep did: Items were removed from Tables.
type Sweep struct{ Tables, Items int }

// A page of a sweep should take so long, and the sweep then rests so many times as long: other requests never wait for more than one
// page, and the sweep has no more than its share of the database. A page has so many items at most: of more, a database might think
// that it finds them faster by reading the whole table.
const (
	sweepStep  = 700 * time.Microsecond
	sweepRests = 2
	sweepMost  = 100
)

// SweepExpired removes all items whose time to live is over. Each is removed as DeleteItem does it, with its index entries and its
// stream record, which says why. Several sweeps at the same time do no harm: an item is removed once. What cannot be swept of one
// table does not keep it from the others.
func (e *Engine) SweepExpired(ctx context.Context) (Sweep, error) {
	names, err := e.backend.ListExpiring(ctx)
	if err != nil {
		return Sweep{}, err
	}
	var sum Sweep
	var errs []error
	for _, name := range names {
		removed, err := e.sweepTable(ctx, name, e.now())
		if removed > 0 {
			sum.Tables, sum.Items = sum.Tables+1, sum.Items+removed
		}
		if err != nil && err != errNoTable {
			errs = append(errs, err)
		}
		if ctx.Err() != nil {
			break
		}
	}
	return sum, errors.Join(errs...)
}

// sweepJob is the job of the sweep in the background.
const sweepJob = "sweep"

func (e *Engine) sweepInBackground(ctx context.Context, _ *background.Task) error {
	_, err := e.SweepExpired(ctx)
	return err
}

// sweepTable removes the items of a table that are over at a time. It says how many, also when it fails.
func (e *Engine) sweepTable(ctx context.Context, name string, now time.Time) (removed int, err error) {
	s := sweeper{e: e, now: now, chunk: newChunk(sweepStep)}
	for {
		began := time.Now()
		more, err := withTable(ctx, e, name, func(t *catalog.Table) (bool, error) { return s.page(ctx, t) })
		if err != nil || !more {
			return s.removed, err
		}
		if err := rest(ctx, sweepRests*s.chunk.took(time.Since(began))); err != nil {
			return s.removed, err
		}
	}
}

// sweeper walks the index of expiry of one table.
type sweeper struct {
	e       *Engine
	now     time.Time
	index   int32          // the index that is walked
	after   *plan.Position // how far
	chunk   chunk
	removed int
}

// page removes the next items, and says whether there may be more.
func (s *sweeper) page(ctx context.Context, t *catalog.Table) (more bool, err error) {
	x := translator.PlanExpiry(t, s.now)
	if x == nil {
		return false, nil
	}
	if s.index != t.TTL.IndexID {
		s.index, s.after = t.TTL.IndexID, nil
	}
	page, err := s.e.backend.Query(ctx, x.Query(s.after, min(s.chunk.items, sweepMost)))
	if err != nil {
		return false, err
	}
	defer page.Release()
	found, err := parseItems(page.Rows)
	if err != nil || len(found) == 0 {
		return false, err
	}
	if err := s.remove(ctx, x.Write(found)); err != nil {
		return false, err
	}
	s.after = x.After(found[len(found)-1])
	return page.Last != nil, nil
}

// remove carries out the deletions of a page. Those that a transaction stands in the way of are left to the next sweep.
func (s *sweeper) remove(ctx context.Context, w *plan.Write) error {
	results, err := s.e.write(ctx, w)
	switch {
	case isCode(err, backends.CodeConflict):
		return nil
	case err != nil:
		return err
	}
	for i := range results {
		if !results[i].ConditionFailed {
			s.removed++
		}
	}
	return nil
}

func parseItems(rows []backends.Row) ([]*attr.Item, error) {
	items := make([]*attr.Item, len(rows))
	for i := range rows {
		it, err := attr.ParseItem(rows[i].Doc)
		if err != nil {
			return nil, err
		}
		items[i] = &it
	}
	return items, nil
}
