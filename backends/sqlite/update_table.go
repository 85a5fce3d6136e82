package sqlite

import (
	"context"
	"slices"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// UpdateTable replaces the definition of the version that t was read with, and makes and drops what the difference between the two
// asks for. Writers queue behind it and then find their plans stale.
func (b *backend) UpdateTable(ctx context.Context, t *catalog.Table) error {
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
		opened, err := b.openStream(c, t)
		if err != nil {
			return err
		}
		definition, err := backends.EncodeDefinition(opened)
		if err != nil {
			return err
		}
		replace := b.gen.UpdateDefinition(&next, definition)
		if err := c.run(&replace); err != nil {
			return err
		}
		change := backends.ChangeOf(stored, t)
		next.Stream = opened.Stream
		err = c.execAll(slices.Concat(b.gen.Make(&next, &change), b.gen.TableJob(stored, &next)))
		if err == nil {
			err = b.discard(c, sqlgen.GoneTables(&next, &change))
		}
		if err != nil || change.Closed == 0 {
			return err
		}
		return b.closeStream(c, change.Closed)
	}
	if !t.Recorded() {
		if err := b.placeBeforehand(ctx, t.Stream); err != nil {
			return err
		}
	}
	err := b.exec.change(ctx, "update table", update, func() { b.versions.set(next.ID, next.Version+1) })
	if err == nil {
		t.Version++
		t.Stream = next.Stream
	}
	return err
}
