// Package changes reads the stream of a table and looks whether it tells every change once and in order: whether its records are those of the
// writes that were acknowledged, and make of nothing what the table is.
package changes

import (
	"errors"
	"fmt"
	"maps"
	"sync"
)

// Image is an item: the text of its strings and numbers by attribute.
type Image map[string]string

// Key is the item's key as one text.
func (i Image) Key() string { return i["pk"] + "/" + i["sk"] }

// Change is a record of the stream.
type Change struct {
	Shard    string `json:"shard"`
	Sequence string `json:"sequence"`
	ID       string `json:"id"`
	Event    string `json:"event"`
	Keys     Image  `json:"keys"`
	Old      Image  `json:"old"` // nil for none
	New      Image  `json:"new"`
}

// Ledger knows what was written and what was read.
type Ledger struct {
	mu        sync.Mutex
	writes    int // acknowledged, of items
	conflicts int // requests refused because others held their items
	written   map[string]bool
	perhaps   map[string]bool // versions of writes whose answer did not come
	read      map[string]bool // versions in new images
	ids       map[string]bool
	last      map[string]string // sequence numbers by shard
	items     map[string]Image  // as the records leave them
	events    map[string]int
	faults    []error
}

// NewLedger knows of nothing.
func NewLedger() *Ledger {
	return &Ledger{
		written: map[string]bool{}, perhaps: map[string]bool{}, read: map[string]bool{}, ids: map[string]bool{}, last: map[string]string{},
		items: map[string]Image{}, events: map[string]int{},
	}
}

// Wrote notes an acknowledged request that wrote n items and gave them these versions.
func (l *Ledger) Wrote(n int, versions []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.writes += n
	for _, v := range versions {
		l.written[v] = true
	}
}

// WrotePerhaps notes the versions of a request that may have written and may not.
func (l *Ledger) WrotePerhaps(versions []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, v := range versions {
		l.perhaps[v] = true
	}
}

// Writes is how many writes of items were acknowledged.
func (l *Ledger) Writes() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.writes
}

// Conflict notes a request that was refused because others held its items.
func (l *Ledger) Conflict() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.conflicts++
}

// maxFaults is how many faults are told.
const maxFaults = 10

// Conflicts is how many requests were refused because others held their items.
func (l *Ledger) Conflicts() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.conflicts
}

// Take notes a record that was read, in the order in which the records of an item are read.
func (l *Ledger) Take(c Change) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.follow(c); err != nil && len(l.faults) < maxFaults {
		l.faults = append(l.faults, fmt.Errorf("%w: %+v", err, c))
	}
}

// follow changes the item as the record says, if the record fits to what is known.
func (l *Ledger) follow(c Change) error {
	l.events[c.Event]++
	key := c.Keys.Key()
	now, there := l.items[key]
	switch {
	case l.ids[c.ID]:
		return errors.New("a record read twice")
	case c.Sequence <= l.last[c.Shard]:
		return fmt.Errorf("a sequence number that is not behind %s", l.last[c.Shard])
	case there != (c.Old != nil) || !maps.Equal(c.Old, now):
		return fmt.Errorf("an old image that is not the item's last one, %v", now)
	case c.New != nil && l.read[c.New["version"]]:
		return errors.New("a version that another record has")
	case c.New != nil && c.New.Key() != key || c.Old != nil && c.Old.Key() != key:
		return errors.New("an image of another item")
	case c.Event != eventOf(c):
		return errors.New("an event that its images do not show")
	}
	l.ids[c.ID], l.last[c.Shard] = true, c.Sequence
	if c.New == nil {
		delete(l.items, key)
		return nil
	}
	l.items[key] = c.New
	l.read[c.New["version"]] = true
	return nil
}

func eventOf(c Change) string {
	switch {
	case c.Old == nil:
		return "INSERT"
	case c.New == nil:
		return "REMOVE"
	}
	return "MODIFY"
}

// Complete says whether every version that was written was read.
func (l *Ledger) Complete() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.missing()) == 0
}

func (l *Ledger) missing() []string {
	var missing []string
	for v := range l.written {
		if !l.read[v] {
			missing = append(missing, v)
		}
	}
	return missing
}

// Verify compares what was read with what was written and with the table.
func (l *Ledger) Verify(table map[string]Image) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	errs := l.faults
	if missing := l.missing(); len(missing) > 0 {
		errs = append(errs, fmt.Errorf("%d versions that no record has, as %s", len(missing), missing[0]))
	}
	for v := range l.read {
		if !l.written[v] && !l.perhaps[v] {
			errs = append(errs, fmt.Errorf("version %s, whose write was not acknowledged", v))
		}
	}
	for key, item := range table {
		if !maps.Equal(item, l.items[key]) {
			errs = append(errs, fmt.Errorf("item %s is %v, the records leave it as %v", key, item, l.items[key]))
		}
	}
	if len(table) != len(l.items) {
		errs = append(errs, fmt.Errorf("the table has %d items, the records leave %d", len(table), len(l.items)))
	}
	return errors.Join(errs[:min(len(errs), maxFaults)]...)
}

func (l *Ledger) String() string {
	return fmt.Sprintf("%d records of %d shards (%d INSERT, %d MODIFY, %d REMOVE): each change once, each item's in order; their images give the table's %d items",
		len(l.ids), len(l.last), l.events["INSERT"], l.events["MODIFY"], l.events["REMOVE"], len(l.items))
}
