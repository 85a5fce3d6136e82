package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Change is a Put or Delete of one item as statements for one round trip in one transaction, on a guarded dialect whose
// statements may write in several WITH members.
//
// The first statement writes the row and the index entries the new item has. Unless Images is set it selects or affects
// one row when it wrote, none when it did not. With Images it gives one row:
//
//	current   whether the table has the plan's version
//	size      the old item's size, NULL if there was none
//	item      the old item, if the plan needs it
//	hit       whether the condition held on it
//	written   whether the row was written
//
// Where the old item was missing, the condition holds on a missing item, and nothing was written, another writer has made the
// item meanwhile: run the change again.
//
// A second statement deletes the entries the new item does not have. It is a statement of its own because the first one may have
// waited for a lock: only a later snapshot surely sees what the item's last writer left. It acts only if the first one wrote.
//
// The record of a stream is written by the first statement, from the row that it locked and the one that it wrote.
type Change struct {
	Statements []Statement
	Images     bool
}

// Change makes the statements of a Put or Delete.
func (g *Generator) Change(w *plan.ItemWrite, s Stamp) (Change, error) {
	c := Change{Images: NeedsImages(w)}
	first, err := g.firstStatement(w, s, c.Images)
	if err != nil {
		return c, err
	}
	c.Statements = append(c.Statements, first)
	if gone := goneEntries(w); len(gone) > 0 {
		c.Statements = append(c.Statements, g.deleteEntries(w, s.Ver, gone))
	}
	return c, nil
}

// NeedsImages says whether the row before the change must be read, see Change.Images. A conditional Delete that succeeds on a missing item
// needs it to tell that from a failed condition, a Put to know what it records. Without a condition none fails.
func NeedsImages(w *plan.ItemWrite) bool {
	if w.Kind == plan.Put && w.Table.Recorded() {
		return true
	}
	return w.NeedOld || w.NeedNew || w.NeedSizes || w.Condition != nil && w.NeedOldOnFailure || w.Kind == plan.Delete && w.Condition != nil && w.HoldsOnMissing
}

// goneEntries are the indexes in which the item has no entry after the change.
func goneEntries(w *plan.ItemWrite) []*catalog.Index {
	if w.Kind == plan.Delete {
		return w.Table.Indexes
	}
	var gone []*catalog.Index
	for i, e := range w.Entries {
		if e == nil {
			gone = append(gone, w.Table.Indexes[i])
		}
	}
	return gone
}

func (g *Generator) firstStatement(w *plan.ItemWrite, s Stamp, images bool) (Statement, error) {
	texts := g.of(w.Table)
	b := g.build("", g.changeArgs(w, s.Ver)...)
	entries := w.Kind == plan.Put && hasEntry(w.Entries)
	switch {
	case images:
		b.withImages(w, texts, s)
	case entries, w.Table.Recorded():
		b.Text("WITH w AS (")
		b.changeIf(w, texts)
		b.furtherWrites(w, s).Text(" SELECT 1 FROM w")
	default:
		b.changeIf(w, texts)
	}
	return g.finish(b, changeName(w))
}

func (g *Generator) changeArgs(w *plan.ItemWrite, ver int64) []any {
	if w.Kind == plan.Delete {
		return g.keyArgs(w.Table, w.Key)
	}
	return g.rowArgs(&Row{Table: w.Table, Key: w.Key, Item: w.Item, Ver: ver})
}

func changeName(w *plan.ItemWrite) string {
	name := "put_item"
	if w.Kind == plan.Delete {
		name = "delete_item"
	}
	if w.Condition != nil {
		name += "_if"
	}
	return name
}

func (b *Builder) changeIf(w *plan.ItemWrite, texts *tableTexts) {
	if w.Kind == plan.Delete {
		b.deleteIf(texts, w.Condition)
	} else {
		b.putIf(texts, w.Condition, w.HoldsOnMissing)
	}
}

// withImages appends the change with the old row o, locked. A Put replaces only a row that o has seen: the first of two
// concurrent first writers makes the second run again, for it saw no old item and would report none.
func (b *Builder) withImages(w *plan.ItemWrite, texts *tableTexts, s Stamp) {
	b.Text("WITH o AS (SELECT t.size, t.item, ").condition(w.Condition).Text(" AS hit FROM ", ItemTable(w.Table), " AS t WHERE ").key("t")
	b.Text(b.d.RowLock, "), w AS (")
	version := 3
	if w.Kind == plan.Delete {
		b.Text(texts.remove, " AND (SELECT hit FROM o)")
	} else {
		version = 6
		b.Text(texts.insert, " AND COALESCE((SELECT hit FROM o), ")
		b.constant(w.Condition == nil || w.HoldsOnMissing)
		b.Text(")", texts.upsert, " WHERE EXISTS (SELECT 1 FROM o)")
	}
	b.furtherWrites(w, s)
	b.guard(w.Table, " SELECT ", version).Text(", o.size, ", imageColumn(w), ", o.hit, EXISTS (SELECT 1 FROM w) FROM (VALUES (1)) AS one LEFT JOIN o ON TRUE")
}

// furtherWrites ends the member w of a WITH and appends those that write what comes with the row: its entries and its record.
func (b *Builder) furtherWrites(w *plan.ItemWrite, s Stamp) *Builder {
	switch {
	case !w.Table.Recorded():
		return b.Text(" RETURNING t.token, t.sk)").entries(w.Table, w.Entries, writtenKey)
	case w.Kind == plan.Delete:
		return b.Text(" RETURNING t.size, t.item)").recordDelete(w, s.At, b.param(1))
	default:
		return b.Text(" RETURNING t.token, t.sk)").entries(w.Table, w.Entries, writtenKey).recordWrite(w, s.At, b.param(4), b.param(3), writtenRow)
	}
}

// imageColumn is the old item as far as the plan needs it.
func imageColumn(w *plan.ItemWrite) string {
	switch {
	case w.NeedOld && w.NeedOldOnFailure:
		return "o.item"
	case w.NeedOldOnFailure:
		return "CASE WHEN NOT o.hit THEN o.item END"
	case w.NeedOld:
		return "CASE WHEN o.hit THEN o.item END"
	default:
		return "NULL::jsonb"
	}
}
