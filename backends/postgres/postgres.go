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
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/translator/plan"
)

func init() {
	for _, scheme := range []string{"postgres", "postgresql"} {
		backends.Register(scheme, func(ctx context.Context, url string, opts backends.Options) (backends.Backend, error) {
			return Open(ctx, url, opts)
		})
	}
}

// Backend is a Postgres database.
type Backend struct {
	pool   *pgxpool.Pool // for single callers
	shared *pgxpool.Pool // for transactions of groups of callers
	gen    *sqlgen.Generator
	log    *slog.Logger
	now    func() time.Time // of data
	sizes  rowSizes
	gets   gatherer[plan.Read, backends.Row]
	writes gatherer[groupWrite, bool]
	turns  turns
}

var _ backends.Backend = (*Backend)(nil)

// Open connects to the database of the URL (postgres://user:password@host/database?options, as libpq reads it) and brings its
// schema up to date. A database with a newer schema is refused.
func Open(ctx context.Context, url string, opts backends.Options) (*Backend, error) {
	d := newDialects()
	pool, err := newPool(ctx, url, opts, d, 0, lockWait)
	if err != nil {
		return nil, err
	}
	shared, err := newPool(ctx, url, opts, d, maxGroups, lockTimeout)
	if err != nil {
		pool.Close()
		return nil, err
	}
	b := &Backend{pool: pool, shared: shared, gen: d.text, log: opts.Logger, now: opts.Clock(), turns: newTurns()}
	b.gets.run, b.writes.run = b.getGroup, b.writeGroup
	if b.log == nil {
		b.log = slog.Default()
	}
	if err := b.migrate(ctx); err != nil {
		_ = b.Close()
		return nil, err
	}
	return b, nil
}

// Ping asks the database for a sign of life.
func (b *Backend) Ping(ctx context.Context) error {
	return b.do(ctx, "ping", reads, func(s *session) error { return s.pg.Ping(ctx) })
}

// Close waits for what runs and closes the connections.
func (b *Backend) Close() error {
	b.shared.Close()
	b.pool.Close()
	return nil
}
