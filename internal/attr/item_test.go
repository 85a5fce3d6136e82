package attr

import (
	"fmt"
	"strings"
	"testing"
)

func TestScanItemListsItsAttributes(t *testing.T) {
	it, err := scanItem(`{"pk":{"S":"a"}, "x\u0000":{"N":"-1.50"}, "pk":{"S":"bc"}, "m":{"M":{"k":{"L":[]}}}, "é":{"SS":["b","a"]}}`)
	if err != nil || it.Problem != nil {
		t.Fatal(err, it.Problem)
	}
	const doc = `{"x\u0001\u0001":{"N":"-1.5"},"pk":{"S":"bc"},"m":{"M":{"k":{"L":[]}}},"é":{"SS":["a","b"]}}`
	if string(it.Doc) != doc {
		t.Errorf("document %s", it.Doc)
	}
	want := []struct {
		name, doc   string
		size, depth int
	}{
		{"x\x00", `{"N":"-1.5"}`, 4, 0}, {"pk", `{"S":"bc"}`, 2, 0}, {"m", `{"M":{"k":{"L":[]}}}`, 3 + 1 + 1 + 3, 2}, {"é", `{"SS":["a","b"]}`, 2, 0},
	}
	total := 0
	for i, a := range it.Attrs {
		w := want[i]
		if a.Name != w.name || string(a.Value.Doc) != w.doc || a.Value.Size != w.size || a.Value.Depth != w.depth {
			t.Errorf("attribute %d is %+v (%s)", i, a, a.Value.Doc)
		}
		total += len(a.Name) + a.Value.Size
	}
	if len(it.Attrs) != len(want) || it.Size != total {
		t.Errorf("%d attributes, size %d, want %d", len(it.Attrs), it.Size, total)
	}
	if v, ok := it.Get("pk"); !ok || v.Text() != "bc" {
		t.Errorf("pk is %q", v.Text())
	}
}

func TestScanItemReportsTheFirstProblem(t *testing.T) {
	cases := []struct {
		name, in string
		want     ProblemCode
		old      bool
	}{
		{"an empty name", `{"a":{"S":"x"},"":{"S":"x"},"b":{"SS":[]}}`, ProblemEmptyName, false},
		{"an empty set", `{"a":{"SS":[]},"":{"S":"x"}}`, ProblemEmptySet, false},
		{"a null attribute", `{"a":null}`, ProblemNoType, false},
		{"a problem before a value of the older layer", `{"a":{"NULL":false},"b":{"BOOL":"yes"}}`, ProblemNullFalse, true},
		{"a name of 65536 bytes", `{"` + strings.Repeat("ä", 32768) + `":{"S":"x"}}`, ProblemNameTooLong, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			it, err := scanItem(c.in)
			if err != nil || it.Problem == nil || it.Problem.Code != c.want || it.Problem.OldLayer != c.old || it.OldLayer != c.old {
				t.Errorf("problem %+v, error %v, old layer %v", it.Problem, err, it.OldLayer)
			}
		})
	}
	if it, err := scanItem(`{"` + strings.Repeat("n", 65535) + `":{"S":"x"}}`); err != nil || it.Problem != nil || it.Size != 65536 {
		t.Errorf("a name of 65535 bytes: %v, %v, size %d", err, it.Problem, it.Size)
	}
}

func TestManyAttributesWithDuplicates(t *testing.T) {
	var in, want strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&in, `,"a%d":{"N":"%d"}`, i%1500, i)
	}
	for i := 500; i < 2000; i++ {
		fmt.Fprintf(&want, `,"a%d":{"N":"%d"}`, i%1500, i)
	}
	it, err := scanItem("{" + in.String()[1:] + "}")
	if err != nil || it.Problem != nil || string(it.Doc) != "{"+want.String()[1:]+"}" || len(it.Attrs) != 1500 {
		t.Fatalf("%d attributes, error %v, problem %v", len(it.Attrs), err, it.Problem)
	}
	if v, _ := it.Get("a3"); v.Text() != "1503" {
		t.Errorf("a3 is %s", v.Text())
	}
}

func TestParseRefusesCorruptDocuments(t *testing.T) {
	for _, doc := range []string{``, `[]`, `{"a":{"S":"x"}`, `{"a":{"N":"x"}}`, `{"a":{}}`, `{"a":{"S":"x"}} x`, `{"a":{"SS":["x","x"]}}`} {
		if _, err := ParseItem([]byte(doc)); err == nil {
			t.Errorf("%q is accepted", doc)
		}
	}
	if _, err := ParseValue([]byte(`{"S":"a"}}`)); err == nil {
		t.Error("text behind a value is accepted")
	}
}

func TestADocumentHasTheSizeOfItsItem(t *testing.T) {
	for _, doc := range []string{
		`{}`, `{"p":{"S":"abc"}}`, `{"p": {"S": "a"}, "n": {"N": "-12.5"}}`, `{"m":{"M":{"a":{"L":[{"BOOL":true}]}}},"s":{"NS":["1","2"]}}`,
	} {
		it, err := ParseItem([]byte(doc))
		if err != nil {
			t.Fatal(err)
		}
		if size, err := SizeOf([]byte(doc)); err != nil || size != it.Size {
			t.Errorf("%s: size %d, %v, want %d", doc, size, err, it.Size)
		}
	}
	if _, err := SizeOf([]byte(`{"p":`)); err == nil {
		t.Error("half a document has a size")
	}
}
