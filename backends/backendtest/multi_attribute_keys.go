package backendtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// multiTable has pk and sk, and an index of the partition (a, n) in the order of (r, m).
func multiTable(name string) *catalog.Table {
	t := rangeTable(name, attr.S)
	t.Indexes = []*catalog.Index{{ID: 1, Name: "multi", Status: catalog.Active, Projection: catalog.ProjectAll,
		Partition: []catalog.KeyAttr{{Name: "a", Type: attr.S}, {Name: "n", Type: attr.N}},
		Sort:      []catalog.KeyAttr{{Name: "r", Type: attr.S}, {Name: "m", Type: attr.N}},
	}}
	return t
}

// testMultiAttributeKeys moves an item by each part of its index key, and reads ranges of the parts that order the index.
func testMultiAttributeKeys(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, multiTable("multi"))
	const key = `{"pk":{"S":"k"},"sk":{"S":"1"}}`
	x := f.tab.Indexes[0]
	f.load(`{"pk":{"S":"k"},"sk":{"S":"1"},"a":{"S":"x"},"n":{"N":"1"},"r":{"S":"a"}}`)
	f.entries("without a part", x, nil)
	for _, s := range []struct {
		name  string
		write plan.ItemWrite
		want  []string
	}{
		{"the missing part", f.update(key, f.set("m", `{"N":"7"}`)), []string{"x 1 a 7"}},
		{"a part of the partition", f.update(key, f.add("n", `{"N":"1"}`)), []string{"x 2 a 7"}},
		{"a part of the order", f.update(key, f.set("r", `{"S":"b"}`)), []string{"x 2 b 7"}},
		{"a part is gone", f.update(key, plan.Action{Verb: plan.Remove, Path: path("a")}), nil},
		{"a put of all parts", f.put(`{"pk":{"S":"k"},"sk":{"S":"1"},"a":{"S":"y"},"n":{"N":"1"},"r":{"S":"a"},"m":{"N":"0"}}`), []string{"y 1 a 0"}},
		{"a delete", f.delete(key), nil},
	} {
		f.write(s.write)
		f.entries(s.name, x, s.want)
	}
	f.sound()
	testMultiAttributeRanges(f)
}

func testMultiAttributeRanges(f *fixture) {
	const zero = `a\u0001\u0001` // a U+0000 in the document form
	for i := range 30 {
		// In the order of r, then of m, where text order and plain concatenation would differ.
		f.load(fmt.Sprintf(`{%s,"a":{"S":"x"},"n":{"N":"1"},"r":{"S":"%s"},"m":{"N":"%d"}}`, sk(i), []string{"a", zero, "ab"}[i/10], i%10-5))
	}
	token := attr.TokenOf(attr.StringValue("x"), f.value(`{"N":"1"}`))
	under := func(r string) []byte { return attr.AppendKeyPart(nil, f.value(`{"S":"`+r+`"}`)) }
	at := func(r string, m int) []byte {
		return attr.AppendKeyBytes(under(r), f.value(fmt.Sprintf(`{"N":"%d"}`, m)))
	}
	for _, c := range []struct {
		name string
		r    plan.Range
		want []int
	}{
		{"all", plan.Range{}, numbers(0, 29)},
		{"between numbers under a string", plan.Range{Low: at("a", -2), High: at("a", 2)}, numbers(3, 7)},
		{"above a number under a string", plan.Range{Low: at("a", -2), High: under(zero), LowOpen: true, HighOpen: true}, numbers(4, 9)},
		{"from a string on", plan.Range{Low: under(zero)}, numbers(10, 29)},
	} {
		for _, limit := range []int{0, 1, 4} {
			q := &plan.Query{Table: f.tab, Index: f.tab.Indexes[0], Partition: &token, Range: c.r, MaxBytes: maxBytes, Limit: limit}
			if got := f.pages(q); !slices.Equal(got, c.want) {
				f.Errorf("%s, pages of %d: %v, want %v", c.name, limit, got, c.want)
			}
			back := slices.Clone(c.want)
			slices.Reverse(back)
			q.After, q.Backward = nil, true
			if got := f.pages(q); !slices.Equal(got, back) {
				f.Errorf("%s backward, pages of %d: %v, want %v", c.name, limit, got, back)
			}
		}
	}
	statements, err := f.b.Explain(f.ctx, &plan.Query{Table: f.tab, Index: f.tab.Indexes[0], Partition: &token, Range: plan.Range{Low: at("a", 0)}, MaxBytes: maxBytes})
	f.must(err)
	if sql := statements[0].SQL; !strings.Contains(sql, "itoken") || !strings.Contains(sql, "isk") {
		f.Errorf("a condition on several attributes is not a range of the index: %s", sql)
	}
}
