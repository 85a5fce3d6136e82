package server_test

import (
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/server"
)

func TestDispatch(t *testing.T) {
	const unknown = `{"__type":"com.amazon.coral.service#UnknownOperationException"}`
	for _, c := range []struct {
		name, method, path, target string
		status                     int
		body                       string
	}{
		{"an operation of the tables API", "POST", "/", "DynamoDB_20120810.GetItem", 200, "GetItem {}"},
		{"an operation of the streams API", "POST", "/", "DynamoDBStreams_20120810.GetRecords", 200, "GetRecords {}"},
		{"a streams operation under the tables prefix", "POST", "/", "DynamoDB_20120810.GetRecords", 400, unknown},
		{"a tables operation under the streams prefix", "POST", "/", "DynamoDBStreams_20120810.GetItem", 400, unknown},
		{"an operation nobody serves", "POST", "/", "DynamoDB_20120810.Nonsense", 400, unknown},
		{"another version of the API", "POST", "/", "DynamoDB_20111205.GetItem", 400, unknown},
		{"no target", "POST", "/", "", 400, unknown},
		{"another path", "POST", "/garbage", "DynamoDB_20120810.GetItem", 404, "404 page not found\n"},
		{"the health question", "GET", "/", "", 200, "healthy: HOST\n"},
		{"a page that is not there", "GET", "/index.htm", "", 404, "404 page not found\n"},
		{"a method that is not there", "PUT", "/", "", 405, ""},
		{"whether the process lives", "GET", "/healthz", "", 200, "alive\n"},
		{"whether the database answers", "GET", "/readyz", "", 200, "ready\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			url, _ := start(t, &fakeEngine{}, server.Options{})
			r := request(t, c.method, url+c.path, "{}")
			if c.target != "" {
				r.Header.Set(target, c.target)
			}
			got := send(t, r)
			want := strings.Replace(c.body, "HOST", strings.TrimPrefix(url, "http://"), 1)
			if got.status != c.status || got.body != want {
				t.Errorf("got %d %q, want %d %q", got.status, got.body, c.status, want)
			}
		})
	}
}

func TestAnswerHeaders(t *testing.T) {
	long := strings.Repeat("x", 300_000)
	for _, c := range []struct {
		name   string
		out    string
		err    *apierr.Error
		status int
	}{
		{"a short answer", `{"a":1}`, nil, 200},
		{"a long answer", long, nil, 200},
		{"an empty answer", "", nil, 200},
		{"an error", "", apierr.Invalid("bad"), 400},
	} {
		t.Run(c.name, func(t *testing.T) {
			url, _ := start(t, &fakeEngine{do: func(_ context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) {
				return append(dst, c.out...), c.err
			}}, server.Options{})
			got := post(t, url, "GetItem", "{}")
			if got.status != c.status || c.err == nil && got.body != c.out {
				t.Fatalf("got %d with %d bytes", got.status, len(got.body))
			}
			for header, want := range map[string]string{
				"Content-Type":     "application/x-amz-json-1.0",
				"Content-Length":   fmt.Sprint(len(got.body)),
				"X-Amz-Crc32":      fmt.Sprint(crc32.ChecksumIEEE([]byte(got.body))),
				"X-Amzn-Requestid": "^[0-9A-V]{52}$",
				"Server":           "^Server$",
				"Date":             "GMT$",
			} {
				if !regexp.MustCompile(want).MatchString(got.header.Get(header)) {
					t.Errorf("%s is %q, want %s", header, got.header.Get(header), want)
				}
			}
		})
	}
	t.Run("request ids differ", func(t *testing.T) {
		url, _ := start(t, &fakeEngine{}, server.Options{})
		a, b := post(t, url, "GetItem", "{}"), post(t, url, "GetItem", "{}")
		if a.header.Get("x-amzn-requestid") == b.header.Get("x-amzn-requestid") {
			t.Error("both requests have the same id")
		}
	})
}

