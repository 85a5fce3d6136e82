package main

import (
	"slices"
	"strings"
	"testing"
)

func TestOptions(t *testing.T) {
	for _, c := range []struct {
		name, args string
		subjects   []string
		tables     int
		wrong      string // a part of the error
	}{
		{name: "nothing is ddbsql on a SQLite file", subjects: []string{"ddbsql-sqlite"}, tables: 2},
		{name: "a database of its own names the subject", args: "--db postgres://x@y/z", subjects: []string{"ddbsql-postgres"}, tables: 2},
		{name: "two databases are two subjects", args: "--db sqlite:/a.db,postgres", subjects: []string{"ddbsql-sqlite", "ddbsql-postgres"}, tables: 2},
		{name: "subjects are measured in the order given", args: "--subjects dynalite,ddbsql-sqlite --subject other=http://host:1", subjects: []string{"dynalite", "ddbsql-sqlite", "other=http://host:1"}, tables: 2},
		{name: "a server that runs", args: "--url http://host:1", subjects: []string{"server=http://host:1"}, tables: 2},
		{name: "only tables that are asked are filled", args: "--workloads put,get", subjects: []string{"ddbsql-sqlite"}, tables: 1},
		{name: "a workload that is not there", args: "--workloads get,gat", wrong: "gat"},
		{name: "no connections", args: "--connections 0", wrong: "connections"},
		{name: "items that do not fill their partitions", args: "--items 150", wrong: "multiple of 100"},
		{name: "items that are too small", args: "--size 100", wrong: "200 to"},
		{name: "a format that is not there", args: "--format xml", wrong: "xml"},
		{name: "a comparison of one", args: "--compare a.json", wrong: "two files"},
		{name: "a word that is no flag", args: "fast", wrong: "fast"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o, err := parseOptions(strings.Fields(c.args))
			if c.wrong != "" {
				if err == nil || !strings.Contains(err.Error(), c.wrong) {
					t.Errorf("%v", err)
				}
				return
			}
			if err != nil || !slices.Equal(o.Subjects, c.subjects) || len(o.tables()) != c.tables {
				t.Errorf("subjects %v, %d tables, %v", o.Subjects, len(o.tables()), err)
			}
		})
	}
}
