// Package traced gives each call into a database a span, below that of what it is called for. What there is no span for goes through.
package traced

import (
	"context"
	"errors"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/internal/traces"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Backend is b with spans. system is its kind as OpenTelemetry names it: sqlite, postgresql. Questions about leases, which come again and
// again, have none.
func Backend(b backends.Backend, system string) backends.Backend { return &backend{b, system} }

type backend struct {
	backends.Backend
	system string
}

// Unwrap gives the backend without spans.
func (b *backend) Unwrap() backends.Backend { return b.Backend }

// call is a call of the database; one without a span does nothing.
type call struct{ *traces.Span }

func (b *backend) call(ctx context.Context, operation, table string) call {
	return call{traces.Call(ctx, b.system, operation, table)}
}

// end ends the call, and gives its error.
func (c call) end(err error) error {
	if err != nil && c.Span != nil {
		var known *backends.Error
		if errors.As(err, &known) {
			c.Fail(known.Code.String(), true)
		}
	}
	c.End()
	return err
}

// batch notes how many items a call is about, if there are several, and the tables behind the first one.
func batch[Item any](ctx context.Context, c call, items []Item, table func(*Item) *catalog.Table) {
	if c.Span == nil || len(items) < 2 {
		return
	}
	c.Int("db.operation.batch.size", int64(len(items)))
	for i := range items {
		traces.About(ctx, table(&items[i]).Name)
	}
}

// one is the table that all items are about, empty if there are several.
func one[Item any](items []Item, table func(*Item) *catalog.Table) string {
	name := ""
	for i := range items {
		switch next := table(&items[i]).Name; name {
		case "", next:
			name = next
		default:
			return ""
		}
	}
	return name
}

func readTable(r *plan.Read) *catalog.Table       { return r.Table }
func writeTable(w *plan.ItemWrite) *catalog.Table { return w.Table }

func (b *backend) Get(ctx context.Context, p *plan.Get, docs *backends.Arena) ([]backends.Row, error) {
	c := b.call(ctx, "get", one(p.Reads, readTable))
	batch(ctx, c, p.Reads, readTable)
	rows, err := b.Backend.Get(ctx, p, docs)
	return rows, c.end(err)
}

func (b *backend) Query(ctx context.Context, p *plan.Query) (*backends.Page, error) {
	c := b.call(ctx, "query", p.Table.Name)
	page, err := b.Backend.Query(ctx, p)
	return page, c.end(err)
}

func (b *backend) Write(ctx context.Context, p *plan.Write) ([]backends.WriteResult, error) {
	c := b.call(ctx, "write", one(p.Items, writeTable))
	batch(ctx, c, p.Items, writeTable)
	results, err := b.Backend.Write(ctx, p)
	return results, c.end(err)
}

func (b *backend) CollectionSize(ctx context.Context, t *catalog.Table, token attr.Token) (int64, error) {
	c := b.call(ctx, "collection_size", t.Name)
	size, err := b.Backend.CollectionSize(ctx, t, token)
	return size, c.end(err)
}

func (b *backend) Backfill(ctx context.Context, t *catalog.Table, x *catalog.Index, after *catalog.Key, limit int) (*catalog.Key, error) {
	c := b.call(ctx, "backfill", t.Name)
	last, err := b.Backend.Backfill(ctx, t, x, after, limit)
	return last, c.end(err)
}

func (b *backend) ClearDropped(ctx context.Context, table string, limit int) (bool, error) {
	c := b.call(ctx, "clear_dropped", "")
	more, err := b.Backend.ClearDropped(ctx, table, limit)
	return more, c.end(err)
}

func (b *backend) TrimStream(ctx context.Context, st *catalog.Stream, before time.Time, limit int) (int, error) {
	c := b.call(ctx, "trim_stream", st.Table)
	n, err := b.Backend.TrimStream(ctx, st, before, limit)
	return n, c.end(err)
}
