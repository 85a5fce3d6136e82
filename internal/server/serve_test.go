package server_test

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/server"
)

func TestShutdown(t *testing.T) {
	// hanging gives an engine whose operation ends when release is closed or its context ends.
	hanging := func() (e *fakeEngine, entered, release chan struct{}) {
		entered, release = make(chan struct{}), make(chan struct{})
		return &fakeEngine{do: func(ctx context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) {
			close(entered)
			select {
			case <-release:
				return append(dst, "done"...), nil
			case <-ctx.Done():
				return dst, apierr.Internal(ctx.Err())
			}
		}}, entered, release
	}

	t.Run("a running request is answered before the engine closes", func(t *testing.T) {
		e, entered, release := hanging()
		addr, result, stop := serve(t, e, server.Options{})
		got := make(chan answer, 1)
		go func() { got <- post(t, "http://"+addr, "GetItem", "{}") }()
		<-entered
		stop()
		waitRefused(t, addr)
		if n := e.closed.Load(); n != 0 {
			t.Error("the engine was closed under a running request")
		}
		close(release)
		if a := <-got; a.status != 200 || a.body != "done" {
			t.Errorf("the running request got %d %s", a.status, a.body)
		}
		if err := <-result; err != nil {
			t.Errorf("Serve: %v", err)
		}
		if n := e.closed.Load(); n != 1 {
			t.Errorf("the engine was closed %d times", n)
		}
	})

	t.Run("a request that does not end is cut off after the drain time", func(t *testing.T) {
		e, entered, _ := hanging()
		addr, result, stop := serve(t, e, server.Options{Timeouts: server.Timeouts{Drain: 50 * time.Millisecond}})
		conn, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		if _, err := conn.Write([]byte("POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\nContent-Length: 2\r\n\r\n{}")); err != nil {
			t.Fatal(err)
		}
		<-entered
		stop()
		if err := <-result; !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Serve: %v, want the drain's deadline", err)
		}
		if n := e.closed.Load(); n != 1 {
			t.Errorf("the engine was closed %d times", n)
		}
	})

	t.Run("a database that fails to close is an error", func(t *testing.T) {
		_, result, stop := serve(t, &fakeEngine{close: errors.New("disk full")}, server.Options{})
		stop()
		if err := <-result; err == nil || !strings.Contains(err.Error(), "disk full") {
			t.Errorf("Serve: %v", err)
		}
	})
}

// waitRefused returns when the port takes no more connections.
func waitRefused(t *testing.T, addr string) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); {
		conn, err := net.Dial("tcp", addr)
		if err != nil {
			return
		}
		conn.Close()
	}
	t.Fatal("still accepting")
}
