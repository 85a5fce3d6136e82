package backends

import "context"

// Snapshots is implemented by backends that can put all they hold aside, and go back to it: SQLite in memory.
type Snapshots interface {
	// Snapshot gives everything as it is now, for Restore.
	Snapshot(ctx context.Context) ([]byte, error)
	// Restore forgets everything and goes back to what was there when the snapshot was made, by this backend or another one of its kind.
	// Nothing else may be under way. The snapshot stays as it is, and can be restored again.
	Restore(ctx context.Context, snapshot []byte) error
}

// AsSnapshots gives the Snapshots of a backend that has them.
func AsSnapshots(b Backend) (Snapshots, bool) {
	s, ok := unwrapped(b).(Snapshots)
	return s, ok
}
