package main

import (
	"context"
	"errors"
	"math/rand/v2"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// Sessions of Postgres that stand still for a moment, as on a machine with too much to do, let requests meet that mostly do not: a write its
// table's change, a group of writes a lock. A stop is longer than the time in which ddbsql waits for locks, at times.
var stops = []time.Duration{5 * time.Millisecond, 20 * time.Millisecond, 60 * time.Millisecond, 120 * time.Millisecond, 300 * time.Millisecond}

const (
	// maxStopped is how many sessions stand still at once, and maxRest how long none does.
	maxStopped = 3
	maxRest    = 30 * time.Millisecond
	// lookSessions is how often is looked which sessions there are.
	lookSessions = time.Second
)

// delay stops sessions of the database now and then, until the context ends. Its server must be one that we started: others may have processes of
// the same numbers elsewhere.
func delay(ctx context.Context, url string) (err error) {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close(context.WithoutCancel(ctx))) }()
	var sessions []int32
	for looked := (time.Time{}); ctx.Err() == nil; {
		if time.Since(looked) > lookSessions {
			if sessions, err = sessionsOf(ctx, conn); err != nil {
				break
			}
			looked = time.Now()
		}
		if err = stopSome(sessions); err != nil {
			break
		}
		time.Sleep(rand.N(maxRest))
	}
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// sessionsOf are the processes of all others who are connected to the database.
func sessionsOf(ctx context.Context, conn *pgx.Conn) ([]int32, error) {
	rows, err := conn.Query(ctx, "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()")
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[int32])
}

// stopSome lets some processes stand still for a moment.
func stopSome(processes []int32) error {
	var errs []error
	n := min(len(processes), 1+rand.IntN(maxStopped))
	some := rand.Perm(len(processes))[:n]
	signal := func(s syscall.Signal) {
		for _, i := range some {
			if err := syscall.Kill(int(processes[i]), s); err != nil && err != syscall.ESRCH { // sessions end
				errs = append(errs, err)
			}
		}
	}
	signal(syscall.SIGSTOP)
	time.Sleep(stops[rand.IntN(len(stops))])
	signal(syscall.SIGCONT)
	return errors.Join(errs...)
}
