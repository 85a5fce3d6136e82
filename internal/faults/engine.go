package faults

import (
	"context"
	"net/http"
	"slices"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// Next is an engine that does the work: a server's, see there.
type Next interface {
	Do(ctx context.Context, operation string, body, dst []byte) ([]byte, *apierr.Error)
	// Plannable tells whether a batch can be carried out: false if Do would refuse it for a reason of any of its items.
	Plannable(ctx context.Context, operation string, body []byte) bool
	Ping(ctx context.Context) error
	Close() error
}

// Engine is an engine for requests of one caller, which the rules are asked about.
type Engine struct {
	Next
	rules     *Rules
	accessKey string
}

// Around puts the rules around an engine for a request with that access key, which is empty if it has none. Without rules, or if rs is
// nil, the engine stays as it is.
func (rs *Rules) Around(e Next, accessKey string) Next {
	if rs == nil || rs.active.Load() == nil {
		return e
	}
	return &Engine{e, rs, accessKey}
}

// Do runs an operation as the rules will have it. It drops a connection by a panic with http.ErrAbortHandler, as net/http wants it.
func (e *Engine) Do(ctx context.Context, operation string, body, dst []byte) ([]byte, *apierr.Error) {
	r, ok := read(operation, body, e.rules.texts)
	if !ok {
		return e.Next.Do(ctx, operation, body, dst)
	}
	r.accessKey = e.accessKey
	return e.rules.do(ctx, e.Next, &r, dst)
}

func (rs *Rules) do(ctx context.Context, e Next, r *request, dst []byte) ([]byte, *apierr.Error) {
	v, body := rs.judge(r), r.body
	wait(ctx, v.before)
	f := v.fault
	if f != nil && !f.After {
		switch {
		case f.Drop:
			panic(http.ErrAbortHandler)
		case f.Error != "":
			return nil, f.refusal(r, v.places)
		case f.Unprocessed != 0:
			return leaveOut(ctx, e, r, v.places, f.Unprocessed, dst)
		}
		body = shorten(body, f.PageSize)
	}
	out, refused := e.Do(ctx, r.operation, body, dst)
	wait(ctx, v.after)
	if f != nil && f.After {
		if f.Drop {
			panic(http.ErrAbortHandler)
		}
		return nil, f.refusal(r, v.places)
	}
	return out, refused
}

// wait waits until a time is over, or nobody waits for the answer any more.
func wait(ctx context.Context, d time.Duration) {
	if d <= 0 {
		return
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

// refusal is the rule's error for a request: a transaction is cancelled for a conflict, with the items as reasons that it is for.
func (a *active) refusal(r *request, places []int) *apierr.Error {
	kind := errorNamed(a.Error)
	text := kind.text
	if a.Message != "" {
		text = a.Message
	}
	if kind.code != apierr.TransactionConflict || !slices.Contains(transactions, r.operation) {
		return apierr.New(kind.code, text)
	}
	reasons := make([]apierr.Reason, len(r.touched))
	for i := range reasons {
		reasons[i].Code = apierr.ReasonNone
	}
	for _, i := range places {
		reasons[i] = apierr.Reason{Code: apierr.ReasonConflict, Message: text}
	}
	return apierr.Canceled(reasons)
}
