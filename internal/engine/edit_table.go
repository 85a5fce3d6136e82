package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// editTable replaces a table's definition by what change makes of it, and loses no change that somebody else makes at the
// same time: a definition is stored only if it is made from the current one. read gives the definition as it is in the
// database now; change leaves what it is given as it is, and may give it back when nothing is to change.
func (e *Engine) editTable(
	ctx context.Context, read func() (*catalog.Table, error), change func(*catalog.Table) (*catalog.Table, error),
) (*catalog.Table, error) {
	for {
		old, err := read()
		if err != nil {
			return nil, err
		}
		t, err := change(old)
		if err != nil || t == old {
			return t, err
		}
		err = e.backend.UpdateTable(ctx, t)
		if isCode(err, backends.CodeStale) {
			continue // somebody else changed the table between our read and our write: each round is one change that succeeded
		}
		if err != nil {
			return nil, err
		}
		e.tables.forget(t.Name)
		e.settleLater(t)
		e.background.Kick(backends.DroppedTables) // of an index, perhaps
		return t, nil
	}
}
