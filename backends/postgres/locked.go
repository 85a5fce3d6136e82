package postgres

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// locked carries out all items or none, in two round trips: lock and read every row, in key order so that no two writers wait for
// each other; then, if no condition fails and nothing is refused, write and commit. A row that is missing cannot be locked: making it
// fails if another writer was faster, and all of it runs again.
func (b *Backend) locked(ctx context.Context, s *session, items []plan.ItemWrite, results []backends.WriteResult) error {
	olds, err := b.lock(ctx, s, items)
	if err != nil {
		return s.rollback(ctx, err)
	}
	var statements []sqlgen.Statement
	refused := false
	for i := range items {
		st, err := b.lockedWrite(&items[i], &olds[i], &results[i], len(items) > 1)
		if err != nil {
			return s.rollback(ctx, err)
		}
		refused = refused || results[i].ConditionFailed || results[i].Refusal != nil
		statements = append(statements, st...)
	}
	if refused {
		return s.rollback(ctx, nil)
	}
	_, err = s.pipeline(ctx, append(statements, sqlgen.Commit), nil)
	if state(err) == stateUniqueViolation {
		err = fmt.Errorf("%w: %w", errRaced, err)
	}
	if err != nil {
		return s.rollback(ctx, err)
	}
	return nil
}

// rollback ends a transaction that shall not happen and gives back why.
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

// lock begins a transaction and locks the rows. The tables' versions are read behind the locks: whoever changes a table waits for
// the transactions that hold its rows.
func (b *Backend) lock(ctx context.Context, s *session, items []plan.ItemWrite) ([]image, error) {
	order := keyOrder(items)
	tables := tablesOf(items, order)
	statements, err := b.lockStatements(items, order, tables)
	if err != nil {
		return nil, err
	}
	olds := make([]image, len(items))
	for i := range items {
		olds[i].hit = items[i].Condition == nil || items[i].HoldsOnMissing
	}
	versions := make([]int64, len(tables))
	_, err = s.pipeline(ctx, statements, func(n int, r row) {
		if n <= len(order) {
			olds[order[n-1]] = image{exists: true, size: int(r.int(0)), doc: r.doc(1), hit: r.bool(2)}
		} else {
			versions[n-1-len(order)] = r.int(0)
		}
	})
	for i, t := range tables {
		if err == nil && versions[i] != t.Version {
			err = stale("write")
		}
	}
	return olds, err
}

// lockStatements begin a transaction, lock the items' rows in that order, and read the versions of their tables.
func (b *Backend) lockStatements(items []plan.ItemWrite, order []int, tables []*catalog.Table) ([]sqlgen.Statement, error) {
	statements := []sqlgen.Statement{sqlgen.Begin}
	for _, i := range order {
		st, err := b.gen.LockItem(items[i].Table, items[i].Key, items[i].Condition)
		if err != nil {
			return nil, err
		}
		statements = append(statements, st)
	}
	for _, t := range tables {
		statements = append(statements, b.gen.Version(t))
	}
	return statements, nil
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

// tablesOf lists the tables of items that stand in key order.
func tablesOf(items []plan.ItemWrite, order []int) []*catalog.Table {
	var tables []*catalog.Table
	for _, i := range order {
		if t := items[i].Table; len(tables) == 0 || tables[len(tables)-1].ID != t.ID {
			tables = append(tables, t)
		}
	}
	return tables
}

// lockedWrite makes the statements of an item whose row is locked. With hold a row that is missing, and stays so, is kept
// missing until the transaction ends.
func (b *Backend) lockedWrite(w *plan.ItemWrite, old *image, result *backends.WriteResult, hold bool) ([]sqlgen.Statement, error) {
	result.ConditionFailed = !old.hit
	if w.Kind == plan.Update {
		swap, err := computeUpdate(w, old, result)
		if err != nil || swap == nil {
			return nil, err
		}
		return b.gen.LockedSwap(swap), nil
	}
	old.report(w, result)
	switch {
	case result.ConditionFailed:
		return nil, nil
	case w.Kind == plan.Put:
		reportNew(w, w.Item, result)
		before, err := old.entries(w.Table)
		swap := swapOf(w, old, w.Item, w.Entries)
		swap.OldEntries = before
		return b.gen.LockedSwap(swap), err
	case !old.exists && hold:
		return b.gen.HoldMissing(w.Table, w.Key), nil
	case old.exists && w.Kind == plan.Delete:
		return b.gen.LockedDelete(w.Table, w.Key), nil
	default:
		return nil, nil
	}
}
