package server

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/traces"
)

// spanTexts are what the spans of an operation have in common, under the names that OpenTelemetry gives calls of AWS.
type spanTexts struct {
	name  string
	attrs traces.Attributes
}

func newSpanTexts(service, operation string) spanTexts {
	return spanTexts{
		name:  service + "." + operation,
		attrs: traces.Attributes(nil).Text("rpc.system", "aws-api").Text("rpc.service", service).Text("rpc.method", operation),
	}
}

// serviceOf is the service of an operation: DynamoDB or DynamoDBStreams.
func serviceOf(op *api.Operation) string {
	service, _, _ := strings.Cut(op.Prefix, "_")
	return service
}

// beginSpan begins the request's span, below that of its client if it says one. With two traceparents it says none.
func (x *exchange) beginSpan() {
	parent := header(x.way, "Traceparent")
	if _, twice := x.way.Header("Traceparent", 1); twice {
		parent = ""
	}
	var state string
	if parent != "" {
		state = strings.Join(headers(x.way, "Tracestate"), ",")
	}
	x.span = x.server.traces.Request(parent, state, x.op.span.name, x.op.span.attrs, x.started)
}

// endSpan says what became of the request. Nothing of what was in it is said.
func (x *exchange) endSpan(status int, refusal *apierr.Error, finished time.Time) {
	x.span.Text("aws.request_id", x.id)
	x.span.Int("http.response.status_code", int64(status))
	if x.waited > 0 {
		x.span.Seconds("ddbsql.admission.wait", x.waited)
	}
	if refusal != nil {
		x.span.Fail(string(refusal.Code), status >= http.StatusInternalServerError)
	}
	x.span.EndAt(finished)
}

// context is the request's context, to which calls into the database belong.
func (x *exchange) context() context.Context {
	if x.span == nil {
		return x.way.context()
	}
	return traces.With(x.way.context(), x.span)
}

// noteWait notes how long the request waited for room or for its turn.
func (x *exchange) noteWait(since time.Time) { x.waited += time.Since(since) }
