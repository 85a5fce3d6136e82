package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// streamColumns are those of a stream's row: id, table, label, last position, definition.
const streamColumns = "id, table_name, label, last, definition"

// InsertStream stores a new stream of a table and gives its id.
func (g *Generator) InsertStream(table string, s *catalog.Stream, definition string) Statement {
	b := g.build("INSERT INTO " + StreamsTable + " (table_name, label, last, definition) VALUES (")
	b.Arg(table).Text(", ").Arg(s.Label).Text(", 0, ").Arg(definition).Text(") RETURNING id")
	return g.plain(b, "insert_stream")
}

// Stream reads a stream by its table's name and its label, as streamColumns says.
func (g *Generator) Stream(table, label string) Statement {
	b := g.build("SELECT " + streamColumns + " FROM " + StreamsTable + " WHERE table_name = ")
	return g.plain(b.Arg(table).Text(" AND label = ").Arg(label), "get_stream")
}

// LockStream reads a stream and keeps it locked until the transaction ends: whoever gives positions or changes shards does so.
func (g *Generator) LockStream(id int64) Statement {
	b := g.build("SELECT " + streamColumns + " FROM " + StreamsTable + " WHERE id = ")
	return g.plain(b.Arg(id).Text(g.d.RowLock), "lock_stream")
}

// Streams reads all streams.
func (g *Generator) Streams() Statement {
	return g.plain(g.build("SELECT "+streamColumns+" FROM "+StreamsTable+" ORDER BY id"), "get_streams")
}

// ListStreams reads a list of streams.
func (g *Generator) ListStreams(p *plan.Streams) Statement {
	b := g.build("SELECT " + streamColumns + " FROM " + StreamsTable + " WHERE (table_name, label) > (")
	b.Arg(p.AfterTable).Text(", ").Arg(p.AfterLabel).Text(")")
	switch {
	case p.Table != "":
		b.Text(" AND table_name = ").Arg(p.Table)
	case !p.Deleted:
		b.Text(" AND EXISTS (SELECT 1 FROM ", CatalogTable, " WHERE name = table_name)")
	}
	return g.plain(b.Text(" ORDER BY table_name, label LIMIT ").Arg(int64(p.Limit)), "list_streams")
}

// UpdateStream replaces a stream's definition.
func (g *Generator) UpdateStream(s *catalog.Stream, definition string) Statement {
	b := g.build("UPDATE " + StreamsTable + " SET definition = ")
	return g.plain(b.Arg(definition).Text(" WHERE id = ").Arg(s.ID), "update_stream")
}

// DeleteStream deletes a stream's row.
func (g *Generator) DeleteStream(s *catalog.Stream) Statement {
	b := g.build("DELETE FROM " + StreamsTable + " WHERE id = ")
	return g.plain(b.Arg(s.ID), "delete_stream")
}

// CreateRecords makes the SQL table of a stream's records. Its key is the number that the writer drew. The partial indexes are for
// those who give positions and for those who read by them.
func (g *Generator) CreateRecords(stream int64) []Statement {
	ty, name := &g.d.Types, RecordTable(stream)
	return []Statement{
		ddl("create_records", "CREATE TABLE ", name, " (n ", ty.Number, ", position ", ty.BigInt, ", shard ", ty.Int, ", token ", ty.Bytes, " NOT NULL, at ", ty.BigInt,
			" NOT NULL, kind ", ty.Text, " NOT NULL, expired ", ty.Bool, " NOT NULL, size ", ty.Int, " NOT NULL, keys ", ty.Doc, " NOT NULL, old ", ty.Doc, ", new ", ty.Doc, ")"),
		ddl("index_records", "CREATE INDEX ", name, "_new ON ", name, " (n) WHERE position IS NULL"),
		ddl("index_records", "CREATE UNIQUE INDEX ", name, "_shard ON ", name, " (shard, position) WHERE position IS NOT NULL"),
	}
}

// DropRecords drops what CreateRecords made.
func (g *Generator) DropRecords(stream int64) Statement {
	return ddl("drop_records", "DROP TABLE IF EXISTS ", RecordTable(stream))
}
