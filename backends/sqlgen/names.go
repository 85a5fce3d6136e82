package sqlgen

import (
	"strconv"
	"strings"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// CatalogTable holds the table definitions; it is made by the migrations.
const CatalogTable = "ddbsql_tables"

// ItemTable names the SQL table of a table's items. No name is ever made of user text.
func ItemTable(t *catalog.Table) string { return "ddbsql_t" + strconv.FormatInt(t.ID, 10) }

// IndexTable names the SQL table of an index's entries.
func IndexTable(t *catalog.Table, x *catalog.Index) string {
	return ItemTable(t) + "_i" + strconv.FormatInt(int64(x.ID), 10)
}

// Tables names the SQL tables of a table: those of its indexes, and that of its items.
func Tables(t *catalog.Table) []string { return append(indexTables(t, t.Indexes), ItemTable(t)) }

// GoneTables names the SQL tables of what a table's change takes away.
func GoneTables(t *catalog.Table, c *backends.TableChange) []string { return indexTables(t, c.Gone) }

func indexTables(t *catalog.Table, indexes []*catalog.Index) (names []string) {
	for _, x := range indexes {
		names = append(names, IndexTable(t, x))
	}
	return names
}

// ViewName names the view in which people read a table's items.
func ViewName(t *catalog.Table) string { return "ddbsql_v" + strconv.FormatInt(t.ID, 10) }

// StreamsTable holds the streams; it is made by the migrations.
const StreamsTable = "ddbsql_streams"

// RecordTable names the SQL table of a stream's records.
func RecordTable(stream int64) string { return "ddbsql_s" + strconv.FormatInt(stream, 10) }

// Literal quotes text for the few definitions that cannot have parameters (views). The text must have no U+0000.
func Literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
