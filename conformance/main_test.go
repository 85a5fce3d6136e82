package conformance

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/server"
	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

const (
	accessKey = "AKIACONFORMANCE"
	secretKey = "conformance-secret"
	region    = "us-east-1"
)

// target is one server under test. It verifies signatures.
type target struct {
	name       string // the database
	binary, db string // what the server is started with
	process    *server.Process
	cleanup    func() error
	pooler     *server.Pooler // what its servers reach the database through; nil for nothing
}

// caller asks a target.
type caller struct {
	*harness.Caller
	target *target
}

func newCaller(tg *target) *caller { return &caller{harness.NewCaller(tg.endpoint()), tg} }

func (tg *target) endpoint() harness.Endpoint {
	return harness.Endpoint{URL: tg.process.URL, Key: accessKey, Secret: secretKey, Region: region}
}

// request is one request and the answer it must get.
type request struct{ op, in, want string }

// targets are all servers under test; every test runs on each.
var targets []*target

func TestMain(m *testing.M) {
	os.Exit(runAll(m))
}

func runAll(m *testing.M) (code int) {
	dir, err := os.MkdirTemp("", "ddbsql-conformance")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	defer func() {
		if err := stopAll(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}()
	if err := startAll(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// startAll fills targets.
func startAll(dir string) error {
	binary, err := server.Build(dir)
	if err != nil {
		return err
	}
	if err := start(binary, "sqlite", "sqlite:"+filepath.Join(dir, "conformance.db"), nil); err != nil {
		return err
	}
	postgres, err := server.PostgresURL()
	if err != nil {
		return err
	}
	db, drop, err := server.NewDatabase(postgres)
	if err != nil {
		return err
	}
	return start(binary, "postgres", db, drop)
}

// start adds a server on the given database.
func start(binary, name, db string, cleanup func() error) error {
	tg := &target{name: name, binary: binary, db: db, cleanup: cleanup}
	targets = append(targets, tg)
	return tg.start()
}

// start starts a server on the target's database.
func (tg *target) start(args ...string) error {
	args = append([]string{"--access-key", accessKey, "--secret-key", secretKey, "--region", region, "--admin"}, args...)
	p, err := server.Start(server.Options{Binary: tg.binary, DB: tg.db, Args: args})
	if err != nil {
		return fmt.Errorf("%s: %w", tg.name, err)
	}
	tg.process = p
	return nil
}

// stopAll ends what startAll began. A server that died on the way or does not stop cleanly is an error.
func stopAll() error {
	var errs []error
	for _, tg := range targets {
		if tg.process != nil {
			if !tg.process.Running() {
				errs = append(errs, fmt.Errorf("%s: the server died during the tests\n%s", tg.name, tg.process.Log()))
			} else if err := tg.process.Stop(); err != nil {
				errs = append(errs, fmt.Errorf("%s: %w", tg.name, err))
			}
		}
		if tg.cleanup != nil {
			errs = append(errs, tg.cleanup())
		}
	}
	return errors.Join(errs...)
}

// onEach runs a test on every target.
func onEach(t *testing.T, test func(t *testing.T, c *caller)) {
	t.Helper()
	for _, tg := range targets {
		t.Run(tg.name, func(t *testing.T) { test(t, newCaller(tg)) })
	}
}
