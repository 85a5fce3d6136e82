package main

import (
	"fmt"
	"time"

	"github.com/spf13/pflag"
)

// drainConfig says how a server stops.
type drainConfig struct{ grace time.Duration }

func (c *drainConfig) addFlags(flags *pflag.FlagSet) {
	flags.DurationVar(&c.grace, "drain", 0, "how long to serve on after SIGTERM while /readyz fails, so that a load balancer notices; running requests end in any case")
}

func (c *drainConfig) check() error {
	if c.grace < 0 {
		return fmt.Errorf("--drain is %s, cannot be negative", c.grace)
	}
	return nil
}
