// Package ddbsqltest runs ddbsql inside of a Go test: a DynamoDB of its own for each test, in memory, there within a few milliseconds, that
// any SDK client can talk to over HTTP.
//
//	func TestOrders(t *testing.T) {
//		t.Parallel()
//		srv := ddbsqltest.Start(t)
//		db := dynamodb.NewFromConfig(srv.Config())
//		...
//	}
//
// A server needs less than 1 MB, so that a thousand parallel tests can have one each. Where tables and first items are the same for many
// tests, make them once and go back to them: see [Server.Snapshot].
package ddbsqltest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"github.com/ddbsql/ddbsql/backends"
	_ "github.com/ddbsql/ddbsql/backends/sqlite" // sqlite::memory:
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/clock"
	"github.com/ddbsql/ddbsql/internal/engine"
	"github.com/ddbsql/ddbsql/internal/faults"
	"github.com/ddbsql/ddbsql/internal/server"
)

// Options say how a server differs from the usual one. The zero value is the usual one.
type Options struct {
	// Region is the one in ARNs and of [Server.Config]; us-east-1 if empty.
	Region string
	// TableDelay is how long tables and indexes stay CREATING, UPDATING and DELETING; not at all if 0.
	TableDelay time.Duration
	// StreamShards is how many shards a new stream has; 1 if 0, so that its records come in one order.
	StreamShards int
	// Logger is told of warnings and errors; nobody if nil. Start uses the test's log.
	Logger *slog.Logger
}

// Server is a running server. Its methods may be called from any goroutine; Restore and Reset while no request is under way.
type Server struct {
	// URL is where it listens, http://127.0.0.1:PORT.
	URL string

	engine  *engine.Engine
	clock   *clock.Clock
	faults  *faults.Rules
	region  string
	stop    context.CancelFunc
	stopped chan error
}

// Start starts a server that lasts as long as the test. A test that cannot have one fails.
func Start(t testing.TB) *Server {
	t.Helper()
	return StartWith(t, Options{})
}

// StartWith is [Start] with other options.
func StartWith(t testing.TB, o Options) *Server {
	t.Helper()
	if o.Logger == nil {
		o.Logger = logTo(t)
	}
	s, err := New(o)
	if err != nil {
		t.Fatalf("ddbsqltest: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("ddbsqltest: %v", err)
		}
	})
	return s
}

// New starts a server that lasts until Close, for TestMain and the like.
func New(o Options) (*Server, error) {
	if o.Region == "" {
		o.Region = "us-east-1"
	}
	if o.StreamShards == 0 {
		o.StreamShards = 1
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	ln, err := listen()
	if err != nil {
		return nil, err
	}
	s := &Server{URL: "http://" + ln.Addr().String(), region: o.Region, clock: clock.New(0), faults: faults.NewRules(), stopped: make(chan error, 1)}
	if err := s.open(o, ln.Addr().String()); err != nil {
		return nil, errors.Join(err, ln.Close())
	}
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	web := server.New(s.engine, server.Options{Operations: api.Served(), HostContext: engine.WithHost, Logger: o.Logger, Enter: s.enter})
	go func() { s.stopped <- web.Serve(ctx, ln) }()
	return s, nil
}

// listen takes any port of this machine's. To find out whether there is multipath TCP, which nobody needs there, takes the first listener of
// a process a tenth of a millisecond.
func listen() (net.Listener, error) {
	var c net.ListenConfig
	c.SetMultipathTCP(false)
	return c.Listen(context.Background(), "tcp", "127.0.0.1:0")
}

const (
	// account is the one in ARNs.
	account = "000000000000"
	// inMemory is the database of every server.
	inMemory = "sqlite::memory:"
)

func (s *Server) open(o Options, address string) error {
	backend, err := backends.Open(context.Background(), inMemory, backends.Options{Logger: o.Logger, Now: s.clock.Now})
	if err != nil {
		return err
	}
	s.engine = engine.New(backend, engine.Options{
		Region: o.Region, Account: account, Endpoint: address,
		TableDelay: o.TableDelay, StreamShards: o.StreamShards, StreamRetention: 24 * time.Hour,
		Now: s.clock.Now,
	})
	s.engine.StartBackground(o.Logger)
	return nil
}

// Close ends the server: it lets running requests end, and forgets everything. A second call does nothing.
func (s *Server) Close() error {
	s.stop()
	err, first := <-s.stopped
	if first {
		close(s.stopped)
	}
	return err
}

// Config is a configuration for clients of the SDK: dynamodb.NewFromConfig(srv.Config()), and so on for dynamodbstreams.
func (s *Server) Config() aws.Config {
	return aws.Config{
		Region:       s.region,
		BaseEndpoint: aws.String(s.URL),
		Credentials:  credentials.NewStaticCredentialsProvider("test", "test", ""),
	}
}

// Client is a new client of the server.
func (s *Server) Client() *dynamodb.Client { return dynamodb.NewFromConfig(s.Config()) }

// SweepExpired removes the items whose time to live is over, now, and says how many there were. Nothing else removes them.
func (s *Server) SweepExpired() (int, error) {
	sweep, err := s.engine.SweepExpired(context.Background())
	if err != nil {
		return 0, fmt.Errorf("sweep expired items: %w", err)
	}
	return sweep.Items, nil
}
