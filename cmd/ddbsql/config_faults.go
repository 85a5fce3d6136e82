package main

import (
	"fmt"

	"github.com/spf13/pflag"

	"github.com/ddbsql/ddbsql/internal/faults"
)

// faultConfig says which requests get faults.
type faultConfig struct {
	file string
	// rules are nil for no faults, ever; see start.
	rules *faults.Rules
}

func (c *faultConfig) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&c.file, "faults", "", "JSON file with rules that give chosen requests errors, latency and other faults, to test clients")
}

// start makes the rules of a server: those of the file, and with administration those that will be added.
func (c *faultConfig) start(administered bool) error {
	if !administered && c.file == "" {
		return nil
	}
	c.rules = faults.NewRules()
	if c.file == "" {
		return nil
	}
	if err := c.rules.AddFile(c.file); err != nil {
		return fmt.Errorf("--faults: %w", err)
	}
	return nil
}
