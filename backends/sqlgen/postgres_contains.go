package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Contains is a disjunction over the types of "of" that can hold a needle of its type; where "of" is of another type the
// member is NULL.
func (d postgresOperands) Contains(b *Builder, of, needle plan.Operand) {
	b.Text("(")
	if canBe(needle, attr.S) {
		d.containsText(b, of, needle)
		b.Text(" OR ")
		d.containsMember(b, of, needle, attr.SS)
		b.Text(" OR ")
	}
	if canBe(needle, attr.N) {
		d.containsMember(b, of, needle, attr.NS)
		b.Text(" OR ")
	}
	if canBe(needle, attr.B) {
		b.Text("position(")
		d.Scalar(b, needle, attr.B)
		b.Text(" IN decode(")
		d.Any(b, of)
		b.Text(" ->> 'B', 'base64')) > 0 OR ")
		d.containsMember(b, of, needle, attr.BS)
		b.Text(" OR ")
	}
	b.Text("EXISTS (SELECT FROM jsonb_array_elements(")
	d.Any(b, of)
	b.Text(" -> 'L') AS e (v) WHERE e.v = ")
	d.Any(b, needle)
	b.Text(")) IS TRUE")
}

// containsMember appends the condition that the set of type set has the needle. Set members are text in a document: the
// escaped string, the canonical number, the base64 of the binary.
func (d postgresOperands) containsMember(b *Builder, of, needle plan.Operand, set attr.Type) {
	member := map[attr.Type]string{attr.SS: "S", attr.NS: "N", attr.BS: "B"}[set]
	d.Any(b, of)
	b.Text(" -> '", set.String(), "' ? (")
	d.Any(b, needle)
	b.Text(" ->> '", member, "')")
}

// containsText appends the condition that a string has the needle as a part. U+0000 to U+0002 need care: escaped text is a
// sequence of one- and two-character units, and a needle that begins with one of these could match from the second
// character of a unit. Then both sides are compared with a mark before every such unit.
func (d postgresOperands) containsText(b *Builder, of, needle plan.Operand) {
	text := func() {
		b.Text("(")
		d.Any(b, of)
		b.Text(" ->> 'S')")
	}
	part := func() { d.Scalar(b, needle, attr.S) }
	if v, ok := needle.(*plan.ValueOperand); ok {
		if s := v.Value.Text(); s == "" || s[0] > 2 {
			b.Text("strpos(")
			text()
			b.Text(", ")
			part()
			b.Text(") > 0")
			return
		}
	}
	b.Text("strpos(")
	marked(b, text)
	b.Text(", ")
	marked(b, part)
	b.Text(") > 0")
}

// marked appends the text with U+0001 U+0003 before each unit that begins with U+0001, U+0002 or U+0003. In such a text the mark
// stands at the beginning of units only, and no other unit begins inside of one.
func marked(b *Builder, text func()) {
	b.Text("regexp_replace(")
	text()
	b.Text(`, '(\u0001[\u0001\u0002]|[\u0002\u0003])', E'\u0001\u0003\\1', 'g')`)
}
