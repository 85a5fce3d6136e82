package sqlgen

import "github.com/ddbsql/ddbsql/internal/catalog"

// PutEntry writes an item's entry of an index, in place of the one it may have.
func (g *Generator) PutEntry(t *catalog.Table, x *catalog.Index, k catalog.Key, e *catalog.Entry) Statement {
	b := g.build("INSERT INTO ")
	b.Text(IndexTable(t, x), " AS x (itoken, isk, token, sk, size) VALUES (")
	b.Arg(e.Token[:]).Text(", ").Arg(e.Sort).Text(", ").Arg(k.Token[:]).Text(", ").Arg(k.Sort).Text(", ").Arg(entrySize(x, e))
	b.Text(")").replaceEntry()
	return g.plain(b, "put_entry")
}

// entrySize is the size stored with an entry. Where the index projects all it is the item's own, kept in one place only.
func entrySize(x *catalog.Index, e *catalog.Entry) int64 {
	if x.Projection == catalog.ProjectAll {
		return 0
	}
	return int64(e.Size)
}

// replaceEntry appends the conflict clause that makes an INSERT of an entry replace the item's old one. An entry that stays as
// it is, is not written.
func (b *Builder) replaceEntry() {
	b.Text(" ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size",
		" WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)")
}

// DeleteEntry deletes an item's entry of an index.
func (g *Generator) DeleteEntry(t *catalog.Table, x *catalog.Index, k catalog.Key) Statement {
	b := g.build("DELETE FROM ", k.Token[:], k.Sort)
	b.Text(IndexTable(t, x), " AS x WHERE ").key("x")
	return g.plain(b, "delete_entry")
}
