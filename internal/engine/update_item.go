package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/translator"
)

// UpdateItem changes an item's attributes, or makes the item if it is not there.
func (e *Engine) UpdateItem(ctx context.Context, in *api.UpdateItemInput) (*api.UpdateItemOutput, error) {
	p, refused := translator.PrepareUpdateItem(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	w, err := e.writeOne(ctx, in.TableName, in.ReturnConsumedCapacity, p.Plan)
	if err != nil {
		return nil, err
	}
	out := &api.UpdateItemOutput{Attributes: updatedAttributes(deref(in.ReturnValues), p, w)}
	if out.ItemCollectionMetrics, err = e.collectionMetrics(ctx, in.ReturnItemCollectionMetrics, w.table, &in.Key); err != nil {
		return nil, err
	}
	out.ConsumedCapacity, err = w.consumed(in.ReturnConsumedCapacity)
	return out, err
}

// updatedAttributes is what ReturnValues asks for.
func updatedAttributes(mode string, p *translator.UpdateItem, w written) api.Doc {
	switch mode {
	case "ALL_OLD":
		return w.result.Old
	case "ALL_NEW":
		return w.result.New
	case "UPDATED_OLD":
		return fragment(w.result.Old, p.Touched())
	case "UPDATED_NEW":
		return fragment(w.result.New, p.Touched())
	default:
		return nil
	}
}
