package sqlgen

import (
	"strconv"

	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// GetItem reads one row: size, item.
func (g *Generator) GetItem(t *catalog.Table, k catalog.Key) Statement {
	return Statement{Name: "get_item", SQL: g.of(t).get, Args: []any{k.Token[:], k.Sort}}
}

// GetItemBy is GetItem with arguments that point to the parts of the key: *attr.Token and *[]byte.
func (g *Generator) GetItemBy(t *catalog.Table, k *catalog.Key) Statement {
	return Statement{Name: "get_item", SQL: g.of(t).get, Args: []any{&k.Token, &k.Sort}}
}

// ReadItem reads one row for a change of it: size, item, whether the condition holds (nil always does). On guarded dialects
// ver and the table's version follow, and a row comes even if the item is missing, with a NULL size; no row means that the table is gone.
func (g *Generator) ReadItem(t *catalog.Table, k catalog.Key, condition plan.Predicate) (Statement, error) {
	b := g.build("SELECT t.size, t.item, ", k.Token[:], k.Sort)
	b.condition(condition)
	if g.d.Guarded {
		b.Text(", t.ver, c.version FROM ", CatalogTable, " AS c LEFT JOIN ", ItemTable(t), " AS t ON ").key("t")
		b.Text(" WHERE c.id = ", strconv.FormatInt(t.ID, 10))
	} else {
		b.Text(" FROM ", ItemTable(t), " AS t WHERE ").key("t")
	}
	return g.finish(b, "read_item")
}

// LockItem reads one row and keeps it locked until the transaction ends: size, item, whether the condition holds.
func (g *Generator) LockItem(t *catalog.Table, k catalog.Key, condition plan.Predicate) (Statement, error) {
	b := g.build("SELECT t.size, t.item, ", k.Token[:], k.Sort)
	b.condition(condition).Text(" FROM ", ItemTable(t), " AS t WHERE ").key("t").Text(g.d.RowLock)
	return g.finish(b, "lock_item")
}

// condition appends a predicate, or TRUE for none.
func (b *Builder) condition(p plan.Predicate) *Builder {
	if p == nil {
		b.constant(true)
	} else {
		b.Predicate(p)
	}
	return b
}
