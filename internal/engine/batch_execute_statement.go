package engine

import (
	"context"
	"strings"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
)

// BatchExecuteStatement runs up to 25 PartiQL statements, each by itself: all of them read one item, or all write one. What goes wrong
// with one of them is told in its place.
func (e *Engine) BatchExecuteStatement(ctx context.Context, in *api.BatchExecuteStatementInput) (*api.BatchExecuteStatementOutput, error) {
	p, refused := translator.PrepareBatchExecuteStatement(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	return retryStale(e, p.Tables(), func() (*api.BatchExecuteStatementOutput, error) {
		b := &statementBatch{prepared: p, out: &api.BatchExecuteStatementOutput{Responses: make([]*api.BatchStatementResponse, len(p.Members))}}
		if err := b.find(ctx, e); err != nil {
			return nil, err
		}
		if b.plan, refused = p.Plan(b.tables); refused != nil {
			return nil, refused
		}
		b.refuse()
		if err := b.read(ctx, e); err != nil {
			return nil, err
		}
		if err := b.write(ctx, e, wantsCapacity(in.ReturnConsumedCapacity)); err != nil {
			return nil, err
		}
		b.out.ConsumedCapacity = b.consumed(in.ReturnConsumedCapacity)
		return b.out, nil
	})
}

// statementBatch is a batch on its way: its answers are filled in place by place.
type statementBatch struct {
	prepared *translator.BatchExecuteStatement
	plan     *translator.Batch
	tables   []*catalog.Table // of the members; nil where there is none
	out      *api.BatchExecuteStatementOutput

	sums      tableSums
	succeeded map[int64]bool // tables of which a statement succeeded
}

// find looks the tables of the members up. A table that is not there refuses its own members.
func (b *statementBatch) find(ctx context.Context, e *Engine) error {
	b.tables = make([]*catalog.Table, len(b.prepared.Members))
	b.succeeded = map[int64]bool{}
	for i := range b.prepared.Members {
		name := b.prepared.Members[i].Table()
		if name == "" {
			continue
		}
		t, err := e.tables.get(ctx, name)
		switch {
		case err == errNoTable:
			b.answer(i, nil, &api.BatchStatementResponse{Error: memberError(errNoTable)})
		case err != nil:
			return err
		default:
			b.tables[i] = t
		}
	}
	return nil
}

// answer sets the answer of a member; t is the table it names, if it names one.
func (b *statementBatch) answer(i int, t *catalog.Table, r *api.BatchStatementResponse) {
	if t != nil {
		r.TableName = &t.Name
	}
	b.out.Responses[i] = r
}

// refuse answers the members that are wrong by themselves.
func (b *statementBatch) refuse() {
	for i, refused := range b.plan.Refused {
		if refused != nil {
			b.answer(i, b.plan.Of[i], &api.BatchStatementResponse{Error: memberError(refused)})
		}
	}
}

func (b *statementBatch) read(ctx context.Context, e *Engine) error {
	if len(b.plan.Get.Reads) == 0 {
		return nil
	}
	rows, err := e.backend.Get(ctx, b.plan.Get, nil)
	if err != nil {
		return err
	}
	for n, i := range b.plan.Members {
		m, t := &b.prepared.Members[i], b.tables[i]
		response := &api.BatchStatementResponse{}
		if rows[n].Doc != nil {
			response.Item = row(rows[n].Doc, m.Read.Columns)
		}
		b.answer(i, t, response)
		b.succeeded[t.ID] = true
		b.sums.add(t, usage{table: readHalves(rows[n].Size, m.Consistent)})
	}
	return nil
}

// written answers a member that has written, or tried to. A write that was refused changes no index, and one that is invalid for its item
// consumes nothing.
func (b *statementBatch) written(i int, r *backends.WriteResult, capacity bool) error {
	p, t := b.prepared.Members[i].Write, b.tables[i]
	reason := statementReason(p, r)
	switch reason.Code {
	case apierr.ReasonNone:
		b.answer(i, t, &api.BatchStatementResponse{Item: fragment(p.Image(r.Old, r.New))})
		b.succeeded[t.ID] = true
	case apierr.ReasonInvalid:
		b.answer(i, nil, &api.BatchStatementResponse{Error: reasonError(reason, r)})
		return nil
	default:
		b.answer(i, t, &api.BatchStatementResponse{Error: reasonError(reason, r)})
		if capacity {
			b.sums.add(t, usage{table: writeHalves(r.OldSize)})
		}
		return nil
	}
	if !capacity {
		return nil
	}
	u, err := writeUsage(t, r)
	b.sums.add(t, u)
	return err
}

// consumed is what the statements consumed of each table of which one succeeded.
func (b *statementBatch) consumed(mode *string) []*api.ConsumedCapacity {
	if !wantsCapacity(mode) {
		return nil
	}
	var all []*api.ConsumedCapacity
	for _, s := range b.sums {
		if b.succeeded[s.table.ID] {
			all = append(all, consumed(mode, s.table, s.usage))
		}
	}
	return all
}

// memberError is a refusal as the error of a batch's member, under its short code.
func memberError(err *apierr.Error) *api.BatchStatementError {
	code := apierr.ReasonInvalid
	if err.Code != apierr.Validation {
		code = strings.TrimSuffix(string(err.Code), "Exception")
	}
	return &api.BatchStatementError{Code: &code, Message: &err.Message}
}

// reasonError is what became of a write as the error of a batch's member.
func reasonError(reason apierr.Reason, r *backends.WriteResult) *api.BatchStatementError {
	out := &api.BatchStatementError{Code: &reason.Code, Message: &reason.Message}
	if reason.Item != nil {
		out.Item = r.Old
	}
	return out
}
