package server_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/server"
)

// twoWays are the addresses of two servers on one engine: one with the short way, one that is all net/http's.
type twoWays struct{ short, web string }

func startTwoWays(tb testing.TB, e *fakeEngine, o server.Options) twoWays {
	tb.Helper()
	o.Operations, o.Logger = operations, slog.New(slog.DiscardHandler)
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

// converse sends these pieces one after the other, says that there are no more, and gives all that comes back. With reset the server
// closed the connection with something unread, which may have taken the end of what it said along.
func converse(tb testing.TB, address string, pieces ...string) (said string, reset bool) {
	tb.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		tb.Fatal(err)
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		tb.Fatal(err)
	}
	var got []byte
	read := make(chan error, 1)
	go func() {
		var err error
		got, err = io.ReadAll(conn)
		read <- err
	}()
	for _, piece := range pieces {
		if _, err := io.WriteString(conn, piece); err != nil {
			break // the answer tells why
		}
	}
	_ = conn.(*net.TCPConn).CloseWrite() // a connection that is reset refuses it
	if err = <-read; errors.Is(err, os.ErrDeadlineExceeded) {
		tb.Fatalf("%s does not end the conversation: %v", address, err)
	}
	return string(got), err != nil
}

// whatDiffers from request to request is the same for both ways in their answers.
var whatDiffers = regexp.MustCompile(`(x-amzn-RequestId: )[0-9A-V]{52}|(Date: )[A-Z][^\r]+ GMT`)

func masked(answer string) string { return whatDiffers.ReplaceAllString(answer, "$1$2*") }

// The short way's answers are net/http's: what it does not do alike it does not do.
func TestBothWaysAnswerAlike(t *testing.T) {
	addresses := startTwoWays(t, &fakeEngine{do: answerByBody}, server.Options{})
	for _, c := range rawRequests {
		t.Run(c.name, func(t *testing.T) { compareWays(t, addresses, c.raw, c.raw) })
		if len(c.raw) < 1000 {
			t.Run(c.name+", byte by byte", func(t *testing.T) {
				compareWays(t, addresses, c.raw, strings.Split(c.raw, "")...)
			})
		}
	}
}

// triesOfReset is how often answers may differ when a reset may have cut one short: a difference of the ways is there each time.
const triesOfReset = 10

// compareWays sends pieces the short way and the whole through net/http.
func compareWays(tb testing.TB, addresses twoWays, whole string, pieces ...string) {
	tb.Helper()
	for try := 1; ; try++ {
		want, wantReset := converse(tb, addresses.web, whole)
		got, gotReset := converse(tb, addresses.short, pieces...)
		if masked(got) == masked(want) {
			return
		}
		if !wantReset && !gotReset || try == triesOfReset {
			tb.Fatalf("got %d bytes\n%.2000s\nwant %d bytes\n%.2000s", len(got), got, len(want), want)
		}
	}
}

func TestBothWaysJudgeSignaturesAlike(t *testing.T) {
	key := aws.Credentials{AccessKeyID: "AKID", SecretAccessKey: "secret"}
	good := signedBy(t, key, "{}")
	addresses := startTwoWays(t, &fakeEngine{}, server.Options{
		Auth: auth.NewVerifier(auth.Config{Keys: auth.Keys{key.AccessKeyID: {Secret: key.SecretAccessKey}}, Region: "us-east-1"}),
	})
	for _, c := range []struct{ name, raw string }{
		{"a good one", good},
		{"another key's", signedBy(t, aws.Credentials{AccessKeyID: "AKID", SecretAccessKey: "other"}, "{}")},
		{"an unknown key's", signedBy(t, aws.Credentials{AccessKeyID: "OTHER", SecretAccessKey: "secret"}, "{}")},
		{"another body's", strings.TrimSuffix(good, "{}") + "[]"},
		{"another host's", strings.Replace(good, "Host: 127", "Host: 128", 1)},
		{"a header with other blanks", strings.Replace(good, "attempt=1; max=3", "  attempt=1;  max=3 ", 1)},
		{"none", shortRequest},
		{"none, and a long body", shortHead + "Content-Length: 20000\r\n\r\n" + strings.Repeat("x", 20000)},
	} {
		t.Run(c.name, func(t *testing.T) { compareWays(t, addresses, c.raw+good, c.raw+good) })
	}
}

func TestBothWaysRefuseOneTooManyAlike(t *testing.T) {
	e, entered, release, _ := hold()
	addresses := startTwoWays(t, e, server.Options{MaxInFlight: 1, MaxWait: -1})
	defer close(release)
	for _, address := range []string{addresses.short, addresses.web} {
		write(t, dial(t, address), shortRequest)
		<-entered
	}
	for _, c := range []struct{ name, raw string }{
		{"two of them", shortRequest + shortRequest},
		{"a long body", shortHead + "Content-Length: 20000\r\n\r\n" + strings.Repeat("x", 20000) + shortRequest},
		{"a body that ends early", shortHead + "Content-Length: 20\r\n\r\nx"},
		{"the last request", shortHead + "Connection: close\r\nContent-Length: 2\r\n\r\n{}"},
	} {
		t.Run(c.name, func(t *testing.T) { compareWays(t, addresses, c.raw, c.raw) })
	}
}
