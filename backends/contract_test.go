package backends

import (
	"context"
	"errors"
	"testing"

	"github.com/ddbsql/ddbsql/translator/plan"
)

// broken is a backend that answers everything with one error, or with nothing.
type broken struct {
	Backend
	err error
}

func (b *broken) Get(context.Context, *plan.Get, *Arena) ([]Row, error)     { return nil, b.err }
func (b *broken) Write(context.Context, *plan.Write) ([]WriteResult, error) { return nil, b.err }
func (b *broken) Query(context.Context, *plan.Query) (*Page, error)         { return nil, b.err }
func (b *broken) Ping(context.Context) error                                { return b.err }
func (b *broken) ListTables(context.Context, string, int) ([]string, error) { return nil, b.err }

func codeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return 0
}

func TestContract(t *testing.T) {
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	cases := []struct {
		name string
		ctx  context.Context
		err  error
		want Code
	}{
		{"an error without code is internal", context.Background(), errors.New("x"), CodeInternal},
		{"a code stays", context.Background(), &Error{Code: CodeStale}, CodeStale},
		{"an error after the caller left says so", ended, errors.New("x"), CodeCanceled},
		{"no error is none", context.Background(), nil, 0},
	}
	for _, c := range cases {
		b := Contract(&broken{err: c.err})
		_, query := b.Query(c.ctx, &plan.Query{})
		_, list := b.ListTables(c.ctx, "", 1)
		_, get := b.Get(c.ctx, &plan.Get{}, nil)
		for _, err := range []error{query, list, get, b.Ping(c.ctx)} {
			if got := codeOf(err); got != c.want || (err == nil) != (c.err == nil) {
				t.Errorf("%s: %v", c.name, err)
			}
		}
	}
}

func TestContractWantsAlignedResults(t *testing.T) {
	b := Contract(&broken{})
	if _, err := b.Get(context.Background(), &plan.Get{Reads: make([]plan.Read, 1)}, nil); codeOf(err) != CodeInternal {
		t.Errorf("a missing row gives %v", err)
	}
	if _, err := b.Write(context.Background(), &plan.Write{Items: make([]plan.ItemWrite, 2)}); codeOf(err) != CodeInternal {
		t.Errorf("missing results give %v", err)
	}
	if Contract(b) != b {
		t.Error("a contract is wrapped twice")
	}
}

func TestOpenChoosesByScheme(t *testing.T) {
	Register("test", func(_ context.Context, url string, _ Options) (Backend, error) {
		return &broken{err: errors.New(url)}, nil
	})
	b, err := Open(context.Background(), "test:somewhere", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Ping(context.Background()); codeOf(err) != CodeInternal || errors.Unwrap(err).Error() != "test:somewhere" {
		t.Errorf("opened %v", err)
	}
	for _, url := range []string{"", "test", "other:x"} {
		if _, err := Open(context.Background(), url, Options{}); err == nil {
			t.Errorf("%q opens", url)
		}
	}
}
