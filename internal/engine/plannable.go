package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/translator"
)

// Plannable tells whether a BatchGetItem or BatchWriteItem can be carried out: false if Do would refuse it, for a reason of any of its
// items. Nothing is read or written but definitions of tables. Other operations are not plannable.
func (e *Engine) Plannable(ctx context.Context, operation string, body []byte) bool {
	op, ok := api.Operations[operation]
	if !ok {
		return false
	}
	in, refused := api.Decode(op, body)
	if refused != nil {
		return false
	}
	switch in := in.(type) {
	case *api.BatchGetItemInput:
		return e.readable(ctx, in)
	case *api.BatchWriteItemInput:
		ts, err := e.tables.all(ctx, in.RequestItems.Names())
		if err != nil {
			return false
		}
		p := translator.PrepareBatchWriteItem(in)
		for i, t := range ts {
			if _, refused := p.Plan(i, t); refused != nil {
				return false
			}
		}
		return true
	}
	return false
}

func (e *Engine) readable(ctx context.Context, in *api.BatchGetItemInput) bool {
	p, refused := translator.PrepareBatchGetItem(in, e.exprs)
	if refused != nil {
		return false
	}
	names := make([]string, len(p.Tables))
	for i := range p.Tables {
		names[i] = p.Tables[i].Name
	}
	ts, err := e.tables.all(ctx, names)
	if err != nil {
		return false
	}
	_, refused = p.Plan(ts)
	return refused == nil
}
