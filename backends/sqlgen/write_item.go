package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Row is the row a statement writes.
type Row struct {
	Table *catalog.Table
	Key   catalog.Key
	Item  *attr.Item
	// Ver is the number of this write, drawn anew for each; dialects that are not guarded ignore it.
	Ver int64
}

func (g *Generator) rowArgs(r *Row) []any {
	args := make([]any, 4, 8)
	args[0], args[1], args[2], args[3] = r.Key.Token[:], r.Key.Sort, int64(r.Item.Size), Doc(r.Item.Doc)
	if g.d.Guarded {
		args = append(args, r.Ver, r.Table.Version)
	}
	return args
}

func (g *Generator) keyArgs(t *catalog.Table, k catalog.Key) []any {
	args := []any{k.Token[:], k.Sort}
	if g.d.Guarded {
		args = append(args, t.Version)
	}
	return args
}

// PutItem writes a row whatever was there. On guarded dialects no row written means that the table has another version.
func (g *Generator) PutItem(r *Row) Statement {
	return Statement{Name: "put_item", SQL: g.of(r.Table).put, Args: g.rowArgs(r)}
}

// PutItemIf writes a row if the condition holds. A missing row is made when holdsOnMissing says that the condition holds on
// it. No row written means that the condition did not hold, or on guarded dialects that the table has another version.
func (g *Generator) PutItemIf(r *Row, condition plan.Predicate, holdsOnMissing bool) (Statement, error) {
	b := g.build("", g.rowArgs(r)...)
	b.putIf(g.of(r.Table), condition, holdsOnMissing)
	return g.finish(b, "put_item_if")
}

func (b *Builder) putIf(texts *tableTexts, condition plan.Predicate, holdsOnMissing bool) {
	switch {
	case condition == nil:
		b.Text(texts.put)
	case holdsOnMissing:
		b.Text(texts.put, " WHERE ").Predicate(condition)
	default:
		b.Text(texts.replace, " AND ").Predicate(condition)
	}
}

// DeleteItem deletes a row.
func (g *Generator) DeleteItem(t *catalog.Table, k catalog.Key) Statement {
	return Statement{Name: "delete_item", SQL: g.of(t).remove, Args: g.keyArgs(t, k)}
}

// DeleteItemIf deletes a row if the condition holds. No row deleted means that there is none, that the condition did not
// hold, or on guarded dialects that the table has another version.
func (g *Generator) DeleteItemIf(t *catalog.Table, k catalog.Key, condition plan.Predicate) (Statement, error) {
	b := g.build("", g.keyArgs(t, k)...)
	b.deleteIf(g.of(t), condition)
	return g.finish(b, "delete_item_if")
}

func (b *Builder) deleteIf(texts *tableTexts, condition plan.Predicate) {
	b.Text(texts.remove)
	if condition != nil {
		b.Text(" AND ").Predicate(condition)
	}
}
