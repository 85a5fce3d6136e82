package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
)

// Scan reads one page of a table or index, or of a segment of it.
func (e *Engine) Scan(ctx context.Context, in *api.ScanInput) (*pageOutput, error) {
	p, refused := translator.PrepareScan(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	return withTable(ctx, e, in.TableName, func(t *catalog.Table) (*pageOutput, error) {
		read, refused := p.Plan(t)
		if refused != nil {
			return nil, refused
		}
		r, err := e.readPage(ctx, read)
		if err != nil {
			return nil, err
		}
		return r.output(&api.ScanOutput{
			Items: r.items, Count: &r.matched, ScannedCount: &r.scanned, LastEvaluatedKey: r.last,
			ConsumedCapacity: consumed(in.ReturnConsumedCapacity, t, r.usage),
		}), nil
	})
}
