package translator

import (
	"testing"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// showWrite writes the plan of a statement: its kind, condition, what that is on a missing item, and what it does.
func showWrite(w *plan.ItemWrite) string {
	kinds := map[plan.Kind]string{plan.Put: "put", plan.Delete: "delete", plan.Update: "update", plan.Check: "check"}
	s := kinds[w.Kind] + " if " + show(w.Condition)
	if w.HoldsOnMissing {
		s += ", or missing"
	}
	switch {
	case w.Item != nil:
		s += ": " + string(w.Item.Doc)
	case w.Actions != nil:
		s += ": " + showActions(w.Actions)
	}
	return s
}

func TestStatementsBecomeWrites(t *testing.T) {
	for _, c := range []struct{ name, text, values, want string }{
		{"INSERT", `INSERT INTO "singles" VALUE {'p': 'a', 'n': 01.50}`, "", `put if NOT exists[p], or missing: {"p":{"S":"a"},"n":{"N":"1.5"}}`},
		{"UPDATE", `UPDATE "singles" SET a = b, c = ? REMOVE d.e WHERE p = 'a'`, `{"N":"1"}`, `update if exists[p]: set [a] [b]; set [c] {"N":"1"}; remove [d, e]`},
		{"UPDATE on a condition", `UPDATE "singles" SET a = 1 WHERE v > 1 AND p = 'a' AND (x = 1 OR y = 2)`, "",
			`update if (exists[p] AND [v]>{"N":"1"} AND ([x]={"N":"1"} OR [y]={"N":"2"})): set [a] {"N":"1"}`},
		{"UPDATE on a condition that never holds", `UPDATE "singles" SET a = 1 WHERE p = 'a' AND 1 = 2`, "", `update if false: set [a] {"N":"1"}`},
		{"functions of sets", `UPDATE "singles" SET a = set_add(a, <<1>>), b = 1, c = set_delete(c, ?) WHERE p = 'a'`, `{"SS":["x"]}`,
			`update if exists[p]: set [b] {"N":"1"}; add [a] {"NS":["1"]}; delete [c] {"SS":["x"]}`},
		{"sums and functions", `UPDATE "singles" SET a = a - 1 + b, l = list_append(l, [2]), z = if_not_exists(z, 0) + 1 WHERE p = 'a'`, "",
			`update if exists[p]: set [a] (([a]-{"N":"1"})+[b]); set [l] [l]++{"L":[{"N":"2"}]}; set [z] ([z]?{"N":"0"}+{"N":"1"})`},
		{"DELETE", `DELETE FROM "singles" WHERE p = 'a'`, "", `delete if always, or missing`},
		{"DELETE on a condition", `DELETE FROM "singles" WHERE p = 'a' AND v IS NULL`, "", `delete if (NOT exists[p] OR type[v]=NULL), or missing`},
		{"a truth", `DELETE FROM "singles" WHERE p = 'a' AND v = attribute_exists(w)`, "",
			`delete if (NOT exists[p] OR ([v]={"BOOL":true} AND exists[w]) OR ([v]={"BOOL":false} AND NOT exists[w])), or missing`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, refused := execute(t, c.text, c.values)
			same(t, c.name, refused, "")
			w, err := p.Write.Plan(singles())
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.name, showWrite(&w.Items[0]), c.want)
		})
	}
}

func TestStatementsAskForTheImagesTheyReturn(t *testing.T) {
	for _, c := range []struct {
		text     string
		old, new bool
	}{
		{`UPDATE "singles" SET a = 1 WHERE p = 'a'`, false, false},
		{`UPDATE "singles" SET a = 1 WHERE p = 'a' RETURNING ALL OLD *`, true, false},
		{`UPDATE "singles" SET a = 1 WHERE p = 'a' RETURNING MODIFIED OLD *`, true, false},
		{`UPDATE "singles" SET a = 1 WHERE p = 'a' RETURNING ALL NEW *`, false, true},
		{`UPDATE "singles" SET a = 1 WHERE p = 'a' RETURNING MODIFIED NEW *`, false, true},
		{`DELETE FROM "singles" WHERE p = 'a' RETURNING ALL OLD *`, true, false},
	} {
		p, _ := execute(t, c.text, "")
		w, err := p.Write.Plan(singles())
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Items[0]; got.NeedOld != c.old || got.NeedNew != c.new {
			t.Errorf("%s asks for the images before (%v) and after (%v)", c.text, got.NeedOld, got.NeedNew)
		}
	}
}

