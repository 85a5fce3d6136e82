package sqlite

import (
	"context"
	"time"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Records reads a page of a shard, beside the executor.
func (b *backend) Records(ctx context.Context, p *plan.Records) (page []backends.Record, err error) {
	err = b.readBeside(ctx, "records", func(c *conn) error {
		st, bytes := b.gen.Records(p), 0
		failed := c.rows(&st, func(s *engine.Stmt) (bool, error) {
			r, err := c.record(s)
			page = append(page, r)
			bytes += r.Size + len(r.Keys)
			return bytes >= p.MaxBytes, err
		})
		if failed == nil {
			return nil
		}
		if _, err := b.stream(c, "records", p.Stream.ID); err != nil {
			return err // the SQL table of the records is gone with the stream
		}
		return failed
	})
	if err != nil {
		return nil, err
	}
	return page, nil
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
