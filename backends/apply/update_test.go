package apply

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// path reads a.b[0].
func path(text string) plan.Path {
	var p plan.Path
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '.' || r == '[' }) {
		var index int
		if n, _ := fmt.Sscanf(part, "%d]", &index); n == 1 {
			p = append(p, plan.Step{Index: index, IsIndex: true})
			continue
		}
		p = append(p, plan.Step{Name: part})
	}
	return p
}

// val reads the document of a value.
func val(doc string) plan.Expr {
	v, err := attr.ParseValue([]byte(doc))
	if err != nil {
		panic(err)
	}
	return &plan.ValueExpr{Value: v}
}

func at(p string) plan.Expr                       { return &plan.PathExpr{Path: path(p)} }
func plus(a, b plan.Expr) plan.Expr               { return &plan.Arithmetic{Left: a, Right: b} }
func minus(a, b plan.Expr) plan.Expr              { return &plan.Arithmetic{Minus: true, Left: a, Right: b} }
func ifNotExists(p string, e plan.Expr) plan.Expr { return &plan.IfNotExists{Path: path(p), Else: e} }
func listAppend(a, b plan.Expr) plan.Expr         { return &plan.ListAppend{Left: a, Right: b} }

func set(p string, e plan.Expr) plan.Action {
	return plan.Action{Verb: plan.SetValue, Path: path(p), Value: e}
}
func remove(p string) plan.Action { return plan.Action{Verb: plan.Remove, Path: path(p)} }
func addTo(p, doc string) plan.Action {
	return plan.Action{Verb: plan.AddValue, Path: path(p), Value: val(doc)}
}
func deleteFrom(p, doc string) plan.Action {
	return plan.Action{Verb: plan.DeleteFrom, Path: path(p), Value: val(doc)}
}
func legacyAdd(p, doc string) plan.Action {
	return plan.Action{Verb: plan.LegacyAdd, Path: path(p), Value: val(doc)}
}

const missing = ""

// do applies actions to the item of a document; missing stands for none, before and after.
func do(t *testing.T, table *catalog.Table, doc string, actions ...plan.Action) (string, *backends.Refusal) {
	t.Helper()
	key := val(`{"S":"k"}`).(*plan.ValueExpr).Value
	w := &plan.ItemWrite{Kind: plan.Update, Table: table, Actions: actions, KeyAttrs: []attr.Attr{{Name: "pk", Value: key}}}
	var old *attr.Item
	if doc != missing {
		it, err := attr.ParseItem([]byte(doc))
		if err != nil {
			t.Fatalf("%s: %v", doc, err)
		}
		old = &it
	}
	it, refusal := Update(w, old)
	if refusal != nil || it == nil {
		return missing, refusal
	}
	if old != nil && string(old.Doc) != doc {
		t.Errorf("the old item was changed to %s", old.Doc)
	}
	again, err := attr.ParseItem(it.Doc)
	if err != nil || again.Size != it.Size || !reflect.DeepEqual(again.Attrs, it.Attrs) {
		t.Errorf("%s does not agree with its size %d and attributes %v (%v)", it.Doc, it.Size, it.Attrs, err)
	}
	return string(it.Doc), nil
}

