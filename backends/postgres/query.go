package postgres

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Columns of a chunk.
const (
	colN = iota
	colTotal
	colHit
	colLast
	colCut
	colSize
	colDoc
	colToken
	colSort
	colIndexToken
	colIndexSort
	colSizes
)

// Query fills a page with as few chunks as the expected size of the rows allows, mostly one.
func (b *Backend) Query(ctx context.Context, p *plan.Query) (*backends.Page, error) {
	var page *backends.Page
	err := b.do(ctx, "query", reads, func(s *session) (err error) {
		page, err = b.page(ctx, s, p)
		return err
	})
	return page, err
}

func (b *Backend) page(ctx context.Context, s *session, p *plan.Query) (*backends.Page, error) {
	pager := backends.NewPager(p)
	at := p.After
	var last []byte
	for {
		c := b.nextChunk(p, pager, at)
		st, err := b.gen.Chunk(p, c)
		if err != nil {
			return nil, err
		}
		end := chunkEnd{}
		if _, err = s.one(ctx, &st, func(r row) { end.take(p, pager, r) }); err != nil {
			return nil, err
		}
		b.sizes.note(p, pager)
		if end.doc != nil {
			last = end.doc
		}
		if pager.Full() || end.rows < c.Rows {
			return pager.Page(last), nil
		}
		at = end.position
	}
}

// nextChunk asks for as many rows as the page probably still needs.
func (b *Backend) nextChunk(p *plan.Query, pager *backends.Pager, at *plan.Position) sqlgen.Chunk {
	rows, bytes := pager.Left()
	want := b.sizes.rows(p, bytes)
	if rows < 0 || rows > want {
		rows = want
	}
	return sqlgen.Chunk{After: at, Rows: rows, Bytes: bytes}
}

// chunkEnd is what is known of a chunk when its rows are read: how many were looked at, and the last of them.
type chunkEnd struct {
	rows, bytes int
	doc         []byte
	position    *plan.Position
}

// take adds a row of the chunk to the page.
func (e *chunkEnd) take(p *plan.Query, pager *backends.Pager, r row) {
	n, total := int(r.int(colN)), int(r.int(colTotal))
	// Only the first row of a chunk can be one that does not fit: the database sends it so that we know there is one.
	if !pager.Room(total - e.bytes) {
		return
	}
	pager.Look(n-e.rows, total-e.bytes)
	e.rows, e.bytes = n, total
	doc := r.doc(colDoc)
	if r.bool(colHit) {
		pager.Match(doc, int(r.int(colSize)))
	}
	if !r.bool(colLast) {
		return
	}
	e.doc, e.position = doc, position(p, r)
	if p.Index != nil {
		for _, size := range r.ints(colSizes) {
			pager.Base(size)
		}
	}
	if r.bool(colCut) {
		pager.Cut()
	}
}

func position(p *plan.Query, r row) *plan.Position {
	at := &plan.Position{Key: catalog.Key{Token: attr.Token(r[colToken]), Sort: r.bytes(colSort)}}
	if p.Index != nil {
		at.IndexToken, at.IndexSort = attr.Token(r[colIndexToken]), r.bytes(colIndexSort)
	}
	return at
}
