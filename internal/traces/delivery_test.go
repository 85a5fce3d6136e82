package traces_test

import (
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/traces"
	"github.com/ddbsql/ddbsql/internal/traces/tracestest"
)

// What collectors answer, and what becomes of the spans then.
func TestAnswersOfCollectors(t *testing.T) {
	again := func(status int, header ...string) func(w http.ResponseWriter, nth int) bool {
		return func(w http.ResponseWriter, nth int) bool {
			if nth > 0 {
				return true
			}
			if len(header) == 2 {
				w.Header().Set(header[0], header[1])
			}
			w.WriteHeader(status)
			return false
		}
	}
	for _, c := range []struct {
		name    string
		answer  func(w http.ResponseWriter, nth int) bool
		tries   int
		figures string
		logged  string
	}{
		{"all are taken", func(http.ResponseWriter, int) bool { return true }, 1, `{outcome="delivered"} 2`, ""},
		{"an answer that is no JSON", func(w http.ResponseWriter, _ int) bool { io.WriteString(w, "\x0a\x00"); return true }, 1, `{outcome="delivered"} 2`, ""},
		{"one of two is refused", func(w http.ResponseWriter, _ int) bool {
			io.WriteString(w, `{"partialSuccess":{"rejectedSpans":"1","errorMessage":"no"}}`)
			return true
		}, 1, `{outcome="rejected"} 1`, "refuses spans"},
		{"more than there are are refused", func(w http.ResponseWriter, _ int) bool {
			io.WriteString(w, `{"partialSuccess":{"rejectedSpans":"9"}}`)
			return true
		}, 1, `{outcome="rejected"} 2`, "refuses spans"},
		{"overloaded once", again(429, "Retry-After", "1"), 2, `{outcome="delivered"} 2`, ""},
		{"unavailable once", again(503), 2, `{outcome="delivered"} 2`, ""},
		{"a gateway without a collector once", again(502), 2, `{outcome="delivered"} 2`, ""},
		{"a gateway that waited too long once", again(504), 2, `{outcome="delivered"} 2`, ""},
		{"unavailable for longer than anybody waits", again(503, "Retry-After", "1000"), 1, `{outcome="undelivered"} 2`, "503 Service Unavailable"},
		{"no key", again(401), 1, `{outcome="rejected"} 2`, "401 Unauthorized"},
		{"a failure is not tried again", again(500), 1, `{outcome="rejected"} 2`, "500 Internal Server Error"},
		{"another address is not followed", again(307, "Location", "/elsewhere"), 1, `{outcome="rejected"} 2`, "307 Temporary Redirect"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			collector := tracestest.New(t)
			collector.Answer = c.answer
			environment := collector.Environment()
			environment["OTEL_BSP_MAX_EXPORT_BATCH_SIZE"], environment["OTEL_BSP_SCHEDULE_DELAY"] = "2", "60000"
			r := start(t, environment)
			for range 2 {
				r.Request("", "", "x", nil, time.Now()).End()
			}
			r.settle(t)
			r.Close()
			if bodies, _ := collector.Batches(); len(bodies) != c.tries {
				t.Errorf("%d tries, want %d", len(bodies), c.tries)
			}
			r.counts(t, "spans"+c.figures)
			if c.logged == "" && r.log.Len() > 0 || !strings.Contains(r.log.String(), c.logged) {
				t.Errorf("log: %s, want %s", &r.log, c.logged)
			}
		})
	}
}

// settle waits until all spans have an outcome.
func (r *traced) settle(t *testing.T) {
	t.Helper()
	for late := time.Now().Add(20 * time.Second); ; time.Sleep(time.Millisecond) {
		lines := strings.Split(strings.TrimSpace(string(r.figures.AppendTo(nil))), "\n")
		for _, line := range lines {
			if !strings.HasPrefix(line, "#") && !strings.HasSuffix(line, " 0") {
				return
			}
		}
		if time.Now().After(late) {
			t.Fatal("no span has an outcome")
		}
	}
}

// Nobody waits for a collector that is slow, and what there is no room for is counted.
func TestASlowCollector(t *testing.T) {
	collector := tracestest.New(t)
	slow := make(chan struct{})
	collector.Answer = func(http.ResponseWriter, int) bool { <-slow; return true }
	environment := collector.Environment()
	environment["OTEL_BSP_MAX_QUEUE_SIZE"], environment["OTEL_BSP_MAX_EXPORT_BATCH_SIZE"] = "10", "5"
	r := start(t, environment)
	began := time.Now()
	for range 1000 {
		r.Request("", "", "x", nil, time.Now()).End()
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("1000 spans take %s", took)
	}
	close(slow)
	r.Close()
	sent := len(collector.Spans())
	if sent < 10 || sent > 100 {
		t.Errorf("%d spans are sent; there is room for 10, and for 5 that are being sent", sent)
	}
	r.counts(t, `spans{outcome="undelivered"} 0`, `spans{outcome="delivered"} `+itoa(sent), `spans{outcome="queue_full"} `+itoa(1000-sent))
}

// A collector that does not answer keeps no server from ending.
func TestClosingWithoutACollector(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	gone.Close()
	for name, address := range map[string]string{"silent": silent.Addr().String(), "gone": gone.Addr().String()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := start(t, map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": "http://" + address, "OTEL_BSP_MAX_EXPORT_BATCH_SIZE": "10"})
			for range 25 {
				r.Request("", "", "x", nil, time.Now()).End()
			}
			began := time.Now()
			r.Close()
			if took := time.Since(began); took > traces.CloseTimeout+2*time.Second {
				t.Errorf("closing takes %s", took)
			}
			r.counts(t, `spans{outcome="undelivered"} 25`)
			if strings.Count(r.log.String(), "not delivered") != 1 || strings.Contains(r.log.String(), "v1/traces") {
				t.Errorf("log: %s", &r.log)
			}
		})
	}
}

// Headers, which may be keys, and compression.
func TestHeadersAndCompression(t *testing.T) {
	collector := tracestest.New(t)
	environment := collector.Environment()
	environment["OTEL_EXPORTER_OTLP_HEADERS"] = "x-for=all"
	environment["OTEL_EXPORTER_OTLP_TRACES_HEADERS"] = "authorization=Bearer%20abc, x-scope = 1"
	environment["OTEL_EXPORTER_OTLP_COMPRESSION"] = "gzip"
	r := start(t, environment)
	r.Request("", "", "x", nil, time.Now()).End()
	r.Close()
	_, headers := collector.Batches()
	if len(headers) != 1 || len(collector.Spans()) != 1 {
		t.Fatalf("%d batches", len(headers))
	}
	h := headers[0]
	if h.Get("Authorization") != "Bearer abc" || h.Get("X-Scope") != "1" || h.Get("X-For") != "" || h.Get("Content-Encoding") != "gzip" ||
		h.Get("User-Agent") != "ddbsql/v1" {
		t.Errorf("headers %v", h)
	}
}
