package main

import (
	"fmt"

	"github.com/spf13/pflag"

	"github.com/ddbsql/ddbsql/internal/namespaces"
)

// namespacesConfig says what keeps data apart.
type namespacesConfig struct {
	mode string
	open int // at a time; 0 for the database's default
	// snapshots is the folder of snapshots on SQLite; empty for one beside the database, or a temporary one in memory.
	snapshots string
}

func (c *namespacesConfig) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&c.mode, "namespaces", string(namespaces.Off), "off, access-key or account-region: whose data is kept apart")
	flags.IntVar(&c.open, "namespaces-open", 0, "namespaces whose databases are open at a time; 0 means 16, or 1000 in memory")
	flags.StringVar(&c.snapshots, "snapshots", "", "folder of snapshots on SQLite; by default one beside the database, in memory a temporary one")
}

func (c *namespacesConfig) check() error {
	switch namespaces.Mode(c.mode) {
	case namespaces.Off, namespaces.AccessKey, namespaces.AccountRegion:
	default:
		return fmt.Errorf("--namespaces is %q, must be off or access-key or account-region", c.mode)
	}
	if c.open < 0 {
		return fmt.Errorf("--namespaces-open is %d, must not be negative", c.open)
	}
	return nil
}

// on tells whether data is kept apart.
func (c *namespacesConfig) on() bool { return namespaces.Mode(c.mode) != namespaces.Off }

// signedRegion is the region that signatures must be of: that of the server, or any where each has data of its own.
func (c *namespacesConfig) signedRegion(region string) string {
	if namespaces.Mode(c.mode) == namespaces.AccountRegion {
		return ""
	}
	return region
}

// mostNamespaces is how many namespaces are open at a time: as many as their connections to Postgres allow.
func (c *config) mostNamespaces() int {
	most := mostFiles
	if inMemory(c.db) {
		most = mostInMemory
	}
	if c.namespaces.open > 0 {
		most = c.namespaces.open
	}
	if budget := c.postgres.connections; isPostgres(c.db) && budget > 0 {
		most = max(1, min(most, (budget-leastConnections)/leastConnections))
	}
	return most
}

// mainConnections is how many connections the main database has beside those of the namespaces: what is left of --db-connections, 0 if there
// is no such limit.
func (c *config) mainConnections() int {
	if c.postgres.connections == 0 || !isPostgres(c.db) {
		return 0
	}
	return max(leastConnections, c.postgres.connections-c.mostNamespaces()*leastConnections)
}
