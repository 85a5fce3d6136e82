package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
)

// maxBatchBytes is how many bytes of items a BatchGetItem answers; the keys of the rest come back unprocessed.
const maxBatchBytes = 16 << 20

// BatchGetItem reads up to 100 items of several tables. Items that are not there are left out.
func (e *Engine) BatchGetItem(ctx context.Context, in *api.BatchGetItemInput) (*pageOutput, error) {
	p, refused := translator.PrepareBatchGetItem(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	names := make([]string, len(p.Tables))
	for i := range p.Tables {
		names[i] = p.Tables[i].Name
	}
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
			return nil, err
		}
		return batchGetOutput(in, p, ts, rows, docs), nil
	})
}

// batchGetOutput shapes the answer of rows whose documents lie in docs.
func batchGetOutput(in *api.BatchGetItemInput, p *translator.BatchGetItem, ts []*catalog.Table, rows []backends.Row, docs *backends.Arena) *pageOutput {
	out := &api.BatchGetItemOutput{Responses: api.Map[[]api.Doc]{}, UnprocessedKeys: api.Map[*api.KeysAndAttributes]{}}
	items, budget := make([]api.Doc, 0, len(rows)), maxBatchBytes
	for i := range p.Tables {
		part := &p.Tables[i]
		n := len(part.Request.Keys)
		t := answerTable(part, rows[:n], docs, items[len(items):], &budget)
		rows, items = rows[n:], items[:len(items)+len(t.items)]
		out.Responses = append(out.Responses, api.Entry[[]api.Doc]{Key: part.Name, Value: t.items})
		if len(t.left) > 0 {
			rest := *part.Request
			rest.Keys = t.left
			out.UnprocessedKeys = append(out.UnprocessedKeys, api.Entry[*api.KeysAndAttributes]{Key: part.Name, Value: &rest})
		}
		if c := consumed(in.ReturnConsumedCapacity, ts[i], usage{table: t.cost}); c != nil {
			out.ConsumedCapacity = append(out.ConsumedCapacity, c)
		}
	}
	return &pageOutput{out, items, []memory{docs}}
}

// tableAnswer is what a batch answers of one table.
type tableAnswer struct {
	items []api.Doc
	left  []attr.Item // keys that did not fit the answer
	cost  halves
}

// answerTable puts the items that fit the budget behind items, which has room for all of them.
func answerTable(part *translator.TableReads, rows []backends.Row, docs *backends.Arena, items []api.Doc, budget *int) tableAnswer {
	a := tableAnswer{items: items}
	for i, row := range rows {
		if *budget -= row.Size; *budget < 0 {
			a.left = append(a.left, part.Request.Keys[i])
			continue
		}
		a.cost += readHalves(row.Size, deref(part.Request.ConsistentRead))
		if row.Doc != nil {
			a.items = append(a.items, project(docs, row.Doc, part.Projection))
		}
	}
	return a
}
