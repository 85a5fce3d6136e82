package attr

import (
	"testing"

	"github.com/ddbsql/ddbsql/internal/wire"
)

func TestAppendWireUndoesTheEscape(t *testing.T) {
	cases := []struct{ name, doc, want string }{
		{"a document without escapes", `{"a": {"S": "x\ny"}}`, `{"a": {"S": "x\ny"}}`},
		{"U+0000", `{"S":"a\u0001\u0001b"}`, `{"S":"a\u0000b"}`},
		{"U+0001", `{"S":"a\u0001\u0002b"}`, `{"S":"a\u0001b"}`},
		{"several", `{"\u0001\u0001":{"S":"\u0001\u0001\u0001\u0001\u0001\u0002\u0002"}}`, `{"\u0000":{"S":"\u0000\u0000\u0001\u0002"}}`},
		{"an escaped backslash before u0001", `{"S":"\\u0001\\\u0001\u0002\\\\u0001"}`, `{"S":"\\u0001\\\u0001\\\\u0001"}`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := string(AppendWire([]byte("[1,"), []byte(c.doc))); got != "[1,"+c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// texts are strings with all that documents treat specially, in ascending order.
var texts = []string{"", "\x00", "\x00\x00", "\x00\x01", "\x00a", "\x01", "\x01\x01", "\x01\x02", "\x02", "\n", "\"", "\\", "\\u0001", "a", "a\x00", "a\x01", "ä", "€", "😀"}

func TestTheEscapeKeepsTextAndOrder(t *testing.T) {
	for i, s := range texts {
		if got := UnescapeText(EscapeText(s)); got != s {
			t.Errorf("%q became %q", s, got)
		}
		if i > 0 && EscapeText(texts[i-1]) >= EscapeText(s) {
			t.Errorf("%q and %q lose their order", texts[i-1], s)
		}
		if got := StringValue(s).Text(); got != s {
			t.Errorf("%q as a value became %q", s, got)
		}
	}
}

// FuzzItem holds all ways an item goes through this package to each other: request, document, wire form, tree.
func FuzzItem(f *testing.F) {
	for _, seed := range []string{
		`{"a":{"S":"x\u0000\u0001\\u0001\"ä"},"b":{"N":"1e10"},"c":{"B":"YR=="}}`,
		`{"s":{"SS":["b","a\u0000"]},"n":{"NS":["10","9"]},"b":{"BS":["/w==","AA=="]}}`,
		`{"m":{"M":{"\u0000":{"L":[{"NULL":true},{"BOOL":"no"}]},"x":{"M":{}}}}}`,
		`{"a":{"S":"1"},"a":{"S":"2"},"b":{"S":"a","N":"1"}}`, `{"a":{"L":[{"L":[`, `{"":{"S":null}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		var s wire.Scanner
		s.Init(in)
		it := ScanItem(&s)
		if s.Err() != nil || it.Problem != nil {
			return
		}
		stored, err := ParseItem(it.Doc)
		if err != nil || string(stored.Doc) != string(it.Doc) || stored.Size != it.Size {
			t.Fatalf("%s read back as %s (%d, %d bytes): %v", it.Doc, stored.Doc, it.Size, stored.Size, err)
		}
		s.Init(AppendWire(nil, it.Doc))
		if again := ScanItem(&s); s.Err() != nil || string(again.Doc) != string(it.Doc) {
			t.Fatalf("%s sent and read again is %s: %v", it.Doc, again.Doc, s.Err())
		}
		tree := ItemOf(it.Fields())
		if string(tree.Doc) != string(it.Doc) || tree.Size != it.Size {
			t.Fatalf("%s as a tree is %s (%d, %d bytes)", it.Doc, tree.Doc, it.Size, tree.Size)
		}
		for i, a := range it.Attrs {
			b := tree.Attrs[i]
			if a.Name != b.Name || string(a.Value.Doc) != string(b.Value.Doc) || a.Value.Size != b.Value.Size || a.Value.Depth != b.Value.Depth {
				t.Fatalf("attribute %d of %s differs as a tree: %+v %+v", i, it.Doc, a, b)
			}
		}
		checkProjection(t, &it)
	})
}

// checkProjection asks for all attributes, which must give the item, and for none of them.
func checkProjection(t *testing.T, it *Item) {
	paths := make([]Path, len(it.Attrs))
	for i, a := range it.Attrs {
		paths[i] = Path{{Name: a.Name}}
	}
	if got := Project(nil, it, NewProjection(paths)); string(got) != string(it.Doc) {
		t.Fatalf("all attributes of %s are %s", it.Doc, got)
	}
	if got := Project(nil, it, NewProjection(nil)); string(got) != "{}" {
		t.Fatalf("no attributes of %s are %s", it.Doc, got)
	}
}
