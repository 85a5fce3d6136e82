package attr

import (
	"strconv"
	"strings"
	"testing"
)

// paths reads document paths written as in expressions, without quoting.
func paths(texts ...string) []Path {
	var all []Path
	for _, text := range texts {
		var path Path
		for _, step := range strings.FieldsFunc(text, func(r rune) bool { return r == '.' || r == '[' || r == ']' }) {
			if index, err := strconv.Atoi(step); err == nil {
				path = append(path, Step{Index: index, IsIndex: true})
			} else {
				path = append(path, Step{Name: step})
			}
		}
		all = append(all, path)
	}
	return all
}

func TestProject(t *testing.T) {
	const item = `{"a": {"M": {"b": {"N":"1"}, "c": {"S":"x"}, "d": {"M":{"e":{"N":"2"}}}}},` +
		`"l":{"L":[{"N":"0"},{"M":{"x":{"N":"1"},"y":{"N":"2"},"z":{"L":[{"N":"7"},{"N":"8"}]}}},{"L":[{"S":"p"},{"S":"q"}]},{"N":"3"}]},` +
		`"s":{"S":"t"},"z\u0001\u0001":{"SS":["u"]}}`
	cases := []struct {
		name  string
		paths []Path
		want  string
	}{
		{"whole attributes in document order", paths("s", "a.c"), `{"a":{"M":{"c":{"S":"x"}}},"s":{"S":"t"}}`},
		{"two members of a map merge", paths("a.d.e", "a.b"), `{"a":{"M":{"b":{"N":"1"},"d":{"M":{"e":{"N":"2"}}}}}}`},
		{"list elements in the order of the list", paths("l[3]", "l[0]"), `{"l":{"L":[{"N":"0"},{"N":"3"}]}}`},
		{"fragments of one element merge", paths("l[1].y", "l[1].x"), `{"l":{"L":[{"M":{"x":{"N":"1"},"y":{"N":"2"}}}]}}`},
		{"fragments deep inside", paths("l[1].z[1]", "l[2][0]"), `{"l":{"L":[{"M":{"z":{"L":[{"N":"8"}]}}},{"L":[{"S":"p"}]}]}}`},
		{"a missing attribute", paths("q"), `{}`},
		{"a missing member beside one that is there", paths("a.q", "a.b"), `{"a":{"M":{"b":{"N":"1"}}}}`},
		{"a map of which nothing is reached", paths("a.q", "s"), `{"s":{"S":"t"}}`},
		{"an index past the end", paths("l[9]"), `{}`},
		{"an index of a map", paths("a[0]"), `{}`},
		{"a member of a list", paths("l.b"), `{}`},
		{"a member of a string", paths("s.b", "s[0]"), `{}`},
		{"nothing reached between two that are", paths("l[0]", "l[1].q", "l[3]"), `{"l":{"L":[{"N":"0"},{"N":"3"}]}}`},
		{"the shorter of two overlapping paths", paths("a.d", "a.d.e"), `{"a":{"M":{"d":{"M":{"e":{"N":"2"}}}}}}`},
		{"a name with U+0000", []Path{{{Name: "z\x00"}}}, `{"z\u0001\u0001":{"SS":["u"]}}`},
		{"no path", nil, `{}`},
	}
	it, err := ParseItem([]byte(item))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := NewProjection(c.paths)
			if got := string(Project([]byte("x"), &it, p)); got != "x"+c.want {
				t.Errorf("got %s, want %s", got[1:], c.want)
			}
		})
	}
}
