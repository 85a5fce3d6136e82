package server_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/server"
)

func TestWaitForATurn(t *testing.T) {
	for _, c := range []struct {
		name string
		wait time.Duration
		end  bool // the operation that has the turn ends while the other one waits
		want answer
	}{
		{"one more waits, and has its turn when another ends", 10 * time.Second, true, answer{status: 200, body: "done"}},
		{"one that waited long enough is refused", 30 * time.Millisecond, false, answer{status: 400, body: throttled}},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, entered, release, _ := hold()
			ways := startTwoWays(t, e, server.Options{MaxInFlight: 1, MaxWait: c.wait})
			for _, address := range []string{ways.short, ways.web} {
				write(t, dial(t, address), shortRequest)
				<-entered
				second := dial(t, address)
				write(t, second, shortRequest)
				if c.end {
					release <- struct{}{}
					<-entered
					release <- struct{}{}
				}
				if got := next(t, bufio.NewReader(second)); got.status != c.want.status || got.body != c.want.body {
					t.Errorf("got %d %s", got.status, got.body)
				}
			}
			close(release)
		})
	}
}

func TestSlowWritersTakeNobodysTurn(t *testing.T) {
	ways := startTwoWays(t, &fakeEngine{}, server.Options{MaxInFlight: 1, MaxWait: -1})
	for _, address := range []string{ways.short, ways.web} {
		for _, length := range []int{10, 20_000} {
			write(t, dial(t, address), shortHead+fmt.Sprintf("Content-Length: %d\r\n\r\n{", length))
		}
		conn := dial(t, address)
		write(t, conn, shortRequest)
		if got := next(t, bufio.NewReader(conn)); got.status != 200 {
			t.Errorf("beside those that never end their bodies: %d %s", got.status, got.body)
		}
	}
}

// A body that comes in pieces is read whole, wherever it is put, and what follows it is the next request.
func TestBodiesInPieces(t *testing.T) {
	ways := startTwoWays(t, &fakeEngine{}, server.Options{})
	for _, size := range []int{1, 100, 4000, 7900, 8100, 9000, 100_000} {
		body := strings.Repeat("b", size)
		head := shortHead + fmt.Sprintf("Content-Length: %d\r\n\r\n", size)
		whole := head + body + shortRequest
		compareWays(t, ways, whole, head, body[:size/2], body[size/2:], shortRequest)
		compareWays(t, ways, whole, head+body[:size/2], body[size/2:]+shortRequest)
	}
}

// However many large requests come at once, and whether they say so or grow to that, they share the room there is.
func TestManyLargeRequests(t *testing.T) {
	const senders, room = 24, server.LeastMemory // without a bound it would be 384 MB
	large := strings.Repeat(" ", 16*megabyte)
	packed := gzipped(large)
	for _, c := range []struct {
		name   string
		body   string
		length int64 // as announced
		gzip   bool
	}{
		{"bodies of the largest size", large, int64(len(large)), false},
		{"bodies of unknown length", large, -1, false},
		{"bodies that grow to that", packed, int64(len(packed)), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := &fakeEngine{do: func(_ context.Context, _ string, body, dst []byte) ([]byte, *apierr.Error) {
				time.Sleep(10 * time.Millisecond) // so that many are there at a time
				return fmt.Appendf(dst, "%d", len(body)), nil
			}}
			url, _ := start(t, e, server.Options{MaxMemory: room, MaxWait: time.Minute})
			peak := heapDuring(func() {
				var wg sync.WaitGroup
				for range senders {
					wg.Go(func() {
						// A reader that could write itself would do so by a copy of the whole.
						r, err := http.NewRequest(http.MethodPost, url, struct{ io.Reader }{strings.NewReader(c.body)})
						if err != nil {
							t.Error(err)
							return
						}
						r.ContentLength = c.length
						r.Header.Set(target, "DynamoDB_20120810.PutItem")
						if c.gzip {
							r.Header.Set("Content-Encoding", "gzip")
						}
						if got := send(t, r); got.body != fmt.Sprint(len(large)) {
							t.Errorf("got %d %.100s", got.status, got.body)
						}
					})
				}
				wg.Wait()
			})
			if peak > 4*room {
				t.Errorf("the heap grew by %d MB", peak>>20)
			}
		})
	}
}

// heapDuring gives by how many bytes the heap grew while work was done.
func heapDuring(work func()) (grown uint64) {
	runtime.GC()
	before := heap()
	done := make(chan struct{})
	go func() { work(); close(done) }()
	for tick := time.Tick(5 * time.Millisecond); ; {
		select {
		case <-tick:
			grown = max(grown, max(heap(), before)-before)
			continue
		case <-done:
		}
		return grown
	}
}

