package postgres

import (
	"context"
	"fmt"
	"iter"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// beginSnapshot begins a transaction whose statements all see one state of the database.
var beginSnapshot = sqlgen.Statement{Name: "begin", SQL: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}

// Check audits every table and stream in one snapshot, so that writers may go on meanwhile.
func (b *Backend) Check(ctx context.Context) ([]string, error) {
	var findings []string
	err := b.do(ctx, "check", reads, func(s *session) error {
		findings = nil
		if _, err := s.one(ctx, &beginSnapshot, nil); err != nil {
			return err
		}
		st := b.gen.Definitions()
		tables, err := s.definitions(ctx, &st)
		for _, t := range tables {
			if err == nil {
				var found []string
				found, err = b.audit(ctx, s, t)
				findings = append(findings, found...)
			}
		}
		if err == nil {
			var found []string
			found, err = b.auditStreams(ctx, s, tables)
			findings = append(findings, found...)
		}
		return s.rollback(ctx, err)
	})
	return findings, err
}

// audit reads a table and its indexes side by side through cursors.
func (b *Backend) audit(ctx context.Context, s *session, t *catalog.Table) ([]string, error) {
	items := cursor(ctx, s, b.gen, "items_of_"+sqlgen.ItemTable(t), b.gen.AllItems(t), func(r row) backends.StoredItem {
		return backends.StoredItem{Key: keyAt(r), Size: int(r.int(2)), Doc: r.doc(3)}
	})
	entries := make([]iter.Seq2[backends.StoredEntry, error], len(t.Indexes))
	for i, x := range t.Indexes {
		entries[i] = cursor(ctx, s, b.gen, "entries_of_"+sqlgen.IndexTable(t, x), b.gen.AllEntries(t, x), func(r row) backends.StoredEntry {
			return backends.StoredEntry{Key: keyAt(r), Entry: catalog.Entry{Token: attr.Token(r[2]), Sort: r.bytes(3), Size: int(r.int(4))}}
		})
	}
	found, err := backends.Audit(t, items, entries)
	if err != nil {
		err = fmt.Errorf("audit table %s: %w", t.Name, err)
	}
	return found, err
}

// auditStreams reads all streams with their records.
func (b *Backend) auditStreams(ctx context.Context, s *session, tables []*catalog.Table) ([]string, error) {
	st := b.gen.Streams()
	streams, err := s.streams(ctx, &st)
	if err != nil {
		return nil, err
	}
	findings := backends.AuditStreams(tables, streams)
	for _, stream := range streams {
		records := cursor(ctx, s, b.gen, "records_of_"+sqlgen.RecordTable(stream.ID), b.gen.AllRecords(stream), func(r row) backends.StoredRecord {
			return backends.StoredRecord{Position: r.int(0), Shard: int32(r.int(1)), Token: attr.Token(r[2])}
		})
		found, err := backends.AuditStream(stream, records)
		if err != nil {
			return nil, fmt.Errorf("audit stream %s of table %s: %w", stream.Label, stream.Table, err)
		}
		findings = append(findings, found...)
	}
	return findings, nil
}

func keyAt(r row) catalog.Key { return catalog.Key{Token: attr.Token(r[0]), Sort: r.bytes(1)} }

// cursor reads the rows of a statement in pieces, so that several can be read side by side on one connection.
func cursor[T any](ctx context.Context, s *session, gen *sqlgen.Generator, name string, st sqlgen.Statement, read func(row) T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		open, fetch := gen.Cursor(name, &st), gen.FetchCursor(name)
		if err := s.define(ctx, &open); err != nil {
			yield(none, err)
			return
		}
		for {
			var piece []T
			if err := s.fetch(ctx, &fetch, func(r row) { piece = append(piece, read(r)) }); err != nil {
				yield(none, err)
				return
			}
			for _, v := range piece {
				if !yield(v, nil) {
					return
				}
			}
			if len(piece) == 0 {
				return
			}
		}
	}
}
