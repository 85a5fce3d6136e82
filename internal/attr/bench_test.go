package attr

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// benchItem is an item of about 1 KB with ten attributes.
func benchItem() []byte {
	var b strings.Builder
	b.WriteString(`{"pk":{"S":"customer#0001234"},"sk":{"N":"1700000000.25"},"flag":{"BOOL":true},"none":{"NULL":true},` +
		`"tags":{"SS":["alpha","beta","gamma"]},"nums":{"NS":["1","2.5","300"]},"bin":{"B":"` + strings.Repeat("QUJD", 16) + `"},` +
		`"address":{"M":{"street":{"S":"12 Long Street"},"zip":{"N":"90210"},"geo":{"L":[{"N":"51.5"},{"N":"-0.12"}]}}},`)
	fmt.Fprintf(&b, `"text":{"S":"%s"},"more":{"S":"%s"}}`, strings.Repeat("lorem ipsum ", 25), strings.Repeat("dolor sit amet ", 15))
	return []byte(b.String())
}

func BenchmarkScanItem(b *testing.B) {
	in := benchItem()
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	var s wire.Scanner
	for b.Loop() {
		s.Init(in)
		if it := ScanItem(&s); it.Problem != nil || len(it.Attrs) != 10 {
			b.Fatal(it.Problem, s.Err())
		}
	}
}

func BenchmarkParseItem(b *testing.B) {
	in := benchItem()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseItem(in); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppendWire(b *testing.B) {
	in := benchItem()
	var dst []byte
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		dst = AppendWire(dst[:0], in)
	}
}

func BenchmarkProjectDoc(b *testing.B) {
	in := benchItem()
	p := NewProjection([]Path{{{Name: "pk"}}, {{Name: "address"}, {Name: "geo"}, {Index: 1, IsIndex: true}}})
	var dst []byte
	b.ReportAllocs()
	for b.Loop() {
		dst = ProjectDoc(dst[:0], in, p)
	}
}

func BenchmarkTokenOf(b *testing.B) {
	v := StringValue("customer#0001234")
	b.ReportAllocs()
	for b.Loop() {
		TokenOf(v)
	}
}

func BenchmarkCompareNumbers(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		CompareNumbers("1700000000.25", "1700000000.5")
	}
}

func BenchmarkAddNumbers(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, p := AddNumbers("1700000000.25", "1"); p != nil {
			b.Fatal(p)
		}
	}
}
