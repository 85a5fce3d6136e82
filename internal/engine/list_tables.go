package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
)

// maxTablesListed is how many names ListTables gives when the request names no limit, and the most it may ask for.
const maxTablesListed = 100

// ListTables gives table names in byte order. LastEvaluatedTableName is there only when more names follow.
func (e *Engine) ListTables(ctx context.Context, in *api.ListTablesInput) (*api.ListTablesOutput, error) {
	limit := maxTablesListed
	if in.Limit != nil {
		limit = int(*in.Limit)
	}
	names, err := e.backend.ListTables(ctx, deref(in.ExclusiveStartTableName), limit+1)
	if err != nil {
		return nil, err
	}
	out := &api.ListTablesOutput{TableNames: names}
	if names == nil {
		out.TableNames = []string{}
	}
	if len(names) > limit {
		out.TableNames = names[:limit]
		out.LastEvaluatedTableName = &names[limit-1]
	}
	return out, nil
}
