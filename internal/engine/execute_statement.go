package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// ExecuteStatement runs a PartiQL statement: a page of a SELECT, or the write of one item.
func (e *Engine) ExecuteStatement(ctx context.Context, in *api.ExecuteStatementInput) (output, error) {
	p, refused := translator.PrepareExecuteStatement(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	if p.Read == nil {
		return e.writeStatement(ctx, in, p.Write)
	}
	return withTable(ctx, e, p.Table(), func(t *catalog.Table) (output, error) {
		reads, refused := p.PlanRead(t)
		if refused != nil {
			return nil, refused
		}
		s := selection{table: t, items: []api.Doc{}}
		if err := s.read(ctx, e, reads); err != nil {
			return nil, err
		}
		return s.output(in, p.Read.Columns), nil
	})
}

// selection is a page of a SELECT: the pages of its reads, one behind the other.
type selection struct {
	table *catalog.Table
	items []api.Doc
	usage usage
	pages []memory

	last  api.Doc // nil at the end
	token *string
}

// read runs the reads until one of them has filled the page. What one has looked at is not left for the next.
func (s *selection) read(ctx context.Context, e *Engine, reads *translator.Reads) error {
	for i := reads.First; i < len(reads.All); i++ {
		r := reads.All[i]
		p, err := e.readPage(ctx, r)
		if err != nil {
			return err
		}
		s.items = append(s.items, p.items...)
		s.usage.add(p.usage)
		s.pages = append(s.pages, p.rows)
		if p.last != nil {
			s.last, s.token = p.last, reads.NextToken(i, p.last)
			return nil
		}
		if i+1 < len(reads.All) {
			leave(reads.All[i+1].Plan, r.Plan, p.rows)
		}
	}
	return nil
}

// leave gives the next read what the last one has left of the page.
func leave(next, last *plan.Query, rows *backends.Page) {
	if last.Limit > 0 {
		next.Limit = last.Limit - rows.Scanned
	}
	weight := rows.Bytes
	if last.FetchesBase {
		weight = 0
		for _, size := range rows.BaseSizes {
			weight += size
		}
	}
	next.MaxBytes = last.MaxBytes - weight
}

// output is the answer, with the items as the select list wants them.
func (s *selection) output(in *api.ExecuteStatementInput, columns []attr.Column) output {
	for i, doc := range s.items {
		s.items[i] = row(doc, columns)
	}
	return &pageOutput{
		output: &api.ExecuteStatementOutput{
			Items: s.items, NextToken: s.token, LastEvaluatedKey: s.last,
			ConsumedCapacity: consumed(in.ReturnConsumedCapacity, s.table, s.usage),
		},
		items: s.items, pages: s.pages,
	}
}

// row is an item as a select list wants it; nil columns want all of it.
func row(doc []byte, columns []attr.Column) api.Doc {
	if columns == nil {
		return doc
	}
	return attr.AppendColumns(make([]byte, 0, len(doc)), doc, columns)
}

// errDuplicate refuses an INSERT of an item that is there.
var errDuplicate = apierr.New(apierr.DuplicateItem, "Duplicate primary key exists in table")

// writeStatement runs an INSERT, UPDATE or DELETE.
func (e *Engine) writeStatement(ctx context.Context, in *api.ExecuteStatementInput, p *translator.StatementWrite) (output, error) {
	w, err := e.writeOne(ctx, p.Table(), in.ReturnConsumedCapacity, p.Plan)
	if err != nil {
		return nil, statementError(err, p)
	}
	out := &api.ExecuteStatementOutput{Items: []api.Doc{}}
	if image := fragment(p.Image(w.result.Old, w.result.New)); image != nil {
		out.Items = append(out.Items, image)
	}
	out.ConsumedCapacity, err = w.consumed(in.ReturnConsumedCapacity)
	return out, err
}

// statementError words a failed condition as statements do: that of an INSERT is an item that is there.
func statementError(err error, p *translator.StatementWrite) error {
	refused, ok := err.(*apierr.Error)
	if !ok || refused.Code != apierr.ConditionalCheckFailed {
		return err
	}
	if p.IsInsert() {
		return errDuplicate
	}
	refused.Capital = refused.Item != nil
	return refused
}
