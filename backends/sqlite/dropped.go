package sqlite

import (
	"context"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

// droppedAtOnce is how many rows an SQL table may have that is dropped in one piece. To drop a table SQLite reads all of it, while
// everybody waits; so many items of the greatest size take ten milliseconds.
const droppedAtOnce = 64

// discard drops SQL tables within a transaction, or leaves large ones to jobs: nothing leads to them any more, and no name is used twice.
func (b *backend) discard(c *conn, tables []string) error {
	for _, name := range tables {
		large, err := b.isLarge(c, name)
		if err != nil {
			return err
		}
		st := b.gen.DropNamed(name)
		if large {
			st = b.gen.WantClearing(name)
		}
		if err := c.run(&st); err != nil {
			return err
		}
	}
	return nil
}

// isLarge says whether an SQL table has too many rows to be dropped in one piece. One that is not there has none.
func (b *backend) isLarge(c *conn, table string) (large bool, err error) {
	if there, err := c.hasTable(table); !there || err != nil {
		return false, err
	}
	st := b.gen.RowsUpTo(table, droppedAtOnce+1)
	err = c.rows(&st, func(s *engine.Stmt) (bool, error) {
		large = s.ColumnInt(0) > droppedAtOnce
		return true, nil
	})
	return large, err
}

// ClearDropped removes rows in a transaction of the executor. The empty table is dropped in the next, which is quick. Each looks whether
// the table is still one to be cleared: after a copy was loaded it may be one that is not dropped.
func (b *backend) ClearDropped(ctx context.Context, table string, limit int) (more bool, err error) {
	removed := 0
	err = b.exec.write(ctx, "clear dropped", func(c *conn) error {
		removed = 0
		dropped, err := c.isDropped(table)
		if !dropped || err != nil {
			return err
		}
		clear := b.gen.ClearRows(table, limit)
		removed, err = c.exec(&clear)
		return err
	})
	if err != nil {
		return false, err
	}
	if removed == limit {
		return true, nil
	}
	drop := b.gen.DropNamed(table)
	return false, b.exec.change(ctx, "clear dropped", func(c *conn) error {
		if dropped, err := c.isDropped(table); !dropped || err != nil {
			return err
		}
		return c.run(&drop)
	}, nil)
}

// isDropped says whether there is an SQL table of that name that a job is to clear.
func (c *conn) isDropped(table string) (dropped bool, err error) {
	if there, err := c.hasTable(table); !there || err != nil {
		return false, err
	}
	st := sqlgen.Statement{Name: "has_job", SQL: "SELECT 1 FROM " + sqlgen.JobsTable + " WHERE name = ?", Args: []any{backends.DroppedTables + table}}
	err = c.rows(&st, func(*engine.Stmt) (bool, error) {
		dropped = true
		return true, nil
	})
	return dropped, err
}

// hasTable says whether there is an SQL table of that name.
func (c *conn) hasTable(name string) (there bool, err error) {
	st := sqlgen.Statement{Name: "has_table", SQL: "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", Args: []any{name}}
	err = c.rows(&st, func(*engine.Stmt) (bool, error) {
		there = true
		return true, nil
	})
	return there, err
}
