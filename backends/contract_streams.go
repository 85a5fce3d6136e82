package backends

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

func (c *contract) Stream(ctx context.Context, table, label string) (*catalog.Stream, error) {
	s, err := c.b.Stream(ctx, table, label)
	return s, fault(ctx, "stream", err)
}

func (c *contract) ListStreams(ctx context.Context, p *plan.Streams) ([]*catalog.Stream, error) {
	found, err := c.b.ListStreams(ctx, p)
	return found, fault(ctx, "list streams", err)
}

func (c *contract) PlaceRecords(ctx context.Context, s *catalog.Stream) (*catalog.Stream, error) {
	current, err := c.b.PlaceRecords(ctx, s)
	return current, fault(ctx, "place records", err)
}

func (c *contract) Records(ctx context.Context, p *plan.Records) ([]Record, error) {
	page, err := c.b.Records(ctx, p)
	return page, fault(ctx, "records", err)
}

func (c *contract) RecordSince(ctx context.Context, s *catalog.Stream, shard int32, at time.Time) (int64, error) {
	position, err := c.b.RecordSince(ctx, s, shard, at)
	return position, fault(ctx, "record since", err)
}

func (c *contract) SplitShard(ctx context.Context, s *catalog.Stream, shard int32, now time.Time) (*catalog.Stream, error) {
	split, err := c.b.SplitShard(ctx, s, shard, now)
	return split, fault(ctx, "split shard", err)
}

func (c *contract) TrimStream(ctx context.Context, s *catalog.Stream, before time.Time, limit int) (int, error) {
	n, err := c.b.TrimStream(ctx, s, before, limit)
	return n, fault(ctx, "trim stream", err)
}
