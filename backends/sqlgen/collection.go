package sqlgen

import (
	"encoding/binary"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// CollectionSize sums up the sizes of the items of one partition key and of their entries in local indexes. It walks the range of that
// key in the table and in each index.
func (g *Generator) CollectionSize(t *catalog.Table, token attr.Token) Statement {
	b := g.build("SELECT (SELECT COALESCE(sum(size), 0) FROM ", token[:])
	b.Text(ItemTable(t), " WHERE token = ").Ref(1).Text(")")
	for _, x := range t.Indexes {
		if !x.Local {
			continue
		}
		b.Text(" + (SELECT COALESCE(sum(", pageSizeOf(x), "), 0) FROM ", IndexTable(t, x), " AS x")
		if !entriesHaveSizes(x) {
			b.Text(" JOIN ", ItemTable(t), " AS t ON t.token = x.token AND t.sk = x.sk")
		}
		b.Text(" WHERE x.itoken = ").Ref(1).Text(")")
	}
	return g.plain(b, "collection_size")
}

// LockCollection makes other transactions that do the same wait for the end of this one.
func (g *Generator) LockCollection(t *catalog.Table, token attr.Token) Statement {
	b := g.build("SELECT pg_advisory_xact_lock(", t.ID^int64(binary.BigEndian.Uint64(token[:])))
	return g.plain(b.Ref(1).Text(")"), "lock_collection")
}