func TestStatementsAreRefusedBeforeTheTable(t *testing.T) {
	deep := `{"S":"x"}`
	for range 32 {
		deep = `{"L":[` + deep + `]}`
	}
	for _, c := range []struct{ name, text, values, want string }{
		{"WHERE comes before SET", `UPDATE "singles" SET a = 1e999 WHERE p = 1e126`, "", "Number overflow. Attempting to store a number with magnitude larger than supported range under root"},
		{"a literal out of range", `SELECT * FROM "singles" WHERE v IN [1, 1e-131]`, "", "Number underflow. Attempting to store a number with magnitude smaller than supported range under root"},
		{"values come before what is done with them", `SELECT * FROM "singles" WHERE v > true AND w = 1e126`, "", "Number overflow. Attempting to store a number with magnitude larger than supported range under root"},
		{"parameters that are missing, too", `DELETE FROM "singles" WHERE v > true AND p = ?`, "", "Number of parameters in request and statement don't match."},
		{"columns come before values", `SELECT a.x, x FROM "singles" WHERE v = 1e126`, "", "Duplicate identifiers in select clause: x"},
		{"a literal inside of others", `SELECT * FROM "singles" WHERE v = {'x': [1, {'y': 1e126}]}`, "", "Number overflow. Attempting to store a number with magnitude larger than supported range under root.x[1].y"},
		{"a bag with a string twice", `SELECT * FROM "singles" WHERE v = <<'a', 'a'>>`, "", "One or more parameter values were invalid: Input collection [a, a] contains duplicates. under root"},
		{"a parameter that is as deep as an item", `SELECT * FROM "singles" WHERE v = ?`, deep, "Nesting Levels have exceeded supported limits under root"},
		{"a truth in order", `SELECT * FROM "singles" WHERE attribute_exists(v) > true`, "", "Incorrect operand type for operator or function; operator or function: >, operand type: BOOL"},
		{"a truth between", `SELECT * FROM "singles" WHERE attribute_exists(v) BETWEEN 1 AND 2`, "", "Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: BOOL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, refused := execute(t, c.text, c.values)
			same(t, c.name, refused, c.want)
		})
	}
}

func TestIndexesWithManyKeyAttributesAreNotRead(t *testing.T) {
	p, _ := execute(t, `SELECT * FROM "indexed"."gmany"`, "")
	_, err := p.PlanRead(indexed())
	same(t, "the index", refusal(err), "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or multi-attribute RANGE keys.")
}

func TestStatementsAreChargedByTheFinishedItemOnly(t *testing.T) {
	// UpdateItem refuses this one: what it writes counts twice.
	big := stringOf(300 << 10)
	p, refused := execute(t, `UPDATE "singles" SET a = if_not_exists(a, ?), b = if_not_exists(b, ?) WHERE p = 'a'`, big+","+big)
	same(t, "the statement", refused, "")
	w, err := p.Write.Plan(singles())
	if err != nil || len(w.Items[0].Actions) != 2 {
		t.Errorf("the plan is %+v: %v", w, err)
	}
}

func TestRangesMeetWhereASortKeyIsInBoth(t *testing.T) {
	of := func(low, high string, lowOpen, highOpen bool) plan.Range {
		r := plan.Range{LowOpen: lowOpen, HighOpen: highOpen}
		if low != "" {
			r.Low = attr.AppendKeyBytes(nil, attr.StringValue(low))
		}
		if high != "" {
			r.High = attr.AppendKeyBytes(nil, attr.StringValue(high))
		}
		return r
	}
	keys := []catalog.KeyAttr{key("c", attr.S)}
	for _, c := range []struct {
		name string
		a, b plan.Range
		want bool
	}{
		{"apart", of("a", "b", false, false), of("c", "d", false, false), false},
		{"they touch", of("a", "b", false, false), of("b", "c", false, false), true},
		{"they touch, but one excludes the place", of("a", "b", false, true), of("b", "c", false, false), false},
		{"one holds the other", of("", "", false, false), of("b", "c", true, true), true},
		{"open ends", of("", "b", false, false), of("a", "", false, false), true},
		{"open ends apart", of("", "a", false, true), of("a", "", false, false), false},
		{"a point in a range", sortRange(keys, []keyCondition{{name: "c", op: keyEQ, values: []attr.Value{attr.StringValue("b")}}}), of("a", "c", false, false), true},
	} {
		if got := meet(c.a, c.b); got != c.want || meet(c.b, c.a) != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
		if hull := around(c.a, c.b); c.want && (compareLow(hull, c.a) > 0 || compareHigh(hull, c.b) < 0) {
			t.Errorf("%s: around both is %s", c.name, showRange(hull))
		}
	}
}
