package sqlgen

import (
	"strconv"

	"github.com/ddbsql/ddbsql/internal/catalog"
)

// ProbeStream reads a stream, as streamColumns says, and whether records wait for a position.
func (g *Generator) ProbeStream(id int64) Statement {
	b := g.build("SELECT " + streamColumns + ", EXISTS (SELECT 1 FROM ")
	b.Text(RecordTable(id), " WHERE position IS NULL) FROM ", StreamsTable, " WHERE id = ")
	return g.plain(b.Arg(id), "probe_stream")
}

// PlaceAtOnce bounds the records that get positions in one transaction, and so how long others wait for it.
const PlaceAtOnce = 1000

// PlaceRecords gives up to limit records without position the next ones, in the order of their writers' numbers, and to each the
// open shard that has its token. The transaction holds the stream locked, as it is in s. The last statement gives the stream's last
// position then; it is s.Last + limit if there may be more to place.
func (g *Generator) PlaceRecords(s *catalog.Stream, limit int) []Statement {
	b := g.build("", s.Last, int64(limit))
	if g.d.Guarded {
		b.Text("WITH k AS (").waiting(s).Text("), p AS (").place(s).Text(") UPDATE ", StreamsTable, " SET last = last + (SELECT count(*) FROM k) WHERE id = ").Arg(s.ID)
		return []Statement{g.plain(b.Text(" RETURNING last"), "place_records")}
	}
	b.Text("WITH k AS (").waiting(s).Text(") ").place(s)
	place := g.plain(b, "place_records")
	b = g.build("UPDATE " + StreamsTable + " SET last = last + changes() WHERE id = ")
	return []Statement{place, g.plain(b.Arg(s.ID).Text(" RETURNING last"), "advance_stream")}
}

// waiting appends the query of the records to place, with their places behind the last position.
func (b *Builder) waiting(s *catalog.Stream) *Builder {
	return b.Text("SELECT n, row_number() OVER (ORDER BY n) AS place FROM ", RecordTable(s.ID), " WHERE position IS NULL ORDER BY n LIMIT ").Ref(2)
}

func (b *Builder) place(s *catalog.Stream) *Builder {
	b.Text("UPDATE ", RecordTable(s.ID), " AS r SET position = ").Ref(1).Text(" + k.place, shard = ")
	open := s.OpenShards()
	if len(open) > 1 {
		b.Text("CASE")
		for _, h := range open[:len(open)-1] {
			b.Text(" WHEN r.token <= ").Arg(h.Last[:]).Text(" THEN ", strconv.Itoa(int(h.ID)))
		}
		b.Text(" ELSE ", strconv.Itoa(int(open[len(open)-1].ID)), " END")
	} else {
		b.Text(strconv.Itoa(int(open[0].ID)))
	}
	return b.Text(" FROM k WHERE r.n = k.n")
}
