package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
)

// TransactGetItems reads up to 100 items of several tables as they were at one moment. It does not conflict with anything.
func (e *Engine) TransactGetItems(ctx context.Context, in *api.TransactGetItemsInput) (*pageOutput, error) {
	p, refused := translator.PrepareTransactGetItems(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	names := p.Tables()
	return retryStale(e, names, func() (*pageOutput, error) {
		ts, err := e.tables.all(ctx, names)
		if err != nil {
			return nil, err
		}
		get, refused := p.Plan(ts)
		if refused != nil {
			return nil, refused
		}
		docs := &backends.Arena{}
		rows, err := e.backend.Get(ctx, get, docs)
		if err != nil {
			return nil, transactionError(err, len(names))
		}
		return transactGetOutput(in, p, ts, rows, docs)
	})
}

// transactGetOutput answers the items in the order of the request. An item that is not there, and one of which the projection wants
// nothing, is an empty entry.
func transactGetOutput(in *api.TransactGetItemsInput, p *translator.TransactGetItems, ts []*catalog.Table, rows []backends.Row, docs *backends.Arena) (*pageOutput, error) {
	sums, err := snapshotSums(ts, rows)
	if err != nil {
		return nil, err
	}
	out := &api.TransactGetItemsOutput{
		Responses:        make([]*api.ItemResponse, len(rows)),
		ConsumedCapacity: sums.consumed(in.ReturnConsumedCapacity, readCapacity),
	}
	responses, items := make([]api.ItemResponse, len(rows)), make([]api.Doc, len(rows))
	for i, row := range rows {
		items[i] = fragment(row.Doc, p.Reads[i].Projection)
		responses[i].Item = items[i]
		out.Responses[i] = &responses[i]
	}
	return &pageOutput{out, items, []memory{docs}}, nil
}

// snapshotSums are what the reads of a transaction consumed: twice that of a read by itself. More items than a transaction may have
// refuse it.
func snapshotSums(ts []*catalog.Table, rows []backends.Row) (tableSums, error) {
	sums, bytes := tableSums{}, 0
	for i, row := range rows {
		bytes += row.Size
		sums.add(ts[i], usage{table: 2 * readHalves(row.Size, true)})
	}
	if refused := api.CheckTransactionSize(bytes); refused != nil {
		return nil, refused
	}
	return sums, nil
}
