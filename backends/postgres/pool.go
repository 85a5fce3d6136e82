package postgres

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/ddbsql/ddbsql/backends"
)

// defaultConns is the size of the pool for single callers when the URL has no pool_max_conns: enough for commits to share their
// flushes. Groups of writes have maxGroups connections of their own besides.
const defaultConns = 16

// sessionKey is where a connection keeps its session.
const sessionKey = "ddbsql"

// lockTimeout is how long the transaction of a group waits for a lock: then its members run by themselves, and a row that somebody
// keeps locked stops only those who want it.
const lockTimeout = "lock_timeout = '50ms'"

// always are settings that hold for every connection. Every statement walks a primary key or finds rows by one, in key order: with the planner's other
// ways shut a plan cannot turn with the statistics, and one plan serves every argument.
var always = []string{
	"plan_cache_mode = force_generic_plan",
	"enable_seqscan = off", "enable_bitmapscan = off", "enable_sort = off", "enable_hashjoin = off", "enable_mergejoin = off",
	"jit = off",
	"standard_conforming_strings = on",
	"default_transaction_isolation = 'read committed'",
	"client_min_messages = warning",
	"idle_in_transaction_session_timeout = '10s'",
}

// newPool makes a pool of so many connections with further settings; 0 is what the URL says.
func newPool(ctx context.Context, url string, opts backends.Options, d dialects, conns int32, settings ...string) (*pgxpool.Pool, error) {
	cfg, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	switch {
	case conns > 0:
		cfg.MaxConns, cfg.MinConns, cfg.MinIdleConns = conns, 0, 0
	case !strings.Contains(url, "pool_max_conns"):
		cfg.MaxConns = defaultConns
	}
	commit := "synchronous_commit = off"
	if opts.Durability == backends.Full {
		commit = "synchronous_commit = on"
	}
	setup := "SET " + strings.Join(slices.Concat([]string{commit}, always, settings), "; SET ")
	cfg.AfterConnect = func(ctx context.Context, conn *pgx.Conn) error {
		return prepareConn(ctx, conn.PgConn(), setup, &opts, d)
	}
	return pgxpool.NewWithConfig(ctx, cfg)
}

func prepareConn(ctx context.Context, pg *pgconn.PgConn, setup string, opts *backends.Options, d dialects) error {
	if enc := pg.ParameterStatus("server_encoding"); enc != "UTF8" {
		return fmt.Errorf("the database's encoding is %s, it must be UTF8", enc)
	}
	if _, err := pg.Exec(ctx, setup).ReadAll(); err != nil {
		return err
	}
	s, err := newSession(pg, opts)
	if err != nil {
		return err
	}
	s.gen = d.text
	if s.stored, err = readsStored(ctx, pg); s.stored {
		s.gen = d.stored
	}
	pg.CustomData()[sessionKey] = s
	return err
}

// with runs fn on a connection of the pool for single callers.
func (b *Backend) with(ctx context.Context, fn func(s *session) error) error {
	return with(ctx, b.pool, fn)
}

// with runs fn on a connection of the pool.
func with(ctx context.Context, pool *pgxpool.Pool, fn func(s *session) error) error {
	conn, err := pool.Acquire(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return err
		}
		return &backends.Error{Code: backends.CodeUnavailable, Op: "connect", Err: err}
	}
	defer conn.Release()
	return fn(conn.Conn().PgConn().CustomData()[sessionKey].(*session))
}

// effect says what a repetition of statements does.
type effect bool

const (
	reads  effect = false // may be repeated at will
	writes effect = true  // may be repeated only if they surely did nothing
)

// How often statements are repeated: when the server refused them because of concurrent ones, when writes waited in vain for a
// lock, and when the connection was lost.
const (
	maxConflicts = 30
	maxWaits     = 2
	maxLosses    = 3
)

// do runs fn on a connection. What the server refused because of concurrent statements is run again; so is what met a lost
// connection, writes only if nothing was sent on it: an answer that was lost may be that of a commit.
func (b *Backend) do(ctx context.Context, op string, e effect, fn func(s *session) error) error {
	conflicts, waits, losses := 0, 0, 0
	for {
		err := b.with(ctx, fn)
		if err != nil && ctx.Err() == nil && state(err) == "" && lost(err) {
			b.reset()
		}
		switch {
		case err == nil:
			return nil
		case waited(err) && (e == writes || canceled(err)) && ctx.Err() == nil && waits < maxWaits:
			waits++
		case transient(err) && conflicts < maxConflicts && (!waited(err) || e == reads):
			conflicts++
			if !pause(ctx, conflicts) {
				return classify(ctx, op, err)
			}
		case repeatable(err, e) && losses < maxLosses && ctx.Err() == nil:
			losses++
		default:
			return classify(ctx, op, err)
		}
	}
}

// reset closes the idle connections after one was lost: the others are probably lost too.
func (b *Backend) reset() {
	b.pool.Reset()
	b.shared.Reset()
}

func repeatable(err error, e effect) bool {
	var known *backends.Error
	if errors.As(err, &known) {
		return false
	}
	return pgconn.SafeToRetry(err) || e == reads && state(err) == "" && lost(err)
}

// pause waits before another attempt, longer with each, and not in step with others. It is false when the caller went away.
func pause(ctx context.Context, attempt int) bool {
	most := min(time.Millisecond<<min(attempt, 6), 50*time.Millisecond)
	return sleep(ctx, rand.N(most))
}

// sleep waits so long. It is false when the caller went away.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
