package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// BackfillItems reads up to limit items in key order, from after on (exclusive; nil for the beginning): token, sk, document. The document
// has at least what the index's entries are made of. On guarded dialects ver follows.
func (g *Generator) BackfillItems(t *catalog.Table, x *catalog.Index, after *catalog.Key, limit int) Statement {
	b := g.build("SELECT t.token, t.sk, ")
	if names := entryNames(t, x); g.d.Guarded && len(names) <= maxKept {
		b.Text("jsonb_strip_nulls(")
		b.object("t.item", names)
		b.Text(")")
	} else {
		b.Text("t.item")
	}
	if g.d.Guarded {
		b.Text(", t.ver")
	}
	b.Text(" FROM ", ItemTable(t), " AS t")
	if after != nil {
		b.Text(" WHERE (t.token, t.sk) > (").Arg(after.Token[:]).Text(", ").Arg(after.Sort).Text(")")
	}
	return g.plain(b.Text(" ORDER BY t.token, t.sk LIMIT ").Arg(int64(limit)), "backfill_items")
}

// entryNames are the attributes that an entry of the index is made of. Where it projects all, entries have no size.
func entryNames(t *catalog.Table, x *catalog.Index) []string {
	names := t.PositionNames(x)
	if entriesHaveSizes(x) {
		names = append(names, x.NonKey...)
	}
	return names
}

// BackfillEntry is the entry of an item as it was when the row had that number.
type BackfillEntry struct {
	Key   catalog.Key
	Ver   int64
	Entry *catalog.Entry
}

// BackfillEntries writes the entries of items that still are as they were read. It locks their rows in the order given, so that no writer of an
// item is at work between that look and the commit; who changed one before has written its entry.
func (g *Generator) BackfillEntries(t *catalog.Table, x *catalog.Index, entries []BackfillEntry) Statement {
	tokens, sks := make([][]byte, len(entries)), make([][]byte, len(entries))
	itokens, isks := make([][]byte, len(entries)), make([][]byte, len(entries))
	sizes, vers := make([]int64, len(entries)), make([]int64, len(entries))
	for i := range entries {
		e := &entries[i]
		tokens[i], sks[i], vers[i] = e.Key.Token[:], e.Key.Sort, e.Ver
		itokens[i], isks[i], sizes[i] = e.Entry.Token[:], e.Entry.Sort, entrySize(x, e.Entry)
	}
	b := g.build("")
	b.insertEntry(t, x).Text(" SELECT e.itoken, e.isk, e.size, t.token, t.sk FROM unnest(").Arg(itokens).Text(", ").Arg(isks).Text(", ").Arg(sizes)
	b.Text(", ").Arg(tokens).Text(", ").Arg(sks).Text(", ").Arg(vers).Text(") AS e (itoken, isk, size, token, sk, ver) JOIN ", ItemTable(t))
	b.Text(" AS t ON t.token = e.token AND t.sk = e.sk AND t.ver = e.ver FOR SHARE OF t").replaceEntry()
	return g.plain(b, "backfill_entries")
}
