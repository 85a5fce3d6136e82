package main

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"
)

// A short trial on both databases; `make chaos` is the long one.
func TestChaos(t *testing.T) {
	for _, db := range []string{"sqlite", "postgres"} {
		t.Run(db, func(t *testing.T) {
			var out strings.Builder
			o := options{db: db, servers: 3, clients: 16, length: 8 * time.Second, pause: 2 * time.Second}
			if err := run(context.Background(), o, &out); err != nil {
				t.Error(err)
			}
			t.Log(out.String())
		})
	}
}

// An answer with a status of 500 or more is a violation unless the database was gone at some time of the request.
func TestOnlyAMissingDatabaseExcusesFailures(t *testing.T) {
	at := func(seconds int) time.Time { return time.Unix(int64(seconds), 0) }
	f := &faults{gone: []window{{at(10), at(20)}}}
	for _, c := range []struct {
		name         string
		began, ended int
		excused      bool
	}{
		{"before", 5, 9, false},
		{"into the fault", 5, 11, true},
		{"within", 12, 13, true},
		{"all of it", 5, 25, true},
		{"out of it", 19, 25, true},
		{"after", 21, 25, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := f.excuses(at(c.began), at(c.ended)); got != c.excused {
				t.Errorf("excused: %t", got)
			}
		})
	}
}

func TestOutcomes(t *testing.T) {
	_, refusedConnection := net.Dial("tcp", "127.0.0.1:1")
	for _, c := range []struct {
		name string
		err  error
		want outcome
	}{
		{"an answer", nil, done},
		{"nobody listens", refusedConnection, unsent},
		{"a connection that ends before the answer", io.ErrUnexpectedEOF, unknown},
		{"an answer that does not come in time", context.DeadlineExceeded, unknown},
		{"a connection that is reset", &net.OpError{Op: "read", Err: errors.New("reset")}, unknown},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, _ := outcomeOf(c.err); got != c.want {
				t.Errorf("%d, want %d", got, c.want)
			}
		})
	}
}

// A proxy that is told to cut lets a few bytes of an answer through, and no more.
func TestTheProxyCutsInTheMiddleOfAnswers(t *testing.T) {
	target, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer target.Close()
	const long = 10 * mostBeforeCut
	go func() {
		for {
			conn, err := target.Accept()
			if err != nil {
				return
			}
			go func() { // one byte at first, then a long answer to each question
				defer conn.Close()
				_, _ = conn.Write([]byte("x"))
				for question := make([]byte, 1); ; {
					if _, err := conn.Read(question); err != nil {
						return
					}
					_, _ = conn.Write(make([]byte, long))
				}
			}()
		}
	}()
	p, err := newProxy(target.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	conn, err := net.Dial("tcp", p.address())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := io.ReadFull(conn, make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Write([]byte("?")); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(conn, make([]byte, long)); err != nil {
		t.Fatalf("before it was told to cut: %v", err)
	}
	p.cut()
	if _, err := conn.Write([]byte("?")); err != nil {
		t.Fatal(err)
	}
	if answer, err := io.ReadAll(conn); err != nil && !errors.Is(err, io.EOF) || len(answer) > mostBeforeCut {
		t.Errorf("%d bytes came through, then %v", len(answer), err)
	}
}
