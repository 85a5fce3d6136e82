package server_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/server"
)

const (
	megabyte  = 1 << 20
	throttled = `{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":"Rate of requests exceeds the allowed throughput."}`
)

func TestBodyLimit(t *testing.T) {
	tooLarge := `{"__type":"com.amazon.coral.service#RequestEntityTooLarge","message":"Request size exceeded the limit of 16777216 bytes"}`
	for _, c := range []struct {
		name    string
		size    int
		chunked bool
		status  int
	}{
		{"an empty body", 0, false, 200},
		{"a body of the largest size", 16 * megabyte, false, 200},
		{"a chunked body of the largest size", 16 * megabyte, true, 200},
		{"one byte more", 16*megabyte + 1, false, 413},
		{"one byte more, chunked", 16*megabyte + 1, true, 413},
		{"far more", 50 * megabyte, false, 413},
		{"far more, chunked", 50 * megabyte, true, 413},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := &fakeEngine{do: func(_ context.Context, _ string, body, dst []byte) ([]byte, *apierr.Error) {
				return fmt.Appendf(dst, "%d", len(body)), nil
			}}
			url, _ := start(t, e, server.Options{})
			var body io.Reader = bytes.NewReader(bytes.Repeat([]byte(" "), c.size))
			if c.chunked {
				body = io.MultiReader(body) // hides the length
			}
			r, err := http.NewRequest(http.MethodPost, url, body)
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set(target, "DynamoDB_20120810.PutItem")
			want := fmt.Sprint(c.size)
			if c.status == 413 {
				want = tooLarge
			}
			if got := send(t, r); got.status != c.status || got.body != want {
				t.Errorf("got %d %s", got.status, got.body)
			}
			if ran := e.calls.Load() == 1; ran != (c.status == 200) {
				t.Errorf("operation ran: %t", ran)
			}
		})
	}
}

func TestHeaderLimit(t *testing.T) {
	for _, c := range []struct {
		name   string
		path   string
		header int // bytes in each of two extra headers
		status int
	}{
		{"short headers", "/", 10, 200},
		{"two headers of 7 KB", "/", 7 << 10, 200},
		{"two headers of 8 KB", "/", 8 << 10, 400},
		{"a request line of 17 KB", "/" + strings.Repeat("x", 17<<10), 10, 400},
		{"headers past what is read at all", "/", 64 << 10, 431},
	} {
		t.Run(c.name, func(t *testing.T) {
			url, _ := start(t, &fakeEngine{}, server.Options{})
			extra := strings.Repeat("x", c.header)
			got := send(t, request(t, http.MethodPost, url+c.path, "{}", target, "DynamoDB_20120810.GetItem", "Header1", extra, "Header2", extra))
			if got.status != c.status {
				t.Errorf("got %d %.100s", got.status, got.body)
			}
		})
	}
}

func TestRequestsInFlight(t *testing.T) {
	const limit = 3
	entered, release := make(chan struct{}), make(chan struct{})
	url, _ := start(t, &fakeEngine{do: func(_ context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) {
		entered <- struct{}{}
		<-release
		return dst, nil
	}}, server.Options{MaxInFlight: limit, MaxWait: -1})
	done := make(chan answer, limit)
	for range limit {
		go func() { done <- post(t, url, "GetItem", "{}") }()
		<-entered
	}

	got := post(t, url, "GetItem", strings.Repeat(" ", megabyte))
	if got.status != 400 || got.body != throttled {
		t.Errorf("one too many got %d %s", got.status, got.body)
	}
	if health := send(t, request(t, http.MethodGet, url+"/healthz", "")); health.status != 200 {
		t.Errorf("a full server says %d about its health", health.status)
	}

	close(release)
	for range limit {
		if got := <-done; got.status != 200 {
			t.Errorf("one within the limit got %d %s", got.status, got.body)
		}
	}
	go func() { <-entered }()
	if got := post(t, url, "GetItem", "{}"); got.status != 200 {
		t.Errorf("after the rush: %d %s", got.status, got.body)
	}
}

func TestSlowClients(t *testing.T) {
	short := server.Timeouts{ReadHeader: 100 * time.Millisecond, Read: 200 * time.Millisecond, Idle: 100 * time.Millisecond}
	const head = "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\n"
	for _, c := range []struct {
		name, sent string
		status     string // of the answer before the connection ends; empty for none
	}{
		{"who never ends the headers is cut off", head, ""},
		{"who never ends the body is told so", head + "Content-Length: 10\r\n\r\n{", "HTTP/1.1 408 Request Timeout"},
		{"who never ends a chunk is told so", head + "Transfer-Encoding: chunked\r\n\r\na\r\n{", "HTTP/1.1 408 Request Timeout"},
		{"who sends nothing more is cut off after the answer", head + "Content-Length: 2\r\n\r\n{}", "HTTP/1.1 200 OK"},
		{"who garbles a chunk is told so", head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "HTTP/1.1 400 Bad Request"},
	} {
		t.Run(c.name, func(t *testing.T) {
			addr, _, stop := serve(t, &fakeEngine{}, server.Options{Timeouts: short})
			defer stop()
			conn, err := net.Dial("tcp", addr)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			if _, err := io.WriteString(conn, c.sent); err != nil {
				t.Fatal(err)
			}
			if err := conn.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
				t.Fatal(err)
			}
			// Reading to the end proves that the server, not the deadline, ended the connection.
			got, err := io.ReadAll(bufio.NewReader(conn))
			if err != nil {
				t.Fatal(err)
			}
			if status, _, _ := strings.Cut(string(got), "\r\n"); status != c.status {
				t.Errorf("got %q, want %q", status, c.status)
			}
		})
	}
}
