package engine

import (
	"bytes"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// Capacity is counted in half units, so that eventually consistent reads stay whole numbers.
type halves int64

const (
	readUnit  = 4096 // bytes
	writeUnit = 1024 // bytes
)

func (h halves) units() float64 { return float64(h) / 2 }

// usage is what one request consumed of one table, split into its arms as ReturnConsumedCapacity=INDEXES shows them.
type usage struct {
	table   halves
	indexes []halves // aligned with the table's SecondaryIndexes; nil when no index was touched
}

func (u *usage) total() halves {
	sum := u.table
	for _, h := range u.indexes {
		sum += h
	}
	return sum
}

func (u *usage) add(o usage) {
	u.table += o.table
	for i, h := range o.indexes {
		u.addIndex(len(o.indexes), i, h)
	}
}

func (u *usage) addIndex(count, i int, h halves) {
	if h == 0 {
		return
	}
	if u.indexes == nil {
		u.indexes = make([]halves, count)
	}
	u.indexes[i] += h
}

// readHalves is the cost of reading that many bytes at once: 4 KB steps, at least one; half of it when eventually consistent.
func readHalves(bytes int, consistent bool) halves {
	h := halves(max(1, (bytes+readUnit-1)/readUnit))
	if consistent {
		return 2 * h
	}
	return h
}

// writeHalves is the cost of writing that many bytes: 1 KB steps, at least one.
func writeHalves(bytes int) halves {
	return 2 * halves(max(1, (bytes+writeUnit-1)/writeUnit))
}

// writeUsage is what one write consumed: on the table the larger of the two images, on an index the change of the projected
// entry (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html, "Write capacity units"). A table
// with indexes needs both images for it.
func writeUsage(t *catalog.Table, r *backends.WriteResult) (usage, error) {
	u := usage{table: writeHalves(max(r.OldSize, r.NewSize))}
	indexes := t.SecondaryIndexes()
	if len(indexes) == 0 {
		return u, nil
	}
	before, err := parseImage(r.Old)
	if err != nil {
		return u, err
	}
	after, err := parseImage(r.New)
	if err != nil {
		return u, err
	}
	old, new := t.Entries(before), t.Entries(after)
	for i, x := range indexes {
		if !sameView(t, x, old[i], new[i], before, after) {
			u.addIndex(len(indexes), i, entryHalves(old[i], new[i]))
		}
	}
	return u, nil
}

func parseImage(doc []byte) (*attr.Item, error) {
	if doc == nil {
		return &attr.Item{}, nil
	}
	it, err := attr.ParseItem(doc)
	return &it, err
}

// entryHalves is the cost of an index entry's change: an insert or delete its own size, an update in place the larger
// size, a move both, rounded apart.
func entryHalves(before, after *catalog.Entry) halves {
	switch {
	case before == nil && after == nil:
		return 0
	case before == nil:
		return writeHalves(after.Size)
	case after == nil:
		return writeHalves(before.Size)
	case sameKey(before, after):
		return writeHalves(max(before.Size, after.Size))
	default:
		return writeHalves(before.Size) + writeHalves(after.Size)
	}
}

func sameKey(a, b *catalog.Entry) bool { return a.Token == b.Token && bytes.Equal(a.Sort, b.Sort) }

// sameView says whether an index shows the same before and after: then nothing is written to it.
func sameView(t *catalog.Table, x *catalog.Index, old, new *catalog.Entry, before, after *attr.Item) bool {
	if old == nil || new == nil || !sameKey(old, new) || old.Size != new.Size {
		return false
	}
	for i := range before.Attrs {
		a := &before.Attrs[i]
		if !x.Projects(a.Name, t) {
			continue
		}
		v, ok := after.Get(a.Name)
		if !ok || !attr.Equal(attr.NodeOf(a.Value), attr.NodeOf(v)) {
			return false
		}
	}
	return true
}
