package backends

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

var audited = &catalog.Table{
	Name: "T", Partition: catalog.KeyAttr{Name: "p", Type: attr.S},
	Indexes: []*catalog.Index{{Name: "byA", Partition: []catalog.KeyAttr{{Name: "a", Type: attr.S}}, Projection: catalog.ProjectKeysOnly}},
}

func stored[T any](rows []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// soundRows are the rows of three items, the second of which is not in the index.
func soundRows(t *testing.T) (items []StoredItem, entries []StoredEntry) {
	t.Helper()
	for _, doc := range []string{`{"p":{"S":"1"},"a":{"S":"x"}}`, `{"p":{"S":"2"}}`, `{"p":{"S":"3"},"a":{"S":"y"}}`} {
		it, err := attr.ParseItem([]byte(doc))
		if err != nil {
			t.Fatal(err)
		}
		key, _ := audited.Key(&it)
		items = append(items, StoredItem{Key: key, Size: it.Size, Doc: it.Doc})
		if e := audited.Entries(&it)[0]; e != nil {
			entries = append(entries, StoredEntry{Key: key, Entry: *e})
		}
	}
	slices.SortFunc(items, func(a, b StoredItem) int { return compareKeys(a.Key, b.Key) })
	slices.SortFunc(entries, func(a, b StoredEntry) int { return compareKeys(a.Key, b.Key) })
	return items, entries
}

// TestAuditOfAnIndexBeingFilled lets entries be missing, and nothing else.
func TestAuditOfAnIndexBeingFilled(t *testing.T) {
	filling, x := *audited, *audited.Indexes[0]
	x.Backfilling = true
	filling.Indexes = []*catalog.Index{&x}
	items, entries := soundRows(t)
	entries = entries[1:]
	for _, want := range []int{0, 1} {
		if want > 0 {
			entries[0].Entry.Token[0]++
		}
		findings, err := Audit(&filling, stored(items), []iter.Seq2[StoredEntry, error]{stored(entries)})
		if err != nil || len(findings) != want {
			t.Errorf("found %q (%v), want %d findings", findings, err, want)
		}
	}
}

func TestAudit(t *testing.T) {
	cases := []struct {
		name  string
		spoil func(items *[]StoredItem, entries *[]StoredEntry)
		want  string // a part of the only finding, empty for none
	}{
		{"sound rows give nothing", func(*[]StoredItem, *[]StoredEntry) {}, ""},
		{"an entry is missing", func(_ *[]StoredItem, e *[]StoredEntry) { *e = (*e)[1:] }, "has no entry"},
		{"the last entry is missing", func(_ *[]StoredItem, e *[]StoredEntry) { *e = (*e)[:1] }, "has no entry"},
		{"an entry stands elsewhere", func(_ *[]StoredItem, e *[]StoredEntry) { (*e)[0].Entry.Token[0]++ }, "wrong entry"},
		{"an entry has another size", func(_ *[]StoredItem, e *[]StoredEntry) { (*e)[0].Entry.Size++ }, "wrong entry"},
		{"an entry has no item", func(_ *[]StoredItem, e *[]StoredEntry) {
			*e = append(*e, StoredEntry{Key: catalog.Key{Token: attr.Token{0xff, 0xff, 0xff, 0xff}}})
		}, "does not exist"},
		{"a size is wrong", func(i *[]StoredItem, _ *[]StoredEntry) { (*i)[0].Size++ }, "size"},
		{"a document is broken", func(i *[]StoredItem, e *[]StoredEntry) { (*i)[0].Doc = []byte("{"); *e = without(*e, (*i)[0].Key) }, "cannot be read"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			items, entries := soundRows(t)
			c.spoil(&items, &entries)
			findings, err := Audit(audited, stored(items), []iter.Seq2[StoredEntry, error]{stored(entries)})
			if err != nil {
				t.Fatal(err)
			}
			if c.want == "" && len(findings) > 0 || c.want != "" && (len(findings) != 1 || !strings.Contains(findings[0], c.want)) {
				t.Errorf("found %q, want %q", findings, c.want)
			}
		})
	}
}

func without(entries []StoredEntry, key catalog.Key) []StoredEntry {
	return slices.DeleteFunc(entries, func(e StoredEntry) bool { return compareKeys(e.Key, key) == 0 })
}
