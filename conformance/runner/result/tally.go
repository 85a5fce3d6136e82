package result

import (
	"fmt"
	"slices"
	"strings"
)

// Tally counts cases. Skipped cases are not part of the total, announced ones that told no result are.
type Tally struct {
	Name    string `json:"name"`
	Passed  int    `json:"passed"`
	Total   int    `json:"total"` // passed, failed and missing ones
	Skipped int    `json:"skipped"`
	Missing int    `json:"missing,omitempty"` // announced, without a result
}

// String is the form of all matrices: "41/41".
func (t Tally) String() string { return fmt.Sprintf("%d/%d", t.Passed, t.Total) }

// Failed is how many cases told of a failure.
func (t Tally) Failed() int { return t.Total - t.Passed - t.Missing }

func (t *Tally) count(c Case) {
	switch c.Result {
	case Pass:
		t.Passed++
		t.Total++
	case Skip:
		t.Skipped++
	default:
		t.Total++
	}
}

// Total counts all cases of a suite.
func (s Suite) Total() Tally {
	sum := Tally{Name: s.Name}
	for _, t := range s.Files() {
		sum.Passed += t.Passed
		sum.Total += t.Total
		sum.Skipped += t.Skipped
		sum.Missing += t.Missing
	}
	return sum
}

// Files counts the cases of each file, in the order of their names.
func (s Suite) Files() []Tally {
	by := tallies{}
	seen := map[string]int{}
	for _, c := range s.Cases {
		by.of(c.File).count(c)
		seen[c.File]++
	}
	for file, planned := range s.Planned {
		if missing := planned - seen[file]; missing > 0 {
			t := by.of(file)
			t.Missing += missing
			t.Total += missing
		}
	}
	return by.sorted()
}

// Operations counts the cases of each operation that a case names.
func (s Suite) Operations() []Tally { return operations([]Suite{s}) }

// Operations counts over all suites.
func (r *Run) Operations() []Tally { return operations(r.Suites) }

func operations(suites []Suite) []Tally {
	by := tallies{}
	for _, s := range suites {
		for _, c := range s.Cases {
			if c.Operation != "" {
				by.of(c.Operation).count(c)
			}
		}
	}
	return by.sorted()
}

// Failures are the cases that failed, in the order of files.
func (s Suite) Failures() []Case {
	var failures []Case
	for _, c := range s.Cases {
		if c.Result == Fail {
			failures = append(failures, c)
		}
	}
	slices.SortStableFunc(failures, func(a, b Case) int { return strings.Compare(a.File, b.File) })
	return failures
}

type tallies map[string]*Tally

func (t tallies) of(name string) *Tally {
	if t[name] == nil {
		t[name] = &Tally{Name: name}
	}
	return t[name]
}

func (t tallies) sorted() []Tally {
	all := make([]Tally, 0, len(t))
	for _, one := range t {
		all = append(all, *one)
	}
	slices.SortFunc(all, func(a, b Tally) int { return strings.Compare(a.Name, b.Name) })
	return all
}
