package postgres

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends"
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

// recordOf reads a row of position, at, kind, expired, size, keys, old, new.
func recordOf(r row) backends.Record {
	return backends.Record{
		Position: r.int(0), At: time.UnixMilli(r.int(1)), Kind: backends.RecordKind(r.text(2)), Expired: r.bool(3), Size: int(r.int(4)),
		Keys: r.doc(5), Old: r.doc(6), New: r.doc(7),
	}
}
