package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Records reads records of a shard behind a position, in order: position, at, kind, expired, size, keys, old, new. A guarded
// dialect gives the page: no record behind the one with which its bytes are reached.
func (g *Generator) Records(p *plan.Records) Statement {
	const columns = "position, at, kind, expired, size, keys, old, new"
	b := g.build("SELECT "+columns, int64(p.Shard), p.After, int64(p.Limit))
	b.Text(" FROM ")
	if g.d.Guarded {
		b.Text("(SELECT " + columns + ", sum(size + octet_length(keys::text)) OVER (ORDER BY position ROWS UNBOUNDED PRECEDING) - size - octet_length(keys::text) AS before FROM ")
	}
	b.Text(RecordTable(p.Stream.ID), " WHERE shard = ").Ref(1).Text(" AND position > ").Ref(2).Text(" ORDER BY position LIMIT ").Ref(3)
	if g.d.Guarded {
		b.Text(") AS r WHERE before < ").Arg(int64(p.MaxBytes)).Text(" ORDER BY position")
	}
	return g.plain(b, "get_records")
}

// Reading are all statements by which a page is read: the look at the stream, what gives positions to records that wait, and the page.
func (g *Generator) Reading(p *plan.Records) []Statement {
	statements := []Statement{g.ProbeStream(p.Stream.ID)}
	if p.Stream.ClosedAt == nil {
		statements = append(statements, g.PlaceRecords(p.Stream, PlaceAtOnce)...)
	}
	return append(statements, g.Records(p))
}

// RecordSince gives the position of the first record of a shard that is not older than a time (Unix milliseconds); NULL if there is none.
func (g *Generator) RecordSince(s *catalog.Stream, shard int32, at int64) Statement {
	b := g.build("SELECT min(position) FROM ")
	b.Text(RecordTable(s.ID), " WHERE shard = ").Arg(int64(shard)).Text(" AND at >= ").Arg(at)
	return g.plain(b, "find_record")
}

// TrimEnd gives the position of the first record behind the trimmed ones, among the next limit of the stream, that is not older than
// a time (Unix milliseconds); NULL if all are.
func (g *Generator) TrimEnd(s *catalog.Stream, before int64, limit int) Statement {
	b := g.build("SELECT min(position) FROM ")
	b.trimmable(s, s.Trimmed+int64(limit)).Text(" AND at >= ").Arg(before)
	return g.plain(b, "find_trim_end")
}

// DeleteRecords removes the records behind the trimmed ones up to a position.
func (g *Generator) DeleteRecords(s *catalog.Stream, position int64) Statement {
	b := g.build("DELETE FROM ")
	return g.plain(b.trimmable(s, position), "trim_records")
}

// trimmable appends a record table and the condition on the records behind the trimmed ones up to a position.
func (b *Builder) trimmable(s *catalog.Stream, position int64) *Builder {
	b.Text(RecordTable(s.ID), " WHERE shard IN (")
	b.list(len(s.Shards), ", ", func(i int) { b.Arg(int64(s.Shards[i].ID)) })
	return b.Text(") AND position > ").Arg(s.Trimmed).Text(" AND position <= ").Arg(position)
}

// AllRecords reads what the bookkeeping of a stream is checked by, in the order of positions, those without one last: position, shard,
// token.
func (g *Generator) AllRecords(s *catalog.Stream) Statement {
	return ddl("check_records", "SELECT position, shard, token FROM ", RecordTable(s.ID), " ORDER BY position IS NULL, position")
}
