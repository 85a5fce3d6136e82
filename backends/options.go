package backends

import (
	"log/slog"
	"time"
)

// Durability says when a write is acknowledged.
type Durability uint8

// Levels of durability.
const (
	// Normal acknowledges a write that a crash of the database's machine may lose; a crash of ddbsql loses none.
	Normal Durability = iota
	// Full acknowledges a write when it is on disk.
	Full
)

// Pooler is what stands between a server and its database.
type Pooler uint8

// Kinds of poolers.
const (
	// PoolerNone: connections are to the database itself.
	PoolerNone Pooler = iota
	// PoolerSession: a connection of the database is ours as long as ours to the pooler.
	PoolerSession
	// PoolerTransaction: each transaction may be on another connection of the database; nothing is kept between two of them.
	PoolerTransaction
	// PoolerPrepared: as PoolerTransaction, but for prepared statements, which the pooler makes wherever they are needed.
	PoolerPrepared
)

// Options are what every backend can be opened with. Those that name a database are for one that is reached over the network.
type Options struct {
	Durability Durability
	// ReadReplica is the URL of a standby of the database, from which is read what need not be consistent; empty for none.
	ReadReplica string
	// Connections is how many connections to the database a backend has at most, and to a replica; 0 for as many as the URL says.
	Connections int
	// StatementTimeout is how long a statement may take; 0 for as long as it takes.
	StatementTimeout time.Duration
	// KeepSchema refuses a database whose schema is not up to date, rather than to bring it there: somebody else does that. A new database
	// gets one.
	KeepSchema bool
	// Pooler stands between the backend and the database.
	Pooler Pooler
	// Schema is the Postgres schema in which everything is, made if it is not there; the URL's search path decides if it is empty.
	Schema string
	// Compact rewrites the database without the room that deleted rows left, before it is opened; Postgres does so by itself.
	Compact bool
	// Logger is for what no answer can tell; slog.Default() if nil.
	Logger *slog.Logger
	// Now is the time that is written into data where a plan does not say it; time.Now if nil. Leases go by the database's clock.
	Now func() time.Time
	// Observe is told of every SQL statement, by its name; nil for nobody. It must be quick and safe for concurrent use.
	Observe Observer
	// Gauges shows what is open; nil for nobody to see.
	Gauges Gauges
	// Prepared is told of every SQL text that a connection compiles to keep, before the statement first runs there; nil for nobody. It
	// must be quick and safe for concurrent use.
	Prepared func(text string)
}

// Clock gives Now, or time.Now without one.
func (o *Options) Clock() func() time.Time {
	if o.Now == nil {
		return time.Now
	}
	return o.Now
}

// Observer is told what a statement took and how it ended. An error is a *StatementError.
type Observer func(statement string, took time.Duration, err error)
