package jsonb

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"zombiezen.com/go/sqlite"
)

// documents are texts in the form attr writes them.
func documents() map[string]string {
	attrs := make([]string, 300)
	for i := range attrs {
		attrs[i] = fmt.Sprintf(`"a%d":{"M":{"x":{"L":[{"N":"%d"},{"SS":["a","b\"c"]}]}}}`, i, i)
	}
	docs := map[string]string{
		"an empty item":                        `{}`,
		"a string":                             `{"pk":{"S":"abc"}}`,
		"an empty string":                      `{"pk":{"S":""}}`,
		"escapes":                              `{"a\"b":{"S":"\u0001\u0001\n\\"}}`,
		"a string that ends with a backslash":  `{"a":{"S":"\\"},"b":{"S":"\\\\"}}`,
		"no ASCII":                             `{"é":{"S":"日本 😀"}}`,
		"booleans":                             `{"t":{"BOOL":true},"f":{"BOOL":false},"n":{"NULL":true}}`,
		"empty containers":                     `{"m":{"M":{}},"l":{"L":[]}}`,
		"sets":                                 `{"s":{"SS":["a","b"]},"n":{"NS":["-1","2"]},"b":{"BS":["AQ=="]}}`,
		"an attribute that is called as types": `{"S":{"S":"x"},"N":{"N":"1"}}`,
		"many nested attributes":               `{` + strings.Join(attrs, ",") + `}`,
		"32 levels":                            `{"a":` + strings.Repeat(`{"L":[`, 32) + `{"N":"1"}` + strings.Repeat(`]}`, 32) + `}`,
	}
	for _, n := range []int{1, 10, 11, 12, 13, 255, 256, 257, 65534, 65535, 65536, 70000, 409600} {
		text := strings.Repeat("x", n)
		docs[fmt.Sprintf("a string of %d bytes", n)] = `{"a":{"S":"` + text + `"}}`
		docs[fmt.Sprintf("a list around a string of %d bytes", n)] = `{"a":{"L":[{"M":{"b":{"S":"` + text + `"}}}]}}`
	}
	for _, name := range []int{0, 1, 10, 11, 12, 16, 17} {
		for _, text := range []int{0, 1, 8, 10, 11, 12, 15, 16, 17, 250, 251, 252, 253, 254, 255, 256} {
			member := fmt.Sprintf(`"n%s":{"S":"%s"}`, strings.Repeat("n", name), strings.Repeat("t", text))
			docs[fmt.Sprintf("a name of %d bytes, a text of %d", name+1, text)] = `{` + member + `}`
			docs[fmt.Sprintf("a name of %d bytes, a text of %d, and more", name+1, text)] = `{` + member + `,"x":{"N":"1"},"last":{"BOOL":true}}`
		}
	}
	return docs
}

func TestDocumentsReadBackAsTheyWere(t *testing.T) {
	for name, doc := range documents() {
		blob, err := Append([]byte("before"), []byte(doc))
		if err != nil || !bytes.HasPrefix(blob, []byte("before")) {
			t.Errorf("%s: Append: %v", name, err)
			continue
		}
		text, err := AppendText([]byte("before"), blob[len("before"):])
		if err != nil || string(text) != "before"+doc {
			t.Errorf("%s: AppendText = %.200q, %v", name, text, err)
		}
	}
}

func TestSQLiteReadsWhatWeWriteAndTheOtherWayRound(t *testing.T) {
	conn, err := sqlite.OpenConn(":memory:", sqlite.OpenReadWrite)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for name, doc := range documents() {
		blob, err := Append(nil, []byte(doc))
		if err != nil {
			t.Fatal(err)
		}
		text, theirs, valid := askSQLite(t, conn, blob, doc)
		if text != doc || valid != 1 {
			t.Errorf("%s: SQLite reads %.200q, valid %d", name, text, valid)
		}
		if back, err := AppendText(nil, theirs); err != nil || string(back) != doc {
			t.Errorf("%s: from SQLite's jsonb: %.200q, %v", name, back, err)
		}
	}
}

