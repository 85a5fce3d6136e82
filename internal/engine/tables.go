package engine

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// tables is a cache of table definitions over the catalog in the database. Another server may change a table at any
// time, so a cached definition is a guess: plans made on it carry its version, the database refuses them when it is
// no longer the current one, and withTable then reads it again.
type tables struct {
	store backends.Catalog
	now   func() time.Time
	known sync.Map // name -> *catalog.Table
}

// get gives the definition of a table whose items can be read and written, from the cache if it is there. Absence is never cached.
func (ts *tables) get(ctx context.Context, name string) (*catalog.Table, error) {
	if t, ok := ts.known.Load(name); ok {
		return ts.usable(t.(*catalog.Table))
	}
	t, err := ts.read(ctx, name)
	if err != nil {
		return nil, err
	}
	return ts.usable(t)
}

// usable refuses a table that is being created or deleted now.
func (ts *tables) usable(t *catalog.Table) (*catalog.Table, error) {
	if t.Until.IsZero() { // mostly
		return t, nil
	}
	if t = t.At(ts.now()); t.Status == catalog.Creating || t.Status == catalog.Deleting {
		return nil, errNoTable
	}
	return t, nil
}

// all gives the definitions of several tables, in order.
func (ts *tables) all(ctx context.Context, names []string) ([]*catalog.Table, error) {
	all := make([]*catalog.Table, len(names))
	for i, name := range names {
		t, err := ts.get(ctx, name)
		if err != nil {
			return nil, err
		}
		all[i] = t
	}
	return all, nil
}

// read gives the definition as it is in the database now.
func (ts *tables) read(ctx context.Context, name string) (*catalog.Table, error) {
	t, err := ts.store.Table(ctx, name)
	now := ts.now()
	if err == nil && !t.Gone(now) {
		ts.known.Store(name, t)
		return t.At(now), nil
	}
	ts.known.Delete(name)
	if err == nil || isCode(err, backends.CodeNoTable) {
		return nil, errNoTable
	}
	return nil, err
}

// forget drops definitions that turned out to be stale.
func (ts *tables) forget(names ...string) {
	for _, n := range names {
		ts.known.Delete(n)
	}
}

var errNoTable = apierr.New(apierr.ResourceNotFound, "Requested resource not found")

// withTable runs do on the table's definition, and again on a fresh one when that turned out to be stale.
func withTable[R any](ctx context.Context, e *Engine, name string, do func(*catalog.Table) (R, error)) (R, error) {
	return retryStale(e, []string{name}, func() (R, error) {
		t, err := e.tables.get(ctx, name)
		if err != nil {
			var none R
			return none, err
		}
		return do(t)
	})
}

// staleTries is how often an operation is tried while the definitions of its tables change under it. Each try that fails
// is a change that somebody else made between our read and our write, which takes a millisecond: a table that many callers
// tag at the same time wins that race several times in a row, one that wins it so often is not seen, so that the bound
// is for faults of our own.
const staleTries = 100

// retryStale runs do again when a plan was refused because one of the named tables had changed.
func retryStale[R any](e *Engine, names []string, do func() (R, error)) (R, error) {
	for try := 1; ; try++ {
		r, err := do()
		if try == staleTries || !isCode(err, backends.CodeStale) {
			return r, err
		}
		e.tables.forget(names...)
	}
}

func isCode(err error, code backends.Code) bool {
	if err == nil { // mostly; what follows allocates
		return false
	}
	var be *backends.Error
	return errors.As(err, &be) && be.Code == code
}
