package sqlgen

import (
	"bytes"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// The columns of Walk's rows. An index has the base size, a filter the hit: for others they would say nothing new.
const (
	WalkItem = iota // the document
	WalkSize        // the bytes that count for the page
	WalkBase        // those of the table's item behind it
	WalkHit         // whether the filter holds
)

// Walk reads the rows of a page in key order, with the columns above up to the last that it needs. It has no end of its own: whoever
// reads stops when the page is full.
func (g *Generator) Walk(q *plan.Query) (Statement, error) {
	b := g.build("SELECT t.item, ")
	b.Text(pageSize(q))
	if q.Index != nil || q.Filter != nil {
		b.Text(", t.size")
	}
	if q.Filter != nil {
		b.Text(", ").condition(q.Filter)
	}
	b.pageRows(q, q.After)
	return g.finish(b, pageName(q))
}

// pageName names a page's statement after what it reads.
func pageName(q *plan.Query) string {
	name := "query"
	if q.Partition == nil {
		name = "scan"
	}
	if q.Index != nil {
		name += "_index"
	}
	if q.Filter != nil {
		name += "_filter"
	}
	return name
}

// pageSize is the column that counts for the page: what the index projects, or the item.
func pageSize(q *plan.Query) string {
	if q.Index == nil {
		return "t.size"
	}
	return pageSizeOf(q.Index)
}

// pageWeight is the column that the end of a page is counted by.
func pageWeight(q *plan.Query) string {
	if q.FetchesBase {
		return "t.size"
	}
	return pageSize(q)
}

// pageSizeOf is the column of the size of what an index projects. Entries of an index that projects all do not keep it up: it
// is the item's.
func pageSizeOf(x *catalog.Index) string {
	if entriesHaveSizes(x) {
		return "x.size"
	}
	return "t.size"
}

// pageRows appends FROM, WHERE and ORDER BY of the rows of a page's range behind a position. The item row is t, the index row x.
func (b *Builder) pageRows(q *plan.Query, after *plan.Position) {
	b.Text(" FROM ")
	if q.Index == nil {
		b.Text(ItemTable(q.Table), " AS t")
	} else {
		b.Text(IndexTable(q.Table, q.Index), " AS x JOIN ", ItemTable(q.Table), " AS t ON t.token = x.token AND t.sk = x.sk")
	}
	order := newOrder(q)
	b.where(q, order, after)
	b.Text(" ORDER BY ")
	b.list(len(order.columns), ", ", func(i int) { b.Text(order.columns[i], order.direction) })
}

// order is how a page walks: the columns that differ between its rows, and the direction.
type order struct {
	token, sort string // the columns of the partition and of the sort key condition
	columns     []string
	behind      string // the operator of rows behind a position
	direction   string
}

func newOrder(q *plan.Query) order {
	o := order{token: "t.token", sort: "t.sk", behind: " > "}
	o.columns = []string{"t.token", "t.sk"}
	if q.Index != nil {
		o.token, o.sort = "x.itoken", "x.isk"
		o.columns = []string{"x.itoken", "x.isk", "x.token", "x.sk"}
	}
	if q.Partition != nil {
		o.columns = o.columns[1:]
	}
	if q.Backward {
		o.behind, o.direction = " < ", " DESC"
	}
	return o
}

// position gives the values of the columns at a position.
func (o *order) position(q *plan.Query, at *plan.Position) [][]byte {
	values := [][]byte{at.Key.Token[:], at.Key.Sort}
	if q.Index != nil {
		values = [][]byte{at.IndexToken[:], at.IndexSort, at.Key.Token[:], at.Key.Sort}
	}
	return values[len(values)-len(o.columns):]
}

func (b *Builder) where(q *plan.Query, o order, after *plan.Position) {
	word := " WHERE "
	and := func(column, op string, v []byte) {
		b.Text(word, column, op).Arg(v)
		word = " AND "
	}
	column, r := o.sort, q.Range
	if q.Partition != nil {
		and(o.token, " = ", tokenBytes(q.Partition))
	} else if column = o.token; q.Segment != nil {
		r = plan.Range{Low: tokenBytes(&q.Segment.First), High: tokenBytes(&q.Segment.Last)}
	}
	var values [][]byte
	if after != nil {
		values = o.position(q, after)
		r = behind(r, values[0], q.Backward)
	}
	b.sortRange(&r, func(op string, v []byte) { and(column, op, v) })
	if after == nil {
		return
	}
	b.Text(word, "(")
	b.list(len(values), ", ", func(i int) { b.Text(o.columns[i]) })
	b.Text(")", o.behind, "(")
	b.list(len(values), ", ", func(i int) { b.Arg(values[i]) })
	b.Text(")")
}

// behind gives what is left of a range for a page that begins behind a position in it. The position takes the place of a bound:
// given both, a database may begin at the bound and read again all that came before.
func behind(r plan.Range, at []byte, backward bool) plan.Range {
	switch {
	case backward && r.High != nil:
		if c := bytes.Compare(at, r.High); c < 0 || c == 0 && !r.HighOpen {
			r.High = nil
		}
	case !backward && r.Low != nil:
		if c := bytes.Compare(at, r.Low); c > 0 || c == 0 && !r.LowOpen {
			r.Low = nil
		}
	}
	return r
}

func (b *Builder) sortRange(r *plan.Range, and func(op string, v []byte)) {
	if r.Low != nil {
		op := " >= "
		if r.LowOpen {
			op = " > "
		}
		and(op, r.Low)
	}
	if r.High != nil {
		op := " <= "
		if r.HighOpen {
			op = " < "
		}
		and(op, r.High)
	}
}

func tokenBytes(t *attr.Token) []byte { return t[:] }
