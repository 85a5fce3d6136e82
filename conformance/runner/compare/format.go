package compare

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/ddbsql/ddbsql/conformance/runner/matrix"
)

// Text is the table for a terminal; operations adds a row for each operation.
func (t Table) Text(operations bool) string {
	lines := [][]string{t.heading("suite / file")}
	for _, s := range t.Suites {
		lines = append(lines, s.Total.line(""))
		for _, row := range s.Files {
			lines = append(lines, row.line("  "))
		}
	}
	if operations && len(t.Operations) > 0 {
		lines = append(lines, []string{"operations"})
		for _, row := range t.Operations {
			lines = append(lines, row.line("  "))
		}
	}
	return columns(lines)
}

// Markdown is the totals, then a table for each suite; operations adds one of operations.
func (t Table) Markdown(operations bool) string {
	var b strings.Builder
	totals := make([]Row, len(t.Suites))
	for i, s := range t.Suites {
		totals[i] = s.Total
	}
	t.markdownTable(&b, "suite", totals)
	for _, r := range t.Runs {
		fmt.Fprintf(&b, "\n- %s: %s, %s\n", matrix.Escape(r.Label), matrix.Escape(r.URL), r.Summary())
		for _, line := range r.Remarks() {
			fmt.Fprintf(&b, "  - %s\n", matrix.Escape(line))
		}
	}
	for _, s := range t.Suites {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", matrix.Escape(s.Name), matrix.Escape(s.Title))
		t.markdownTable(&b, "file", s.Files)
	}
	if operations && len(t.Operations) > 0 {
		b.WriteString("\n## Operations, over all suites\n")
		t.markdownTable(&b, "operation", t.Operations)
	}
	return b.String()
}

func (t Table) markdownTable(b *strings.Builder, first string, rows []Row) {
	if len(rows) == 0 {
		return
	}
	b.WriteByte('\n')
	markdownLine(b, t.heading(first))
	fmt.Fprintf(b, "| --- |%s\n", strings.Repeat(" ---: |", len(t.Runs)))
	for _, row := range rows {
		markdownLine(b, row.line(""))
	}
}

func markdownLine(b *strings.Builder, cells []string) {
	for _, cell := range cells {
		fmt.Fprintf(b, "| %s ", matrix.Escape(cell))
	}
	b.WriteString("|\n")
}

func (t Table) heading(first string) []string {
	line := []string{first}
	for _, r := range t.Runs {
		line = append(line, r.Label)
	}
	return line
}

func (r Row) line(indent string) []string {
	line := []string{indent + r.Name}
	for _, c := range r.Cells {
		line = append(line, c.String())
	}
	return line
}

// columns aligns cells: the first column to the left, others to the right.
func columns(lines [][]string) string {
	var widths []int
	for _, line := range lines {
		for i, cell := range line {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	for _, line := range lines {
		for i, cell := range line {
			switch {
			case i > 0:
				fmt.Fprintf(&b, "  %*s", widths[i], cell)
			case len(line) == 1:
				b.WriteString(cell)
			default:
				fmt.Fprintf(&b, "%-*s", widths[0], cell)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}
