package postgres

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/ddbsql/ddbsql/backends"
)

// defaultConns is the size of the pool for single callers when neither the options nor the URL (pool_max_conns) say one: enough for
// commits to share their flushes. Groups of writes have maxGroups connections of their own besides.
const defaultConns = 16

// connectTimeout is how long a connection may take to be made when the URL has no connect_timeout.
const connectTimeout = 5 * time.Second

// A connection that was idle for so long is looked at before it is used: whether the other side has ended it meanwhile, which costs a
// system call; and whether it answers, which costs a round trip.
const (
	lookAfter = 10 * time.Millisecond
	askAfter  = time.Second
)

// sessionKey is where a connection keeps its session.
const sessionKey = "ddbsql"

// lockTimeout is how long the transaction of a group waits for a lock: then its members run by themselves, and a row that somebody
// keeps locked stops only those who want it.
var lockTimeout = setting{"lock_timeout", "50ms"}

// pool is a number of connections to one server.
type pool struct {
	*pgxpool.Pool
	redial  redial
	awaited atomic.Int64 // connections that somebody waits for
}

// newPool makes a pool of so many connections with further settings; 0 is what the URL says.
func (b *Backend) newPool(ctx context.Context, url string, conns int32, settings ...setting) (*pool, error) {
	cfg, err := poolConfig(url, b.opts.Schema)
	if err != nil {
		return nil, err
	}
	switch {
	case conns > 0:
		cfg.MaxConns, cfg.MinConns, cfg.MinIdleConns = conns, 0, 0
	case !strings.Contains(url, "pool_max_conns"):
		cfg.MaxConns = defaultConns
	}
	if cfg.ConnConfig.ConnectTimeout <= 0 {
		cfg.ConnConfig.ConnectTimeout = connectTimeout
	}
	prepare, err := b.preparing(cfg.ConnConfig, settingsOf(&b.opts, settings))
	if err != nil {
		return nil, err
	}
	p := &pool{}
	cfg.BeforeConnect = func(context.Context, *pgx.ConnConfig) error { return p.redial.allow(time.Now()) }
	cfg.AfterConnect = func(ctx context.Context, conn *pgx.Conn) error {
		p.redial.succeeded()
		return prepare(ctx, conn.PgConn())
	}
	cfg.ShouldPing = shouldPing
	cfg.BeforeClose = func(conn *pgx.Conn) { b.watch.forget(conn.PgConn().CustomData()[sessionKey]) }
	p.Pool, err = pgxpool.NewWithConfig(ctx, cfg)
	return p, err
}

// shouldPing says whether a connection that is to be used has to answer first.
func shouldPing(_ context.Context, p pgxpool.ShouldPingParams) bool {
	return p.IdleDuration > askAfter || p.IdleDuration > lookAfter && ended(p.Conn.PgConn().Conn())
}

// preparing gives what makes a new connection a session with these settings: they are the connection's, or behind a pooler those of each
// transaction.
func (b *Backend) preparing(cfg *pgx.ConnConfig, settings []setting) (func(context.Context, *pgconn.PgConn) error, error) {
	var moved []setting
	if b.opts.Pooler != backends.PoolerNone {
		var err error
		if moved, err = movedSettings(cfg.RuntimeParams); err != nil {
			return nil, err
		}
	}
	if b.opts.Pooler == backends.PoolerNone || b.opts.Pooler == backends.PoolerSession {
		script := forSession(append([]setting{isolation, {"standard_conforming_strings", "on"}}, settings...))
		if len(moved) > 0 {
			script += setConfig(moved, "FALSE") + "; "
		}
		return func(ctx context.Context, pg *pgconn.PgConn) error { return b.prepareDirect(ctx, pg, script) }, nil
	}
	local := forTransaction("set_local", slices.Concat(moved, settings)...)
	return func(ctx context.Context, pg *pgconn.PgConn) error {
		if err := checkIsolation(ctx, pg); err != nil {
			return err
		}
		s, err := b.newSession(pg)
		if err == nil {
			// What is prepared beforehand would be read without the search path that goes with transactions.
			s.local, s.unnamed = &local, b.opts.Pooler == backends.PoolerTransaction || len(moved) > 0
		}
		return err
	}, nil
}

// prepareDirect makes a connection to the database itself a session.
func (b *Backend) prepareDirect(ctx context.Context, pg *pgconn.PgConn, script string) error {
	results, err := pg.Exec(ctx, script+"SELECT pg_backend_pid()").ReadAll()
	if err != nil {
		return err
	}
	if b.opts.Pooler == backends.PoolerNone {
		if err := checkDirect(pg, string(results[len(results)-1].Rows[0][0])); err != nil {
			return err
		}
	}
	s, err := b.newSession(pg)
	if err != nil {
		return err
	}
	if s.stored, err = readsStored(ctx, pg); s.stored {
		s.gen = b.dialects.stored
	}
	return err
}

// newSession makes a connection a session.
func (b *Backend) newSession(pg *pgconn.PgConn) (*session, error) {
	if enc := pg.ParameterStatus("server_encoding"); enc != "UTF8" {
		return nil, fmt.Errorf("the database's encoding is %s, it must be UTF8", enc)
	}
	s, err := newSession(pg, &b.opts)
	if err != nil {
		return nil, err
	}
	s.gen, s.watch, s.standby = b.dialects.text, &b.watch, b.standby
	pg.CustomData()[sessionKey] = s
	b.watch.note(s)
	return s, nil
}

// with runs fn on a connection of the pool for single callers.
func (b *Backend) with(ctx context.Context, fn func(s *session) error) error {
	return b.pool.with(ctx, fn)
}

// with runs fn on a connection of the pool. An error before that is a connectError, unless the caller went away.
func (p *pool) with(ctx context.Context, fn func(s *session) error) error {
	p.awaited.Add(1)
	conn, err := p.Acquire(ctx)
	p.awaited.Add(-1)
	if err != nil {
		if ctx.Err() != nil {
			return err
		}
		p.redial.failed(err, time.Now())
		return &connectError{err}
	}
	s := conn.Conn().PgConn().CustomData()[sessionKey].(*session)
	defer func() {
		if s.overdue.Load() {
			abandon(conn.Hijack())
		} else {
			conn.Release()
		}
	}()
	return fn(s)
}

// abandon closes a connection to a database that does not answer. Nobody waits for that, nor for its place in the pool.
func abandon(conn *pgx.Conn) {
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), connectTimeout)
		defer cancel()
		_ = conn.Close(ctx) // it is of no use any more, whatever becomes of it
	}()
}

// reset closes the idle connections after one was lost: the others are probably lost too.
func (b *Backend) reset() {
	b.pool.Reset()
	if b.shared != nil {
		b.shared.Reset()
	}
}
