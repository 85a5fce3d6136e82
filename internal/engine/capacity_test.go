package engine

import (
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

func TestReadsCostHalfAUnitPer4KBUnlessConsistent(t *testing.T) {
	for _, c := range []struct {
		name       string
		bytes      int
		consistent bool
		units      float64
	}{
		{"a missing item costs the least", 0, false, 0.5},
		{"a missing item read consistently", 0, true, 1},
		{"4096 bytes are one step", 4096, false, 0.5},
		{"a byte more is two", 4097, false, 1},
		{"a full page", 1 << 20, true, 256},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := readHalves(c.bytes, c.consistent).units(); got != c.units {
				t.Errorf("got %v units, want %v", got, c.units)
			}
		})
	}
}

// movies is a table with a global index that projects keys only, a local one that projects all, and a hidden one.
func movies() *catalog.Table {
	return &catalog.Table{
		Partition: catalog.KeyAttr{Name: "p", Type: attr.S},
		Sort:      &catalog.KeyAttr{Name: "s", Type: attr.N},
		Indexes: []*catalog.Index{
			{ID: 1, Name: "by-d", Partition: []catalog.KeyAttr{{Name: "d", Type: attr.S}}, Projection: catalog.ProjectKeysOnly},
			{ID: 2, Name: "by-y", Local: true, Partition: []catalog.KeyAttr{{Name: "p", Type: attr.S}},
				Sort: []catalog.KeyAttr{{Name: "y", Type: attr.N}}, Projection: catalog.ProjectAll},
			{ID: 3, Hidden: true, Sort: []catalog.KeyAttr{{Name: "e", Type: attr.N}}, Projection: catalog.ProjectKeysOnly},
		},
	}
}

func TestWritesCostTheLargerImageAndWhatIndexesShow(t *testing.T) {
	const key = `"p":{"S":"a"},"s":{"N":"1"}`
	for _, c := range []struct {
		name             string
		before, after    string // documents; empty for no item
		table, d, y, sum float64
	}{
		{"an item in no index", "", `{` + key + `}`, 1, 0, 0, 1},
		{"an item enters both indexes", "", `{` + key + `,"d":{"S":"x"},"y":{"N":"1"}}`, 1, 1, 1, 3},
		{"the key of one index moves: delete and insert", `{` + key + `,"d":{"S":"x"}}`, `{` + key + `,"d":{"S":"y"}}`, 1, 2, 0, 3},
		{"an index that shows keys only does not see other attributes", `{` + key + `,"d":{"S":"x"}}`, `{` + key + `,"d":{"S":"x"},"z":{"N":"1"}}`, 1, 0, 0, 1},
		{"an index that shows all does", `{` + key + `,"y":{"N":"1"}}`, `{` + key + `,"y":{"N":"1"},"z":{"N":"1"}}`, 1, 0, 1, 2},
		{"the same item again changes no index", `{` + key + `,"d":{"S":"x"},"y":{"N":"1"}}`, `{` + key + `,"d":{"S":"x"},"y":{"N":"1"}}`, 1, 0, 0, 1},
		{"a deletion leaves the indexes it was in", `{` + key + `,"y":{"N":"1"}}`, "", 1, 0, 1, 2},
		{"a hidden index costs nothing", "", `{` + key + `,"e":{"N":"1"}}`, 1, 0, 0, 1},
		{"an index key of another type is not indexed", "", `{` + key + `,"d":{"N":"1"}}`, 1, 0, 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &backends.WriteResult{Old: image(t, c.before), New: image(t, c.after), OldSize: len(c.before), NewSize: len(c.after)}
			u, err := writeUsage(movies(), r)
			if err != nil {
				t.Fatal(err)
			}
			got := [3]float64{u.table.units(), indexUnits(u, 0), indexUnits(u, 1)}
			if want := [3]float64{c.table, c.d, c.y}; got != want || u.total().units() != c.sum {
				t.Errorf("table, by-d, by-y: got %v, total %v; want %v, total %v", got, u.total().units(), want, c.sum)
			}
		})
	}
}

func image(t *testing.T, doc string) []byte {
	t.Helper()
	if doc == "" {
		return nil
	}
	return []byte(doc)
}

func indexUnits(u usage, i int) float64 {
	if u.indexes == nil {
		return 0
	}
	return u.indexes[i].units()
}

func TestEveryRefusalHasAText(t *testing.T) {
	for code := backends.RefusedPath; code <= backends.RefusedCollectionSize; code++ {
		text := refusalTexts[code]
		if text == nil {
			t.Errorf("refusal %d has no text", code)
			continue
		}
		if got := text([]string{"idx", "a", "S", "N"}); got == "" {
			t.Errorf("the text of refusal %d is empty", code)
		}
	}
}
