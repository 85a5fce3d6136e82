package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
)

// ExecuteTransaction runs up to 100 PartiQL statements: all of them read, as things were at one moment, or all write and happen all or
// not at all. With a ClientRequestToken writes happen once, however often and of whichever server they are asked within ten minutes.
func (e *Engine) ExecuteTransaction(ctx context.Context, in *api.ExecuteTransactionInput) (*api.ExecuteTransactionOutput, error) {
	p, refused := translator.PrepareExecuteTransaction(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	return retryStale(e, p.Tables(), func() (*api.ExecuteTransactionOutput, error) {
		ts, err := e.statementTables(ctx, p.Tables())
		if err != nil {
			return nil, err
		}
		if p.Reads != nil {
			return e.readTransaction(ctx, in, p, ts)
		}
		return e.writeTransaction(ctx, in, p, ts)
	})
}

// statementTables gives the tables of a transaction's statements, in order. Those that are not there are reasons to cancel it.
func (e *Engine) statementTables(ctx context.Context, names []string) ([]*catalog.Table, error) {
	ts, reasons := make([]*catalog.Table, len(names)), make([]apierr.Reason, len(names))
	for i, name := range names {
		t, err := e.tables.get(ctx, name)
		switch {
		case err == errNoTable:
			reasons[i] = apierr.Reason{Code: apierr.ReasonNoTable, Message: errNoTable.Message}
		case err != nil:
			return nil, err
		default:
			ts[i], reasons[i].Code = t, apierr.ReasonNone
		}
	}
	return ts, cancellation(reasons)
}

// readTransaction answers the items in the order of the request. One that is not there is an empty entry.
func (e *Engine) readTransaction(ctx context.Context, in *api.ExecuteTransactionInput, p *translator.ExecuteTransaction, ts []*catalog.Table) (*api.ExecuteTransactionOutput, error) {
	get, refused := p.PlanReads(ts)
	if refused != nil {
		return nil, refused
	}
	rows, err := e.backend.Get(ctx, get, nil)
	if err != nil {
		return nil, transactionError(err, len(ts))
	}
	out := &api.ExecuteTransactionOutput{Responses: make([]*api.ItemResponse, len(rows))}
	sums, err := snapshotSums(ts, rows)
	if err != nil {
		return nil, err
	}
	for i := range rows {
		out.Responses[i] = &api.ItemResponse{}
		if rows[i].Doc != nil {
			out.Responses[i].Item = row(rows[i].Doc, p.Reads[i].Columns)
		}
	}
	out.ConsumedCapacity = sums.consumed(in.ReturnConsumedCapacity, readCapacity)
	return out, nil
}

func (e *Engine) writeTransaction(ctx context.Context, in *api.ExecuteTransactionInput, p *translator.ExecuteTransaction, ts []*catalog.Table) (*api.ExecuteTransactionOutput, error) {
	tx, refused := p.PlanWrites(ts)
	if refused != nil {
		return nil, refused
	}
	results, err := e.transact(ctx, tx.Write, e.once("ExecuteTransaction", in.ClientRequestToken, p.Digest), in.ReturnConsumedCapacity)
	if err != nil {
		return nil, err
	}
	if canceled := cancellation(statementReasons(p, tx, results)); canceled != nil {
		return nil, canceled
	}
	sums, err := transactSums(tx.Actions, ts, results)
	if err != nil {
		return nil, err
	}
	return &api.ExecuteTransactionOutput{
		Responses:        []*api.ItemResponse{},
		ConsumedCapacity: transactCapacity(in.ReturnConsumedCapacity, sums, results),
	}, nil
}

// statementReasons are the reasons of a transaction that is cancelled, if it is. Then a conditional DELETE of what is not there is one,
// too.
func statementReasons(p *translator.ExecuteTransaction, tx *translator.Transaction, results []backends.WriteResult) []apierr.Reason {
	reasons := make([]apierr.Reason, len(results))
	for i := range results {
		reasons[i] = statementReason(p.Writes[i], &results[i])
		if err := tx.Refused[i]; err != nil {
			reasons[i] = apierr.Reason{Code: apierr.ReasonInvalid, Message: err.Message}
		}
	}
	if cancellation(reasons) == nil {
		return reasons
	}
	for i, a := range tx.Actions {
		if r := &results[i]; a.DeletesOnCondition() && reasons[i].Code == apierr.ReasonNone && r.OldSize == 0 && !r.Replayed {
			reasons[i] = apierr.Reason{Code: apierr.ReasonCondition, Message: textConditionFailed}
		}
	}
	return reasons
}

// statementReason is what became of a write; an INSERT that failed has a reason of its own.
func statementReason(p *translator.StatementWrite, r *backends.WriteResult) apierr.Reason {
	reason := reasonOf(r)
	if p.IsInsert() && reason.Code == apierr.ReasonCondition {
		return apierr.Reason{Code: apierr.ReasonDuplicate, Message: errDuplicate.Message}
	}
	return reason
}
