package engine

import (
	"context"
	"slices"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Query reads one page of a partition of a table or index, in sort key order.
func (e *Engine) Query(ctx context.Context, in *api.QueryInput) (*pageOutput, error) {
	p, refused := translator.PrepareQuery(in, e.exprs)
	if refused != nil {
		return nil, refused
	}
	return e.readTable(ctx, in.TableName, p.Plan, func(r *page) output {
		return &api.QueryOutput{
			Items: r.items, Count: &r.matched, ScannedCount: &r.scanned, LastEvaluatedKey: r.last,
			ConsumedCapacity: consumed(in.ReturnConsumedCapacity, r.table, r.usage),
		}
	})
}

// readTable plans a Query or Scan, reads its page and shapes the answer.
func (e *Engine) readTable(ctx context.Context, name string, planFor func(*catalog.Table) (*translator.Read, *apierr.Error), shape func(*page) output) (*pageOutput, error) {
	return withTable(ctx, e, name, func(t *catalog.Table) (*pageOutput, error) {
		read, refused := planFor(t)
		if refused != nil {
			return nil, refused
		}
		r, err := e.readPage(ctx, read)
		if err != nil {
			return nil, err
		}
		return &pageOutput{shape(r), r.items, []memory{r.rows}}, nil
	})
}

// page is one page as Query and Scan answer it.
type page struct {
	table            *catalog.Table
	items            []api.Doc
	matched, scanned int32
	last             api.Doc
	usage            usage
	rows             *backends.Page // the documents are in its memory
}

// pageOutput is an answer with the items of pages, or of the reads of a batch. Writing it ends the pages.
type pageOutput struct {
	output
	items []api.Doc
	pages []memory // the items are in their memory
}

// memory is released when nothing that lies in it is needed any more.
type memory interface{ Release() }

// Append makes room for all of the answer at once: growing on the way to a page would copy it several times.
func (o *pageOutput) Append(dst []byte) []byte {
	size := 512 // more than what mostly stands beside the items
	for _, doc := range o.items {
		size += len(doc) + len(",")
	}
	dst = o.output.Append(slices.Grow(dst, size))
	for _, m := range o.pages {
		m.Release()
	}
	return dst
}

// readPage runs the plan of a Query or Scan and shapes its page.
func (e *Engine) readPage(ctx context.Context, r *translator.Read) (*page, error) {
	rows, err := e.backend.Query(ctx, r.Plan)
	if err != nil {
		return nil, err
	}
	p := &page{table: r.Plan.Table, matched: int32(rows.Matched), scanned: int32(rows.Scanned), usage: readUsage(r, rows), rows: rows}
	if !r.Plan.CountOnly {
		p.items = documents(rows.Rows)
	}
	if rows.Last != nil {
		p.last = pick(rows.Last, r.Plan.Table.PositionNames(r.Plan.Index))
	}
	return p, nil
}

func documents(rows []backends.Row) []api.Doc {
	docs := make([]api.Doc, len(rows))
	for i := range rows {
		docs[i] = rows[i].Doc
	}
	return docs
}

// readUsage is what a page consumed: the bytes it looked at in one sum on the table or the index. A local index that fetches what it does
// not project pays for each of those items on the table, one by one.
func readUsage(r *translator.Read, rows *backends.Page) usage {
	h := readHalves(rows.Bytes, r.Consistent)
	if r.Plan.Index == nil {
		return usage{table: max(h, scanMinimum(r, rows))}
	}
	var u usage
	u.addIndex(len(r.Plan.Table.SecondaryIndexes()), indexPosition(r.Plan), h)
	if r.Plan.FetchesBase {
		for _, size := range rows.BaseSizes {
			u.table += readHalves(size, r.Consistent)
		}
	}
	return u
}

// scanMinimum is the least that a Scan of a whole table costs. An on-demand table begins with four partitions, and a Scan pays for a
// read of each: 2 units of an empty table, 4 when consistent. A page that a Limit or the page size cut short, or that goes on from one,
// and a segment of a parallel Scan walk only some of them and pay for what they read.
func scanMinimum(r *translator.Read, rows *backends.Page) halves {
	const partitions = 4
	whole := r.Plan.Partition == nil && r.Plan.Segment == nil && r.Plan.After == nil && rows.Last == nil
	if !whole || !r.Plan.Table.OnDemandBilling {
		return 0
	}
	return partitions * readHalves(0, r.Consistent)
}

func indexPosition(q *plan.Query) int {
	for i, x := range q.Table.SecondaryIndexes() {
		if x.ID == q.Index.ID {
			return i
		}
	}
	return 0
}
