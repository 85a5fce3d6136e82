package server

import (
	"errors"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/discreet"
	"github.com/ddbsql/ddbsql/internal/traces"
)

// exchange is one request and its answer.
type exchange struct {
	server  *Server
	way     way
	started time.Time
	id      string // x-amzn-RequestId
	op      *operation
	held    int64         // bytes that its body may take
	decoded int64         // bytes of a large body that may be decoded
	waited  time.Duration // for room for its body and for its turn
	span    *traces.Span  // nil unless it is recorded
	reply   reply
}

// begin gives the request what every answer has, whatever it will be.
func (x *exchange) begin() { x.id = newRequestID() }

// operate runs the operation the request names, answers it, and gives the time when that was done.
func (x *exchange) operate() (finished time.Time) {
	x.op = x.server.operations[header(x.way, "X-Amz-Target")]
	if x.op == nil {
		x.op = x.server.unknown
	}
	if x.server.traces != nil {
		x.beginSpan()
	}
	bufs := takeBuffers()
	out, refusal := x.answer(bufs)
	status := http.StatusOK
	if refusal != nil {
		out, status = refusal.AppendJSON(bufs.room()), refusal.Status()
		x.report(refusal, status)
	}
	x.write(status, out, bufs)
	bufs.keep(out)
	bufs.giveBack()
	finished = time.Now()
	x.op.figures.observe(finished.Sub(x.started), refusal)
	if x.span != nil {
		x.endSpan(status, refusal, finished)
	}
	return finished
}

// answer gives the operation's answer, in the buffer of bufs if it fits. A panic below becomes an internal error.
func (x *exchange) answer(bufs *buffers) (out []byte, refusal *apierr.Error) {
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		if p == http.ErrAbortHandler {
			panic(p)
		}
		// What panicked may have left the buffers with somebody: they are not used again.
		bufs.abandon()
		x.way.abandon()
		out, refusal = nil, apierr.Internal(&panicError{value: p, stack: debug.Stack()})
	}()
	claim, refusal := x.open()
	if refusal != nil {
		x.way.discardBody()
		return nil, refusal
	}
	// The body comes first: whoever sends it slowly takes nobody's turn.
	sent, refusal := x.takeBody(bufs)
	defer x.leaveBody(bufs)
	if refusal != nil {
		return nil, refusal
	}
	if refusal = x.enter(len(sent), bufs); refusal != nil {
		return nil, refusal
	}
	defer x.server.turns.leave()
	return x.run(claim, sent, bufs)
}

// run verifies and carries out the operation.
func (x *exchange) run(claim auth.Claim, sent []byte, bufs *buffers) (out []byte, refusal *apierr.Error) {
	if x.server.auth != nil {
		if refusal := claim.Verify(x.way, sent); refusal != nil {
			return nil, refusal
		}
	}
	body, refusal := x.plainBody(sent, bufs)
	if refusal != nil {
		return nil, refusal
	}
	if x.server.permit != nil {
		if refusal := x.server.permit(claim.AccessKey(), x.op.name, body); refusal != nil {
			return nil, refusal
		}
	}
	engine := x.server.engine
	if x.server.enter != nil {
		var leave func()
		if engine, leave, refusal = x.engineOf(&claim); refusal != nil {
			return nil, refusal
		}
		defer leave()
	}
	ctx := x.context()
	if x.op.hostContext != nil {
		ctx = x.op.hostContext(ctx, x.way.Host())
	}
	return engine.Do(ctx, x.op.name, body, bufs.room())
}

// plainBody gives the request's body as it was before the client compressed it, if it did. What was signed is what was sent.
func (x *exchange) plainBody(sent []byte, bufs *buffers) (body []byte, refusal *apierr.Error) {
	coding, refusal := requestCoding(x.way)
	if refusal != nil || coding == "" {
		return sent, refusal
	}
	bufs.plain, refusal = decompress(bufs.plain, sent, coding)
	x.keep(int64(cap(bufs.body) + cap(bufs.plain)))
	return bufs.plain, refusal
}

// open judges what can be judged before the body is read.
func (x *exchange) open() (claim auth.Claim, refusal *apierr.Error) {
	if x.op == x.server.unknown {
		return claim, apierr.New(apierr.UnknownOperation, "")
	}
	if x.server.auth == nil {
		return claim, nil
	}
	return x.server.auth.Open(x.way)
}

// report logs what the service, not the client, is to blame for: once, here, with what the client must not see. An
// operation whose client went away is nobody's fault.
func (x *exchange) report(refusal *apierr.Error, status int) {
	if status < http.StatusInternalServerError || refusal.Cause == nil {
		return
	}
	level := slog.LevelError
	switch {
	case x.way.context().Err() != nil:
		level = slog.LevelDebug
	case status == http.StatusServiceUnavailable:
		level = slog.LevelWarn
	}
	attrs := []slog.Attr{slog.String("request_id", x.id), slog.String("operation", x.op.name), slog.Any("error", refusal.Cause)}
	if x.span != nil {
		attrs = append(attrs, slog.String("trace_id", x.span.TraceID()))
	}
	var p *panicError
	if errors.As(refusal.Cause, &p) {
		attrs = append(attrs, slog.String("stack", string(p.stack)))
	}
	x.server.log.LogAttrs(x.way.context(), level, "request failed", attrs...)
}

// panicError is a panic on its way to the log.
type panicError struct {
	value any
	stack []byte
}

func (p *panicError) Error() string { return discreet.Panic(p.value) }
