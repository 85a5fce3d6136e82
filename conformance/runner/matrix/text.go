// Package matrix writes the result of a run for people and for programs: text, Markdown, JSON and JUnit's XML.
package matrix

import (
	"fmt"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// Text is the matrix for a terminal.
func Text(r *result.Run) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n%s\n", r.Label, r.URL, r.Summary())
	for _, line := range r.Remarks() {
		fmt.Fprintf(&b, "%s\n", line)
	}
	for _, d := range r.Restarts {
		fmt.Fprintf(&b, "\nlast lines of the server before %s\n  %s\n", d.At.Format(time.RFC3339), strings.Join(d.Output, "\n  "))
	}
	for _, s := range r.Suites {
		suiteText(&b, s)
	}
	if operations := r.Operations(); len(operations) > 0 {
		b.WriteString("\noperations of all suites\n")
		tallyText(&b, operations)
	}
	if failures := failures(r); len(failures) > 0 {
		fmt.Fprintf(&b, "\nfailures\n  %s\n", strings.Join(failures, "\n  "))
	}
	return b.String()
}

func suiteText(b *strings.Builder, s result.Suite) {
	t := s.Total()
	fmt.Fprintf(b, "\n%s: %s, %s%s  (%s)\n", s.Name, s.State, t, counts(t), s.Title)
	if s.Why != "" {
		fmt.Fprintf(b, "  %s\n", s.Why)
	}
	for _, line := range s.Output {
		fmt.Fprintf(b, "    %s\n", line)
	}
	for _, note := range s.Notes {
		fmt.Fprintf(b, "  note: %s\n", note)
	}
	tallyText(b, s.Files())
}

// counts is what a fraction does not say: ", 3 skipped, 2 missing".
func counts(t result.Tally) string {
	var b strings.Builder
	if failed := t.Failed(); failed > 0 {
		fmt.Fprintf(&b, ", %d failed", failed)
	}
	if t.Missing > 0 {
		fmt.Fprintf(&b, ", %d missing", t.Missing)
	}
	if t.Skipped > 0 {
		fmt.Fprintf(&b, ", %d skipped", t.Skipped)
	}
	return b.String()
}

func tallyText(b *strings.Builder, tallies []result.Tally) {
	width := 0
	for _, t := range tallies {
		width = max(width, len([]rune(t.Name)))
	}
	for _, t := range tallies {
		fmt.Fprintf(b, "  %-*s  %s%s\n", width, t.Name, t, counts(t))
	}
}

// failures are all failing cases in a line each.
func failures(r *result.Run) []string {
	var lines []string
	for _, s := range r.Suites {
		for _, c := range s.Failures() {
			lines = append(lines, CaseLine(s.Name, c))
		}
	}
	return lines
}

// CaseLine is "suite file::case: message".
func CaseLine(suite string, c result.Case) string {
	line := suite + " " + c.Key()
	if c.Message != "" {
		line += ": " + c.Message
	}
	return line
}
