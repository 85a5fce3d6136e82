package engine

import (
	"context"
	"errors"

	"github.com/ddbsql/ddbsql/backends"
)

// errNoSnapshots says that the backend has none.
var errNoSnapshots = errors.New("only a database in memory has snapshots")

// Snapshot gives everything as it is now, for Restore. An error unless the database is in memory.
func (e *Engine) Snapshot(ctx context.Context) ([]byte, error) {
	s, ok := backends.AsSnapshots(e.backend)
	if !ok {
		return nil, errNoSnapshots
	}
	return s.Snapshot(ctx)
}

// Restore goes back to a snapshot. Requests under way at that time may fail or be lost.
func (e *Engine) Restore(ctx context.Context, snapshot []byte) error {
	s, ok := backends.AsSnapshots(e.backend)
	if !ok {
		return errNoSnapshots
	}
	err := s.Restore(ctx, snapshot)
	e.forgetAll()
	return err
}
