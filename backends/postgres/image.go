package postgres

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// image is a row as a write found it.
type image struct {
	exists bool
	size   int
	doc    []byte
	hit    bool // the condition holds
	ver    int64
}

// read reads a row for a change of it, without a lock.
func (b *Backend) read(ctx context.Context, s *session, w *plan.ItemWrite) (image, error) {
	st, err := b.gen.ReadItem(w.Table, w.Key, w.Condition)
	if err != nil {
		return image{}, err
	}
	var old image
	version := int64(0)
	_, err = s.one(ctx, &st, func(r row) {
		old = image{exists: !r.null(0), size: int(r.int(0)), doc: r.doc(1), hit: r.bool(2), ver: r.int(3)}
		version = r.int(4)
	})
	if err == nil && version != w.Table.Version {
		err = stale("write")
	}
	if !old.exists {
		old.hit = w.Condition == nil || w.HoldsOnMissing
	}
	return old, err
}

// item parses the document; nil when there is no item.
func (m *image) item() (*attr.Item, error) {
	if !m.exists {
		return nil, nil
	}
	it, err := attr.ParseItem(m.doc)
	return &it, err
}

// entries are the index entries of the item; all nil when there is none.
func (m *image) entries(t *catalog.Table) ([]*catalog.Entry, error) {
	if m.exists && len(t.Indexes) > 0 {
		it, err := attr.ParseItem(m.doc)
		return t.Entries(&it), err
	}
	return make([]*catalog.Entry, len(t.Indexes)), nil
}

// record is the stream's record of a change of the row to an item, nil for its removal; nil for no record.
func (m *image) record(w *plan.ItemWrite, after *attr.Item, at time.Time) (*backends.Record, error) {
	var before, now backends.Row
	if m.exists {
		before = backends.Row{Doc: m.doc, Size: m.size}
	}
	if after != nil {
		now = backends.Row{Doc: after.Doc, Size: after.Size}
	}
	return backends.RecordOf(w, before, now, at)
}

// report fills in what the plan asks about the row before the write. A condition that failed shows the image only if the plan says so.
func (m *image) report(w *plan.ItemWrite, result *backends.WriteResult) {
	if result.ConditionFailed && w.NeedOldOnFailure || !result.ConditionFailed && w.NeedOld {
		result.Old = m.doc
	}
	if needsSizes(w) {
		result.OldSize = m.size
	}
}

// reportNew fills in what the plan asks about the row after the write.
func reportNew(w *plan.ItemWrite, it *attr.Item, result *backends.WriteResult) {
	if w.NeedNew {
		result.New = it.Doc
	}
	if needsSizes(w) {
		result.NewSize = it.Size
	}
}

func needsSizes(w *plan.ItemWrite) bool { return w.NeedOld || w.NeedNew || w.NeedSizes }
