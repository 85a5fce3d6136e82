package backendtest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// documents have every type and what is hard to store.
func documents() map[string]string {
	return map[string]string{
		"every type": `{"pk":{"S":"k"},"s":{"S":"x"},"n":{"N":"-12.5"},"b":{"B":"AAEC/w=="},"ss":{"SS":["a","b"]},"ns":{"NS":["-1","2"]},` +
			`"bs":{"BS":["AA==","AQ=="]},"m":{"M":{"l":{"L":[{"NULL":true},{"BOOL":false}]}}},"t":{"BOOL":true}}`,
		"empty values":           `{"pk":{"S":"k"},"s":{"S":""},"b":{"B":""},"m":{"M":{}},"l":{"L":[]}}`,
		"U+0000 and U+0001":      `{"pk":{"S":"k"},"\u0001\u0001":{"S":"a\u0001\u0001b\u0001\u0002"},"ss":{"SS":["\u0001\u0001"]}}`,
		"quotes and backslashes": `{"pk":{"S":"k"},"a\"\\b":{"S":"\"\\\\\""},"nl":{"S":"\n\t"}}`,
		"no ASCII":               `{"pk":{"S":"k"},"größe":{"S":"日本 😀 �"}}`,
		"38 digits":              `{"pk":{"S":"k"},"n":{"N":"-99999999999999999999999999999999999999"},"t":{"N":"0.00000000000000000000000000000000000000000000000001"}}`,
		"names of types":         `{"pk":{"S":"k"},"S":{"M":{"S":{"S":"S"},"M":{"M":{}}}}}`,
		"31 levels":              `{"pk":{"S":"k"},"d":` + strings.Repeat(`{"L":[`, 31) + `{"N":"1"}` + strings.Repeat(`]}`, 31) + `}`,
		"a large item":           `{"pk":{"S":"k"},"x":{"S":"` + strings.Repeat("0123456789abcdef", 25000) + `"}}`,
		"two hundred attributes": `{"pk":{"S":"k"}` + manyAttributes(200) + `}`,
	}
}

func manyAttributes(n int) string {
	var s strings.Builder
	for i := range n {
		fmt.Fprintf(&s, `,"attribute%d":{"N":"%d"}`, i, i)
	}
	return s.String()
}

func testItems(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, hashTable("items"))
	key := `{"pk":{"S":"k"}}`
	f.holds(key, "")
	for name, doc := range documents() {
		f.load(doc)
		if got, want := f.get(key), canonical(f, []byte(doc)); got != want {
			t.Errorf("%s: reads back as %.300s, want %.300s", name, got, want)
		}
	}
	f.write(f.delete(key))
	f.holds(key, "")
	f.write(f.delete(key)) // nothing is there
	testKeys(t, b)
	testBatch(t, b)
	f.sound()
}

// testKeys keeps items apart whose keys are nearly the same, and finds equal ones.
func testKeys(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, rangeTable("keys", attr.B))
	keys := []string{
		`"pk":{"S":"a"},"sk":{"B":""}`, `"pk":{"S":"a"},"sk":{"B":"AA=="}`, `"pk":{"S":"a"},"sk":{"B":"AAA="}`, `"pk":{"S":"a"},"sk":{"B":"/w=="}`,
		`"pk":{"S":"A"},"sk":{"B":"AA=="}`, `"pk":{"S":"a\u0001\u0001"},"sk":{"B":"AA=="}`, `"pk":{"S":"a\u0001\u0002"},"sk":{"B":"AA=="}`,
		`"pk":{"S":"é"},"sk":{"B":"AA=="}`, `"pk":{"S":"e\u0301"},"sk":{"B":"AA=="}`,
	}
	for i, k := range keys {
		f.load(fmt.Sprintf(`{%s,"i":{"N":"%d"}}`, k, i))
	}
	for i, k := range keys {
		f.holds(`{`+k+`}`, fmt.Sprintf(`{%s,"i":{"N":"%d"}}`, k, i))
	}
	long := `"pk":{"S":"` + strings.Repeat("p", attr.MaxPartitionKeyBytes) + `"},"sk":{"B":"` + strings.Repeat("////", attr.MaxSortKeyBytes/3) + `/w=="}`
	f.load(`{` + long + `}`)
	f.holds(`{`+long+`}`, `{`+long+`}`)

	f = newFixture(t, b, rangeTable("number-keys", attr.N))
	f.load(`{"pk":{"S":"a"},"sk":{"N":"10"},"v":{"S":"first"}}`, `{"pk":{"S":"a"},"sk":{"N":"10"},"v":{"S":"second"}}`)
	f.holds(`{"pk":{"S":"a"},"sk":{"N":"10"}}`, `{"pk":{"S":"a"},"sk":{"N":"10"},"v":{"S":"second"}}`)
}

// testBatch writes and reads many items at once, of two tables.
func testBatch(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, rangeTable("batch", attr.S))
	g := newFixture(t, b, hashTable("batch-2"))
	p := &plan.Write{}
	get := &plan.Get{}
	for i := range 25 {
		p.Items = append(p.Items, f.put(`{`+sk(24-i)+`,"x":{"S":"y"}}`))
		get.Reads = append(get.Reads, plan.Read{Table: f.tab, Key: f.key(`{` + sk(2*i) + `}`)})
	}
	p.Items = append(p.Items, g.put(`{"pk":{"S":"other"}}`), f.delete(`{`+sk(999)+`}`))
	get.Reads = append(get.Reads, plan.Read{Table: g.tab, Key: g.key(`{"pk":{"S":"other"}}`)})
	results, err := b.Write(f.ctx, p)
	f.must(err)
	if len(results) != len(p.Items) {
		t.Errorf("%d results of %d writes", len(results), len(p.Items))
	}
	rows, err := b.Get(f.ctx, get, &backends.Arena{})
	f.must(err)
	for i, row := range rows {
		switch {
		case i == 25:
			f.same("the item of the other table", row.Doc, `{"pk":{"S":"other"}}`)
		case 2*i < 25:
			f.same("an item of the batch", row.Doc, `{`+sk(2*i)+`,"x":{"S":"y"}}`)
			if row.Size != p.Items[0].Item.Size {
				t.Errorf("row %d has size %d", i, row.Size)
			}
		case row.Doc != nil:
			t.Errorf("row %d is %s, but was never written", i, row.Doc)
		}
	}
}
