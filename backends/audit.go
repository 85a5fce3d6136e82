package backends

import (
	"bytes"
	"fmt"
	"iter"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// maxFindings bounds what an audit of one table reports.
const maxFindings = 100

// StoredItem is an item's row.
type StoredItem struct {
	Key  catalog.Key
	Size int
	Doc  []byte
}

// StoredEntry is the row of an index entry, with the key of its item.
type StoredEntry struct {
	Key   catalog.Key
	Entry catalog.Entry
}

// Audit compares a table's rows with what its items say: keys, sizes, and the entries of every index. Items, and the entries of
// each of t.Indexes, come in the order of the items' keys, from one snapshot. An index that is still being filled may lack entries, but
// those that it has must be right. It gives up to 100 findings.
func Audit(t *catalog.Table, items iter.Seq2[StoredItem, error], entries []iter.Seq2[StoredEntry, error]) ([]string, error) {
	a := &audit{t: t}
	for _, seq := range entries {
		next, stop := iter.Pull2(seq)
		defer stop()
		a.next = append(a.next, next)
	}
	a.heads = make([]*StoredEntry, len(entries))
	for i := range entries {
		if err := a.advance(i); err != nil {
			return nil, err
		}
	}
	for item, err := range items {
		if err == nil {
			err = a.item(&item)
		}
		if err != nil {
			return nil, err
		}
	}
	for i := range entries {
		if err := a.orphans(i, nil); err != nil {
			return nil, err
		}
	}
	return a.findings, nil
}

type audit struct {
	t        *catalog.Table
	next     []func() (StoredEntry, error, bool)
	heads    []*StoredEntry // the next entry of each index, nil at the end
	findings []string
}

func (a *audit) found(format string, args ...any) {
	if len(a.findings) < maxFindings {
		a.findings = append(a.findings, "table "+a.t.Name+": "+fmt.Sprintf(format, args...))
	}
}

func (a *audit) advance(i int) error {
	e, err, ok := a.next[i]()
	a.heads[i] = nil
	if ok && err == nil {
		a.heads[i] = &e
	}
	return err
}

func (a *audit) item(row *StoredItem) error {
	it, err := attr.ParseItem(row.Doc)
	if err != nil {
		a.found("item %s cannot be read: %v", name(row.Key), err)
		return nil
	}
	if key, ok := a.t.Key(&it); !ok || compareKeys(key, row.Key) != 0 {
		a.found("item %s stands under a key that is not its own", name(row.Key))
	}
	if it.Size != row.Size {
		a.found("item %s has size %d, stored is %d", name(row.Key), it.Size, row.Size)
	}
	for i, want := range a.t.Entries(&it) {
		if err := a.entry(i, row.Key, want); err != nil {
			return err
		}
	}
	return nil
}

// entry compares an item's entry of one index with the one stored.
func (a *audit) entry(i int, key catalog.Key, want *catalog.Entry) error {
	if err := a.orphans(i, &key); err != nil {
		return err
	}
	x, head := a.t.Indexes[i], a.heads[i]
	stored := head != nil && compareKeys(head.Key, key) == 0
	switch {
	case !stored && want != nil && x.Backfilling: // not yet
	case !stored && want != nil:
		a.found("index %s has no entry of item %s", x.Name, name(key))
	case stored && want == nil:
		a.found("index %s has an entry of item %s, which is not in it", x.Name, name(key))
	case stored && !sameEntry(x, &head.Entry, want):
		a.found("index %s has a wrong entry of item %s", x.Name, name(key))
	}
	if stored {
		return a.advance(i)
	}
	return nil
}

// orphans reports the entries before a key, all if it is nil: their items are missing.
func (a *audit) orphans(i int, before *catalog.Key) error {
	for a.heads[i] != nil && (before == nil || compareKeys(a.heads[i].Key, *before) < 0) {
		a.found("index %s has an entry of item %s, which does not exist", a.t.Indexes[i].Name, name(a.heads[i].Key))
		if err := a.advance(i); err != nil {
			return err
		}
	}
	return nil
}

// sameEntry compares entries. Sizes of entries of an index that projects all are not kept.
func sameEntry(x *catalog.Index, stored, want *catalog.Entry) bool {
	return stored.Token == want.Token && bytes.Equal(stored.Sort, want.Sort) && (x.Projection == catalog.ProjectAll || stored.Size == want.Size)
}

func compareKeys(a, b catalog.Key) int {
	if c := bytes.Compare(a.Token[:], b.Token[:]); c != 0 {
		return c
	}
	return bytes.Compare(a.Sort, b.Sort)
}

func name(k catalog.Key) string { return fmt.Sprintf("%x/%x", k.Token[:], k.Sort) }