// Those who do not read their long answers keep others out only for a while: then they are cut off, and the others have their turns.
func TestSlowReadersOfLongAnswers(t *testing.T) {
	long := strings.Repeat("x", 16*megabyte)
	e := &fakeEngine{do: func(_ context.Context, operation string, _, dst []byte) ([]byte, *apierr.Error) {
		if operation == "GetItem" {
			return append(slices.Grow(dst, len(long)), long...), nil
		}
		return append(dst, "short"...), nil
	}}
	addr, _, stop := serve(t, e, server.Options{MaxMemory: server.LeastMemory, MaxWait: 20 * time.Second})
	defer stop()
	for range 4 { // twice the room
		reader := dial(t, addr)
		if err := reader.SetReadBuffer(4 << 10); err != nil {
			t.Fatal(err)
		}
		write(t, reader, shortRequest)
	}
	for e.calls.Load() < 2 {
		time.Sleep(time.Millisecond)
	}
	if got := post(t, "http://"+addr, "ListTables", "{}"); got.body != "short" {
		t.Errorf("got %d %.100s", got.status, got.body)
	}
}

// Clients that vanish without a word, as behind a cable that was pulled, look like silent ones: each is let go when its time is over, whatever
// it was at, and leaves neither a goroutine nor a turn behind.
func TestHalfOpenConnections(t *testing.T) {
	const each = 50
	quick := server.Timeouts{ReadHeader: 200 * time.Millisecond, Read: 300 * time.Millisecond, Write: 400 * time.Millisecond, Idle: 200 * time.Millisecond}
	long := strings.Repeat("x", 8*megabyte)
	e := &fakeEngine{do: func(_ context.Context, operation string, body, dst []byte) ([]byte, *apierr.Error) {
		if string(body) == "long" {
			return append(slices.Grow(dst, len(long)), long...), nil
		}
		return append(dst, operation...), nil
	}}
	addr, _, stop := serve(t, e, server.Options{Timeouts: quick, MaxWait: time.Minute})
	defer stop()
	before := runtime.NumGoroutine()
	var last *net.TCPConn
	for _, sent := range []string{
		"",           // nothing ever
		"POST / HTT", // a part of a head
		shortHead + "Content-Length: 100\r\n\r\n{", // a part of a body
		shortRequest, // a request, and then nothing
		shortHead + "Content-Length: 4\r\n\r\nlong", // a request whose answer it does not take
	} {
		for range each {
			last = dial(t, addr)
			if err := last.SetReadBuffer(4 << 10); err != nil {
				t.Fatal(err)
			}
			write(t, last, sent)
		}
	}
	deadline := time.Now().Add(20 * time.Second)
	for runtime.NumGoroutine() > before+5 {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines are left, %d were before", runtime.NumGoroutine(), before)
		}
		time.Sleep(10 * time.Millisecond)
	}
	if got := post(t, "http://"+addr, "ListTables", "{}"); got.body != "ListTables" {
		t.Errorf("afterwards: %d %s", got.status, got.body)
	}
}

// Who floods with heads that are too long, too many or without an end is refused or cut off, and holds no more than a head's room.
func TestHeaderFloods(t *testing.T) {
	addr, _, stop := serve(t, &fakeEngine{}, server.Options{Timeouts: server.Timeouts{ReadHeader: time.Second}})
	defer stop()
	for _, c := range []struct {
		name, line, status string
	}{
		{"lines without an end", "X-Flood: " + strings.Repeat("x", 100) + "\r\n", "HTTP/1.1 4"},
		{"a line without an end", strings.Repeat("x", 100), "HTTP/1.1 4"},
		{"short lines without an end", "a:b\r\n", "HTTP/1.1 4"},
	} {
		t.Run(c.name, func(t *testing.T) {
			grown := heapDuring(func() {
				var wg sync.WaitGroup
				for range 50 {
					conn := dial(t, addr)
					wg.Go(func() {
						if _, err := io.WriteString(conn, shortHead); err != nil {
							t.Error(err)
						}
						for sent := 0; sent < 10*megabyte; sent += len(c.line) * 100 {
							if _, err := io.WriteString(conn, strings.Repeat(c.line, 100)); err != nil {
								break // the server has had enough
							}
						}
						// The answer may be lost to the reset of what is not read any more.
						if got, _ := io.ReadAll(conn); len(got) > 0 && !strings.HasPrefix(string(got), c.status) {
							t.Errorf("got %.100q", got)
						}
					})
				}
				wg.Wait()
			})
			if grown > 128*megabyte { // all that is sent would be 500
				t.Errorf("the heap grew by %d MB", grown>>20)
			}
		})
	}
}
