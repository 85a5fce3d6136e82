package sqlgen

import "github.com/ddbsql/ddbsql/backends"

// What a dropped SQL table needs that is too large to go in one piece. Its name is one of Tables or GoneTables.

// RowsUpTo counts the rows of an SQL table, but no further than to n.
func (g *Generator) RowsUpTo(table string, n int) Statement {
	b := g.build("SELECT count(*) FROM (SELECT 1 FROM " + table + " LIMIT ")
	return g.plain(b.Arg(int64(n)).Text(") AS r"), "count_rows")
}

// WantClearing notes the job that clears a dropped SQL table.
func (g *Generator) WantClearing(table string) Statement {
	b := g.build("INSERT INTO " + JobsTable + " (name, holder, until) VALUES (")
	return g.plain(b.Arg(backends.DroppedTables+table).Text(", ").Arg("").Text(", ").Arg(int64(0)).Text(")"), "want_job")
}

// ClearRows removes up to n rows of an SQL table. Those of items and those of indexes have the item's key.
func (g *Generator) ClearRows(table string, n int) Statement {
	b := g.build("DELETE FROM " + table + " WHERE (token, sk) IN (SELECT token, sk FROM " + table + " LIMIT ")
	return g.plain(b.Arg(int64(n)).Text(")"), "clear_rows")
}
