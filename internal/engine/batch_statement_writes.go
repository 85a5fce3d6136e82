package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// write runs the statements at the same time, so that the database can do them together.
func (b *statementBatch) write(ctx context.Context, e *Engine, capacity bool) error {
	if len(b.plan.Write.Items) == 0 { // the members read
		return nil
	}
	if capacity {
		needImages(b.plan.Write)
	}
	fates := make([]fate, len(b.plan.Members))
	err := together(len(fates), func(n int) (err error) {
		fates[n], err = b.writeMember(ctx, e, b.plan.Members[n], b.plan.Write.Items[n], capacity)
		return err
	})
	if err != nil {
		return err
	}
	for n, i := range b.plan.Members {
		if refused := fates[n].refused; refused != nil {
			b.answer(i, b.plan.Of[i], &api.BatchStatementResponse{Error: memberError(refused)})
		} else if err := b.written(i, &fates[n].result, capacity); err != nil {
			return err
		}
	}
	return nil
}

// fate is what became of a statement that writes.
type fate struct {
	result  backends.WriteResult
	refused *apierr.Error
}

// writeMember runs one statement. When its table has changed it is planned anew, and by itself: the others may have happened.
func (b *statementBatch) writeMember(ctx context.Context, e *Engine, i int, w plan.ItemWrite, capacity bool) (fate, error) {
	p := &plan.Write{Items: []plan.ItemWrite{w}}
	return retryStale(e, []string{b.tables[i].Name}, func() (f fate, err error) {
		if p == nil {
			if p, f.refused, err = b.planAnew(ctx, e, i, capacity); f.refused != nil || err != nil {
				return f, err
			}
		}
		results, err := e.write(ctx, p)
		p = nil
		if isCode(err, backends.CodeConflict) {
			return fate{result: backends.WriteResult{Conflict: true}}, nil
		}
		if err == nil {
			f.result = results[0]
		}
		return f, err
	})
}

// planAnew plans one statement for its table as it is now.
func (b *statementBatch) planAnew(ctx context.Context, e *Engine, i int, capacity bool) (*plan.Write, *apierr.Error, error) {
	t, err := e.tables.get(ctx, b.tables[i].Name)
	if err == errNoTable {
		return nil, errNoTable, nil
	}
	if err != nil {
		return nil, nil, err
	}
	only := make([]*catalog.Table, len(b.tables))
	only[i], b.tables[i] = t, t
	planned, refused := b.prepared.Plan(only)
	if refused == nil {
		refused = planned.Refused[i]
	}
	if refused != nil {
		return nil, refused, nil
	}
	if capacity {
		needImages(planned.Write)
	}
	return planned.Write, nil, nil
}
