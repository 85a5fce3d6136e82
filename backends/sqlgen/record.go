package sqlgen

import (
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Stamp is what each write has of its own.
type Stamp struct {
	Ver int64     // its number, drawn anew
	At  time.Time // the time of the records it gives
}

// InsertRecord writes the record of a change. The transaction holds the item: the number that the record draws is then in the order
// of the item's changes.
func (g *Generator) InsertRecord(t *catalog.Table, k catalog.Key, r *backends.Record) Statement {
	b := g.build("", k.Token[:])
	return g.plain(b.insertRecord(t).knownRecord(r), "put_record")
}

func (b *Builder) insertRecord(t *catalog.Table) *Builder {
	return b.Text("INSERT INTO ", RecordTable(t.Stream.ID), " (token, at, kind, expired, size, keys, old, new) ")
}

// knownRecord appends a SELECT of a record that Go has made.
func (b *Builder) knownRecord(r *backends.Record) *Builder {
	b.Text("SELECT ").Ref(1).Text(", ").Arg(r.At.UnixMilli()).Text(", '", string(r.Kind), "', ").constant(r.Expired)
	b.Text(", ").Arg(int64(r.Size)).Text(", ").Arg(Doc(r.Keys))
	for _, image := range [][]byte{r.Old, r.New} {
		if image == nil {
			b.Text(", NULL")
		} else {
			b.Text(", ").Arg(Doc(image))
		}
	}
	return b
}

// recordMember appends a member of a WITH that writes the record of a row that Go has computed, if w wrote it.
func (b *Builder) recordMember(t *catalog.Table, r *backends.Record) *Builder {
	if r == nil {
		return b
	}
	return b.Text(", r AS (").insertRecord(t).knownRecord(r).Text(" FROM w)")
}

// writtenRow is what recordWrite reads where w wrote one row in place of o.
const writtenRow = " FROM w LEFT JOIN o ON TRUE WHERE "

// recordWrite appends a member of a WITH that writes the record of each row that was written in place of o, unless they are equal. item
// and size are expressions of the new item, written is where to read the rows.
func (b *Builder) recordWrite(w *plan.ItemWrite, at time.Time, item, size, written string) *Builder {
	if !w.Table.Recorded() {
		return b
	}
	view := w.Table.Stream.View
	b.beginRecord(w, at, b.param(1), "CASE WHEN o.item IS NULL THEN '"+string(backends.Insert)+"' ELSE '"+string(backends.Modify)+"' END")
	switch {
	case view.HasOld() && view.HasNew():
		b.Text("COALESCE(o.size, 0) + ", size)
	case view.HasOld():
		b.Text("COALESCE(o.size, 0)")
	case view.HasNew():
		b.Text(size)
	default:
		b.Text("0")
	}
	b.Text(", ").keyDoc(w.Table, item).image(view.HasOld(), "o.item").image(view.HasNew(), item)
	return b.Text(written, "o.item IS DISTINCT FROM ", item, ")")
}

// recordDelete appends a member of a WITH that writes the record of each row that w deleted; token is an expression of the row's.
func (b *Builder) recordDelete(w *plan.ItemWrite, at time.Time, token string) *Builder {
	if !w.Table.Recorded() {
		return b
	}
	b.beginRecord(w, at, token, "'"+string(backends.Remove)+"'")
	size := "0"
	if w.Table.Stream.View.HasOld() {
		size = "w.size"
	}
	b.Text(size, ", ").keyDoc(w.Table, "w.item").image(w.Table.Stream.View.HasOld(), "w.item")
	return b.Text(", NULL FROM w)")
}

func (b *Builder) beginRecord(w *plan.ItemWrite, at time.Time, token, kind string) {
	b.Text(", r AS (").insertRecord(w.Table).Text("SELECT ", token, ", ").Arg(at.UnixMilli()).Text(", ", kind, ", ").constant(w.Expired).Text(", ")
}

// keyDoc appends the document of an item's key.
func (b *Builder) keyDoc(t *catalog.Table, item string) *Builder {
	names := t.KeyNames()
	b.Text("jsonb_build_object(")
	b.list(len(names), ", ", func(i int) {
		b.Same(attr.EscapeText(names[i])).Text(", ", item, " -> ").Ref(len(b.args))
	})
	return b.Text(")")
}

func (b *Builder) image(wanted bool, item string) *Builder {
	if !wanted {
		item = "NULL"
	}
	return b.Text(", ", item)
}