func TestUpdateGivesTheItemAfterTheActions(t *testing.T) {
	cases := []struct {
		name    string
		old     string
		actions []plan.Action
		want    string
	}{
		{"no action creates the key alone", missing, nil, `{"pk":{"S":"k"}}`},
		{"SET creates an item", missing, []plan.Action{set("a", val(`{"N":"1"}`))}, `{"pk":{"S":"k"},"a":{"N":"1"}}`},
		{"REMOVE alone creates nothing", missing, []plan.Action{remove("a")}, missing},
		{"REMOVE below a missing item is let pass", missing, []plan.Action{remove("x.y"), remove("z[0]")}, missing},
		{"DELETE alone creates nothing", missing, []plan.Action{deleteFrom("a", `{"NS":["1"]}`)}, missing},
		{"REMOVE beside SET creates", missing, []plan.Action{remove("x.y"), set("a", val(`{"N":"1"}`))}, `{"pk":{"S":"k"},"a":{"N":"1"}}`},
		{"ADD creates a number", missing, []plan.Action{addTo("n", `{"N":"5"}`)}, `{"pk":{"S":"k"},"n":{"N":"5"}}`},
		{"all actions read the old item", `{"n":{"N":"1"}}`,
			[]plan.Action{set("n", val(`{"N":"7"}`)), set("s", plus(at("n"), val(`{"N":"1"}`)))}, `{"n":{"N":"7"},"s":{"N":"2"}}`},
		{"values change places", `{"a":{"S":"x"},"b":{"S":"y"}}`, []plan.Action{set("a", at("b")), set("b", at("a"))}, `{"a":{"S":"y"},"b":{"S":"x"}}`},
		{"REMOVE takes an attribute away", `{"a":{"S":"x"},"b":{"S":"y"}}`, []plan.Action{remove("a")}, `{"b":{"S":"y"}}`},
		{"REMOVE of what is not there", `{"a":{"S":"x"}}`, []plan.Action{remove("b")}, `{"a":{"S":"x"}}`},
		{"sums are exact", `{"n":{"N":"99999999999999999999999999999999999999"}}`,
			[]plan.Action{set("n", minus(at("n"), val(`{"N":"1"}`)))}, `{"n":{"N":"99999999999999999999999999999999999998"}}`},
		{"ADD to a number", `{"n":{"N":"0.1"}}`, []plan.Action{addTo("n", `{"N":"0.2"}`)}, `{"n":{"N":"0.3"}}`},
		{"ADD to a set", `{"s":{"NS":["1","10"]}}`, []plan.Action{addTo("s", `{"NS":["2","10"]}`)}, `{"s":{"NS":["1","2","10"]}}`},
		{"ADD to a set of strings", `{"s":{"SS":["a","c"]}}`, []plan.Action{addTo("s", `{"SS":["b","d"]}`)}, `{"s":{"SS":["a","b","c","d"]}}`},
		{"DELETE from a set", `{"s":{"NS":["1","2","10"]}}`, []plan.Action{deleteFrom("s", `{"NS":["2","3"]}`)}, `{"s":{"NS":["1","10"]}}`},
		{"DELETE of the last member removes the attribute", `{"a":{"S":""},"s":{"NS":["1"]}}`, []plan.Action{deleteFrom("s", `{"NS":["1","2"]}`)}, `{"a":{"S":""}}`},
		{"DELETE from nothing", `{"a":{"S":""}}`, []plan.Action{deleteFrom("s", `{"NS":["1"]}`)}, `{"a":{"S":""}}`},
		{"SET inside of a map", `{"m":{"M":{"a":{"N":"1"}}}}`, []plan.Action{set("m.b", val(`{"N":"2"}`)), set("m.a", val(`{"N":"3"}`))},
			`{"m":{"M":{"a":{"N":"3"},"b":{"N":"2"}}}}`},
		{"REMOVE inside of a map", `{"m":{"M":{"a":{"N":"1"},"b":{"N":"2"}}}}`, []plan.Action{remove("m.a"), remove("m.x")}, `{"m":{"M":{"b":{"N":"2"}}}}`},
		{"REMOVE of the only element leaves an empty list", `{"l":{"L":[{"N":"1"}]}}`, []plan.Action{remove("l[0]")}, `{"l":{"L":[]}}`},
		{"REMOVE takes both originals", `{"l":{"L":[{"N":"1"},{"N":"2"},{"N":"3"}]}}`, []plan.Action{remove("l[0]"), remove("l[1]")}, `{"l":{"L":[{"N":"3"}]}}`},
		{"SET and REMOVE mean the old indexes", `{"l":{"L":[{"N":"1"},{"N":"2"},{"N":"3"}]}}`,
			[]plan.Action{remove("l[0]"), set("l[1]", val(`{"N":"5"}`))}, `{"l":{"L":[{"N":"5"},{"N":"3"}]}}`},
		{"SET beyond the end appends in index order", `{"l":{"L":[{"N":"1"}]}}`,
			[]plan.Action{set("l[9]", val(`{"N":"9"}`)), set("l[5]", val(`{"N":"5"}`)), remove("l[1]")}, `{"l":{"L":[{"N":"1"},{"N":"5"},{"N":"9"}]}}`},
		{"ADD beyond the end appends too", `{"l":{"L":[]}}`,
			[]plan.Action{set("l[9]", val(`{"N":"9"}`)), addTo("l[5]", `{"N":"5"}`)}, `{"l":{"L":[{"N":"5"},{"N":"9"}]}}`},
		{"DELETE that empties a set in a list removes the element", `{"l":{"L":[{"NS":["1"]},{"N":"2"}]}}`,
			[]plan.Action{deleteFrom("l[0]", `{"NS":["1"]}`), set("l[1]", val(`{"N":"3"}`))}, `{"l":{"L":[{"N":"3"}]}}`},
		{"ADD to a number in a list", `{"l":{"L":[{"M":{"n":{"N":"1"}}}]}}`, []plan.Action{addTo("l[0].n", `{"N":"2"}`)}, `{"l":{"L":[{"M":{"n":{"N":"3"}}}]}}`},
		{"a nested value moves to the top", `{"m":{"M":{"l":{"L":[{"S":"x"}]}}}}`,
			[]plan.Action{set("a", at("m.l[0]")), remove("m.l[0]")}, `{"m":{"M":{"l":{"L":[]}}},"a":{"S":"x"}}`},
		{"if_not_exists of what is there", `{"a":{"N":"1"}}`, []plan.Action{set("a", ifNotExists("a", val(`{"N":"5"}`)))}, `{"a":{"N":"1"}}`},
		{"if_not_exists of what is not", `{"a":{"N":"1"}}`, []plan.Action{set("b", plus(ifNotExists("b", val(`{"N":"5"}`)), at("a")))}, `{"a":{"N":"1"},"b":{"N":"6"}}`},
		{"list_append joins", `{"l":{"L":[{"N":"1"}]}}`, []plan.Action{set("l", listAppend(at("l"), val(`{"L":[{"S":"x"}]}`)))}, `{"l":{"L":[{"N":"1"},{"S":"x"}]}}`},
		{"list_append of empty lists", `{"l":{"L":[]}}`, []plan.Action{set("l", listAppend(at("l"), at("l")))}, `{"l":{"L":[]}}`},
		{"list_append in front of a default", `{"a":{"N":"1"}}`,
			[]plan.Action{set("l", listAppend(ifNotExists("l", val(`{"L":[]}`)), val(`{"L":[{"S":"x"}]}`)))}, `{"a":{"N":"1"},"l":{"L":[{"S":"x"}]}}`},
		{"legacy ADD joins lists", `{"l":{"L":[{"N":"1"}]}}`, []plan.Action{legacyAdd("l", `{"L":[{"N":"2"}]}`)}, `{"l":{"L":[{"N":"1"},{"N":"2"}]}}`},
		{"legacy ADD creates a list", missing, []plan.Action{legacyAdd("l", `{"L":[{"N":"2"}]}`)}, `{"pk":{"S":"k"},"l":{"L":[{"N":"2"}]}}`},
		{"names with U+0000 stay", `{"\u0001\u0001":{"S":"\u0001\u0002"}}`, []plan.Action{set("a", val(`{"N":"1"}`))}, `{"\u0001\u0001":{"S":"\u0001\u0002"},"a":{"N":"1"}}`},
	}
	for _, c := range cases {
		got, refusal := do(t, &catalog.Table{}, c.old, c.actions...)
		if got != c.want || refusal != nil {
			t.Errorf("%s: %s, %v; want %s", c.name, got, refusal, c.want)
		}
	}
}

