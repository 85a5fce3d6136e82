package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
)

// GetItem reads an item by key. A read that need not be consistent may come from a read replica; without one all are.
func (e *Engine) GetItem(ctx context.Context, in *api.GetItemInput) (*api.GetItemOutput, error) {
	p, refused := translator.PrepareGetItem(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	return withTable(ctx, e, in.TableName, func(t *catalog.Table) (*api.GetItemOutput, error) {
		get, refused := p.Plan(t)
		if refused != nil {
			return nil, refused
		}
		rows, err := e.backend.Get(ctx, get, nil)
		if err != nil {
			return nil, err
		}
		return getItemOutput(in, p, t, rows[0]), nil
	})
}

func getItemOutput(in *api.GetItemInput, p *translator.GetItem, t *catalog.Table, row backends.Row) *api.GetItemOutput {
	u := usage{table: readHalves(row.Size, deref(in.ConsistentRead))}
	out := &api.GetItemOutput{ConsumedCapacity: consumed(in.ReturnConsumedCapacity, t, u)}
	if row.Doc != nil {
		out.Item = project(nil, row.Doc, p.Projection)
	}
	return out
}
