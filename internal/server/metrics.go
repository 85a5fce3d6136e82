package server

import (
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// Upper bounds of the histograms in seconds: from a point read in memory to a page from a cold disk.
var (
	latencyBuckets   = []float64{.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}
	statementBuckets = []float64{.00001, .000025, .00005, .0001, .00025, .0005, .001, .0025, .005, .01, .05, .25, 1, 5}
)

// Metrics are the figures of one process, in a registry of their own.
type Metrics struct {
	registry   *prometheus.Registry
	requests   *prometheus.CounterVec
	errors     *prometheus.CounterVec
	latency    *prometheus.HistogramVec
	statements *prometheus.HistogramVec
	failures   *prometheus.CounterVec
	bound      sync.Map // statement name -> statementFigures
}

// NewMetrics makes an empty set.
func NewMetrics() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "ddbsql_requests_total", Help: "Requests answered, by operation.",
		}, []string{"operation"}),
		errors: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "ddbsql_errors_total", Help: "Requests refused or failed, by operation and error type.",
		}, []string{"operation", "type"}),
		latency: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "ddbsql_request_seconds", Help: "Time from the end of a request's headers to its answer, by operation.",
			Buckets: latencyBuckets,
		}, []string{"operation"}),
		statements: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "ddbsql_sql_statement_seconds", Help: "Time of SQL statements, by statement name.",
			Buckets: statementBuckets,
		}, []string{"statement"}),
		failures: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "ddbsql_sql_errors_total", Help: "SQL statements that ended in an error, by statement name.",
		}, []string{"statement"}),
	}
	m.registry.MustRegister(m.requests, m.errors, m.latency, m.statements, m.failures,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// statementFigures are the label handles of one statement name.
type statementFigures struct {
	latency  prometheus.Observer
	failures prometheus.Counter
}

// ObserveStatement records one run of a named SQL statement and how it ended. Names are few and fixed: they become
// label values. It fits backends.Options.Observe.
func (m *Metrics) ObserveStatement(name string, took time.Duration, err error) {
	bound, ok := m.bound.Load(name)
	if !ok {
		bound, _ = m.bound.LoadOrStore(name, statementFigures{
			latency: m.statements.WithLabelValues(name), failures: m.failures.WithLabelValues(name),
		})
	}
	figures := bound.(statementFigures)
	figures.latency.Observe(took.Seconds())
	if err != nil {
		figures.failures.Inc()
	}
}

func (m *Metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

func (m *Metrics) watchInFlight(g *gate) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "ddbsql_requests_in_flight", Help: "Operations running now.",
	}, func() float64 { return float64(g.count.Load()) }))
}

// operationFigures are the label handles of one operation, bound once.
type operationFigures struct {
	requests prometheus.Counter
	latency  prometheus.Observer
	errors   *prometheus.CounterVec // by error type
}

func (m *Metrics) bind(operation string) operationFigures {
	return operationFigures{
		requests: m.requests.WithLabelValues(operation),
		latency:  m.latency.WithLabelValues(operation),
		errors:   m.errors.MustCurryWith(prometheus.Labels{"operation": operation}),
	}
}

func (f *operationFigures) observe(took time.Duration, refusal *apierr.Error) {
	f.requests.Inc()
	f.latency.Observe(took.Seconds())
	if refusal != nil {
		f.errors.WithLabelValues(string(refusal.Code)).Inc()
	}
}
