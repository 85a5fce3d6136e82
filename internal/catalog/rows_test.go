package catalog

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/attr"
)

// films is a table with an index of two sort parts that includes one attribute, and an index of keys only.
func films() *Table {
	return &Table{
		Partition: KeyAttr{"p", attr.S},
		Sort:      &KeyAttr{"s", attr.N},
		Indexes: []*Index{
			{ID: 1, Name: "two", Partition: []KeyAttr{{"a", attr.S}}, Sort: []KeyAttr{{"b", attr.S}, {"c", attr.N}}, Projection: ProjectInclude, NonKey: []string{"x"}},
			{ID: 2, Name: "keys", Partition: []KeyAttr{{"s", attr.N}}, Projection: ProjectKeysOnly},
		},
	}
}

func item(t *testing.T, doc string) *attr.Item {
	t.Helper()
	it, err := attr.ParseItem([]byte(doc))
	if err != nil {
		t.Fatal(err)
	}
	return &it
}

func TestAnItemHasAKeyOnlyWithTheSchemasTypes(t *testing.T) {
	for _, c := range []struct {
		name, doc string
		ok        bool
	}{
		{"both keys", `{"p":{"S":"a"},"s":{"N":"1"},"x":{"S":"y"}}`, true},
		{"no sort key", `{"p":{"S":"a"}}`, false},
		{"a sort key of another type", `{"p":{"S":"a"},"s":{"S":"1"}}`, false},
		{"no partition key", `{"s":{"N":"1"}}`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, ok := films().Key(item(t, c.doc)); ok != c.ok {
				t.Errorf("got %v", ok)
			}
		})
	}
}

func TestEqualNumbersAreTheSameKey(t *testing.T) {
	one, _ := films().Key(item(t, `{"p":{"S":"a"},"s":{"N":"1"}}`))
	same, _ := films().Key(item(t, `{"p":{"S":"a"},"s":{"N":"1.0"}}`))
	two, _ := films().Key(item(t, `{"p":{"S":"a"},"s":{"N":"2"}}`))
	if one.Token != same.Token || !bytes.Equal(one.Sort, same.Sort) || bytes.Compare(one.Sort, two.Sort) >= 0 {
		t.Errorf("1 is %x, 1.0 is %x, 2 is %x", one.Sort, same.Sort, two.Sort)
	}
}

func TestAnItemIsInAnIndexWithAllItsKeyAttributes(t *testing.T) {
	const key = `"p":{"S":"p"},"s":{"N":"1"}`
	all := films().Entries(item(t, `{`+key+`,"a":{"S":"a"},"b":{"S":"b"},"c":{"N":"5"},"x":{"S":"123"},"y":{"S":"not projected"}}`))
	if all[0] == nil || all[1] == nil {
		t.Fatalf("entries %v", all)
	}
	// p, s, a, b, c and x: six names, two strings of one byte each beside the partition key, two numbers of two bytes, three bytes of x.
	if want := 6 + 3 + 4 + 3; all[0].Size != want || all[1].Size != 2+1+2 {
		t.Errorf("projected sizes %d and %d, want %d and 5", all[0].Size, all[1].Size, want)
	}
	for _, doc := range []string{`{` + key + `,"a":{"S":"a"},"b":{"S":"b"}}`, `{` + key + `,"a":{"N":"1"},"b":{"S":"b"},"c":{"N":"5"}}`} {
		if entries := films().Entries(item(t, doc)); entries[0] != nil || entries[1] == nil {
			t.Errorf("%s: entries %v", doc, entries)
		}
	}
}

func TestSortPartsSortOneAfterTheOther(t *testing.T) {
	sort := func(b, c string) []byte {
		return films().Entries(item(t, `{"p":{"S":"p"},"s":{"N":"1"},"a":{"S":"a"},"b":{"S":"`+b+`"},"c":{"N":"`+c+`"}}`))[0].Sort
	}
	order := [][]byte{sort("!", "9"), sort("a", "-1"), sort("a", "5"), sort("a!", "0"), sort("b", "-7")}
	if !slices.IsSortedFunc(order, bytes.Compare) {
		t.Errorf("out of order: %x", order)
	}
}

func TestAPositionNamesEachKeyAttributeOnce(t *testing.T) {
	tbl := films()
	if got, want := tbl.PositionNames(tbl.Indexes[1]), []string{"s", "p"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := tbl.PositionNames(nil); !slices.Equal(got, []string{"p", "s"}) {
		t.Errorf("got %v", got)
	}
}

func TestAnItemIsInNoIndexThatCannotHoldItsValues(t *testing.T) {
	long := func(n int) string { return strings.Repeat("x", n) }
	for _, c := range []struct {
		name, a, b string
		in         bool
	}{
		{"values of any length within the limits", long(2048), long(1022), true},
		{"a partition key that is too long", long(2049), "b", false},
		{"sort keys that are too long together", "a", long(1023), false},
		{"an empty partition key", "", "b", false},
		{"an empty sort key", "a", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			entries := films().Entries(item(t, `{"p":{"S":"p"},"s":{"N":"1"},"a":{"S":"`+c.a+`"},"b":{"S":"`+c.b+`"},"c":{"N":"5"}}`))
			if in := entries[0] != nil; in != c.in {
				t.Errorf("in the index: %v", in)
			}
		})
	}
}
