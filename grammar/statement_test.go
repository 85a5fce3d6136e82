package grammar

import (
	"reflect"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/grammar/ast"
)

// statements maps texts to what their trees write.
var statements = []canonical{
	{"all attributes of a table", `SELECT * FROM Music`, `SELECT * FROM "Music"`},
	{"an index", `SELECT * FROM "Music"."ByGenre"`, `SELECT * FROM "Music"."ByGenre"`},
	{"an index without quotes", `SELECT * FROM Music.ByGenre`, `SELECT * FROM "Music"."ByGenre"`},
	{"an index in brackets", `SELECT * FROM Music['ByGenre']`, `SELECT * FROM "Music"."ByGenre"`},
	{"a table in parentheses", `SELECT * FROM (Music)`, `SELECT * FROM "Music"`},
	{"a statement in parentheses", `(SELECT a FROM t)`, `SELECT "a" FROM "t"`},
	{"keywords in any case", `sElEcT * fRoM t wHeRe a iS nOt mIsSiNg`, `SELECT * FROM "t" WHERE "a" IS NOT MISSING`},
	{"ALL, which changes nothing", `SELECT ALL a FROM t`, `SELECT "a" FROM "t"`},
	{"document paths", `SELECT a.b.c[0][12]."d e", (f).g, h['i'], @j FROM t`,
		`SELECT "a"."b"."c"[0][12]."d e", "f"."g", "h"."i", "j" FROM "t"`},
	{"quotes in names", `SELECT "a""b", "a.b", "a[0]" FROM t`, `SELECT "a""b", "a.b", "a[0]" FROM "t"`},
	{"one final semicolon", `SELECT * FROM t ;`, `SELECT * FROM "t"`},
	{"comments", "SELECT/**/*--all\n FROM /* the * / table */ t -- end", `SELECT * FROM "t"`},
	{"every comparison", `SELECT * FROM t WHERE a=1 AND b<>2 AND c!=3 AND d<4 AND e<=5 AND f>6 AND g>=7`,
		`SELECT * FROM "t" WHERE "a" = 1 AND "b" <> 2 AND "c" <> 3 AND "d" < 4 AND "e" <= 5 AND "f" > 6 AND "g" >= 7`},
	{"AND binds before OR", `SELECT * FROM t WHERE a=1 OR b=2 AND (c=3 OR NOT d=4)`,
		`SELECT * FROM "t" WHERE "a" = 1 OR "b" = 2 AND ("c" = 3 OR NOT "d" = 4)`},
	{"redundant parentheses", `SELECT * FROM t WHERE (((a)) = ((1)))`, `SELECT * FROM "t" WHERE "a" = 1`},
	{"lists of IN, in any brackets", `SELECT * FROM t WHERE a IN (1) AND b IN [1,2] AND c IN <<1>> AND d NOT IN (?, ?)`,
		`SELECT * FROM "t" WHERE "a" IN (1) AND "b" IN (1, 2) AND "c" IN (1) AND NOT "d" IN (?, ?)`},
	{"names in lists of IN", `SELECT * FROM t WHERE a IN (b, c.d, size(e), [1])`,
		`SELECT * FROM "t" WHERE "a" IN ("b", "c"."d", size("e"), [1])`},
	{"BETWEEN", `SELECT * FROM t WHERE a BETWEEN 1 AND b AND c NOT BETWEEN ? AND ?`,
		`SELECT * FROM "t" WHERE "a" BETWEEN 1 AND "b" AND NOT "c" BETWEEN ? AND ?`},
	{"types", `SELECT * FROM t WHERE a IS NULL OR b IS NOT BOOL OR NOT c IS NUMERIC(3,1) OR 1 IS LIST`,
		`SELECT * FROM "t" WHERE "a" IS NULL OR "b" IS NOT BOOLEAN OR NOT "c" IS NUMERIC OR 1 IS LIST`},
	{"functions in any case", `SELECT * FROM t WHERE Begins_With(a, 'x') AND SIZE(b) = 1 AND "contains"(c, ?)`,
		`SELECT * FROM "t" WHERE begins_with("a", 'x') AND size("b") = 1 AND contains("c", ?)`},
	{"a condition as operand", `SELECT * FROM t WHERE a = attribute_exists(b) AND (c = 1) = true`,
		`SELECT * FROM "t" WHERE "a" = (attribute_exists("b")) AND ("c" = 1) = true`},
	{"NOT in an operand", `SELECT * FROM t WHERE a = NOT b = 1 AND c = 2`,
		`SELECT * FROM "t" WHERE "a" = (NOT "b" = 1) AND "c" = 2`},
	{"comparisons group to the left", `SELECT * FROM t WHERE a = 1 = b`, `SELECT * FROM "t" WHERE ("a" = 1) = "b"`},
	{"the tighter comparison first", `SELECT * FROM t WHERE a = b < c`, `SELECT * FROM "t" WHERE "a" = ("b" < "c")`},
	{"strings", `SELECT * FROM t WHERE a = '' AND b = 'it''s' AND c = '"ü🎵\'`,
		`SELECT * FROM "t" WHERE "a" = '' AND "b" = 'it''s' AND "c" = '"ü🎵\'`},
	{"numbers", `SELECT * FROM t WHERE a IN [01, .5, 5., 1e5, -.25e1, - 1, +2, - -3, -(-4), 1E+2]`,
		`SELECT * FROM "t" WHERE "a" IN (01, .5, 5., 1e5, -.25e1, -1, 2, 3, 4, 1E+2)`},
	{"numbers beside keywords", `SELECT * FROM t WHERE a=1AND b=2`, `SELECT * FROM "t" WHERE "a" = 1 AND "b" = 2`},
	{"the largest and smallest exponents", `SELECT * FROM t WHERE a IN [1e2147483647, 1e-2147483647]`,
		`SELECT * FROM "t" WHERE "a" IN (1e2147483647, 1e-2147483647)`},
	{"other literals", `SELECT * FROM t WHERE a IN [TRUE, False, null, [], {}, {'b': [1, 'c', <<'d'>>], 'e': (1, 2)}, list(1)]`,
		`SELECT * FROM "t" WHERE "a" IN (true, false, null, [], {}, {'b': [1, 'c', <<'d'>>], 'e': [1, 2]}, [1])`},
	{"ORDER BY", `SELECT * FROM t WHERE a = 1 ORDER BY a, b DESC, "c" ASC NULLS LAST, d NULLS FIRST`,
		`SELECT * FROM "t" WHERE "a" = 1 ORDER BY "a", "b" DESC, "c" ASC, "d"`},
	{"INSERT", `INSERT INTO t VALUE {'a': 'b', 'c': ?, 'd': {'e': [1, -2.5]}, 'f': <<1, 2>>}`,
		`INSERT INTO "t" VALUE {'a': 'b', 'c': ?, 'd': {'e': [1, -2.5]}, 'f': <<1, 2>>}`},
	{"INSERT in parentheses and small letters", `insert into t value ({'a': +1})`, `INSERT INTO "t" VALUE {'a': 1}`},
	{"UPDATE", `UPDATE t SET a = 1, b.c[0] = d WHERE pk = 'x'`, `UPDATE "t" SET "a" = 1, "b"."c"[0] = "d" WHERE "pk" = 'x'`},
	{"alternating clauses", `UPDATE t SET a = 1 REMOVE b SET c = 2 REMOVE d.e WHERE pk = 'x'`,
		`UPDATE "t" SET "a" = 1, "c" = 2 REMOVE "b" REMOVE "d"."e" WHERE "pk" = 'x'`},
	{"UPDATE that begins with FROM", `FROM t WHERE pk = 'x' SET a = 1 REMOVE b RETURNING ALL OLD *`,
		`UPDATE "t" SET "a" = 1 REMOVE "b" WHERE "pk" = 'x' RETURNING ALL OLD *`},
	{"sums", `UPDATE t SET a = b + 1 - c, d = 1 - (e + 2), f = g -1`,
		`UPDATE "t" SET "a" = ("b" + 1) - "c", "d" = 1 - ("e" + 2), "f" = "g" - 1`},
	{"functions of SET", `UPDATE t SET a = LIST_APPEND(a, [1]), b = if_not_exists(b, 0) + 1`,
		`UPDATE "t" SET "a" = list_append("a", [1]), "b" = if_not_exists("b", 0) + 1`},
	{"functions of sets", `UPDATE t SET a.b = set_add(a.b, <<'x'>>), c = Set_Delete(c, ?)`,
		`UPDATE "t" SET "a"."b" = set_add("a"."b", <<'x'>>), "c" = set_delete("c", ?)`},
	{"a comparison as value", `UPDATE t SET a = b = 1`, `UPDATE "t" SET "a" = ("b" = 1)`},
	{"RETURNING", `UPDATE t REMOVE a WHERE pk = ? returning modified new *`,
		`UPDATE "t" REMOVE "a" WHERE "pk" = ? RETURNING MODIFIED NEW *`},
	{"DELETE", `DELETE FROM t WHERE pk = 'x' AND a = 1 RETURNING ALL OLD *`,
		`DELETE FROM "t" WHERE "pk" = 'x' AND "a" = 1 RETURNING ALL OLD *`},
	{"EXISTS", `EXISTS(SELECT * FROM t WHERE pk = 'x' AND a = 1)`, `EXISTS(SELECT * FROM "t" WHERE "pk" = 'x' AND "a" = 1)`},
	{"300 operators", `SELECT * FROM t WHERE a=1` + strings.Repeat(` OR a=1`, 149),
		`SELECT * FROM "t" WHERE "a" = 1` + strings.Repeat(` OR "a" = 1`, 149)},
}

