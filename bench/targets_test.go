package main

import (
	"slices"
	"strings"
	"testing"
)

// measured is a report of some lines at 64 connections; the floor does 30,000 a second.
func measured(durability string, lines ...result) report {
	r := report{Options: options{Connections: []int{8, 64}, Durability: durability, Size: 1024, Items: 10_000}}
	r.Results = append(r.Results, result{Subject: "floor", Workload: "floor", Connections: 64, figures: figures{Rate: 30_000, Ratio: 1, CPU: 25}})
	for _, l := range lines {
		l.Connections = 64
		l.Ratio = l.Rate / 30_000
		r.Results = append(r.Results, l)
	}
	return r
}

func line(subject, workload string, rate float64) result {
	return result{Subject: subject, Workload: workload, figures: figures{Rate: rate, CPU: 40}}
}

func TestEachWorkloadHasALineOfTargets(t *testing.T) {
	var names []string
	for _, goal := range targets {
		names = append(names, goal.workload)
	}
	if all := workloadNames(); !slices.Equal(all, names) {
		t.Errorf("workloads %v, targets %v", all, names)
	}
}

func TestMissedTargets(t *testing.T) {
	for _, c := range []struct {
		name string
		r    report
		want []string // a part of each line
	}{
		{"a ratio at its target is enough", measured("normal", line("ddbsql-sqlite", "get", 30_000)), nil},
		{"a ratio below its target is missed", measured("normal", line("ddbsql-sqlite", "get", 29_000)), []string{"GetItem reaches 0.9667"}},
		{"each database has its own target", measured("normal", line("ddbsql-postgres", "get", 27_100), line("ddbsql-sqlite", "get", 27_100)), []string{"ddbsql-sqlite: GetItem"}},
		{"durability full has its own target", measured("full", line("ddbsql-sqlite", "put", 16_100), line("ddbsql-postgres", "put", 1)), nil},
		{"another server must be slower than SQLite", measured("normal", line("ddbsql-sqlite", "get", 31_000), line("other", "get", 31_000)), []string{"other does 31000"}},
		{"and need not be slower than Postgres", measured("normal", line("ddbsql-postgres", "get", 31_000), line("other", "get", 32_000)), nil},
		{"a server that lacks an operation is slower", measured("normal", line("ddbsql-sqlite", "get", 31_000), result{Subject: "other", Workload: "get", None: "400"}), nil},
		{"a workload without a target is only compared", measured("normal", line("ddbsql-sqlite", "delete", 10)), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.r.table().missed()
			if len(got) != len(c.want) {
				t.Fatalf("missed %q", got)
			}
			for i, part := range c.want {
				if !strings.Contains(got[i], part) {
					t.Errorf("%q lacks %q", got[i], part)
				}
			}
		})
	}
}

func TestMarkdownTable(t *testing.T) {
	postgres := line("ddbsql-postgres", "get", 15_000)
	postgres.PostgresCPU = 50
	r := measured("normal", line("ddbsql-sqlite", "get", 31_000), postgres, line("other", "get", 812), line("ddbsql-sqlite", "transact-write", 2000),
		result{Subject: "other", Workload: "transact-write", None: "400"})
	var b strings.Builder
	if err := printMarkdown(&b, r); err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(b.String(), "\n\n")
	want := `| operation | other | ddbsql-sqlite | ratio to floor | target ratio | met | ddbsql-postgres | ratio to floor | target ratio | met |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| GetItem | 812 (40) | 31.0k (40) | 1.0333 | 1.0000 | yes | 15.0k (40 + 50) | 0.5000 | 0.9000 | **no** |
| TransactWriteItems of 10 | none | 2.00k (40) | 0.0667 | 0.0867 | **no** | none |  |  |  |
`
	if table != want {
		t.Errorf("got\n%swant\n%s", table, want)
	}
}

func TestGobenchHasALineForEachRound(t *testing.T) {
	l := line("ddbsql-sqlite", "get", 20_000)
	l.Rounds = []figures{{Requests: 100, Rate: 20_000, Ratio: 0.5, CPU: 40, P50: 3, P99: 7}, {}, {Requests: 50, Rate: 10_000, Ratio: 0.25}}
	var b strings.Builder
	if err := printGobench(&b, measured("normal", l)); err != nil {
		t.Fatal(err)
	}
	want := `Unit ratio better=higher
pkg: github.com/ddbsql/ddbsql/bench
BenchmarkGet/subject=ddbsql-sqlite/connections=64 100 50000 ns/op 0.5 ratio 40000 cpu-ns/op 3000 p50-ns 7000 p99-ns
BenchmarkGet/subject=ddbsql-sqlite/connections=64 50 100000 ns/op 0.25 ratio
`
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}
