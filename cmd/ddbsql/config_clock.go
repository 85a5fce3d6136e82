package main

import (
	"fmt"
	"time"

	"github.com/spf13/pflag"

	"github.com/ddbsql/ddbsql/internal/clock"
)

// clockConfig is the time that decides about data.
type clockConfig struct {
	offset time.Duration
	// clock is nil for the machine's clock; see start.
	clock *clock.Clock
}

// mostOffset keeps the clock within what it could be set to.
const mostOffset = 50 * 365 * 24 * time.Hour

func (c *clockConfig) addFlags(flags *pflag.FlagSet) {
	flags.DurationVar(&c.offset, "clock-offset", 0, "how far the time that decides about data is ahead of the machine's clock, behind if negative")
}

func (c *clockConfig) check() error {
	if c.offset.Abs() > mostOffset {
		return fmt.Errorf("--clock-offset is %s, must be within %s", c.offset, mostOffset)
	}
	return nil
}

// start makes the clock of a server, if it is not the machine's for good: with administration it can be moved.
func (c *clockConfig) start(movable bool) {
	if movable || c.offset != 0 {
		c.clock = clock.New(c.offset)
	}
}
