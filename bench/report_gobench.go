package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// benchstat compares results in Go's benchmark format.
const benchstat = "golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da"

// gobenchUnits are the figures of a round in Go's benchmark format.
var gobenchUnits = []struct {
	unit   string
	figure func(figures) float64
}{
	{"ns/op", func(f figures) float64 { return 1e9 / f.Rate }}, // of all connections together
	{"ratio", func(f figures) float64 { return f.Ratio }},
	{"cpu-ns/op", func(f figures) float64 { return f.CPU * 1000 }},
	{"postgres-cpu-ns/op", func(f figures) float64 { return f.PostgresCPU * 1000 }},
	{"p50-ns", func(f figures) float64 { return f.P50 * 1000 }},
	{"p99-ns", func(f figures) float64 { return f.P99 * 1000 }},
	{"B/op", func(f figures) float64 { return f.AllocBytes }},
	{"allocs/op", func(f figures) float64 { return f.AllocObjects }},
}

// printGobench writes each round as a line of Go's benchmark format.
// https://go.googlesource.com/proposal/+/master/design/14313-benchmark-format.md
func printGobench(w io.Writer, r report) error {
	text := "Unit ratio better=higher\npkg: github.com/ddbsql/ddbsql/bench\n"
	for _, res := range r.Results {
		name := "Benchmark" + strings.ToUpper(res.Workload[:1]) + res.Workload[1:]
		for _, round := range res.Rounds {
			if round.Requests == 0 {
				continue
			}
			text += fmt.Sprintf("%s/subject=%s/connections=%d %.0f", name, res.Subject, res.Connections, round.Requests)
			for _, u := range gobenchUnits {
				if value := u.figure(round); value > 0 {
					text += fmt.Sprintf(" %.6g %s", value, u.unit)
				}
			}
			text += "\n"
		}
	}
	_, err := io.WriteString(w, text)
	return err
}

// compare has benchstat compare the results in two files.
func compare(dir string, files []string) error {
	root, err := server.Root()
	if err != nil {
		return err
	}
	args := []string{"run", benchstat}
	for i, path := range files {
		r, err := readJSON(path)
		if err != nil {
			return err
		}
		name := []string{"old", "new"}[i]
		text, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		if err := printGobench(text, r); err != nil {
			return err
		}
		if err := text.Close(); err != nil {
			return err
		}
		args = append(args, name+"="+text.Name())
	}
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = root, os.Stdout, os.Stderr
	return cmd.Run()
}
