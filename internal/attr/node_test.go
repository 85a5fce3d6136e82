package attr

import (
	"testing"
)

func TestDeepEquality(t *testing.T) {
	cases := []struct {
		name, a, b string
		equal      bool
	}{
		{"equal strings", `{"S":"a"}`, `{"S":"\u0061"}`, true},
		{"a string and a binary of the same bytes", `{"S":"a"}`, `{"B":"YQ=="}`, false},
		{"a number in two forms", `{"N":"1.0"}`, `{"N":"1"}`, true},
		{"a number and a string", `{"N":"1"}`, `{"S":"1"}`, false},
		{"a binary with stray bits", `{"B":"YQ=="}`, `{"B":"YR=="}`, true},
		{"true and false", `{"BOOL":true}`, `{"BOOL":false}`, false},
		{"BOOL and NULL", `{"BOOL":true}`, `{"NULL":true}`, false},
		{"sets in another order", `{"SS":["b","a"]}`, `{"SS":["a","b"]}`, true},
		{"number sets in another form", `{"NS":["10","2"]}`, `{"NS":["2.0","1e1"]}`, true},
		{"sets of different types", `{"SS":["1"]}`, `{"NS":["1"]}`, false},
		{"a set and its part", `{"SS":["a"]}`, `{"SS":["a","b"]}`, false},
		{"sets with the same text in other parts", `{"SS":["ab","c"]}`, `{"SS":["a","bc"]}`, false},
		{"lists in another order", `{"L":[{"N":"1"},{"N":"2"}]}`, `{"L":[{"N":"2"},{"N":"1"}]}`, false},
		{"maps in another order", `{"M":{"a":{"N":"1"},"b":{"SS":["x","y"]}}}`, `{"M":{"b":{"SS":["y","x"]},"a":{"N":"1.0"}}}`, true},
		{"maps with other names", `{"M":{"a":{"N":"1"}}}`, `{"M":{"b":{"N":"1"}}}`, false},
		{"a map and its part", `{"M":{"a":{"N":"1"}}}`, `{"M":{"a":{"N":"1"},"b":{"N":"1"}}}`, false},
		{"lists nested in another way", `{"L":[{"L":[]},{"L":[]}]}`, `{"L":[{"L":[{"L":[]}]}]}`, false},
		{"an empty list and an empty map", `{"L":[]}`, `{"M":{}}`, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a, b := mustScan(t, c.a), mustScan(t, c.b)
			if got := Equal(NodeOf(a), NodeOf(b)); got != c.equal {
				t.Errorf("Equal is %v", got)
			}
			if got := string(AppendComparable(nil, a)) == string(AppendComparable(nil, b)); got != c.equal {
				t.Errorf("equality of comparable bytes is %v", got)
			}
		})
	}
}

func TestComparableBytesSortScalars(t *testing.T) {
	for i := 1; i < len(texts); i++ {
		if string(AppendComparable(nil, StringValue(texts[i-1]))) >= string(AppendComparable(nil, StringValue(texts[i]))) {
			t.Errorf("%q is not before %q", texts[i-1], texts[i])
		}
	}
	for i := 1; i < len(ascending); i++ {
		a, _ := NumberValue(ascending[i-1])
		b, _ := NumberValue(ascending[i])
		if string(AppendComparable(nil, a)) >= string(AppendComparable(nil, b)) {
			t.Errorf("%s is not before %s", ascending[i-1], ascending[i])
		}
	}
}

func TestNodesMakeCanonicalValues(t *testing.T) {
	text := func(t Type, s string) *Node { return &Node{Type: t, Text: s} }
	cases := []struct {
		name        string
		node        *Node
		doc         string
		size, depth int
	}{
		{"a string", text(S, "a\x00\""), `{"S":"a\u0001\u0001\""}`, 3, 0},
		{"a number", text(N, "-10.5"), `{"N":"-10.5"}`, 4, 0},
		{"a binary", text(B, "\xff"), `{"B":"/w=="}`, 1, 0},
		{"a boolean", text(BOOL, "false"), `{"BOOL":false}`, 1, 0},
		{"a null", text(NULL, "true"), `{"NULL":true}`, 1, 0},
		{"an unsorted string set", &Node{Type: SS, Set: []string{"b", "a"}}, `{"SS":["a","b"]}`, 2, 0},
		{"an unsorted number set", &Node{Type: NS, Set: []string{"10", "9"}}, `{"NS":["9","10"]}`, 4, 0},
		{"a binary set", &Node{Type: BS, Set: []string{"\xff", "\x00"}}, `{"BS":["AA==","/w=="]}`, 2, 0},
		{"a list", &Node{Type: L, List: []*Node{text(S, "x"), {Type: M}}}, `{"L":[{"S":"x"},{"M":{}}]}`, 9, 2},
		{"a map", &Node{Type: M, Map: []Field{{"\x01", text(N, "1")}, {"b", text(NULL, "true")}}}, `{"M":{"\u0001\u0002":{"N":"1"},"b":{"NULL":true}}}`, 10, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v := c.node.Value()
			if string(v.Doc) != c.doc || v.Size != c.size || v.Depth != c.depth || v.Type != c.node.Type {
				t.Errorf("got %s, size %d, depth %d", v.Doc, v.Size, v.Depth)
			}
			if back := NodeOf(v); !Equal(back, c.node) {
				t.Errorf("read back as %+v", back)
			}
		})
	}
}

func TestTextIsTheContentOfScalars(t *testing.T) {
	number, _ := NumberValue("+1.50")
	cases := []struct {
		value Value
		want  string
	}{
		{StringValue("a\x00\x01\"ä"), "a\x00\x01\"ä"}, {number, "1.5"}, {BinaryValue([]byte{0, 255}), "\x00\xff"}, {BoolValue(false), "false"},
		{BoolValue(true), "true"}, {NullValue(), "true"}, {mustScan(t, `{"L":[]}`), ""}, {Value{}, ""},
		{Value{Type: S, Doc: []byte(` { "S" : "a b" } `)}, "a b"},
	}
	for _, c := range cases {
		if got := c.value.Text(); got != c.want {
			t.Errorf("%s has text %q, want %q", c.value.Doc, got, c.want)
		}
	}
}

func TestMadeValuesAreThoseOfRequests(t *testing.T) {
	number, _ := NumberValue("-012.50")
	for text, v := range map[string]Value{
		`{"S":"é\u0000"}`: StringValue("é\x00"), `{"N":"-12.5"}`: number, `{"B":"AP8="}`: BinaryValue([]byte{0, 255}),
		`{"BOOL":true}`: BoolValue(true), `{"NULL":true}`: NullValue(),
	} {
		want := mustScan(t, text)
		if string(v.Doc) != string(want.Doc) || v.Size != want.Size || v.Type != want.Type {
			t.Errorf("got %s size %d, want %s size %d", v.Doc, v.Size, want.Doc, want.Size)
		}
	}
	if _, p := NumberValue("x"); p == nil {
		t.Error("x is made a number")
	}
}
