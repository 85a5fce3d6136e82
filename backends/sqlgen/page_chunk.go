package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Chunk is a bounded part of a page, cut by the database itself.
type Chunk struct {
	After *plan.Position
	// Rows is how many rows are read, Bytes how many bytes still fit the page.
	Rows, Bytes int
}

// Chunk reads the next rows of a page: as plainChunk does if the page sends all it looks at, as countedChunk otherwise.
func (g *Generator) Chunk(q *plan.Query, c Chunk) (Statement, error) {
	if SendsAll(q) {
		return g.plainChunk(q, c)
	}
	return g.countedChunk(q, c)
}

// countedChunk reads the next rows of a page and sends only what the page keeps of them: the items that match, and of the last row
// that was looked at its key attributes. Columns:
//
//	n       number of the row in the chunk, from 1, matching or not
//	total   bytes up to and with this row
//	hit     whether it matches
//	last    whether it is the last one looked at
//	cut     whether a further row was read that does not fit the page any more
//	size    the item's size
//	doc     the item where hit, the key attributes where only last
//	sizes   of an index, where last: the sizes of all items looked at
//
// The first row comes even if it does not fit.
func (g *Generator) countedChunk(q *plan.Query, c Chunk) (Statement, error) {
	o := newOrder(q)
	b := g.build("SELECT p.n, p.total, p.hit, p.last, p.cut, p.size, CASE ")
	if !q.CountOnly {
		b.Text("WHEN p.hit THEN p.item ")
	}
	b.Text("WHEN p.last THEN ")
	b.keyAttributes(q)
	b.Text(" END")
	if q.Index != nil {
		b.Text(", CASE WHEN p.last THEN p.sizes END")
	}
	b.Text(" FROM (SELECT t.*, ")
	if q.Index != nil {
		b.Text("array_agg(t.size) OVER () AS sizes, ")
	}
	b.condition(q.Filter).Text(" AS hit, t.next IS NULL OR t.next > ").Arg(int64(c.Bytes))
	bytes := len(b.args)
	b.Text(" AS last, t.next > ").Ref(bytes).Text(" AS cut FROM (")
	b.counted(q, o, c)
	// OFFSET 0 keeps the filter below the final WHERE: it is evaluated once for a row.
	b.Text(") AS t WHERE t.total <= ").Ref(bytes).Text(" OR t.n = 1 OFFSET 0) AS p WHERE p.hit OR p.last ORDER BY p.n")
	return g.finish(b, pageName(q))
}

// counted appends the rows of a chunk with the running number and sum of each, and the sum with the row behind it.
func (b *Builder) counted(q *plan.Query, o order, c Chunk) {
	b.Text("SELECT r.*, row_number() OVER o AS n, sum(r.counts) OVER o AS total, sum(r.counts) OVER o + lead(r.counts) OVER o AS next FROM (",
		"SELECT t.token, t.sk, t.size, t.item, ", pageSize(q), " AS counts")
	if q.Index != nil {
		b.Text(", x.itoken, x.isk")
	}
	b.pageRows(q, c.After)
	b.Text(" LIMIT ").Arg(int64(c.Rows)).Text(") AS r WINDOW o AS (ORDER BY ")
	b.list(len(o.columns), ", ", func(i int) { b.Text("r", o.columns[i][1:], o.direction) })
	b.Text(" ROWS UNBOUNDED PRECEDING)")
}

// keyAttributes appends an object of the attributes a position consists of.
func (b *Builder) keyAttributes(q *plan.Query) {
	names := q.Table.PositionNames(q.Index)
	b.Text("jsonb_build_object(")
	b.list(len(names), ", ", func(i int) {
		b.Arg(attr.EscapeText(names[i]))
		b.Text(", p.item -> ").Ref(len(b.args))
	})
	b.Text(")")
}
