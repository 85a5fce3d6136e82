package traces

import (
	"cmp"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
)

// environment are variables by their names; one that is empty counts as not set, as OpenTelemetry has it.
type environment func(name string) (value string, set bool)

// ofTraces finds a variable that there is for all signals and, stronger, for traces alone.
func (env environment) ofTraces(name string) string {
	return cmp.Or(env.get("OTEL_EXPORTER_OTLP_TRACES_"+name), env.get("OTEL_EXPORTER_OTLP_"+name))
}

func (env environment) get(name string) string {
	value, _ := env(name)
	return strings.TrimSpace(value)
}

// reader reads settings; the first error stays.
type reader struct {
	env environment
	err error
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

func (r *reader) off() bool {
	return strings.EqualFold(r.env.get("OTEL_SDK_DISABLED"), "true") || r.env.get("OTEL_TRACES_EXPORTER") == "none"
}

// endpoint is where batches are sent. The variable for traces alone has the whole address, the others that of all signals.
func (r *reader) endpoint(address string) string {
	if whole := r.env.get("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"); address == "" && whole != "" {
		return whole
	}
	address = cmp.Or(address, r.env.get("OTEL_EXPORTER_OTLP_ENDPOINT"))
	if address == "" || strings.HasSuffix(address, signalPath) {
		return address
	}
	return strings.TrimSuffix(address, "/") + signalPath
}

// check refuses what is no address. Its text is not said: it may have a password.
func (r *reader) check(endpoint string) {
	u, err := url.Parse(endpoint)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		r.fail(errors.New("the address of the collector for traces must be http://HOST:PORT or https://HOST:PORT"))
	}
}

// refuseUnknown refuses ways of delivery that are not ours. Where Protocol Buffers are taken over HTTP, JSON is.
func (r *reader) refuseUnknown() {
	for _, choice := range []struct {
		name, value string
		known       []string
	}{
		{"OTEL_EXPORTER_OTLP_PROTOCOL", r.env.ofTraces("PROTOCOL"), []string{"", "http/json", "http/protobuf"}},
		{"OTEL_EXPORTER_OTLP_COMPRESSION", r.env.ofTraces("COMPRESSION"), []string{"", "gzip", "none"}},
		{"OTEL_TRACES_EXPORTER", r.env.get("OTEL_TRACES_EXPORTER"), []string{"", "otlp"}},
	} {
		if !slices.Contains(choice.known, choice.value) {
			r.fail(fmt.Errorf("%s is %q, must be %s", choice.name, choice.value, strings.Join(choice.known[1:], " or ")))
		}
	}
}

func (r *reader) sampler() Sampler {
	s, err := parseSampler(r.env.get("OTEL_TRACES_SAMPLER"), r.env.get("OTEL_TRACES_SAMPLER_ARG"))
	if err != nil {
		r.fail(err)
	}
	return s
}

func (r *reader) milliseconds(name, text string, otherwise time.Duration) time.Duration {
	if text == "" {
		return otherwise
	}
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil || n == 0 {
		r.fail(fmt.Errorf("%s is %q, must be a number of milliseconds", name, text))
	}
	return time.Duration(n) * time.Millisecond
}

func (r *reader) count(name string, otherwise int) int {
	text := r.env.get(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.ParseUint(text, 10, 20)
	if err != nil || n == 0 {
		r.fail(fmt.Errorf("%s is %q, must be a number from 1 to 1048575", name, text))
	}
	return int(n)
}

// pairs reads a list of name=value; values are as in a URL. What it says wrong is not quoted: it may be a key.
func (r *reader) pairs(list, name string) map[string]string {
	found := map[string]string{}
	for pair := range strings.SplitSeq(list, ",") {
		if strings.TrimSpace(pair) == "" {
			continue
		}
		key, value, ok := strings.Cut(pair, "=")
		key = strings.TrimSpace(key)
		value, err := url.PathUnescape(strings.TrimSpace(value))
		if !ok || key == "" || err != nil {
			r.fail(fmt.Errorf("%s must be NAME=VALUE,NAME=VALUE", name))
			continue
		}
		found[key] = value
	}
	return found
}

// resource is what the server says of itself.
func (r *reader) resource(version string) Attributes {
	own := map[string]string{
		"service.name": "ddbsql", "service.version": version, "service.instance.id": uuid.NewString(),
		"telemetry.sdk.name": scopeName, "telemetry.sdk.language": "go", "telemetry.sdk.version": version,
	}
	for name, value := range r.pairs(r.env.get("OTEL_RESOURCE_ATTRIBUTES"), "OTEL_RESOURCE_ATTRIBUTES") {
		own[name] = value
	}
	own["service.name"] = cmp.Or(r.env.get("OTEL_SERVICE_NAME"), own["service.name"])
	var a Attributes
	for _, name := range slices.Sorted(maps.Keys(own)) {
		a = a.Text(name, own[name])
	}
	return a
}

// authorities are those that the collector's certificate is checked by.
func (r *reader) authorities() *tls.Config {
	file := r.env.ofTraces("CERTIFICATE")
	if file == "" {
		return nil
	}
	text, err := os.ReadFile(file)
	pool := x509.NewCertPool()
	if err != nil || !pool.AppendCertsFromPEM(text) {
		r.fail(fmt.Errorf("OTEL_EXPORTER_OTLP_CERTIFICATE: %s has no certificate in PEM that can be read", file))
	}
	return &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}
}
