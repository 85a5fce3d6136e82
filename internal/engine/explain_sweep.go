package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/translator"
)

// SweepTarget is what Explain takes for the removal of a table's expired items. The request is as that of DescribeTimeToLive.
const SweepTarget = "ttl/sweep"

// explainSweep gives the statements of one page: how it is found, and how two of the items that are found now would be removed.
func (e *Engine) explainSweep(ctx context.Context, body []byte) ([]backends.Statement, error) {
	in, refused := api.Decode(api.Operations["DescribeTimeToLive"], body)
	if refused != nil {
		return nil, refused
	}
	t, err := e.definition(ctx, in.(*api.DescribeTimeToLiveInput).TableName)
	if err != nil {
		return nil, asAPIError(err)
	}
	x := translator.PlanExpiry(t, e.now())
	if x == nil {
		return nil, apierr.Invalid("TimeToLive is disabled")
	}
	find := x.Query(nil, newChunk(sweepStep).items)
	statements, err := e.backend.Explain(ctx, find)
	if err != nil {
		return nil, err
	}
	page, err := e.backend.Query(ctx, find)
	if err != nil {
		return nil, err
	}
	defer page.Release()
	found, err := parseItems(page.Rows)
	if err != nil || len(found) == 0 {
		return statements, err
	}
	removal, err := e.backend.Explain(ctx, x.Write(found[:min(len(found), 2)]))
	return append(statements, removal...), err
}
