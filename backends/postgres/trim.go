package postgres

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// TrimStream removes the oldest records, or a stream that was closed long ago with all it has. Records that nobody has read get their
// positions first.
func (b *Backend) TrimStream(ctx context.Context, stream *catalog.Stream, before time.Time, limit int) (int, error) {
	if _, err := b.PlaceRecords(ctx, stream); err != nil {
		return 0, err
	}
	removed := 0
	err := b.lockingStream(ctx, "trim stream", reads, stream.ID, func(s *session, current *catalog.Stream) (err error) {
		if current.ClosedAt != nil && current.ClosedAt.Before(before) {
			removed = int(current.Last - current.Trimmed)
			return b.dropStream(ctx, s, current)
		}
		removed, err = b.trim(ctx, s, current, before, limit)
		return err
	})
	return removed, err
}

func (b *Backend) dropStream(ctx context.Context, s *session, stream *catalog.Stream) error {
	st := b.gen.DeleteStream(stream)
	if _, err := s.one(ctx, &st, nil); err != nil {
		return err
	}
	return s.runAll(ctx, []sqlgen.Statement{b.gen.DropRecords(stream.ID)})
}

// trim removes records and says how many.
func (b *Backend) trim(ctx context.Context, s *session, stream *catalog.Stream, before time.Time, limit int) (int, error) {
	end := min(stream.Trimmed+int64(limit), stream.Last)
	find := b.gen.TrimEnd(stream, before.UnixMilli(), limit)
	_, err := s.one(ctx, &find, func(r row) {
		if !r.null(0) {
			end = r.int(0) - 1
		}
	})
	if err != nil {
		return 0, err
	}
	remove := b.gen.DeleteRecords(stream, end)
	if !stream.Trim(end, before) {
		return 0, nil
	}
	n, err := s.one(ctx, &remove, nil)
	if err != nil {
		return 0, err
	}
	return int(n), b.saveStream(ctx, s, stream)
}
