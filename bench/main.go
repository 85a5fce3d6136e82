// Command bench measures servers against the floor of what net/http costs, in one interleaved run. README.md beside it says how it is
// used and what its figures mean.
//
//	go run ./bench                      builds ddbsql and measures it on a SQLite file
//	go run ./bench --db postgres        the same on Postgres (DDBSQL_TEST_POSTGRES, or a server started for it)
//	go run ./bench --subjects ddbsql-sqlite,dynoxide,dynamodb-local,dynalite --format markdown
//	go run ./bench --compare OLD.json NEW.json
//	go run ./bench --startup            measures start and idle memory of ddbsql on an existing SQLite file
//	go run ./bench --sweep              measures other requests while expired items are removed
//	go run ./bench --tail               measures the slowest requests, also while work is done in the background
//	go run ./bench --scale              measures how the work of a request grows with what is stored
//
// It is a closed loop: each connection sends its next request when it has the answer to the last one. For each number of
// connections, every round measures for each workload first the floor and then each server in turn; the figures printed are medians over
// the rounds, so that a slow moment of the machine hits all alike. The generator runs on the same machine as the servers: compare ratios,
// not rates of different machines.
package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	o, err := parseOptions(os.Args[1:])
	if err == nil && o.floor != "" {
		err = serveFloor(o.floor)
	} else if err == nil {
		err = run(o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run does what the options ask for.
func run(o options) error {
	dir, err := os.MkdirTemp("", "ddbsql-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	st := &starter{options: o, dir: dir}
	switch {
	case o.compare:
		return compare(dir, o.files)
	case o.startup:
		return measureStartup(st)
	case o.sweep:
		return measureSweep(st)
	case o.tail:
		return measureTail(st)
	case o.scale:
		return measureScale(st)
	}
	results, err := measureSubjects(st)
	if err != nil {
		return err
	}
	return deliver(report{o, results})
}

// deliver prints the results in the form asked for, and writes them to a file if one is named. With --check, a missed target is an error.
func deliver(r report) error {
	if r.Options.jsonPath != "" {
		if err := writeJSON(r.Options.jsonPath, r); err != nil {
			return err
		}
	}
	if err := r.print(os.Stdout); err != nil {
		return err
	}
	if missed := r.table().missed(); r.Options.check && len(missed) > 0 {
		return fmt.Errorf("%d targets are missed:\n%s", len(missed), strings.Join(missed, "\n"))
	}
	return nil
}
