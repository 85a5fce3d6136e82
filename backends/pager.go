package backends

import "github.com/ddbsql/ddbsql/translator/plan"

// Pager fills one Page with rows that come in key order. It is where Limit, MaxBytes and matches are counted, whatever the
// database: one that is read row by row asks Room and calls Look for each, one that counts itself calls Look with sums.
type Pager struct {
	q    *plan.Query
	page Page
	cut  bool // a row did not fit any more
}

// NewPager starts the page of a plan.
func NewPager(q *plan.Query) *Pager { return &Pager{q: q} }

// Room says whether a row of that size still belongs to the page: the first always does. Once it said no, the page has an end
// and more may follow.
func (p *Pager) Room(size int) bool {
	if p.page.Scanned > 0 && p.page.Bytes+size > p.q.MaxBytes {
		p.cut = true
	}
	return !p.cut
}

// Look counts rows that were looked at, with the bytes they count for.
func (p *Pager) Look(rows, bytes int) {
	p.page.Scanned += rows
	p.page.Bytes += bytes
}

// Looked is how many rows were looked at and the bytes they count for.
func (p *Pager) Looked() (rows, bytes int) { return p.page.Scanned, p.page.Bytes }

// Cut says that there is a further row that does not fit.
func (p *Pager) Cut() { p.cut = true }

// Base notes the size of a looked-at base item, when an index is read.
func (p *Pager) Base(size int) { p.page.BaseSizes = append(p.page.BaseSizes, size) }

// Match adds an item that matched the filter. The page keeps doc unless the plan counts only.
func (p *Pager) Match(doc []byte, size int) {
	p.page.Matched++
	if p.q.CountOnly {
		doc = nil
	}
	p.page.Rows = append(p.page.Rows, Row{Doc: doc, Size: size})
}

// Docs is where the documents of the page are to be kept; they live until the page is released.
func (p *Pager) Docs() *Arena { return &p.page.docs }

// Left is how many more rows may be looked at, and how many bytes they may have; rows is negative when the plan has no limit.
func (p *Pager) Left() (rows, bytes int) {
	rows = -1
	if p.q.Limit > 0 {
		rows = p.q.Limit - p.page.Scanned
	}
	return rows, p.q.MaxBytes - p.page.Bytes
}

// Full says whether the page is complete: a row did not fit, or the limit is reached.
func (p *Pager) Full() bool {
	rows, _ := p.Left()
	return p.cut || rows == 0
}

// Page ends the page. Last is the document of the last row looked at; it becomes the page's position when the page is full, for
// then more may follow.
func (p *Pager) Page(last []byte) *Page {
	if p.Full() {
		p.page.Last = last
	}
	return &p.page
}
