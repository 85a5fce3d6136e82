package main

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/spf13/pflag"

	"github.com/ddbsql/ddbsql/backends"
)

// slowConfig says which SQL statements the log tells of.
type slowConfig struct {
	least time.Duration
	log   *backends.SlowLog // of all databases of the process; nil for none, and before start
}

func (c *slowConfig) addFlags(flags *pflag.FlagSet) {
	flags.DurationVar(&c.least, "slow-statement", 0, "log the names of SQL statements that take so long or longer, at level warn; 0 for none")
}

func (c *slowConfig) check() error {
	if c.least < 0 {
		return fmt.Errorf("--slow-statement is %s, cannot be negative", c.least)
	}
	return nil
}

// start begins the log of a server.
func (c *slowConfig) start(log *slog.Logger) { c.log = backends.NewSlowLog(log, c.least) }
