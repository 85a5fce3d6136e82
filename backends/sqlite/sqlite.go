// Package sqlite keeps everything in one SQLite file, or in memory.
//
// One goroutine, the executor, owns the connection that writes. It takes requests from a channel in batches: first the
// reads, then all writes in one transaction, so that many callers share the cost of one commit, and a write is its own
// lock: what it reads cannot change before it writes. Pages that may be long are read on connections of their own, from
// the same committed state. A third kind of connection moves committed pages from the write-ahead log into the file, in the
// background.
//
// Items are SQLite's binary JSON (package jsonb), which sqlite3 and every JSON function can read. Predicates call functions
// in Go that look into it, see functions.go; SQL is made by package sqlgen only.
package sqlite

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

func init() {
	backends.Register("sqlite", Open)
	backends.RegisterMigrator("sqlite", openMigrator)
}

// backend implements backends.Backend.
type backend struct {
	gen      *sqlgen.Generator
	db       *location
	exec     *executor
	readers  *readers      // nil in memory: the executor reads everything
	check    *checkpointer // nil in memory
	lock     *lock         // nil in memory
	versions versions
	now      func() time.Time // of data
	unshow   func()           // takes the figures away again; nil until they are shown
}

// Open opens sqlite:PATH, creating the file if there is none, or sqlite::memory:. It fails when another server has the
// file open, when the file was written by a newer ddbsql, or when it is another program's.
func Open(_ context.Context, url string, opts backends.Options) (backends.Backend, error) {
	path, ok := strings.CutPrefix(url, "sqlite:")
	if !ok || path == "" {
		return nil, fmt.Errorf("%q is no sqlite:PATH", url)
	}
	if opts.Logger == nil {
		opts.Logger = slog.Default()
	}
	b := &backend{gen: sqlgen.New(sqlgen.SQLite()), db: &location{path: path, opts: opts}, now: opts.Clock()}
	if err := b.open(b.db); err != nil {
		return nil, errors.Join(explain(path, err), b.Close())
	}
	b.unshow = opts.Gauges.Show(b.look)
	return b, nil
}

func (b *backend) open(db *location) (err error) {
	if !db.inMemory() {
		if err = refuseUnusable(db.path); err != nil {
			return err
		}
		if err = refuseForeign(db.path); err != nil {
			return err
		}
		if b.lock, err = acquireLock(db.path); err != nil {
			return err
		}
	}
	growStack(0)
	c, err := db.connect(writing)
	if err != nil {
		return err
	}
	if err = b.prepare(c, db); err != nil {
		return errors.Join(err, c.close())
	}
	var f *flusher
	if db.opts.Durability == backends.Full && !db.inMemory() {
		f = newFlusher(db.path)
	}
	b.exec = newExecutor(c, db.opts.Logger, f)
	if !db.inMemory() {
		b.readers = newReaders(db)
		b.check = newCheckpointer(db, b.exec)
	}
	return nil
}

// prepare brings the schema up to date, compacts the file if that is wanted, takes jobs from the server that had the file before, and reads the catalog's versions.
func (b *backend) prepare(c *conn, db *location) error {
	if db.inMemory() {
		if err := c.fill(); err != nil {
			return fmt.Errorf("make the schema: %w", err)
		}
	}
	if err := migrate(c, db.opts.Logger, db.opts.KeepSchema); err != nil || db.inMemory() {
		return err // nobody was here before
	}
	if db.opts.Compact {
		if err := c.script("VACUUM"); err != nil {
			return err
		}
	}
	free := b.gen.FreeJobs()
	if err := c.run(&free); err != nil {
		return err
	}
	return b.readVersions(c)
}

// readVersions reads the versions of all tables.
func (b *backend) readVersions(c *conn) error {
	st := b.gen.Definitions()
	return c.rows(&st, func(s *engine.Stmt) (bool, error) {
		b.versions.set(s.ColumnInt64(0), s.ColumnInt64(1))
		return false, nil
	})
}

var ping = sqlgen.Statement{Name: "ping", SQL: "SELECT 1"}

// Ping asks the database.
func (b *backend) Ping(ctx context.Context) error {
	return b.exec.read(ctx, "ping", func(c *conn) error { return c.run(&ping) })
}

// Close lets running requests end, empties the write-ahead log into the file and gives the file free.
func (b *backend) Close() error {
	if b.unshow != nil {
		b.unshow()
	}
	var errs []error
	if b.check != nil {
		errs = append(errs, b.check.close())
	}
	if b.readers != nil {
		errs = append(errs, b.readers.close())
	}
	if b.exec != nil {
		errs = append(errs, b.exec.close())
	}
	return errors.Join(append(errs, b.lock.release())...)
}
