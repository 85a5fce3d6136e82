package sqlgen

import (
	"strconv"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// UpdateItem makes the one statement of an update that SQL can compute: actions that set a top-level attribute to a value, to what
// if_not_exists gives, or to a sum of numbers, or that remove one, and touch no index. It says false for all others. Made is the item
// the update makes where there is none; nil if that is not for this statement. It gives one row:
//
//	current           whether the table has the plan's version
//	size, item, hit   the old item, as in Change
//	written           whether the row was written
//	size, item        the new item
//
// Where the condition held and nothing was written, something about the data was beyond SQL: a sum of more than 38 digits, a
// replaced map whose size SQL does not know, an operand of the wrong type, another first writer. The general way knows what to say.
func (g *Generator) UpdateItem(w *plan.ItemWrite, made *attr.Item, s Stamp) (Statement, bool, error) {
	if !expressible(w) {
		return Statement{}, false, nil
	}
	row := &Row{Table: w.Table, Key: w.Key, Item: made, Ver: s.Ver}
	if made == nil {
		row.Item = &attr.Item{Doc: []byte("{}")}
	}
	b := g.build("WITH o AS (SELECT t.size, t.item, ", g.rowArgs(row)...)
	b.condition(w.Condition).Text(" AS hit FROM ", ItemTable(w.Table), " AS t WHERE ").key("t").Text(b.d.RowLock, "), ")
	b.computed(w.Actions)
	b.Text("w AS (", g.of(w.Table).insert, " AND COALESCE((SELECT hit FROM o), ")
	b.constant(made != nil)
	b.Text(") ON CONFLICT (token, sk) DO UPDATE SET (size, item) = (SELECT size, item FROM c), ver = excluded.ver",
		" WHERE (SELECT size FROM c) <= ", strconv.Itoa(attr.MaxItemSize), " RETURNING t.size, t.item)").recordWrite(w, s.At, "w.item", "w.size", writtenRow)
	image := "NULL::jsonb"
	if w.NeedNew {
		image = "(SELECT item FROM w)"
	}
	b.guard(w.Table, " SELECT ", 6).Text(", o.size, ", imageColumn(w), ", o.hit, EXISTS (SELECT 1 FROM w), (SELECT size FROM w), ", image)
	b.Text(" FROM (VALUES (1)) AS one LEFT JOIN o ON TRUE")
	name := "update_item"
	if w.Condition != nil {
		name += "_if"
	}
	st, err := g.finish(b, name)
	return st, true, err
}

// expressible says whether UpdateItem can compute the update.
func expressible(w *plan.ItemWrite) bool {
	for i := range w.Actions {
		a := &w.Actions[i]
		if len(a.Path) != 1 || touchesIndex(w, a.Path[0].Name) || !expressibleAction(a) {
			return false
		}
	}
	return len(w.Actions) > 0 && len(w.Actions) <= maxActions
}

// maxActions bounds the actions of one statement: Postgres takes no more than 100 arguments of a function, two for each.
const maxActions = 25

// touchesIndex says whether an attribute's change may change an index entry, or must write one: see Swap.changedEntries.
func touchesIndex(w *plan.ItemWrite, name string) bool {
	for _, x := range w.Table.Indexes {
		if x.Backfilling || x.IsKey(name) || entriesHaveSizes(x) && x.Projects(name, w.Table) {
			return true
		}
	}
	return false
}

func expressibleAction(a *plan.Action) bool {
	switch a.Verb {
	case plan.Remove:
		return true
	case plan.AddValue:
		return isNumber(a.Value)
	case plan.SetValue:
		switch e := a.Value.(type) {
		case *plan.ValueExpr:
			return fits(e)
		case *plan.IfNotExists:
			constant, ok := e.Else.(*plan.ValueExpr)
			return ok && fits(constant) && samePath(e.Path, a.Path)
		case *plan.Arithmetic:
			return isNumber(e.Left) && isNumber(e.Right)
		}
	}
	return false
}

// fits says whether a value may be an attribute: an item is a level of nesting itself.
func fits(e *plan.ValueExpr) bool { return 1+e.Value.Depth <= attr.MaxDepth }

// isNumber says whether numeric can write the expression. Its value may still be of another type.
func isNumber(e plan.Expr) bool {
	switch e := e.(type) {
	case *plan.ValueExpr:
		return e.Value.Type == attr.N
	case *plan.PathExpr:
		return true
	case *plan.IfNotExists:
		v, constant := e.Else.(*plan.ValueExpr)
		return constant && v.Value.Type == attr.N
	}
	return false
}

func samePath(a, b plan.Path) bool { return len(a) == 1 && len(b) == 1 && a[0] == b[0] }

// computed appends two members of a WITH: v, the old row with the sums, and c, the new item with its size, which is NULL where SQL
// cannot tell. c has no row if the condition fails or a sum is out of range. Of many rows c has all, with those two as new_item and new_size.
func (b *Builder) computed(actions []plan.Action) {
	b.Item = "o.item"
	b.Text("v AS (SELECT ")
	if b.many() {
		b.Text("o.*")
	} else {
		b.Text("o.size, o.item, o.hit")
	}
	for i := range actions {
		if isSum(&actions[i]) {
			b.Text(", trim_scale(")
			b.sum(&actions[i])
			b.Text(") AS ", sumName(i))
		}
	}
	b.Item = "v.item"
	b.Text(" FROM o OFFSET 0), c AS (")
	if b.many() {
		b.Text("SELECT v.*, x.item AS new_item, x.size AS new_size FROM v LEFT JOIN LATERAL (")
	}
	b.Text("SELECT v.item")
	b.newItem(actions)
	b.Text(" AS item, v.size")
	for i := range actions {
		b.sizeChange(i, &actions[i])
	}
	b.Text(" AS size")
	if !b.many() {
		b.Text(" FROM v")
	}
	b.Text(" WHERE v.hit")
	b.sumsInRange(actions)
	if b.many() {
		b.Text(") AS x ON TRUE")
	}
	b.Text("), ")
}

// sumsInRange appends the conditions that all sums are numbers of the service.
func (b *Builder) sumsInRange(actions []plan.Action) {
	for i := range actions {
		if n := "v." + sumName(i); isSum(&actions[i]) {
			b.Text(" AND (", n, " = 0 OR abs(", n, ") BETWEEN 1e-130 AND 9.9999999999999999999999999999999999999e125)",
				" AND length(btrim(translate(", n, "::text, '-.', ''), '0')) <= ", strconv.Itoa(attr.MaxDigits))
		}
	}
}

// readsItself says whether a sum has the attribute it is assigned to as an operand, which then is a number or missing.
func readsItself(a *plan.Action) bool {
	if a.Verb == plan.AddValue {
		return true
	}
	e, arithmetic := a.Value.(*plan.Arithmetic)
	return arithmetic && (reads(e.Left, a.Path) || reads(e.Right, a.Path))
}

func reads(e plan.Expr, p plan.Path) bool {
	switch e := e.(type) {
	case *plan.PathExpr:
		return samePath(e.Path, p)
	case *plan.IfNotExists:
		return samePath(e.Path, p)
	}
	return false
}

func sumName(i int) string { return "n" + strconv.Itoa(i) }

func isSum(a *plan.Action) bool {
	_, arithmetic := a.Value.(*plan.Arithmetic)
	return arithmetic || a.Verb == plan.AddValue
}

// sum appends the exact result of an arithmetic or ADD; NULL if an operand is missing or no number.
func (b *Builder) sum(a *plan.Action) {
	if a.Verb == plan.AddValue {
		b.numberOr(a.Path, func() { b.Text("0") })
		b.Text(" + ")
		b.numeric(a.Value)
		return
	}
	e := a.Value.(*plan.Arithmetic)
	b.numeric(e.Left)
	if e.Minus {
		b.Text(" - ")
	} else {
		b.Text(" + ")
	}
	b.numeric(e.Right)
}

func (b *Builder) numeric(e plan.Expr) {
	switch e := e.(type) {
	case *plan.ValueExpr:
		b.d.Scalar(b, &plan.ValueOperand{Value: e.Value}, attr.N)
	case *plan.PathExpr:
		b.d.Scalar(b, &plan.PathOperand{Path: e.Path}, attr.N)
	case *plan.IfNotExists:
		b.numberOr(e.Path, func() { b.numeric(e.Else) })
	default:
		b.Fail("operand of a sum of unknown kind %T", e)
	}
}

// numberOr appends the number at a path, or another one if there is nothing at the path.
func (b *Builder) numberOr(p plan.Path, other func()) {
	b.Text("CASE WHEN ")
	b.d.Exists(b, p)
	b.Text(" THEN ")
	b.d.Scalar(b, &plan.PathOperand{Path: p}, attr.N)
	b.Text(" ELSE ")
	other()
	b.Text(" END")
}
