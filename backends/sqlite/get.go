package sqlite

import (
	"context"
	"errors"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Get reads one item on the executor and several beside it, all of them from one state either way.
func (b *backend) Get(ctx context.Context, p *plan.Get, docs *backends.Arena) ([]backends.Row, error) {
	rows := make([]backends.Row, len(p.Reads))
	read := func(c *conn) error {
		if !b.current(p.Reads) {
			return stale("get")
		}
		return b.get(c, p.Reads, docs, rows)
	}
	var err error
	if b.readers == nil || len(p.Reads) == 1 {
		err = b.exec.read(ctx, "get", read)
	} else {
		err = b.beside(ctx, "get", func(c *conn) error {
			c.file.MapReads(true)
			if ofOneTable(p.Reads) == len(p.Reads) { // one statement
				return read(c)
			}
			return c.inOneState(func() error { return read(c) })
		})
		if err == nil && !b.current(p.Reads) { // see stillKnown
			err = stale("get")
		}
		if err != nil {
			err = b.orStale(ctx, "get", err, func() bool { return b.current(p.Reads) })
		}
	}
	if err != nil {
		return nil, err
	}
	return rows, nil
}

// current says whether the definitions of all tables that are read are current.
func (b *backend) current(reads []plan.Read) bool {
	for i := range reads {
		if (i == 0 || reads[i].Table != reads[i-1].Table) && !b.versions.known(reads[i].Table) {
			return false
		}
	}
	return true
}

// get reads items into rows, by one statement for each table.
func (b *backend) get(c *conn, reads []plan.Read, docs *backends.Arena, rows []backends.Row) error {
	for len(reads) > 0 {
		n := ofOneTable(reads)
		if err := b.getOf(c, reads[:n], docs, rows[:n]); err != nil {
			return err
		}
		reads, rows = reads[n:], rows[n:]
	}
	return nil
}

// ofOneTable is how many of the reads from the first on are of its table.
func ofOneTable(reads []plan.Read) int {
	n := 1
	for n < len(reads) && reads[n].Table == reads[0].Table {
		n++
	}
	return n
}

// getOf reads items of one table.
func (b *backend) getOf(c *conn, reads []plan.Read, docs *backends.Arena, rows []backends.Row) error {
	st := b.getStatement(reads)
	if len(reads) == 1 {
		return c.rows(&st, func(s *engine.Stmt) (bool, error) {
			return true, c.readRow(s, 0, docs, &rows[0])
		})
	}
	return c.rows(&st, func(s *engine.Stmt) (bool, error) {
		return false, c.readRow(s, 1, docs, &rows[s.ColumnInt(0)-1])
	})
}

// getStatement reads items of one table: size and item of one, of several behind its place among them.
func (b *backend) getStatement(reads []plan.Read) sqlgen.Statement {
	if len(reads) == 1 {
		return b.gen.GetItemBy(reads[0].Table, &reads[0].Key)
	}
	return b.gen.GetItems(reads)
}

// readRow reads an item's size and document from a column and the one behind it.
func (c *conn) readRow(s *engine.Stmt, col int, docs *backends.Arena, row *backends.Row) error {
	doc, err := c.keepDocument(docs, s, col+1)
	*row = backends.Row{Size: s.ColumnInt(col), Doc: doc}
	return err
}

// row reads one item; without Doc when there is none.
func (b *backend) row(c *conn, t *catalog.Table, k catalog.Key) (backends.Row, error) {
	var rows [1]backends.Row
	err := b.get(c, []plan.Read{{Table: t, Key: k}}, nil, rows[:])
	return rows[0], err
}

// inOneState does work that reads, all of it from one state of the database.
func (c *conn) inOneState(work func() error) (err error) {
	if err := c.run(&beginReads); err != nil {
		return err
	}
	defer func() {
		if !c.db.AutocommitEnabled() { // some errors have ended the transaction already
			err = errors.Join(err, c.run(&commit))
		}
	}()
	return work()
}
