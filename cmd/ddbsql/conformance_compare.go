package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/ddbsql/ddbsql/conformance/runner/compare"
	"github.com/ddbsql/ddbsql/conformance/runner/page"
	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// comparison are the flags of compare.
type comparison struct {
	format, baseline, write string
	operations              bool
	suites                  []string
}

func newConformanceCompare() *cobra.Command {
	var c comparison
	cmd := &cobra.Command{
		Use:   "compare RESULT...",
		Short: "Set runs side by side; with --baseline exit 1 if anything passes no more",
		Long: "compare sets runs side by side: a column for each, a row for each suite and file. A RESULT is the folder of a run or its\n" +
			"matrix.json. With --baseline it prints, instead, a line for each case that the baseline promises and that failed, was\n" +
			"skipped or is missing, and exits with status 1 if there is one.",
		Example: "  ddbsql conformance compare conformance/results/sqlite conformance/results/postgres\n" +
			"  ddbsql conformance compare --write-baseline conformance/baseline.json conformance/results/sqlite\n" +
			"  ddbsql conformance compare --baseline conformance/baseline.json conformance/results/*",
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd, args) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&c.format, "format", "text", "text or markdown")
	flags.BoolVar(&c.operations, "operations", false, "rows for operations, too")
	flags.StringVar(&c.baseline, "baseline", "", "JSON file of the cases that must pass in every RESULT")
	flags.StringArrayVar(&c.suites, "suite", nil, "name of a suite whose baseline is looked at; may be given again (default: all)")
	flags.StringVar(&c.write, "write-baseline", "", "write the cases that pass in the one RESULT to this file")
	return cmd
}

func (c *comparison) run(cmd *cobra.Command, paths []string) error {
	if c.format != "text" && c.format != "markdown" {
		return fmt.Errorf("--format is %q, must be text or markdown", c.format)
	}
	runs, err := readRuns(paths)
	if err != nil {
		return err
	}
	switch {
	case c.write != "" && len(runs) > 1:
		return errors.New("--write-baseline takes one RESULT")
	case c.write != "":
		b := compare.NewBaseline(runs[0]).Only(c.suites)
		fmt.Fprintf(cmd.OutOrStdout(), "%d cases of %s written to %s\n", b.Cases(), runs[0].Label, c.write)
		return b.WriteFile(c.write)
	case c.baseline != "":
		return c.against(cmd, runs)
	}
	table := compare.New(runs)
	text := table.Text
	if c.format == "markdown" {
		text = table.Markdown
	}
	fmt.Fprint(cmd.OutOrStdout(), text(c.operations))
	return nil
}

// against prints the regressions, or that there are none.
func (c *comparison) against(cmd *cobra.Command, runs []*result.Run) error {
	b, err := compare.ReadBaseline(c.baseline)
	if err != nil {
		return err
	}
	if b = b.Only(c.suites); b.Cases() == 0 {
		return fmt.Errorf("%s promises no case of these suites", c.baseline)
	}
	regressions := 0
	for _, r := range runs {
		lines, err := b.Regressions(r)
		if err != nil {
			return err
		}
		for _, line := range lines {
			fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", r.Label, line)
		}
		regressions += len(lines)
	}
	if regressions > 0 {
		return fmt.Errorf("%d regressions against %s", regressions, c.baseline)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "no regression: %d cases of %s, %d runs\n", b.Cases(), c.baseline, len(runs))
	return nil
}

func readRuns(paths []string) ([]*result.Run, error) {
	var runs []*result.Run
	for _, path := range paths {
		r, err := result.ReadFile(path)
		if err != nil {
			return nil, err
		}
		runs = append(runs, r)
	}
	return runs, nil
}

func newConformanceReport() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:     "report --out FILE RESULT...",
		Short:   "Write a comparison of runs as one HTML page",
		Example: "  ddbsql conformance report --out conformance.html conformance/results/sqlite conformance/results/postgres",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if out == "" {
				return errors.New("--out is needed: the file to write, as conformance.html")
			}
			runs, err := readRuns(paths)
			if err != nil {
				return err
			}
			return os.WriteFile(out, []byte(page.HTML(compare.New(runs))), 0o644)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "HTML file to write")
	return cmd
}
