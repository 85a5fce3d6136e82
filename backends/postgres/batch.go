package postgres

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// batch carries out items that do not depend on each other: in one round trip, in key order. Items without condition and image go
// by one statement for each run of Puts or Deletes of one table.
func (b *Backend) batch(ctx context.Context, s *session, p *plan.Write, results []backends.WriteResult) error {
	items, at := p.Items, backends.TimeOf(p)
	switch {
	case !all(items, isChange):
		for i := range items {
			if err := b.writeOne(ctx, s, &items[i], at, &results[i]); err != nil {
				return err
			}
		}
		return nil
	case all(items, isBlind):
		changed, err := b.runs(ctx, s, items, at)
		if len(changed) > 0 {
			return stale("write")
		}
		return err
	case expireTogether(items):
		return b.expire(ctx, s, p, results)
	default:
		return b.changes(ctx, s, p, results)
	}
}

func all(items []plan.ItemWrite, is func(*plan.ItemWrite) bool) bool {
	for i := range items {
		if !is(&items[i]) {
			return false
		}
	}
	return true
}

func isChange(w *plan.ItemWrite) bool { return w.Kind == plan.Put || w.Kind == plan.Delete }

// isBlind says whether it is a change for which the row before it does not matter. Its statement must tell by its count of rows whether it
// wrote: one with images gives a row even if the plan is stale.
func isBlind(w *plan.ItemWrite) bool {
	return isChange(w) && w.Condition == nil && !sqlgen.NeedsImages(w)
}

// run is a run of blind Puts or Deletes of one table, one other write, or others with statements of one form, with their places in the
// plan and that of its first statement, and the time of their records.
type run struct {
	writes []*plan.ItemWrite
	places []int
	first  int
	at     time.Time
	form   *sqlgen.Many // of the one statement for writes with statements of their own
}

// runs carries out blind items in one round trip. It gives the places of those whose table has changed, which did not happen.
func (b *Backend) runs(ctx context.Context, s *session, items []plan.ItemWrite, at time.Time) (changed []int, err error) {
	runs := blindRuns(items)
	for i := range runs {
		runs[i].at = at
	}
	statements, err := b.runStatements(runs)
	if err != nil {
		return nil, err
	}
	affected, err := s.pipeline(ctx, statements, nil)
	if err != nil {
		return nil, err
	}
	for _, r := range runs {
		if affected[r.first] == int64(len(r.places)) {
			continue
		}
		switch err := b.current(ctx, s, r.writes[0]); {
		case codeOf(ctx, err) == backends.CodeStale:
			changed = append(changed, r.places...)
		case err != nil:
			return nil, err
		}
	}
	return changed, nil
}

// runStatements makes the statements of all runs and notes where those of each begin.
func (b *Backend) runStatements(runs []run) (statements []sqlgen.Statement, err error) {
	for i := range runs {
		runs[i].first = len(statements)
		c, err := b.changeOf(&runs[i])
		if err != nil {
			return nil, err
		}
		statements = append(statements, c.Statements...)
	}
	return statements, nil
}

// changeOf makes the statements of a run.
func (b *Backend) changeOf(r *run) (sqlgen.Change, error) {
	switch {
	case len(r.writes) == 1:
		return b.gen.Change(r.writes[0], stamp(r.at))
	case r.writes[0].Kind == plan.Put:
		return sqlgen.Change{Statements: b.gen.PutItems(r.writes, newVer())}, nil
	default:
		return sqlgen.Change{Statements: b.gen.DeleteItems(r.writes, r.at)}, nil
	}
}

// blindRuns cuts items into runs of blind ones.
func blindRuns(items []plan.ItemWrite) []run {
	return runsOf(items, keyOrder(items), func(i, j int) bool { return sameStatement(&items[i], &items[j]) })
}

// runsOf cuts items in key order into runs, by what can be one statement of two that follow each other. No run writes an item twice.
// Callers of a group may have different definitions of a table: then some of them are stale.
func runsOf(items []plan.ItemWrite, order []int, same func(i, j int) bool) []run {
	var runs []run
	for n, i := range order {
		w := &items[i]
		if n > 0 && same(order[n-1], i) {
			r := &runs[len(runs)-1]
			r.writes, r.places = append(r.writes, w), append(r.places, i)
		} else {
			runs = append(runs, run{writes: []*plan.ItemWrite{w}, places: []int{i}})
		}
	}
	return runs
}

// sameStatement says whether one statement can carry out both of two writes that follow each other in key order.
func sameStatement(a, b *plan.ItemWrite) bool {
	return isBlind(a) && isBlind(b) && a.Kind == b.Kind && a.Expired == b.Expired && sameDefinition(a.Table, b.Table) && compareKeys(a, b) != 0
}

// changes carries out items by their own statements. What must run again does so by itself.
func (b *Backend) changes(ctx context.Context, s *session, p *plan.Write, results []backends.WriteResult) error {
	items, at := p.Items, backends.TimeOf(p)
	var statements []sqlgen.Statement
	changes, outs, firsts := make([]sqlgen.Change, len(items)), make([]outcome, len(items)), map[int]int{}
	for _, i := range keyOrder(items) {
		c, err := b.gen.Change(&items[i], stamp(at))
		if err != nil {
			return err
		}
		changes[i], firsts[len(statements)] = c, i
		statements = append(statements, c.Statements...)
	}
	affected, err := s.pipeline(ctx, statements, func(n int, r row) {
		if i, ok := firsts[n]; ok && changes[i].Images {
			outs[i].take(r)
		}
	})
	if err != nil {
		return err
	}
	for n, i := range firsts {
		w, again := &items[i], false
		if changes[i].Images {
			again, err = outs[i].settle(w, &results[i])
		} else {
			err = b.judge(ctx, s, w, affected[n] > 0, &results[i])
		}
		if err == nil && again {
			err = b.change(ctx, s, w, at, &results[i])
		}
		if err != nil {
			return err
		}
	}
	return nil
}
