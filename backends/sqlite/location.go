package sqlite

import (
	"errors"
	"fmt"
	"time"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	_ "github.com/ddbsql/ddbsql/backends/sqlite/pagecache" // what the engine keeps of files in memory, and files in memory
	"github.com/ddbsql/ddbsql/backends/sqlite/vfs"
)

// location is a file to connect to, or the memory.
type location struct {
	path string
	opts backends.Options
}

// purpose says what a connection is for.
type purpose uint8

const (
	writing purpose = iota
	reading
	checkpointing
)

const (
	// pageSize of new files. An item lies inside of its page up to a quarter of it; larger ones spill into pages of their own.
	pageSize = 8192
	// writerCache and otherCache bound a connection's own page cache, in KiB.
	writerCache = 112 << 10
	otherCache  = 8 << 10
	// mapBytes is how much of the file a reading connection reads through memory that the system shares between connections: each commit of
	// another connection empties its cache, but not this. The writing one has a cache that lasts.
	mapBytes = 24 << 20
	// busyTimeout bounds the wait for a lock that a program beside the server holds for a moment.
	busyTimeout = 5 * time.Second
)

func (l *location) inMemory() bool { return l.path == ":memory:" }

// connect opens a connection. Only the writing one creates and configures the file.
func (l *location) connect(p purpose) (*conn, error) {
	flags := engine.OpenReadWrite
	if p == writing {
		flags |= engine.OpenCreate
	}
	name := l.path
	if !l.inMemory() {
		locator, isURI := vfs.Locate(l.path)
		if name = locator; isURI {
			flags |= engine.OpenURI
		}
	}
	db, err := openConn(name, flags)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", l.path, err)
	}
	db.SetBusyTimeout(busyTimeout)
	c, err := newConn(db, &l.opts)
	if err == nil {
		err = l.configure(c, p)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", l.path, err), db.Close())
	}
	return c, nil
}

// configure makes a connection what it is for.
func (l *location) configure(c *conn, p purpose) error {
	if l.inMemory() {
		return c.script(pragmasInMemory...)
	}
	if err := c.script(l.pragmas(p)...); err != nil {
		return err
	}
	file, err := c.ask(vfs.WhichFile)
	if c.file = vfs.File(file); p == writing {
		c.file.MapReads(true)
	}
	return err
}

// pragmasInMemory are the settings of the one connection to a database in memory.
var pragmasInMemory = []string{fmt.Sprintf("PRAGMA page_size=%d", pageSize), "PRAGMA temp_store=MEMORY"}

// pragmas are the settings of a connection to a file: the engine keeps only the page size and the journal mode in the file.
func (l *location) pragmas(p purpose) []string {
	cache, mapped := otherCache, mapBytes
	if p != reading {
		mapped = 0
	}
	if p == writing {
		cache = writerCache
	}
	pragmas := []string{
		fmt.Sprintf("PRAGMA cache_size=-%d", cache),
		fmt.Sprintf("PRAGMA mmap_size=%d", mapped),
		"PRAGMA synchronous=NORMAL", // what more durability full wants, the flusher does
		"PRAGMA wal_autocheckpoint=0",
		"PRAGMA temp_store=MEMORY",
	}
	if p == writing {
		pragmas = append([]string{fmt.Sprintf("PRAGMA page_size=%d", pageSize), "PRAGMA journal_mode=WAL"}, pragmas...)
	}
	if p == reading {
		pragmas = append(pragmas, "PRAGMA query_only=TRUE")
	}
	return pragmas
}
