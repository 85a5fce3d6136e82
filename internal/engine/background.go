package engine

import (
	"context"
	"errors"
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
	r.AddFamily(background.Family{Prefix: backends.TableJobs, Interval: tableJobsInterval, Run: e.inSpan("settle_table", e.settleTable)})
	r.AddFamily(background.Family{Prefix: backends.DroppedTables, Interval: clearInterval, Run: e.inSpan("clear_dropped", e.clearDropped)})
	if e.opts.TTLInterval > 0 {
		r.Add(background.Job{Name: sweepJob, Interval: e.opts.TTLInterval, Run: e.jobInSpan("sweep_expired", e.sweepInBackground)})
	}
	r.Add(background.Job{Name: "streams/trim", Interval: trimInterval, Run: e.jobInSpan("trim_streams", e.trimInBackground)})
	r.Start()
	e.background = r
	e.unshow = e.opts.Gauges.Show(e.look)
}

// look shows the figures of an open database and its work in the background.
func (e *Engine) look(show func(name, help string, value float64)) {
	running, failing := e.background.Figures()
	show("ddbsql_databases_open", "Databases that are open: one, or one for each namespace in use.", 1)
	show("ddbsql_background_running", "Jobs in the background that this process does now.", float64(running))
	show("ddbsql_background_failing", "Jobs in the background whose last run failed.", float64(failing))
}

func (e *Engine) trimInBackground(ctx context.Context, _ *background.Task) error {
	_, err := e.TrimStreams(ctx)
	return err
}

// member is what a background.Family runs.
type member = func(ctx context.Context, name string, t *background.Task) error

// inSpan gives each run a span of its own. What goes on later has not failed.
func (e *Engine) inSpan(name string, run member) member {
	if e.opts.Traces == nil {
		return run
	}
	return func(ctx context.Context, of string, t *background.Task) error {
		ctx, span := e.opts.Traces.Job(ctx, name)
		defer span.End()
		err := run(ctx, of, t)
		var later *background.Later
		if err != nil && !errors.As(err, &later) {
			span.Fail(string(asAPIError(err).Code), true)
		}
		return err
	}
}

// jobInSpan does the same for what a background.Job runs.
func (e *Engine) jobInSpan(name string, run func(context.Context, *background.Task) error) func(context.Context, *background.Task) error {
	of := e.inSpan(name, func(ctx context.Context, _ string, t *background.Task) error { return run(ctx, t) })
	return func(ctx context.Context, t *background.Task) error { return of(ctx, "", t) }
}
