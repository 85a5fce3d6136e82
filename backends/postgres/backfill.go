package postgres

import (
	"context"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// Backfill reads items without a lock, computes their entries, and writes those of the items that nobody changed meanwhile. Only for
// that statement rows are locked.
func (b *Backend) Backfill(ctx context.Context, t *catalog.Table, x *catalog.Index, after *catalog.Key, limit int) (last *catalog.Key, err error) {
	read := b.gen.BackfillItems(t, x, after, limit)
	var entries []sqlgen.BackfillEntry
	err = b.do(ctx, "backfill", reads, func(s *session) (err error) {
		entries, last, err = s.entriesOf(ctx, &read, t, x, limit)
		return err
	})
	if err != nil || len(entries) == 0 {
		return last, err
	}
	write := b.gen.BackfillEntries(t, x, entries)
	err = b.do(ctx, "backfill", reads, func(s *session) error { // done again it changes nothing
		_, err := s.one(ctx, &write, nil)
		return err
	})
	return last, err
}

// entriesOf computes the entries of the items that a statement reads. Last is the key of the final one, nil if there are fewer than
// limit.
func (s *session) entriesOf(ctx context.Context, st *sqlgen.Statement, t *catalog.Table, x *catalog.Index, limit int) (entries []sqlgen.BackfillEntry, last *catalog.Key, err error) {
	var key catalog.Key
	var broken error
	n, err := s.one(ctx, st, func(r row) {
		key = keyAt(r)
		it, err := attr.ParseItem(r.doc(2))
		if err != nil {
			broken = err
		} else if e := x.Entry(t, &it); e != nil {
			entries = append(entries, sqlgen.BackfillEntry{Key: key, Ver: r.int(3), Entry: e})
		}
	})
	if err == nil {
		err = broken
	}
	if int(n) == limit {
		last = &key
	}
	return entries, last, err
}
