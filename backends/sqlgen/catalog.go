package sqlgen

import "github.com/ddbsql/ddbsql/internal/catalog"

// InsertDefinition stores a new table's definition and gives its id; no row means that the name is taken.
func (g *Generator) InsertDefinition(name string, version int64, definition string) Statement {
	b := g.build("INSERT INTO " + CatalogTable + " (name, version, definition) VALUES (")
	b.Arg(name).Text(", ").Arg(version).Text(", ").Arg(definition).Text(") ON CONFLICT (name) DO NOTHING RETURNING id")
	return g.plain(b, "insert_definition")
}

// Definition reads a definition by name: id, version, definition.
func (g *Generator) Definition(name string) Statement {
	b := g.build("SELECT id, version, definition FROM " + CatalogTable + " WHERE name = ")
	return g.plain(b.Arg(name), "get_definition")
}

// Definitions reads all: id, version, definition.
func (g *Generator) Definitions() Statement {
	return g.plain(g.build("SELECT id, version, definition FROM "+CatalogTable+" ORDER BY id"), "get_definitions")
}

// LockDefinition reads a definition by the id of its table, as Definition does, and keeps it locked until the transaction ends.
func (g *Generator) LockDefinition(t *catalog.Table) Statement {
	b := g.build("SELECT id, version, definition FROM " + CatalogTable + " WHERE id = ")
	return g.plain(b.Arg(t.ID).Text(g.d.RowLock), "lock_definition")
}

// UpdateDefinition replaces a definition that still has the version of t, and raises the version by one.
func (g *Generator) UpdateDefinition(t *catalog.Table, definition string) Statement {
	b := g.build("UPDATE " + CatalogTable + " SET version = version + 1, expires = ")
	b.constant(t.ExpiryIndex() != nil)
	b.Text(", definition = ").Arg(definition).Text(" WHERE id = ").Arg(t.ID).Text(" AND version = ").Arg(t.Version)
	return g.plain(b, "update_definition")
}

// DeleteDefinition deletes the definition of a table by id and gives it, as Definition does.
func (g *Generator) DeleteDefinition(t *catalog.Table) Statement {
	b := g.build("DELETE FROM " + CatalogTable + " WHERE id = ")
	return g.plain(b.Arg(t.ID).Text(" RETURNING id, version, definition"), "delete_definition")
}

// Version reads the version of a table by id; no row means that the table is gone.
func (g *Generator) Version(t *catalog.Table) Statement {
	b := g.build("SELECT version FROM " + CatalogTable + " WHERE id = ")
	return g.plain(b.Arg(t.ID), "get_version")
}

// ListTables reads up to limit names after one, in byte order.
func (g *Generator) ListTables(after string, limit int) Statement {
	b := g.build("SELECT name FROM " + CatalogTable + " WHERE name > ")
	return g.plain(b.Arg(after).Text(" ORDER BY name LIMIT ").Arg(int64(limit)), "list_tables")
}

// ListExpiring reads the names of all tables whose items expire, in byte order.
func (g *Generator) ListExpiring() Statement {
	return g.plain(g.build("SELECT name FROM "+CatalogTable+" WHERE expires ORDER BY name"), "list_expiring")
}

// ItemStats counts a table's items and bytes.
func (g *Generator) ItemStats(t *catalog.Table) Statement {
	b := g.build("SELECT count(*), COALESCE(sum(size), 0) FROM ")
	return g.plain(b.Text(ItemTable(t)), "item_stats")
}

// IndexStats counts an index's entries and the bytes it projects.
func (g *Generator) IndexStats(t *catalog.Table, x *catalog.Index) Statement {
	b := g.build("SELECT count(*), COALESCE(sum(")
	b.Text(pageSizeOf(x), "), 0) FROM ", IndexTable(t, x), " AS x")
	if x.Projection == catalog.ProjectAll {
		b.Text(" JOIN ", ItemTable(t), " AS t ON t.token = x.token AND t.sk = x.sk")
	}
	return g.plain(b, "index_stats")
}

// AllItems reads every row of a table in key order: token, sk, size, item.
func (g *Generator) AllItems(t *catalog.Table) Statement {
	b := g.build("SELECT token, sk, size, item FROM ")
	return g.plain(b.Text(ItemTable(t), " ORDER BY token, sk"), "check_items")
}

// AllEntries reads every entry of an index in the order of its items' keys: token, sk, itoken, isk, size.
func (g *Generator) AllEntries(t *catalog.Table, x *catalog.Index) Statement {
	b := g.build("SELECT token, sk, itoken, isk, size FROM ")
	return g.plain(b.Text(IndexTable(t, x), " ORDER BY token, sk"), "check_entries")
}

// plain ends a statement without predicates, which is all that can fail.
func (g *Generator) plain(b *Builder, name string) Statement {
	st, err := g.finish(b, name)
	if err != nil {
		panic(err)
	}
	return st
}

// Explain asks the database for its plan of a statement.
func (g *Generator) Explain(st *Statement) Statement {
	b := g.build(g.d.Explain, st.Args...)
	return g.plain(b.Text(st.SQL), "explain")
}

// Cursor opens a cursor of that name on the rows of a statement without arguments; FetchCursor reads them.
func (g *Generator) Cursor(name string, st *Statement) Statement {
	return ddl("open_cursor", "DECLARE ", name, " NO SCROLL CURSOR FOR ", st.SQL)
}

// FetchCursor reads the next rows of a cursor.
func (g *Generator) FetchCursor(name string) Statement {
	return ddl("fetch_cursor", "FETCH FORWARD 500 FROM ", name)
}
