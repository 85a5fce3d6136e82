package main

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/faults"
	"github.com/ddbsql/ddbsql/internal/server"
)

// ask has the rules asked about the requests to every engine of a house; nobody is asked if they are nil.
func (h *house) ask(rules *faults.Rules) {
	if rules == nil {
		return
	}
	enter := h.options.Enter
	if enter == nil {
		only := h.engine
		enter = func(context.Context, auth.Scope, bool) (server.Engine, func(), *apierr.Error) {
			return only, func() {}, nil
		}
	}
	h.options.Enter = func(ctx context.Context, who auth.Scope, named bool) (server.Engine, func(), *apierr.Error) {
		e, leave, refusal := enter(ctx, who, named)
		if refusal == nil {
			e = rules.Around(e.(database), who.AccessKey)
		}
		return e, leave, refusal
	}
}
