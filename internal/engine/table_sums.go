package engine

import (
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// tableSums are what a transaction consumed of each of its tables, in the order in which it names them.
type tableSums []tableSum

type tableSum struct {
	table *catalog.Table
	usage usage
}

func (s *tableSums) add(t *catalog.Table, u usage) {
	for i := range *s {
		if (*s)[i].table.ID == t.ID {
			(*s)[i].usage.add(u)
			return
		}
	}
	*s = append(*s, tableSum{t, u})
}

func (s tableSums) tables() []*catalog.Table {
	tables := make([]*catalog.Table, len(s))
	for i := range s {
		tables[i] = s[i].table
	}
	return tables
}

// consumed is the ConsumedCapacity of a transaction. Transactions, unlike other operations, say of their units of which kind they
// are; kind sets that.
func (s tableSums) consumed(mode *string, kind func(*api.ConsumedCapacity)) []*api.ConsumedCapacity {
	if !wantsCapacity(mode) {
		return nil
	}
	all := make([]*api.ConsumedCapacity, len(s))
	for i := range s {
		all[i] = consumed(mode, s[i].table, s[i].usage)
		kind(all[i])
	}
	return all
}

func readCapacity(c *api.ConsumedCapacity)  { c.ReadCapacityUnits = c.CapacityUnits }
func writeCapacity(c *api.ConsumedCapacity) { c.WriteCapacityUnits = c.CapacityUnits }
