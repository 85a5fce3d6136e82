package main

import (
	"context"
	"testing"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/faults"
	"github.com/ddbsql/ddbsql/internal/server"
)

// Rules are asked about the requests to the one engine of a server, and to those of all namespaces.
func TestRulesAreAskedOfEveryEngine(t *testing.T) {
	one := &fakeDatabase{}
	entered := server.Enter(func(context.Context, auth.Scope, bool) (server.Engine, func(), *apierr.Error) {
		return one, func() {}, nil
	})
	for _, c := range []struct {
		name  string
		house house
	}{
		{"one engine", house{engine: one}},
		{"an engine for each namespace", house{options: server.Options{Enter: entered}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules := faults.NewRules()
			h := c.house
			h.ask(rules)
			for _, want := range []string{"ListTables", "ThrottlingException: slow"} {
				e, _, _ := h.options.Enter(t.Context(), auth.Scope{AccessKey: "slow"}, true)
				out, refused := e.Do(t.Context(), "ListTables", []byte(`{}`), nil)
				got := string(out)
				if refused != nil {
					got = refused.Error()
				}
				if got != want {
					t.Errorf("got %s, want %s", got, want)
				}
				if _, err := rules.Add(faults.Rule{AccessKey: "slow", Error: "ThrottlingException", Message: "slow"}); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	h := house{engine: one}
	if h.ask(nil); h.options.Enter != nil {
		t.Error("requests are asked about although there can be no rules")
	}
}

func TestAServerDoesNotStartWithBadRules(t *testing.T) {
	r := run{args: []string{"--listen", "127.0.0.1:0", "--faults", "missing.json"}}
	if err := r.execute(t); !errorHas(err, "--faults: open missing.json") || r.opened {
		t.Errorf("got %v, opened %t", err, r.opened)
	}
}
