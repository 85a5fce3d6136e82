package sqlgen

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Many is the form for many rows of the statement of a Put or an Update: one statement for writes of different items of one
// table whose own statements have the same text. An argument of those is here a column of the rows k, named by its number, or, where
// the rows must have it in common, a parameter. It locks the rows in the order in which they are given, and gives a row for
// each, none if the table has another version:
//
//	n                                     its place among the rows, from 1
//	current, size, item, hit, written     as in Change
//	size, item                            the new item, as in UpdateItem, for updates
//
// Most of what such a statement costs on one row is to make its plan ready: on 25 rows an update takes a third of the time.
//
// Where nobody needs the old items it is told less: a Put with a condition on a table without indexes gives, in their order, the
// numbers (Stamp.Ver) of the writes that took place, and has all of the condition in common.
type Many struct {
	// Written is set if the statement only gives the numbers of the writes that took place.
	Written bool

	name, sql string
	shared    []bool // by argument
}

// Many gives the form for many rows of a write's own statement; nil if it has none. makes says whether an Update makes an item where there
// is none.
func (g *Generator) Many(w *plan.ItemWrite, makes bool, own *Statement) *Many {
	x := &g.texts
	x.mu.RLock()
	m, known := x.many[own.SQL]
	x.mu.RUnlock()
	if known {
		return m
	}
	m = g.newMany(w, makes, own)
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.many == nil || len(x.many) >= maxTexts {
		x.many = map[string]*Many{}
	}
	x.many[own.SQL] = m
	return m
}

// Same says whether two statements of the text that the form was made for can be rows of one.
func (m *Many) Same(a, b *Statement) bool {
	if len(a.Args) != len(m.shared) || len(b.Args) != len(m.shared) {
		return false
	}
	for i, shared := range m.shared {
		if shared && !sameArg(a.Args[i], b.Args[i]) {
			return false
		}
	}
	return true
}

func sameArg(a, b any) bool {
	switch a := a.(type) {
	case string:
		b, ok := b.(string)
		return ok && a == b
	case int64:
		b, ok := b.(int64)
		return ok && a == b
	case []byte:
		b, ok := b.([]byte)
		return ok && bytes.Equal(a, b)
	case Doc:
		b, ok := b.(Doc)
		return ok && bytes.Equal(a, b)
	case []string:
		b, ok := b.([]string)
		return ok && slices.Equal(a, b)
	}
	return false
}

// Statement makes the statement for many rows out of those for each.
func (m *Many) Statement(rows []*Statement) (Statement, error) {
	args := slices.Clone(rows[0].Args)
	for i, shared := range m.shared {
		if shared {
			continue
		}
		if args[i] = column(rows, i); args[i] == nil {
			return Statement{}, fmt.Errorf("%s: arguments %d are not of one type that has a list", m.name, i+1)
		}
	}
	return Statement{Name: m.name, SQL: m.sql, Args: args}, nil
}

// column lists an argument of all rows; nil if that cannot be done.
func column(rows []*Statement, i int) any {
	switch rows[0].Args[i].(type) {
	case []byte:
		return listOf[[]byte](rows, i)
	case string:
		return listOf[string](rows, i)
	case int64:
		return listOf[int64](rows, i)
	case Doc:
		return listOf[Doc](rows, i)
	}
	return nil
}

func listOf[T any](rows []*Statement, i int) any {
	list := make([]T, len(rows))
	for n, row := range rows {
		v, ok := row.Args[i].(T)
		if !ok {
			return nil
		}
		list[n] = v
	}
	return list
}

// many says whether the statement of many rows is built.
func (b *Builder) many() bool { return b.shared != nil }

// isColumn says whether an argument is a column of the rows.
func (b *Builder) isColumn(n int) bool { return b.many() && !b.shared[n-1] }

// manyNew are expressions of the new item in the rows of a Many, and where to read them.
type manyNew struct{ from, item, size, replaces string }

