package sqlgen

import (
	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// Lock is a lock on a SQL table, for databases that have such.
type Lock struct {
	Name string // of the SQL table
	Mode LockMode
}

// LockMode says whom a lock keeps out.
type LockMode string

// Modes of locks.
const (
	// LockMaintenance keeps out who maintains or changes the table, and nobody who reads or writes rows.
	LockMaintenance LockMode = "SHARE UPDATE EXCLUSIVE"
	// LockWriters keeps out who writes or locks rows as well.
	LockWriters LockMode = "EXCLUSIVE"
	// LockAll keeps out everybody.
	LockAll LockMode = "ACCESS EXCLUSIVE"
)

// LockTable takes a lock until the transaction ends.
func (g *Generator) LockTable(l Lock) Statement {
	return ddl("lock_table", "LOCK TABLE ", l.Name, " IN ", string(l.Mode), " MODE")
}

// ChangeLocks are the locks under which a table's change takes place: writers of its items are kept out if they must know of it, and
// everybody is kept out of what it drops.
func ChangeLocks(t *catalog.Table, c *backends.TableChange) []Lock {
	var locks []Lock
	if c.TellsWriters() {
		locks = append(locks, Lock{ItemTable(t), LockWriters})
	}
	for _, x := range c.Gone {
		locks = append(locks, Lock{IndexTable(t, x), LockAll})
	}
	return locks
}
