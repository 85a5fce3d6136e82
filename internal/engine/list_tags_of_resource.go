package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
)

// ListTagsOfResource gives all tags of a table. There is never a NextToken: as on the service, a table's tags are one page.
func (e *Engine) ListTagsOfResource(ctx context.Context, in *api.ListTagsOfResourceInput) (*api.ListTagsOfResourceOutput, error) {
	t, err := e.taggedTable(ctx, in.ResourceArn)
	if err != nil {
		return nil, err
	}
	out := &api.ListTagsOfResourceOutput{Tags: make([]*api.Tag, len(t.Tags))}
	for i, tag := range t.Tags {
		out.Tags[i] = &api.Tag{Key: tag.Key, Value: tag.Value}
	}
	return out, nil
}
