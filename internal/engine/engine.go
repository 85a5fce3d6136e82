// Package engine is the straight line a request walks: decode, look the table up, plan, run the plan in the database, shape the
// answer. It has one short method per operation and no state that another server would have to know.
package engine

import (
	"context"
	"errors"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/background"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/internal/traces"
)

// Options are what an Engine needs to know of the world.
type Options struct {
	Region  string // as in ARNs
	Account string // as in ARNs
	// Endpoint is what DescribeEndpoints answers when the request does not say under which address it came.
	Endpoint string
	// TTLInterval is how often items whose time to live is over are removed in the background; never if it is 0.
	TTLInterval time.Duration
	// CollectionLimit is how many bytes the item collections of tables with local indexes can have; 0 for any number. The service's
	// limit is 10 GB.
	CollectionLimit int64
	// TTLChangeInterval is the least time between two changes of a table's time to live. The service's is an hour.
	TTLChangeInterval time.Duration
	// StreamShards is how many shards a new stream has.
	StreamShards int
	// StreamRetention is how long the records of streams are kept, and streams that are disabled.
	StreamRetention time.Duration
	// TableDelay is how long tables and indexes stay CREATING, UPDATING or DELETING. An index that is added to a table is filled then.
	TableDelay time.Duration
	// IndexDelay is how long, at least, indexes stay CREATING or DELETING that UpdateTable adds and deletes.
	IndexDelay time.Duration
	// Traces makes spans of the work in the background; nil makes none.
	Traces *traces.Tracer
	// Now is the time that decides about data: what expires, how long tokens and iterators last, when something was made. time.Now if nil.
	Now func() time.Time
	// Gauges shows what is open, and the work in the background; nil for nobody to see.
	Gauges backends.Gauges
}

// Engine runs operations on a backend. It is safe for concurrent use.
type Engine struct {
	backend backends.Backend
	tables  tables
	stats   statsCache
	streams *lru.Cache[string, *catalog.Stream] // by ARN
	exprs   *grammar.Cache
	opts    Options
	now     func() time.Time
	// background is nil unless StartBackground was called.
	background *background.Runner
	unshow     func() // takes the figures of that away again; nil before
}

// cachedExpressions is how many parsed expressions are kept; an application has some dozens.
const cachedExpressions = 4096

// New makes an Engine over a backend, which it owns from now on.
func New(backend backends.Backend, opts Options) *Engine {
	now := opts.Now
	if now == nil {
		now = time.Now
	}
	return &Engine{
		backend: backend,
		now:     now,
		tables:  tables{store: backend, now: now},
		streams: newStreamCache(),
		exprs:   grammar.NewCache(cachedExpressions),
		opts:    opts,
	}
}

// Do runs one operation on a request body and appends the answer to dst. What fails for no reason of the request is an
// InternalServerError with its cause.
func (e *Engine) Do(ctx context.Context, operation string, body, dst []byte) ([]byte, *apierr.Error) {
	op, ok := api.Operations[operation]
	run := handlers[operation]
	if !ok || run == nil {
		return nil, apierr.New(apierr.UnknownOperation, "")
	}
	in, refused := api.Decode(op, body)
	if refused != nil {
		return nil, refused
	}
	out, err := run(e, ctx, in)
	if err != nil {
		return nil, asAPIError(err)
	}
	return out.Append(dst), nil
}

// output is what every operation answers.
type output interface{ Append(dst []byte) []byte }

// Nothing is the answer of operations that have none: an empty body, not an empty object.
type Nothing struct{}

// Append writes nothing.
func (Nothing) Append(dst []byte) []byte { return dst }

type handler func(e *Engine, ctx context.Context, in api.Input) (output, error)

// handle makes a handler of an operation's method.
func handle[In api.Input, Out output](method func(*Engine, context.Context, In) (Out, error)) handler {
	return func(e *Engine, ctx context.Context, in api.Input) (output, error) {
		return method(e, ctx, in.(In))
	}
}

var handlers = map[string]handler{
	"BatchExecuteStatement":     handle((*Engine).BatchExecuteStatement),
	"BatchGetItem":              handle((*Engine).BatchGetItem),
	"BatchWriteItem":            handle((*Engine).BatchWriteItem),
	"CreateTable":               handle((*Engine).CreateTable),
	"DeleteItem":                handle((*Engine).DeleteItem),
	"DeleteTable":               handle((*Engine).DeleteTable),
	"DescribeContinuousBackups": handle((*Engine).DescribeContinuousBackups),
	"DescribeEndpoints":         handle((*Engine).DescribeEndpoints),
	"DescribeLimits":            handle((*Engine).DescribeLimits),
	"DescribeStream":            handle((*Engine).DescribeStream),
	"DescribeTable":             handle((*Engine).DescribeTable),
	"DescribeTimeToLive":        handle((*Engine).DescribeTimeToLive),
	"ExecuteStatement":          handle((*Engine).ExecuteStatement),
	"ExecuteTransaction":        handle((*Engine).ExecuteTransaction),
	"GetItem":                   handle((*Engine).GetItem),
	"GetRecords":                handle((*Engine).GetRecords),
	"GetShardIterator":          handle((*Engine).GetShardIterator),
	"ListStreams":               handle((*Engine).ListStreams),
	"ListTables":                handle((*Engine).ListTables),
	"ListTagsOfResource":        handle((*Engine).ListTagsOfResource),
	"PutItem":                   handle((*Engine).PutItem),
	"Query":                     handle((*Engine).Query),
	"Scan":                      handle((*Engine).Scan),
	"TagResource":               handle((*Engine).TagResource),
	"TransactGetItems":          handle((*Engine).TransactGetItems),
	"TransactWriteItems":        handle((*Engine).TransactWriteItems),
	"UntagResource":             handle((*Engine).UntagResource),
	"UpdateItem":                handle((*Engine).UpdateItem),
	"UpdateTable":               handle((*Engine).UpdateTable),
	"UpdateTimeToLive":          handle((*Engine).UpdateTimeToLive),
}

// asAPIError translates the errors of the rooms below at their border.
func asAPIError(err error) *apierr.Error {
	var refused *apierr.Error
	if errors.As(err, &refused) {
		return refused
	}
	var be *backends.Error
	if !errors.As(err, &be) {
		return apierr.Internal(err)
	}
	switch be.Code {
	case backends.CodeNoTable:
		return errNoTable
	case backends.CodeConflict:
		return &apierr.Error{Code: apierr.TransactionConflict, Message: apierr.TextConflict, Cause: err}
	case backends.CodeOnceMismatch:
		return errTokenMismatch
	case backends.CodeOnceRunning:
		return errTokenRunning
	case backends.CodeUnavailable, backends.CodeCanceled:
		return &apierr.Error{Code: apierr.ServiceUnavailable, Message: apierr.TextUnavailable, Cause: err}
	default:
		return apierr.Internal(err)
	}
}

// Ping asks the database whether it answers.
func (e *Engine) Ping(ctx context.Context) error { return e.backend.Ping(ctx) }

// Close ends the work in the background, and closes the backend, which drains and checkpoints.
func (e *Engine) Close() error {
	if e.unshow != nil {
		e.unshow()
	}
	e.background.Close()
	return e.backend.Close()
}

// Check compares every index and size with the items, and reports what differs.
func (e *Engine) Check(ctx context.Context) ([]string, error) { return e.backend.Check(ctx) }

// Empty tells whether there are no tables in the database.
func (e *Engine) Empty(ctx context.Context) (bool, error) {
	names, err := e.backend.ListTables(ctx, "", 1)
	return len(names) == 0, err
}
