package engine

import (
	"context"
	"log/slog"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/background"
)

// tableJobsInterval is how often a server looks for tables that another one left unsettled. Its own it knows.
const tableJobsInterval = 5 * time.Second

// trimInterval is how often one of the servers removes what is too old from streams.
const trimInterval = time.Minute

// StartBackground begins to do, until Close, the work that no request asks for. It is called once, before the first request.
func (e *Engine) StartBackground(log *slog.Logger) {
	r := background.New(e.backend, log)
	r.AddFamily(background.Family{Prefix: backends.TableJobs, Interval: tableJobsInterval, Run: e.settleTable})
	r.AddFamily(background.Family{Prefix: backends.DroppedTables, Interval: clearInterval, Run: e.clearDropped})
	if e.opts.TTLInterval > 0 {
		r.Add(background.Job{Name: sweepJob, Interval: e.opts.TTLInterval, Run: e.sweepInBackground})
	}
	r.Add(background.Job{Name: "streams/trim", Interval: trimInterval, Run: func(ctx context.Context, _ *background.Task) error {
		_, err := e.TrimStreams(ctx)
		return err
	}})
	r.Start()
	e.background = r
}
