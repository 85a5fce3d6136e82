package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/ddbsql/ddbsql/conformance/runner/execute"
	"github.com/ddbsql/ddbsql/conformance/runner/matrix"
	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

func newConformanceRun(folder *string) *cobra.Command {
	var o execute.Options
	var names []string
	cmd := &cobra.Command{
		Use:   "run --url URL",
		Short: "Run suites against an endpoint; exit 1 unless everything passed",
		Long: "run sets the suites up, waits for the endpoint, runs them and writes a matrix of what passed: matrix.txt, matrix.md,\n" +
			"matrix.json and junit.xml. It exits with status 0 only if all cases of all suites passed.",
		Example: "  ddbsql conformance run --url http://127.0.0.1:8000\n" +
			"  ddbsql conformance run --url http://127.0.0.1:8000 --suite go-sdk --only 'put_item::'\n" +
			"  ddbsql conformance run --url http://127.0.0.1:8000 --start 'ddbsql --db sqlite::memory:' --name sqlite",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if o.URL == "" && !o.SetupOnly {
				return errors.New("--url is needed: the endpoint to judge, as http://127.0.0.1:8000")
			}
			if o.Suites, err = loadSuites(*folder, names); err != nil {
				return err
			}
			return runConformance(cmd, o)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&o.URL, "url", "", "endpoint to judge")
	flags.StringArrayVar(&names, "suite", nil, "name of a suite to run; may be given again (default: all)")
	flags.StringVar(&o.AccessKey, "access-key", "conformance", "access key id that requests are signed with [$DDBSQL_ACCESS_KEY]")
	flags.StringVar(&o.SecretKey, "secret-key", "conformance", "its secret; better given by the environment [$DDBSQL_SECRET_KEY]")
	flags.StringVar(&o.Region, "region", "us-east-1", "region that requests are signed for [$DDBSQL_REGION]")
	flags.StringVar(&o.Label, "name", "", "name of the run in matrices (default: host and port)")
	flags.StringVar(&o.Out, "out", "", "folder of the results (default: "+execute.Results+"/NAME)")
	flags.StringVar(&o.Only, "only", "", "run the cases that match this regular expression over FILE::CASE")
	flags.StringVar(&o.Start, "start", "", "command of a server to start for the run, and again whenever it dies, which fails the run")
	flags.StringVar(&o.Source, "source", "", "checkout or git dir that a suite is taken from instead of the network (alternator)")
	flags.StringVar(&o.Prefix, "prefix", "", "start of the names of all tables made (default: ddbsql-conformance-RANDOM-)")
	flags.StringVar(&o.Cache, "cache", "", "folder for what suites keep between runs (default: in the user's cache folder)")
	flags.DurationVar(&o.Wait, "wait", time.Minute, "how long to wait for the endpoint's first answer")
	flags.DurationVar(&o.CaseTimeout, "case-timeout", time.Minute, "how long a suite gives one case")
	flags.BoolVar(&o.SetupOnly, "setup-only", false, "set the suites up and run none")
	return cmd
}

// runConformance runs until a signal ends it; even then what is known is written.
func runConformance(cmd *cobra.Command, o execute.Options) error {
	ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	o.Progress, o.Terminal = cmd.ErrOrStderr(), isTerminal(cmd.ErrOrStderr())
	res, out, err := execute.Do(ctx, o)
	if err != nil {
		return err
	}
	if o.SetupOnly {
		return setupVerdict(res)
	}
	if err := matrix.Write(res, out); err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s\nwritten to %s\n", matrix.Text(res), out)
	if !res.Green() {
		return errors.New("the run is not green")
	}
	return nil
}

func setupVerdict(res *result.Run) error {
	if broken := brokenSuites(res); broken > 0 || res.Interrupted {
		return fmt.Errorf("%d of %d suites cannot be set up", broken, len(res.Suites))
	}
	return nil
}

func brokenSuites(res *result.Run) int {
	broken := 0
	for _, s := range res.Suites {
		if s.State == result.Broken {
			broken++
		}
	}
	return broken
}

// isTerminal tells whether lines can be written over.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
