package server_test

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/metrics"
	"github.com/ddbsql/ddbsql/internal/server"
	"github.com/ddbsql/ddbsql/internal/traces"
	"github.com/ddbsql/ddbsql/internal/traces/tracestest"
)

// tracing is a tracer that delivers to the collector at once, closed before it.
func tracing(t *testing.T, c *tracestest.Collector) *traces.Tracer {
	t.Helper()
	environment := c.Environment()
	settings, err := traces.Read("", "test", func(name string) (string, bool) { v, ok := environment[name]; return v, ok })
	if err != nil {
		t.Fatal(err)
	}
	tracer := traces.New(settings, slog.New(slog.DiscardHandler), new(metrics.Registry).Counters("spans", "Spans.", "outcome"))
	t.Cleanup(tracer.Close)
	return tracer
}

const (
	aTrace = "0af7651916cd43dd8448eb211c80319c"
	aSpan  = "b7ad6b7169203331"
)

// What is read of a client's trace, both ways in.
func TestTraceparent(t *testing.T) {
	collector := tracestest.New(t)
	e := &fakeEngine{do: func(ctx context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) {
		traces.Call(ctx, "sqlite", "get", "Music").End()
		return append(dst, "{}"...), nil
	}}
	ways := startTwoWays(t, e, server.Options{Traces: tracing(t, collector)})
	const parent = "traceparent: 00-" + aTrace + "-" + aSpan
	for way, address := range map[string]string{"short": ways.short, "web": ways.web} {
		for _, c := range []struct {
			name, headers, state string
			recorded, below      bool
		}{
			{"none", "", "", true, false},
			{"one that is recorded", parent + "-01\r\ntracestate: a=1\r\nTraceState: b=2\r\n", "a=1,b=2", true, true},
			{"in capitals", strings.ToUpper("traceparent") + parent[len("traceparent"):] + "-01\r\n", "", true, true},
			{"one that is not recorded", parent + "-00\r\n", "", false, false},
			{"nonsense", "traceparent: 00-nonsense-01\r\ntracestate: a=1\r\n", "", true, false},
			{"two", parent + "-01\r\n" + parent + "-01\r\ntracestate: a=1\r\n", "", true, false},
		} {
			t.Run(way+": "+c.name, func(t *testing.T) {
				before := len(collector.Spans())
				said, _ := converse(t, address, "POST / HTTP/1.1\r\nHost: h\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\n"+c.headers+"Content-Length: 2\r\n\r\n{}",
					// What follows is recorded in any case, and comes after it.
					"POST / HTTP/1.1\r\nHost: h\r\nX-Amz-Target: DynamoDB_20120810.ListTables\r\nContent-Length: 2\r\n\r\n{}")
				if strings.Count(said, "HTTP/1.1 200 OK") != 2 {
					t.Fatalf("answers %s", said)
				}
				spans := collector.Wait(t, func(s []tracestest.Span) bool {
					return len(tracestest.Named(s[before:], "DynamoDB.ListTables")) == 1
				})[before:]
				requests, calls := tracestest.Named(spans, "DynamoDB.GetItem"), tracestest.Named(spans, "get Music")
				if !c.recorded {
					if len(requests) != 0 || len(calls) != 1 {
						t.Errorf("got %v", spans)
					}
					return
				}
				if len(requests) != 1 || len(calls) != 2 {
					t.Fatalf("got %v", spans)
				}
				r := requests[0]
				if (r.TraceID == aTrace) != c.below || (r.ParentSpanID == aSpan) != c.below || r.TraceState != c.state || r.Kind != 2 ||
					calls[0].TraceID != r.TraceID || calls[0].ParentSpanID != r.SpanID {
					t.Errorf("got %s and %s", r, calls[0])
				}
			})
		}
	}
}

// What a span says of its request, both ways in.
func TestSpansOfRequests(t *testing.T) {
	collector := tracestest.New(t)
	ways := startTwoWays(t, &fakeEngine{do: answerByBody}, server.Options{Traces: tracing(t, collector)})
	for way, address := range map[string]string{"short": ways.short, "web": ways.web} {
		for _, c := range []struct {
			name, target, body string
			span, service      string
			status             int64
			failure            string
			fails              bool
		}{
			{"an answer", "DynamoDB_20120810.GetItem", "{}", "DynamoDB.GetItem", "DynamoDB", 200, "", false},
			{"an answer about a stream", "DynamoDBStreams_20120810.GetRecords", "{}", "DynamoDBStreams.GetRecords", "DynamoDBStreams", 200, "", false},
			{"a refusal", "DynamoDB_20120810.PutItem", "refuse", "DynamoDB.PutItem", "DynamoDB", 400, "ValidationException", false},
			{"a fault", "DynamoDB_20120810.PutItem", "panic", "DynamoDB.PutItem", "DynamoDB", 500, "InternalServerError", true},
			{"an operation that nobody knows", "DynamoDB_20120810.Geheim", "{}", "DynamoDB.unknown", "DynamoDB", 400, "UnknownOperationException", false},
		} {
			t.Run(way+": "+c.name, func(t *testing.T) {
				before := len(collector.Spans())
				r := request(t, http.MethodPost, "http://"+address, c.body, target, c.target, "User-Agent", "geheim", "Authorization", "geheim")
				id := send(t, r).header.Get("x-amzn-RequestId")
				s := collector.Wait(t, func(s []tracestest.Span) bool { return len(s) > before })[before]
				want := map[string]any{
					"rpc.system": "aws-api", "rpc.service": c.service, "rpc.method": c.span[len(c.service)+1:],
					"aws.request_id": id, "http.response.status_code": c.status,
				}
				if c.failure != "" {
					want["error.type"] = c.failure
				}
				for name, value := range want {
					if s.Attributes[name] != value {
						t.Errorf("%s is %v, want %v", name, s.Attributes[name], value)
					}
				}
				if len(s.Attributes) != len(want) || s.Name != c.span || s.Failed != c.fails || strings.Contains(strings.ToLower(s.String()), "geheim") {
					t.Errorf("got %s", s)
				}
			})
		}
	}
}

// The time before a request's turn came is in its span.
func TestSpanOfARequestThatWaits(t *testing.T) {
	collector := tracestest.New(t)
	first, both := make(chan struct{}), make(chan struct{})
	e := &fakeEngine{do: func(_ context.Context, operation string, _, dst []byte) ([]byte, *apierr.Error) {
		if operation == "PutItem" {
			close(first)
			<-both
		}
		return append(dst, "{}"...), nil
	}}
	m := server.NewMetrics()
	url, _ := start(t, e, server.Options{Traces: tracing(t, collector), MaxInFlight: 1, MaxWait: time.Minute, Metrics: m})
	var done sync.WaitGroup
	done.Go(func() { post(t, url, "PutItem", "{}") })
	<-first
	done.Go(func() { post(t, url, "GetItem", "{}") })
	for !strings.Contains(send(t, request(t, http.MethodGet, url+"/metrics", "")).body, "\nddbsql_requests_waiting 1\n") {
		time.Sleep(time.Millisecond)
	}
	close(both)
	done.Wait()
	spans := collector.Wait(t, func(s []tracestest.Span) bool { return len(s) == 2 })
	waited, _ := tracestest.Named(spans, "DynamoDB.GetItem")[0].Attributes["ddbsql.admission.wait"].(float64)
	if waited <= 0 || waited > 60 {
		t.Errorf("waited for %v s", waited)
	}
	if at := tracestest.Named(spans, "DynamoDB.PutItem")[0].Attributes["ddbsql.admission.wait"]; at != nil {
		t.Errorf("who did not wait waited for %v s", at)
	}
}
