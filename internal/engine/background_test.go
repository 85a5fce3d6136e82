package engine_test

import (
	"log/slog"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	_ "github.com/ddbsql/ddbsql/backends/sqlite" // sqlite::memory:
	"github.com/ddbsql/ddbsql/backends/traced"
	"github.com/ddbsql/ddbsql/internal/engine"
	"github.com/ddbsql/ddbsql/internal/metrics"
	"github.com/ddbsql/ddbsql/internal/traces"
	"github.com/ddbsql/ddbsql/internal/traces/tracestest"
)

// Work that no request asks for has traces of its own, with its calls of the database.
func TestSpansOfWorkInTheBackground(t *testing.T) {
	collector := tracestest.New(t)
	environment := collector.Environment()
	settings, err := traces.Read("", "test", func(name string) (string, bool) { v, ok := environment[name]; return v, ok })
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	tracer := traces.New(settings, log, new(metrics.Registry).Counters("spans", "Spans.", "outcome"))
	defer tracer.Close()
	b, err := backends.Open(t.Context(), "sqlite::memory:", backends.Options{Logger: log})
	if err != nil {
		t.Fatal(err)
	}
	e := engine.New(traced.Backend(b, "sqlite"), engine.Options{Traces: tracer, TTLInterval: time.Millisecond, StreamRetention: time.Hour})
	e.StartBackground(log)
	defer e.Close()

	spans := collector.Wait(t, func(s []tracestest.Span) bool { return len(tracestest.Named(s, "sweep_expired")) > 0 })
	sweep, call := tracestest.Named(spans, "sweep_expired")[0], tracestest.Named(spans, "list_expiring")[0]
	if sweep.Kind != 1 || sweep.ParentSpanID != "" || sweep.Failed || sweep.Flags != 0x101 ||
		call.Kind != 3 || call.TraceID != sweep.TraceID || call.ParentSpanID != sweep.SpanID {
		t.Errorf("got %s and %s", sweep, call)
	}
}
