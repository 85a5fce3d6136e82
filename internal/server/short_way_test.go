package server_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/server"
)

const shortRequest = shortHead + "Content-Length: 2\r\n\r\n{}"

// dial connects until the test ends; what is read and written has to come within ten seconds.
func dial(t *testing.T, addr string) *net.TCPConn {
	t.Helper()
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		t.Fatal(err)
	}
	return conn.(*net.TCPConn)
}

func write(t *testing.T, conn net.Conn, text string) {
	t.Helper()
	if _, err := io.WriteString(conn, text); err != nil {
		t.Fatal(err)
	}
}

// next reads one answer.
func next(t *testing.T, in *bufio.Reader) answer {
	t.Helper()
	res, err := http.ReadResponse(in, nil)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{res.StatusCode, res.Header, string(body)}
}

// ended fails unless the server has closed the connection.
func ended(t *testing.T, in io.Reader) {
	t.Helper()
	if rest, err := io.ReadAll(in); err != nil || len(rest) > 0 {
		t.Errorf("the connection goes on: %q, %v", rest, err)
	}
}

// hold gives an engine whose operations wait for release or for the end of their context.
func hold() (e *fakeEngine, entered chan struct{}, release chan struct{}, gone chan struct{}) {
	entered, release, gone = make(chan struct{}, 3), make(chan struct{}), make(chan struct{}, 1)
	return &fakeEngine{do: func(ctx context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) {
		entered <- struct{}{}
		select {
		case <-release:
			return append(dst, "done"...), nil
		case <-ctx.Done():
			gone <- struct{}{}
			return dst, apierr.Internal(ctx.Err())
		}
	}}, entered, release, gone
}

func TestClientOfALongRequest(t *testing.T) {
	quick := server.Timeouts{Write: 20 * time.Second, Idle: 40 * time.Millisecond} // connections are looked at every 10 ms
	for _, c := range []struct {
		name  string
		leave func(conn *net.TCPConn) error
	}{
		{"who closes the connection ends the request", (*net.TCPConn).Close},
		{"who sends nothing more ends the request, as with net/http", (*net.TCPConn).CloseWrite},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, entered, _, gone := hold()
			addr, _, stop := serve(t, e, server.Options{Timeouts: quick})
			defer stop()
			conn := dial(t, addr)
			write(t, conn, shortRequest)
			<-entered
			if err := c.leave(conn); err != nil {
				t.Fatal(err)
			}
			select {
			case <-gone:
			case <-time.After(10 * time.Second):
				t.Error("the request goes on")
			}
		})
	}
	t.Run("who is there gets the answer, and to what was sent meanwhile, too", func(t *testing.T) {
		e, entered, release, _ := hold()
		addr, _, stop := serve(t, e, server.Options{Timeouts: quick})
		defer stop()
		conn := dial(t, addr)
		write(t, conn, shortRequest)
		<-entered
		waitFor(t, listens)
		write(t, conn, shortRequest[:1])
		waitFor(t, func() bool { return !listens() }) // it has that byte
		write(t, conn, shortRequest[1:]+shortRequest)
		close(release)
		in := bufio.NewReader(conn)
		for range 3 {
			if got := next(t, in); got.status != 200 || got.body != "done" {
				t.Errorf("got %d %s", got.status, got.body)
			}
		}
	})
}

// listens tells whether somebody listens for a client going away.
func listens() bool {
	stacks := make([]byte, 1<<20)
	return bytes.Contains(stacks[:runtime.Stack(stacks, true)], []byte("server.newVigil.func"))
}

