package server_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
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

// BenchmarkSocket sends a GetItem with an SDK's headers over a socket and reads an answer of 1 KB. Figures are those of client and server
// together; the client is as bare as can be, and allocates nothing.
func BenchmarkSocket(b *testing.B) {
	verifier := auth.NewVerifier(auth.Config{Keys: auth.Keys{"AKID": {Secret: "secret"}}, Region: "us-east-1"})
	for _, c := range []struct {
		name     string
		verifier *auth.Verifier
		serve    func(s *server.Server, ln net.Listener)
	}{
		{"net_http", nil, serveByNetHTTP},
		{"short", nil, serveShort},
		{"net_http_signed", verifier, serveByNetHTTP},
		{"short_signed", verifier, serveShort},
	} {
		b.Run(c.name, func(b *testing.B) {
			item := strings.Repeat("x", 1024)
			engine := &fakeEngine{do: func(_ context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) {
				return append(dst, item...), nil
			}}
			ln, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				b.Fatal(err)
			}
			c.serve(server.New(engine, server.Options{Operations: operations, Auth: c.verifier}), ln)
			defer ln.Close()
			request := signedGetItem(b)
			b.SetParallelism(16)
			b.ReportAllocs()
			b.ResetTimer()
			b.RunParallel(func(p *testing.PB) {
				if err := askAgain(ln.Addr().String(), request, p.Next); err != nil {
					b.Error(err)
				}
			})
		})
	}
}

func serveByNetHTTP(s *server.Server, ln net.Listener) {
	hs := &http.Server{Handler: s, ReadHeaderTimeout: time.Minute, ReadTimeout: time.Minute, WriteTimeout: time.Minute, IdleTimeout: time.Minute}
	go func() { _ = hs.Serve(ln) }()
}

func serveShort(s *server.Server, ln net.Listener) {
	go func() { _ = s.Serve(context.Background(), ln) }()
}

// askAgain sends a request and reads its answer, as often as more says so. All answers have the length of the first.
func askAgain(address, request string, more func() bool) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	sent, answer, size := []byte(request), make([]byte, 64<<10), 0
	for more() {
		if _, err := conn.Write(sent); err != nil {
			return err
		}
		if size == 0 {
			if size, err = conn.Read(answer); err != nil {
				return err
			}
			if !strings.HasPrefix(string(answer[:size]), "HTTP/1.1 200 OK\r\n") {
				return fmt.Errorf("answer %s", answer[:size])
			}
		} else if _, err := io.ReadFull(conn, answer[:size]); err != nil {
			return err
		}
	}
	return nil
}

// signedGetItem is a request as an SDK sends it.
func signedGetItem(tb testing.TB) string {
	tb.Helper()
	return signedBy(tb, aws.Credentials{AccessKeyID: "AKID", SecretAccessKey: "secret"}, `{"TableName":"table","Key":{"p":{"S":"key-000001"},"s":{"N":"12345"}}}`)
}
