// Package tracestest is a collector of OpenTelemetry for tests: it reads OTLP's JSON strictly and keeps what it got.
package tracestest

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"
)

// Span is a span as it came, with the resource it came from.
type Span struct {
	TraceID, SpanID, ParentSpanID string
	TraceState                    string
	Flags, Kind                   int
	Name                          string
	Start, End                    time.Time
	Attributes, Resource          map[string]any
	Failed                        bool
}

// Collector takes spans. Answer, if set, answers in its place after a batch was read, and says whether it was taken.
type Collector struct {
	URL    string
	Answer func(w http.ResponseWriter, nth int) (taken bool)

	mu      sync.Mutex
	spans   []Span
	batches int
	bodies  [][]byte
	headers []http.Header
	more    chan struct{} // closed when there are more
}

// New starts a collector for a test, which what it cannot read fails.
func New(t testing.TB) *Collector {
	c := &Collector{more: make(chan struct{})}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := c.take(w, r); err != nil {
			t.Errorf("collector: %v", err)
			w.WriteHeader(http.StatusBadRequest)
		}
	}))
	c.URL = s.URL
	t.Cleanup(s.Close)
	return c
}

func (c *Collector) take(w http.ResponseWriter, r *http.Request) error {
	body, err := read(r)
	if err != nil {
		return err
	}
	spans, err := parse(body)
	if err != nil {
		return fmt.Errorf("%w in %s", err, body)
	}
	c.mu.Lock()
	nth := c.batches
	c.batches++
	c.bodies, c.headers = append(c.bodies, body), append(c.headers, r.Header)
	c.mu.Unlock()
	taken := true
	if c.Answer != nil {
		taken = c.Answer(w, nth)
	} else {
		io.WriteString(w, `{"partialSuccess":{}}`)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if taken {
		c.spans = append(c.spans, spans...)
	}
	close(c.more)
	c.more = make(chan struct{})
	return nil
}

func read(r *http.Request) ([]byte, error) {
	if r.Method != http.MethodPost || r.Header.Get("Content-Type") != "application/json" {
		return nil, fmt.Errorf("%s of %s", r.Method, r.Header.Get("Content-Type"))
	}
	if r.Header.Get("Content-Encoding") != "gzip" {
		return io.ReadAll(r.Body)
	}
	packed, err := gzip.NewReader(r.Body)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(packed)
}

// Spans gives what is there now.
func (c *Collector) Spans() []Span {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.spans)
}

// Batches gives the bodies and headers of all requests, taken or not.
func (c *Collector) Batches() ([][]byte, []http.Header) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.bodies), slices.Clone(c.headers)
}

// Wait waits until enough is there.
func (c *Collector) Wait(t testing.TB, enough func([]Span) bool) []Span {
	t.Helper()
	late := time.After(20 * time.Second)
	for {
		c.mu.Lock()
		spans, more := slices.Clone(c.spans), c.more
		c.mu.Unlock()
		if enough(spans) {
			return spans
		}
		select {
		case <-more:
		case <-late:
			t.Fatalf("the collector has only %+v", spans)
		}
	}
}

// Named gives the spans of a name.
func Named(spans []Span, name string) (found []Span) {
	for _, s := range spans {
		if s.Name == name {
			found = append(found, s)
		}
	}
	return found
}

// Environment gives the settings that send spans to the collector at once.
func (c *Collector) Environment() map[string]string {
	return map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": c.URL, "OTEL_BSP_SCHEDULE_DELAY": "1"}
}

// JSON of what it keeps, for messages of tests.
func (s Span) String() string {
	text, err := json.Marshal(s)
	if err != nil {
		return err.Error()
	}
	return string(text)
}
