package postgres

import (
	"context"
	"slices"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// How long a statement waits for a lock. A write of one item holds its row for less than noWait unless the machine is very busy,
// a transaction for two round trips. Nobody holds one for lockWait, of which a write waits several (maxWaits), but a server that is
// cut off, whose transactions end with the setting idle_in_transaction_session_timeout.
var (
	lockWait = setting{"lock_timeout", "1s"}
	noWait   = setting{"lock_timeout", "5ms"}
	anyWait  = setting{"lock_timeout", "0"}
)

// Statements that change the patience of the transaction at hand.
var (
	waitBriefly = sqlgen.Statement{Name: "set_lock_timeout", SQL: "SET LOCAL lock_timeout = " + sqlgen.Literal(noWait.value)}
	waitLong    = forTransaction("set_lock_timeout", anyWait)
)

// locking is the first round trip of writes that happen all at once: it begins a transaction, claims the plan's name, holds
// and locks the rows in key order, and reads the versions of their tables. These are read behind the locks: whoever changes a table
// waits for the transactions that hold its rows.
type locking struct {
	p          *plan.Write
	order      []int
	tables     []*catalog.Table
	statements []sqlgen.Statement
	// The places of the statements that claim the name (0 without one), hold the first item, and read the first version.
	claim, first, last int

	olds     []image // aligned with the plan's items
	versions []int64 // aligned with tables
	// What the plan's name stands for.
	digest, sizes []byte
}

// perItem is the number of statements that lock one item: hold and lock.
const perItem = 2

func (b *Backend) locking(p *plan.Write) (*locking, error) {
	l := &locking{p: p, order: keyOrder(p.Items), olds: make([]image, len(p.Items)), statements: []sqlgen.Statement{sqlgen.Begin}}
	l.tables = tablesOf(p.Items, l.order)
	l.versions = make([]int64, len(l.tables))
	if p.Once != nil {
		// For the name a transaction waits like any write: it has locked nothing that others want, and Postgres itself may keep all
		// names locked for some milliseconds, to make room in the table or to give some back.
		l.claim = len(l.statements)
		l.statements = append(l.statements, b.gen.ClaimOnce(p.Once), b.gen.ReadOnce(p.Once), b.gen.ForgetOnce(p.Once))
	}
	if p.NoWait && !filling(l.tables) {
		l.statements = append(l.statements, waitBriefly)
	}
	l.first = len(l.statements)
	for _, i := range l.order {
		w := &p.Items[i]
		st, err := b.gen.LockItem(w.Table, w.Key, w.Condition)
		if err != nil {
			return nil, err
		}
		held := &sqlgen.Row{Table: w.Table, Key: w.Key, Item: firstItem(w), Ver: newVer()}
		l.statements = append(l.statements, b.gen.HoldItem(held), st)
	}
	l.last = len(l.statements)
	for _, t := range l.tables {
		l.statements = append(l.statements, b.gen.Version(t))
	}
	return l, nil
}

// filling says whether an index of one of the tables gets its entries: many rows are then locked for the time of a statement, by nobody with whom a
// transaction could be said to conflict.
func filling(tables []*catalog.Table) bool {
	return slices.ContainsFunc(tables, func(t *catalog.Table) bool { return t.FillingIndex() != nil })
}

// run gives the rows as they are now locked in olds, or decides the plan: it happened before, or somebody else holds an item.
func (l *locking) run(ctx context.Context, s *session, results []backends.WriteResult) (decided bool, err error) {
	affected, err := s.pipeline(ctx, l.statements, l.take)
	switch {
	case l.claim > 0 && len(affected) > l.claim+1 && affected[l.claim] == 0:
		return true, l.replay(results)
	case err != nil && l.p.NoWait && waited(err):
		return true, l.conflict(len(affected), results)
	case err != nil:
		return false, err
	}
	for i, t := range l.tables {
		if l.versions[i] != t.Version {
			return false, stale("write")
		}
	}
	for n, i := range l.order {
		w := &l.p.Items[i]
		switch held := affected[l.first+perItem*n] == 1; {
		case held:
			l.olds[i] = image{hit: w.Condition == nil || w.HoldsOnMissing}
		case !l.olds[i].exists:
			return false, errRaced // it was there, and was deleted before we could lock it
		}
	}
	return false, nil
}

// take reads a row of the statement of that place.
func (l *locking) take(n int, r row) {
	switch {
	case n < l.first:
		l.digest, l.sizes = r.bytes(0), r.bytes(1)
	case n < l.last:
		l.olds[l.order[(n-l.first)/perItem]] = image{exists: true, size: int(r.int(0)), doc: r.doc(1), hit: r.bool(2)}
	default:
		l.versions[n-l.last] = r.int(0)
	}
}

// replay answers a plan whose name was taken. Its row may have been forgotten since the claim failed: then it can be claimed now.
func (l *locking) replay(results []backends.WriteResult) error {
	if l.digest == nil {
		return errRaced
	}
	return backends.Replay(l.p, l.digest, l.sizes, results)
}

// conflict tells who waited too long in the statement of that place: the claim of the name, or an item.
func (l *locking) conflict(place int, results []backends.WriteResult) error {
	switch {
	case place < l.first:
		return &backends.Error{Code: backends.CodeOnceRunning, Op: "write"}
	case place >= l.last:
		return errRaced // no item: somebody changes a table
	}
	results[l.order[(place-l.first)/perItem]].Conflict = true
	return nil
}
