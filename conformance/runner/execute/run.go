package execute

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/manifest"
	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// runner is one run.
type runner struct {
	Options
	progress *progress
	run      *result.Run
	server   *server // nil unless the run started one
}

// Do sets the suites up and runs them. What goes wrong with a suite or the endpoint is in the result; an error means that there is none.
// When the context ends, so does the run, with what is known until then. out is the folder of the results.
func Do(ctx context.Context, o Options) (res *result.Run, out string, err error) {
	if err := o.complete(); err != nil {
		return nil, "", err
	}
	if err := os.MkdirAll(o.Out, 0o755); err != nil {
		return nil, "", fmt.Errorf("folder of results: %w", err)
	}
	r := &runner{
		Options:  o,
		progress: &progress{to: o.Progress, terminal: o.Terminal, last: time.Now()},
		run:      &result.Run{Format: result.Format, Label: o.Label, URL: o.URL, Started: time.Now().UTC().Truncate(time.Second), Only: o.Only},
	}
	r.setUpAll(ctx)
	if !o.SetupOnly {
		r.runAll(ctx)
	}
	r.progress.clear()
	r.run.Interrupted = ctx.Err() != nil
	r.run.Seconds = time.Since(r.run.Started).Seconds()
	return r.run, o.Out, nil
}

func (r *runner) setUpAll(ctx context.Context) {
	for _, s := range r.Suites {
		res := r.setUp(ctx, s)
		switch {
		case res.State != "":
			r.sayState(res)
		case r.SetupOnly:
			r.progress.say("%s: ready", s.Name)
			res.State = result.NotRun
		}
		r.run.Suites = append(r.run.Suites, res)
	}
}

func (r *runner) runAll(ctx context.Context) {
	if err := r.reach(ctx); err != nil {
		r.run.Problem = err.Error()
		r.progress.say("%s", r.run.Problem)
	}
	if r.server != nil {
		defer func() { r.run.Restarts = r.server.end(ctx.Err() != nil) }()
	}
	for i, s := range r.Suites {
		res := &r.run.Suites[i]
		switch {
		case res.State != "":
		case ctx.Err() != nil:
			res.State, res.Why = result.NotRun, "the run was ended before"
		case r.run.Problem != "":
			res.State, res.Why = result.NotRun, "the endpoint did not answer"
		default:
			r.runOne(ctx, s, res)
		}
	}
}

func (r *runner) runOne(ctx context.Context, s manifest.Suite, res *result.Suite) {
	if r.server != nil {
		r.server.during(s.Name)
	}
	r.progress.say("%s: %s", s.Name, s.Title)
	// The last suite may have ended the server.
	if err := waitForAnswer(ctx, r.URL, r.Wait, nil); err != nil {
		res.State, res.Why = result.NotRun, err.Error()
	} else {
		r.runSuite(ctx, s, res)
	}
	r.sayState(*res)
}

// reach starts the server, if the run is to, and waits until the endpoint answers.
func (r *runner) reach(ctx context.Context) error {
	if r.Start == "" {
		r.progress.say("waiting for %s", r.URL)
		if err := waitForAnswer(ctx, r.URL, r.Wait, nil); err != nil {
			return err
		}
	} else {
		r.progress.say("starting %s", r.Start)
		s := &server{command: r.Start, url: r.URL, log: filepath.Join(r.Out, "server.log"), wait: r.Wait, patience: r.Patience}
		if err := s.start(ctx); err != nil {
			return err
		}
		r.server = s
	}
	if remark := r.firstQuestion(ctx); remark != "" {
		r.run.Notes = append(r.run.Notes, remark)
		r.progress.say("%s", remark)
	}
	return nil
}

func (r *runner) sayState(s result.Suite) {
	line := fmt.Sprintf("%s: %s", s.Name, s.State)
	if len(s.Cases) > 0 {
		line += ", " + s.Total().String()
	}
	if s.Why != "" {
		line += ": " + s.Why
	}
	r.progress.say("%s", line)
	for _, l := range s.Output {
		r.progress.say("    %s", l)
	}
}
