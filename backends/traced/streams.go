package traced

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

func (b *backend) Stream(ctx context.Context, table, label string) (*catalog.Stream, error) {
	c := b.call(ctx, "stream", "")
	found, err := b.Backend.Stream(ctx, table, label)
	return found, c.end(err)
}

func (b *backend) ListStreams(ctx context.Context, p *plan.Streams) ([]*catalog.Stream, error) {
	c := b.call(ctx, "list_streams", "")
	found, err := b.Backend.ListStreams(ctx, p)
	return found, c.end(err)
}

func (b *backend) PlaceRecords(ctx context.Context, st *catalog.Stream) (*catalog.Stream, error) {
	c := b.call(ctx, "place_records", st.Table)
	current, err := b.Backend.PlaceRecords(ctx, st)
	return current, c.end(err)
}

func (b *backend) Records(ctx context.Context, p *plan.Records) ([]backends.Record, error) {
	c := b.call(ctx, "records", p.Stream.Table)
	page, err := b.Backend.Records(ctx, p)
	return page, c.end(err)
}

func (b *backend) RecordSince(ctx context.Context, st *catalog.Stream, shard int32, at time.Time) (int64, error) {
	c := b.call(ctx, "record_since", st.Table)
	position, err := b.Backend.RecordSince(ctx, st, shard, at)
	return position, c.end(err)
}

func (b *backend) SplitShard(ctx context.Context, st *catalog.Stream, shard int32, now time.Time) (*catalog.Stream, error) {
	c := b.call(ctx, "split_shard", st.Table)
	split, err := b.Backend.SplitShard(ctx, st, shard, now)
	return split, c.end(err)
}
