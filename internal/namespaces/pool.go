package namespaces

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// Database is what there is one of for each namespace.
type Database interface {
	Do(ctx context.Context, operation string, body, dst []byte) ([]byte, *apierr.Error)
	Ping(ctx context.Context) error
	Close() error
	// Disposable tells whether it can be closed, and opened again when it is needed, without anybody noticing.
	Disposable(ctx context.Context) (bool, error)
}

// Pool opens databases when they are first asked for, and closes those again that were not used for the longest time when too many are
// open. It is safe for concurrent use: nobody waits for the opening or closing of a database but those who want that one.
type Pool[D Database] struct {
	open func(ctx context.Context, name string) (D, error)
	most int

	mu     sync.RWMutex
	byName map[string]*held[D]
	closed bool
}

// held is a database that is open, being opened, or being closed.
type held[D Database] struct {
	db     D
	opened chan struct{} // closed when db or err is there
	err    error         // why it could not be opened
	gone   chan struct{} // nil until somebody closes it, closed when that is done
	users  atomic.Int64  // rises under Pool.mu only, so that who holds that for writing sees a zero that stays
	used   atomic.Int64  // when it was last left, in nanoseconds since 1970
}

// NewPool makes an empty pool. open is given a name; most is how many databases may be open at a time.
func NewPool[D Database](most int, open func(ctx context.Context, name string) (D, error)) *Pool[D] {
	return &Pool[D]{open: open, most: most, byName: map[string]*held[D]{}}
}

// Enter gives the database of that name, which stays open until leave is called.
func (p *Pool[D]) Enter(ctx context.Context, name string) (db D, leave func(), err error) {
	h := p.take(name)
	if h == nil {
		if h, err = p.add(ctx, name); err != nil {
			return db, nil, err
		}
	}
	<-h.opened
	if h.err != nil {
		return db, nil, h.err
	}
	return h.db, func() {
		h.used.Store(time.Now().UnixNano())
		h.users.Add(-1)
	}, nil
}

// take gives the database of that name with one more user, nil if it is not there to be used.
func (p *Pool[D]) take(name string) *held[D] {
	p.mu.RLock()
	defer p.mu.RUnlock()
	h := p.byName[name]
	if h == nil || h.gone != nil {
		return nil
	}
	h.users.Add(1)
	return h
}

// add makes a database known unless somebody else just did, and opens it.
func (p *Pool[D]) add(ctx context.Context, name string) (*held[D], error) {
	h, ours, err := p.place(ctx, name)
	if err != nil || !ours {
		return h, err
	}
	h.err = errUnopened // stays if opening it panics
	defer func() {
		if h.err != nil {
			p.forget(name)
		}
		close(h.opened)
	}()
	// What is opened outlives the request.
	h.db, err = p.open(context.WithoutCancel(ctx), name)
	if h.err = nil; err != nil {
		h.err = fmt.Errorf("open database %s: %w", name, err)
	}
	return h, nil
}

// place gives the database of that name with one more user, and whether it is for the caller to open. It makes room if as many are open as
// may be; while all of those are in use it waits for some time.
func (p *Pool[D]) place(ctx context.Context, name string) (h *held[D], ours bool, err error) {
	for end := time.Now().Add(patience); ; err = nil {
		p.mu.Lock()
		if p.closed {
			p.mu.Unlock()
			return nil, false, errClosed
		}
		h := p.byName[name]
		if h != nil && h.gone == nil {
			h.users.Add(1)
			p.mu.Unlock()
			return h, false, nil
		}
		victim := name // of that name one is being closed
		if h == nil {
			victim, err = p.makeRoom(ctx)
		}
		if err == nil && victim == "" {
			h = &held[D]{opened: make(chan struct{})}
			h.users.Add(1)
			p.byName[name] = h
			p.mu.Unlock()
			return h, true, nil
		}
		p.mu.Unlock()
		switch {
		case errors.Is(err, errFull) && ctx.Err() == nil && time.Now().Before(end):
			time.Sleep(retryAfter)
			continue
		case err == nil:
			err = p.shut(victim)
		}
		if err != nil {
			return nil, false, err
		}
	}
}

const (
	// patience is how long a request waits for a place in a pool in which all databases are in use, and retryAfter for how long until it looks
	// again.
	patience   = time.Second
	retryAfter = 5 * time.Millisecond
)

var (
	errClosed = errors.New("the databases are being closed")
	errFull   = errors.New("all are in use")
	// errUnopened is the fate of a database whose opening broke off.
	errUnopened = errors.New("it was not opened")
)

// makeRoom chooses the database to be closed if as many are open as may be. The caller holds p.mu.
func (p *Pool[D]) makeRoom(ctx context.Context) (victim string, err error) {
	open := 0
	for _, h := range p.byName {
		if h.gone == nil {
			open++
		}
	}
	if open < p.most {
		return "", nil
	}
	return p.longestUnused(ctx)
}

// longestUnused names the disposable database that was left first of all that are not in use. The caller holds p.mu.
func (p *Pool[D]) longestUnused(ctx context.Context) (string, error) {
	var name string
	var first *held[D]
	for n, h := range p.byName {
		if h.gone != nil || h.users.Load() > 0 || first != nil && h.used.Load() >= first.used.Load() {
			continue
		}
		disposable, err := h.db.Disposable(ctx)
		if err != nil {
			return "", fmt.Errorf("look into database %s: %w", n, err)
		}
		if disposable {
			name, first = n, h
		}
	}
	if first == nil {
		return "", fmt.Errorf("there are %d databases, which is as many as may be open at a time, and %w", len(p.byName), errFull)
	}
	return name, nil
}

// CloseIdle closes a database if it is open and nobody uses it; it is opened again when it is asked for.
func (p *Pool[D]) CloseIdle(name string) error { return p.shut(name) }

// shut closes a database unless it is in use again, and returns when it is closed, whoever did it.
func (p *Pool[D]) shut(name string) error {
	p.mu.Lock()
	h := p.byName[name]
	if h == nil || h.gone == nil && h.users.Load() > 0 {
		p.mu.Unlock()
		return nil
	}
	ours := h.gone == nil
	if ours {
		h.gone = make(chan struct{})
	}
	p.mu.Unlock()
	if !ours {
		<-h.gone
		return nil
	}
	err := h.db.Close()
	p.forget(name)
	close(h.gone)
	if err != nil {
		return fmt.Errorf("close database %s: %w", name, err)
	}
	return nil
}

func (p *Pool[D]) forget(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.byName, name)
}

// Open gives the names of the databases that are open, in their order.
func (p *Pool[D]) Open() []string {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return slices.Sorted(maps.Keys(p.byName))
}

// IsOpen tells whether a database is open.
func (p *Pool[D]) IsOpen(name string) bool {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.byName[name] != nil
}

// Ping asks all open databases.
func (p *Pool[D]) Ping(ctx context.Context) error {
	for _, name := range p.Open() {
		db, leave, err := p.Enter(ctx, name)
		if err == nil {
			err = db.Ping(ctx)
			leave()
		}
		if err != nil {
			return fmt.Errorf("database %s: %w", name, err)
		}
	}
	return nil
}

// Do answers nobody: only requests that come with credentials have a database, see Enter.
func (p *Pool[D]) Do(context.Context, string, []byte, []byte) ([]byte, *apierr.Error) {
	return nil, errNoKey
}

// Close closes all databases; none is opened afterwards. It is called when no request runs any more.
func (p *Pool[D]) Close() error {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	var errs []error
	for _, name := range p.Open() {
		errs = append(errs, p.shut(name))
	}
	return errors.Join(errs...)
}
