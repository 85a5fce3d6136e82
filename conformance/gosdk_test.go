package conformance

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
	"github.com/ddbsql/ddbsql/conformance/server"
	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// suiteTimeout is far more than the suite needs.
const suiteTimeout = 8 * time.Minute

// The suite go-sdk asks servers of each database, as `ddbsql conformance run` has it ask any endpoint; each of its cases is a test here.
// Where a database may have several servers, there are two.
func TestGoSDK(t *testing.T) {
	t.Parallel()
	suite := goSDKSuite(t)
	for _, tg := range targets {
		t.Run(tg.name, func(t *testing.T) {
			t.Parallel()
			askSuite(t, suite, tg, "")
		})
	}
}

// The suite asks servers whose connections go through PgBouncer in transaction mode, which has fewer to the database than they have to it.
func TestGoSDKBehindAPooler(t *testing.T) {
	t.Parallel()
	suite := goSDKSuite(t)
	for _, tg := range targets {
		if !strings.HasPrefix(tg.db, "postgres") {
			continue
		}
		t.Run(tg.name, func(t *testing.T) {
			t.Parallel()
			pooler, err := server.StartPooler(tg.db, 10)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(pooler.Stop)
			askSuite(t, suite, &target{name: tg.name, binary: tg.binary, db: tg.db, pooler: pooler}, "")
		})
	}
}

// goSDKSuite compiles the suite.
func goSDKSuite(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "go-sdk.test")
	if out, err := exec.Command("go", "test", "-c", "-o", path, "./suites/go-sdk").CombinedOutput(); err != nil {
		t.Fatalf("the suite is not compiled: %v\n%s", err, out)
	}
	return path
}

// askSuite runs the suite, or what of it only matches, on servers of its own, and gives the keys of the cases, file::case.
func askSuite(t *testing.T, suite string, tg *target, only string) (keys []string) {
	t.Helper()
	first, second := suiteServers(t, tg)
	ctx, cancel := context.WithTimeout(t.Context(), suiteTimeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, suite, "-test.v")
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) } // it removes its tables
	cmd.Env = append(os.Environ(),
		"CONFORMANCE_URL="+first.URL, "CONFORMANCE_GO_SDK_OTHER_URL="+second.URL,
		"CONFORMANCE_ACCESS_KEY="+accessKey, "CONFORMANCE_SECRET_KEY="+secretKey, "CONFORMANCE_REGION="+region,
		"CONFORMANCE_PREFIX=go-sdk-"+harness.RandomID()+"-", "CONFORMANCE_GO_SDK_EXPIRY=20s", "CONFORMANCE_GO_SDK_WORDS=newer", "CONFORMANCE_ONLY="+only)
	out, err := cmd.CombinedOutput()
	keys = reportSuite(t, out, err)
	if left := ownTables(t, first); left != "" {
		t.Errorf("the suite left tables: %s", left)
	}
	return keys
}

// suiteServers starts servers on one empty database, which remove expired items ten times a second.
func suiteServers(t *testing.T, tg *target) (first, second *server.Process) {
	t.Helper()
	own := &target{name: tg.name, binary: tg.binary, db: newDatabase(t, tg)}
	args := []string{"--ttl-interval", "100ms"}
	if tg.pooler != nil {
		own.db, args = tg.pooler.URL(own.db), append(args, "--db-pooler", "transaction")
	}
	start := func() *server.Process {
		if err := own.start(args...); err != nil {
			t.Fatal(err)
		}
		p := own.process
		t.Cleanup(func() {
			if err := p.Stop(); err != nil {
				t.Error(err)
			}
		})
		return p
	}
	if first = start(); !strings.HasPrefix(own.db, "postgres") {
		return first, first
	}
	return first, start()
}

// reportSuite makes a test of each case that the suite told of, and gives their keys.
func reportSuite(t *testing.T, out []byte, ended error) (keys []string) {
	t.Helper()
	var told result.Collector
	reader := result.NewGoTestReader(&told)
	for line := range strings.Lines(string(out)) {
		reader.Line(strings.TrimSuffix(line, "\n"))
	}
	reader.End(false)
	var all result.Suite
	told.Into(&all)
	if len(all.Cases) == 0 {
		t.Fatalf("the suite told of no case: %v\n%s", ended, out)
	}
	failed := false
	for _, c := range all.Cases {
		keys = append(keys, c.Key())
		t.Run(c.Key(), func(t *testing.T) {
			switch c.Result {
			case result.Fail:
				failed = true
				t.Error(c.Message)
			case result.Skip:
				t.Errorf("nothing may be left out here: %s", c.Message)
			}
		})
	}
	if failed || ended != nil {
		t.Errorf("the suite ended with %v, and printed\n%s", ended, withoutPasses(out))
	}
	return keys
}

// withoutPasses is what a test program printed, without the tests that passed.
func withoutPasses(out []byte) []byte {
	var kept bytes.Buffer
	for line := range bytes.Lines(out) {
		if text := bytes.TrimSpace(line); !bytes.HasPrefix(text, []byte("=== ")) && !bytes.HasPrefix(text, []byte("--- PASS")) {
			kept.Write(line)
		}
	}
	return kept.Bytes()
}

// ownTables are the tables of a server.
func ownTables(t *testing.T, p *server.Process) string {
	t.Helper()
	c := harness.NewCaller(harness.Endpoint{URL: p.URL, Key: accessKey, Secret: secretKey, Region: region})
	if listed := c.OK(t, "ListTables", `{}`); listed != `{"TableNames":[]}` {
		return listed
	}
	return ""
}
