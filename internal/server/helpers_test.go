package server_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/server"
)

// fakeEngine answers with do, or with the operation's name and body.
type fakeEngine struct {
	do     func(ctx context.Context, operation string, body, dst []byte) ([]byte, *apierr.Error)
	ping   error
	close  error
	calls  atomic.Int64
	closed atomic.Int64
}

func (e *fakeEngine) Do(ctx context.Context, operation string, body, dst []byte) ([]byte, *apierr.Error) {
	e.calls.Add(1)
	if e.do != nil {
		return e.do(ctx, operation, body, dst)
	}
	dst = append(dst, operation...)
	dst = append(dst, ' ')
	return append(dst, body...), nil
}

func (e *fakeEngine) Ping(context.Context) error { return e.ping }

func (e *fakeEngine) Close() error {
	e.closed.Add(1)
	return e.close
}

var operations = []*api.Operation{
	api.Operations["GetItem"], api.Operations["PutItem"], api.Operations["ListTables"],
	api.Operations["DescribeEndpoints"], api.Operations["GetRecords"],
}

// start serves e until the test ends.
func start(t *testing.T, e *fakeEngine, o server.Options) (url string, log *syncBuffer) {
	t.Helper()
	log = &syncBuffer{}
	o.Logger = slog.New(slog.NewTextHandler(log, nil))
	addr, result, stop := serve(t, e, o)
	t.Cleanup(func() {
		stop()
		if err := <-result; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	return "http://" + addr, log
}

// serve runs Server.Serve on a port of its own; stop ends it, and result gives Serve's error.
func serve(t *testing.T, e *fakeEngine, o server.Options) (addr string, result chan error, stop context.CancelFunc) {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	o.Operations = operations
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	ctx, stop := context.WithCancel(context.Background())
	result = make(chan error, 1)
	go func() { result <- server.New(e, o).Serve(ctx, ln) }()
	return ln.Addr().String(), result, stop
}

// answer is an HTTP answer, read to its end.
type answer struct {
	status int
	header http.Header
	body   string
}

// client sends requests as they are; the default one asks for gzip and hides that the answer came so.
var client = &http.Client{Transport: &http.Transport{DisableCompression: true}}

func send(t *testing.T, r *http.Request) answer {
	t.Helper()
	res, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{status: res.StatusCode, header: res.Header, body: string(body)}
}

func request(t *testing.T, method, url, body string, headers ...string) *http.Request {
	t.Helper()
	r, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

const target = "X-Amz-Target"

func post(t *testing.T, url, operation, body string) answer {
	t.Helper()
	return send(t, request(t, http.MethodPost, url, body, target, "DynamoDB_20120810."+operation))
}

// syncBuffer is a log that handlers write and a test reads.
type syncBuffer struct {
	lock sync.Mutex
	buf  bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.lock.Lock()
	defer b.lock.Unlock()
	return b.buf.Write(p)
}

func (b *syncBuffer) String() string {
	b.lock.Lock()
	defer b.lock.Unlock()
	return b.buf.String()
}
