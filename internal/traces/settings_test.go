package traces_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/traces"
)

func itoa(n int) string { return strconv.Itoa(n) }

// What turns traces on and off, and where they are sent.
func TestSettings(t *testing.T) {
	const all, own = "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"
	for _, c := range []struct {
		name, address string
		environment   map[string]string
		endpoint      string // empty for no traces
		failure       string
	}{
		{"nothing", "", nil, "", ""},
		{"the flag", "http://a:4318", nil, "http://a:4318/v1/traces", ""},
		{"the flag with a slash", "http://a:4318/", nil, "http://a:4318/v1/traces", ""},
		{"the flag with a folder", "https://a/otlp", nil, "https://a/otlp/v1/traces", ""},
		{"the flag with the whole path", "https://a/otlp/v1/traces", nil, "https://a/otlp/v1/traces", ""},
		{"the variable of all signals", "", map[string]string{all: "http://b:4318"}, "http://b:4318/v1/traces", ""},
		{"the variable of traces is the whole address", "", map[string]string{all: "http://b:4318", own: "http://c/x"}, "http://c/x", ""},
		{"the flag is stronger than variables", "http://a", map[string]string{all: "http://b", own: "http://c"}, "http://a/v1/traces", ""},
		{"a variable that is empty", "", map[string]string{all: " "}, "", ""},
		{"no traces, whatever else is set", "http://a", map[string]string{"OTEL_SDK_DISABLED": "TRUE"}, "", ""},
		{"no exporter", "", map[string]string{all: "http://b", "OTEL_TRACES_EXPORTER": "none"}, "", ""},
		{"off with what could not be done", "", map[string]string{all: "http://b", "OTEL_SDK_DISABLED": "true", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}, "", ""},
		{"variables alone turn nothing on", "", map[string]string{"OTEL_TRACES_SAMPLER": "nonsense", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}, "", ""},
		{"protobuf over HTTP is where JSON is", "", map[string]string{all: "http://b", "OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf"}, "http://b/v1/traces", ""},
		{"gRPC", "", map[string]string{all: "http://b", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}, "", `OTEL_EXPORTER_OTLP_PROTOCOL is "grpc", must be http/json`},
		{"gRPC for traces alone", "http://a", map[string]string{"OTEL_EXPORTER_OTLP_TRACES_PROTOCOL": "grpc"}, "", `is "grpc", must be http/json`},
		{"gRPC for others", "http://a", map[string]string{"OTEL_EXPORTER_OTLP_PROTOCOL": "grpc", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL": "http/json"}, "http://a/v1/traces", ""},
		{"an exporter that is not ours", "http://a", map[string]string{"OTEL_TRACES_EXPORTER": "zipkin"}, "", `OTEL_TRACES_EXPORTER is "zipkin", must be otlp`},
		{"an unknown compression", "http://a", map[string]string{"OTEL_EXPORTER_OTLP_COMPRESSION": "zstd"}, "", "must be gzip or none"},
		{"an unknown sampler", "http://a", map[string]string{"OTEL_TRACES_SAMPLER": "xray"}, "", `OTEL_TRACES_SAMPLER is "xray"`},
		{"a ratio above 1", "http://a", map[string]string{"OTEL_TRACES_SAMPLER": "traceidratio", "OTEL_TRACES_SAMPLER_ARG": "2"}, "", `OTEL_TRACES_SAMPLER_ARG is "2"`},
		{"a ratio that is none", "http://a", map[string]string{"OTEL_TRACES_SAMPLER": "traceidratio", "OTEL_TRACES_SAMPLER_ARG": "NaN"}, "", "must be a number from 0 to 1"},
		{"no milliseconds", "http://a", map[string]string{"OTEL_EXPORTER_OTLP_TIMEOUT": "1s"}, "", `OTEL_EXPORTER_OTLP_TIMEOUT is "1s"`},
		{"no queue", "http://a", map[string]string{"OTEL_BSP_MAX_QUEUE_SIZE": "0"}, "", "OTEL_BSP_MAX_QUEUE_SIZE"},
		{"headers that are none", "http://a", map[string]string{"OTEL_EXPORTER_OTLP_HEADERS": "geheim"}, "", "OTEL_EXPORTER_OTLP_HEADERS must be NAME=VALUE"},
		{"no address", "geheim", nil, "", "must be http://HOST:PORT"},
		{"gRPC's address", "grpc://geheim:4317", nil, "", "must be http://HOST:PORT"},
		{"a certificate that is not there", "https://a", map[string]string{"OTEL_EXPORTER_OTLP_CERTIFICATE": "/nowhere/ca.pem"}, "", "OTEL_EXPORTER_OTLP_CERTIFICATE: /nowhere/ca.pem"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := traces.Read(c.address, "v1", lookup(c.environment))
			switch {
			case c.failure != "":
				if err == nil || !strings.Contains(err.Error(), c.failure) || strings.Contains(err.Error(), "geheim") {
					t.Errorf("error %v, want %s", err, c.failure)
				}
			case err != nil:
				t.Error(err)
			case c.endpoint == "":
				if s != nil {
					t.Errorf("traces are sent to %s", s.Endpoint)
				}
			case s == nil || s.Endpoint != c.endpoint:
				t.Errorf("settings %+v, want %s", s, c.endpoint)
			}
		})
	}
}
