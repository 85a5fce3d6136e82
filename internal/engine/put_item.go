package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/translator"
)

// PutItem stores an item, replacing the one with the same key.
func (e *Engine) PutItem(ctx context.Context, in *api.PutItemInput) (*api.PutItemOutput, error) {
	p, refused := translator.PreparePutItem(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	w, err := e.writeOne(ctx, in.TableName, in.ReturnConsumedCapacity, p.Plan)
	if err != nil {
		return nil, err
	}
	out := &api.PutItemOutput{}
	if deref(in.ReturnValues) == "ALL_OLD" {
		out.Attributes = w.result.Old
	}
	if out.ItemCollectionMetrics, err = e.collectionMetrics(ctx, in.ReturnItemCollectionMetrics, w.table, &in.Item); err != nil {
		return nil, err
	}
	out.ConsumedCapacity, err = w.consumed(in.ReturnConsumedCapacity)
	return out, err
}
