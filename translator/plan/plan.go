// Package plan is what the translator says and a backend does: plain, dialect-neutral data. A plan holds everything
// a backend needs; no expression text, no placeholder, no SQL.
package plan

import (
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// Get reads items by primary key.
type Get struct {
	Reads []Read
	// Snapshot is set when all reads must see one state of the whole database.
	Snapshot bool
	// Eventual is set when the reads need not see what was written last.
	Eventual bool
}

// Read names one item.
type Read struct {
	Table *catalog.Table
	Key   catalog.Key
}

// Query reads one page of a table or an index: Query and Scan.
type Query struct {
	Table *catalog.Table
	Index *catalog.Index // nil: the table itself

	// Partition is the partition read by a Query; nil for a Scan.
	Partition *attr.Token
	// Range is the sort key condition of a Query.
	Range Range
	// Segment bounds the tokens of a Scan; nil for all.
	Segment *Segment

	Backward bool
	// After is the exclusive start position; nil for the beginning.
	After *Position
	// Limit is how many items may be looked at; 0 for no limit.
	Limit int
	// MaxBytes ends the page: the item with which the bytes looked at reach it is the last. It counts what an index projects when
	// Index is set, and the whole items when FetchesBase is.
	MaxBytes int
	// FetchesBase is set when a local index is read for attributes that it does not project: they come from the table's items.
	FetchesBase bool
	// Filter decides what is returned of what was looked at; nil returns all.
	Filter Predicate
	// CountOnly is set when the caller needs no items, only their number.
	CountOnly bool
	// Projection is what the page keeps of each item; nil keeps all of it.
	Projection *attr.Projection
	// Eventual is set when the page need not have what was written last.
	Eventual bool
}

// Range bounds order-preserving sort key bytes; nil bounds are open.
type Range struct {
	Low, High         []byte
	LowOpen, HighOpen bool // exclusive
}

// Segment is a range of tokens, both ends included.
type Segment struct{ First, Last attr.Token }

// Position is a place in a table or index. Index fields are used when the plan reads an index.
type Position struct {
	IndexToken attr.Token
	IndexSort  []byte
	Key        catalog.Key
}

// Write changes items. With Atomic all changes happen or none; without, each of them is atomic by itself, and after an error
// some may have happened, and may be done again: several such changes are Puts and Deletes of one table.
type Write struct {
	Atomic bool
	Items  []ItemWrite
	// NoWait is for an Atomic plan that does not wait, but for a moment, for an item that another write holds: that is a
	// conflict, and nothing happens.
	NoWait bool
	// Once, for an Atomic plan, makes sure that it happens once; nil if it may happen again. All items have NeedSizes then.
	Once *Once
	// CollectionLimit is how many bytes an item collection of a table with local indexes may have after a write that makes it larger;
	// 0 for any number. All writes of items of such tables, but for checks, have NeedOld and NeedNew then.
	CollectionLimit int64
	// Now is when the request came: the time of the stream records that the changes give.
	Now time.Time
}

// Kind says what an ItemWrite does.
type Kind uint8

// Kinds of writes.
const (
	Put Kind = iota + 1
	Delete
	Update
	Check // a condition only
)

// ItemWrite is a change of one item.
type ItemWrite struct {
	Kind  Kind
	Table *catalog.Table
	Key   catalog.Key

	// Item is the new item of a Put.
	Item *attr.Item
	// Entries are the index entries of Item, aligned with Table.Indexes; nil where the item is not in the index.
	Entries []*catalog.Entry

	// KeyAttrs are the key attributes of an Update, for the item it may create.
	KeyAttrs []attr.Attr
	// Actions are those of an Update.
	Actions []Action

	// Condition must hold for the change to happen; nil always holds.
	Condition Predicate
	// HoldsOnMissing is the truth of Condition on an item that does not exist.
	HoldsOnMissing bool

	// NeedOld and NeedNew ask for the images before and after; NeedOldOnFailure for the image a failed condition saw.
	NeedOld, NeedNew, NeedOldOnFailure bool
	// NeedSizes asks for the sizes before and after (consumed capacity) without the images.
	NeedSizes bool

	// Expired is set on a Delete that no request asked for: the item's time to live is over. Its stream record says so.
	Expired bool
}

// Streams reads a list of streams, by the names of their tables (by bytes) and their labels.
type Streams struct {
	Table string // of one table; empty for all
	// AfterTable and AfterLabel are the exclusive start.
	AfterTable, AfterLabel string
	Limit                  int
	// Deleted adds the streams of tables that are no longer there. Who names the table gets them anyhow.
	Deleted bool
}

// Records reads a page of a shard of a stream.
type Records struct {
	Stream *catalog.Stream
	Shard  int32
	// After is the exclusive start position. Limit and MaxBytes bound the page: the record that reaches one of them is the last.
	After    int64
	Limit    int
	MaxBytes int
}
