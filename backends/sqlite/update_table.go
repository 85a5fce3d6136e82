package sqlite

import (
	"context"
	"slices"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// UpdateTable replaces the definition of the version that t was read with, and makes and drops what the difference between the two
// asks for. Writers queue behind it and then find their plans stale.
func (b *backend) UpdateTable(ctx context.Context, t *catalog.Table) error {
	definition, err := backends.EncodeDefinition(t)
	if err != nil {
		return err
	}
	next := *t
	update := func(c *conn) error {
		lock := b.gen.LockDefinition(&next)
		stored, err := c.definition(&lock)
		if err != nil {
			return err
		}
		if stored == nil || stored.Version != next.Version {
			return stale("update table")
		}
		replace := b.gen.UpdateDefinition(&next, definition)
		if err := c.run(&replace); err != nil {
			return err
		}
		change := backends.ChangeOf(stored, &next)
		return c.execAll(slices.Concat(b.gen.Make(&next, &change), b.gen.Drop(&next, &change), b.gen.TableJob(stored, &next)))
	}
	err = b.exec.change(ctx, "update table", update, func() { b.versions.set(next.ID, next.Version+1) })
	if err == nil {
		t.Version++
	}
	return err
}
