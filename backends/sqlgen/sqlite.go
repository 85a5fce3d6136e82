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
//	ddb_key(doc, path)            the value's comparable (attr.AppendComparable), NULL where nothing is
//	ddb_key(doc, path, 'N')       the same, NULL unless of that type
//	ddb_type(doc, path)           'S', 'N', 'M' ...
//	ddb_size_key(doc, path)       the comparable of the number that size() gives
//	ddb_contains(doc, path, k)    whether the value at the path contains the one with comparable k
//	ddb_begins_with(doc, path, k) whether it has the type of k and begins with it
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
		ItemText:     func(column string) string { return "json(" + column + ")" },
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

func (sqliteOperands) Exists(b *Builder, p plan.Path) {
	b.Text("(ddb_type(", b.Item, ", ").Path(p, jsonPath).Text(") IS NOT NULL)")
}

func (sqliteOperands) TypeIs(b *Builder, p plan.Path, t attr.Type) {
	b.Text("(ddb_type(", b.Item, ", ").Path(p, jsonPath).Text(") = '", t.String(), "') IS TRUE")
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
