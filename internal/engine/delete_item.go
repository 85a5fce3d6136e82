package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/translator"
)

// DeleteItem removes an item; removing one that is not there succeeds.
func (e *Engine) DeleteItem(ctx context.Context, in *api.DeleteItemInput) (*api.DeleteItemOutput, error) {
	p, refused := translator.PrepareDeleteItem(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	w, err := e.writeOne(ctx, in.TableName, in.ReturnConsumedCapacity, p.Plan)
	if err != nil {
		return nil, err
	}
	out := &api.DeleteItemOutput{}
	if deref(in.ReturnValues) == "ALL_OLD" {
		out.Attributes = w.result.Old
	}
	if out.ItemCollectionMetrics, err = e.collectionMetrics(ctx, in.ReturnItemCollectionMetrics, w.table, &in.Key); err != nil {
		return nil, err
	}
	out.ConsumedCapacity, err = w.consumed(in.ReturnConsumedCapacity)
	return out, err
}
