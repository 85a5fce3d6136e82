package postgres

import (
	"bytes"
	"cmp"
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

// locked carries out all items or none, in two round trips: hold, lock and read every row, in key order so that no two writers
// wait for each other; then, if no condition fails and nothing is refused, write and commit. Holding a row means to make it if
// it is missing, at once as the item it would become: then nobody else can make it.
func (b *Backend) locked(ctx context.Context, s *session, p *plan.Write, results []backends.WriteResult) error {
	l, err := b.locking(p)
	if err != nil {
		return err
	}
	decided, err := l.run(ctx, s, results)
	if decided || err != nil {
		return s.rollback(ctx, err)
	}
	var statements []sqlgen.Statement
	refused, at := false, backends.TimeOf(p)
	for i := range p.Items {
		st, err := b.lockedWrite(&p.Items[i], &l.olds[i], at, &results[i])
		if err != nil {
			return s.rollback(ctx, err)
		}
		refused = refused || results[i].ConditionFailed || results[i].Refusal != nil
		statements = append(statements, st...)
	}
	if refused {
		return s.rollback(ctx, nil)
	}
	if p.Once != nil {
		statements = append(statements, b.gen.RecordOnce(p.Once, backends.EncodeSizes(results)))
	}
	if p.CollectionLimit > 0 {
		over, err := b.overfills(ctx, s, p, statements, results)
		if over || err != nil {
			return s.rollback(ctx, err)
		}
		statements = nil
	}
	_, err = s.pipeline(ctx, append(statements, sqlgen.Commit), nil)
	return s.rollback(ctx, err)
}

// rollback ends a transaction that is still open and gives back why.
func (s *session) rollback(ctx context.Context, why error) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	if s.pg.IsClosed() || s.pg.TxStatus() == 'I' {
		return why
	}
	if _, err := s.one(ctx, &sqlgen.Rollback, nil); why == nil {
		return err
	}
	return why
}

// firstItem is the item that a write makes where there was none; an empty one if it makes none.
func firstItem(w *plan.ItemWrite) *attr.Item {
	switch w.Kind {
	case plan.Put:
		return w.Item
	case plan.Update:
		if made, _ := apply.Update(w, nil); made != nil {
			return made
		}
	}
	return &attr.Item{Doc: []byte("{}")}
}

// keyOrder gives the places of the items in the order in which everyone locks rows; writes of one item stay in their order.
func keyOrder(items []plan.ItemWrite) []int {
	order := make([]int, len(items))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return compareKeys(&items[x], &items[y])
	})
	return order
}

func compareKeys(a, b *plan.ItemWrite) int {
	return cmp.Or(cmp.Compare(a.Table.ID, b.Table.ID), bytes.Compare(a.Key.Token[:], b.Key.Token[:]), bytes.Compare(a.Key.Sort, b.Key.Sort))
}

// tablesOf lists the definitions of the tables of items that stand in key order.
func tablesOf(items []plan.ItemWrite, order []int) []*catalog.Table {
	var tables []*catalog.Table
	for _, i := range order {
		if t := items[i].Table; len(tables) == 0 || !sameDefinition(tables[len(tables)-1], t) {
			tables = append(tables, t)
		}
	}
	return tables
}

func sameDefinition(a, b *catalog.Table) bool { return a.ID == b.ID && a.Version == b.Version }

// lockedWrite makes the statements of an item whose row is locked.
func (b *Backend) lockedWrite(w *plan.ItemWrite, old *image, at time.Time, result *backends.WriteResult) ([]sqlgen.Statement, error) {
	result.ConditionFailed = !old.hit
	switch w.Kind {
	case plan.Put:
		if old.report(w, result); !old.hit {
			return nil, nil
		}
		reportNew(w, w.Item, result)
		before, err := old.entries(w.Table)
		if err != nil {
			return nil, err
		}
		swap := swapOf(w, old, w.Item, w.Entries)
		swap.OldEntries = before
		swap.Record, err = old.record(w, w.Item, at)
		return b.gen.LockedSwap(swap), err
	case plan.Update:
		swap, err := computeUpdate(w, old, at, result)
		if err == nil && swap != nil {
			return b.gen.LockedSwap(swap), nil
		}
		return b.unhold(w, old), err
	default:
		if old.report(w, result); w.Kind == plan.Delete && old.exists {
			return b.lockedDelete(w, old, at)
		}
		return b.unhold(w, old), nil
	}
}

// lockedDelete deletes a row that is locked.
func (b *Backend) lockedDelete(w *plan.ItemWrite, old *image, at time.Time) ([]sqlgen.Statement, error) {
	statements := b.gen.LockedDelete(w.Table, w.Key, true)
	r, err := old.record(w, nil, at)
	if r != nil {
		statements = append(statements, b.gen.InsertRecord(w.Table, w.Key, r))
	}
	return statements, err
}

// unhold deletes a row that was made only to hold it.
func (b *Backend) unhold(w *plan.ItemWrite, old *image) []sqlgen.Statement {
	if old.exists {
		return nil
	}
	return b.gen.LockedDelete(w.Table, w.Key, false)
}
