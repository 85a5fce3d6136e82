package backends

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/internal/catalog"
)

// Jobs shares background work among servers: each job is done by one of them at a time, and taken over from one that died. Times
// are the database's, so that the servers' clocks do not matter.
//
// The catalog keeps a job for each table that is not settled, see TableJob: it is there in the same transaction as the definition
// that asks for work, and gone with the one that needs none.
type Jobs interface {
	// TakeJob makes holder the one who does the job for that long, unless somebody else is, and gives the state it was left in, nil when
	// it is new.
	TakeJob(ctx context.Context, name, holder string, hold time.Duration) (state []byte, taken bool, err error)
	// SaveJob keeps the state and the job for that long from now; false if holder has lost the job.
	SaveJob(ctx context.Context, name, holder string, state []byte, hold time.Duration) (held bool, err error)
	// EndJob forgets the job and its state if holder has it.
	EndJob(ctx context.Context, name, holder string) error
	// WaitingJobs gives up to limit names, in their order, of jobs of that prefix that nobody does.
	WaitingJobs(ctx context.Context, prefix string, limit int) ([]string, error)
	// CountJobs counts the jobs of that prefix, whether somebody does them or not.
	CountJobs(ctx context.Context, prefix string) (int, error)

	// Backfill makes the entries of index x for up to limit items in the order of their keys, from after on (exclusive; nil for the
	// beginning), and gives the key of the last one it looked at, nil when there are no more. An item that a writer changes meanwhile is
	// left to that writer, who knows the index. Done again it changes nothing. CodeStale if t is not the current definition any more and
	// the database cannot tell whether x is still there.
	Backfill(ctx context.Context, t *catalog.Table, x *catalog.Index, after *catalog.Key, limit int) (*catalog.Key, error)

	// ClearDropped does a step of a job of DroppedTables: it removes up to limit rows of an SQL table that no definition knows any more, and
	// the table with the last of them; more says that there are others. A database that drops a table of any size in a moment notes no
	// such jobs.
	ClearDropped(ctx context.Context, table string, limit int) (more bool, err error)
}

// DroppedTables is the prefix of the names of the jobs that clear what was dropped; the name of an SQL table follows.
const DroppedTables = "dropped/"

// TableJobs is the prefix of the names of the jobs that bring tables to rest, TableJob that of one table.
const TableJobs = "table/"

// TableJob is the job that brings a table to rest.
func TableJob(name string) string { return TableJobs + name }
