package server_test

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/server"
)

// kept is a connection that a client keeps.
type kept struct {
	net.Conn
	in *bufio.Reader
}

func keep(t *testing.T, addr string) kept {
	t.Helper()
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return kept{conn, bufio.NewReader(conn)}
}

// operate sends an operation, as SDKs do or in a form for net/http, and gives the answer.
func (k kept) operate(t *testing.T, head string) *http.Response {
	t.Helper()
	if _, err := k.Write([]byte("POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\n" + head + "\r\n")); err != nil {
		t.Fatal(err)
	}
	res, err := http.ReadResponse(k.in, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, res.Body); err != nil {
		t.Fatal(err)
	}
	return res
}

// The forms of requests for the two ways in.
const (
	shortForm = "Content-Length: 2\r\n\r\n{}"
	longForm  = "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n"
)

// TestGrace serves on for a while after the word to stop: not ready, each answer the last one of its connection, new ones welcome.
func TestGrace(t *testing.T) {
	for name, form := range map[string]string{"the short way": shortForm, "net/http": longForm} {
		t.Run(name, func(t *testing.T) {
			e := &fakeEngine{do: func(_ context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) {
				return append(dst, "done"...), nil
			}}
			addr, result, stop := serve(t, e, server.Options{Grace: 2 * time.Second})
			idle := keep(t, addr)
			if res := idle.operate(t, form); res.Close {
				t.Error("a connection ends although nobody stops the server")
			}
			if a := send(t, request(t, "GET", "http://"+addr+"/readyz", "")); a.status != http.StatusOK {
				t.Errorf("readyz: %d", a.status)
			}
			stop()
			waitStatus(t, "http://"+addr+"/readyz", http.StatusServiceUnavailable)
			if res := idle.operate(t, form); res.StatusCode != http.StatusOK || !res.Close {
				t.Errorf("on a connection from before: %d, says that it ends: %v", res.StatusCode, res.Close)
			}
			if res := keep(t, addr).operate(t, form); res.StatusCode != http.StatusOK || !res.Close {
				t.Errorf("on a new connection: %d, says that it ends: %v", res.StatusCode, res.Close)
			}
			if n := e.closed.Load(); n != 0 {
				t.Error("the engine was closed in the time of grace")
			}
			if err := <-result; err != nil {
				t.Errorf("Serve: %v", err)
			}
		})
	}
}

// waitStatus waits until a path has that status.
func waitStatus(t *testing.T, url string, status int) {
	t.Helper()
	for end := time.Now().Add(time.Minute); send(t, request(t, "GET", url, "")).status != status; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s does not come to status %d", url, status)
		}
	}
}
