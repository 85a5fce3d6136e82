package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
)

// Explain gives the SQL that a request would run, without running it, with the database's own plan of each statement. It covers the
// operations on items of one table, and SweepTarget.
func (e *Engine) Explain(ctx context.Context, operation string, body []byte) ([]backends.Statement, error) {
	if operation == SweepTarget {
		return e.explainSweep(ctx, body)
	}
	explain := explainers[operation]
	if explain == nil {
		return nil, apierr.Invalid("operation " + operation + " cannot be explained: give one of DeleteItem, GetItem, PutItem, Query, Scan, UpdateItem")
	}
	in, refused := api.Decode(api.Operations[operation], body)
	if refused != nil {
		return nil, refused
	}
	p, err := explain(ctx, e, in)
	if err != nil {
		return nil, asAPIError(err)
	}
	return e.backend.Explain(ctx, p)
}

// explainer gives the plan of a request.
type explainer func(ctx context.Context, e *Engine, in api.Input) (any, error)

// prepared is an operation between its two phases.
type prepared[R any] interface {
	Plan(*catalog.Table) (R, *apierr.Error)
}

func explains[In api.Input, P prepared[R], R any](prepare func(In, *grammar.Cache) (P, *apierr.Error), table func(In) string) explainer {
	return func(ctx context.Context, e *Engine, in api.Input) (any, error) {
		p, refused := prepare(in.(In), e.exprs)
		if refused != nil {
			return nil, refused
		}
		t, err := e.tables.get(ctx, table(in.(In)))
		if err != nil {
			return nil, err
		}
		r, refused := p.Plan(t)
		if refused != nil {
			return nil, refused
		}
		if read, ok := any(r).(*translator.Read); ok {
			return read.Plan, nil
		}
		return r, nil
	}
}

var explainers = map[string]explainer{
	"DeleteItem": explains(translator.PrepareDeleteItem, func(in *api.DeleteItemInput) string { return in.TableName }),
	"GetItem":    explains(translator.PrepareGetItem, func(in *api.GetItemInput) string { return in.TableName }),
	"PutItem":    explains(translator.PreparePutItem, func(in *api.PutItemInput) string { return in.TableName }),
	"Query":      explains(translator.PrepareQuery, func(in *api.QueryInput) string { return in.TableName }),
	"Scan":       explains(translator.PrepareScan, func(in *api.ScanInput) string { return in.TableName }),
	"UpdateItem": explains(translator.PrepareUpdateItem, func(in *api.UpdateItemInput) string { return in.TableName }),
}
