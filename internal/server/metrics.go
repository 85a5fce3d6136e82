package server

import (
	"maps"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/metrics"
)

// Upper bounds of the histograms in seconds: from a point read in memory to a page from a cold disk.
var (
	latencyBuckets   = []float64{.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}
	statementBuckets = []float64{.00001, .000025, .00005, .0001, .00025, .0005, .001, .0025, .005, .01, .05, .25, 1, 5}
)

// Metrics are the figures of one process, in a registry of their own.
type Metrics struct {
	registry   metrics.Registry
	requests   *metrics.Counters
	errors     *metrics.Counters
	latency    *metrics.Histograms
	statements *metrics.Histograms
	failures   *metrics.Counters
	looks      *metrics.Looks // of what is open
	// bound are the series of the statements seen so far, by name. The map is never changed but replaced, under binding.
	bound   atomic.Pointer[map[string]*statementFigures]
	binding sync.Mutex
}

// NewMetrics makes an empty set.
func NewMetrics() *Metrics {
	m := new(Metrics)
	m.bound.Store(&map[string]*statementFigures{})
	r := &m.registry
	m.requests = r.Counters("ddbsql_requests_total", "Requests answered, by operation.", "operation")
	m.errors = r.Counters("ddbsql_errors_total", "Requests refused or failed, by operation and error type.", "operation", "type")
	m.latency = r.Histograms("ddbsql_request_seconds", "Time from the end of a request's headers to its answer, by operation.",
		latencyBuckets, "operation")
	m.statements = r.Histograms("ddbsql_sql_statement_seconds", "Time of SQL statements, by statement name.", statementBuckets, "statement")
	m.failures = r.Counters("ddbsql_sql_errors_total", "SQL statements that ended in an error, by statement name.", "statement")
	m.looks = r.Looks()
	r.Process()
	return m
}

// statementFigures are the series of one statement name.
type statementFigures struct {
	latency  *metrics.Histogram
	failures *metrics.Counter
}

// ObserveStatement records one run of a named SQL statement and how it ended. Names are few and fixed: they become
// label values. It fits backends.Options.Observe.
func (m *Metrics) ObserveStatement(name string, took time.Duration, err error) {
	figures := (*m.bound.Load())[name]
	if figures == nil {
		figures = m.bindStatement(name)
	}
	figures.latency.Observe(took)
	if err != nil {
		figures.failures.Inc()
	}
}

// bindStatement binds the series of a statement that was not seen before.
func (m *Metrics) bindStatement(name string) *statementFigures {
	m.binding.Lock()
	defer m.binding.Unlock()
	bound := maps.Clone(*m.bound.Load())
	if bound[name] == nil {
		bound[name] = &statementFigures{latency: m.statements.With(name), failures: m.failures.With(name)}
	}
	m.bound.Store(&bound)
	return bound[name]
}

// TraceSpans are the figures of what became of spans, for a traces.Tracer.
func (m *Metrics) TraceSpans() *metrics.Counters {
	return m.registry.Counters("ddbsql_trace_spans_total", "Spans of traces, by what became of them.", "outcome")
}

// ShowGauges shows the figures of something open until forget is called. It fits backends.Options.Gauges.
func (m *Metrics) ShowGauges(look func(show func(name, help string, value float64))) (forget func()) {
	return m.looks.Add(look)
}

func (m *Metrics) watchInFlight(t *turns) {
	m.registry.Gauge("ddbsql_requests_in_flight", "Operations running now.", func() float64 {
		running, _, _ := t.figures()
		return float64(running)
	})
	m.registry.Gauge("ddbsql_requests_waiting", "Operations that wait for their turn.", func() float64 {
		_, waiting, _ := t.figures()
		return float64(waiting)
	})
	m.registry.Gauge("ddbsql_answer_bytes", "Bytes of long answers that are being sent.", func() float64 {
		_, _, answers := t.figures()
		return float64(answers)
	})
}

// operationFigures are the series of one operation, bound once.
type operationFigures struct {
	operation string
	requests  *metrics.Counter
	latency   *metrics.Histogram
	errors    *metrics.Counters
}

func (m *Metrics) bind(operation string) operationFigures {
	return operationFigures{operation, m.requests.With(operation), m.latency.With(operation), m.errors}
}

func (f *operationFigures) observe(took time.Duration, refusal *apierr.Error) {
	f.requests.Inc()
	f.latency.Observe(took)
	if refusal != nil {
		f.errors.With(f.operation, string(refusal.Code)).Inc()
	}
}
