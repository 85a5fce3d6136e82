package sqlgen

import (
	"strconv"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// Swap is a row that was computed of the one that was read, with the entries of both.
type Swap struct {
	Row
	// Existed and OldVer are the row that was read.
	Existed                bool
	OldVer                 int64
	OldEntries, NewEntries []*catalog.Entry
	// Record is what the stream is told; nil for nothing.
	Record *backends.Record
}

// SwapItem writes the row and its index entries if the row is still the one that was read (or still missing). It affects
// or selects one row when it wrote; none means that another writer was faster, or that the table has another version.
//
// Entries that vanish are deleted in the same statement: as the row did not change since it was read, neither did they. That is not so
// for an index that is being filled.
func (g *Generator) SwapItem(s *Swap) Statement {
	b := g.build("", g.rowArgs(&s.Row)...)
	changed := s.changedEntries()
	if len(changed) == 0 && s.Record == nil {
		b.swapRow(s, g.of(s.Table))
		return g.plain(b, "swap_item")
	}
	b.Text("WITH w AS (")
	b.swapRow(s, g.of(s.Table))
	b.Text(" RETURNING t.token, t.sk)")
	put := make([]*catalog.Entry, len(s.NewEntries))
	for _, i := range changed {
		put[i] = s.NewEntries[i]
	}
	b.entries(s.Table, put, writtenKey).recordMember(s.Table, s.Record)
	for _, i := range changed {
		if x := s.Table.Indexes[i]; put[i] == nil {
			b.Text(", d", strconv.FormatInt(int64(x.ID), 10), " AS (DELETE FROM ", IndexTable(s.Table, x), " AS x USING w WHERE x.token = w.token AND x.sk = w.sk)")
		}
	}
	b.Text(" SELECT 1 FROM w")
	return g.plain(b, "swap_item")
}

func (b *Builder) swapRow(s *Swap, texts *tableTexts) {
	if s.Existed {
		b.Text(texts.replace, " AND t.ver = ").Arg(s.OldVer)
	} else {
		b.Text(texts.insert, " ON CONFLICT (token, sk) DO NOTHING")
	}
}

// changedEntries are the places of the indexes whose entry differs before and after, or may not be there although it does not: a backfill
// that has read the old item leaves its entry to whoever changed it.
func (s *Swap) changedEntries() []int {
	var changed []int
	for i := range s.NewEntries {
		if x := s.Table.Indexes[i]; x.Backfilling || !sameEntry(x, s.oldEntry(i), s.NewEntries[i]) {
			changed = append(changed, i)
		}
	}
	return changed
}

func (s *Swap) oldEntry(i int) *catalog.Entry {
	if i < len(s.OldEntries) {
		return s.OldEntries[i]
	}
	return nil
}

// sameEntry says whether the stored rows of two entries are the same.
func sameEntry(x *catalog.Index, a, b *catalog.Entry) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Token == b.Token && string(a.Sort) == string(b.Sort) && entrySize(x, a) == entrySize(x, b)
}

// HoldItem makes a row if it is missing, and affects one row then. Either way the transaction has waited for whoever else was
// making it. A missing row cannot be locked, but one that was just made is.
func (g *Generator) HoldItem(r *Row) Statement {
	b := g.build(g.of(r.Table).insertLocked, g.rowArgs(r)[:5]...)
	return g.plain(b.Text(" ON CONFLICT (token, sk) DO NOTHING"), "hold_item")
}

// LockedSwap writes a row that the transaction holds locked, with its index entries. A row that did not exist is there already,
// made by HoldItem.
func (g *Generator) LockedSwap(s *Swap) []Statement {
	var statements []Statement
	if s.Existed {
		statements = append(statements, Statement{Name: "replace_item", SQL: g.of(s.Table).replaceLocked, Args: g.rowArgs(&s.Row)[:5]})
	}
	for _, i := range s.changedEntries() {
		x := s.Table.Indexes[i]
		if e := s.NewEntries[i]; e != nil {
			statements = append(statements, g.PutEntry(s.Table, x, s.Key, e))
		} else {
			statements = append(statements, g.DeleteEntry(s.Table, x, s.Key))
		}
	}
	if s.Record != nil {
		statements = append(statements, g.InsertRecord(s.Table, s.Key, s.Record))
	}
	return statements
}

// LockedDelete deletes a row that the transaction holds locked, with its index entries if it is more than held.
func (g *Generator) LockedDelete(t *catalog.Table, k catalog.Key, entries bool) []Statement {
	statements := []Statement{{Name: "remove_item", SQL: g.of(t).removeLocked, Args: []any{k.Token[:], k.Sort}}}
	if !entries {
		return statements
	}
	for _, x := range t.Indexes {
		statements = append(statements, g.DeleteEntry(t, x, k))
	}
	return statements
}

// Transaction statements.
var (
	Begin    = Statement{Name: "begin", SQL: "BEGIN"}
	Commit   = Statement{Name: "commit", SQL: "COMMIT"}
	Rollback = Statement{Name: "rollback", SQL: "ROLLBACK"}
)
