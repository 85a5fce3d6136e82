//go:build linux

package faults

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// address is where the server listens.
func (s *subject) address() string { return strings.TrimPrefix(s.URL, "http://") }

// dial connects; nothing is sent. The connection ends with the test, if not before.
func (s *subject) dial(t *testing.T) *net.TCPConn {
	t.Helper()
	conn, err := net.DialTimeout("tcp", s.address(), 10*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return conn.(*net.TCPConn)
}

// files is how many files the server has open.
func (s *subject) files(t *testing.T) int {
	t.Helper()
	names, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", s.PID()))
	if err != nil {
		t.Fatal(err)
	}
	return len(names)
}

// work is the CPU time that the server used.
func (s *subject) work(t *testing.T) time.Duration {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.PID()))
	if err != nil {
		t.Fatal(err)
	}
	_, figures, _ := strings.Cut(string(text), ") ")
	fields := strings.Fields(figures)
	user, _ := strconv.Atoi(fields[11]) // the system writes numbers there, hundredths of a second
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}

// resident is how many MB of the server are in memory.
func (s *subject) resident(t *testing.T) int {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.PID()))
	if err != nil {
		t.Fatal(err)
	}
	_, line, _ := strings.Cut(string(text), "VmRSS:")
	line, _, _ = strings.Cut(line, "kB")
	kilobytes, _ := strconv.Atoi(strings.TrimSpace(line)) // the system writes numbers there
	return kilobytes >> 10
}

// eventually waits until something holds, which it does within a while.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for began := time.Now(); !holds(); time.Sleep(10 * time.Millisecond) {
		if time.Since(began) > 20*time.Second {
			t.Fatal(what)
		}
	}
}

// Without files for more connections the server serves those it has, writes to the database among it, does not spin, and lets the others in
// when there are files again.
func TestNoFilesForConnections(t *testing.T) {
	s := startNew(t)
	s.fill(t, 5)
	s.allow(t, unix.RLIMIT_NOFILE, uint64(s.files(t)+10))
	var idle []*net.TCPConn
	for range 100 {
		idle = append(idle, s.dial(t)) // the system connects them, the server does not know yet
	}
	time.Sleep(200 * time.Millisecond)
	before := s.work(t)
	for began := time.Now(); time.Since(began) < 2*time.Second; {
		if err := s.put(5); err != nil {
			t.Fatalf("a client that is connected is refused: %v", err)
		}
		time.Sleep(100 * time.Millisecond)
	}
	if took := s.work(t) - before; took > time.Second {
		t.Errorf("the server spins: %s of CPU in two seconds", took)
	}
	for _, conn := range idle {
		conn.Close()
	}
	late := &http.Client{Transport: &http.Transport{}, Timeout: 20 * time.Second}
	answer, err := late.Get(s.URL + "/healthz")
	if err != nil {
		t.Fatalf("a new client is not let in although there are files again: %v", err)
	}
	answer.Body.Close()
}

// Clients that come and go in whatever way leave nothing behind.
func TestConnectionChurn(t *testing.T) {
	s := startNew(t)
	s.fill(t, 5)
	const head = "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\n"
	body := fmt.Sprintf(`{"TableName":%q,"Key":{"id":{"S":"1"}}}`, table)
	whole := head + fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body)
	ways := []func(conn *net.TCPConn){
		func(*net.TCPConn) {},
		func(conn *net.TCPConn) { io.WriteString(conn, head) },
		func(conn *net.TCPConn) { io.WriteString(conn, head+"Content-Length: 10000\r\n\r\n{") },
		func(conn *net.TCPConn) { io.WriteString(conn, whole); conn.SetLinger(0) }, // a reset before the answer
		func(conn *net.TCPConn) { io.WriteString(conn, whole); http.ReadResponse(bufio.NewReader(conn), nil) },
		func(conn *net.TCPConn) { io.WriteString(conn, whole); conn.CloseWrite() },
		func(conn *net.TCPConn) { io.WriteString(conn, "\x16\x03\x01\x02\x00\x01\x00"); conn.SetLinger(0) },
	}
	churn := func(rounds int) {
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for i := range rounds {
					conn, err := net.Dial("tcp", s.address())
					if err != nil {
						t.Error(err)
						return
					}
					ways[i%len(ways)](conn.(*net.TCPConn))
					conn.Close()
				}
			})
		}
		wg.Wait()
	}
	const files = 40 // of the database's own connections, of which there may be some more than at first
	churn(100)
	memory := s.resident(t)
	churn(700)
	eventually(t, "connections stay open", func() bool { return s.files(t) <= files })
	if grown := s.resident(t) - memory; grown > 40 {
		t.Errorf("%d MB more after 5,600 connections than after 800", grown)
	}
	if has, err := s.has(1); !has || err != nil {
		t.Errorf("there: %t, %v", has, err)
	}
}

// Ten thousand connections that do nothing cost little each, and disturb nobody.
func TestTenThousandIdleConnections(t *testing.T) {
	const connections, most = 10_000, 12 << 10 // bytes each, the goroutine's stack among them
	s := startNew(t)
	s.fill(t, 5)
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_NOFILE, &limit); err != nil {
		t.Fatal(err)
	}
	if limit.Max < connections+1000 {
		t.Skipf("no right to so many files: %d", limit.Max)
	}
	before := s.resident(t)
	request := "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: DynamoDB_20120810.ListTables\r\nContent-Length: 2\r\n\r\n{}"
	for range connections {
		conn := s.dial(t)
		if _, err := io.WriteString(conn, request); err != nil {
			t.Fatal(err)
		}
		if _, err := conn.Read(make([]byte, 1000)); err != nil {
			t.Fatal(err)
		}
	}
	each := func() int { return (s.resident(t) - before) << 20 / connections }
	eventually(t, fmt.Sprintf("each takes %d bytes", each()), func() bool { return each() <= most })
	t.Logf("%d bytes each", each())
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := s.put(6); err != nil || ctx.Err() != nil {
		t.Errorf("another client: %v", err)
	}
}
