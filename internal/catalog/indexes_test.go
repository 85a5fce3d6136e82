package catalog

import (
	"slices"
	"testing"

	"github.com/ddbsql/ddbsql/internal/attr"
)

func names(indexes []*Index) []string {
	var all []string
	for _, x := range indexes {
		all = append(all, x.Name)
	}
	return all
}

func TestHiddenIndexesStandBehindTheOthers(t *testing.T) {
	tbl := films()
	tbl.NextIndexID = 2
	before := *tbl
	tbl.AddIndex(&Index{Name: "hidden", Hidden: true, Sort: []KeyAttr{{"e", attr.N}}})
	tbl.AddIndex(&Index{Name: "new"})
	if got := names(tbl.Indexes); !slices.Equal(got, []string{"two", "keys", "new", "hidden"}) {
		t.Errorf("indexes %v", got)
	}
	if got := names(tbl.SecondaryIndexes()); !slices.Equal(got, []string{"two", "keys", "new"}) {
		t.Errorf("secondary indexes %v", got)
	}
	if hidden := tbl.Indexes[3]; hidden.ID != 3 || tbl.Index("new").ID != 4 || tbl.Index("hidden") != nil {
		t.Errorf("ids %d and %d, found by name: %v", hidden.ID, tbl.Indexes[2].ID, tbl.Index("hidden"))
	}
	tbl.RemoveIndex(3)
	if got := names(tbl.Indexes); !slices.Equal(got, []string{"two", "keys", "new"}) || len(before.Indexes) != 2 {
		t.Errorf("without the hidden one %v; the definition before has %v", got, names(before.Indexes))
	}
}

func TestAnItemIsInAHiddenIndexByItsNumberOnly(t *testing.T) {
	tbl := &Table{Partition: KeyAttr{"p", attr.S}}
	tbl.AddIndex(&Index{Hidden: true, Sort: []KeyAttr{{"e", attr.N}}, Projection: ProjectKeysOnly})
	for _, c := range []struct {
		name, expiry string
		in           bool
	}{
		{"a number", `{"N":"1700000000.5"}`, true},
		{"zero", `{"N":"0"}`, true},
		{"a string of digits", `{"S":"1700000000"}`, false},
		{"a set of numbers", `{"NS":["1700000000"]}`, false},
		{"an empty string", `{"S":""}`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			entry := tbl.Entries(item(t, `{"p":{"S":"p"},"e":`+c.expiry+`}`))[0]
			if in := entry != nil; in != c.in {
				t.Errorf("in the index: %v", in)
			}
		})
	}
}
