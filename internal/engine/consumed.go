package engine

import (
	"github.com/ddbsql/ddbsql/internal/api"
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
