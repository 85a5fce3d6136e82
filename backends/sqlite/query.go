package sqlite

import (
	"context"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlite/jsonb"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

const (
	// shortQuery is the greatest Limit of a Query that the executor reads itself, between writes.
	shortQuery = 128
	// rowsPerLook is how many rows are read between two looks at the caller's context.
	rowsPerLook = 256
)

// Query reads one page: on the executor if it is certain to be short, beside it if not.
func (b *backend) Query(ctx context.Context, p *plan.Query) (*backends.Page, error) {
	var page *backends.Page
	read := func(c *conn) (err error) {
		if !b.versions.known(p.Table) {
			return stale("query")
		}
		page, err = b.page(ctx, c, p)
		return err
	}
	var err error
	if b.readers == nil || p.Partition != nil && p.Limit > 0 && p.Limit <= shortQuery {
		err = b.exec.read(ctx, "query", read)
	} else {
		err = b.readers.read(ctx, "query", read)
	}
	if err != nil {
		return nil, b.orStale(ctx, "query", p.Table, err)
	}
	return page, nil
}

// orStale explains the error of a read beside the executor: the table may have been dropped after the look at its version. A
// turn of the executor waits until a drop that is already visible is known.
func (b *backend) orStale(ctx context.Context, op string, t *catalog.Table, err error) error {
	turn := b.exec.read(ctx, op, func(*conn) error { return nil })
	if turn == nil && !b.versions.known(t) {
		return stale(op)
	}
	return err
}

// page walks the rows of a plan until the page is full.
func (b *backend) page(ctx context.Context, c *conn, p *plan.Query) (*backends.Page, error) {
	st, err := b.gen.Walk(p)
	if err != nil {
		return nil, err
	}
	w := walker{c: c, p: p, pager: backends.NewPager(p)}
	err = c.rows(&st, func(s *engine.Stmt) (bool, error) {
		if w.rows++; w.rows%rowsPerLook == 0 && ctx.Err() != nil {
			return true, ctx.Err()
		}
		return w.look(s)
	})
	if err != nil {
		return nil, err
	}
	return w.page()
}

// walker reads the rows of one page: size, base size, hit, item.
type walker struct {
	c     *conn
	p     *plan.Query
	pager *backends.Pager
	rows  int
	// The last row looked at, as a document or else as it is stored.
	last []byte
	blob []byte
	text []byte // reused for documents of which the page keeps a part
}

func (w *walker) look(s *engine.Stmt) (full bool, err error) {
	size, base := s.ColumnInt(0), s.ColumnInt(1)
	w.pager.Look(1, size, base)
	if w.p.FetchesBase {
		w.pager.Base(base)
	}
	hit := s.ColumnBool(2)
	doc, err := w.document(s, 3, hit)
	if err != nil {
		return true, err
	}
	if hit {
		w.pager.Match(doc, base)
	}
	return w.pager.Full(), nil
}

// document reads what the page keeps of a row, nil if nothing. The row itself is kept aside, since it may be the last.
func (w *walker) document(s *engine.Stmt, col int, hit bool) (doc []byte, err error) {
	w.last = nil
	if hit && !w.p.CountOnly && w.p.Projection == nil {
		w.last, err = w.c.documentIn(w.pager.Docs(), s, col)
		return w.last, err
	}
	w.keep(s, col)
	if !hit || w.p.CountOnly {
		return nil, nil
	}
	if w.text, err = jsonb.AppendText(w.text[:0], w.blob); err != nil {
		return nil, err
	}
	return w.pager.Keep(w.text), nil
}

// keep copies a column as it is stored: most such rows are not the last.
func (w *walker) keep(s *engine.Stmt, col int) {
	n := s.ColumnLen(col)
	if cap(w.blob) < n {
		w.blob = make([]byte, n, 2*n)
	}
	w.blob = w.blob[:n]
	s.ColumnBytes(col, w.blob)
}

func (w *walker) page() (*backends.Page, error) {
	if w.last == nil && w.blob != nil && w.pager.Full() {
		doc, err := jsonb.AppendText(nil, w.blob)
		if err != nil {
			return nil, err
		}
		w.last = doc
	}
	return w.pager.Page(w.last), nil
}
