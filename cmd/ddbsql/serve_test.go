package main

import (
	"bufio"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"syscall"
	"testing"
)

// A server with one command, from its first log line to the signal that ends it.
func TestServe(t *testing.T) {
	for _, c := range []struct {
		name   string
		args   []string
		signal syscall.Signal
	}{
		{"without a command it serves until SIGTERM", nil, syscall.SIGTERM},
		{"serve serves until SIGINT", []string{"serve"}, syscall.SIGINT},
	} {
		t.Run(c.name, func(t *testing.T) {
			log, stderr := io.Pipe()
			r := run{args: append(c.args, "--listen", "127.0.0.1:0", "--log-format", "json"), stderr: stderr, db: &fakeDatabase{}}
			ended := make(chan error, 1)
			go func() {
				ended <- r.execute(t)
				stderr.Close()
			}()
			var line struct{ Msg, Address, Database string }
			lines := bufio.NewReader(log)
			first, err := lines.ReadString('\n')
			if err != nil || json.Unmarshal([]byte(first), &line) != nil || line.Msg != "listening" || line.Database != "sqlite:ddbsql.db" {
				t.Fatalf("first line of the log: %s, %v", first, err)
			}
			go io.Copy(io.Discard, lines)

			req, err := http.NewRequest(http.MethodPost, "http://"+line.Address, strings.NewReader("{}"))
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("X-Amz-Target", "DynamoDB_20120810.GetItem")
			res, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(res.Body)
			res.Body.Close()
			if err != nil || res.StatusCode != 200 || string(body) != "GetItem" {
				t.Errorf("got %d %s, %v", res.StatusCode, body, err)
			}

			self, err := os.FindProcess(os.Getpid())
			if err != nil {
				t.Fatal(err)
			}
			if err := self.Signal(c.signal); err != nil {
				t.Fatal(err)
			}
			if err := <-ended; err != nil {
				t.Errorf("ended with %v", err)
			}
			if r.db.started != 1 || r.db.closed != 1 {
				t.Errorf("the background was started %d times, the database closed %d times", r.db.started, r.db.closed)
			}
		})
	}
}

func TestServeOnATakenPort(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	r := run{args: []string{"--listen", ln.Addr().String()}}
	if err := r.execute(t); !errorHas(err, "address already in use") {
		t.Errorf("error %v", err)
	}
	if r.opened {
		t.Error("the database was opened")
	}
}
