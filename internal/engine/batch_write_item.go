package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
)

// BatchWriteItem puts and deletes up to 25 items of several tables, each atomic by itself. All of them are done when it
// answers, unless a transaction holds one of the items for long: then UnprocessedItems has them all.
func (e *Engine) BatchWriteItem(ctx context.Context, in *api.BatchWriteItemInput) (*api.BatchWriteItemOutput, error) {
	p := translator.PrepareBatchWriteItem(in)
	names := in.RequestItems.Names()
	return retryStale(e, names, func() (*api.BatchWriteItemOutput, error) {
		ts, err := e.tables.all(ctx, names)
		if err != nil {
			return nil, err
		}
		w, refused := p.Plan(ts)
		if refused != nil {
			return nil, refused
		}
		if wantsCapacity(in.ReturnConsumedCapacity) {
			needImages(w)
		}
		results, err := e.write(ctx, w)
		if isCode(err, backends.CodeConflict) {
			return &api.BatchWriteItemOutput{UnprocessedItems: in.RequestItems}, nil
		}
		if err != nil {
			return nil, err
		}
		return e.batchWriteOutput(ctx, in, ts, results)
	})
}

// batchWriteOutput shapes the answer. An item that was refused refuses the request, though others were written.
func (e *Engine) batchWriteOutput(ctx context.Context, in *api.BatchWriteItemInput, ts []*catalog.Table, results []backends.WriteResult) (*api.BatchWriteItemOutput, error) {
	for i := range results {
		if r := results[i].Refusal; r != nil {
			return nil, refusal(r)
		}
	}
	out := &api.BatchWriteItemOutput{UnprocessedItems: api.Map[[]*api.WriteRequest]{}}
	for i, t := range ts {
		name, requests := in.RequestItems[i].Key, in.RequestItems[i].Value
		if wantsMetrics(in.ReturnItemCollectionMetrics, t) {
			metrics, err := e.collections(ctx, in.ReturnItemCollectionMetrics, t, writtenKeys(requests))
			if err != nil {
				return nil, err
			}
			out.ItemCollectionMetrics = append(out.ItemCollectionMetrics, api.Entry[[]*api.ItemCollectionMetrics]{Key: name, Value: metrics})
		}
		if wantsCapacity(in.ReturnConsumedCapacity) {
			c, err := batchConsumed(in.ReturnConsumedCapacity, t, results[:len(requests)])
			if err != nil {
				return nil, err
			}
			out.ConsumedCapacity = append(out.ConsumedCapacity, c)
		}
		results = results[len(requests):]
	}
	return out, nil
}

func batchConsumed(mode *string, t *catalog.Table, results []backends.WriteResult) (*api.ConsumedCapacity, error) {
	var sum usage
	for i := range results {
		u, err := writeUsage(t, &results[i])
		if err != nil {
			return nil, err
		}
		sum.add(u)
	}
	return consumed(mode, t, sum), nil
}

// writtenKeys are the items that the requests write, or their keys.
func writtenKeys(requests []*api.WriteRequest) []*attr.Item {
	keys := make([]*attr.Item, len(requests))
	for i, r := range requests {
		if r.PutRequest != nil {
			keys[i] = &r.PutRequest.Item
		} else {
			keys[i] = &r.DeleteRequest.Key
		}
	}
	return keys
}
