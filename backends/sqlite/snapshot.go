package sqlite

import (
	"context"
	"errors"
)

var errNotInMemory = errors.New("only a database in memory has snapshots")

// Snapshot copies the database; it is an SQLite file.
func (b *backend) Snapshot(context.Context) (snapshot []byte, err error) {
	if b.lock != nil {
		return nil, errNotInMemory
	}
	err = b.exec.pause(func(c *conn) error {
		snapshot, err = c.db.Serialize("main")
		return err
	})
	return snapshot, err
}

// Restore replaces the database by a copy. Statements that are prepared find out by themselves.
func (b *backend) Restore(_ context.Context, snapshot []byte) error {
	if b.lock != nil {
		return errNotInMemory
	}
	return b.exec.pause(func(c *conn) error {
		if err := c.db.Deserialize("main", snapshot); err != nil {
			return err
		}
		b.versions.clear()
		return b.readVersions(c)
	})
}
