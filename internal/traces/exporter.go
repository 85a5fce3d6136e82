package traces

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/ddbsql/ddbsql/internal/metrics"
)

// Outcomes of spans, as they are counted.
const (
	delivered   = "delivered"
	queueFull   = "queue_full"  // there were too many that waited
	rejected    = "rejected"    // the collector does not want them
	undelivered = "undelivered" // the collector could not be reached in time
)

// exporter delivers spans that ended, in batches. Whoever adds one never waits: what there is no room for is dropped and counted. A
// goroutine delivers; it sleeps while there are none.
type exporter struct {
	settings *Settings
	delivery delivery

	mu      sync.Mutex
	waiting []*Span // at most settings.Queue

	some    chan struct{} // has room for the message that there are spans
	batch   chan struct{} // the same for a whole batch of them
	closing chan struct{} // closed when there is no time to wait any more
	ended   chan struct{}
	cut     context.CancelFunc // ends what is being sent
	count   func(outcome string, spans int)
}

func newExporter(s *Settings, log *slog.Logger, spans *metrics.Counters) *exporter {
	e := &exporter{
		settings: s,
		some:     make(chan struct{}, 1), batch: make(chan struct{}, 1),
		closing: make(chan struct{}), ended: make(chan struct{}),
		count: func(outcome string, n int) { spans.With(outcome).Add(n) },
	}
	for _, outcome := range []string{delivered, queueFull, rejected, undelivered} {
		e.count(outcome, 0)
	}
	e.delivery = newDelivery(s, log, e.closing, e.count)
	return e
}

func (e *exporter) start() {
	ctx, cut := context.WithCancel(context.Background())
	e.cut = cut
	go e.run(ctx)
}

// add takes a span that ended.
func (e *exporter) add(s *Span) {
	e.mu.Lock()
	n := len(e.waiting)
	if n < e.settings.Queue {
		e.waiting = append(e.waiting, s)
	}
	e.mu.Unlock()
	if n == e.settings.Queue {
		e.count(queueFull, 1)
		return
	}
	if n == 0 {
		tell(e.some)
	}
	if n+1 == e.settings.Batch {
		tell(e.batch)
	}
}

// tell leaves a message unless there is one.
func tell(message chan struct{}) {
	select {
	case message <- struct{}{}:
	default:
	}
}

// take gives the next batch, and how many are left.
func (e *exporter) take() (batch []*Span, left int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	n := min(len(e.waiting), e.settings.Batch)
	batch = slices.Clone(e.waiting[:n])
	left = copy(e.waiting, e.waiting[n:])
	clear(e.waiting[left:])
	e.waiting = e.waiting[:left]
	return batch, left
}

// run delivers until the exporter is closed, and then what is left.
func (e *exporter) run(ctx context.Context) {
	defer close(e.ended)
	for open := true; open; {
		open = e.wait()
		e.drain(ctx, !open)
	}
}

// drain delivers whole batches, the first one in any case, and all of them if there is no other time for the rest.
func (e *exporter) drain(ctx context.Context, all bool) {
	for {
		batch, left := e.take()
		if len(batch) > 0 {
			e.delivery.deliver(ctx, batch)
		}
		if left == 0 {
			return
		}
		if left < e.settings.Batch && !all {
			tell(e.some)
			return
		}
	}
}

// wait waits until there is a batch, or for a while since there is something. It is false when the exporter is closed.
func (e *exporter) wait() (open bool) {
	select {
	case <-e.some:
	case <-e.closing:
		return false
	}
	timer := time.NewTimer(e.settings.Delay)
	defer timer.Stop()
	select {
	case <-e.batch:
	case <-timer.C:
	case <-e.closing:
		return false
	}
	return true
}

// CloseTimeout is how long Close takes at most: a collector that is away must not keep a server from ending.
const CloseTimeout = 3 * time.Second

// Close delivers what is left, once and within CloseTimeout. Spans that end later are not delivered.
func (e *exporter) Close() {
	close(e.closing)
	timer := time.AfterFunc(CloseTimeout, e.cut)
	defer timer.Stop()
	<-e.ended
	e.cut()
}
