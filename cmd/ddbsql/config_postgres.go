package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/ddbsql/ddbsql/backends"
)

// postgresConfig says how a database is used; all but its schema is for Postgres alone.
type postgresConfig struct {
	connections      int           // 0: as many as the URL says
	statementTimeout time.Duration // 0: none
	pooler           string
	readReplica      string
	keepSchema       bool
}

// leastConnections are those of the groups of writes, and two for everybody else.
const leastConnections = 4

// poolers are the values of --db-pooler, in the order of the kinds of poolers.
var poolers = []string{backends.PoolerNone: "none", backends.PoolerSession: "session", backends.PoolerTransaction: "transaction", backends.PoolerPrepared: "prepared"}

func (c *postgresConfig) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&c.readReplica, "db-read-replica", "", "postgres://... of a standby of --db, which answers reads that need not be consistent")
	flags.BoolVar(&c.keepSchema, "db-keep-schema", false, "refuse a database whose schema is not up to date, rather than to migrate it; ddbsql migrate up does that")
	flags.IntVar(&c.connections, "db-connections", 0, "connections to Postgres at most, all pools together; 0 for 2 more than the URL's pool_max_conns, or 18")
	flags.DurationVar(&c.statementTimeout, "db-statement-timeout", 30*time.Second, "how long Postgres may take for the statements of a request; definitions may take ten times as long; 0 for any time")
	flags.StringVar(&c.pooler, "db-pooler", "none", "what stands before Postgres: none, or a pooler (PgBouncer) of sessions: session, of transactions: transaction, or prepared if it takes prepared statements along")
}

func (c *postgresConfig) check() error {
	switch {
	case c.connections != 0 && c.connections < leastConnections:
		return fmt.Errorf("--db-connections is %d, must be 0 or at least %d", c.connections, leastConnections)
	case c.statementTimeout < 0 || c.statementTimeout > 0 && c.statementTimeout < time.Millisecond:
		return fmt.Errorf("--db-statement-timeout is %s, must be 0 or at least 1ms", c.statementTimeout)
	case !slices.Contains(poolers, c.pooler):
		return fmt.Errorf("--db-pooler is %q, must be %s", c.pooler, strings.Join(poolers, " or "))
	}
	return nil
}

// apply sets the backend's options.
func (c *postgresConfig) apply(o *backends.Options) {
	o.Connections, o.StatementTimeout, o.ReadReplica = c.connections, c.statementTimeout, c.readReplica
	o.KeepSchema = c.keepSchema
	o.Pooler = backends.Pooler(max(slices.Index(poolers, c.pooler), 0)) // the command line of DynamoDB Local names none
}
