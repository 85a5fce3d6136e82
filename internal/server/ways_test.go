package server_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/server"
)

// twoWays are the addresses of two servers on one engine: one with the short way, one that is all net/http's.
type twoWays struct{ short, web string }

func startTwoWays(tb testing.TB) twoWays {
	tb.Helper()
	o := server.Options{Operations: operations, Logger: slog.New(slog.DiscardHandler)}
	e := &fakeEngine{do: answerByBody}
	listen := func() net.Listener {
		ln, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			tb.Fatal(err)
		}
		return ln
	}
	short, web := listen(), listen()
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- server.New(e, o).Serve(ctx, short) }()
	serveByNetHTTP(server.New(e, o), web)
	tb.Cleanup(func() {
		web.Close()
		stop()
		if err := <-done; err != nil {
			tb.Error(err)
		}
	})
	return twoWays{short.Addr().String(), web.Addr().String()}
}

// answerByBody echoes, unless the body asks for something else.
func answerByBody(_ context.Context, operation string, body, dst []byte) ([]byte, *apierr.Error) {
	switch string(body) {
	case "panic":
		panic("asked for")
	case "refuse":
		return append(dst, "half an answer"...), apierr.Invalid("no")
	case "nothing":
		return dst, nil
	case "long":
		return append(dst, strings.Repeat("long ", 12_000)...), nil
	}
	dst = append(dst, operation...)
	return append(append(dst, ' '), body...), nil
}

// converse sends these pieces one after the other, says that there are no more, and gives all that comes back.
func converse(address string, pieces ...string) (string, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		return "", err
	}
	got := make(chan string, 1)
	go func() {
		all, _ := io.ReadAll(conn) // a connection that is reset has given what it had
		got <- string(all)
	}()
	for _, piece := range pieces {
		if _, err := io.WriteString(conn, piece); err != nil {
			break // the answer tells why
		}
	}
	if err := conn.(*net.TCPConn).CloseWrite(); err != nil && !errors.Is(err, syscall.ENOTCONN) {
		return "", err
	}
	return <-got, nil
}

// whatDiffers from request to request is the same for both ways in their answers.
var whatDiffers = regexp.MustCompile(`(x-amzn-RequestId: )[0-9A-V]{52}|(Date: )[A-Z][^\r]+ GMT`)

func masked(answer string) string { return whatDiffers.ReplaceAllString(answer, "$1$2*") }

const shortHead = "POST / HTTP/1.1\r\nHost: localhost:8000\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\n"

