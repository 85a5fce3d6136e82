package traces

import (
	"context"
	"slices"
	"sync"
	"time"
)

// kind is what a span stands for, as OTLP numbers it.
type kind int

const (
	internal kind = 1
	server   kind = 2
	client   kind = 3
)

// Span is a piece of work that is recorded. All methods do nothing on nil, which is the span of work that is not.
type Span struct {
	tracer *Tracer
	kind   kind
	name   string
	link
	id    spanID
	began time.Time
	took  time.Duration
	attrs Attributes
	fails bool

	mu     sync.Mutex
	tables []string // that calls of it were about, each once
}

type spanKey struct{}

// With gives a context in which calls belong to the span.
func With(ctx context.Context, s *Span) context.Context { return context.WithValue(ctx, spanKey{}, s) }

// Call begins the span of a call into a database of a kind, below that of the context; nil if there is none. table is the one that it is
// about, empty for none.
func Call(ctx context.Context, system, operation, table string) *Span {
	above, _ := ctx.Value(spanKey{}).(*Span)
	if above == nil {
		return nil
	}
	from := link{trace: above.trace, above: above.id, sampled: true, state: above.state}
	name := operation
	if table != "" {
		name += " " + table
	}
	s := above.tracer.begin(client, name, from, nil, time.Now())
	s.attrs = s.attrs.Text("db.system.name", system).Text("db.operation.name", operation)
	if table != "" {
		s.attrs = s.attrs.Text("db.collection.name", table)
		above.about(table)
	}
	return s
}

// About notes a table that the work above the context's calls is about, besides the one of a call.
func About(ctx context.Context, table string) {
	if s, _ := ctx.Value(spanKey{}).(*Span); s != nil {
		s.about(table)
	}
}

func (s *Span) about(table string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !slices.Contains(s.tables, table) {
		s.tables = append(s.tables, table)
	}
}

// Text adds an attribute, as Int and Seconds do, for whoever began the span.
func (s *Span) Text(name, value string) {
	if s != nil {
		s.attrs = s.attrs.Text(name, value)
	}
}

// Int adds a number.
func (s *Span) Int(name string, value int64) {
	if s != nil {
		s.attrs = s.attrs.Int(name, value)
	}
}

// Seconds adds a time.
func (s *Span) Seconds(name string, value time.Duration) {
	if s != nil {
		s.attrs = s.attrs.Seconds(name, value)
	}
}

// Fail notes an error type, a name of a closed set. fault says that it is the server's, not the caller's.
func (s *Span) Fail(errorType string, fault bool) {
	if s != nil {
		s.attrs = s.attrs.Text("error.type", errorType)
		s.fails = fault
	}
}

// TraceID is the trace's id as logs have it.
func (s *Span) TraceID() string {
	if s == nil {
		return ""
	}
	return string(appendHex(nil, s.trace[:]))
}

// End ends the span, which is then the exporter's.
func (s *Span) End() { s.EndAt(time.Now()) }

// EndAt ends it at a time.
func (s *Span) EndAt(at time.Time) {
	if s == nil {
		return
	}
	s.took = at.Sub(s.began)
	s.mu.Lock()
	if len(s.tables) > 0 && s.kind != client {
		s.attrs = s.attrs.Texts("aws.dynamodb.table_names", s.tables)
	}
	s.mu.Unlock()
	s.tracer.add(s)
}
