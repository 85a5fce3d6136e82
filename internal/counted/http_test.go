package counted

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/engine"
	"github.com/ddbsql/ddbsql/internal/server"
)

const (
	accessKey = "AKIDCOUNTED"
	secret    = "secret"
	region    = "us-east-1"
)

// kept is an engine that outlives its server.
type kept struct{ *engine.Engine }

func (kept) Close() error { return nil }

// overHTTP gives a function that sends signed requests to a server, on one connection, and allocates nothing by itself.
func (s *subject) overHTTP(t testing.TB, requests []request) func() {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	web := server.New(kept{s.Engine}, server.Options{
		Operations: api.Served(), Logger: slog.New(slog.DiscardHandler),
		Auth: auth.NewVerifier(auth.Config{Keys: auth.Keys{accessKey: {Secret: secret}}, Region: region}),
	})
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan error, 1)
	go func() { stopped <- web.Serve(ctx, ln) }()
	t.Cleanup(func() {
		cancel()
		if err := <-stopped; err != nil {
			t.Error(err)
		}
	})
	conn, err := net.Dial("tcp", ln.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	wires := make([][]byte, len(requests))
	for i := range requests {
		wires[i] = signed(t, ln.Addr().String(), requests[i])
	}
	in := bufio.NewReaderSize(conn, 64<<10)
	return func() {
		for _, wire := range wires {
			if _, err := conn.Write(wire); err != nil {
				t.Fatal(err)
			}
			if err := skipAnswer(in); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// signed is a request as an SDK sends it.
func signed(t testing.TB, host string, q request) []byte {
	r, err := http.NewRequest(http.MethodPost, "http://"+host+"/", strings.NewReader(q.body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Amz-Target", "DynamoDB_20120810."+q.operation)
	r.Header.Set("Content-Type", "application/x-amz-json-1.0")
	r.Header.Set("Accept-Encoding", "identity")
	r.Header.Set("Amz-Sdk-Invocation-Id", "6a1d6a52-2d84-4b46-8a5c-0c8a3f5f1f07")
	r.Header.Set("Amz-Sdk-Request", "attempt=1; max=3")
	r.Header.Set("User-Agent", "aws-sdk-go-v2/1.47.7 ua/2.1 os/linux lang/go#1.26 md/GOOS#linux md/GOARCH#amd64 api/dynamodb#1.73.1 m/E,e")
	digest := sha256.Sum256([]byte(q.body))
	credentials := aws.Credentials{AccessKeyID: accessKey, SecretAccessKey: secret}
	if err := v4.NewSigner().SignHTTP(context.Background(), credentials, r, hex.EncodeToString(digest[:]), "dynamodb", region, time.Now()); err != nil {
		t.Fatal(err)
	}
	var wire bytes.Buffer
	if err := r.Write(&wire); err != nil {
		t.Fatal(err)
	}
	return wire.Bytes()
}

// skipAnswer reads an answer, which must be a 200 with a Content-Length, without allocating.
func skipAnswer(in *bufio.Reader) error {
	line, err := in.ReadSlice('\n')
	if err != nil || !bytes.HasPrefix(line, []byte("HTTP/1.1 200 ")) {
		return notAnAnswer(line, err)
	}
	length := 0
	for len(line) > len("\r\n") {
		if line, err = in.ReadSlice('\n'); err != nil {
			return err
		}
		const name = "Content-Length: "
		if bytes.HasPrefix(line, []byte(name)) {
			for _, digit := range line[len(name) : len(line)-len("\r\n")] {
				length = 10*length + int(digit-'0')
			}
		}
	}
	_, err = in.Discard(length)
	return err
}

func notAnAnswer(line []byte, err error) error {
	if err != nil {
		return err
	}
	return &net.OpError{Op: string(line), Err: io.ErrUnexpectedEOF}
}
