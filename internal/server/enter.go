package server

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
)

// Enter gives the engine that a request's credentials lead to, which the server has until it calls leave. It is asked when the request has
// arrived, and after its signature was verified if signatures are: who then is known. Without, who is what the request says; named
// is false if it says nothing.
type Enter func(ctx context.Context, who auth.Scope, named bool) (e Engine, leave func(), refusal *apierr.Error)

// engineOf asks whose data the request is about.
func (x *exchange) engineOf(claim *auth.Claim) (Engine, func(), *apierr.Error) {
	who, named := claim.Scope(), true
	if x.server.auth == nil {
		who, named = auth.ClaimedBy(x.way)
	}
	return x.server.enter(x.way.context(), who, named)
}
