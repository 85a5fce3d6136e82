package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// TagResource adds tags to a table, or gives them new values. They are there when the answer is sent; the service's come
// a few seconds later.
func (e *Engine) TagResource(ctx context.Context, in *api.TagResourceInput) (Nothing, error) {
	return Nothing{}, e.changeTags(ctx, in.ResourceArn, func(old []catalog.Tag) []catalog.Tag { return withTags(old, in.Tags) })
}
