// Package traces makes spans of requests and delivers them to an OpenTelemetry collector. It is as much of OpenTelemetry as one server
// needs: W3C trace context in, OTLP over HTTP with JSON out. The SDK brings Protocol Buffers and a second HTTP stack with it
// (docs/adr/0031-traces.md).
//
// https://www.w3.org/TR/trace-context/ and https://opentelemetry.io/docs/specs/otlp/ are the formats.
package traces

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/ddbsql/ddbsql/internal/metrics"
)

// Tracer begins spans, and delivers those that ended in the background. It is safe for concurrent use.
type Tracer struct {
	sampler Sampler
	*exporter
}

// New makes a Tracer, which runs until Close. spans counts what became of spans, by Outcomes.
func New(s *Settings, log *slog.Logger, spans *metrics.Counters) *Tracer {
	t := &Tracer{sampler: s.Sampler, exporter: newExporter(s, log, spans)}
	t.exporter.start()
	return t
}

// Request begins the span of a request that is served, with the headers traceparent and tracestate that it came with; nil if it is not to
// be recorded. attrs are Attributes that all such spans have.
func (t *Tracer) Request(parent, state, name string, attrs Attributes, began time.Time) *Span {
	from, ok := parseParent(parent)
	if ok {
		from.state = parseState(state)
	} else {
		from = link{trace: newTraceID()}
	}
	if !t.sampler.takes(from, ok) {
		return nil
	}
	return t.begin(server, name, from, attrs, began)
}

// Job begins the span of work that nobody asked for, and gives a context for it; nil if it is not to be recorded.
func (t *Tracer) Job(ctx context.Context, name string) (context.Context, *Span) {
	from := link{trace: newTraceID()}
	if !t.sampler.takes(from, false) {
		return ctx, nil
	}
	s := t.begin(internal, name, from, nil, time.Now())
	return With(ctx, s), s
}

func (t *Tracer) begin(k kind, name string, from link, attrs Attributes, began time.Time) *Span {
	s := &Span{tracer: t, kind: k, name: name, link: from, id: newSpanID(), began: began}
	s.attrs = append(make(Attributes, 0, attributesRoom), attrs...)
	return s
}

// newTraceID and newSpanID need be unique, not secret; zeros are invalid.
func newTraceID() (id traceID) {
	for id == (traceID{}) {
		putRandom(id[:8])
		putRandom(id[8:])
	}
	return id
}

func newSpanID() (id spanID) {
	for id == (spanID{}) {
		putRandom(id[:])
	}
	return id
}

func putRandom(b []byte) {
	n := rand.Uint64()
	for i := range b {
		b[i] = byte(n >> (8 * i))
	}
}
