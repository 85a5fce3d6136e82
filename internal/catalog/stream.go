package catalog

import (
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
)

// View says which images the records of a stream hold, as StreamViewType names it.
type View string

// Views of a stream.
const (
	ViewKeysOnly View = "KEYS_ONLY"
	ViewNew      View = "NEW_IMAGE"
	ViewOld      View = "OLD_IMAGE"
	ViewBoth     View = "NEW_AND_OLD_IMAGES"
)

// HasOld says whether records hold the item before the change, HasNew whether they hold the item after it.
func (v View) HasOld() bool { return v == ViewOld || v == ViewBoth }

// HasNew says whether records hold the item after the change.
func (v View) HasNew() bool { return v == ViewNew || v == ViewBoth }

// TableStream is what a table's definition knows of its latest stream. Who writes to the table writes records while Enabled.
type TableStream struct {
	ID      int64  `json:"id"` // names the SQL table of its records; 0 until the database has given it
	Label   string `json:"label"`
	View    View   `json:"view"`
	Enabled bool   `json:"enabled"`
	// Opening is the stream to be made with this definition; nil when it is there.
	Opening *Stream `json:"-"`
}

// Stream is the change log of a table from when it was enabled to when it was disabled or its table deleted; a table may have had
// several. It is readable for the time of retention after it was closed.
type Stream struct {
	ID    int64  `json:"-"`
	Table string `json:"-"` // name
	Label string `json:"-"` // unique in its table's name: the time it was made, as in its ARN
	// Last is the position of its last record that can be read, 0 when there never was one. Positions grow by the order in which
	// changes were committed as far as that can be seen: records of one item are always in order.
	Last int64 `json:"-"`

	ARN string `json:"arn"`
	// Secret signs the shard iterators that are given to clients. Every server of the database knows it.
	Secret    []byte     `json:"secret"`
	View      View       `json:"view"`
	CreatedAt time.Time  `json:"createdAt"`
	ClosedAt  *time.Time `json:"closedAt,omitempty"` // nil while enabled
	Partition KeyAttr    `json:"partition"`
	Sort      *KeyAttr   `json:"sort,omitempty"`
	// Shards are in the order in which they were opened. The open ones cover all tokens, without overlap.
	Shards []*Shard `json:"shards"`
	// Trimmed is the position of the last record that was removed because of its age, 0 for none.
	Trimmed int64 `json:"trimmed"`
}

// Shard holds the records of the items whose partition key tokens are in its range.
type Shard struct {
	ID          int32      `json:"id"`     // from 1
	Parent      int32      `json:"parent"` // 0 for none
	First, Last attr.Token // both included
	// After is the stream's last position when the shard was opened, End when it was closed; its records are in (After, End].
	After     int64      `json:"after"`
	End       *int64     `json:"end,omitempty"`
	CreatedAt time.Time  `json:"createdAt"`
	ClosedAt  *time.Time `json:"closedAt,omitempty"`
}

// TTL is a table's time to live. Its index holds the items that have a number in the attribute, by that number.
type TTL struct {
	Attribute string    `json:"attribute"`
	IndexID   int32     `json:"indexID"`
	Enabled   bool      `json:"enabled"`
	ChangedAt time.Time `json:"changedAt"`
}
