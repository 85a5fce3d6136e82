package postgres

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Records reads a page of a shard.
func (b *Backend) Records(ctx context.Context, p *plan.Records) ([]backends.Record, error) {
	var page []backends.Record
	err := b.do(ctx, "records", reads, func(s *session) error {
		page = nil
		st := b.gen.Records(p)
		_, err := s.one(ctx, &st, func(r row) { page = append(page, recordOf(r)) })
		return err
	})
	return page, orNoStream(ctx, "records", err)
}

// RecordSince finds a record of a shard by time.
func (b *Backend) RecordSince(ctx context.Context, stream *catalog.Stream, shard int32, at time.Time) (position int64, err error) {
	err = b.do(ctx, "record since", reads, func(s *session) error {
		st := b.gen.RecordSince(stream, shard, at.UnixMilli())
		_, err := s.one(ctx, &st, func(r row) {
			if !r.null(0) {
				position = r.int(0)
			}
		})
		return err
	})
	return position, orNoStream(ctx, "record since", err)
}

// recordOf reads a row of position, at, kind, expired, size, keys, old, new.
func recordOf(r row) backends.Record {
	return backends.Record{
		Position: r.int(0), At: time.UnixMilli(r.int(1)), Kind: backends.RecordKind(r.text(2)), Expired: r.bool(3), Size: int(r.int(4)),
		Keys: r.doc(5), Old: r.doc(6), New: r.doc(7),
	}
}
