package sqlgen

import (
	"strconv"

	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// PutEntry writes an item's entry of an index, in place of the one it may have.
func (g *Generator) PutEntry(t *catalog.Table, x *catalog.Index, k catalog.Key, e *catalog.Entry) Statement {
	b := g.build("")
	b.insertEntry(t, x).Text(" VALUES (").entryArgs(x, e).Text(", ").Arg(k.Token[:]).Text(", ").Arg(k.Sort).Text(")").replaceEntry()
	return g.plain(b, "put_entry")
}

// DeleteEntry deletes an item's entry of an index.
func (g *Generator) DeleteEntry(t *catalog.Table, x *catalog.Index, k catalog.Key) Statement {
	b := g.build("DELETE FROM ", k.Token[:], k.Sort)
	b.Text(IndexTable(t, x), " AS x WHERE ").key("x")
	return g.plain(b, "delete_entry")
}

func (b *Builder) insertEntry(t *catalog.Table, x *catalog.Index) *Builder {
	return b.Text("INSERT INTO ", IndexTable(t, x), " AS x (itoken, isk, size, token, sk)")
}

// entryArgs appends parameters of an entry's own columns.
func (b *Builder) entryArgs(x *catalog.Index, e *catalog.Entry) *Builder {
	return b.Arg(e.Token[:]).Text(", ").Arg(e.Sort).Text(", ").Arg(entrySize(x, e))
}

// entrySize is the size stored with an entry. Where the index projects all it is the item's own, kept in one place only.
func entrySize(x *catalog.Index, e *catalog.Entry) int64 {
	if !entriesHaveSizes(x) {
		return 0
	}
	return int64(e.Size)
}

func entriesHaveSizes(x *catalog.Index) bool { return x.Projection != catalog.ProjectAll }

// replaceEntry appends the conflict clause that makes an INSERT of an entry replace the item's old one. An entry that stays as
// it is, is not written.
func (b *Builder) replaceEntry() *Builder {
	return b.Text(" ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size",
		" WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)")
}

func hasEntry(entries []*catalog.Entry) bool {
	for _, e := range entries {
		if e != nil {
			return true
		}
	}
	return false
}

// writtenKey is the key that entries are given where w wrote one row.
const writtenKey = "w.token, w.sk FROM w"

// entries appends members of a WITH that write the entries of the rows just written, whose keys are read from written.
func (b *Builder) entries(t *catalog.Table, entries []*catalog.Entry, written string) *Builder {
	for i, e := range entries {
		if e == nil {
			continue
		}
		x := t.Indexes[i]
		b.Text(", i", strconv.FormatInt(int64(x.ID), 10), " AS (").insertEntry(t, x).Text(" SELECT ").entryArgs(x, e)
		b.Text(", ", written).replaceEntry().Text(")")
	}
	return b
}

// deleteEntries deletes the item's entries in those indexes if the change took place: the row has the change's number, or is
// gone. A row that was missing before a Delete has no entries anyway.
func (g *Generator) deleteEntries(w *plan.ItemWrite, ver int64, gone []*catalog.Index) Statement {
	args := []any{w.Key.Token[:], w.Key.Sort}
	if w.Kind != plan.Delete {
		args = append(args, ver)
	}
	b := g.build("WITH ", args...)
	b.list(len(gone), ", ", func(i int) {
		b.Text("d", strconv.FormatInt(int64(gone[i].ID), 10), " AS (DELETE FROM ", IndexTable(w.Table, gone[i]), " AS x WHERE ").key("x")
		if w.Kind == plan.Delete {
			b.Text(" AND NOT EXISTS (SELECT 1 FROM ", ItemTable(w.Table), " AS t WHERE ").key("t").Text("))")
		} else {
			b.Text(" AND EXISTS (SELECT 1 FROM ", ItemTable(w.Table), " AS t WHERE ").key("t").Text(" AND t.ver = ").Ref(3).Text("))")
		}
	})
	b.Text(" SELECT 1")
	return g.plain(b, "delete_entries")
}
