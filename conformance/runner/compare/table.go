// Package compare sets runs side by side, and a run beside a baseline: the cases that are known to pass.
package compare

import (
	"slices"
	"strings"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// Table is several runs side by side.
type Table struct {
	Runs       []*result.Run // the columns
	Suites     []Section
	Operations []Row // over all suites
}

// Section is a suite in all runs.
type Section struct {
	Name, Title string
	Total       Row
	Files       []Row
	Operations  []Row
}

// Row is a suite, a file or an operation, with a cell for each run.
type Row struct {
	Name  string
	Cells []Cell
}

// Cell is what one run has counted. Broke is the state of a suite that did not come to its end.
type Cell struct {
	result.Tally
	Present bool
	Broke   string
}

// String is "41/41", with the state of a suite that did not come to its end, and "-" for what is not part of a run.
func (c Cell) String() string {
	switch {
	case !c.Present:
		return "-"
	case c.Broke == "":
		return c.Tally.String()
	case c.Total == 0:
		return c.Broke
	}
	return c.Tally.String() + " " + c.Broke
}

// Whole tells whether everything passed.
func (c Cell) Whole() bool { return c.Present && c.Passed == c.Total && c.Total > 0 && c.Broke == "" }

// New makes the table of some runs, suites in the order of their tiers and then of the runs.
func New(runs []*result.Run) Table {
	t := Table{Runs: runs}
	for _, s := range suitesOf(runs) {
		t.Suites = append(t.Suites, newSection(s, runs))
	}
	t.Operations = rows(runs, func(r *result.Run) []result.Tally { return r.Operations() })
	return t
}

// suitesOf gives each suite once.
func suitesOf(runs []*result.Run) []result.Suite {
	var all []result.Suite
	for _, r := range runs {
		for _, s := range r.Suites {
			if !slices.ContainsFunc(all, func(other result.Suite) bool { return other.Name == s.Name }) {
				all = append(all, s)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b result.Suite) int { return a.Tier - b.Tier })
	return all
}

func newSection(s result.Suite, runs []*result.Run) Section {
	section := Section{Name: s.Name, Title: s.Title, Total: Row{Name: s.Name}}
	for _, r := range runs {
		cell := Cell{}
		if in := Suite(r, s.Name); in != nil {
			cell = Cell{Tally: in.Total(), Present: true}
			if in.Broke() {
				cell.Broke = in.State
			}
		}
		section.Total.Cells = append(section.Total.Cells, cell)
	}
	of := func(count func(result.Suite) []result.Tally) func(*result.Run) []result.Tally {
		return func(r *result.Run) []result.Tally {
			if in := Suite(r, s.Name); in != nil {
				return count(*in)
			}
			return nil
		}
	}
	section.Files = rows(runs, of(result.Suite.Files))
	section.Operations = rows(runs, of(result.Suite.Operations))
	return section
}

// rows gives a row for each name that any run counts.
func rows(runs []*result.Run, count func(*result.Run) []result.Tally) []Row {
	var all []Row
	at := map[string]int{}
	for column, r := range runs {
		for _, t := range count(r) {
			row, known := at[t.Name]
			if !known {
				row = len(all)
				at[t.Name] = row
				all = append(all, Row{Name: t.Name, Cells: make([]Cell, len(runs))})
			}
			all[row].Cells[column] = Cell{Tally: t, Present: true}
		}
	}
	slices.SortFunc(all, func(a, b Row) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// Suite is the suite of this name in a run, nil if it has none.
func Suite(r *result.Run, name string) *result.Suite {
	for i := range r.Suites {
		if r.Suites[i].Name == name {
			return &r.Suites[i]
		}
	}
	return nil
}
