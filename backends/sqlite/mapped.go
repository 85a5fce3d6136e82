package sqlite

import (
	"fmt"

	"github.com/ddbsql/ddbsql/internal/idle"
)

const (
	// mapBytes is how much of the file a reading connection reads through memory that the system shares between connections. The writing one
	// has a cache of its own that its commits leave as it is, and loses nothing without.
	mapBytes = 1 << 30
	// mappedMost is how much of files may be resident before reading connections give back what they have mapped.
	mappedMost = 64 << 20
	// readsPerMapLook is how many reads a connection does between two looks at that; each maps a page of 1 MB or less.
	readsPerMapLook = 8
)

// boundMap gives back what a reading connection has mapped of the file, if much is resident. It stays in the system's cache and comes back by
// faults of a microsecond. No statement runs.
func (c *conn) boundMap() error {
	if c.reads++; c.reads%readsPerMapLook != 0 || idle.MappedBytes() <= mappedMost {
		return nil
	}
	return c.script("PRAGMA mmap_size=0", fmt.Sprintf("PRAGMA mmap_size=%d", mapBytes))
}
