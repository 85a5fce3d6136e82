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
		return nil, apierr.Invalid("operation " + operation + " cannot be explained: give one of DeleteItem, ExecuteStatement, GetItem, PutItem, Query, Scan, UpdateItem")
	}
	in, refused := api.Decode(api.Operations[operation], body)
	if refused != nil {
		return nil, refused
	}
	plans, err := explain(ctx, e, in)
	if err != nil {
		return nil, asAPIError(err)
	}
	var all []backends.Statement
	for _, p := range plans {
		statements, err := e.backend.Explain(ctx, p)
		if err != nil {
			return nil, err
		}
		all = append(all, statements...)
	}
	return all, nil
}

// explainer gives the plans of a request, in the order in which they run.
type explainer func(ctx context.Context, e *Engine, in api.Input) ([]any, error)

// prepared is an operation between its two phases.
type prepared[R any] interface {
	Plan(*catalog.Table) (R, *apierr.Error)
}

func explains[In api.Input, P prepared[R], R any](prepare func(In, *grammar.Cache) (P, *apierr.Error), table func(In) string) explainer {
	return func(ctx context.Context, e *Engine, in api.Input) ([]any, error) {
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
			return []any{read.Plan}, nil
		}
		return []any{r}, nil
	}
}

// explainStatement gives the plans of an ExecuteStatement; a SELECT may have several.
func explainStatement(ctx context.Context, e *Engine, in api.Input) ([]any, error) {
	p, refused := translator.PrepareExecuteStatement(in.(*api.ExecuteStatementInput), e.exprs)
	if refused != nil {
		return nil, refused
	}
	t, err := e.tables.get(ctx, p.Table())
	if err != nil {
		return nil, err
	}
	if p.Write != nil {
		w, refused := p.Write.Plan(t)
		if refused != nil {
			return nil, refused
		}
		return []any{w}, nil
	}
	reads, refused := p.PlanRead(t)
	if refused != nil {
		return nil, refused
	}
	var plans []any
	for _, r := range reads.All[reads.First:] {
		plans = append(plans, r.Plan)
	}
	return plans, nil
}

var explainers = map[string]explainer{
	"ExecuteStatement": explainStatement,

	"DeleteItem": explains(translator.PrepareDeleteItem, func(in *api.DeleteItemInput) string { return in.TableName }),
	"GetItem":    explains(translator.PrepareGetItem, func(in *api.GetItemInput) string { return in.TableName }),
	"PutItem":    explains(translator.PreparePutItem, func(in *api.PutItemInput) string { return in.TableName }),
	"Query":      explains(translator.PrepareQuery, func(in *api.QueryInput) string { return in.TableName }),
	"Scan":       explains(translator.PrepareScan, func(in *api.ScanInput) string { return in.TableName }),
	"UpdateItem": explains(translator.PrepareUpdateItem, func(in *api.UpdateItemInput) string { return in.TableName }),
}
