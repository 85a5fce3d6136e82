package engine

import (
	"cmp"
	"context"
	"slices"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// DescribeStream describes a stream and its shards in the order of their ids. LastEvaluatedShardId is there only when more follow.
func (e *Engine) DescribeStream(ctx context.Context, in *api.DescribeStreamInput) (*api.DescribeStreamOutput, error) {
	s, err := e.stream(ctx, in.StreamArn)
	if err != nil {
		return nil, err
	}
	limit := api.MaxShardsDescribed
	if in.Limit != nil {
		limit = int(*in.Limit)
	}
	d := &api.StreamDescription{
		StreamArn:               &s.ARN,
		StreamLabel:             &s.Label,
		StreamStatus:            new("ENABLED"),
		StreamViewType:          new(string(s.View)),
		CreationRequestDateTime: &s.CreatedAt,
		TableName:               &s.Table,
		KeySchema:               keySchema([]catalog.KeyAttr{s.Partition}, sortKey(s.Sort)),
	}
	if s.ClosedAt != nil {
		d.StreamStatus = new("DISABLED")
	}
	d.Shards = wantedShards(in, describeShards(s))
	if len(d.Shards) > limit {
		d.Shards = d.Shards[:limit]
		d.LastEvaluatedShardId = d.Shards[limit-1].ShardId
	}
	return &api.DescribeStreamOutput{StreamDescription: d}, nil
}

// describeShards are all shards of the stream, sorted by id.
func describeShards(s *catalog.Stream) []*api.Shard {
	shards := make([]*api.Shard, len(s.Shards))
	for i, h := range s.Shards {
		d := &api.Shard{ShardId: new(shardName(h)), SequenceNumberRange: &api.SequenceNumberRange{}}
		d.SequenceNumberRange.StartingSequenceNumber = new(sequenceNumber(s, startingPosition(h)))
		if h.End != nil {
			d.SequenceNumberRange.EndingSequenceNumber = new(sequenceNumber(s, lastPosition(s, h)))
		}
		// A parent whose records are all trimmed is forgotten.
		if parent := s.Shard(h.Parent); parent != nil {
			d.ParentShardId = new(shardName(parent))
		}
		shards[i] = d
	}
	slices.SortFunc(shards, func(a, b *api.Shard) int { return cmp.Compare(*a.ShardId, *b.ShardId) })
	return shards
}

// wantedShards leaves out what the request does not ask for: shards up to its ExclusiveStartShardId, which need not exist, and those
// that are no children of the shard in its filter.
func wantedShards(in *api.DescribeStreamInput, shards []*api.Shard) []*api.Shard {
	return slices.DeleteFunc(shards, func(d *api.Shard) bool {
		return in.ExclusiveStartShardId != nil && *d.ShardId <= *in.ExclusiveStartShardId ||
			in.ShardFilter != nil && deref(d.ParentShardId) != *in.ShardFilter.ShardId
	})
}
