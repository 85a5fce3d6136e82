package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
)

// report is all that a run found out, and how.
type report struct {
	Options options  `json:"options"`
	Results []result `json:"results"`
}

// printText writes the results as a table.
func printText(w io.Writer, results []result) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "connections\tworkload\tsubject\treq/s\tp50 us\tp99 us\tp99.9 us\tmax us\tCPU us\tPostgres CPU us\talloc B\tallocs\tratio to floor\t")
	for _, r := range results {
		fmt.Fprintf(t, "%d\t%s\t%s\t", r.Connections, r.Workload, r.Subject)
		if r.None != "" {
			fmt.Fprintln(t, "none\t")
			continue
		}
		fmt.Fprintf(t, "%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%s\t%s\t%s\t%s\t%.4f\t\n", r.Rate, r.P50, r.P99, r.P999, r.Max,
			known(r.CPU, 1), known(r.PostgresCPU, 1), known(r.AllocBytes, 0), known(r.AllocObjects, 1), r.Ratio)
	}
	return t.Flush()
}

// known is a figure with so many decimals, and a dash for one that was not measured.
func known(value float64, decimals int) string {
	if value == 0 {
		return "-"
	}
	return fmt.Sprintf("%.*f", decimals, value)
}

// print writes the report in the form that its options name.
func (r report) print(w io.Writer) error {
	switch r.Options.format {
	case "markdown":
		return printMarkdown(w, r)
	case "gobench":
		return printGobench(w, r)
	case "json":
		b, err := r.json()
		if err == nil {
			_, err = w.Write(b)
		}
		return err
	}
	return printText(w, r.Results)
}

func (r report) json() ([]byte, error) {
	b, err := json.MarshalIndent(r, "", "  ")
	return append(b, '\n'), err
}

// writeJSON writes the results and how they were measured to a file.
func writeJSON(path string, r report) error {
	b, err := r.json()
	if err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o644)
}

// readJSON reads what writeJSON has written.
func readJSON(path string) (report, error) {
	var r report
	b, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(b, &r)
	}
	if err != nil {
		return r, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}
