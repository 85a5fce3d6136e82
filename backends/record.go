package backends

import (
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// RecordOf is the record of a change, for backends that know the item before and after it; rows without a document where there is
// none. It is nil where the table has no stream, and where nothing changed.
func RecordOf(w *plan.ItemWrite, before, after Row, at time.Time) (*Record, error) {
	if !w.Table.Recorded() || before.Doc == nil && after.Doc == nil {
		return nil, nil
	}
	r := &Record{Kind: Modify, At: at, Expired: w.Expired}
	switch {
	case before.Doc == nil:
		r.Kind = Insert
	case after.Doc == nil:
		r.Kind = Remove
	case before.Size == after.Size:
		if same, err := attr.SameItem(before.Doc, after.Doc); same || err != nil {
			return nil, err
		}
	}
	key, err := keyOf(w, before)
	if err != nil {
		return nil, err
	}
	r.Keys = w.Table.KeyDoc(key)
	if view := w.Table.Stream.View; view.HasOld() {
		r.Old, r.Size = before.Doc, before.Size
	}
	if w.Table.Stream.View.HasNew() {
		r.New = after.Doc
		r.Size += after.Size
	}
	return r, nil
}

// keyOf gives an item with the key attributes of a write.
func keyOf(w *plan.ItemWrite, before Row) (*attr.Item, error) {
	switch w.Kind {
	case plan.Put:
		return w.Item, nil
	case plan.Update:
		return &attr.Item{Attrs: w.KeyAttrs}, nil
	}
	it, err := attr.ParseItem(before.Doc)
	return &it, err
}

// TimeOf is the time of the records that a plan gives.
func TimeOf(p *plan.Write) time.Time {
	if p.Now.IsZero() {
		return time.Now()
	}
	return p.Now
}