func TestDrainOfConnections(t *testing.T) {
	e, entered, release, _ := hold()
	addr, result, stop := serve(t, e, server.Options{})
	fresh, idle, part, busy := dial(t, addr), dial(t, addr), dial(t, addr), dial(t, addr)
	fromIdle := bufio.NewReader(idle)
	write(t, idle, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n") // no operation: answered at once
	next(t, fromIdle)
	write(t, part, shortHead)
	write(t, busy, shortRequest)
	<-entered
	stop()
	ended(t, fresh)
	ended(t, fromIdle)
	ended(t, part)
	close(release)
	got, err := io.ReadAll(busy)
	if err != nil || !bytes.Contains(got, []byte("\r\nConnection: close\r\n")) || !bytes.HasSuffix(got, []byte("\r\n\r\ndone")) {
		t.Errorf("got %s, %v, want it done, and the connection's end announced", got, err)
	}
	if err := <-result; err != nil {
		t.Errorf("Serve: %v", err)
	}
}

func TestTimeoutsOfTheShortWay(t *testing.T) {
	short := server.Timeouts{ReadHeader: 100 * time.Millisecond, Read: 200 * time.Millisecond, Idle: 300 * time.Millisecond}
	for _, c := range []struct {
		name   string
		pieces []string
		want   string // statuses of the answers before the end
	}{
		{"a connection without a byte", nil, ""},
		{"a second head that does not end", []string{shortRequest, "POST / HTTP"}, "200"},
		{"a second body that does not come", []string{shortRequest, shortHead + "Content-Length: 9\r\n\r\n"}, "200 408"},
		{"a body that does not come for an unknown operation", []string{"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n"}, "400"},
		{"a connection that went over to net/http", []string{shortRequest, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n", shortRequest}, "200 200 200"},
	} {
		t.Run(c.name, func(t *testing.T) {
			addr, _, stop := serve(t, &fakeEngine{}, server.Options{Timeouts: short})
			defer stop()
			conn := dial(t, addr)
			write(t, conn, strings.Join(c.pieces, ""))
			all, err := io.ReadAll(conn)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for part := range strings.SplitSeq(string(all), "HTTP/1.1 ") {
				if part != "" {
					got = append(got, part[:3])
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %v, want %s", got, c.want)
			}
		})
	}
	t.Run("a client that does not read its answer", func(t *testing.T) {
		e := &fakeEngine{do: func(_ context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) {
			return append(dst, make([]byte, 16<<20)...), nil
		}}
		addr, result, stop := serve(t, e, server.Options{Timeouts: server.Timeouts{Write: 100 * time.Millisecond}})
		write(t, dial(t, addr), shortRequest)
		waitFor(t, func() bool { return e.calls.Load() == 1 })
		stop()
		if err := <-result; err != nil {
			t.Errorf("Serve waited for it: %v", err)
		}
	})
}

func waitFor(t *testing.T, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("waited in vain")
		}
	}
}

func TestKeepAlive(t *testing.T) {
	e := &fakeEngine{}
	addr, _, stop := serve(t, e, server.Options{})
	defer stop()
	conn := dial(t, addr)
	in := bufio.NewReader(conn)
	for range 1000 {
		write(t, conn, shortRequest)
		if got := next(t, in); got.status != 200 || got.body != "GetItem {}" {
			t.Fatalf("got %d %s", got.status, got.body)
		}
	}
	if n := e.calls.Load(); n != 1000 {
		t.Errorf("%d calls", n)
	}
}

// TestWhoStillSendsReadsWhyItIsRefused, whether the server itself or net/http refuses the head.
func TestWhoStillSendsReadsWhyItIsRefused(t *testing.T) {
	const length = 20 << 20
	addr, _, _ := serve(t, &fakeEngine{}, server.Options{})
	for _, c := range []struct {
		name, line string
		status     int
	}{
		{"two hosts", "Host: y", http.StatusBadRequest},
		{"an unknown expectation", "Expect: more", http.StatusExpectationFailed},
		{"a long body", "X-Amz-Date: 20250101T000000Z", http.StatusRequestEntityTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			for range 20 {
				conn := dial(t, addr)
				write(t, conn, shortHead+c.line+fmt.Sprintf("\r\nContent-Length: %d\r\n\r\n", length))
				write(t, conn, strings.Repeat("x", length))
				if a := next(t, bufio.NewReader(conn)); a.status != c.status {
					t.Fatalf("status %d, want %d", a.status, c.status)
				}
				conn.Close()
			}
		})
	}
}
