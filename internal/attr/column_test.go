package attr

import "testing"

func TestColumnsTakeValuesOutOfAnItem(t *testing.T) {
	name := func(s string) Step { return Step{Name: s} }
	at := func(i int) Step { return Step{Index: i, IsIndex: true} }
	const doc = `{"a":{"S":"x"},"m":{"M":{"k":{"N":"1"},"l":{"L":[{"S":"p"},{"M":{"q":{"BOOL":true}}}]}}}, "u\u0001\u0001":{"M":{"\u0001\u0001":{"S":"nul"}}}}`
	for _, c := range []struct {
		what string
		path Path
		want string
	}{
		{"an attribute", Path{name("a")}, `{"c":{"S":"x"}}`},
		{"a member", Path{name("m"), name("k")}, `{"c":{"N":"1"}}`},
		{"an element", Path{name("m"), name("l"), at(0)}, `{"c":{"S":"p"}}`},
		{"a member of an element", Path{name("m"), name("l"), at(1), name("q")}, `{"c":{"BOOL":true}}`},
		{"names that documents escape", Path{name("u\x00"), name("\x00")}, `{"c":{"S":"nul"}}`},
		{"no such attribute", Path{name("z")}, `{}`},
		{"no such element", Path{name("m"), name("l"), at(2)}, `{}`},
		{"an index into a map", Path{name("m"), at(0)}, `{}`},
		{"a name in a scalar", Path{name("a"), name("S")}, `{}`},
	} {
		if got := string(AppendColumns(nil, []byte(doc), []Column{{Name: "c", Path: c.path}})); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
	all := AppendColumns(nil, []byte(doc), []Column{{"one", Path{name("m"), name("k")}}, {"none", Path{name("z")}}, {"two", Path{name("a")}}})
	if string(all) != `{"one":{"N":"1"},"two":{"S":"x"}}` {
		t.Errorf("several columns: %s", all)
	}
}