func TestTreesOfStatements(t *testing.T) {
	for _, c := range statements {
		t.Run(c.name, func(t *testing.T) {
			check(t, c, func(text string) (string, any, *Error) {
				statement, err := ParseStatement(text)
				if err != nil {
					return "", nil, err
				}
				return statement.String(), statement, nil
			})
		})
	}
}

func TestParametersAreNumberedInTheOrderOfTheText(t *testing.T) {
	statement, err := ParseStatement(`FROM t WHERE pk = ? AND a IN (?, ?) SET b = ? + c, d = list_append(?, ?)`)
	if err != nil {
		t.Fatal(err)
	}
	update := statement.(*ast.UpdateStatement)
	and := update.Where.(*ast.And)
	in := and.Right.(*ast.In)
	got := []ast.Operand{and.Left.(*ast.Compare).Right, in.List[0], in.List[1], update.Update.Set[0].Value.(*ast.Arithmetic).Left}
	got = append(got, update.Update.Set[1].Value.(*ast.Call).Args...)
	for i, parameter := range got {
		if want := (&ast.Parameter{Place: i}); !reflect.DeepEqual(parameter, want) {
			t.Errorf("parameter %d: got %v", i, parameter)
		}
	}
}

func TestNamesOfStatementsAreLiteral(t *testing.T) {
	statement, err := ParseStatement(`SELECT #a FROM t`)
	if err == nil {
		t.Fatalf("a placeholder was accepted: %v", statement)
	}
	statement, err = ParseStatement(`SELECT "#a".b[3] FROM t`)
	if err != nil {
		t.Fatal(err)
	}
	want := &ast.Path{Elements: []ast.Element{{Name: "#a", Literal: true}, {Name: "b", Literal: true}, {Index: 3}}}
	if got := statement.(*ast.Select).Paths[0]; !reflect.DeepEqual(got, want) {
		t.Errorf("got %#v", got)
	}
}
