package gosdk

import (
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

var (
	settings harness.Settings
	// tables are shared by all cases.
	tables *harness.Tables
)

func TestMain(m *testing.M) {
	os.Exit(runSuite(m))
}

func runSuite(m *testing.M) int {
	flag.Parse()
	var asked bool
	var err error
	if settings, asked, err = harness.FromEnvironment(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	if !asked {
		fmt.Println("the suite go-sdk asks the endpoint that CONFORMANCE_URL names, and it names none: see conformance/suites/go-sdk/README.md")
		return 0
	}
	if listing {
		return m.Run()
	}
	if err := selectCases(os.Getenv("CONFORMANCE_ONLY")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	if events := os.Getenv("CONFORMANCE_EVENTS"); events != "" {
		if err := announce(events); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 2
		}
	}
	if err := inParallel(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	tables = harness.NewTables(settings.Prefix)
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-interrupts
		sweep()
		os.Exit(130)
	}()
	code := m.Run()
	if !sweep() && code == 0 {
		return 1
	}
	return code
}

// testsAtOnce is how many tests run beside each other: they wait for the endpoint most of the time.
const testsAtOnce = "8"

// inParallel has several tests run at once on any machine, unless the command line says how many.
func inParallel() error {
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "test.parallel" })
	if given {
		return nil
	}
	return flag.Set("test.parallel", testsAtOnce)
}

// sweep removes all tables of the run, whatever became of their cases.
func sweep() bool {
	err := newCaller().Sweep(settings.Prefix)
	if err != nil {
		fmt.Fprintf(os.Stderr, "tables whose names begin with %s are left: %v\n", settings.Prefix, err)
	}
	return err == nil
}

func newCaller() *caller { return callerOf(settings.Endpoint) }

func callerOf(e harness.Endpoint) *caller {
	c := harness.NewCaller(e)
	c.Tables, c.Settle, c.Patience, c.Words = tables, settings.Settle, settings.Patience, settings.Words
	return c
}

// both are callers of the two addresses of the service; of one address, if only one is known.
func both(c *caller) [2]*caller {
	if settings.Other == settings.Endpoint {
		return [2]*caller{c, c}
	}
	return [2]*caller{c, callerOf(settings.Other)}
}
