// Command bench measures a server against the floor of what net/http costs, in one interleaved run.
//
//	go run ./bench                      builds ddbsql and measures it on a SQLite file
//	go run ./bench --db postgres        the same on Postgres (DDBSQL_TEST_POSTGRES, or a server started for it)
//	go run ./bench --url http://host:p  measures a server that runs already (--pid gives its CPU)
//	go run ./bench --startup            measures start and idle memory of ddbsql on an existing SQLite file
//	go run ./bench --sweep              measures other requests while expired items are removed
//	go run ./bench --tail               measures the slowest requests, also while work is done in the background
//	go run ./bench --server 'cmd ...'   starts another server; {listen} in the command becomes host:port
//
// It is a closed loop: each connection sends its next request when it has the answer to the last one. For each number of
// connections, every round measures the floor and then each workload; the figures printed are medians over the rounds, so
// that a slow moment of the machine hits all alike. The generator runs on the same machine as the servers: compare ratios,
// not rates of different machines. The CPU figure is that of the server's process; with Postgres, Postgres's own comes on top.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
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

// run starts what is needed, measures and reports.
func run(o options) error {
	dir, err := os.MkdirTemp("", "ddbsql-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	switch {
	case o.startup:
		return measureStartup(dir)
	case o.sweep:
		return measureSweep(o, dir)
	case o.tail:
		return measureTail(o, dir)
	}
	subject, stop, err := startSubject(o, filepath.Clean(dir))
	if err != nil {
		return err
	}
	defer stop()
	echo, err := startFloor()
	if err != nil {
		return err
	}
	defer echo.Kill()
	base := side{address: address(echo.URL), pid: echo.PID()}
	if err := load(subject.address, o.Items); err != nil {
		return err
	}
	results, err := measureAll(o, base, subject)
	if err != nil {
		return err
	}
	if err := printText(os.Stdout, results); err != nil {
		return err
	}
	if o.jsonPath != "" {
		return writeJSON(o.jsonPath, o, results)
	}
	return nil
}

// measureAll runs all rounds at all numbers of connections.
func measureAll(o options, base, subject side) ([]result, error) {
	var results []result
	for _, connections := range o.Connections {
		samples := map[string][]sample{}
		for round := range o.Rounds {
			for _, w := range slices.Concat([]workload{floor}, o.selected()) {
				target := subject
				if w.name == floor.name {
					target = base
				}
				s, err := measure(target, w, connections, time.Duration(o.Seconds*float64(time.Second)), o.Items, uint64(round*100+connections))
				if err != nil {
					return nil, err
				}
				samples[w.name] = append(samples[w.name], s)
			}
		}
		floors := samples[floor.name]
		for _, w := range slices.Concat([]workload{floor}, o.selected()) {
			results = append(results, summarize(w.name, connections, samples[w.name], floors))
		}
	}
	return results, nil
}
