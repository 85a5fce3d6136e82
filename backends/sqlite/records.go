package sqlite

import (
	"context"
	"time"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Records reads a page of a shard.
func (b *backend) Records(ctx context.Context, p *plan.Records) (page []backends.Record, err error) {
	bytes := 0
	err = b.readRecords(ctx, "records", p.Stream, b.gen.Records(p), func(c *conn, s *engine.Stmt) (bool, error) {
		r, err := c.record(s)
		page = append(page, r)
		bytes += r.Size + len(r.Keys)
		return bytes >= p.MaxBytes, err
	})
	if err != nil {
		return nil, err
	}
	return page, nil
}

// RecordSince finds a record of a shard by time.
func (b *backend) RecordSince(ctx context.Context, stream *catalog.Stream, shard int32, at time.Time) (position int64, err error) {
	err = b.readRecords(ctx, "record since", stream, b.gen.RecordSince(stream, shard, at.UnixMilli()), func(_ *conn, s *engine.Stmt) (bool, error) {
		position = s.ColumnInt64(0) // 0 for NULL
		return true, nil
	})
	return position, err
}

// readRecords runs a query of a stream's records beside the executor; each row says whether it is the last one wanted.
func (b *backend) readRecords(ctx context.Context, op string, stream *catalog.Stream, st sqlgen.Statement, row func(*conn, *engine.Stmt) (bool, error)) error {
	return b.readBeside(ctx, op, func(c *conn) error {
		failed := c.rows(&st, func(s *engine.Stmt) (bool, error) { return row(c, s) })
		if failed == nil {
			return nil
		}
		if _, err := b.stream(c, op, stream.ID); err != nil {
			return err // the SQL table of the records is gone with the stream
		}
		return failed
	})
}

// record reads a row of position, at, kind, expired, size, keys, old, new.
func (c *conn) record(s *engine.Stmt) (backends.Record, error) {
	r := backends.Record{
		Position: s.ColumnInt64(0), At: time.UnixMilli(s.ColumnInt64(1)), Kind: backends.RecordKind(s.ColumnText(2)),
		Expired: s.ColumnBool(3), Size: s.ColumnInt(4),
	}
	for i, doc := range []*[]byte{&r.Keys, &r.Old, &r.New} {
		var err error
		if *doc, err = c.document(s, 5+i); err != nil {
			return r, err
		}
	}
	return r, nil
}
