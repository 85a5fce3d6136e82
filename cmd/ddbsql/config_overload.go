package main

import (
	"fmt"
	"time"

	"github.com/spf13/pflag"

	"github.com/ddbsql/ddbsql/internal/server"
)

// overloadConfig says what becomes of more requests than can be served.
type overloadConfig struct {
	wait   time.Duration
	memory int64 // bytes; 0 for a share of the machine's
}

func (c *overloadConfig) addFlags(flags *pflag.FlagSet) {
	flags.DurationVar(&c.wait, "max-wait", server.DefaultMaxWait, "how long an operation waits for its turn until it is refused; 0 refuses it at once")
	flags.Int64Var(&c.memory, "max-memory", 0, "bytes that bodies of requests and answers on their way may hold; 0 for a quarter of the machine's or container's, 128 MB to 1 GB")
}

func (c *overloadConfig) check() error {
	switch {
	case c.wait < 0:
		return fmt.Errorf("--max-wait is %s, cannot be negative", c.wait)
	case c.memory != 0 && c.memory < server.LeastMemory:
		return fmt.Errorf("--max-memory is %d, must be 0 or at least %d", c.memory, server.LeastMemory)
	}
	return nil
}

// apply sets the server's options.
func (c *overloadConfig) apply(o *server.Options) {
	if o.MaxWait = c.wait; c.wait == 0 {
		o.MaxWait = -1 // the server takes 0 for its default
	}
	if o.MaxMemory = c.memory; c.memory == 0 {
		o.MaxMemory = shareOf(memoryLimit("/"))
	}
}
