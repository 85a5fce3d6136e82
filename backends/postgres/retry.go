package postgres

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/backends"
)

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

// attempts counts why statements had to be repeated, and since when they are tried.
type attempts struct {
	conflicts, waits, losses, refusals int
	begun                              time.Time
}

// do runs fn on a connection. What the server refused because of concurrent statements is run again; so is what met a lost
// connection, writes only if they did nothing for sure: an answer that was lost may be that of a commit. For a server that refuses
// connections it waits, see patience.
func (b *Backend) do(ctx context.Context, op string, e effect, fn func(s *session) error) error {
	tried := attempts{begun: time.Now()}
	for {
		err := b.with(ctx, fn)
		if err == nil {
			return nil
		}
		if ctx.Err() != nil || !b.again(ctx, e, err, &tried) {
			return settle(ctx, op, e, err)
		}
	}
}

// again says whether statements that failed are to be repeated, after the pause that goes before that.
func (b *Backend) again(ctx context.Context, e effect, err error, tried *attempts) bool {
	if lost(err) && !isConnect(err) { // a server without room for more connections has not lost those it has
		b.reset()
	}
	took := time.Since(tried.begun)
	switch {
	case b.standby: // the primary answers
		return false
	case isConnect(err):
		tried.refusals++
		return retriable(err) && took < patience && !b.pool.redial.gone(time.Now()) && sleep(ctx, pauseOf(tried.refusals, maxRedial/4))
	case b.watch.limit > 0 && took > b.watch.limit:
		return false
	case waited(err) && (e == writes || canceled(err)) && tried.waits < maxWaits:
		tried.waits++
		return true
	case transient(err) && tried.conflicts < maxConflicts && (!waited(err) || e == reads):
		tried.conflicts++
		return pause(ctx, tried.conflicts)
	case repeatable(err, e) && tried.losses < maxLosses:
		tried.losses++
		return true
	}
	return false
}

func repeatable(err error, e effect) bool {
	var known *backends.Error
	if errors.As(err, &known) {
		return false
	}
	return pgconn.SafeToRetry(err) || e == reads && lost(err)
}

// settle gives an error its code. Of writes that may have happened, although the connection was lost, nothing is known.
func settle(ctx context.Context, op string, e effect, err error) error {
	if e == writes && ctx.Err() == nil && lost(err) && !pgconn.SafeToRetry(err) {
		return &backends.Error{Code: backends.CodeUnknown, Op: op, Err: err}
	}
	return classify(ctx, op, err)
}

// pause waits before another attempt, longer with each, and not in step with others. It is false when the caller went away.
func pause(ctx context.Context, attempt int) bool {
	return sleep(ctx, pauseOf(attempt, 50*time.Millisecond))
}

// pauseOf draws the time before another attempt: what it can be doubles with each, up to a bound.
func pauseOf(attempt int, most time.Duration) time.Duration {
	return rand.N(min(time.Millisecond<<min(attempt, 10), most))
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