// askSQLite gives SQLite's text of blob, SQLite's blob of doc, and whether SQLite finds blob valid to the last byte.
func askSQLite(t *testing.T, conn *sqlite.Conn, blob []byte, doc string) (text string, theirs []byte, valid int) {
	t.Helper()
	stmt, err := conn.Prepare(`SELECT json(?1), jsonb(?2), json_valid(?1, 8)`)
	if err != nil {
		t.Fatal(err)
	}
	stmt.BindBytes(1, blob)
	stmt.BindText(2, doc)
	if _, err := stmt.Step(); err != nil {
		t.Fatal(err)
	}
	defer stmt.Reset()
	theirs = make([]byte, stmt.ColumnLen(1))
	stmt.ColumnBytes(1, theirs)
	return stmt.ColumnText(0), theirs, stmt.ColumnInt(2)
}

func TestWhatIsNoDocumentIsRefused(t *testing.T) {
	texts := map[string]string{
		"nothing":                ``,
		"an open object":         `{"a":{"S":"x"}`,
		"an open string":         `{"a":{"S":"x`,
		"an escape at the end":   `{"a":{"S":"\`,
		"a name without value":   `{"a"}`,
		"a comma at the end":     `{"a":{"S":"x"},}`,
		"text behind":            `{"a":{"S":"x"}} `,
		"a number":               `{"a":{"N":1}}`,
		"null":                   `{"a":{"NULL":null}}`,
		"half a literal":         `{"a":{"BOOL":tru}}`,
		"a name that is none":    `{1:{"S":"x"}}`,
		"too many levels":        strings.Repeat("[", 1000) + strings.Repeat("]", 1000),
		"an object that ends so": `{"a":{"S":"x"]}`,
	}
	for name, text := range texts {
		if _, err := Append(nil, []byte(text)); !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: Append gave %v", name, err)
		}
	}
}

func TestDamagedBlobsAreRefused(t *testing.T) {
	blobs := map[string][]byte{
		"nothing":                     {},
		"a payload that is cut":       {0x3c, 0x17, 'a'},
		"a size that is cut":          {0xdc, 0x01},
		"a size beyond all memory":    {0xfc, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff},
		"a number":                    {0x13, '1'},
		"null":                        {0x00},
		"a name without value":        {0x2c, 0x17, 'a'},
		"a name that is an array":     {0x2c, 0x0b, 0x0b},
		"bytes behind":                {0x0c, 0x0c},
		"an element that is reserved": {0x0f},
	}
	for name, blob := range blobs {
		if text, err := AppendText(nil, blob); !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: AppendText gave %q, %v", name, text, err)
		}
	}
}

func FuzzAppendText(f *testing.F) {
	for _, doc := range documents() {
		blob, err := Append(nil, []byte(doc))
		if err != nil || len(blob) > 10000 {
			continue
		}
		f.Add(blob)
	}
	f.Fuzz(func(t *testing.T, blob []byte) {
		v := Find(blob, []Step{{Name: []byte("a")}, {Index: 0}, {Name: []byte("b")}})
		v.Len()
		v.Elements(func([]byte) bool { return false })
		text, err := AppendText(nil, blob)
		if err != nil {
			return
		}
		again, err := Append(nil, text)
		if err != nil {
			return // a string of a damaged blob may hold any byte, a quote too
		}
		if back, err := AppendText(nil, again); err != nil || !bytes.Equal(back, text) {
			t.Errorf("%q became %q, %v", text, back, err)
		}
	})
}

// kilobytes are items of about 1 KB: many short attributes, and a few long ones.
func kilobytes() map[string][]byte {
	short, long := []byte(`{"pk":{"S":"partition-0001"},"sk":{"N":"1234567"}`), []byte(`{"pk":{"S":"partition-0001"},"sk":{"N":"1234567"}`)
	for i := 0; len(short) < 1000; i++ {
		short = fmt.Appendf(short, `,"attribute%d":{"S":"some text that stands for a value"},"n%d":{"N":"%d"}`, i, i, i*1000)
	}
	for i := range 5 {
		long = fmt.Appendf(long, `,"text%d":{"S":"%s"}`, i, strings.Repeat("long text ", 17))
	}
	long = append(long, `,"flag":{"BOOL":true},"list":{"L":[{"N":"123456789"},{"S":"second"},{"M":{"inner":{"S":"value"}}}]}`...)
	return map[string][]byte{"short": append(short, '}'), "long": append(long, '}')}
}

func BenchmarkAppend(b *testing.B) {
	for name, doc := range kilobytes() {
		b.Run(name, func(b *testing.B) {
			dst := make([]byte, 0, 4096)
			b.SetBytes(int64(len(doc)))
			for b.Loop() {
				dst, _ = Append(dst[:0], doc)
			}
		})
	}
}

func BenchmarkAppendText(b *testing.B) {
	for name, doc := range kilobytes() {
		b.Run(name, func(b *testing.B) {
			blob, _ := Append(nil, doc)
			dst := make([]byte, 0, 4096)
			b.SetBytes(int64(len(blob)))
			for b.Loop() {
				dst, _ = AppendText(dst[:0], blob)
			}
		})
	}
}

func TestFindReadsWhatAPathNames(t *testing.T) {
	blob, err := Append(nil, []byte(`{"a":{"M":{"b":{"L":[{"S":"x"},{"SS":["p","q"]},{"M":{"c\"d":{"N":"5"}}}]}}},"M":{"S":"m"},"e":{"L":[]},"f":{"BOOL":true}}`))
	if err != nil {
		t.Fatal(err)
	}
	name := func(s string) Step { return Step{Name: []byte(s)} }
	index := func(i int) Step { return Step{Index: i} }
	cases := []struct {
		name string
		path []Step
		want string
	}{
		{"a top-level attribute", []Step{name("M")}, `{"S":"m"}`},
		{"a boolean", []Step{name("f")}, `{"BOOL":true}`},
		{"a list element", []Step{name("a"), name("b"), index(0)}, `{"S":"x"}`},
		{"a set in a list", []Step{name("a"), name("b"), index(1)}, `{"SS":["p","q"]}`},
		{"a name with an escape", []Step{name("a"), name("b"), index(2), name(`c\"d`)}, `{"N":"5"}`},
		{"an empty list", []Step{name("e")}, `{"L":[]}`},
		{"a missing attribute", []Step{name("x")}, ``},
		{"a missing member", []Step{name("a"), name("c")}, ``},
		{"an index beyond the end", []Step{name("a"), name("b"), index(3)}, ``},
		{"an index of an empty list", []Step{name("e"), index(0)}, ``},
		{"an index of a map", []Step{name("a"), index(0)}, ``},
		{"a name in a list", []Step{name("a"), name("b"), name("x")}, ``},
		{"an index of a set", []Step{name("a"), name("b"), index(1), index(0)}, ``},
		{"a step into a string", []Step{name("M"), name("S")}, ``},
		{"no path, for the blob of a value", nil, `{"N":"1"}`},
	}
	value, err := Append(nil, []byte(`{"N":"1"}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		v := Find(blob, c.path)
		if c.path == nil {
			v = Find(value, nil)
		}
		if c.want == "" {
			if v.Tag != nil {
				t.Errorf("%s: found %s", c.name, v.Tag)
			}
			continue
		}
		if text, err := AppendText(nil, v.Typed); err != nil || string(text) != c.want {
			t.Errorf("%s: %s, %v", c.name, text, err)
		}
	}
}

func TestLenCountsMembers(t *testing.T) {
	for doc, want := range map[string]int{
		`{"a":{"M":{"x":{"S":"1"},"y":{"S":"2"}}}}`: 2,
		`{"a":{"L":[{"S":"1"}]}}`:                   1,
		`{"a":{"SS":["1","2","3"]}}`:                3,
		`{"a":{"M":{}}}`:                            0,
	} {
		blob, err := Append(nil, []byte(doc))
		if err != nil {
			t.Fatal(err)
		}
		if got := Find(blob, []Step{{Name: []byte("a")}}).Len(); got != want {
			t.Errorf("%s has %d members", doc, got)
		}
	}
}

func TestMembersOfASetBecomeValues(t *testing.T) {
	blob, err := Append(nil, []byte(`{"a":{"NS":["1","25"]}}`))
	if err != nil {
		t.Fatal(err)
	}
	v := Find(blob, []Step{{Name: []byte("a")}})
	var got []string
	v.Elements(func(element []byte) bool {
		text, err := AppendText(nil, Member(v.Tag, element).Typed)
		if err != nil {
			t.Error(err)
		}
		got = append(got, string(text))
		return false
	})
	if want := `[{"N":"1"} {"N":"25"}]`; fmt.Sprint(got) != want {
		t.Errorf("members are %v", got)
	}
}
