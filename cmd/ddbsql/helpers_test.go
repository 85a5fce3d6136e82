package main

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/engine"
)

// fakeDatabase answers every question with what a test put in.
type fakeDatabase struct {
	differences []string
	statements  []backends.Statement
	swept       engine.Sweep
	trimmed     engine.Trim
	err         error
	asked       string // operation and body of Explain
	started     int    // of the work in the background
	closed      int
}

func (f *fakeDatabase) Do(_ context.Context, operation string, _, dst []byte) ([]byte, *apierr.Error) {
	return append(dst, operation...), nil
}

func (f *fakeDatabase) Plannable(context.Context, string, []byte) bool { return f.err == nil }

func (f *fakeDatabase) Ping(context.Context) error { return f.err }

func (f *fakeDatabase) Close() error { f.closed++; return nil }

func (f *fakeDatabase) Empty(context.Context) (bool, error) { return true, f.err }

func (f *fakeDatabase) StartBackground(*slog.Logger) { f.started++ }

func (f *fakeDatabase) Check(context.Context) ([]string, error) { return f.differences, f.err }

func (f *fakeDatabase) SweepExpired(context.Context) (engine.Sweep, error) { return f.swept, f.err }

func (f *fakeDatabase) SplitShard(context.Context, string, string) ([]string, error) {
	return []string{"one", "two"}, f.err
}

func (f *fakeDatabase) SaveCopy(context.Context, string) error { return f.err }

func (f *fakeDatabase) LoadCopy(context.Context, backends.Place) error { return f.err }

func (f *fakeDatabase) Schemas() backends.Schemas { return nil }

func (f *fakeDatabase) TrimStreams(context.Context) (engine.Trim, error) { return f.trimmed, f.err }

func (f *fakeDatabase) Explain(_ context.Context, operation string, body []byte) ([]backends.Statement, error) {
	f.asked = operation + " " + string(body)
	return f.statements, f.err
}

// run is one run of the program.
type run struct {
	args        []string
	environment map[string]string
	stdin       string
	db          *fakeDatabase
	ctx         context.Context // context.Background if nil
	stderr      io.Writer       // discarded if nil

	config config // as the database was opened with
	opened bool
	stdout string
}

func (r *run) execute(t *testing.T) error {
	t.Helper()
	if r.db == nil {
		r.db = &fakeDatabase{}
	}
	if r.ctx == nil {
		r.ctx = context.Background()
	}
	if r.stderr == nil {
		r.stderr = io.Discard
	}
	root := newRoot(app{
		open: func(_ context.Context, c *config, _ *slog.Logger, _ backends.Observer) (database, error) {
			r.config, r.opened = *c, true
			return r.db, nil
		},
		environment: func(name string) (string, bool) { v, ok := r.environment[name]; return v, ok },
	})
	var out bytes.Buffer
	root.SetArgs(r.args)
	root.SetIn(strings.NewReader(r.stdin))
	root.SetOut(&out)
	root.SetErr(r.stderr)
	err := root.ExecuteContext(r.ctx)
	r.stdout = out.String()
	return err
}

// errorHas tells whether err's text has a part; an empty part stands for no error.
func errorHas(err error, part string) bool {
	if part == "" || err == nil {
		return err == nil && part == ""
	}
	return strings.Contains(err.Error(), part)
}
