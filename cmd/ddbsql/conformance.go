package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ddbsql/ddbsql/conformance/runner/manifest"
)

// newConformance is the part of the command line that judges servers. It shares nothing with the server in the same program.
func (a *app) newConformance() *cobra.Command {
	var suites string
	cmd := &cobra.Command{
		Use:   "conformance",
		Short: "Judge any server that speaks DynamoDB's API: list, run, compare, report",
		Long: "conformance runs suites of tests against an endpoint, ddbsql's or any other's, and says how much of DynamoDB's API it\n" +
			"serves as DynamoDB does. Suites are programs of their own and come with a checkout of ddbsql, in " + manifest.Place + ".",
		// Settings of the server are none of these commands'.
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			return applyEnvironment(credentialFlags(cmd.Flags()), a.environment)
		},
	}
	cmd.PersistentFlags().StringVar(&suites, "suites", "", "folder of the suites [$"+manifest.Environment+"] (default: "+manifest.Place+", here or above)")
	cmd.AddCommand(newConformanceList(&suites), newConformanceRun(&suites), newConformanceCompare(), newConformanceReport())
	for _, sub := range cmd.Commands() {
		sub.SetHelpFunc(printOwnHelp)
	}
	return cmd
}

// credentialFlags are the flags that the environment sets, too: secrets do not belong on command lines.
func credentialFlags(flags *pflag.FlagSet) *pflag.FlagSet {
	some := pflag.NewFlagSet("", pflag.ContinueOnError)
	flags.VisitAll(func(f *pflag.Flag) {
		if slices.Contains([]string{"access-key", "secret-key", "region"}, f.Name) {
			some.AddFlag(f)
		}
	})
	return some
}

// printOwnHelp leaves out the flags of the server, which the root gives to every command.
func printOwnHelp(cmd *cobra.Command, _ []string) {
	out := cmd.OutOrStdout()
	text := cmd.Long
	if text == "" {
		text = cmd.Short
	}
	fmt.Fprintf(out, "%s\n\nUsage:\n  %s\n", text, cmd.UseLine())
	if cmd.Example != "" {
		fmt.Fprintf(out, "\nExamples:\n%s\n", cmd.Example)
	}
	own := pflag.NewFlagSet("", pflag.ContinueOnError)
	own.SortFlags = false
	own.AddFlagSet(cmd.LocalNonPersistentFlags())
	own.AddFlagSet(cmd.Parent().PersistentFlags())
	fmt.Fprintf(out, "\nFlags:\n%s", own.FlagUsages())
}

// loadSuites finds the suites with these names, all of them for no names.
func loadSuites(folder string, names []string) ([]manifest.Suite, error) {
	found, err := manifest.Find(folder)
	if err != nil {
		return nil, err
	}
	suites, err := manifest.Load(found)
	if err != nil {
		return nil, err
	}
	return manifest.Pick(suites, names)
}

func newConformanceList(folder *string) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the suites: tier, what they judge, and what they miss on this machine",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			suites, err := loadSuites(*folder, nil)
			if err != nil {
				return err
			}
			for _, s := range suites {
				printSuite(cmd, s)
			}
			return nil
		},
	}
}

func printSuite(cmd *cobra.Command, s manifest.Suite) {
	out := cmd.OutOrStdout()
	fmt.Fprintf(out, "%s (tier %d): %s\n", s.Name, s.Tier, s.Title)
	if s.About != "" {
		fmt.Fprintf(out, "  %s\n", s.About)
	}
	var needs []string
	for _, n := range s.Needs {
		needs = append(needs, n.Command)
	}
	if len(needs) > 0 {
		fmt.Fprintf(out, "  needs %s\n", strings.Join(needs, ", "))
	}
	for _, line := range s.Missing() {
		fmt.Fprintf(out, "  MISSING: %s\n", line)
	}
}
