package traces

import (
	"crypto/tls"
	"net/url"
	"time"
)

// scopeName is of the program that makes the spans.
const scopeName = "github.com/ddbsql/ddbsql"

// Settings of a Tracer.
type Settings struct {
	Endpoint string // where batches are sent, with its path
	Sampler  Sampler
	Gzip     bool
	Timeout  time.Duration // of one try to send a batch
	Delay    time.Duration // how long a span waits for others at most
	Queue    int           // spans that wait at most
	Batch    int           // spans that are sent together at most

	version  string
	resource Attributes
	headers  map[string]string
	tls      *tls.Config // nil for the system's authorities
}

// signalPath is what stands behind the address of a collector for traces.
const signalPath = "/v1/traces"

// Read reads the settings from OpenTelemetry's variables; nil if there are to be no traces. address, of a collector, is stronger than the
// variables for one; without any there are no traces. What is asked for and cannot be done is an error.
func Read(address, version string, env func(name string) (value string, set bool)) (*Settings, error) {
	r := reader{env: env}
	s := &Settings{version: version, Endpoint: r.endpoint(address)}
	if s.Endpoint == "" || r.off() {
		return nil, nil
	}
	r.check(s.Endpoint)
	r.refuseUnknown()
	s.Sampler = r.sampler()
	s.Gzip = r.env.ofTraces("COMPRESSION") == "gzip"
	s.Timeout = r.milliseconds("OTEL_EXPORTER_OTLP_TIMEOUT", r.env.ofTraces("TIMEOUT"), 10*time.Second)
	s.Delay = r.milliseconds("OTEL_BSP_SCHEDULE_DELAY", r.env.get("OTEL_BSP_SCHEDULE_DELAY"), 5*time.Second)
	s.Queue = r.count("OTEL_BSP_MAX_QUEUE_SIZE", 2048)
	s.Batch = min(r.count("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", 512), s.Queue)
	s.headers = r.pairs(r.env.ofTraces("HEADERS"), "OTEL_EXPORTER_OTLP_HEADERS")
	s.resource = r.resource(version)
	s.tls = r.authorities()
	return s, r.err
}

func (s *Settings) host() string {
	u, err := url.Parse(s.Endpoint)
	if err != nil {
		return ""
	}
	return u.Host
}
