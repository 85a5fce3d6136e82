package postgres

import (
	"context"
	"strconv"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// UpdateTable replaces a definition that still has t's version, and makes and drops what the difference between the two asks for,
// in one transaction.
//
// Whoever changes a table holds the row of its definition. What is made is there before writers are kept out, so that they wait
// for one commit: see shut. A writer that waited takes a new snapshot once it has its own lock on the table, for Postgres locks the
// tables of a prepared statement first; it sees the new version in its guard and writes nothing.
func (b *Backend) UpdateTable(ctx context.Context, t *catalog.Table) error {
	if err := b.placeBeforehand(ctx, t); err != nil {
		return err
	}
	var opened *catalog.Table
	err := b.transaction(ctx, "update table", func(s *session) error {
		lock := b.gen.LockDefinition(t)
		stored, err := s.definitions(ctx, &lock)
		if err != nil {
			return err
		}
		if len(stored) == 0 || stored[0].Version != t.Version {
			return stale("update table")
		}
		if opened, err = b.openStream(ctx, s, t); err != nil {
			return err
		}
		definition, err := backends.EncodeDefinition(opened)
		if err != nil {
			return err
		}
		replace := b.gen.UpdateDefinition(t, definition)
		if _, err := s.one(ctx, &replace, nil); err != nil {
			return err
		}
		change := backends.ChangeOf(stored[0], t)
		if err := b.alter(ctx, s, t, &change); err != nil {
			return err
		}
		return s.oneByOne(ctx, b.gen.TableJob(stored[0], t))
	})
	if err == nil {
		t.Version++
		t.Stream = opened.Stream
	}
	return err
}

// alter makes and drops SQL tables. What is dropped is shut before: whoever reads it is not to be waited for with everybody else
// waiting behind.
func (b *Backend) alter(ctx context.Context, s *session, t *catalog.Table, c *backends.TableChange) error {
	if err := s.runAll(ctx, b.gen.Make(t, c)); err != nil {
		return err
	}
	if err := b.shut(ctx, s, sqlgen.ChangeLocks(t, c)); err != nil {
		return err
	}
	if err := s.runAll(ctx, b.gen.Drop(t, c)); err != nil || c.Closed == 0 {
		return err
	}
	return b.closeStream(ctx, s, c.Closed)
}

// How shut takes its locks: so long it waits for each at a time, with everybody who comes later waiting behind it, twice as long after
// some tries for the sake of a machine that is too busy for less; so long it leaves the others alone between two tries, at first and
// at most; and so often it tries, for about half a minute.
const (
	shutWait     = 20 * time.Millisecond
	shutPatience = 15
	shutPause    = 10 * time.Millisecond
	maxShutPause = 500 * time.Millisecond
	shutTries    = 60
)

var (
	savepoint    = sqlgen.Statement{Name: "savepoint", SQL: "SAVEPOINT shut"}
	rollbackShut = sqlgen.Statement{Name: "rollback_to", SQL: "ROLLBACK TO shut"}
)

// waitFor changes how long the transaction at hand waits for a lock.
func waitFor(d time.Duration) sqlgen.Statement {
	return sqlgen.Statement{Name: "set_lock_timeout", SQL: "SET LOCAL lock_timeout = " + strconv.FormatInt(d.Milliseconds(), 10)}
}

// shut takes locks that keep others out until the transaction ends, without ever making them wait for long: who uses the tables is
// waited for shortly and often, and between two attempts nothing is shut. So nobody whom it waits for waits for it in vain.
func (b *Backend) shut(ctx context.Context, s *session, locks []sqlgen.Lock) error {
	if len(locks) == 0 {
		return nil
	}
	if err := b.keepOutVacuum(ctx, s, locks); err != nil {
		return err
	}
	attempt := []sqlgen.Statement{savepoint, {}}
	for _, l := range locks {
		attempt = append(attempt, b.gen.LockTable(l))
	}
	pause := shutPause
	for try := 1; ; try++ {
		attempt[1] = waitFor(shutWait << (try / shutPatience))
		err := s.runAll(ctx, attempt)
		if err == nil || !waited(err) {
			return err
		}
		if try == shutTries {
			return &backends.Error{Code: backends.CodeConflict, Op: "update table", Err: err}
		}
		if err := s.define(ctx, &rollbackShut); err != nil {
			return err
		}
		if !sleep(ctx, pause) {
			return ctx.Err()
		}
		pause = min(2*pause, maxShutPause)
	}
}

// keepOutVacuum takes a lock that no reader or writer notices, for it may have to be waited for: until a vacuum ends. Postgres ends
// an automatic one for whoever waits a second for it.
func (b *Backend) keepOutVacuum(ctx context.Context, s *session, locks []sqlgen.Lock) error {
	statements := []sqlgen.Statement{waitLong}
	for _, l := range locks {
		statements = append(statements, b.gen.LockTable(sqlgen.Lock{Name: l.Name, Mode: sqlgen.LockMaintenance}))
	}
	return s.runAll(ctx, statements)
}
