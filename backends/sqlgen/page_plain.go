package sqlgen

import "github.com/ddbsql/ddbsql/translator/plan"

// SendsAll says whether a page sends every item it looks at. Then its chunks are plain.
func SendsAll(q *plan.Query) bool { return q.Filter == nil && !q.CountOnly }

// plainChunk reads the next rows of a page that sends every item it looks at: counts (the bytes that count for the page), the item's
// size, the item. Rows end with the one that fills the page. The sum runs along the walk: what is behind the page is not even read.
func (g *Generator) plainChunk(q *plan.Query, c Chunk) (Statement, error) {
	o, weight := newOrder(q), pageWeight(q)
	b := g.build("SELECT p.counts, p.size, ")
	b.Text(g.d.SendBefore)
	b.kept(q, "p.item")
	b.Text(g.d.SendAfter, " FROM (SELECT ")
	b.list(len(o.columns), ", ", func(i int) { b.Text(o.columns[i]) })
	b.Text(", t.size, t.item, ", pageSize(q), " AS counts, sum(", weight, ") OVER (ORDER BY ")
	b.list(len(o.columns), ", ", func(i int) { b.Text(o.columns[i], o.direction) })
	b.Text(" ROWS UNBOUNDED PRECEDING) - ", weight, " AS before")
	b.pageRows(q, c.After)
	b.Text(" LIMIT ").Arg(int64(c.Rows)).Text(") AS p WHERE p.before < ").Arg(int64(c.Bytes))
	b.Text(" ORDER BY ")
	b.list(len(o.columns), ", ", func(i int) { b.Text("p", o.columns[i][1:], o.direction) })
	return g.finish(b, pageName(q))
}

// uncutChunk reads the same columns as plainChunk, without an end but the number of rows. Where all rows are wanted anyway that saves
// a running sum, for which Postgres copies every row twice.
func (g *Generator) uncutChunk(q *plan.Query, c Chunk) (Statement, error) {
	b := g.build("SELECT ")
	b.Text(pageSize(q), " AS counts, t.size, ", g.d.SendBefore)
	b.kept(q, "t.item")
	b.Text(g.d.SendAfter)
	b.pageRows(q, c.After)
	b.Text(" LIMIT ").Arg(int64(c.Rows))
	return g.finish(b, pageName(q))
}
