package sqlgen

import (
	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// CreateTable makes the SQL tables of a new table with its indexes, and its view. The table must have its ID.
func (g *Generator) CreateTable(t *catalog.Table) []Statement {
	ty := &g.d.Types
	ver := ""
	if g.d.Guarded {
		ver = "ver " + ty.BigInt + " NOT NULL, "
	}
	statements := []Statement{
		ddl("create_table", "CREATE TABLE ", ItemTable(t), " (token ", ty.Bytes, " NOT NULL, sk ", ty.Bytes, " NOT NULL, size ", ty.Int,
			" NOT NULL, ", ver, "item ", ty.Doc, " NOT NULL, PRIMARY KEY (token, sk))", g.d.TableOptions),
		g.createView(t),
	}
	for _, x := range t.Indexes {
		statements = append(statements, g.CreateIndex(t, x))
	}
	return statements
}

// createView makes the view in which people read the items.
func (g *Generator) createView(t *catalog.Table) Statement {
	columns := g.d.KeyText("item", t.Partition.Name, t.Partition.Type) + " AS partition_key, "
	if t.Sort != nil {
		columns += g.d.KeyText("item", t.Sort.Name, t.Sort.Type) + " AS sort_key, "
	}
	return ddl("create_view", "CREATE VIEW ", ViewName(t), " AS SELECT ", columns, "size AS bytes, ", g.d.ItemText("item"), " AS item FROM ", ItemTable(t))
}

// CreateIndex makes the SQL table of an index. Entries stand in index order, and are found by their item's key.
func (g *Generator) CreateIndex(t *catalog.Table, x *catalog.Index) Statement {
	ty := &g.d.Types
	return ddl("create_index", "CREATE TABLE ", IndexTable(t, x), " (itoken ", ty.Bytes, " NOT NULL, isk ", ty.Bytes, " NOT NULL, token ", ty.Bytes,
		" NOT NULL, sk ", ty.Bytes, " NOT NULL, size ", ty.Int, " NOT NULL, PRIMARY KEY (itoken, isk, token, sk), UNIQUE (token, sk))", g.d.TableOptions)
}

// DropTable drops everything that CreateTable and CreateIndex made.
func (g *Generator) DropTable(t *catalog.Table) []Statement {
	statements := []Statement{g.DropView(t)}
	for _, name := range Tables(t) {
		statements = append(statements, g.DropNamed(name))
	}
	return statements
}

// DropView drops the view of a table.
func (g *Generator) DropView(t *catalog.Table) Statement {
	return ddl("drop_view", "DROP VIEW IF EXISTS ", ViewName(t))
}

// DropNamed drops one of the SQL tables that Tables and GoneTables name.
func (g *Generator) DropNamed(table string) Statement {
	return ddl("drop_table", "DROP TABLE IF EXISTS ", table)
}

// Make makes the SQL tables of what a table's change brings.
func (g *Generator) Make(t *catalog.Table, c *backends.TableChange) []Statement {
	var statements []Statement
	for _, x := range c.Made {
		statements = append(statements, g.CreateIndex(t, x))
	}
	return statements
}

// Drop drops the SQL tables of what a table's change takes away.
func (g *Generator) Drop(t *catalog.Table, c *backends.TableChange) []Statement {
	var statements []Statement
	for _, name := range GoneTables(t, c) {
		statements = append(statements, g.DropNamed(name))
	}
	return statements
}

func ddl(name string, parts ...string) Statement {
	b := &Builder{}
	return Statement{Name: name, SQL: string(b.Text(parts...).sql)}
}
