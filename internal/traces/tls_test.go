package traces_test

import (
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A collector behind TLS is believed by the authority that the variable names, and by none else.
func TestACollectorWithACertificate(t *testing.T) {
	got := make(chan string, 1)
	s := httptest.NewTLSServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { got <- r.URL.Path }))
	defer s.Close()
	file := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, certificate, figures string }{
		{"its authority is named", file, `spans{outcome="delivered"} 1`},
		{"its authority is nobody's", "", `spans{outcome="undelivered"} 1`},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := start(t, map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": s.URL, "OTEL_EXPORTER_OTLP_CERTIFICATE": c.certificate})
			r.Request("", "", "x", nil, time.Now()).End()
			r.Close()
			r.counts(t, c.figures)
		})
	}
	if path := <-got; path != "/v1/traces" || len(got) != 0 {
		t.Errorf("asked for %s", path)
	}
}
