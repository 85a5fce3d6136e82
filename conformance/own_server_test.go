package conformance

import (
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/server"
	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// onOwn runs a test on a server of its own for each database: one that the test may kill.
func onOwn(t *testing.T, test func(t *testing.T, c *caller)) {
	t.Helper()
	for _, tg := range targets {
		t.Run(tg.name, func(t *testing.T) {
			own := &target{name: tg.name, binary: tg.binary, db: newDatabase(t, tg)}
			if err := own.start(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { own.process.Kill() })
			test(t, newCaller(own))
		})
	}
}

// newDatabase is an empty database of the kind of a target's.
func newDatabase(t *testing.T, tg *target) string {
	t.Helper()
	if !strings.HasPrefix(tg.db, "postgres") {
		return "sqlite:" + filepath.Join(t.TempDir(), "own.db")
	}
	db, drop, err := server.NewDatabase(tg.db)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := drop(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// crash kills the caller's own server and starts another one on its database.
func (c *caller) crash(t *testing.T, args ...string) {
	t.Helper()
	c.target.process.Kill()
	if err := c.target.start(args...); err != nil {
		t.Fatal(err)
	}
	c.Caller = harness.NewCaller(c.target.endpoint())
}

// explain gives what `ddbsql explain` prints of a request. The caller's own server is stopped for it, because a SQLite file has one
// user.
func (c *caller) explain(t *testing.T, op, in string) string {
	t.Helper()
	if err := c.target.process.Stop(); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(c.target.binary, "explain", "--db", c.target.db, "--target", op)
	cmd.Stdin = strings.NewReader(in)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("explain %s %s: %v", op, in, fmt.Errorf("%w: %s", err, out))
	}
	c.crash(t)
	return string(out)
}

// administer asks a server of our own for an act of administration and gives its answer.
func (c *caller) administer(t *testing.T, act, in string) string {
	t.Helper()
	status, answer := c.act(t, act, in)
	if status != http.StatusOK {
		t.Errorf("%s: status %d, %s", act, status, answer)
	}
	return answer
}

// act is administer of what may be refused.
func (c *caller) act(t *testing.T, act, in string) (status int, answer string) {
	t.Helper()
	resp, err := harness.HTTPClient.Post(c.Endpoint.URL+"/_ddbsql/"+act, "application/json", strings.NewReader(in))
	if err != nil {
		t.Error(err)
		return 0, ""
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Errorf("%s: %v", act, err)
	}
	return resp.StatusCode, strings.TrimSpace(string(body))
}
