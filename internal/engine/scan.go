package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/translator"
)

// Scan reads one page of a table or index, or of a segment of it.
func (e *Engine) Scan(ctx context.Context, in *api.ScanInput) (*pageOutput, error) {
	p, refused := translator.PrepareScan(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	return e.readTable(ctx, in.TableName, p.Plan, func(r *page) output {
		return &api.ScanOutput{
			Items: r.items, Count: &r.matched, ScannedCount: &r.scanned, LastEvaluatedKey: r.last,
			ConsumedCapacity: consumed(in.ReturnConsumedCapacity, r.table, r.usage),
		}
	})
}
