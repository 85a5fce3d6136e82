package postgres

import (
	"context"
	"slices"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/apply"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// maxSwaps is how often an update tries to be faster than others before it locks the row.
const maxSwaps = 3

// update carries out an update: by one statement if SQL can compute it. Otherwise it reads the item with the condition's
// truth, computes the new one, and writes it if the row is still the one that was read. After some losses it locks the row
// first, so that an update always comes through. While an index is being filled it does so at once: a swap deletes entries as they were
// when it began, and a backfill writes some without changing the row.
func (b *Backend) update(ctx context.Context, s *session, w *plan.ItemWrite, at time.Time, result *backends.WriteResult) error {
	if done, err := b.updateAtOnce(ctx, s, w, at, result); done || err != nil {
		return err
	}
	for swaps := 0; swaps < maxSwaps && !isFilling(w.Table); swaps++ {
		old, err := b.read(ctx, s, w)
		if err != nil {
			return err
		}
		*result = backends.WriteResult{}
		swap, err := computeUpdate(w, &old, at, result)
		if err != nil || swap == nil {
			return err
		}
		st := b.gen.SwapItem(swap)
		n, err := s.one(ctx, &st, nil)
		if err != nil || n > 0 {
			return err
		}
	}
	results := make([]backends.WriteResult, 1)
	err := b.locked(ctx, s, &plan.Write{Items: []plan.ItemWrite{*w}, Now: at}, results)
	*result = results[0]
	return err
}

// isFilling says whether entries of an index of the table are still being made.
func isFilling(t *catalog.Table) bool {
	return slices.ContainsFunc(t.Indexes, func(x *catalog.Index) bool { return x.Backfilling })
}

// atOnce is the statement of an update that SQL can compute, if ok, and whether it makes an item where there is none.
func (b *Backend) atOnce(w *plan.ItemWrite, at time.Time) (st sqlgen.Statement, makes, ok bool, err error) {
	var made *attr.Item
	if w.Condition == nil || w.HoldsOnMissing {
		made, _ = apply.Update(w, nil)
		if made != nil && slices.ContainsFunc(w.Table.Entries(made), func(e *catalog.Entry) bool { return e != nil }) {
			made = nil // a new item with index entries is not for one statement
		}
	}
	st, ok, err = b.gen.UpdateItem(w, made, stamp(at))
	return st, made != nil, ok, err
}

// updateAtOnce says whether the statement decided the update.
func (b *Backend) updateAtOnce(ctx context.Context, s *session, w *plan.ItemWrite, at time.Time, result *backends.WriteResult) (done bool, err error) {
	st, _, ok, err := b.atOnce(w, at)
	if !ok || err != nil {
		return false, err
	}
	var got updated
	if _, err = s.one(ctx, &st, got.take); err != nil {
		return false, err
	}
	return got.decide(w, result)
}

// updated is what the statement of an update told.
type updated struct {
	outcome
	after backends.Row
}

func (u *updated) take(r row) {
	u.outcome.take(r)
	u.after = backends.Row{Size: int(r.int(5)), Doc: r.doc(6)}
}

// decide fills in the result of an update, unless it is to be done in another way.
func (u *updated) decide(w *plan.ItemWrite, result *backends.WriteResult) (done bool, err error) {
	switch {
	case !u.current:
		return false, stale("write")
	case !u.old.exists:
		u.old.hit = w.Condition == nil || w.HoldsOnMissing
	}
	if u.old.hit && !u.written {
		return false, nil
	}
	result.ConditionFailed = !u.old.hit
	u.old.report(w, result)
	if u.written && needsSizes(w) {
		result.New, result.NewSize = u.after.Doc, u.after.Size
	}
	return true, nil
}

// computeUpdate gives the row after the update and fills in the result; nil when the update does not take place.
func computeUpdate(w *plan.ItemWrite, old *image, at time.Time, result *backends.WriteResult) (*sqlgen.Swap, error) {
	result.ConditionFailed = !old.hit
	old.report(w, result)
	if result.ConditionFailed {
		return nil, nil
	}
	before, err := old.item()
	if err != nil {
		return nil, err
	}
	after, refusal := apply.Update(w, before)
	if refusal != nil {
		*result = backends.WriteResult{Refusal: refusal}
	}
	if after == nil { // refused, or there was no item and none is made
		return nil, nil
	}
	reportNew(w, after, result)
	swap := swapOf(w, old, after, w.Table.Entries(after))
	if before != nil {
		swap.OldEntries = w.Table.Entries(before)
	}
	swap.Record, err = old.record(w, after, at)
	return swap, err
}

// swapOf is the change of a row to an item with those entries.
func swapOf(w *plan.ItemWrite, old *image, after *attr.Item, entries []*catalog.Entry) *sqlgen.Swap {
	return &sqlgen.Swap{
		Row:     sqlgen.Row{Table: w.Table, Key: w.Key, Item: after, Ver: newVer()},
		Existed: old.exists, OldVer: old.ver,
		OldEntries: make([]*catalog.Entry, len(entries)), NewEntries: entries,
	}
}
