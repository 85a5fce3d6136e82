package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// BatchWriteItem puts and deletes up to 25 items of several tables, each atomic by itself. All of them are done when it
// answers, unless a transaction holds one of the items for long: then UnprocessedItems has those of its table.
func (e *Engine) BatchWriteItem(ctx context.Context, in *api.BatchWriteItemInput) (*api.BatchWriteItemOutput, error) {
	p := translator.PrepareBatchWriteItem(in)
	ts, err := e.tables.all(ctx, in.RequestItems.Names())
	if err != nil {
		return nil, err
	}
	writes := make([]tableWrites, len(ts))
	for i, t := range ts { // one refused write refuses all
		if err := writes[i].planFor(p, i, t, in); err != nil {
			return nil, err
		}
	}
	err = together(len(ts), func(i int) error { return writes[i].run(ctx, e, p, i, in) })
	if err != nil {
		return nil, err
	}
	return e.batchWriteOutput(ctx, in, writes)
}

// tableWrites is what a batch writes to one table. When that has changed, it is planned anew by itself: what the batch writes to other tables
// may have happened, and what it costs would be told wrongly the second time.
type tableWrites struct {
	table       *catalog.Table
	plan        *plan.Write
	results     []backends.WriteResult
	unprocessed bool
}

func (w *tableWrites) planFor(p *translator.BatchWriteItem, i int, t *catalog.Table, in *api.BatchWriteItemInput) error {
	planned, refused := p.Plan(i, t)
	if refused != nil {
		return refused
	}
	if wantsCapacity(in.ReturnConsumedCapacity) {
		needImages(planned)
	}
	w.table, w.plan = t, planned
	return nil
}

func (w *tableWrites) run(ctx context.Context, e *Engine, p *translator.BatchWriteItem, i int, in *api.BatchWriteItemInput) error {
	name := in.RequestItems[i].Key
	_, err := retryStale(e, []string{name}, func() (none struct{}, err error) {
		if w.plan == nil {
			t, err := e.tables.get(ctx, name)
			if err != nil {
				return none, err
			}
			if err := w.planFor(p, i, t, in); err != nil {
				return none, err
			}
		}
		w.results, err = e.write(ctx, w.plan)
		w.plan = nil
		return none, err
	})
	if w.unprocessed = isCode(err, backends.CodeConflict); w.unprocessed {
		return nil
	}
	return err
}

// batchWriteOutput shapes the answer. An item that was refused refuses the request, though others were written.
func (e *Engine) batchWriteOutput(ctx context.Context, in *api.BatchWriteItemInput, writes []tableWrites) (*api.BatchWriteItemOutput, error) {
	for i := range writes {
		for j := range writes[i].results {
			if r := writes[i].results[j].Refusal; r != nil {
				return nil, refusal(r)
			}
		}
	}
	out := &api.BatchWriteItemOutput{UnprocessedItems: api.Map[[]*api.WriteRequest]{}}
	for i := range writes {
		w, name, requests := &writes[i], in.RequestItems[i].Key, in.RequestItems[i].Value
		if w.unprocessed {
			out.UnprocessedItems = append(out.UnprocessedItems, in.RequestItems[i])
			continue
		}
		if wantsMetrics(in.ReturnItemCollectionMetrics, w.table) {
			metrics, err := e.collections(ctx, in.ReturnItemCollectionMetrics, w.table, writtenKeys(requests))
			if err != nil {
				return nil, err
			}
			out.ItemCollectionMetrics = append(out.ItemCollectionMetrics, api.Entry[[]*api.ItemCollectionMetrics]{Key: name, Value: metrics})
		}
		if wantsCapacity(in.ReturnConsumedCapacity) {
			c, err := batchConsumed(in.ReturnConsumedCapacity, w.table, w.results)
			if err != nil {
				return nil, err
			}
			out.ConsumedCapacity = append(out.ConsumedCapacity, c)
		}
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