// newMany builds the form. The members of its WITH are the rows k; o, with the old items locked; for updates v and c, as in computed;
// w and m, which write where an item was and was not; then entries and records. As o has locked what w writes, w always finds it; what m
// would make may have been made by somebody else, whose row is left alone.
func (g *Generator) newMany(w *plan.ItemWrite, makes bool, own *Statement) *Many {
	b := g.build("", own.Args[:6:6]...)
	b.shared = []bool{false, false, false, false, false, true}
	if w.Kind == plan.Put && !NeedsImages(w) {
		return b.manyPuts(w, own)
	}
	b.Text(", o AS (SELECT k.*, t.size, t.item, t.hit FROM k LEFT JOIN LATERAL (SELECT t.size, t.item, ").condition(w.Condition)
	b.Text(" AS hit FROM ", ItemTable(w.Table), " AS t WHERE ").key("t").Text(b.d.RowLock, ") AS t ON TRUE), ")
	now := manyNew{from: "o", item: "p4", size: "p3", replaces: "o.hit"}
	if w.Kind == plan.Update {
		b.computed(w.Actions)
		now = manyNew{from: "c AS o", item: "o.new_item", size: "o.new_size", replaces: "o.new_size <= " + strconv.Itoa(attr.MaxItemSize)}
	} else {
		makes = w.Condition == nil || w.HoldsOnMissing
	}
	written := b.writeMany(w, makes, &now)
	b.entries(w.Table, w.Entries, "o.p1, o.p2 FROM "+now.from+" WHERE "+written)
	b.recordWrite(w, time.Time{}, now.item, now.size, " FROM "+now.from+" WHERE "+written+" AND ")
	b.Text(" SELECT o.n, TRUE, o.size, ", imageColumn(w), ", o.hit, ", written)
	if w.Kind == plan.Update {
		image := "NULL::jsonb"
		if w.NeedNew {
			image = now.item
		}
		b.Text(", ", now.size, ", ", image)
	}
	return b.Text(" FROM ", now.from).finishMany(w.Table, own)
}

// manyPuts builds the form of a Put with a condition of which nobody needs the old item. The conflict clause cannot read the rows: it has
// arguments in common only.
func (b *Builder) manyPuts(w *plan.ItemWrite, own *Statement) *Many {
	if !w.HoldsOnMissing || len(w.Table.Indexes) > 0 {
		return nil
	}
	b.allShared = true
	b.Text(" INSERT INTO ", ItemTable(w.Table), " AS t (token, sk, size, item, ver) SELECT p1, p2, p3, p4, p5 FROM k ON CONFLICT (token, sk) DO UPDATE SET ")
	b.setRow("excluded.size", "excluded.item", "excluded.ver").Text(" WHERE ").Predicate(w.Condition)
	m := b.Text(" RETURNING t.ver").finishMany(w.Table, own)
	if m != nil {
		m.Written = true
	}
	return m
}

// writeMany appends the members that write the rows, and gives the condition that a row was written. now becomes the new item wherever
// there was none as well.
func (b *Builder) writeMany(w *plan.ItemWrite, makes bool, now *manyNew) (written string) {
	insert := func(item, size, condition, conflict string) {
		b.Text("INSERT INTO ", ItemTable(w.Table), " AS t (token, sk, size, item, ver) SELECT o.p1, o.p2, ", size, ", ", item, ", o.p5 FROM ", now.from,
			" WHERE ", condition, " ON CONFLICT (token, sk) DO ", conflict, " RETURNING t.ver)")
	}
	b.Text("w AS (")
	insert(now.item, now.size, now.replaces, "UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver")
	written = "o.p5 IN (SELECT ver FROM w)"
	if makes {
		b.Text(", m AS (")
		insert("o.p4", "o.p3", "o.size IS NULL", "NOTHING")
		written = "o.p5 IN (SELECT ver FROM w UNION ALL SELECT ver FROM m)"
		if w.Kind == plan.Update {
			now.item, now.size = "COALESCE("+now.item+", o.p4)", "COALESCE("+now.size+", o.p3)"
		}
	}
	return written
}

// finishMany puts the rows before the rest. Own and many statements number their arguments alike, because one Builder writes both in one
// order.
func (rest *Builder) finishMany(t *catalog.Table, own *Statement) *Many {
	m := &Many{name: own.Name + "_many", shared: rest.shared}
	if rest.err != nil || !slices.EqualFunc(rest.args, own.Args, sameType) {
		return nil
	}
	b := &Builder{d: rest.d, args: slices.Clone(rest.args)}
	var columns []int
	for i, shared := range m.shared {
		if !shared {
			columns = append(columns, i+1)
			b.args[i] = column([]*Statement{own}, i)
		}
	}
	b.Text("WITH k AS (SELECT * FROM unnest(")
	b.list(len(columns), ", ", func(i int) { b.Ref(columns[i]) })
	b.Text(") WITH ORDINALITY AS k (")
	b.list(len(columns), ", ", func(i int) { b.Text("p", strconv.Itoa(columns[i])) })
	b.Text(", n)").guard(t, " WHERE ", 6).Text(")", string(rest.sql))
	m.sql = string(b.sql)
	return m
}

func sameType(a, b any) bool { return reflect.TypeOf(a) == reflect.TypeOf(b) }
