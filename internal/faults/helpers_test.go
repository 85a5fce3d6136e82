package faults

import (
	"context"
	"testing"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// worker is an engine that notes what it is to do, and answers what a test put in.
type worker struct {
	did       []string
	answer    string
	unplanned bool
	refusal   *apierr.Error
}

func (w *worker) Do(_ context.Context, operation string, body, dst []byte) ([]byte, *apierr.Error) {
	w.did = append(w.did, operation+" "+string(body))
	if w.refusal != nil {
		return nil, w.refusal
	}
	return append(dst, w.answer...), nil
}

func (w *worker) Plannable(context.Context, string, []byte) bool { return !w.unplanned }

func (w *worker) Ping(context.Context) error { return nil }

func (w *worker) Close() error { return nil }

// rulesOf makes a set of rules that must be good.
func rulesOf(t testing.TB, texts ...string) *Rules {
	t.Helper()
	rs := NewRules()
	for _, text := range texts {
		rules, err := Parse([]byte(text))
		if err == nil {
			_, err = rs.Add(rules...)
		}
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
	return rs
}

// ask runs a request; its answer, or its error in the service's form.
func ask(t testing.TB, e Next, operation, body string) string {
	t.Helper()
	out, refused := e.Do(t.Context(), operation, []byte(body), nil)
	if refused != nil {
		return string(refused.AppendJSON(nil))
	}
	return string(out)
}

const getA = `{"TableName":"orders","Key":{"id":{"S":"a"}}}`

// silent is an engine that answers nothing.
type silent struct{}

func (silent) Do(_ context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) { return dst, nil }

func (silent) Plannable(context.Context, string, []byte) bool { return true }

func (silent) Ping(context.Context) error { return nil }

func (silent) Close() error { return nil }
