package backends

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Streams stores the records of changes. A record is written in the transaction of its change, without a position in its stream, for
// no number drawn by a writer is in the order of commits. Whoever reads gives the committed records without position their final
// ones first, under a lock on the stream, in the order of the numbers that their writers drew while they held the items. Readers
// follow positions only.
type Streams interface {
	// Stream reads a stream by its table's name and its label. CodeNoStream if there is none.
	Stream(ctx context.Context, table, label string) (*catalog.Stream, error)
	// ListStreams reads a list of streams.
	ListStreams(ctx context.Context, p *plan.Streams) ([]*catalog.Stream, error)
	// PlaceRecords gives all committed records without position one, and the stream as it is then. CodeNoStream if it is gone.
	PlaceRecords(ctx context.Context, s *catalog.Stream) (*catalog.Stream, error)
	// Records reads a page of records that have positions, in their order.
	Records(ctx context.Context, p *plan.Records) ([]Record, error)
	// RecordSince gives the position of the first record of a shard that has one and is not older than the time; 0 if there is none.
	RecordSince(ctx context.Context, s *catalog.Stream, shard int32, at time.Time) (int64, error)
	// SplitShard closes an open shard and opens two that share its range. CodeNoShard if it is not there, closed, or of a single token.
	SplitShard(ctx context.Context, s *catalog.Stream, shard int32, now time.Time) (*catalog.Stream, error)
	// TrimStream removes the first records as far as they are older than the time given, up to limit of them, whether somebody has read
	// them or not, and forgets shards that were closed before it and have none left. A stream that was closed before it is removed with
	// all it has. It says how many records it removed.
	TrimStream(ctx context.Context, s *catalog.Stream, before time.Time, limit int) (int, error)
}

// RecordKind is the eventName of a record.
type RecordKind string

// Kinds of records.
const (
	Insert RecordKind = "INSERT"
	Modify RecordKind = "MODIFY"
	Remove RecordKind = "REMOVE"
)

// Record is a change of an item. Keys, Old and New are documents; Old and New are nil unless the stream's view has them.
type Record struct {
	Position       int64
	Kind           RecordKind
	At             time.Time // to the millisecond
	Keys, Old, New []byte
	Size           int  // of the images that it holds, in bytes of items
	Expired        bool // the item's time to live was over
}
