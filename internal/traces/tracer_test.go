package traces_test

import (
	"context"
	"io"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/metrics"
	"github.com/ddbsql/ddbsql/internal/traces"
	"github.com/ddbsql/ddbsql/internal/traces/tracestest"
)

// traced is a tracer of a test, and what it says of itself.
type traced struct {
	*traces.Tracer
	figures *metrics.Registry
	log     strings.Builder // read after Close
}

// start makes a tracer with these variables. Whoever calls closes it.
func start(t *testing.T, environment map[string]string) *traced {
	t.Helper()
	s, err := traces.Read("", "v1", lookup(environment))
	if err != nil || s == nil {
		t.Fatalf("settings %v, %v", s, err)
	}
	r := &traced{figures: new(metrics.Registry)}
	r.Tracer = traces.New(s, slog.New(slog.NewTextHandler(&r.log, nil)), r.figures.Counters("spans", "Spans.", "outcome"))
	return r
}

func lookup(environment map[string]string) func(string) (string, bool) {
	return func(name string) (string, bool) { v, ok := environment[name]; return v, ok }
}

// counts tells whether the figures have these lines.
func (r *traced) counts(t *testing.T, lines ...string) {
	t.Helper()
	got := string(r.figures.AppendTo(nil))
	for _, line := range lines {
		if !strings.Contains(got, line+"\n") {
			t.Errorf("lacks %s in\n%s", line, got)
		}
	}
}

const (
	aTrace  = "0af7651916cd43dd8448eb211c80319c"
	aSpan   = "b7ad6b7169203331"
	sampled = "00-" + aTrace + "-" + aSpan + "-01"
)

// A request with calls into the database, and what a collector gets to see of it.
func TestSpansOfARequest(t *testing.T) {
	collector := tracestest.New(t)
	environment := collector.Environment()
	environment["OTEL_SERVICE_NAME"] = "orders"
	environment["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment.name=test,service.name=weaker,quoted=a%20b"
	r := start(t, environment)
	began := time.Now()
	span := r.Request(sampled, "a=1,b=2", "DynamoDB.GetItem", traces.Attributes(nil).Text("rpc.method", "GetItem"), began)
	ctx := traces.With(context.Background(), span)
	call := traces.Call(ctx, "sqlite", "get", "Music")
	call.Fail("stale", true)
	call.End()
	traces.Call(ctx, "sqlite", "get", "Music").End()
	traces.About(ctx, "Albums")
	span.Int("http.response.status_code", 400)
	span.Seconds("ddbsql.admission.wait", 1500*time.Microsecond)
	span.Fail("ValidationException", false)
	span.EndAt(began.Add(time.Second))
	r.Close()

	spans := collector.Spans()
	if len(spans) != 3 {
		t.Fatalf("got %v", spans)
	}
	request, calls := spans[2], spans[:2]
	if request.TraceID != aTrace || request.ParentSpanID != aSpan || request.TraceState != "a=1,b=2" || request.Kind != 2 ||
		request.Flags != 0x301 || request.Failed || !request.Start.Equal(time.Unix(0, began.UnixNano())) || request.End.Sub(request.Start) != time.Second {
		t.Errorf("request %s", request)
	}
	want := map[string]any{
		"rpc.method": "GetItem", "http.response.status_code": int64(400), "ddbsql.admission.wait": 0.0015, "error.type": "ValidationException",
		"aws.dynamodb.table_names": "[Music Albums]",
	}
	compareAttributes(t, request.Attributes, want)
	for i, c := range calls {
		if c.TraceID != aTrace || c.ParentSpanID != request.SpanID || c.SpanID == request.SpanID || c.Kind != 3 || c.Flags != 0x101 ||
			c.Name != "get Music" || c.Failed != (i == 0) || c.TraceState != "a=1,b=2" {
			t.Errorf("call %s", c)
		}
	}
	compareAttributes(t, calls[1].Attributes, map[string]any{"db.system.name": "sqlite", "db.operation.name": "get", "db.collection.name": "Music"})
	resource := request.Resource
	if resource["service.name"] != "orders" || resource["service.version"] != "v1" || resource["deployment.environment.name"] != "test" ||
		resource["quoted"] != "a b" || resource["service.instance.id"] == "" {
		t.Errorf("resource %v", resource)
	}
	r.counts(t, `spans{outcome="delivered"} 3`, `spans{outcome="queue_full"} 0`)
}

func compareAttributes(t *testing.T, got, want map[string]any) {
	t.Helper()
	flat := map[string]any{}
	for name, value := range got {
		if list, ok := value.([]string); ok {
			value = "[" + strings.Join(list, " ") + "]"
		}
		flat[name] = value
	}
	if !reflect.DeepEqual(flat, want) {
		t.Errorf("\n got %v\nwant %v", flat, want)
	}
}

// Who has no span has no calls with one, and nothing to do.
func TestNoSpan(t *testing.T) {
	var none *traces.Span
	none.Text("a", "b")
	none.Int("a", 1)
	none.Seconds("a", 1)
	none.Fail("a", true)
	none.End()
	ctx := context.Background()
	traces.About(ctx, "Music")
	if n := testing.AllocsPerRun(100, func() {
		traces.Call(ctx, "sqlite", "get", "Music").End()
	}); n != 0 || none.TraceID() != "" {
		t.Errorf("a call without a span allocates %v times", n)
	}
}

func BenchmarkRequestWithACall(b *testing.B) {
	s, err := traces.Read("http://127.0.0.1:1", "v1", lookup(map[string]string{"OTEL_BSP_MAX_QUEUE_SIZE": "16", "OTEL_BSP_SCHEDULE_DELAY": "100000"}))
	if err != nil {
		b.Fatal(err)
	}
	tracer := traces.New(s, slog.New(slog.NewTextHandler(io.Discard, nil)), new(metrics.Registry).Counters("spans", "Spans.", "outcome"))
	defer tracer.Close()
	b.ReportAllocs()
	for b.Loop() {
		span := tracer.Request(sampled, "", "DynamoDB.GetItem", nil, time.Now())
		ctx := traces.With(context.Background(), span)
		traces.Call(ctx, "sqlite", "get", "Music").End()
		span.Int("http.response.status_code", 200)
		span.End()
	}
}
