package sqlgen

import (
	"slices"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Chunk is a bounded part of a page, cut by the database itself.
type Chunk struct {
	After *plan.Position
	// Rows is how many rows are read, Bytes how many bytes are left until the page ends, at least one.
	Rows, Bytes int
	// Uncut chunks of a page that sends all it looks at send all their rows: whoever reads them stops where the page ends.
	Uncut bool
}

// Chunk reads the next rows of a page: as uncutChunk or plainChunk does if the page sends all it looks at, as countedChunk otherwise.
func (g *Generator) Chunk(q *plan.Query, c Chunk) (Statement, error) {
	switch {
	case SendsAll(q) && c.Uncut:
		return g.uncutChunk(q, c)
	case SendsAll(q):
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
//	size    the item's size
//	doc     the item where hit, the key attributes where only last
//
// and when the items are fetched from the table
//
//	weight  bytes of the items up to and with this row
//	sizes   where last: the sizes of all items looked at
func (g *Generator) countedChunk(q *plan.Query, c Chunk) (Statement, error) {
	total, own := "t.total", "t.counts"
	if q.FetchesBase {
		total, own = "t.weight", "t.size"
	}
	b := g.build("SELECT p.n, p.total, p.hit, p.last, p.size, ")
	b.Text(g.d.SendBefore, "CASE ")
	if !q.CountOnly {
		b.Text("WHEN p.hit THEN ")
		b.kept(q, "p.item")
		b.Text(" ")
	}
	b.Text("WHEN p.last THEN ")
	b.keyAttributes(q)
	b.Text(" END", g.d.SendAfter)
	if q.FetchesBase {
		b.Text(", p.weight, CASE WHEN p.last THEN p.sizes END")
	}
	b.Text(" FROM (SELECT t.*, ")
	if q.FetchesBase {
		b.Text("array_agg(t.size) OVER () AS sizes, ")
	}
	b.condition(q.Filter).Text(" AS hit, t.final OR ", total, " >= ").Arg(int64(c.Bytes))
	bytes := len(b.args)
	b.Text(" AS last FROM (")
	b.counted(q, newOrder(q), c)
	// OFFSET 0 keeps the filter below the final WHERE: it is evaluated once for a row.
	b.Text(") AS t WHERE ", total, " - ", own, " < ").Ref(bytes).Text(" OFFSET 0) AS p WHERE p.hit OR p.last ORDER BY p.n")
	return g.finish(b, pageName(q))
}

// counted appends the rows of a chunk with the running number and sums of each, and whether it is the chunk's final one.
func (b *Builder) counted(q *plan.Query, o order, c Chunk) {
	b.Text("SELECT r.*, row_number() OVER o AS n, sum(r.counts) OVER o AS total, ")
	if q.FetchesBase {
		b.Text("sum(r.size) OVER o AS weight, ")
	}
	b.Text("lead(r.counts) OVER o IS NULL AS final FROM (SELECT t.token, t.sk, t.size, t.item, ", pageSize(q), " AS counts")
	if q.Index != nil {
		b.Text(", x.itoken, x.isk")
	}
	b.pageRows(q, c.After)
	b.Text(" LIMIT ").Arg(int64(c.Rows)).Text(") AS r WINDOW o AS (ORDER BY ")
	b.list(len(o.columns), ", ", func(i int) { b.Text("r", o.columns[i][1:], o.direction) })
	b.Text(" ROWS UNBOUNDED PRECEDING)")
}

// maxKept is how many attributes are picked out of an item in SQL; more are left to whoever reads it.
const maxKept = 40

// kept appends what is sent of an item that matches: of a plan that keeps few attributes only those and the position's, for the
// items behind an index of keys may be a thousand times larger than its entries.
func (b *Builder) kept(q *plan.Query, item string) {
	if q.Projection != nil {
		if names, ok := q.Projection.Names(); ok && len(names) <= maxKept {
			for _, name := range q.Table.PositionNames(q.Index) {
				if !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
			// An attribute that is not there is a null here, and no document has a null of its own.
			b.Text("jsonb_strip_nulls(")
			b.object(item, names)
			b.Text(")")
			return
		}
	}
	b.Text(item)
}

// keyAttributes appends an object of the attributes a position consists of.
func (b *Builder) keyAttributes(q *plan.Query) { b.object("p.item", q.Table.PositionNames(q.Index)) }

// object appends an object of attributes of the item in a column.
func (b *Builder) object(column string, names []string) {
	b.Text("jsonb_build_object(")
	b.list(len(names), ", ", func(i int) {
		b.Arg(attr.EscapeText(names[i]))
		b.Text(", ", column, " -> ").Ref(len(b.args))
	})
	b.Text(")")
}
