package sqlite

import (
	"context"
	"fmt"
	"iter"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// Check reads everything once, in one state: first what SQLite itself finds wrong with the file, then indexes and sizes.
func (b *backend) Check(ctx context.Context) (found []string, err error) {
	err = b.readBeside(ctx, "check", func(c *conn) (err error) {
		if err := c.run(&savepoint); err != nil {
			return err
		}
		defer func() {
			if e := c.run(&release); err == nil {
				err = e
			}
		}()
		found, err = b.checkAll(ctx, c)
		return err
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

func (b *backend) checkAll(ctx context.Context, c *conn) ([]string, error) {
	found, err := c.integrity()
	if err != nil {
		return nil, err
	}
	more, err := b.audit(ctx, c)
	found = append(found, more...)
	if err != nil && len(found) > 0 {
		return append(found, err.Error()), nil // what is damaged may not be read
	}
	return found, err
}

// audit compares what is stored with itself.
func (b *backend) audit(ctx context.Context, c *conn) (found []string, err error) {
	var tables []*catalog.Table
	st := b.gen.Definitions()
	err = c.rows(&st, func(s *engine.Stmt) (bool, error) {
		t, err := readDefinition(s)
		tables = append(tables, t)
		return false, err
	})
	if err != nil {
		return nil, err
	}
	for _, t := range tables {
		entries := make([]iter.Seq2[backends.StoredEntry, error], len(t.Indexes))
		for i, x := range t.Indexes {
			entries[i] = records(ctx, c, b.gen.AllEntries(t, x), readEntry)
		}
		more, err := backends.Audit(t, records(ctx, c, b.gen.AllItems(t), readItem), entries)
		if err != nil {
			return nil, fmt.Errorf("table %q: %w", t.Name, err)
		}
		found = append(found, more...)
	}
	more, err := b.checkStreams(ctx, c, tables)
	return append(found, more...), err
}

// checkStreams reads all streams with their records.
func (b *backend) checkStreams(ctx context.Context, c *conn, tables []*catalog.Table) ([]string, error) {
	st := b.gen.Streams()
	streams, err := c.streams(&st)
	if err != nil {
		return nil, err
	}
	found := backends.AuditStreams(tables, streams)
	for _, stream := range streams {
		more, err := backends.AuditStream(stream, records(ctx, c, b.gen.AllRecords(stream), readPlace))
		if err != nil {
			return nil, fmt.Errorf("stream %s of table %q: %w", stream.Label, stream.Table, err)
		}
		found = append(found, more...)
	}
	return found, nil
}

// readPlace reads a row of position, shard, token.
func readPlace(_ *conn, s *engine.Stmt) (backends.StoredRecord, error) {
	r := backends.StoredRecord{Position: s.ColumnInt64(0), Shard: int32(s.ColumnInt(1))}
	s.ColumnBytes(2, r.Token[:])
	return r, nil
}

// integrity is SQLite's own check of the file: ok, or what it finds.
func (c *conn) integrity() (found []string, err error) {
	st := sqlgen.Statement{Name: "integrity_check", SQL: "PRAGMA integrity_check"}
	err = c.rows(&st, func(s *engine.Stmt) (bool, error) {
		if text := s.ColumnText(0); text != "ok" {
			found = append(found, text)
		}
		return false, nil
	})
	return found, err
}

// records gives the rows of a statement one by one. An ended context is an error.
func records[R any](ctx context.Context, c *conn, st sqlgen.Statement, read func(*conn, *engine.Stmt) (R, error)) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		err := c.rows(&st, func(s *engine.Stmt) (bool, error) {
			if err := ctx.Err(); err != nil {
				return true, err
			}
			r, err := read(c, s)
			return err != nil || !yield(r, nil), err
		})
		if err != nil {
			var none R
			yield(none, err)
		}
	}
}

// readItem reads a row of token, sk, size, item. An item that is no document reads as an empty text.
func readItem(c *conn, s *engine.Stmt) (backends.StoredItem, error) {
	doc, _ := c.document(s, 3) // the audit reports what cannot be read
	return backends.StoredItem{Key: readKey(s), Size: s.ColumnInt(2), Doc: doc}, nil
}

// readEntry reads a row of token, sk, itoken, isk, size.
func readEntry(_ *conn, s *engine.Stmt) (backends.StoredEntry, error) {
	e := backends.StoredEntry{Key: readKey(s), Entry: catalog.Entry{Sort: columnBytes(s, 3), Size: s.ColumnInt(4)}}
	s.ColumnBytes(2, e.Entry.Token[:])
	return e, nil
}

// readKey reads the first two columns, token and sk.
func readKey(s *engine.Stmt) catalog.Key {
	k := catalog.Key{Sort: columnBytes(s, 1)}
	s.ColumnBytes(0, k.Token[:])
	return k
}
