package backendtest

import (
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

const predicateItem = `{"pk":{"S":"p"},"sk":{"N":"0"},"s":{"S":"héllo"},"n":{"N":"10"},"b":{"B":"AP8="},"ss":{"SS":["a","b"]},"ns":{"NS":["1","2.5"]},` +
	`"m":{"M":{"x":{"N":"1"},"y":{"S":"z"}}},"l":{"L":[{"N":"1"},{"S":"two"},{"M":{"k":{"BOOL":true}}}]},"t":{"BOOL":true},"nil":{"NULL":true},` +
	`"zero":{"S":"a\u0001\u0001b"},"empty":{"S":""},"face":{"S":"😀"}}`

// testPredicates judges the backend, and the reference with it, by cases written by hand; then some of the fuzz.
func testPredicates(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, rangeTable("predicates", attr.N))
	f.load(predicateItem)
	it := f.item(predicateItem)
	items := []*attr.Node{{Type: attr.M, Map: it.Fields()}}
	at := func(names ...string) plan.Operand { return &plan.PathOperand{Path: path(names...)} }
	val := func(doc string) plan.Operand { return &plan.ValueOperand{Value: f.value(doc)} }
	size := func(name string) plan.Operand { return &plan.SizeOperand{Path: path(name)} }
	cmp := func(l plan.Operand, op plan.Op, r plan.Operand) plan.Predicate {
		return &plan.Compare{Op: op, Left: l, Right: r}
	}
	element := func(i int) plan.Operand {
		return &plan.PathOperand{Path: append(path("l"), plan.Step{IsIndex: true, Index: i})}
	}
	cases := []struct {
		name string
		p    plan.Predicate
		want bool
	}{
		{"numbers are equal by value", cmp(at("n"), plan.EQ, val(`{"N":"10"}`)), true},
		{"numbers compare by value", cmp(at("n"), plan.GT, val(`{"N":"9"}`)), true},
		{"a number is not a string", cmp(at("n"), plan.EQ, val(`{"S":"10"}`)), false},
		{"a number does not compare with a string", cmp(at("n"), plan.LT, val(`{"S":"9"}`)), false},
		{"what is missing is not equal", cmp(at("x"), plan.EQ, at("x")), false},
		{"what is missing differs", cmp(at("x"), plan.NE, at("x")), true},
		{"what is missing is not less", cmp(at("x"), plan.LT, val(`{"N":"1"}`)), false},
		{"not less, because missing", &plan.Not{Of: cmp(at("x"), plan.LT, val(`{"N":"1"}`))}, true},
		{"sets are equal in any order", cmp(at("ss"), plan.EQ, val(`{"SS":["b","a"]}`)), true},
		{"maps are equal in any order", cmp(at("m"), plan.EQ, val(`{"M":{"y":{"S":"z"},"x":{"N":"1"}}}`)), true},
		{"maps with more members differ", cmp(at("m"), plan.NE, val(`{"M":{"x":{"N":"1"}}}`)), true},
		{"lists have no order to compare by", cmp(at("l"), plan.GE, at("l")), false},
		{"a nested member", cmp(at("m", "x"), plan.EQ, element(0)), true},
		{"an element beyond the end", cmp(element(9), plan.EQ, element(9)), false},
		{"booleans", cmp(at("t"), plan.EQ, val(`{"BOOL":true}`)), true},
		{"NULL equals NULL", cmp(at("nil"), plan.EQ, val(`{"NULL":true}`)), true},
		{"U+0000 sorts before U+0001", cmp(at("zero"), plan.LT, val(`{"S":"a\u0001\u0002"}`)), true},
		{"the escape of U+0000 is no part", &plan.Contains{Of: at("zero"), Needle: val(`{"S":"\u0001\u0002"}`)}, false},
		{"U+0000 is a part", &plan.Contains{Of: at("zero"), Needle: val(`{"S":"\u0001\u0001b"}`)}, true},
		{"size counts UTF-16 units", cmp(size("face"), plan.EQ, val(`{"N":"2"}`)), true},
		{"size counts U+0000 once", cmp(size("zero"), plan.EQ, val(`{"N":"3"}`)), true},
		{"size of a binary", cmp(size("b"), plan.EQ, val(`{"N":"2"}`)), true},
		{"size of a set", cmp(size("ns"), plan.LT, val(`{"N":"3"}`)), true},
		{"size of a number is missing", cmp(size("n"), plan.NE, val(`{"N":"2"}`)), true},
		{"between", &plan.Between{Of: at("n"), Low: val(`{"N":"10"}`), High: val(`{"N":"11"}`)}, true},
		{"between of another type", &plan.Between{Of: at("n"), Low: val(`{"S":"1"}`), High: val(`{"S":"2"}`)}, false},
		{"in", &plan.In{Of: at("s"), List: []plan.Operand{val(`{"N":"1"}`), val(`{"S":"héllo"}`)}}, true},
		{"in nothing that is there", &plan.In{Of: at("x"), List: []plan.Operand{at("x")}}, false},
		{"begins with bytes", &plan.BeginsWith{Of: at("b"), Prefix: val(`{"B":"AA=="}`)}, true},
		{"begins with nothing", &plan.BeginsWith{Of: at("s"), Prefix: at("empty")}, true},
		{"begins with more than it is", &plan.BeginsWith{Of: at("empty"), Prefix: at("s")}, false},
		{"wildcards are characters", &plan.BeginsWith{Of: at("s"), Prefix: val(`{"S":"h_"}`)}, false},
		{"a set contains a member", &plan.Contains{Of: at("ns"), Needle: val(`{"N":"2.5"}`)}, true},
		{"a set of numbers contains no string", &plan.Contains{Of: at("ns"), Needle: val(`{"S":"1"}`)}, false},
		{"a list contains a map", &plan.Contains{Of: at("l"), Needle: val(`{"M":{"k":{"BOOL":true}}}`)}, true},
		{"a number contains nothing", &plan.Contains{Of: at("n"), Needle: val(`{"N":"1"}`)}, false},
		{"exists", &plan.Exists{Path: path("nil")}, true},
		{"a member of a string does not exist", &plan.Exists{Path: path("s", "S")}, false},
		{"type", &plan.TypeIs{Path: path("nil"), Type: attr.NULL}, true},
		{"another type", &plan.TypeIs{Path: path("nil"), Type: attr.BOOL}, false},
		{"an attribute that is not projected", cmp(&plan.MissingOperand{}, plan.EQ, &plan.MissingOperand{}), false},
	}
	for _, c := range cases {
		if got := Holds(c.p, items[0]); got != c.want {
			t.Errorf("%s: the reference says %v", c.name, got)
		}
		if f.compare(c.p, items) > 0 {
			t.Errorf("%s: the backend is wrong", c.name)
		}
	}
	fuzz(t, b, 5_000, 7)
}