func TestErrors(t *testing.T) {
	rejected := apierr.New(apierr.ConditionalCheckFailed, "The conditional request failed")
	rejected.Item = []byte(`{"p":{"S":"a"}}`)
	const internal = `{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","message":"The request processing has failed because of an unknown error, exception or failure."}`
	for _, c := range []struct {
		name   string
		do     func() *apierr.Error
		status int
		body   string
		logged []string // what the log holds; nothing if nil
	}{
		{"a refusal is the client's business", func() *apierr.Error { return apierr.Invalid("no") }, 400,
			`{"__type":"com.amazon.coral.validate#ValidationException","message":"no"}`, nil},
		{"a failed condition carries its item", func() *apierr.Error { return rejected }, 400,
			`{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed","Item":{"p":{"S":"a"}}}`, nil},
		{"an internal error is logged and hidden", func() *apierr.Error { return apierr.Internal(errors.New("syntax error in SELECT 1")) }, 500,
			internal, []string{"level=ERROR", "SELECT 1", "operation=GetItem", "request_id="}},
		{"a database that is not there is a warning", func() *apierr.Error {
			return &apierr.Error{Code: apierr.ServiceUnavailable, Message: "busy", Cause: errors.New("dial db.internal")}
		}, 503, `{"__type":"com.amazon.coral.service#ServiceUnavailable","message":"busy"}`, []string{"level=WARN", "db.internal"}},
		{"a panic is an internal error with a stack", func() *apierr.Error { panic("boom") }, 500,
			internal, []string{"level=ERROR", "panic with a string", "protocol_test.go"}}, // the value may be somebody's data
	} {
		t.Run(c.name, func(t *testing.T) {
			url, log := start(t, &fakeEngine{do: func(_ context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) {
				err := c.do()
				return append(dst, "half an answer"...), err
			}}, server.Options{})
			got := post(t, url, "GetItem", "{}")
			if got.status != c.status || got.body != c.body {
				t.Errorf("got  %d %s\nwant %d %s", got.status, got.body, c.status, c.body)
			}
			if lines := strings.Count(log.String(), "\n"); lines > 1 || (lines == 1) != (c.logged != nil) {
				t.Errorf("%d lines logged:\n%s", lines, log)
			}
			if c.logged != nil && !strings.Contains(log.String(), got.header.Get("x-amzn-requestid")) {
				t.Errorf("the log has not the answer's request id:\n%s", log)
			}
			for _, part := range c.logged {
				if !strings.Contains(log.String(), part) {
					t.Errorf("log lacks %q:\n%s", part, log)
				}
			}
		})
	}
	t.Run("the server goes on after a panic", func(t *testing.T) {
		first := true
		url, _ := start(t, &fakeEngine{do: func(_ context.Context, op string, _, dst []byte) ([]byte, *apierr.Error) {
			if first {
				first = false
				panic("boom")
			}
			return append(dst, op...), nil
		}}, server.Options{MaxInFlight: 1})
		post(t, url, "GetItem", "{}")
		if got := post(t, url, "GetItem", "{}"); got.status != 200 || got.body != "GetItem" {
			t.Errorf("got %d %s", got.status, got.body)
		}
	})
}

func TestHostContext(t *testing.T) {
	type hostKey struct{}
	e := &fakeEngine{do: func(ctx context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) {
		return fmt.Append(dst, ctx.Value(hostKey{})), nil
	}}
	url, _ := start(t, e, server.Options{HostContext: func(ctx context.Context, host string) context.Context {
		return context.WithValue(ctx, hostKey{}, host)
	}})
	for operation, want := range map[string]string{"DescribeEndpoints": strings.TrimPrefix(url, "http://"), "GetItem": "<nil>"} {
		if got := post(t, url, operation, "{}"); got.body != want {
			t.Errorf("%s has %s in its context, want %s", operation, got.body, want)
		}
	}
}

func TestNotReady(t *testing.T) {
	url, log := start(t, &fakeEngine{ping: errors.New("password of db.internal refused")}, server.Options{})
	got := send(t, request(t, http.MethodGet, url+"/readyz", ""))
	if got.status != 503 || got.body != "not ready\n" {
		t.Errorf("got %d %q", got.status, got.body)
	}
	if !strings.Contains(log.String(), "db.internal") {
		t.Errorf("the reason is not logged: %s", log)
	}
}

func TestHealthReport(t *testing.T) {
	for _, c := range []struct {
		name, method string
		ping         error
		body         string
	}{
		{"the database answers", "GET", nil, `{"services": {"dynamodb": "running", "dynamodbstreams": "running"}, "edition": "community", "version": "v1.2.3"}`},
		{"the database does not answer", "GET", errors.New("gone"), `{"services": {"dynamodb": "error", "dynamodbstreams": "error"}, "edition": "community", "version": "v1.2.3"}`},
		{"a question without an answer's body", "HEAD", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			url, _ := start(t, &fakeEngine{ping: c.ping}, server.Options{Version: "v1.2.3"})
			got := send(t, request(t, c.method, url+"/_localstack/health", ""))
			if got.status != 200 || got.body != c.body || got.header.Get("Content-Type") != "application/json" {
				t.Errorf("got %d %s %q", got.status, got.header.Get("Content-Type"), got.body)
			}
		})
	}
}

func TestCORS(t *testing.T) {
	asked := []string{"Origin", "http://example.com", "Access-Control-Request-Method", "dog", "Access-Control-Request-Headers", "cat, mouse"}
	names := []string{"Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "Access-Control-Max-Age",
		"Access-Control-Allow-Methods", "Access-Control-Allow-Headers", "Access-Control-Allow-Credentials"}
	exposed := "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date"
	for _, c := range []struct {
		name, method string
		headers      []string
		want         [6]string // in the order of names
	}{
		{"OPTIONS without an origin gets none", "OPTIONS", nil, [6]string{}},
		{"GET without an origin gets none", "GET", nil, [6]string{}},
		{"POST without an origin gets none", "POST", nil, [6]string{}},
		{"a preflight gets a maximal age", "OPTIONS", asked[:2], [6]string{"*", exposed, "172800"}},
		{"a preflight gets what it asked for", "OPTIONS", asked, [6]string{"*", exposed, "172800", "dog", "cat, mouse"}},
		{"GET may be read by any origin", "GET", asked, [6]string{"*", exposed}},
		{"POST may be read by any origin, errors too", "POST", asked, [6]string{"*", exposed}},
	} {
		t.Run(c.name, func(t *testing.T) {
			url, _ := start(t, &fakeEngine{}, server.Options{})
			got := send(t, request(t, c.method, url, "", c.headers...))
			for i, name := range names {
				if got.header.Get(name) != c.want[i] {
					t.Errorf("%s is %q, want %q", name, got.header.Get(name), c.want[i])
				}
			}
			if c.method == "OPTIONS" && got.status != 200 {
				t.Errorf("status %d", got.status)
			}
		})
	}
}
