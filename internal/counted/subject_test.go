package counted

import (
	"context"
	"log/slog"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	_ "github.com/ddbsql/ddbsql/backends/postgres"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	_ "github.com/ddbsql/ddbsql/backends/sqlite"
	"github.com/ddbsql/ddbsql/internal/engine"
	"github.com/ddbsql/ddbsql/internal/server"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// databases are opened anew for each test.
var databases = []struct {
	name string
	url  func(t testing.TB) string
}{
	{"sqlite", func(t testing.TB) string { return "sqlite:" + filepath.Join(t.TempDir(), "counted.db") }},
	{"postgres", func(t testing.TB) string { return pgtest.URL(t) }},
}

// subject is an engine whose statements are counted.
type subject struct {
	*engine.Engine
	backend backends.Backend
	ctx     context.Context // one that can end, as a request's can
	buf     []byte          // answers; reused as the server does
	work    workLog
}

// workLog is told what the database is asked.
type workLog struct {
	metrics *server.Metrics // are told too, as in a server
	sync.Mutex
	listening  bool
	statements []string
	compiled   int
}

// open makes an engine over an empty database with the tables filled.
func open(t testing.TB, url string) *subject {
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	s := &subject{ctx: ctx, work: workLog{metrics: server.NewMetrics()}}
	backend, err := backends.Open(ctx, url, backends.Options{
		Logger: slog.New(slog.DiscardHandler), Observe: s.work.ran, Prepared: s.work.prepared,
	})
	if err != nil {
		t.Fatal(err)
	}
	s.backend = backend
	s.forget()
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	for _, body := range tables {
		s.run(t, request{"CreateTable", body})
	}
	for i := range held {
		s.run(t, putItem("items", item(i, 0)))
		s.run(t, putItem("sorted", sortedItem(i, 0)))
	}
	return s
}

// forget makes the engine one that has seen no request.
func (s *subject) forget() {
	s.Engine = engine.New(s.backend, engine.Options{Region: "us-east-1", Account: "000000000000"})
}

// repeat gives a function that runs the requests and allocates nothing by itself.
func (s *subject) repeat(t testing.TB, c counted) func() {
	if c.http {
		return s.overHTTP(t, c.requests)
	}
	bodies := make([][]byte, len(c.requests))
	for i := range c.requests {
		bodies[i] = []byte(c.requests[i].body)
	}
	return func() {
		for i := range c.requests {
			s.do(t, c.requests[i].operation, bodies[i])
		}
	}
}

// run runs requests that must succeed.
func (s *subject) run(t testing.TB, requests ...request) {
	for i := range requests {
		s.do(t, requests[i].operation, []byte(requests[i].body))
	}
}

func (s *subject) do(t testing.TB, operation string, body []byte) {
	answer, refused := s.Do(s.ctx, operation, body, s.buf[:0])
	if refused != nil {
		t.Fatalf("%s: %v", operation, refused)
	}
	s.buf = answer
}

// start begins to log.
func (l *workLog) start() {
	l.Lock()
	defer l.Unlock()
	l.listening, l.statements, l.compiled = true, nil, 0
}

// stop gives what was logged, and logs no more: a log allocates.
func (l *workLog) stop() (statements []string, compiled int) {
	l.Lock()
	defer l.Unlock()
	l.listening = false
	return l.statements, l.compiled
}

// ran leaves out what the database does in the background.
func (l *workLog) ran(statement string, took time.Duration, err error) {
	l.metrics.ObserveStatement(statement, took, err)
	l.Lock()
	defer l.Unlock()
	if l.listening && statement != "checkpoint" {
		l.statements = append(l.statements, statement)
	}
}

func (l *workLog) prepared(string) {
	l.Lock()
	defer l.Unlock()
	l.compiled++
}
