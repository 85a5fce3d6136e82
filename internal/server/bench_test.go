package server_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/server"
)

// discard is a ResponseWriter that costs nothing, so that the figure is the server's own.
type discard struct{ header http.Header }

func (d *discard) Header() http.Header         { return d.header }
func (d *discard) WriteHeader(int)             {}
func (d *discard) Write(p []byte) (int, error) { return len(p), nil }

func BenchmarkExchange(b *testing.B) {
	s := server.New(&fakeEngine{}, server.Options{Operations: operations})
	body := strings.NewReader("")
	r := httptest.NewRequest(http.MethodPost, "/", body)
	r.Header.Set(target, "DynamoDB_20120810.GetItem")
	w := &discard{header: http.Header{}}
	b.ReportAllocs()
	for b.Loop() {
		body.Reset(`{"TableName":"table","Key":{"p":{"S":"key"}}}`)
		s.ServeHTTP(w, r)
	}
}
