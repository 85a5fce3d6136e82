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
		err = b.beside(ctx, "get", func(c *conn) error { return c.inOneState(func() error { return read(c) }) })
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

// get reads items into rows. The statement of a table is looked for once, and given one key after another.
func (b *backend) get(c *conn, reads []plan.Read, docs *backends.Arena, rows []backends.Row) error {
	var key struct{ token, sort []byte }
	var to *backends.Row
	take := func(s *engine.Stmt) (bool, error) {
		doc, err := c.keepDocument(docs, s, 1)
		*to = backends.Row{Size: s.ColumnInt(0), Doc: doc}
		return true, err
	}
	var st sqlgen.Statement
	for i := range reads {
		r := &reads[i]
		if i == 0 || r.Table != reads[i-1].Table {
			st = b.gen.GetItemBy(r.Table, &key.token, &key.sort)
		}
		key.token, key.sort, to = r.Key.Token[:], r.Key.Sort, &rows[i]
		if err := c.rows(&st, take); err != nil {
			return err
		}
	}
	return nil
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
