// Package postgres stores tables in a Postgres database that any number of servers share.
//
// Items are jsonb rows keyed by (token, sort key), index entries rows of a table per index; package sqlgen writes all SQL. A
// write is one round trip wherever one can do: see sqlgen.Change for Put and Delete, update.go for Update, batch.go for what
// need not happen together, locked.go for what must. Single reads and writes that come at the same time run together, see
// gather.go, write_group.go and docs/adr/0006-groups.md.
//
// No server holds state that another must know: every write names the table version it was planned for, in its own statement
// or transaction, and a plan that is too old writes nothing and fails with CodeStale.
package postgres

import (
	"context"
	"fmt"
	"log/slog"
	"math"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/translator/plan"
)

func init() {
	for _, scheme := range []string{"postgres", "postgresql"} {
		backends.Register(scheme, func(ctx context.Context, url string, opts backends.Options) (backends.Backend, error) {
			return Open(ctx, url, opts)
		})
		backends.RegisterMigrator(scheme, func(ctx context.Context, url string, opts backends.Options) (backends.Migrator, error) {
			return connect(ctx, url, opts)
		})
	}
}

// Backend is a Postgres database.
type Backend struct {
	pool     *pool // for single callers
	shared   *pool // for transactions of groups of callers
	gen      *sqlgen.Generator
	dialects dialects
	url      string
	opts     backends.Options
	watch    watch
	log      *slog.Logger
	now      func() time.Time // of data
	sizes    rowSizes
	gets     gatherer[plan.Read, backends.Row]
	writes   gatherer[groupWrite, bool]
	turns    turns
	replica  *replica // nil for none
	standby  bool     // this one reads from a replica
	unshow   func()   // takes the figures away again; nil until they are shown
}

var _ backends.Backend = (*Backend)(nil)

// Open connects to the database of the URL (postgres://user:password@host/database?options, as libpq reads it) and brings its
// schema up to date. A database with a newer schema is refused.
func Open(ctx context.Context, url string, opts backends.Options) (*Backend, error) {
	b, err := connect(ctx, url, opts)
	if err != nil {
		return nil, err
	}
	if err := b.migrate(ctx); err != nil {
		_ = b.Close()
		return nil, err
	}
	if opts.ReadReplica != "" {
		if b.replica, err = openReplica(ctx, b); err != nil {
			_ = b.Close()
			return nil, err
		}
	}
	b.unshow = opts.Gauges.Show(b.look)
	return b, nil
}

// connect makes a backend of a database, whose schema may be any.
func connect(ctx context.Context, url string, opts backends.Options) (*Backend, error) {
	d := newDialects()
	if err := makeSchema(ctx, url, &opts); err != nil {
		return nil, err
	}
	b := &Backend{gen: d.text, dialects: d, url: url, opts: opts, watch: watch{limit: opts.StatementTimeout}, log: opts.Logger, now: opts.Clock(), turns: newTurns()}
	b.gets.run, b.writes.run = b.getGroup, b.writeGroup
	if b.log == nil {
		b.log = slog.Default()
	}
	own, err := singles(opts.Connections)
	if err != nil {
		return nil, err
	}
	if b.pool, err = b.newPool(ctx, url, own, lockWait); err != nil {
		return nil, err
	}
	if b.shared, err = b.newPool(ctx, url, maxGroups, lockTimeout); err != nil {
		b.pool.Close()
		return nil, err
	}
	return b, nil
}

// singles is how many of a server's connections are for single callers: all but those of the groups. 0 is for as many as the URL says.
func singles(connections int) (int32, error) {
	switch {
	case connections == 0:
		return 0, nil
	case connections <= maxGroups:
		return 0, fmt.Errorf("%d connections to the database are too few: %d are the least", connections, maxGroups+1)
	}
	return int32(min(connections-maxGroups, math.MaxInt32)), nil
}

// Ping asks the database for a sign of life.
func (b *Backend) Ping(ctx context.Context) error {
	return b.do(ctx, "ping", reads, func(s *session) error { return s.pg.Ping(ctx) })
}

// Close waits for what runs and closes the connections.
func (b *Backend) Close() error {
	if b.unshow != nil {
		b.unshow()
	}
	if b.replica != nil {
		b.replica.close()
	}
	b.shared.Close()
	b.pool.Close()
	return nil
}
