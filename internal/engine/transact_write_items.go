package engine

import (
	"context"
	"slices"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// TransactWriteItems carries out up to 100 actions on items of several tables: all or none. With a ClientRequestToken it does so
// once, however often and of whichever server it is asked within ten minutes.
func (e *Engine) TransactWriteItems(ctx context.Context, in *api.TransactWriteItemsInput) (*api.TransactWriteItemsOutput, error) {
	p, refused := translator.PrepareTransactWriteItems(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	once := e.once("TransactWriteItems", in.ClientRequestToken, p.Digest)
	names := p.Tables()
	return retryStale(e, names, func() (*api.TransactWriteItemsOutput, error) {
		ts, err := e.tables.all(ctx, names)
		if err != nil {
			return nil, err
		}
		w, refused := p.Plan(ts)
		if refused != nil {
			return nil, refused
		}
		results, err := e.transact(ctx, w, once, in.ReturnConsumedCapacity)
		if err != nil {
			return nil, err
		}
		if canceled := cancellation(reasonsFor(results)); canceled != nil {
			return nil, canceled
		}
		return e.transactWriteOutput(ctx, in, p, ts, results)
	})
}

// transact runs the writes of a transaction, with what its cost is computed from.
func (e *Engine) transact(ctx context.Context, w *plan.Write, once *plan.Once, capacity *string) ([]backends.WriteResult, error) {
	w.Once = once
	needUsage(w, wantsCapacity(capacity))
	results, err := e.write(ctx, w)
	if err != nil {
		return nil, transactionError(err, len(w.Items))
	}
	return results, nil
}

// once names a request by its token; nil when it has none. An empty token was refused before.
func (e *Engine) once(operation string, token *string, digest func() [32]byte) *plan.Once {
	if token == nil {
		return nil
	}
	return &plan.Once{Account: e.opts.Account, Operation: operation, Token: *token, Digest: digest(), Now: e.now()}
}

// needUsage asks for what the cost of a transaction is computed from, if it will be told now or when the transaction is replayed.
func needUsage(w *plan.Write, capacity bool) {
	for i := range w.Items {
		item := &w.Items[i]
		item.NeedSizes = item.NeedSizes || capacity || w.Once != nil
		if capacity && item.Kind != plan.Check && len(item.Table.SecondaryIndexes()) > 0 {
			item.NeedOld, item.NeedNew = true, true
		}
	}
}

func (e *Engine) transactWriteOutput(ctx context.Context, in *api.TransactWriteItemsInput, p *translator.TransactWriteItems, ts []*catalog.Table, results []backends.WriteResult) (*api.TransactWriteItemsOutput, error) {
	sums, err := transactSums(p.Actions, ts, results)
	if err != nil {
		return nil, err
	}
	out := &api.TransactWriteItemsOutput{ConsumedCapacity: transactCapacity(in.ReturnConsumedCapacity, sums, results)}
	for _, t := range sums.tables() {
		if wantsMetrics(in.ReturnItemCollectionMetrics, t) {
			metrics, err := e.collections(ctx, in.ReturnItemCollectionMetrics, t, keysOf(p, ts, t))
			if err != nil {
				return nil, err
			}
			out.ItemCollectionMetrics = append(out.ItemCollectionMetrics, api.Entry[[]*api.ItemCollectionMetrics]{Key: t.Name, Value: metrics})
		}
	}
	return out, nil
}

// transactSums are what the actions of a transaction consumed.
func transactSums(actions []*translator.Action, ts []*catalog.Table, results []backends.WriteResult) (tableSums, error) {
	sums := tableSums{}
	for i, t := range ts {
		u, err := transactUsage(actions[i], t, &results[i])
		if err != nil {
			return nil, err
		}
		sums.add(t, u)
	}
	return sums, nil
}

// transactCapacity reports what a transaction consumed; a replay reads.
func transactCapacity(mode *string, sums tableSums, results []backends.WriteResult) []*api.ConsumedCapacity {
	if len(results) > 0 && results[0].Replayed {
		return sums.consumed(mode, readCapacity)
	}
	return sums.consumed(mode, writeCapacity)
}

// transactUsage is what one action consumed: on the table twice what it would cost outside of a transaction, on indexes the same. A
// replay reads the images that the first time has written.
func transactUsage(a *translator.Action, t *catalog.Table, r *backends.WriteResult) (u usage, err error) {
	switch {
	case r.Replayed:
		u.table = readHalves(r.OldSize, true)
	case a.Key() == nil:
		u.table = writeHalves(r.OldSize)
	default:
		u, err = writeUsage(t, r)
	}
	u.table *= 2
	return u, err
}

// keysOf are the items of one table that a transaction writes.
func keysOf(p *translator.TransactWriteItems, ts []*catalog.Table, t *catalog.Table) []*attr.Item {
	var keys []*attr.Item
	for i, a := range p.Actions {
		if key := a.Key(); key != nil && ts[i].ID == t.ID {
			keys = append(keys, key)
		}
	}
	return keys
}

// reasonsFor are the reasons that the results of a transaction's actions are for cancelling it.
func reasonsFor(results []backends.WriteResult) []apierr.Reason {
	reasons := make([]apierr.Reason, len(results))
	for i := range results {
		reasons[i] = reasonOf(&results[i])
	}
	return reasons
}

// cancellation is the error of a transaction that did not happen, nil for one that did.
func cancellation(reasons []apierr.Reason) error {
	if slices.ContainsFunc(reasons, func(r apierr.Reason) bool { return r.Code != apierr.ReasonNone }) {
		return apierr.Canceled(reasons)
	}
	return nil
}

func reasonOf(r *backends.WriteResult) apierr.Reason {
	switch {
	case r.Conflict:
		return conflictReason
	case r.Refusal != nil && r.Refusal.Code == backends.RefusedCollectionSize:
		return apierr.Reason{Code: apierr.ReasonCollectionSize, Message: refusalTexts[r.Refusal.Code](nil) + "."}
	case r.Refusal != nil:
		return apierr.Reason{Code: apierr.ReasonInvalid, Message: refusalTexts[r.Refusal.Code](r.Refusal.Detail)}
	case r.ConditionFailed:
		reason := apierr.Reason{Code: apierr.ReasonCondition, Message: textConditionFailed}
		if r.Old != nil {
			reason.Item = attr.AppendWire(nil, r.Old)
		}
		return reason
	default:
		return apierr.Reason{Code: apierr.ReasonNone}
	}
}

// transactionError translates what kept a transaction of n actions from being tried. A conflict that no single action is to blame for
// is one of all of them.
func transactionError(err error, n int) error {
	if !isCode(err, backends.CodeConflict) {
		return err
	}
	reasons := make([]apierr.Reason, n)
	for i := range reasons {
		reasons[i] = conflictReason
	}
	canceled := apierr.Canceled(reasons)
	canceled.Cause = err
	return canceled
}

const textConditionFailed = "The conditional request failed"

var (
	conflictReason = apierr.Reason{Code: apierr.ReasonConflict, Message: apierr.TextConflict}

	errTokenMismatch = apierr.New(apierr.IdempotentMismatch,
		"Specified idempotent token was used with different request parameters within the idempotency window")
	errTokenRunning = apierr.New(apierr.TransactionInProgress, apierr.TextInProgress)
)
