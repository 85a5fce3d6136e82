package main

import (
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
)

// answering serves an answer to everything and gives the address.
func answering(t *testing.T, answer http.HandlerFunc) string {
	s := httptest.NewServer(answer)
	t.Cleanup(s.Close)
	return s.Listener.Addr().String()
}

func TestAnswers(t *testing.T) {
	large := strings.Repeat("0123456789abcdef", readSize/4)
	for _, c := range []struct {
		name, body string
		status     int
	}{
		{"an empty answer", "", 200},
		{"a small answer", "{}", 200},
		{"an answer larger than what is read at once", large, 200},
		{"an error", `{"__type":"x"}`, 400},
		{"a large error", large, 500},
	} {
		t.Run(c.name, func(t *testing.T) {
			host := answering(t, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Length", strconv.Itoa(len(c.body)))
				w.WriteHeader(c.status)
				w.Write([]byte(c.body))
			})
			cl, err := dial(host)
			if err != nil {
				t.Fatal(err)
			}
			defer cl.close()
			for _, ask := range []func(head, body []byte) error{cl.measured, cl.do, cl.measured, cl.do} {
				err := ask(prefix(host, "GetItem"), []byte("{}"))
				var answer *answerError
				if (c.status != 200) != errors.As(err, &answer) || cl.length != len(c.body) {
					t.Fatalf("%v, %d bytes", err, cl.length)
				}
				if answer != nil && string(answer.body) != c.body {
					t.Errorf("the error has another body")
				}
			}
			if c.status == 200 && string(cl.body) != c.body {
				t.Errorf("%d bytes kept of %d", len(cl.body), len(c.body))
			}
		})
	}
}

func TestAnAnswerInPieces(t *testing.T) {
	ours, theirs := net.Pipe()
	c := &client{conn: ours, in: make([]byte, readSize)}
	go func() {
		for _, piece := range []string{"HTTP/1.1 200 OK\r\nconte", "nt-length:  5\r\n\r", "\nhe", "llo"} {
			theirs.Write([]byte(piece))
		}
	}()
	if err := c.readAnswer(true); err != nil || string(c.body) != "hello" {
		t.Errorf("%q, %v", c.body, err)
	}
}

func TestContentLength(t *testing.T) {
	for header, want := range map[string]int{
		"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n":           12,
		"HTTP/1.1 200 OK\r\nA: b\r\ncontent-length:7\r\n":     7,
		"HTTP/1.1 200 OK\r\nA: b\r\n":                         -1,
		"HTTP/1.1 200 OK\r\nContent-Length: many\r\nA: b\r\n": -1,
	} {
		got, err := contentLength([]byte(header))
		if err != nil {
			got = -1
		}
		if got != want {
			t.Errorf("%q: %d, not %d", header, got, want)
		}
	}
}
