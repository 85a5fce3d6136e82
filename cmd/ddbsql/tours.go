package main

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"
)

// tourInterval is how often the namespaces whose databases are not open are looked after.
const tourInterval = 10 * time.Minute

// tours is a goroutine that goes round all namespaces: the work in the background is done where a database is open, and what is to expire
// in one that nobody uses has to go as well.
type tours struct {
	stop  context.CancelFunc
	ended sync.WaitGroup
}

// startTours begins the tours. What is in memory is always open.
func (t *tenants) startTours() {
	if inMemory(t.app.config.db) {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	t.tours.stop = stop
	t.tours.ended.Go(func() {
		tick := time.NewTicker(tourInterval)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			if err := t.tour(ctx); err != nil && ctx.Err() == nil {
				t.log.Warn("tour of the namespaces", slog.Any("error", err))
			}
		}
	})
}

// end waits for the tour under way, which ends with the namespace that it is at.
func (t *tours) end() {
	if t.stop != nil {
		t.stop()
		t.ended.Wait()
	}
}

// tour opens, one after the other, the databases that are not open, does what is due there, and closes them again.
func (t *tenants) tour(ctx context.Context) error {
	names, err := t.Names(ctx)
	if err != nil {
		return err
	}
	var errs []error
	for _, name := range names[1:] {
		if ctx.Err() == nil && !t.pool.IsOpen(name) {
			errs = append(errs, t.in(ctx, name, t.lookAfter(ctx)))
		}
	}
	return errors.Join(errs...)
}

// lookAfter does what is due in a database.
func (t *tenants) lookAfter(ctx context.Context) func(string, database) error {
	return func(_ string, db database) (err error) {
		if t.app.config.ttl.interval > 0 {
			_, err = db.SweepExpired(ctx)
		}
		_, trimming := db.TrimStreams(ctx)
		return errors.Join(err, trimming)
	}
}
