package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// newItem appends, behind the old item, what takes attributes away and what sets others.
func (b *Builder) newItem(actions []plan.Action) {
	var removed []string
	for i := range actions {
		if actions[i].Verb == plan.Remove {
			removed = append(removed, attr.EscapeText(actions[i].Path[0].Name))
		}
	}
	if len(removed) > 0 {
		b.Text(" - ").Arg(removed)
	}
	if len(removed) == len(actions) {
		return
	}
	b.Text(" || jsonb_build_object(")
	sep := ""
	for i := range actions {
		if a := &actions[i]; a.Verb != plan.Remove {
			b.Text(sep).Path(a.Path, textPath).Text(", ")
			b.newValue(i, a)
			sep = ", "
		}
	}
	b.Text(")")
}

func (b *Builder) newValue(i int, a *plan.Action) {
	if isSum(a) {
		b.Text("jsonb_build_object('N', v.", sumName(i), "::text)")
		return
	}
	switch e := a.Value.(type) {
	case *plan.ValueExpr:
		b.Arg(Doc(e.Value.Doc))
	case *plan.IfNotExists:
		b.Text("COALESCE(")
		b.d.Any(b, &plan.PathOperand{Path: a.Path})
		b.Text(", ").Arg(Doc(e.Else.(*plan.ValueExpr).Value.Doc)).Text(")")
	default:
		b.Fail("value of unknown kind %T", e)
	}
}

// sizeChange appends by how much an action changes the item's size, as a sum behind the old size.
func (b *Builder) sizeChange(i int, a *plan.Action) {
	name := int64(len(a.Path[0].Name))
	switch e := a.Value.(type) {
	case *plan.IfNotExists: // what is there stays
		b.Text(" + CASE WHEN ")
		b.d.Exists(b, a.Path)
		b.Text(" THEN 0 ELSE ").Arg(name + int64(e.Else.(*plan.ValueExpr).Value.Size)).Text(" END")
		return
	case *plan.ValueExpr:
		if !isSum(a) {
			b.Text(" + ").Arg(name + int64(e.Value.Size))
		}
	}
	if isSum(a) {
		b.Text(" + ").Same(name).Text(" + ")
		b.numberSize(func() { b.Text("v.", sumName(i), "::text") })
	}
	b.Text(" - CASE WHEN ")
	b.d.Exists(b, a.Path)
	b.Text(" THEN ").Same(name).Text(" + ")
	if readsItself(a) {
		b.storedNumberSize(a.Path)
	} else {
		b.valueSize(a.Path)
	}
	b.Text(" ELSE 0 END")
}

// storedNumberSize appends the size of the number at a path; NULL if it is none.
func (b *Builder) storedNumberSize(p plan.Path) {
	b.numberSize(func() {
		b.d.Any(b, &plan.PathOperand{Path: p})
		b.Text(" ->> 'N'")
	})
}

// valueSize appends the size of the scalar at a path; NULL if it is a set, a map or a list.
func (b *Builder) valueSize(p plan.Path) {
	value := func() { b.d.Any(b, &plan.PathOperand{Path: p}) }
	b.Text("COALESCE(octet_length(regexp_replace(")
	value()
	b.Text(` ->> 'S', '\u0001[\u0001\u0002]', '.', 'g')), `)
	b.storedNumberSize(p)
	b.Text(", octet_length(decode(")
	value()
	b.Text(" ->> 'B', 'base64')), CASE WHEN ")
	value()
	b.Text(" ?| '{BOOL,NULL}' THEN 1 END)")
}

// numberSize appends the size of a canonical number: a byte, half a byte for each digit that counts on either side of the point,
// rounded up, and a byte for a minus sign. Zeros count only between other digits.
func (b *Builder) numberSize(text func()) {
	b.Text("(SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2",
		" + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign",
		" FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT ")
	text()
	b.Text(") AS n (s)) AS parts)")
}
