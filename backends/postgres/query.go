package postgres

import (
	"context"
	"errors"
	"slices"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Query fills a page with as few chunks as the expected size of the rows allows, mostly one.
func (b *Backend) Query(ctx context.Context, p *plan.Query) (*backends.Page, error) {
	if page, ok := b.replicaQuery(ctx, p); ok {
		return page, nil
	}
	var page *backends.Page
	err := b.do(ctx, "query", reads, func(s *session) (err error) {
		page, err = b.page(ctx, s, p)
		return err
	})
	return page, err
}

func (b *Backend) page(ctx context.Context, s *session, p *plan.Query) (*backends.Page, error) {
	r := pageReader{s: s, q: p, pager: backends.NewPager(p), at: p.After}
	take := r.takeCounted
	if sqlgen.SendsAll(p) {
		take = r.takePlain
	}
	for {
		c := b.nextChunk(p, r.pager, r.at)
		st, err := s.gen.Chunk(p, c)
		if err != nil {
			return nil, err
		}
		r.rows, r.bytes, r.weight = 0, 0, 0
		if _, err = s.read(ctx, p.Table, &st, take); err != nil {
			return nil, err
		}
		if r.damaged != nil {
			return nil, r.damaged
		}
		b.sizes.note(p, r.pager, r.largest)
		if r.pager.Full() || r.rows < c.Rows {
			return r.pager.Page(r.last), nil
		}
		if r.at, err = r.position(); err != nil {
			return nil, err
		}
	}
}

// nextChunk asks for as many rows as the page probably still needs.
func (b *Backend) nextChunk(p *plan.Query, pager *backends.Pager, at *plan.Position) sqlgen.Chunk {
	rows, bytes := pager.Left()
	want := b.sizes.rows(p, bytes)
	if rows < 0 || rows > want {
		rows = want
	}
	return sqlgen.Chunk{After: at, Rows: rows, Bytes: bytes, Uncut: b.sizes.atMost(p, rows) <= uncutBytes}
}

// pageReader reads the rows of chunks into a page.
type pageReader struct {
	s     *session
	q     *plan.Query
	pager *backends.Pager

	rows, bytes, weight int            // of the current chunk: looked at
	last                []byte         // the document of the last row looked at, or its key attributes
	own                 []byte         // memory for the last document, where the page does not keep it whole
	at                  *plan.Position // where the current chunk begins
	largest             int            // item of those sent
	damaged             error          // what is wrong with a document
}

// document gives the document in a column: in the page's memory, or what the page keeps of it there.
func (r *pageReader) document(column []byte) (doc, kept []byte) {
	var err error
	if r.q.Projection == nil {
		docs := r.pager.Docs()
		doc, err = r.s.appendDocument(docs.Room(len(column)), column)
		doc = docs.Keep(doc)
		kept = doc
	} else {
		r.own, err = r.s.appendDocument(r.own[:0], column)
		doc, kept = r.own, r.pager.Keep(r.own)
	}
	if err != nil {
		r.damaged = err
	}
	return doc, kept
}

// Columns of a plain chunk.
const (
	plainCounts = iota
	plainSize
	plainDoc
)

// takePlain adds a row of a plain chunk to the page.
func (r *pageReader) takePlain(v row) {
	if r.pager.Full() {
		return // what an uncut chunk has behind the page
	}
	counts, size := int(v.int(plainCounts)), int(v.int(plainSize))
	r.largest = max(r.largest, size)
	r.pager.Look(1, counts, size)
	r.rows++
	if r.q.FetchesBase {
		r.pager.Base(size)
	}
	doc, kept := r.document(v[plainDoc])
	r.pager.Match(kept, size)
	r.last = doc
}

// Columns of a counted chunk.
const (
	colN = iota
	colTotal
	colHit
	colLast
	colSize
	colDoc
	colWeight // only when items are fetched from the table, as the next
	colSizes
)

// takeCounted adds a row of a counted chunk to the page, with those before it that did not match.
func (r *pageReader) takeCounted(v row) {
	n, total, weight := int(v.int(colN)), int(v.int(colTotal)), 0
	if r.q.FetchesBase {
		weight = int(v.int(colWeight))
	}
	r.pager.Look(n-r.rows, total-r.bytes, weight-r.weight)
	r.largest = max(r.largest, int(v.int(colSize)))
	r.rows, r.bytes, r.weight = n, total, weight
	var doc, kept []byte
	if len(v[colDoc]) > 0 { // what is only counted is not sent
		doc, kept = r.document(v[colDoc])
	}
	if v.bool(colHit) {
		r.pager.Match(kept, int(v.int(colSize)))
	}
	if !v.bool(colLast) {
		return
	}
	r.last = doc
	if r.q.FetchesBase {
		for _, size := range v.ints(colSizes) {
			r.pager.Base(size)
		}
	}
}

var errNoPosition = errors.New("a stored item lacks a key of its place")

// position is the place of the last row looked at.
func (r *pageReader) position() (*plan.Position, error) {
	it, err := attr.ParseItem(r.last)
	if err != nil {
		return nil, err
	}
	at, ok := &plan.Position{}, false
	if at.Key, ok = r.q.Table.Key(&it); !ok {
		return nil, errNoPosition
	}
	if r.q.Index == nil {
		return at, nil
	}
	i := slices.IndexFunc(r.q.Table.Indexes, func(x *catalog.Index) bool { return x.ID == r.q.Index.ID })
	entry := r.q.Table.Entries(&it)[i]
	if entry == nil {
		return nil, errNoPosition
	}
	at.IndexToken, at.IndexSort = entry.Token, entry.Sort
	return at, nil
}
