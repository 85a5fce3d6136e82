package main

import (
	"fmt"
	"io"
	"strings"
)

// printMarkdown writes a table of what was measured at the highest number of connections: a line for each operation, a column for each
// server, and for each of ours how far it is from its target.
func printMarkdown(w io.Writer, r report) error {
	t := r.table()
	others, ours := t.subjects()
	header := append([]string{"operation"}, others...)
	for _, name := range ours {
		header = append(header, name, "ratio to floor", "target ratio", "met")
	}
	o := r.Options
	base, _ := t.line(floor.name, floor.name)
	text := fmt.Sprintf("Requests per second (server CPU in microseconds per request); %d connections, items of %d bytes, %d in each table, durability %s. The floor, a bare net/http echo, does %s.\n\n",
		t.connections, o.Size, o.Items, o.Durability, cell(base))
	text += markdownRow(header) + markdownRow(strings.Split(strings.Repeat("---,", len(header)-1)+"---", ","))
	for _, goal := range targets {
		if row, measured := t.row(goal, others, ours); measured {
			text += markdownRow(row)
		}
	}
	_, err := io.WriteString(w, text)
	return err
}

func markdownRow(cells []string) string { return "| " + strings.Join(cells, " | ") + " |\n" }

// row is an operation's line; false, if nobody was asked.
func (t resultTable) row(goal target, others, ours []string) (cells []string, measured bool) {
	cells = []string{goal.operation}
	for _, name := range others {
		r, ok := t.line(name, goal.workload)
		measured = measured || ok
		if !ok {
			cells = append(cells, "none")
			continue
		}
		cells = append(cells, cell(r))
	}
	for _, name := range ours {
		r, ok := t.line(name, goal.workload)
		measured = measured || ok
		if !ok {
			cells = append(cells, "none", "", "", "")
			continue
		}
		cells = append(cells, cell(r), fmt.Sprintf("%.4f", r.Ratio))
		cells = append(cells, verdictCells(r.Ratio, goal.of(name, t.Options.Durability))...)
	}
	return cells, measured
}

func verdictCells(ratio, want float64) []string {
	switch {
	case want == 0:
		return []string{"", ""}
	case ratio < want:
		return []string{fmt.Sprintf("%.4f", want), "**no**"}
	}
	return []string{fmt.Sprintf("%.4f", want), "yes"}
}

// cell is a rate and the CPU behind it, with Postgres' own if it was measured.
func cell(r result) string {
	if r.PostgresCPU > 0 {
		return fmt.Sprintf("%s (%.0f + %.0f)", thousands(r.Rate), r.CPU, r.PostgresCPU)
	}
	return fmt.Sprintf("%s (%.0f)", thousands(r.Rate), r.CPU)
}

// thousands writes a rate with two or three digits that count.
func thousands(rate float64) string {
	switch {
	case rate >= 10_000:
		return fmt.Sprintf("%.1fk", rate/1000)
	case rate >= 1000:
		return fmt.Sprintf("%.2fk", rate/1000)
	case rate >= 10:
		return fmt.Sprintf("%.0f", rate)
	}
	return fmt.Sprintf("%.1f", rate)
}