func TestTheDataRefusesAnUpdate(t *testing.T) {
	deep := strings.Repeat(`{"L":[`, 31) + `{"N":"1"}` + strings.Repeat(`]}`, 31)
	indexed := &catalog.Table{Indexes: []*catalog.Index{{
		Name: "x", Partition: []catalog.KeyAttr{{Name: "h", Type: attr.S}}, Sort: []catalog.KeyAttr{{Name: "r", Type: attr.B}, {Name: "q", Type: attr.S}},
	}}}
	long := func(n int) string { return `{"S":"` + strings.Repeat("x", n) + `"}` }
	cases := []struct {
		name    string
		old     string
		actions []plan.Action
		want    backends.Refusal
	}{
		{"SET below a missing attribute", `{"a":{"N":"1"}}`, []plan.Action{set("b.c", val(`{"N":"1"}`))}, backends.Refusal{Code: backends.RefusedPath}},
		{"SET below a missing item", missing, []plan.Action{set("b.c", val(`{"N":"1"}`))}, backends.Refusal{Code: backends.RefusedPath}},
		{"SET of a member of a list", `{"l":{"L":[]}}`, []plan.Action{set("l.c", val(`{"N":"1"}`))}, backends.Refusal{Code: backends.RefusedPath}},
		{"SET of an element of a map", `{"m":{"M":{}}}`, []plan.Action{set("m[0]", val(`{"N":"1"}`))}, backends.Refusal{Code: backends.RefusedPath}},
		{"REMOVE below a NULL", `{"a":{"NULL":true}}`, []plan.Action{remove("a.b")}, backends.Refusal{Code: backends.RefusedPath}},
		{"REMOVE below an element beyond the end", `{"l":{"L":[]}}`, []plan.Action{remove("l[0].b")}, backends.Refusal{Code: backends.RefusedPath}},
		{"DELETE below a missing attribute", `{"a":{"N":"1"}}`, []plan.Action{deleteFrom("b.c", `{"NS":["1"]}`)}, backends.Refusal{Code: backends.RefusedPath}},
		{"a bad path comes before a missing operand", `{"a":{"N":"1"}}`, []plan.Action{set("x", at("y")), set("b.c", val(`{"N":"1"}`))}, backends.Refusal{Code: backends.RefusedPath}},
		{"an operand that is not there", `{"a":{"N":"1"}}`, []plan.Action{set("b", plus(at("a"), at("c")))}, backends.Refusal{Code: backends.RefusedMissing}},
		{"an operand below a scalar", `{"a":{"N":"1"}}`, []plan.Action{set("b", at("a.c"))}, backends.Refusal{Code: backends.RefusedMissing}},
		{"a default that is not there", `{"a":{"N":"1"}}`, []plan.Action{set("b", ifNotExists("a", at("c")))}, backends.Refusal{Code: backends.RefusedMissing}},
		{"the left operand comes first", `{"s":{"S":"x"}}`, []plan.Action{set("b", minus(at("s"), at("c")))}, backends.Refusal{Code: backends.RefusedOperandType, Detail: []string{"-", "S"}}},
		{"a sum with a string", `{"s":{"S":"x"}}`, []plan.Action{set("b", plus(val(`{"N":"1"}`), at("s")))}, backends.Refusal{Code: backends.RefusedOperandType, Detail: []string{"+", "S"}}},
		{"list_append of a number", `{"n":{"N":"1"}}`, []plan.Action{set("b", listAppend(val(`{"L":[]}`), at("n")))}, backends.Refusal{Code: backends.RefusedOperandType, Detail: []string{"list_append", "N"}}},
		{"a sum out of range", `{"n":{"N":"9E+125"}}`, []plan.Action{addTo("n", `{"N":"9E+125"}`)},
			backends.Refusal{Code: backends.RefusedNumber, Detail: []string{"Number overflow. Attempting to store a number with magnitude larger than supported range"}}},
		{"a sum of too many digits", `{"n":{"N":"100000000000000000000000000000000000000"}}`, []plan.Action{set("n", plus(at("n"), val(`{"N":"1"}`)))},
			backends.Refusal{Code: backends.RefusedNumber, Detail: []string{"Number overflow. Attempting to store a number with magnitude larger than supported range"}}},
		{"ADD of a number to a string", `{"s":{"S":"x"}}`, []plan.Action{addTo("s", `{"N":"1"}`)}, backends.Refusal{Code: backends.RefusedAddType}},
		{"ADD of another set", `{"s":{"SS":["x"]}}`, []plan.Action{addTo("s", `{"NS":["1"]}`)}, backends.Refusal{Code: backends.RefusedAddType}},
		{"DELETE of another set", `{"s":{"SS":["x"]}}`, []plan.Action{deleteFrom("s", `{"NS":["1"]}`)}, backends.Refusal{Code: backends.RefusedDeleteType}},
		{"legacy ADD to another type", `{"s":{"SS":["x"]}}`, []plan.Action{legacyAdd("s", `{"L":[]}`)}, backends.Refusal{Code: backends.RefusedLegacy}},
		{"a result that is too deep", `{"m":{"M":{}}}`, []plan.Action{set("m.a", val(deep))}, backends.Refusal{Code: backends.RefusedNesting}},
		{"an item that is too large", `{"a":` + long(409000) + `}`, []plan.Action{set("b", val(long(1000)))}, backends.Refusal{Code: backends.RefusedItemSize}},
		{"an index key of another type", `{"a":{"N":"1"}}`, []plan.Action{set("h", at("a"))}, backends.Refusal{Code: backends.RefusedIndexKeyType, Detail: []string{"x", "h", "S", "N"}}},
		{"an empty index key", `{"a":{"N":"1"}}`, []plan.Action{set("r", val(`{"B":""}`))}, backends.Refusal{Code: backends.RefusedIndexKeyEmpty, Detail: []string{"x", "r", "B"}}},
		{"an index partition key that is too long", `{}`, []plan.Action{set("h", val(long(2049)))}, backends.Refusal{Code: backends.RefusedIndexKeySize, Detail: []string{"x", "hash"}}},
		{"index sort keys that are too long together", `{"r":{"B":"` + strings.Repeat("////", 200) + `"}}`, []plan.Action{set("q", val(long(425)))}, backends.Refusal{Code: backends.RefusedIndexKeySize, Detail: []string{"x", "range"}}},
		{"an index key of another type changed inside", `{"h":{"M":{}}}`, []plan.Action{set("h.a", val(`{"N":"1"}`))}, backends.Refusal{Code: backends.RefusedIndexKeyType, Detail: []string{"x", "h", "S", "M"}}},
	}
	for _, c := range cases {
		got, refusal := do(t, indexed, c.old, c.actions...)
		if refusal == nil || refusal.Code != c.want.Code || fmt.Sprint(refusal.Detail) != fmt.Sprint(c.want.Detail) {
			t.Errorf("%s: %.100s, %v; want %v", c.name, got, refusal, c.want)
		}
	}
}

