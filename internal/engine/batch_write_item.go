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
// answers: UnprocessedItems is always empty.
func (e *Engine) BatchWriteItem(ctx context.Context, in *api.BatchWriteItemInput) (*api.BatchWriteItemOutput, error) {
	p := translator.PrepareBatchWriteItem(in)
	names := make([]string, len(in.RequestItems))
	for i := range in.RequestItems {
		names[i] = in.RequestItems[i].Key
	}
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
		results, err := e.backend.Write(ctx, w)
		if err != nil {
			return nil, err
		}
		return batchWriteOutput(in, ts, results)
	})
}

func batchWriteOutput(in *api.BatchWriteItemInput, ts []*catalog.Table, results []backends.WriteResult) (*api.BatchWriteItemOutput, error) {
	out := &api.BatchWriteItemOutput{UnprocessedItems: api.Map[[]*api.WriteRequest]{}}
	for i, t := range ts {
		name, requests := in.RequestItems[i].Key, in.RequestItems[i].Value
		if wantsMetrics(in.ReturnItemCollectionMetrics, t) {
			metrics := batchMetrics(in.ReturnItemCollectionMetrics, t, requests)
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

// batchMetrics describes each item collection that the requests touch, once.
func batchMetrics(mode *string, t *catalog.Table, requests []*api.WriteRequest) []*api.ItemCollectionMetrics {
	var all []*api.ItemCollectionMetrics
	seen := map[string]bool{}
	for _, r := range requests {
		m := collectionMetrics(mode, t, writtenKey(r))
		if !seen[string(m.ItemCollectionKey)] {
			seen[string(m.ItemCollectionKey)] = true
			all = append(all, m)
		}
	}
	return all
}

func writtenKey(r *api.WriteRequest) *attr.Item {
	if r.PutRequest != nil {
		return &r.PutRequest.Item
	}
	return &r.DeleteRequest.Key
}
