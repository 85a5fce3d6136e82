package backends

import (
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Pager fills one Page with rows that come in key order. It is where Limit, MaxBytes and matches are counted, whatever the
// database: one that is read row by row calls Look for each, one that counts itself calls Look with sums.
type Pager struct {
	q    *plan.Query
	page Page
	// weight is what counts for MaxBytes: the page's bytes, or those of the items fetched from the table.
	weight int
}

// NewPager starts the page of a plan.
func NewPager(q *plan.Query) *Pager { return &Pager{q: q} }

// Look counts rows that were looked at, with the bytes they count for and the bytes of the table's items behind them.
func (p *Pager) Look(rows, bytes, base int) {
	p.page.Scanned += rows
	p.page.Bytes += bytes
	if p.q.FetchesBase {
		bytes = base
	}
	p.weight += bytes
}

// Looked is how many rows were looked at and the bytes they weigh for the page's end.
func (p *Pager) Looked() (rows, weight int) { return p.page.Scanned, p.weight }

// Base notes the size of an item that was fetched from the table, when an index is read.
func (p *Pager) Base(size int) { p.page.BaseSizes = append(p.page.BaseSizes, size) }

// Match adds an item that matched the filter, as Keep gave it. The page has no documents when the plan counts only.
func (p *Pager) Match(doc []byte, size int) {
	p.page.Matched++
	if p.q.CountOnly {
		doc = nil
	}
	if p.page.list == nil {
		p.page.list = rowLists.Get().(*rowList)
		p.page.Rows = p.page.list.rows[:0]
	}
	p.page.Rows = append(p.page.Rows, Row{Doc: doc, Size: size})
}

// Docs is where the documents of the page are to be kept; they live until the page is released.
func (p *Pager) Docs() *Arena { return &p.page.docs }

// Keep copies what the plan wants of a document into the page's memory.
func (p *Pager) Keep(doc []byte) []byte {
	if p.q.Projection == nil {
		return p.page.docs.Copy(doc)
	}
	return p.page.docs.Keep(attr.ProjectDoc(p.page.docs.Room(len(doc)+len("{}")), doc, p.q.Projection))
}

// Left is how many more rows may be looked at, and how many bytes until the page ends; rows is negative when the plan has no limit.
func (p *Pager) Left() (rows, weight int) {
	rows = -1
	if p.q.Limit > 0 {
		rows = p.q.Limit - p.page.Scanned
	}
	return rows, p.q.MaxBytes - p.weight
}

// Full says whether the page is complete: the bytes or the limit are reached.
func (p *Pager) Full() bool {
	rows, weight := p.Left()
	return weight <= 0 || rows == 0
}

// Page ends the page. Last is the document of the last row looked at; it becomes the page's position when the page is full, for
// then more may follow.
func (p *Pager) Page(last []byte) *Page {
	if p.Full() {
		p.page.Last = last
	}
	return &p.page
}
