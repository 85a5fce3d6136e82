package backends

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/internal/catalog"
)

// Jobs shares background work among servers: each job is done by one of them at a time, and taken over from one that died. Times
// are the database's, so that the servers' clocks do not matter.
type Jobs interface {
	// TakeJob makes holder the one who does the job for that long, unless somebody else is, and gives the state it was left in, nil when
	// it is new.
	TakeJob(ctx context.Context, name, holder string, hold time.Duration) (state []byte, taken bool, err error)
	// SaveJob keeps the state and the job for that long from now; false if holder has lost the job.
	SaveJob(ctx context.Context, name, holder string, state []byte, hold time.Duration) (held bool, err error)
	// EndJob forgets the job and its state if holder has it.
	EndJob(ctx context.Context, name, holder string) error

	// Backfill makes the entries of index x for up to limit items in the order of their keys, from after on (exclusive; nil for the
	// beginning), and gives the key of the last one it looked at, nil when there are no more. Done again it changes nothing.
	Backfill(ctx context.Context, t *catalog.Table, x *catalog.Index, after *catalog.Key, limit int) (*catalog.Key, error)
}
