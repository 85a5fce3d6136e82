package translator

import (
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// BatchWriteItem is a BatchWriteItem. It has no expressions, so there is nothing to prepare.
type BatchWriteItem struct {
	in *api.BatchWriteItemInput
}

// PrepareBatchWriteItem only keeps the input; api has checked all that needs no tables.
func PrepareBatchWriteItem(in *api.BatchWriteItemInput) *BatchWriteItem {
	return &BatchWriteItem{in: in}
}

// Plan plans the writes of one table, each atomic by itself: that of the i-th entry of RequestItems, in the order of its requests. One
// refused write refuses all.
func (p *BatchWriteItem) Plan(i int, t *catalog.Table) (*plan.Write, *apierr.Error) {
	requests := p.in.RequestItems[i].Value
	w := &plan.Write{Items: make([]plan.ItemWrite, 0, len(requests))}
	seen := rowSet{}
	for _, r := range requests {
		item, err := batchWrite(t, r)
		if err != nil {
			return nil, err
		}
		if err := seen.add(item.Key); err != nil {
			return nil, err
		}
		w.Items = append(w.Items, item)
	}
	return w, nil
}

func batchWrite(t *catalog.Table, r *api.WriteRequest) (plan.ItemWrite, *apierr.Error) {
	if r.PutRequest != nil {
		return putWrite(t, &r.PutRequest.Item)
	}
	return keyWrite(plan.Delete, t, &r.DeleteRequest.Key)
}
