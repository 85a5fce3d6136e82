package sqlite

import (
	"context"
	"time"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// TrimStream removes the oldest records, and a stream that was closed long ago with the last of them. Records that nobody has read get their
// positions first.
func (b *backend) TrimStream(ctx context.Context, stream *catalog.Stream, before time.Time, limit int) (removed int, err error) {
	if stream, err = b.PlaceRecords(ctx, stream); err != nil {
		return 0, err
	}
	if stream.ClosedAt != nil && stream.ClosedAt.Before(before) && stream.Last-stream.Trimmed <= int64(limit) {
		removed = int(stream.Last - stream.Trimmed)
		err = b.exec.change(ctx, "trim stream", func(c *conn) error { return b.dropStream(c, stream) }, nil)
		return removed, err
	}
	err = b.exec.write(ctx, "trim stream", func(c *conn) error {
		current, err := b.stream(c, "trim stream", stream.ID)
		if err == nil {
			removed, err = b.trim(c, current, before, limit)
		}
		return err
	})
	return removed, err
}

func (b *backend) dropStream(c *conn, stream *catalog.Stream) error {
	return c.execAll([]sqlgen.Statement{b.gen.DeleteStream(stream), b.gen.DropRecords(stream.ID)})
}

// trim removes records and says how many.
func (b *backend) trim(c *conn, stream *catalog.Stream, before time.Time, limit int) (removed int, err error) {
	end := min(stream.Trimmed+int64(limit), stream.Last)
	find := b.gen.TrimEnd(stream, before.UnixMilli(), limit)
	err = c.rows(&find, func(s *engine.Stmt) (bool, error) {
		if !s.ColumnIsNull(0) {
			end = s.ColumnInt64(0) - 1
		}
		return false, nil
	})
	if err != nil {
		return 0, err
	}
	remove := b.gen.DeleteRecords(stream, end)
	if !stream.Trim(end, before) {
		return 0, nil
	}
	if removed, err = c.exec(&remove); err != nil {
		return 0, err
	}
	return removed, b.saveStream(c, stream)
}
