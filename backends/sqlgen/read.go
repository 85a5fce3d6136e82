package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// GetItem reads one row: size, item.
func (g *Generator) GetItem(t *catalog.Table, k catalog.Key) Statement {
	return Statement{Name: "get_item", SQL: g.of(t).get, Args: []any{k.Token[:], k.Sort}}
}

// ReadItem reads one row for a change of it: size, item, whether the condition holds (nil always does), and on guarded
// dialects ver. With lock the row stays locked until the transaction ends, where the database has row locks.
func (g *Generator) ReadItem(t *catalog.Table, k catalog.Key, condition plan.Predicate, lock bool) (Statement, error) {
	name := "read_item"
	b := g.build("SELECT t.size, t.item, ", k.Token[:], k.Sort)
	b.condition(condition)
	if g.d.Guarded {
		b.Text(", t.ver")
	}
	b.Text(" FROM ", ItemTable(t), " AS t WHERE ").key("t")
	if lock {
		name = "lock_item"
		b.Text(g.d.RowLock)
	}
	return g.finish(b, name)
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
