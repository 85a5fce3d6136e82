package dynamodblocal

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// Database is what there is one of for each access key and region.
type Database interface {
	Do(ctx context.Context, operation string, body, dst []byte) ([]byte, *apierr.Error)
	Ping(ctx context.Context) error
	Close() error
	// Disposable tells whether it can be closed, and opened again when it is needed, without anybody noticing.
	Disposable(ctx context.Context) (bool, error)
}

// Databases opens databases when they are first asked for, and closes those again that were not used for the longest time when too
// many are open. It is safe for concurrent use.
type Databases struct {
	open func(ctx context.Context, name string) (Database, error)
	most int

	mu     sync.RWMutex // held for writing while databases are opened and closed
	byName map[string]*held
	closed bool
}

// held is an open database.
type held struct {
	Database
	users atomic.Int64 // rises under Databases.mu only, so that a writer of it sees a zero that stays
	used  atomic.Int64 // when it was last left, in nanoseconds since 1970
}

// NewDatabases makes an empty set. open gets what NameOf gave; most is how many may be open at a time.
func NewDatabases(most int, open func(ctx context.Context, name string) (Database, error)) *Databases {
	return &Databases{open: open, most: most, byName: map[string]*held{}}
}

// Enter gives the database of that name, which stays open until leave is called.
func (d *Databases) Enter(ctx context.Context, name string) (db Database, leave func(), err error) {
	d.mu.RLock()
	h := d.byName[name]
	if h != nil {
		h.users.Add(1)
	}
	d.mu.RUnlock()
	if h == nil {
		if h, err = d.add(ctx, name); err != nil {
			return nil, nil, err
		}
	}
	return h.Database, func() {
		h.used.Store(time.Now().UnixNano())
		h.users.Add(-1)
	}, nil
}

// add opens a database unless somebody else just did, and enters it.
func (d *Databases) add(ctx context.Context, name string) (*held, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil, errClosed
	}
	h := d.byName[name]
	if h == nil {
		if err := d.makeRoom(ctx); err != nil {
			return nil, err
		}
		// What is opened outlives the request.
		db, err := d.open(context.WithoutCancel(ctx), name)
		if err != nil {
			return nil, fmt.Errorf("open database %s: %w", name, err)
		}
		h = &held{Database: db}
		d.byName[name] = h
	}
	h.users.Add(1)
	return h, nil
}

var errClosed = errors.New("the databases are being closed")

// makeRoom closes one database if as many are open as may be. The caller holds d.mu.
func (d *Databases) makeRoom(ctx context.Context) error {
	if len(d.byName) < d.most {
		return nil
	}
	name, err := d.longestUnused(ctx)
	if err != nil {
		return err
	}
	h := d.byName[name]
	delete(d.byName, name)
	if err := h.Close(); err != nil {
		return fmt.Errorf("close database %s: %w", name, err)
	}
	return nil
}

// longestUnused names the disposable database that was left first of all that are not in use.
func (d *Databases) longestUnused(ctx context.Context) (string, error) {
	var name string
	var first *held
	for n, h := range d.byName {
		if h.users.Load() > 0 || first != nil && h.used.Load() >= first.used.Load() {
			continue
		}
		disposable, err := h.Disposable(ctx)
		if err != nil {
			return "", fmt.Errorf("look into database %s: %w", n, err)
		}
		if disposable {
			name, first = n, h
		}
	}
	if first == nil {
		return "", fmt.Errorf("there are %d databases, which is as many as may be open at a time, and all are in use", len(d.byName))
	}
	return name, nil
}

// Do answers nobody: only requests that come with credentials have a database, see Enter.
func (d *Databases) Do(context.Context, string, []byte, []byte) ([]byte, *apierr.Error) {
	return nil, errNoKey
}

// Ping asks all open databases.
func (d *Databases) Ping(ctx context.Context) error {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for name, h := range d.byName {
		if err := h.Ping(ctx); err != nil {
			return fmt.Errorf("database %s: %w", name, err)
		}
	}
	return nil
}

// Close closes all databases; none is opened afterwards. It is called when no request runs any more.
func (d *Databases) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closed = true
	var errs []error
	for name, h := range d.byName {
		if err := h.Close(); err != nil {
			errs = append(errs, fmt.Errorf("close database %s: %w", name, err))
		}
	}
	clear(d.byName)
	return errors.Join(errs...)
}
