package conformance

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/places"
	"github.com/ddbsql/ddbsql/conformance/server"
	"github.com/ddbsql/ddbsql/internal/traces/tracestest"
)

const (
	clientTrace = "0af7651916cd43dd8448eb211c80319c"
	clientSpan  = "b7ad6b7169203331"
)

// tracedRequest sends an operation below a client's span; by net/http, not the short way, if it comes from a page.
func tracedRequest(t *testing.T, url, op, body string, fromPage bool) (status int) {
	t.Helper()
	req, err := http.NewRequest(http.MethodPost, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("X-Amz-Target", "DynamoDB_20120810."+op)
	req.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential=any")
	req.Header.Set("Traceparent", "00-"+clientTrace+"-"+clientSpan+"-01")
	if fromPage {
		req.Header.Set("Origin", "http://localhost")
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if _, err := io.Copy(io.Discard, res.Body); err != nil {
		t.Fatal(err)
	}
	return res.StatusCode
}

// tracedRequests are requests and the calls of the database that their spans must have below them.
var tracedRequests = []struct {
	op, body string
	status   int
	failure  string
	calls    []string
	tables   string
}{
	{"CreateTable", `{"TableName":"Music","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"}],` +
		`"KeySchema":[{"AttributeName":"p","KeyType":"HASH"}]}`, 200, "", []string{"create_table Music"}, "[Music]"},
	{"PutItem", `{"TableName":"Music","Item":{"p":{"S":"a"}}}`, 200, "", []string{"write Music"}, "[Music]"},
	{"GetItem", `{"TableName":"Music","Key":{"p":{"S":"a"}}}`, 200, "", []string{"get Music"}, "[Music]"},
	{"Query", `{"TableName":"Music","KeyConditionExpression":"p = :p","ExpressionAttributeValues":{":p":{"S":"a"}}}`, 200, "", []string{"query Music"}, "[Music]"},
	{"BatchGetItem", `{"RequestItems":{"Music":{"Keys":[{"p":{"S":"a"}},{"p":{"S":"b"}}]}}}`, 200, "", []string{"get Music"}, "[Music]"},
	{"PutItem", `{"TableName":"Music","Item":{"p":{"S":"a"}},"ConditionExpression":"attribute_not_exists(p)"}`, 400, "ConditionalCheckFailedException",
		[]string{"write Music"}, "[Music]"},
	{"GetItem", `{"TableName":"None","Key":{"p":{"S":"a"}}}`, 400, "ResourceNotFoundException", []string{"table"}, "<nil>"},
	{"DeleteTable", `{"TableName":"Music"}`, 200, "", []string{"drop_table Music"}, "[Music]"},
}

// Traces of a real server, on both databases and both ways in; all of them are delivered when it ends.
func TestTraces(t *testing.T) {
	for _, tg := range targets {
		for way, fromPage := range map[string]bool{"the short way": false, "net/http": true} {
			t.Run(tg.name+", "+way, func(t *testing.T) {
				collector := tracestest.New(t)
				p, err := server.Start(server.Options{
					Binary: tg.binary, DB: newDatabase(t, tg), Args: []string{"--traces", collector.URL},
					Env: []string{"OTEL_BSP_SCHEDULE_DELAY=600000", "OTEL_SERVICE_NAME=music"},
				})
				if err != nil {
					t.Fatal(err)
				}
				for _, r := range tracedRequests {
					if status := tracedRequest(t, p.URL, r.op, r.body, fromPage); status != r.status {
						t.Errorf("%s: status %d", r.op, status)
					}
				}
				if early := len(collector.Spans()); early > 0 {
					t.Errorf("%d spans are delivered before their time", early)
				}
				if err := p.Stop(); err != nil {
					t.Fatal(err)
				}
				compareTraces(t, collector.Spans(), system(tg.name))
			})
		}
	}
}

// system is what OpenTelemetry calls the database of a target.
func system(target string) string {
	if strings.HasPrefix(target, "postgres") {
		return "postgresql"
	}
	return "sqlite"
}

func compareTraces(t *testing.T, spans []tracestest.Span, system string) {
	t.Helper()
	var requests []tracestest.Span
	calls := map[string][]tracestest.Span{} // by the span above
	for _, s := range spans {
		switch {
		case s.Resource["service.name"] != "music":
			t.Errorf("of %v: %s", s.Resource["service.name"], s)
		case s.Kind == 2:
			requests = append(requests, s)
		case s.Kind == 3:
			calls[s.ParentSpanID] = append(calls[s.ParentSpanID], s)
		}
	}
	if len(requests) != len(tracedRequests) {
		t.Fatalf("%d requests have spans, want %d: %v", len(requests), len(tracedRequests), spans)
	}
	for i, want := range tracedRequests {
		r := requests[i]
		failure, _ := r.Attributes["error.type"].(string)
		if r.Name != "DynamoDB."+want.op || r.TraceID != clientTrace || r.ParentSpanID != clientSpan || failure != want.failure ||
			r.Attributes["http.response.status_code"] != int64(want.status) || fmt.Sprint(r.Attributes["aws.dynamodb.table_names"]) != want.tables {
			t.Errorf("%s has the span %s", want.op, r)
		}
		for _, name := range want.calls {
			below := tracestest.Named(calls[r.SpanID], name)
			if len(below) == 0 || below[0].TraceID != clientTrace || below[0].Attributes["db.system.name"] != system ||
				below[0].Start.Before(r.Start) || below[0].End.After(r.End) {
				t.Errorf("%s has below it %v, want %s", want.op, calls[r.SpanID], name)
			}
		}
	}
}

// Requests notice nothing of a collector that is not there, nor does the end of the server.
func TestTracesWithoutACollector(t *testing.T) {
	p, err := server.Start(server.Options{Binary: targets[0].binary, DB: "sqlite::memory:", Env: []string{"OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:1"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range tracedRequests {
		if status := tracedRequest(t, p.URL, r.op, r.body, false); status != r.status {
			t.Errorf("%s: status %d", r.op, status)
		}
	}
	began := time.Now()
	if err := p.Stop(); err != nil {
		t.Error(err)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("the server takes %s to end", took)
	}
	if log := p.Log(); !strings.Contains(log, "spans are not delivered") {
		t.Errorf("the log does not say so: %s", log)
	}
}

// Whatever clients send, nothing of it is in a span but the names of tables that there are.
func TestTracesAreDiscreet(t *testing.T) {
	for _, tg := range targets {
		t.Run(tg.name, func(t *testing.T) {
			collector := tracestest.New(t)
			d := &discreet{T: t, binary: tg.binary, db: withPassword(t, newDatabase(t, tg)), env: []string{
				"DDBSQL_TRACES=" + collector.URL, "OTEL_EXPORTER_OTLP_HEADERS=authorization=" + secret, "OTEL_BSP_SCHEDULE_DELAY=50",
				"OTEL_BSP_MAX_QUEUE_SIZE=100000",
			}}
			d.start()
			for _, body := range places.Tables {
				if err := d.call("DynamoDB_20120810.CreateTable", body, nil); err != nil {
					t.Fatal(err)
				}
			}
			d.sendEverywhere()
			d.stop()
			spans := collector.Spans()
			for _, s := range spans {
				s.Name, _, _ = strings.Cut(s.Name, " ")
				delete(s.Attributes, "aws.dynamodb.table_names")
				delete(s.Attributes, "db.collection.name")
				if line := telling(s.String()); line != "" {
					t.Errorf("a span tells: %s", line)
				}
			}
			if line := telling(d.log.String()); line != "" || len(spans) < 100 {
				t.Errorf("%d spans; the log tells: %s", len(spans), line)
			}
		})
	}
}
