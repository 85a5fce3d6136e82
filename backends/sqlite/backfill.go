package sqlite

import (
	"context"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// maxBackfillBytes bounds the documents that one step of a backfill looks at: everybody else waits for it.
const maxBackfillBytes = 1 << 20

// Backfill makes entries in a transaction of the executor: nobody writes meanwhile.
func (b *backend) Backfill(ctx context.Context, t *catalog.Table, x *catalog.Index, after *catalog.Key, limit int) (*catalog.Key, error) {
	var last *catalog.Key
	err := b.exec.write(ctx, "backfill", func(c *conn) (err error) {
		if !b.versions.known(t) {
			return stale("backfill")
		}
		var entries []sqlgen.BackfillEntry
		entries, last, err = c.entriesOf(b.gen.BackfillItems(t, x, after, limit), t, x, limit)
		for i := 0; err == nil && i < len(entries); i++ {
			st := b.gen.PutEntry(t, x, entries[i].Key, entries[i].Entry)
			err = c.run(&st)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return last, nil
}

// entriesOf computes the entries of the items that a statement reads, up to limit or maxBackfillBytes. Last is the key of the final one, nil
// if there are no more.
func (c *conn) entriesOf(st sqlgen.Statement, t *catalog.Table, x *catalog.Index, limit int) (entries []sqlgen.BackfillEntry, last *catalog.Key, err error) {
	n, bytes := 0, 0
	err = c.rows(&st, func(s *engine.Stmt) (bool, error) {
		doc, err := c.document(s, 2)
		if err != nil {
			return true, err
		}
		it, err := attr.ParseItem(doc)
		if err != nil {
			return true, err
		}
		key := readKey(s)
		if e := x.Entry(t, &it); e != nil {
			entries = append(entries, sqlgen.BackfillEntry{Key: key, Entry: e})
		}
		n, bytes = n+1, bytes+len(doc)
		if n == limit || bytes >= maxBackfillBytes {
			last = &key
		}
		return last != nil, nil
	})
	return entries, last, err
}
