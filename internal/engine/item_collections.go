package engine

import (
	"context"
	"slices"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// limitCollections makes a plan that may make item collections larger keep their limit, if there is one.
func (e *Engine) limitCollections(p *plan.Write) {
	grows := func(w plan.ItemWrite) bool {
		return (w.Kind == plan.Put || w.Kind == plan.Update) && w.Table.HasLocalIndexes()
	}
	if e.opts.CollectionLimit == 0 || !slices.ContainsFunc(p.Items, grows) {
		return
	}
	p.CollectionLimit = e.opts.CollectionLimit
	for i := range p.Items {
		if w := &p.Items[i]; w.Kind != plan.Check && w.Table.HasLocalIndexes() {
			w.NeedOld, w.NeedNew = true, true
		}
	}
}

// wantsMetrics says whether a request's ReturnItemCollectionMetrics asks for them of this table: only tables with a local
// index have item collections.
func wantsMetrics(mode *string, t *catalog.Table) bool {
	return deref(mode) == "SIZE" && t.HasLocalIndexes()
}

// gigabyte is the unit of the estimates of item collections.
const gigabyte = 1 << 30

// collectionMetrics describes the item collection of a key, as it is after the write; nil when the request did not ask for it. The
// service estimates the size in whole gigabytes.
func (e *Engine) collectionMetrics(ctx context.Context, mode *string, t *catalog.Table, key *attr.Item) (*api.ItemCollectionMetrics, error) {
	if !wantsMetrics(mode, t) {
		return nil, nil
	}
	row, _ := t.Key(key)
	size, err := e.backend.CollectionSize(ctx, t, row.Token)
	if err != nil && !isCode(err, backends.CodeStale) { // the table may be gone by now: the write is done all the same
		return nil, err
	}
	v, _ := key.Get(t.Partition.Name)
	doc := attr.AppendDocString([]byte{'{'}, t.Partition.Name)
	doc = append(append(append(doc, ':'), v.Doc...), '}')
	return &api.ItemCollectionMetrics{ItemCollectionKey: doc, SizeEstimateRangeGB: sizeRange(size)}, nil
}

// sizeRange are the whole gigabytes below and above a size in bytes.
func sizeRange(size int64) []float64 {
	whole := size / gigabyte
	return []float64{float64(whole), float64(whole + 1)}
}

// collections describes each item collection that the keys belong to, once.
func (e *Engine) collections(ctx context.Context, mode *string, t *catalog.Table, keys []*attr.Item) ([]*api.ItemCollectionMetrics, error) {
	var all []*api.ItemCollectionMetrics
	seen := map[attr.Token]bool{}
	for _, key := range keys {
		row, _ := t.Key(key)
		if seen[row.Token] {
			continue
		}
		seen[row.Token] = true
		m, err := e.collectionMetrics(ctx, mode, t, key)
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, nil
}
