package engine

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// GetShardIterator gives the text of a place in a shard. LATEST is behind every change that was committed before the request came,
// and before every change that is made when the answer is there.
func (e *Engine) GetShardIterator(ctx context.Context, in *api.GetShardIteratorInput) (*api.GetShardIteratorOutput, error) {
	now := e.now()
	s, err := e.placed(ctx, in.StreamArn)
	if err != nil {
		return nil, err
	}
	h, refused := shardNamed(s, in.ShardId)
	if refused != nil {
		return nil, refused
	}
	after, err := e.startAfter(ctx, s, h, in, now)
	if err != nil {
		return nil, err
	}
	return &api.GetShardIteratorOutput{ShardIterator: new(iteratorText(s, h, after, now))}, nil
}

// startAfter is the exclusive position the request asks for.
func (e *Engine) startAfter(ctx context.Context, s *catalog.Stream, h *catalog.Shard, in *api.GetShardIteratorInput, now time.Time) (int64, error) {
	oldest := max(h.After, s.Trimmed)
	switch in.ShardIteratorType {
	case api.Latest:
		return s.Last, nil
	case api.TrimHorizon:
		return oldest, nil
	case api.AtTimestamp:
		return e.beforeTime(ctx, s, h, *in.Timestamp, now)
	}
	after, refused := positionOf(s, h, *in.SequenceNumber)
	if refused != nil {
		return 0, refused
	}
	if in.ShardIteratorType == api.AtSequenceNumber {
		after--
	}
	if after < s.Trimmed {
		return 0, errTrimmed
	}
	return after, nil
}

// beforeTime is the exclusive position of the first record of the shard that is not older than a time.
func (e *Engine) beforeTime(ctx context.Context, s *catalog.Stream, h *catalog.Shard, at, now time.Time) (int64, error) {
	if at.After(now) {
		return 0, apierr.Invalid("One or more parameter values were invalid: Timestamp should not be in the future")
	}
	position, err := e.backend.RecordSince(ctx, s, h.ID, at)
	switch {
	case isCode(err, backends.CodeNoStream):
		return 0, streamNotFound(s.ARN)
	case err != nil:
		return 0, err
	case position == 0:
		return s.Last, nil
	}
	return position - 1, nil
}
