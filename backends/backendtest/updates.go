package backendtest

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// testUpdates looks at what updates store and refuse; package apply's own tests have the many cases of actions.
func testUpdates(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, hashTable("updates"))
	const key = `{"pk":{"S":"k"}}`
	number := func(doc string) plan.Expr { return &plan.ValueExpr{Value: f.value(doc)} }
	sum := func(name string) plan.Action {
		return plan.Action{Verb: plan.SetValue, Path: path(name), Value: &plan.Arithmetic{Left: &plan.PathExpr{Path: path("n")}, Right: number(`{"N":"0.1"}`)}}
	}
	nested := plan.Action{Verb: plan.SetValue, Path: path("m", "x"), Value: number(`{"N":"7"}`)}
	cases := []struct {
		name    string
		old     string
		actions []plan.Action
		want    string
		refusal backends.RefusalCode
	}{
		{"an update creates an item", "", []plan.Action{f.set("a", `{"S":"\u0001\u0001"}`)}, `{"pk":{"S":"k"},"a":{"S":"\u0001\u0001"}}`, 0},
		{"an update without actions creates the key", "", nil, `{"pk":{"S":"k"}}`, 0},
		{"a removal creates nothing", "", []plan.Action{{Verb: plan.Remove, Path: path("a")}}, "", 0},
		{"sums are exact", `{"pk":{"S":"k"},"n":{"N":"0.2"}}`, []plan.Action{sum("n")}, `{"pk":{"S":"k"},"n":{"N":"0.3"}}`, 0},
		{"a nested value changes", `{"pk":{"S":"k"},"m":{"M":{"x":{"N":"1"},"y":{"S":"é"}}}}`, []plan.Action{nested}, `{"pk":{"S":"k"},"m":{"M":{"x":{"N":"7"},"y":{"S":"é"}}}}`, 0},
		{"a path that is not there", `{"pk":{"S":"k"}}`, []plan.Action{nested}, "", backends.RefusedPath},
		{"an operand that is not there", `{"pk":{"S":"k"}}`, []plan.Action{sum("n")}, "", backends.RefusedMissing},
		{"an item that grows too large", `{"pk":{"S":"k"},"x":{"S":"` + strings.Repeat("x", attr.MaxItemSize-10) + `"}}`,
			[]plan.Action{f.set("y", `{"S":"0123456789"}`)}, "", backends.RefusedItemSize},
	}
	for _, c := range cases {
		f.write(f.delete(key))
		want := c.want
		if c.old != "" {
			f.load(c.old)
		}
		if c.refusal != 0 {
			want = c.old
		}
		res := f.write(f.update(key, c.actions...))
		if got := refusalOf(res); got != c.refusal || res.ConditionFailed {
			t.Errorf("%s: refusal %d, want %d", c.name, got, c.refusal)
		}
		if got := f.get(key); want == "" && got != "" || want != "" && got != canonical(f, []byte(want)) {
			t.Errorf("%s: the item is %.200s", c.name, got)
		}
	}
	f.sound()
}

func refusalOf(res backends.WriteResult) backends.RefusalCode {
	if res.Refusal == nil {
		return 0
	}
	return res.Refusal.Code
}
