package sqlite

import (
	"bytes"
	"fmt"
	"time"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/apply"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// change is one ItemWrite on its way, within a transaction.
type change struct {
	b   *backend
	c   *conn
	w   *plan.ItemWrite
	at  time.Time
	res *backends.WriteResult
}

// blindly puts or deletes without looking: the statement itself decides whether the condition holds.
func (ch *change) blindly() error {
	w := ch.w
	st, err := ch.b.blindStatement(w)
	if err != nil {
		return err
	}
	changed, err := ch.c.exec(&st)
	switch {
	case err != nil:
		return err
	case changed == 0 && w.Condition != nil:
		return ch.nothingChanged()
	case changed == 0: // a delete of nothing
		return nil
	case w.Kind == plan.Delete:
		return ch.writeEntries(nil, ch.none())
	default:
		return ch.writeEntries(nil, w.Entries)
	}
}

// nothingChanged finds out why a statement with a condition changed no row: the condition failed, unless there was nothing to
// delete and the condition holds on that.
func (ch *change) nothingChanged() error {
	w := ch.w
	missingIsFine := w.Kind == plan.Delete && w.HoldsOnMissing
	if !missingIsFine && !w.NeedOldOnFailure {
		ch.res.ConditionFailed = true
		return nil
	}
	row, err := ch.b.row(ch.c, w.Table, w.Key)
	if err != nil {
		return err
	}
	ch.res.ConditionFailed = row.Doc != nil || !missingIsFine
	if ch.res.ConditionFailed && w.NeedOldOnFailure {
		ch.res.Old, ch.res.OldSize = row.Doc, row.Size
	}
	return nil
}

// before is the row as it was.
type before struct {
	exists bool
	holds  bool // the condition
	size   int
	doc    []byte // if somebody needs it
}

// afterReading looks at the row and the condition first. Nobody else can write in between.
func (ch *change) afterReading() error {
	old, err := ch.read()
	if err != nil {
		return err
	}
	w, res := ch.w, ch.res
	if w.NeedOld || w.NeedNew || w.NeedSizes {
		res.OldSize, res.NewSize = old.size, old.size
	}
	if !old.holds {
		res.ConditionFailed = true
		if w.NeedOldOnFailure {
			res.Old, res.OldSize = old.doc, old.size
		}
		return nil
	}
	if w.NeedOld {
		res.Old = old.doc
	}
	switch w.Kind {
	case plan.Check:
		return nil
	case plan.Put:
		return ch.put(old)
	case plan.Delete:
		return ch.delete(old)
	case plan.Update:
		return ch.update(old)
	default:
		return fmt.Errorf("write of unknown kind %d", w.Kind)
	}
}

func (ch *change) read() (old before, err error) {
	w := ch.w
	old.holds = w.Condition == nil || w.HoldsOnMissing
	st, err := ch.b.gen.ReadItem(w.Table, w.Key, w.Condition)
	if err != nil {
		return old, err
	}
	err = ch.c.rows(&st, func(s *engine.Stmt) (bool, error) {
		old.exists, old.size, old.holds = true, s.ColumnInt(0), s.ColumnBool(2)
		if !ch.needsDocument(old.holds) {
			return true, nil
		}
		var err error
		old.doc, err = ch.c.document(s, 1)
		return true, err
	})
	return old, err
}

// needsDocument says whether the old item itself is needed, once it is known whether the condition holds.
func (ch *change) needsDocument(holds bool) bool {
	w := ch.w
	if !holds {
		return w.NeedOldOnFailure
	}
	return w.Kind == plan.Update || w.NeedOld || w.Table.Recorded() && w.Kind != plan.Check
}

func (ch *change) put(old before) error {
	st := ch.b.gen.PutItem(rowOf(ch.w, ch.w.Item))
	if _, err := ch.c.exec(&st); err != nil {
		return err
	}
	ch.tell(ch.w.Item)
	if err := ch.record(old, ch.w.Item); err != nil {
		return err
	}
	if !old.exists {
		return ch.writeEntries(ch.none(), ch.w.Entries)
	}
	return ch.writeEntries(nil, ch.w.Entries)
}

func (ch *change) delete(old before) error {
	ch.tell(nil)
	if !old.exists {
		return nil
	}
	st := ch.b.gen.DeleteItem(ch.w.Table, ch.w.Key)
	if _, err := ch.c.exec(&st); err != nil {
		return err
	}
	if err := ch.record(old, nil); err != nil {
		return err
	}
	return ch.writeEntries(nil, ch.none())
}

func (ch *change) update(old before) error {
	var item *attr.Item
	entries := ch.none()
	if old.exists {
		it, err := attr.ParseItem(old.doc)
		if err != nil {
			return err
		}
		item, entries = &it, ch.w.Table.Entries(&it)
	}
	after, refusal := apply.Update(ch.w, item)
	if refusal != nil {
		ch.res.Refusal = refusal
		return nil
	}
	ch.tell(after)
	if after == nil { // nothing was there and nothing is to be
		return nil
	}
	st := ch.b.gen.PutItem(rowOf(ch.w, after))
	if _, err := ch.c.exec(&st); err != nil {
		return err
	}
	if err := ch.record(old, after); err != nil {
		return err
	}
	return ch.writeEntries(entries, ch.w.Table.Entries(after))
}

// record writes the record of the change to an item, nil for its removal, if there is a stream and something changed.
func (ch *change) record(old before, after *attr.Item) error {
	var was, is backends.Row
	if old.exists {
		was = backends.Row{Doc: old.doc, Size: old.size}
	}
	if after != nil {
		is = backends.Row{Doc: after.Doc, Size: after.Size}
	}
	r, err := backends.RecordOf(ch.w, was, is, ch.at)
	if r == nil || err != nil {
		return err
	}
	st := ch.b.gen.InsertRecord(ch.w.Table, ch.w.Key, r)
	return ch.c.run(&st)
}

// tell reports the new item, nil for none, as far as it was asked for.
func (ch *change) tell(after *attr.Item) {
	w, res := ch.w, ch.res
	if !w.NeedOld && !w.NeedNew && !w.NeedSizes {
		return
	}
	res.NewSize = 0
	if after == nil {
		return
	}
	res.NewSize = after.Size
	if w.NeedNew {
		res.New = after.Doc
	}
}

// none are the entries of an item that is in no index.
func (ch *change) none() []*catalog.Entry { return make([]*catalog.Entry, len(ch.w.Table.Indexes)) }

// writeEntries brings the indexes from the old entries, nil when they are not known, to the new ones.
func (ch *change) writeEntries(old, entries []*catalog.Entry) error {
	for i, x := range ch.w.Table.Indexes {
		if old != nil && sameEntry(old[i], entries[i]) {
			continue
		}
		st := ch.b.entryStatement(ch.w, x, entries[i])
		if _, err := ch.c.exec(&st); err != nil {
			return err
		}
	}
	return nil
}

func sameEntry(a, b *catalog.Entry) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Token == b.Token && a.Size == b.Size && bytes.Equal(a.Sort, b.Sort)
}
