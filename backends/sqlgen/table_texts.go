package sqlgen

import (
	"strconv"

	"github.com/ddbsql/ddbsql/internal/catalog"
)

// tableTexts are the statement texts of a table's version that hold no predicate; others are made of them.
//
// Their first parameters are always the same: 1 token, 2 sort key; then for rows 3 size, 4 item and on guarded dialects 5 ver,
// 6 table version; for remove on guarded dialects 3 table version.
type tableTexts struct {
	version int64

	get     string // SELECT of one row: size, item
	insert  string // INSERT, up to further conditions
	upsert  string // the conflict clause that makes an INSERT replace the row, up to its WHERE
	put     string // the unconditional upsert
	replace string // UPDATE of the whole row, up to further conditions
	remove  string // DELETE, up to further conditions

	// The same for rows that the transaction has locked, or knows to be missing: without guard.
	insertLocked, replaceLocked, removeLocked string
}

func newTableTexts(d *Dialect, t *catalog.Table) *tableTexts {
	removeArgs := append(keyArgs[:2:2], int64(0))
	texts := &tableTexts{
		version: t.Version,
		get: fixed(d, keyArgs, func(b *Builder) {
			b.Text("SELECT t.size, ", d.SendBefore, "t.item", d.SendAfter, " FROM ", ItemTable(t), " AS t WHERE ").key("t")
		}),
		insert:       fixed(d, rowArgs, func(b *Builder) { b.insertRow(t).guard(t, " WHERE ", 6) }),
		insertLocked: fixed(d, rowArgs, func(b *Builder) { b.insertRow(t) }),
		upsert: fixed(d, nil, func(b *Builder) {
			b.Text(" ON CONFLICT (token, sk) DO UPDATE SET ").setRow("excluded.size", "excluded.item", "excluded.ver")
		}),
		replace:       fixed(d, rowArgs, func(b *Builder) { b.replaceRow(t).guard(t, " AND ", 6) }),
		replaceLocked: fixed(d, rowArgs, func(b *Builder) { b.replaceRow(t) }),
		remove:        fixed(d, removeArgs, func(b *Builder) { b.removeRow(t).guard(t, " AND ", 3) }),
		removeLocked:  fixed(d, keyArgs, func(b *Builder) { b.removeRow(t) }),
	}
	texts.put = texts.insert + texts.upsert
	return texts
}

// Samples of the arguments of fixed texts: they decide the casts.
var (
	keyArgs = []any{[]byte(nil), []byte(nil)}
	rowArgs = append(keyArgs[:2:2], int64(0), Doc(nil), int64(0), int64(0))
)

// fixed writes a text without a predicate.
func fixed(d *Dialect, args []any, write func(b *Builder)) string {
	b := &Builder{d: d, args: args}
	write(b)
	return string(b.sql)
}

// key appends the condition that a row has the key of parameters 1 and 2.
func (b *Builder) key(alias string) *Builder {
	return b.Text(alias, ".token = ").Ref(1).Text(" AND ", alias, ".sk = ").Ref(2)
}

// insertRow appends an INSERT of the row in the parameters, without its conflict clause.
func (b *Builder) insertRow(t *catalog.Table) *Builder {
	b.Text("INSERT INTO ", ItemTable(t), " AS t (token, sk, size, item")
	if !b.d.Guarded {
		b.Text(") VALUES (")
		b.list(4, ", ", func(i int) { b.Ref(i + 1) })
		return b.Text(")")
	}
	b.Text(", ver) SELECT ")
	b.list(5, ", ", func(i int) { b.Ref(i + 1) })
	return b
}

// replaceRow appends an UPDATE of the whole row in the parameters.
func (b *Builder) replaceRow(t *catalog.Table) *Builder {
	b.Text("UPDATE ", ItemTable(t), " AS t SET ").setRow(b.param(3), b.param(4), b.param(5))
	return b.Text(" WHERE ").key("t")
}

func (b *Builder) removeRow(t *catalog.Table) *Builder {
	return b.Text("DELETE FROM ", ItemTable(t), " AS t WHERE ").key("t")
}

// setRow appends the assignments of a whole row.
func (b *Builder) setRow(size, item, ver string) *Builder {
	b.Text("size = ", size, ", item = ", item)
	if b.d.Guarded {
		b.Text(", ver = ", ver)
	}
	return b
}

// guard appends the condition that the table still has the version of that parameter.
func (b *Builder) guard(t *catalog.Table, before string, param int) *Builder {
	if !b.d.Guarded {
		return b
	}
	return b.Text(before, "EXISTS (SELECT 1 FROM ", CatalogTable, " WHERE id = ", strconv.FormatInt(t.ID, 10), " AND version = ").Ref(param).Text(")")
}

// param is the text of a parameter that has an argument already.
func (b *Builder) param(n int) string {
	if b.isColumn(n) {
		return "p" + strconv.Itoa(n)
	}
	return b.d.Param + strconv.Itoa(n) + b.d.Casts.of(b.args[n-1])
}
