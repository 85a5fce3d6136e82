package main

import (
	"fmt"
	"slices"
)

// target is what a workload shall reach: its rate over that of the floor just before, at 64 connections with items of 1 KB. 0: nothing
// is set.
type target struct {
	workload  string
	operation string // as it is called in the table of results
	sqlite    float64
	postgres  float64 // with synchronous_commit off
	full      float64 // on SQLite with durability full
}

// floorRate is the rate of the floor on the machine on which the targets were set, in thousands a second; the targets are rates there.
const floorRate = 30

var targets = []target{
	{workload: "get", operation: "GetItem", sqlite: 30.0 / floorRate, postgres: 27.0 / floorRate},
	{workload: "put", operation: "PutItem", sqlite: 20.0 / floorRate, postgres: 14.0 / floorRate, full: 16.0 / floorRate},
	{workload: "put-if", operation: "PutItem with a condition", sqlite: 17.0 / floorRate, postgres: 10.0 / floorRate},
	{workload: "update", operation: "UpdateItem with arithmetic", sqlite: 17.0 / floorRate, postgres: 9.0 / floorRate},
	{workload: "delete", operation: "DeleteItem"},
	{workload: "query", operation: "Query of 100 items", sqlite: 9.0 / floorRate, postgres: 2.3 / floorRate},
	{workload: "query-gsi", operation: "Query of 25 items on a GSI", sqlite: 12.0 / floorRate, postgres: 5.0 / floorRate},
	{workload: "scan-filter", operation: "Scan page of 1 MB with a filter", sqlite: 1.0 / floorRate, postgres: 0.35 / floorRate},
	{workload: "batch-get", operation: "BatchGetItem of 100", sqlite: 4.0 / floorRate, postgres: 1.5 / floorRate},
	{workload: "batch-write", operation: "BatchWriteItem of 25", sqlite: 1.2 / floorRate, postgres: 1.2 / floorRate},
	{workload: "transact-write", operation: "TransactWriteItems of 10", sqlite: 2.6 / floorRate, postgres: 1.3 / floorRate},
	{workload: "transact-get", operation: "TransactGetItems of 10"},
	{workload: "mixed-90-10", operation: "90 % GetItem, 10 % PutItem"},
	{workload: "mixed-50-50", operation: "50 % GetItem, 50 % PutItem"},
}

// of is the ratio that a subject shall reach, 0 for one without a target.
func (t target) of(subject, durability string) float64 {
	switch {
	case subject == oursPrefix+"sqlite" && durability == "full":
		return t.full
	case subject == oursPrefix+"sqlite":
		return t.sqlite
	case subject == oursPrefix+"postgres" && durability == "normal":
		return t.postgres
	}
	return 0
}

// table of a report's results at its highest number of connections.
type resultTable struct {
	report
	connections int
}

func (r report) table() resultTable { return resultTable{r, slices.Max(r.Options.Connections)} }

// line finds a subject's result; false, if it was not measured or could not be.
func (t resultTable) line(subject, workload string) (result, bool) {
	for _, r := range t.Results {
		if r.Subject == subject && r.Workload == workload && r.Connections == t.connections {
			return r, r.None == ""
		}
	}
	return result{}, false
}

// subjects are the names of all that were measured, ours behind the others.
func (t resultTable) subjects() (others, ours []string) {
	for _, r := range t.Results {
		list := &others
		if isOurs(r.Subject) {
			list = &ours
		}
		if r.Subject != floor.name && !slices.Contains(*list, r.Subject) {
			*list = append(*list, r.Subject)
		}
	}
	return others, ours
}

// missed says, line by line, which targets ours did not reach, and where another server was faster than ours on SQLite.
func (t resultTable) missed() []string {
	var missed []string
	others, ours := t.subjects()
	for _, goal := range targets {
		for _, name := range ours {
			r, ok := t.line(name, goal.workload)
			if !ok {
				continue
			}
			if want := goal.of(name, t.Options.Durability); r.Ratio < want {
				missed = append(missed, fmt.Sprintf("%s: %s reaches %.4f of the floor instead of %.4f", name, goal.operation, r.Ratio, want))
			}
			for _, other := range others {
				if o, ok := t.line(other, goal.workload); ok && name == oursPrefix+"sqlite" && o.Rate >= r.Rate {
					missed = append(missed, fmt.Sprintf("%s: %s is %.0f a second, %s does %.0f", name, goal.operation, r.Rate, other, o.Rate))
				}
			}
		}
	}
	return missed
}
