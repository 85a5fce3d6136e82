package engine

import (
	"context"
	"slices"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// UntagResource removes tags from a table; keys that it does not have are no error.
func (e *Engine) UntagResource(ctx context.Context, in *api.UntagResourceInput) (Nothing, error) {
	return Nothing{}, e.changeTags(ctx, in.ResourceArn, func(old []catalog.Tag) []catalog.Tag {
		return slices.DeleteFunc(slices.Clone(old), func(t catalog.Tag) bool { return slices.Contains(in.TagKeys, t.Key) })
	})
}
