package server

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
)

// exchange is one request and its answer.
type exchange struct {
	server  *Server
	w       http.ResponseWriter
	r       *http.Request
	started time.Time
	id      string // x-amzn-RequestId
	op      *operation
}

// begin sets the headers of every answer, whatever it will be.
func (x *exchange) begin() {
	x.id = newRequestID()
	h := x.w.Header()
	h["Server"] = serverHeader
	h[requestIDHeader] = []string{x.id}
	if x.r.Header["Origin"] != nil && x.server.local.letsRead(x.r) {
		setCORS(h, x.r)
	}
}

// operate runs the operation the request names and answers it.
func (x *exchange) operate() {
	x.op = x.server.operations[x.r.Header.Get("X-Amz-Target")]
	if x.op == nil {
		x.op = x.server.unknown
	}
	bufs := takeBuffers()
	out, refusal := x.answer(bufs)
	status := http.StatusOK
	if refusal != nil {
		out, status = refusal.AppendJSON(bufs.answer[:0]), refusal.Status()
		x.report(refusal, status)
	}
	bufs.answer = out
	x.write(status, bufs)
	bufs.giveBack()
	x.op.figures.observe(time.Since(x.started), refusal)
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
		out, refusal = nil, apierr.Internal(&panicError{value: p, stack: debug.Stack()})
	}()
	if !x.server.gate.enter() {
		discardBody(x.r)
		return nil, apierr.New(apierr.ServiceUnavailable, "Too many requests are in flight; please try again.")
	}
	defer x.server.gate.leave()

	claim, refusal := x.open()
	if refusal != nil {
		discardBody(x.r)
		return nil, refusal
	}
	engine := x.server.engine
	if local := x.server.local; local != nil {
		var leave func()
		if engine, leave, refusal = local.Enter(x.r); refusal != nil {
			discardBody(x.r)
			return nil, refusal
		}
		defer leave()
	}
	if bufs.body, refusal = readBody(bufs.body, x.r); refusal != nil {
		return nil, refusal
	}
	if x.server.auth != nil {
		if refusal := claim.Verify(x.r, bufs.body); refusal != nil {
			return nil, refusal
		}
	}
	body, refusal := x.plainBody(bufs)
	if refusal != nil {
		return nil, refusal
	}
	ctx := x.r.Context()
	if x.op.hostContext != nil {
		ctx = x.op.hostContext(ctx, x.r.Host)
	}
	return engine.Do(ctx, x.op.name, body, bufs.answer)
}

// plainBody gives the request's body as it was before the client compressed it, if it did. What was signed is what was sent.
func (x *exchange) plainBody(bufs *buffers) (body []byte, refusal *apierr.Error) {
	coding, refusal := requestCoding(x.r)
	if refusal != nil || coding == "" {
		return bufs.body, refusal
	}
	bufs.plain, refusal = decompress(bufs.plain, bufs.body, coding)
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
	return x.server.auth.Open(x.r)
}

// report logs what the service, not the client, is to blame for: once, here, with what the client must not see. An
// operation whose client went away is nobody's fault.
func (x *exchange) report(refusal *apierr.Error, status int) {
	if status < http.StatusInternalServerError || refusal.Cause == nil {
		return
	}
	level := slog.LevelError
	switch {
	case x.r.Context().Err() != nil:
		level = slog.LevelDebug
	case status == http.StatusServiceUnavailable:
		level = slog.LevelWarn
	}
	attrs := []slog.Attr{slog.String("request_id", x.id), slog.String("operation", x.op.name), slog.Any("error", refusal.Cause)}
	var p *panicError
	if errors.As(refusal.Cause, &p) {
		attrs = append(attrs, slog.String("stack", string(p.stack)))
	}
	x.server.log.LogAttrs(x.r.Context(), level, "request failed", attrs...)
}

// panicError is a panic on its way to the log.
type panicError struct {
	value any
	stack []byte
}

func (p *panicError) Error() string { return fmt.Sprintf("panic: %v", p.value) }
