package server

import (
	"context"
	"crypto/tls"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/traces"
)

// Options of a Server. The zero value serves no operation, with default limits and without signatures.
type Options struct {
	// Version is what the health report says this server is.
	Version string
	// Operations are those the engine serves; every other target is an unknown operation.
	Operations []*api.Operation
	// HostContext, if set, notes the host and port a request asked for in its context. DescribeEndpoints answers them;
	// the other operations are spared.
	HostContext func(ctx context.Context, host string) context.Context
	// Auth verifies signatures; nil accepts every request, signed or not.
	Auth *auth.Verifier
	// Permit, if set, refuses what a key is not good for. It is asked after Auth has verified the key, with the operation's name and the
	// body as it was before it was compressed.
	Permit func(accessKey, operation string, body []byte) *apierr.Error
	// Enter, if set, says whose data a request is about; nil is one engine for all.
	Enter Enter
	// Local, if set, lets the server stand in for DynamoDB Local. Its engine then answers what is asked of it besides operations.
	Local *Local
	// Certificate makes Serve speak TLS, each handshake with the certificate that it gives then; nil is plain HTTP.
	Certificate func() *tls.Certificate
	// Admin are the acts of administration; there are none by default.
	Admin Admin
	// Metrics receives the figures; nil makes a set of its own. One set can serve one Server only.
	Metrics *Metrics
	// Traces makes a span of each request that is to be recorded; nil makes none.
	Traces *traces.Tracer
	// Logger receives internal errors and panics; nil means slog.Default.
	Logger *slog.Logger
	// MaxInFlight is how many operations may run at once, 0 means DefaultMaxInFlight. One more waits.
	MaxInFlight int
	// MaxWait is how long an operation waits for its turn, or for room for its body, before it is refused with a ThrottlingException,
	// from which SDKs back off. 0 means DefaultMaxWait; less than 0 that it is refused at once.
	MaxWait time.Duration
	// MaxMemory is how many bytes the bodies of requests may hold at once, and answers that are being sent, half of it each. 0 means
	// DefaultMaxMemory; less than LeastMemory means that.
	MaxMemory int64
	// Timeouts against slow clients; a zero field means its default.
	Timeouts Timeouts
	// Grace is how long the server serves on when it is to stop, while it says that it is not ready; 0 for not at all.
	Grace time.Duration
}

const (
	// DefaultMaxInFlight is enough to keep both databases busy, whose own queues take no more at once.
	DefaultMaxInFlight = 256
	// DefaultMaxWait lets a burst pass, and is short beside the time after which SDKs give up.
	DefaultMaxWait = time.Second
	// DefaultMaxMemory and LeastMemory are bytes. The least has room for one compressed request that is as large as can be.
	DefaultMaxMemory = 256 << 20
	LeastMemory      = 4 * maxBody
)

// Server answers DynamoDB's HTTP protocol on one engine.
type Server struct {
	engine     Engine
	operations map[string]*operation // by X-Amz-Target
	unknown    *operation
	auth       *auth.Verifier
	permit     func(accessKey, operation string, body []byte) *apierr.Error
	enter      Enter  // nil: all requests are the engine's
	local      *Local // nil: the service's own ways
	metrics    *Metrics
	traces     *traces.Tracer // nil: there are none
	log        *slog.Logger
	turns      turns
	bodies     *semaphore.Weighted // bytes of bodies that are there
	decoding   *semaphore.Weighted // bytes of large ones that are being decoded
	timeouts   Timeouts
	grace      time.Duration
	leaving    atomic.Bool         // it is to stop
	tls        *tls.Config         // nil: plain HTTP
	routes     func() http.Handler // of all that is no operation; made when it is first asked for
}

// New makes a Server. It starts nothing; see Serve.
func New(engine Engine, o Options) *Server {
	if o.Metrics == nil {
		o.Metrics = NewMetrics()
	}
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	s := &Server{
		engine:   engine,
		auth:     o.Auth,
		permit:   o.Permit,
		enter:    o.Enter,
		local:    o.Local,
		metrics:  o.Metrics,
		traces:   o.Traces,
		log:      o.Logger,
		timeouts: o.Timeouts.withDefaults(),
		grace:    o.Grace,
	}
	if o.Certificate != nil {
		s.tls = &tls.Config{
			GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return o.Certificate(), nil },
			MinVersion:     tls.VersionTLS12,
		}
	}
	s.admit(&o)
	s.operations, s.unknown = newOperations(&o)
	s.metrics.watchInFlight(&s.turns)
	s.routes = sync.OnceValue(func() http.Handler {
		if s.local == nil {
			return s.newRoutes(&o)
		}
		return s.newLocalRoutes(&o)
	})
	return s
}
