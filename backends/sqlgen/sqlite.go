package sqlgen

import (
	"strconv"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/wire"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// SQLite is the dialect of SQLite. Item columns hold SQLite's JSONB. Documents are read by functions the backend registers;
// a path is the JSON text of its names and indexes, ["a","b",0]:
//
//	ddb_exists(doc, path)         whether there is a value at the path
//	ddb_is(doc, path, 'N')        whether there is one of that type
//	ddb_equal(doc, path, v ...)   whether it deeply equals one of the values v, which are documents
//	ddb_compare(doc, path, k)     -1, 0 or 1 as it is less than, equal to or greater than the one with comparable k; NULL if of another type
//	ddb_between(doc, path, k, k)  whether it is neither less than the first nor greater than the second; NULL if of another type
//	ddb_contains(doc, path, k)    whether the value at the path contains the one with comparable k
//	ddb_begins_with(doc, path, k) whether it has the type of k and begins with it
//	ddb_key(doc, path)            the value's comparable (attr.AppendComparable), NULL where nothing is
//	ddb_key(doc, path, 'N')       the same, NULL unless of that type
//	ddb_size_key(doc, path)       the comparable of the number that size() gives
//
// and a table, ddb_keys(keys), has the keys of a list as rows.
//
// A path and values of the request are compared inside of one function, which gives a number: a scan asks it for each row, and making
// bytes of the item's value for SQL to compare cost several times as much.
//
// The empty path [] names the document itself, which then is an attribute value.
func SQLite() *Dialect {
	return &Dialect{
		Name:  "sqlite",
		Param: "?",
		Types: Types{Bytes: "BLOB", Text: "TEXT", Int: "INTEGER", BigInt: "INTEGER", Doc: "BLOB", Bool: "INTEGER", ID: "INTEGER PRIMARY KEY AUTOINCREMENT",
			Number: "INTEGER PRIMARY KEY"},
		TableOptions: " WITHOUT ROWID",
		NowMillis:    "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
		Explain:      "EXPLAIN QUERY PLAN ",
		Keys: func(b *Builder, reads []plan.Read) {
			b.Text("ddb_keys(").Arg(keyBlob(reads)).Text(") AS k CROSS") // in the order of the keys, whatever the planner thinks of it
		},
		ItemText: func(column string) string { return "json(" + column + ")" },
		KeyText: func(column, name string, t attr.Type) string {
			path := append([]byte("$."), wire.AppendString(nil, name)...)
			return column + " -> " + Literal(string(path)) + " ->> '" + t.String() + "'"
		},
		Operands: sqliteOperands{},
	}
}

type sqliteOperands struct{}

// wholePath names the document itself.
const wholePath = "[]"

func (sqliteOperands) Any(b *Builder, o plan.Operand) {
	switch o := o.(type) {
	case *plan.PathOperand:
		b.Text("ddb_key(", b.Item, ", ").Path(o.Path, jsonPath).Text(")")
	case *plan.ValueOperand:
		b.Arg(attr.AppendComparable(nil, o.Value))
	case *plan.SizeOperand:
		b.Text("ddb_size_key(", b.Item, ", ").Path(o.Path, jsonPath).Text(")")
	case *plan.MissingOperand:
		b.Text("NULL")
	default:
		b.Fail("operand of unknown kind %T", o)
	}
}

func (d sqliteOperands) Scalar(b *Builder, o plan.Operand, t attr.Type) {
	if o, ok := o.(*plan.PathOperand); ok {
		b.Text("ddb_key(", b.Item, ", ").Path(o.Path, jsonPath).Text(", '", t.String(), "')")
		return
	}
	d.Any(b, o) // of type t, or the switch would not have asked
}

// call begins the call of a function on the value at a path.
func (sqliteOperands) call(b *Builder, name string, p plan.Path) *Builder {
	return b.Text(name, "(", b.Item, ", ").Path(p, jsonPath)
}

func (d sqliteOperands) Equal(b *Builder, left, right plan.Operand) {
	if _, ok := left.(*plan.ValueOperand); ok {
		left, right = right, left
	}
	d.oneOf(b, left, []plan.Operand{right}, func() { equal(b, left, right) })
}

func (d sqliteOperands) In(b *Builder, of plan.Operand, list []plan.Operand) {
	d.oneOf(b, of, list, func() { in(b, of, list) })
}

// oneOf is the condition that a path equals one of some values of the request; otherwise appends it for other operands.
func (d sqliteOperands) oneOf(b *Builder, of plan.Operand, list []plan.Operand, otherwise func()) {
	path, ok := of.(*plan.PathOperand)
	if !ok || !areValues(list...) {
		otherwise()
		return
	}
	d.call(b, "ddb_equal", path.Path)
	for _, o := range list {
		b.Text(", ").Arg(Doc(o.(*plan.ValueOperand).Value.Doc))
	}
	b.Text(")")
}

func areValues(operands ...plan.Operand) bool {
	for _, o := range operands {
		if _, ok := o.(*plan.ValueOperand); !ok {
			return false
		}
	}
	return true
}

func (d sqliteOperands) Ordered(b *Builder, op string, left, right plan.Operand, t attr.Type) {
	compare := func(path *plan.PathOperand, value plan.Operand) {
		d.call(b, "ddb_compare", path.Path).Text(", ")
		d.Any(b, value)
		b.Text(")")
	}
	if path, ok := left.(*plan.PathOperand); ok && areValues(right) {
		compare(path, right)
		b.Text(op, "0")
	} else if path, ok := right.(*plan.PathOperand); ok && areValues(left) {
		b.Text("0", op)
		compare(path, left)
	} else {
		ordered(b, op, left, right, t)
	}
}

func (d sqliteOperands) Between(b *Builder, of, low, high plan.Operand, t attr.Type) {
	path, ok := of.(*plan.PathOperand)
	if !ok || !areValues(low, high) {
		between(b, of, low, high, t)
		return
	}
	d.call(b, "ddb_between", path.Path).Text(", ")
	d.Any(b, low)
	b.Text(", ")
	d.Any(b, high)
	b.Text(")")
}

func (d sqliteOperands) Exists(b *Builder, p plan.Path) { d.call(b, "ddb_exists", p).Text(")") }

func (d sqliteOperands) TypeIs(b *Builder, p plan.Path, t attr.Type) {
	d.call(b, "ddb_is", p).Text(", '", t.String(), "')")
}

func (d sqliteOperands) BeginsWith(b *Builder, of, prefix plan.Operand, t attr.Type) {
	b.Text("ddb_begins_with(")
	d.place(b, of)
	b.Text(", ")
	d.Scalar(b, prefix, t)
	b.Text(")")
}

func (d sqliteOperands) Contains(b *Builder, of, needle plan.Operand) {
	if _, number := of.(*plan.SizeOperand); number {
		b.Text("FALSE") // a number contains nothing
		return
	}
	b.Text("ddb_contains(")
	d.place(b, of)
	b.Text(", ")
	d.Any(b, needle)
	b.Text(") IS TRUE")
}

// place appends the document and the path at which the operand stands.
func (sqliteOperands) place(b *Builder, o plan.Operand) {
	switch o := o.(type) {
	case *plan.PathOperand:
		b.Text(b.Item, ", ").Path(o.Path, jsonPath)
	case *plan.ValueOperand:
		b.Arg(Doc(o.Value.Doc)).Text(", ").Arg(wholePath)
	default:
		b.Fail("operand of kind %T has no place", o)
	}
}

// jsonPath is a path as the registered functions take it.
func jsonPath(p attr.Path) any {
	text := []byte{'['}
	for i, s := range p {
		if i > 0 {
			text = append(text, ',')
		}
		if s.IsIndex {
			text = strconv.AppendInt(text, int64(s.Index), 10)
		} else {
			text = wire.AppendString(text, s.Name)
		}
	}
	return string(append(text, ']'))
}
