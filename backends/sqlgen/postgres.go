package sqlgen

import (
	"strconv"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Postgres is the dialect of Postgres: documents are jsonb, read by its own operators. Text is compared by bytes (collation
// "C") whatever the database's collation is, numbers as numeric.
func Postgres() *Dialect {
	return &Dialect{
		Name:  "postgres",
		Param: "$",
		Casts: Casts{
			Bytes: "::bytea", Text: "::text", Int: "::bigint", Doc: "::jsonb",
			BytesList: "::bytea[]", TextList: "::text[]", IntList: "::bigint[]", DocList: "::jsonb[]",
		},
		Types: Types{Bytes: "bytea", Text: "text", Int: "integer", BigInt: "bigint", Doc: "jsonb", Bool: "boolean", ID: "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
			Number: "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"},
		RowLock:   " FOR UPDATE",
		NowMillis: "(extract(epoch FROM clock_timestamp()) * 1000)::bigint",
		Explain:   "EXPLAIN ",
		Guarded:   true,
		Keys: func(b *Builder, reads []plan.Read) {
			tokens, sks := keyLists(len(reads), func(i int) *catalog.Key { return &reads[i].Key })
			b.Text("unnest(").Arg(tokens).Text(", ").Arg(sks).Text(") WITH ORDINALITY AS k (token, sk, n)")
		},
		ItemText: func(column string) string { return column },
		KeyText: func(column, name string, t attr.Type) string {
			return column + " -> " + Literal(attr.EscapeText(name)) + " ->> '" + t.String() + "'"
		},
		Operands: postgresOperands{},
	}
}

// StoredImage is the function of PostgresStored: it gives the bytes of a jsonb as they are stored.
const StoredImage = "pg_temp.ddbsql_stored"

// PostgresStored is the dialect of a connection to Postgres that has the function StoredImage: statements that only read send
// documents in the form in which they are stored.
func PostgresStored() *Dialect {
	d := Postgres()
	d.SendBefore, d.SendAfter = StoredImage+"(", ", -1, true)"
	return d
}

type postgresOperands struct{}

// value appends the expression of the value at a path, in parentheses.
func (postgresOperands) value(b *Builder, p plan.Path) {
	op := " #> "
	if len(p) == 1 {
		op = " -> "
	}
	b.Text("(", b.Item, op).Path(p, textPath).Text(")")
}

func (d postgresOperands) Any(b *Builder, o plan.Operand) {
	switch o := o.(type) {
	case *plan.PathOperand:
		d.value(b, o.Path)
	case *plan.ValueOperand:
		b.Arg(Doc(o.Value.Doc))
	case *plan.SizeOperand:
		b.Text("NULLIF(jsonb_build_object('N', ")
		d.size(b, o.Path)
		b.Text("::text), '{\"N\": null}'::jsonb)")
	case *plan.MissingOperand:
		b.Text("NULL::jsonb")
	default:
		b.Fail("operand of unknown kind %T", o)
	}
}

func (d postgresOperands) Scalar(b *Builder, o plan.Operand, t attr.Type) {
	switch o := o.(type) {
	case *plan.ValueOperand:
		scalarArg(b, o.Value, t)
	case *plan.SizeOperand:
		d.size(b, o.Path)
		b.Text("::numeric")
	default:
		scalarOf(b, t, func() { d.Any(b, o) })
	}
}

// scalarArg appends a value of the request in the form of scalarOf.
func scalarArg(b *Builder, v attr.Value, t attr.Type) {
	switch t {
	case attr.S:
		b.Text("(").Arg(attr.EscapeText(v.Text())).Text(` COLLATE "C")`)
	case attr.N:
		b.Arg(v.Text()).Text("::numeric")
	case attr.B:
		b.Arg([]byte(v.Text()))
	default:
		b.Fail("no scalar of type %s", t)
	}
}

// scalarOf appends the scalar of type t inside of a value.
func scalarOf(b *Builder, t attr.Type, value func()) {
	switch t {
	case attr.S:
		b.Text("((")
		value()
		b.Text(` ->> 'S') COLLATE "C")`)
	case attr.N:
		b.Text("(")
		value()
		b.Text(" ->> 'N')::numeric")
	case attr.B:
		b.Text("decode(")
		value()
		b.Text(" ->> 'B', 'base64')")
	default:
		b.Fail("no scalar of type %s", t)
	}
}

func (postgresOperands) Equal(b *Builder, left, right plan.Operand) { equal(b, left, right) }

func (postgresOperands) Ordered(b *Builder, op string, left, right plan.Operand, t attr.Type) {
	ordered(b, op, left, right, t)
}

func (postgresOperands) Between(b *Builder, of, low, high plan.Operand, t attr.Type) {
	between(b, of, low, high, t)
}

func (postgresOperands) In(b *Builder, of plan.Operand, list []plan.Operand) { in(b, of, list) }

func (d postgresOperands) Exists(b *Builder, p plan.Path) {
	b.Text("(")
	d.value(b, p)
	b.Text(" IS NOT NULL)")
}

func (d postgresOperands) TypeIs(b *Builder, p plan.Path, t attr.Type) {
	b.Text("(")
	d.value(b, p)
	b.Text(" -> '", t.String(), "') IS NOT NULL")
}

func (d postgresOperands) BeginsWith(b *Builder, of, prefix plan.Operand, t attr.Type) {
	if t == attr.S {
		b.Text("starts_with(")
		d.Scalar(b, of, t)
		b.Text(", ")
		d.Scalar(b, prefix, t)
		b.Text(")")
		return
	}
	b.Text("substr(")
	d.Scalar(b, of, t)
	b.Text(", 1, octet_length(")
	d.Scalar(b, prefix, t)
	b.Text(")) = ")
	d.Scalar(b, prefix, t)
}

// size appends size() of the value at a path: UTF-16 units of a string with its escapes undone, bytes of a binary, members of
// anything else that has some.
func (d postgresOperands) size(b *Builder, p plan.Path) {
	member := func(before, t, after string) {
		b.Text(before)
		d.value(b, p)
		b.Text(" -> '", t, "'", after)
	}
	b.Text("COALESCE(char_length(regexp_replace(regexp_replace(")
	d.value(b, p)
	b.Text(` ->> 'S', '\u0001[\u0001\u0002]', '.', 'g'), '[\U00010000-\U0010FFFF]', '..', 'g')), octet_length(decode(`)
	d.value(b, p)
	b.Text(" ->> 'B', 'base64'))")
	for _, t := range []attr.Type{attr.SS, attr.NS, attr.BS, attr.L} {
		member(", jsonb_array_length(", t.String(), ")")
	}
	member(", CASE WHEN ", "M", " IS NOT NULL")
	member(" THEN (SELECT count(*) FROM jsonb_object_keys(", "M", ")) END)")
}

// textPath is a path as -> (one step) and #> take it. In a document the type stands between the steps.
func textPath(p attr.Path) any {
	if len(p) == 1 {
		return attr.EscapeText(p[0].Name)
	}
	steps := make([]string, 0, 2*len(p)-1)
	for i, s := range p {
		switch {
		case i == 0:
			steps = append(steps, attr.EscapeText(s.Name))
		case s.IsIndex:
			steps = append(steps, "L", strconv.Itoa(s.Index))
		default:
			steps = append(steps, "M", attr.EscapeText(s.Name))
		}
	}
	return steps
}
