package sqlgen

import (
	"strconv"
	"time"

	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// PutItems writes several rows of one table, whatever was there, with their index entries: statements for one round trip in
// one transaction. Rows are locked in the order of the writes. The first statement affects or selects all rows, or none if the table
// has another version. The second one, for entries the items do not have any more, is explained at Change.
func (g *Generator) PutItems(writes []*plan.ItemWrite, ver int64) []Statement {
	t := writes[0].Table
	tokens, sks := keysOf(writes)
	sizes, docs := make([]int64, len(writes)), make([]Doc, len(writes))
	for i, w := range writes {
		sizes[i], docs[i] = int64(w.Item.Size), Doc(w.Item.Doc)
	}
	b := g.build("", tokens, sks, sizes, docs, ver, t.Version)
	if len(t.Indexes) > 0 {
		b.Text("WITH w AS (")
	}
	b.Text("INSERT INTO ", ItemTable(t), " AS t (token, sk, size, item, ver) SELECT k.token, k.sk, k.size, k.item, ").Ref(5).Text(" FROM unnest(")
	b.list(4, ", ", func(i int) { b.Ref(i + 1) })
	b.Text(") AS k (token, sk, size, item)").guard(t, " WHERE ", 6).Text(g.of(t).upsert)
	if len(t.Indexes) == 0 {
		return []Statement{g.plain(b, "put_items")}
	}
	b.Text(" RETURNING t.token, t.sk)")
	gone := false
	for i, x := range t.Indexes {
		gone = b.indexEntries(x, i, writes) || gone
	}
	statements := []Statement{g.plain(b.Text(" SELECT 1 FROM w"), "put_items")}
	if gone {
		statements = append(statements, g.deleteGone(writes, ver))
	}
	return statements
}

// indexEntries appends a member of a WITH that writes the items' entries of one index once all rows are written. It says
// whether some items have none.
func (b *Builder) indexEntries(x *catalog.Index, place int, writes []*plan.ItemWrite) (gone bool) {
	var itokens, isks, tokens, sks [][]byte
	var sizes []int64
	for _, w := range writes {
		e := w.Entries[place]
		if e == nil {
			gone = true
			continue
		}
		itokens, isks, sizes = append(itokens, e.Token[:]), append(isks, e.Sort), append(sizes, entrySize(x, e))
		tokens, sks = append(tokens, w.Key.Token[:]), append(sks, w.Key.Sort)
	}
	if len(sizes) == 0 {
		return gone
	}
	b.Text(", i", strconv.FormatInt(int64(x.ID), 10), " AS (").insertEntry(writes[0].Table, x)
	b.Text(" SELECT e.itoken, e.isk, e.size, e.token, e.sk FROM unnest(").Arg(itokens).Text(", ").Arg(isks).Text(", ").Arg(sizes)
	b.Text(", ").Arg(tokens).Text(", ").Arg(sks).Text(") AS e (itoken, isk, size, token, sk) WHERE (SELECT count(*) FROM w) > 0")
	b.replaceEntry().Text(")")
	return gone
}

// deleteGone deletes the entries that items written under that number do not have any more.
func (g *Generator) deleteGone(writes []*plan.ItemWrite, ver int64) Statement {
	t := writes[0].Table
	b := g.build("WITH ", ver)
	sep := ""
	for i, x := range t.Indexes {
		var gone []*plan.ItemWrite
		for _, w := range writes {
			if w.Entries[i] == nil {
				gone = append(gone, w)
			}
		}
		if len(gone) > 0 {
			b.Text(sep)
			b.deleteListed(t, x, gone, func() {
				b.Text("EXISTS (SELECT 1 FROM ", ItemTable(t), " AS t WHERE t.token = k.token AND t.sk = k.sk AND t.ver = ").Ref(1).Text(")")
			})
			sep = ", "
		}
	}
	return g.plain(b.Text(" SELECT 1"), "delete_entries")
}

// deleteListed appends a member of a WITH that deletes the entries of the writes' keys k that meet a condition.
func (b *Builder) deleteListed(t *catalog.Table, x *catalog.Index, writes []*plan.ItemWrite, condition func()) {
	tokens, sks := keysOf(writes)
	b.Text("d", strconv.FormatInt(int64(x.ID), 10), " AS (DELETE FROM ", IndexTable(t, x), " AS x USING unnest(").Arg(tokens).Text(", ").Arg(sks)
	b.Text(") AS k (token, sk) WHERE x.token = k.token AND x.sk = k.sk AND ")
	condition()
	b.Text(")")
}

// DeleteItems deletes several rows of one table with their index entries, as PutItems writes them. The first statement
// affects or selects the rows that were there, and writes their records.
func (g *Generator) DeleteItems(writes []*plan.ItemWrite, at time.Time) []Statement {
	var b *Builder
	if writes[0].Table.Recorded() {
		b = g.deleteRows("WITH w AS (", writes).Text(" RETURNING t.token, t.size, t.item)").recordDelete(writes[0], at, "w.token").Text(" SELECT 1 FROM w")
	} else {
		b = g.deleteRows("", writes)
	}
	return append([]Statement{g.plain(b, "delete_items")}, g.deleteTheirEntries(writes)...)
}

// DeleteItemsIf deletes those of several rows of one table that meet a condition, the first write's, with their index entries, and
// writes their records. The first statement gives token and sort key of each row that it deleted.
func (g *Generator) DeleteItemsIf(writes []*plan.ItemWrite, at time.Time) ([]Statement, error) {
	b := g.deleteRows("WITH w AS (", writes).Text(" AND ")
	b.Predicate(writes[0].Condition)
	if writes[0].Table.Recorded() {
		b.Text(" RETURNING t.token, t.sk, t.size, t.item)").recordDelete(writes[0], at, "w.token")
	} else {
		b.Text(" RETURNING t.token, t.sk)")
	}
	st, err := g.finish(b.Text(" SELECT w.token, w.sk FROM w"), "delete_items_if")
	return append([]Statement{st}, g.deleteTheirEntries(writes)...), err
}

// deleteRows deletes the rows of the writes, behind a head.
func (g *Generator) deleteRows(head string, writes []*plan.ItemWrite) *Builder {
	t := writes[0].Table
	tokens, sks := keysOf(writes)
	b := g.build(head, tokens, sks, t.Version)
	b.Text("DELETE FROM ", ItemTable(t), " AS t USING unnest(").Ref(1).Text(", ").Ref(2).Text(") AS k (token, sk) WHERE t.token = k.token AND t.sk = k.sk")
	return b.guard(t, " AND ", 3)
}

// deleteTheirEntries deletes the entries of those items that are gone.
func (g *Generator) deleteTheirEntries(writes []*plan.ItemWrite) []Statement {
	t := writes[0].Table
	if len(t.Indexes) == 0 {
		return nil
	}
	b := g.build("WITH ")
	b.list(len(t.Indexes), ", ", func(i int) {
		b.deleteListed(t, t.Indexes[i], writes, func() {
			b.Text("NOT EXISTS (SELECT 1 FROM ", ItemTable(t), " AS t WHERE t.token = k.token AND t.sk = k.sk)")
		})
	})
	return []Statement{g.plain(b.Text(" SELECT 1"), "delete_entries")}
}

func keysOf(writes []*plan.ItemWrite) (tokens, sks [][]byte) {
	return keyLists(len(writes), func(i int) *catalog.Key { return &writes[i].Key })
}