// rawRequests are requests of all shapes, and what may be around them on a connection.
var rawRequests = []struct{ name, raw string }{
	{"what an SDK sends", shortHead + "Content-Length: 2\r\n\r\n{}"},
	{"two of them at once", shortHead + "Content-Length: 2\r\n\r\n{}" + shortHead + "Content-Length: 5\r\n\r\nagain"},
	{"twenty of them at once", strings.Repeat(shortHead+"Content-Length: 400\r\n\r\n"+strings.Repeat("x", 400), 20)},
	{"a body of zero bytes", shortHead + "Content-Length: 0\r\n\r\n"},
	{"no Content-Length", shortHead + "\r\n"},
	{"a Content-Length with zeros before it", shortHead + "Content-Length: 0002\r\n\r\n{}"},
	{"a Content-Length with a sign", shortHead + "Content-Length: +2\r\n\r\n{}"},
	{"a negative Content-Length", shortHead + "Content-Length: -2\r\n\r\n{}"},
	{"a Content-Length that is no number", shortHead + "Content-Length: 2a\r\n\r\n{}"},
	{"an empty Content-Length", shortHead + "Content-Length:\r\n\r\n{}"},
	{"a Content-Length beyond all", shortHead + "Content-Length: 99999999999999999999\r\n\r\n{}"},
	{"the same Content-Length twice", shortHead + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"},
	{"two Content-Lengths", shortHead + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"},
	{"a list of Content-Lengths", shortHead + "Content-Length: 2, 2\r\n\r\n{}"},
	{"a Content-Length and chunks", shortHead + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"},
	{"chunks", shortHead + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"},
	{"an unknown transfer coding", shortHead + "Transfer-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"},
	{"a body that ends early", shortHead + "Content-Length: 20\r\n\r\n{}"},
	{"a body that does not come", shortHead + "Content-Length: 20\r\n\r\n"},
	{"a last request whose body ends early", shortHead + "Connection: close\r\nContent-Length: 20\r\n\r\n{}"},
	{"a byte behind a request", shortHead + "Content-Length: 2\r\n\r\n{}0"},
	{"a head that ends early", shortHead + "Content-Len"},
	{"a first line that ends early", "POST / HT"},
	{"a connection without a byte", ""},
	{"a last request", shortHead + "Connection: close\r\nContent-Length: 2\r\n\r\n{}" + shortHead + "Content-Length: 2\r\n\r\n{}"},
	{"a last request, in a list", shortHead + "Connection: keep-alive, CLOSE\r\nContent-Length: 2\r\n\r\n{}"},
	{"a last request, in the second of two headers", shortHead + "Connection: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"},
	{"a last request, by half a word", shortHead + "Connection: 0 Close\r\nContent-Length: 2\r\n\r\n{}"},
	{"Connection: keep-alive", shortHead + "Connection: keep-alive\r\nContent-Length: 2\r\n\r\n{}"},
	{"Expect: 100-continue", shortHead + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}"},
	{"an unknown expectation", shortHead + "Expect: more\r\nContent-Length: 2\r\n\r\n{}"},
	{"an origin", shortHead + "Origin: http://example.com\r\nContent-Length: 2\r\n\r\n{}"},
	{"an upgrade", shortHead + "Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 2\r\n\r\n{}"},
	{"a trailer that is announced", shortHead + "Trailer: X\r\nContent-Length: 2\r\n\r\n{}"},
	{"HTTP/1.0", "POST / HTTP/1.0\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\nContent-Length: 2\r\n\r\n{}"},
	{"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
	{"a version nobody has", "POST / HTTP/1.9\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}"},
	{"an absolute target", "POST http://other/ HTTP/1.1\r\nHost: x\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\nContent-Length: 2\r\n\r\n{}"},
	{"a query", "POST /?a=b HTTP/1.1\r\nHost: x\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\nContent-Length: 2\r\n\r\n{}"},
	{"another path", "POST /other HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}"},
	{"the health question", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"},
	{"an operation, the health question, an operation", shortHead + "Content-Length: 2\r\n\r\n{}GET / HTTP/1.1\r\nHost: x\r\n\r\n" + shortHead + "Content-Length: 1\r\n\r\n1"},
	{"a preflight", "OPTIONS / HTTP/1.1\r\nHost: x\r\nOrigin: y\r\n\r\n"},
	{"no host", "POST / HTTP/1.1\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\nContent-Length: 2\r\n\r\n{}"},
	{"an empty host", "POST / HTTP/1.1\r\nHost:\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\nContent-Length: 2\r\n\r\n{}"},
	{"two hosts", shortHead + "Host: y\r\nContent-Length: 2\r\n\r\n{}"},
	{"a host that is none", "POST / HTTP/1.1\r\nHost: a b\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\nContent-Length: 2\r\n\r\n{}"},
	{"no target", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}"},
	{"an unknown target", "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: DynamoDB_20120810.Nonsense\r\nContent-Length: 2\r\n\r\n{}"},
	{"two targets, of which the first counts", shortHead + "x-amz-target: DynamoDB_20120810.PutItem\r\nContent-Length: 2\r\n\r\n{}"},
	{"names in other cases", "POST / HTTP/1.1\r\nHOST: x\r\nx-aMZ-tARGET: DynamoDB_20120810.GetItem\r\ncontent-LENGTH: 2\r\n\r\n{}"},
	{"blanks around values", shortHead + "Content-Length: \t 2 \t\r\nX: \r\nY:\r\n\r\n{}"},
	{"a blank before a colon", shortHead + "X : y\r\nContent-Length: 2\r\n\r\n{}"},
	{"a line that goes on", shortHead + "X: y\r\n z\r\nContent-Length: 2\r\n\r\n{}"},
	{"a line that goes on with a length", shortHead + "Content-Length: 2\r\n 3\r\n\r\n{}"},
	{"a first header that goes on", "POST / HTTP/1.1\r\n Host: x\r\nContent-Length: 2\r\n\r\n{}"},
	{"a line without a colon", shortHead + "nothing\r\nContent-Length: 2\r\n\r\n{}"},
	{"a header without a name", shortHead + ": y\r\nContent-Length: 2\r\n\r\n{}"},
	{"a name that is none", shortHead + "X(: y\r\nContent-Length: 2\r\n\r\n{}"},
	{"a name beyond ASCII", shortHead + "X\u00e4: y\r\nContent-Length: 2\r\n\r\n{}"},
	{"a value beyond ASCII", shortHead + "X: \u00e4\xff\r\nContent-Length: 2\r\n\r\n{}"},
	{"a control character in a value", shortHead + "X: a\x01b\r\nContent-Length: 2\r\n\r\n{}"},
	{"a zero in a value", shortHead + "X: a\x00b\r\nContent-Length: 2\r\n\r\n{}"},
	{"a deletion in a value", shortHead + "X: a\x7fb\r\nContent-Length: 2\r\n\r\n{}"},
	{"a tab in a value", shortHead + "X: a\tb\r\nContent-Length: 2\r\n\r\n{}"},
	{"a carriage return in a value", shortHead + "X: a\rb\r\nContent-Length: 2\r\n\r\n{}"},
	{"a carriage return at a value's end", shortHead + "X: a\r\r\nContent-Length: 2\r\n\r\n{}"},
	{"lines that end with line feeds alone", strings.ReplaceAll(shortHead, "\r", "") + "Content-Length: 2\n\n{}"},
	{"a head that ends with line feeds alone", shortHead + "Content-Length: 2\n\n{}"},
	{"a first line that ends with a line feed alone", "POST / HTTP/1.1\nHost: x\r\nContent-Length: 2\r\n\r\n{}"},
	{"a carriage return before the end of the head", shortHead + "Content-Length: 2\r\n\r\r\n{}"},
	{"an empty line before a request", "\r\n" + shortHead + "Content-Length: 2\r\n\r\n{}"},
	{"an empty line between requests", shortHead + "Content-Length: 2\r\n\r\n{}\r\n" + shortHead + "Content-Length: 2\r\n\r\n{}"},
	{"three empty lines between requests", shortHead + "Content-Length: 2\r\n\r\n{}\r\n\r\n\r\n" + shortHead + "Content-Length: 2\r\n\r\n{}"},
	{"a byte too much between requests", shortHead + "Content-Length: 2\r\n\r\n{}}" + shortHead + "Content-Length: 2\r\n\r\n{}"},
	{"many headers", shortHead + strings.Repeat("X: y\r\n", 100) + "Content-Length: 2\r\n\r\n{}"},
	{"a head longer than is read at once", shortHead + "X: " + strings.Repeat("x", 9<<10) + "\r\nContent-Length: 2\r\n\r\n{}"},
	{"headers beyond the limit", shortHead + "X: " + strings.Repeat("x", 17<<10) + "\r\nContent-Length: 2\r\n\r\n{}"},
	{"many small headers beyond the limit", shortHead + strings.Repeat("X:\r\n", 2000) + "Content-Length: 2\r\n\r\n{}"},
	{"a body longer than is read at once", shortHead + "Content-Length: 20000\r\n\r\n" + strings.Repeat("x", 20000)},
	{"that and another request", shortHead + "Content-Length: 20000\r\n\r\n" + strings.Repeat("x", 20000) + shortHead + "Content-Length: 2\r\n\r\n{}"},
	{"a body beyond the limit", shortHead + "Content-Length: 16777217\r\n\r\n" + strings.Repeat("x", 16777217)},
	{"a long body for an unknown target", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20000\r\n\r\n" + strings.Repeat("x", 20000) + shortHead + "Content-Length: 2\r\n\r\n{}"},
	{"a body that ends early for an unknown target", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20000\r\n\r\nx"},
	{"a refusal", shortHead + "Content-Length: 6\r\n\r\nrefuse"},
	{"a panic between other requests", shortHead + "Content-Length: 2\r\n\r\n{}" + shortHead + "Content-Length: 5\r\n\r\npanic" + shortHead + "Content-Length: 1\r\n\r\n1"},
	{"an empty answer", shortHead + "Content-Length: 7\r\n\r\nnothing"},
	{"a long answer", shortHead + "Content-Length: 4\r\n\r\nlong" + shortHead + "Content-Length: 4\r\n\r\nlong"},
	{"a long answer, compressed", shortHead + "Accept-Encoding: br, gzip;q=0.5\r\nContent-Length: 4\r\n\r\nlong"},
	{"a long answer, by the first of two headers", shortHead + "Accept-Encoding: br\r\nAccept-Encoding: gzip\r\nContent-Length: 4\r\n\r\nlong"},
	{"an unknown coding", shortHead + "Content-Encoding: br\r\nContent-Length: 2\r\n\r\n{}"},
	{"two codings", shortHead + "Content-Encoding: gzip\r\ncontent-encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"},
	{"what is not in its coding", shortHead + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"},
}

// The short way's answers are net/http's, to the byte: what it does not do alike it does not do.
func TestBothWaysAnswerAlike(t *testing.T) {
	addresses := startTwoWays(t)
	for _, c := range rawRequests {
		t.Run(c.name, func(t *testing.T) { compareWays(t, addresses, c.raw, c.raw) })
		if len(c.raw) < 1000 {
			t.Run(c.name+", byte by byte", func(t *testing.T) {
				compareWays(t, addresses, c.raw, strings.Split(c.raw, "")...)
			})
		}
	}
}

// compareWays sends pieces the short way and the whole through net/http.
func compareWays(tb testing.TB, addresses twoWays, whole string, pieces ...string) {
	tb.Helper()
	want, err := converse(addresses.web, whole)
	if err != nil {
		tb.Fatal(err)
	}
	got, err := converse(addresses.short, pieces...)
	if err != nil {
		tb.Fatal(err)
	}
	if masked(got) != masked(want) {
		tb.Errorf("got\n%.2000s\nwant\n%.2000s", got, want)
	}
}

func FuzzBothWays(f *testing.F) {
	addresses := startTwoWays(f)
	for _, c := range rawRequests {
		if len(c.raw) < 1000 {
			f.Add(c.raw, uint16(len(c.raw)/2))
		}
	}
	f.Fuzz(func(t *testing.T, raw string, cut uint16) {
		at := int(cut) % (len(raw) + 1)
		compareWays(t, addresses, raw, raw[:at], raw[at:])
	})
}
