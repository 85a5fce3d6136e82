package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// SplitShard closes an open shard of a stream and opens two that share its items, as the service does by itself when a shard gets
// too many writes. It gives the ids of the two.
func (e *Engine) SplitShard(ctx context.Context, arn, shard string) ([]string, error) {
	s, err := e.stream(ctx, arn)
	if err != nil {
		return nil, err
	}
	h, refused := shardNamed(s, shard)
	if refused != nil {
		return nil, refused
	}
	s, err = e.backend.SplitShard(ctx, s, h.ID, e.now().UTC())
	if isCode(err, backends.CodeNoShard) {
		return nil, apierr.New(apierr.ResourceInUse, "Shard is closed, or holds the items of one partition key only: "+shard)
	}
	if err != nil {
		return nil, err
	}
	return childNames(s, h.ID), nil
}

func childNames(s *catalog.Stream, parent int32) []string {
	var names []string
	for _, h := range s.Shards {
		if h.Parent == parent {
			names = append(names, shardName(h))
		}
	}
	return names
}
