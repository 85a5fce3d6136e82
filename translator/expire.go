package translator

import (
	"strconv"
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// oldestExpiry is how many years a time may be past for its item to expire: what is older is taken for a mistake
// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html).
const oldestExpiry = 5

// Expiry plans the removal of the items of a table whose time to live is over at a time. The time is the number of seconds since 1970
// in the table's TTL attribute; values of other types never expire.
type Expiry struct {
	table     *catalog.Table
	index     *catalog.Index
	now       time.Time
	low, high attr.Value
}

// PlanExpiry gives the expiry of a table's items; nil if they do not expire.
func PlanExpiry(t *catalog.Table, now time.Time) *Expiry {
	x := t.ExpiryIndex()
	if x == nil {
		return nil
	}
	return &Expiry{table: t, index: x, now: now, low: seconds(now.AddDate(-oldestExpiry, 0, 0)), high: seconds(now)}
}

func seconds(t time.Time) attr.Value {
	v, _ := attr.NumberValue(strconv.FormatInt(t.Unix(), 10)) // every int64 is a number
	return v
}

// Query reads the keys of the next items to remove, at most limit, in the order of their times: from after on, or from the
// beginning when it is nil.
func (e *Expiry) Query(after *plan.Position, limit int) *plan.Query {
	whole := attr.TokenOf() // the index has no partition key: it is one partition
	return &plan.Query{
		Table: e.table, Index: e.index, Partition: &whole,
		Range: plan.Range{Low: attr.AppendKeyBytes(nil, e.low), High: attr.AppendKeyBytes(nil, e.high)},
		After: after, Limit: limit, MaxBytes: maxPageBytes,
		Projection: indexProjection(e.table, e.index),
	}
}

// Write removes items that Query found, unless their time has changed since.
func (e *Expiry) Write(found []*attr.Item) *plan.Write {
	of := &plan.PathOperand{Path: attr.Path{{Name: e.table.TTL.Attribute}}}
	over := &plan.Between{Of: of, Low: &plan.ValueOperand{Value: e.low}, High: &plan.ValueOperand{Value: e.high}}
	w := &plan.Write{Now: e.now, Items: make([]plan.ItemWrite, len(found))}
	for i, it := range found {
		key, _ := e.table.Key(it)
		w.Items[i] = plan.ItemWrite{Kind: plan.Delete, Table: e.table, Key: key, Condition: over, Expired: true}
	}
	return w
}

// After is the position of an item that Query found.
func (e *Expiry) After(it *attr.Item) *plan.Position {
	at := &plan.Position{}
	at.Key, _ = e.table.Key(it)
	at.IndexToken, at.IndexSort = entryOf(e.table, e.index, it)
	return at
}
