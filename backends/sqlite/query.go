package sqlite

import (
	"context"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
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
		err = b.beside(ctx, "query", func(c *conn) error {
			c.file.MapReads(p.Partition != nil) // a scan reads much that nobody will ask for again soon
			return read(c)
		})
	}
	if err == nil {
		err = b.stillKnown("query", p.Table)
	}
	if err != nil {
		return nil, b.orStale(ctx, "query", err, func() bool { return b.versions.known(p.Table) })
	}
	return page, nil
}

// stillKnown looks at the version of a table once more when it was read beside the executor: of one that is dropped meanwhile, rows may be
// missing already, see discard.
func (b *backend) stillKnown(op string, t *catalog.Table) error {
	if !b.versions.known(t) {
		return stale(op)
	}
	return nil
}

// readBeside reads something long: beside the executor where that is possible.
func (b *backend) readBeside(ctx context.Context, op string, work func(*conn) error) error {
	if b.readers == nil {
		return b.exec.read(ctx, op, work)
	}
	return b.beside(ctx, op, work)
}

// orStale explains the error of a read beside the executor: the table may have been dropped after the look at its version. A
// turn of the executor waits until a drop that is already visible is known; current looks at the versions again.
func (b *backend) orStale(ctx context.Context, op string, err error, current func() bool) error {
	turn := b.exec.read(ctx, op, func(*conn) error { return nil })
	if turn == nil && !current() {
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
	return w.pager.Page(w.last), nil
}

// walker reads the rows of one page, as sqlgen's Walk gives them.
type walker struct {
	c     *conn
	p     *plan.Query
	pager *backends.Pager
	rows  int
	last  []byte // the document of the row that filled the page
	text  []byte // reused for documents of which the page keeps a part
}

// look adds a row to the page. It does not ask for columns that say nothing new: a page has hundreds of rows.
func (w *walker) look(s *engine.Stmt) (full bool, err error) {
	size := s.ColumnInt(sqlgen.WalkSize)
	base := size
	if w.p.Index != nil {
		base = s.ColumnInt(sqlgen.WalkBase)
	}
	w.pager.Look(1, size, base)
	if w.p.FetchesBase {
		w.pager.Base(base)
	}
	var doc []byte
	if w.p.Filter == nil || s.ColumnBool(sqlgen.WalkHit) {
		if doc, err = w.keep(s); err != nil {
			return true, err
		}
		w.pager.Match(doc, base)
	}
	if !w.pager.Full() {
		return false, nil
	}
	if w.last = doc; doc == nil || w.p.Projection != nil {
		w.last, err = w.c.document(s, sqlgen.WalkItem)
	}
	return true, err
}

// keep reads what the page keeps of a document; nil if the plan only counts.
func (w *walker) keep(s *engine.Stmt) (doc []byte, err error) {
	switch {
	case w.p.CountOnly:
		return nil, nil
	case w.p.Projection == nil:
		return w.c.keepDocument(w.pager.Docs(), s, sqlgen.WalkItem)
	default:
		w.text, err = w.c.appendDocument(w.text[:0], s, sqlgen.WalkItem)
		return w.pager.Keep(w.text), err
	}
}
