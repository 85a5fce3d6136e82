package backends

import (
	"context"
	"fmt"
	"strings"
	"sync"
)

// Migrator looks at the schema of a database, and brings it up to date. Nothing else of the database is touched.
type Migrator interface {
	// Schema gives the numbers of the schema.
	Schema(ctx context.Context) (Schema, error)
	// Migrate brings the schema up to date; it does nothing if it is.
	Migrate(ctx context.Context) error
	Close() error
}

// Schema are the numbers of a database's schema, see package migrations.
type Schema struct {
	Version int64 // of its newest migration; 0 for a new database
	Oldest  int64 // schema that programs must know to work with it; 0 where it does not say
	Broken  bool  // a migration broke off
}

// MigratorOpener opens a migrator by the URL whose scheme it is registered for.
type MigratorOpener func(ctx context.Context, url string, opts Options) (Migrator, error)

var migrators = struct {
	sync.RWMutex
	openers map[string]MigratorOpener
}{openers: map[string]MigratorOpener{}}

// RegisterMigrator makes a migrator known for a URL scheme. Backends call it when their package is initialised.
func RegisterMigrator(scheme string, open MigratorOpener) {
	migrators.Lock()
	defer migrators.Unlock()
	migrators.openers[scheme] = open
}

// OpenMigrator opens the migrator of the database of a URL.
func OpenMigrator(ctx context.Context, url string, opts Options) (Migrator, error) {
	scheme, _, _ := strings.Cut(url, ":")
	migrators.RLock()
	open := migrators.openers[scheme]
	migrators.RUnlock()
	if open == nil {
		return nil, fmt.Errorf("no database of kind %q: known are %s", scheme, strings.Join(schemes(), ", "))
	}
	return open(ctx, url, opts)
}
