package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// written is what became of one write that happened.
type written struct {
	table  *catalog.Table
	result *backends.WriteResult
}

// write runs a plan of writes as one of now.
func (e *Engine) write(ctx context.Context, p *plan.Write) ([]backends.WriteResult, error) {
	p.Now = e.now()
	e.limitCollections(p)
	return e.backend.Write(ctx, p)
}

// planner makes the plan of a write once the table is known.
type planner func(*catalog.Table) (*plan.Write, *apierr.Error)

// writeOne runs the plan of a single-item operation. A condition that does not hold and a change that the data refuses are errors.
func (e *Engine) writeOne(ctx context.Context, name string, capacity *string, planFor planner) (written, error) {
	return withTable(ctx, e, name, func(t *catalog.Table) (written, error) {
		p, refused := planFor(t)
		if refused != nil {
			return written{}, refused
		}
		if wantsCapacity(capacity) {
			needImages(p)
		}
		results, err := e.write(ctx, p)
		if err != nil {
			return written{}, err
		}
		r := &results[0]
		switch {
		case r.Refusal != nil:
			return written{}, refusal(r.Refusal)
		case r.ConditionFailed:
			return written{}, conditionFailed(r.Old)
		}
		return written{table: t, result: r}, nil
	})
}

// needImages asks for what the cost of the writes is computed from: sizes, and images where indexes change with them.
func needImages(p *plan.Write) {
	for i := range p.Items {
		w := &p.Items[i]
		w.NeedSizes = true
		if len(w.Table.SecondaryIndexes()) > 0 {
			w.NeedOld, w.NeedNew = true, true
		}
	}
}

// consumed is the ConsumedCapacity of the write, nil when the request asked for none.
func (w written) consumed(mode *string) (*api.ConsumedCapacity, error) {
	if !wantsCapacity(mode) {
		return nil, nil
	}
	u, err := writeUsage(w.table, w.result)
	if err != nil {
		return nil, err
	}
	return consumed(mode, w.table, u), nil
}