func TestIndexKeysAreCheckedOnlyWhereTheyChange(t *testing.T) {
	table := &catalog.Table{Indexes: []*catalog.Index{
		{Name: "x", Partition: []catalog.KeyAttr{{Name: "h", Type: attr.S}}},
		{Hidden: true, Sort: []catalog.KeyAttr{{Name: "e", Type: attr.N}}},
	}}
	for name, actions := range map[string][]plan.Action{
		"another attribute":   {set("a", val(`{"N":"1"}`))},
		"the same value":      {set("h", val(`{"N":"5"}`))},
		"a good value":        {set("h", val(`{"S":"x"}`))},
		"no value any longer": {remove("h")},
		"a hidden index":      {set("e", val(`{"S":"x"}`))},
	} {
		if _, refusal := do(t, table, `{"h":{"N":"5"}}`, actions...); refusal != nil {
			t.Errorf("%s: refused with %v", name, refusal)
		}
	}
}

func TestTouchedNamesThePathsOfTheActions(t *testing.T) {
	got := Touched([]plan.Action{remove("a.b[2]"), set("c", val(`{"N":"1"}`))})
	if want := []attr.Path{path("a.b[2]"), path("c")}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func BenchmarkUpdateCounter(b *testing.B) {
	doc := `{"pk":{"S":"k"},"n":{"N":"41"},"text":{"S":"` + strings.Repeat("x", 1000) + `"}}`
	old, err := attr.ParseItem([]byte(doc))
	if err != nil {
		b.Fatal(err)
	}
	w := &plan.ItemWrite{Kind: plan.Update, Table: &catalog.Table{}, Actions: []plan.Action{set("n", plus(at("n"), val(`{"N":"1"}`)))}}
	b.ReportAllocs()
	for b.Loop() {
		if _, refusal := Update(w, &old); refusal != nil {
			b.Fatal(refusal)
		}
	}
}
