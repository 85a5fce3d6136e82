package engine

import (
	"context"
	"sync"

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
	var all sync.WaitGroup
	for n, i := range b.plan.Members {
		all.Go(func() {
			defer func() { fates[n].panicked = recover() }()
			fates[n] = b.writeMember(ctx, e, i, b.plan.Write.Items[n], capacity)
		})
	}
	all.Wait()
	if err := failureOf(fates); err != nil {
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
	result   backends.WriteResult
	refused  *apierr.Error
	err      error
	panicked any
}

// writeMember runs one statement. When its table has changed it is planned anew, and by itself: the others may have happened.
func (b *statementBatch) writeMember(ctx context.Context, e *Engine, i int, w plan.ItemWrite, capacity bool) fate {
	name := b.tables[i].Name
	current := true
	f, err := retryStale(e, []string{name}, func() (f fate, err error) {
		p := &plan.Write{Items: []plan.ItemWrite{w}}
		if !current {
			if p, f.refused, err = b.planAnew(ctx, e, i, capacity); f.refused != nil || err != nil {
				return f, err
			}
		}
		current = false
		results, err := e.write(ctx, p)
		if isCode(err, backends.CodeConflict) {
			return fate{result: backends.WriteResult{Conflict: true}}, nil
		}
		if err == nil {
			f.result = results[0]
		}
		return f, err
	})
	f.err = err
	return f
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

// failureOf is the error of a batch of which a statement could not be run or judged. That nothing happened is not said of one of which
// something did.
func failureOf(fates []fate) error {
	var failure error
	done := false
	for i := range fates {
		if p := fates[i].panicked; p != nil {
			panic(p) // where somebody answers for it
		}
		if err := fates[i].err; err == nil {
			done = true
		} else if failure == nil || !isCode(err, backends.CodeUnavailable) {
			failure = err
		}
	}
	if done && isCode(failure, backends.CodeUnavailable) {
		return &backends.Error{Code: backends.CodeUnknown, Op: "write", Err: failure}
	}
	return failure
}
