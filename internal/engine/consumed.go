package engine

import (
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// wantsCapacity says whether a request's ReturnConsumedCapacity asks for a figure.
func wantsCapacity(mode *string) bool { return mode != nil && *mode != "NONE" }

// consumed is the ConsumedCapacity of one table, in the detail the request asked for; nil when it asked for none.
func consumed(mode *string, t *catalog.Table, u usage) *api.ConsumedCapacity {
	if !wantsCapacity(mode) {
		return nil
	}
	c := &api.ConsumedCapacity{TableName: &t.Name, CapacityUnits: new(u.total().units())}
	if *mode != "INDEXES" {
		return c
	}
	c.Table = capacity(u.table)
	indexes := t.SecondaryIndexes()
	for i, h := range u.indexes {
		switch {
		case h == 0:
		case indexes[i].Local:
			c.LocalSecondaryIndexes = append(c.LocalSecondaryIndexes, api.Entry[*api.Capacity]{Key: indexes[i].Name, Value: capacity(h)})
		default:
			c.GlobalSecondaryIndexes = append(c.GlobalSecondaryIndexes, api.Entry[*api.Capacity]{Key: indexes[i].Name, Value: capacity(h)})
		}
	}
	return c
}

func capacity(h halves) *api.Capacity { return &api.Capacity{CapacityUnits: new(h.units())} }

// wantsMetrics says whether a request's ReturnItemCollectionMetrics asks for them of this table: only tables with a local
// index have item collections.
func wantsMetrics(mode *string, t *catalog.Table) bool {
	if deref(mode) != "SIZE" {
		return false
	}
	for _, x := range t.SecondaryIndexes() {
		if x.Local {
			return true
		}
	}
	return false
}

// collectionMetrics describes the item collection of a key. The service estimates in whole gigabytes; collections here are
// reported within the first.
func collectionMetrics(mode *string, t *catalog.Table, key *attr.Item) *api.ItemCollectionMetrics {
	if !wantsMetrics(mode, t) {
		return nil
	}
	v, _ := key.Get(t.Partition.Name)
	doc := attr.AppendDocString([]byte{'{'}, t.Partition.Name)
	doc = append(append(append(doc, ':'), v.Doc...), '}')
	return &api.ItemCollectionMetrics{ItemCollectionKey: doc, SizeEstimateRangeGB: []float64{0, 1}}
}

// collections describes each item collection that the keys belong to, once.
func collections(mode *string, t *catalog.Table, keys []*attr.Item) []*api.ItemCollectionMetrics {
	var all []*api.ItemCollectionMetrics
	seen := map[string]bool{}
	for _, key := range keys {
		m := collectionMetrics(mode, t, key)
		if !seen[string(m.ItemCollectionKey)] {
			seen[string(m.ItemCollectionKey)] = true
			all = append(all, m)
		}
	}
	return all
}
