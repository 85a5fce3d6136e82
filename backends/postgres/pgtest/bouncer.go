package pgtest

import (
	"cmp"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
)

// Bouncer starts a PgBouncer in transaction mode before a server, with so many connections to it and further settings, and gives its URL. It
// ends with the test.
func Bouncer(t testing.TB, s *Server, connections int, settings ...string) string {
	t.Helper()
	script, err := scriptPath("pgbouncer-for-tests.sh")
	if err != nil {
		t.Fatal(err)
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(ln.Addr().String()) // it is an address
	ln.Close()
	cmd := exec.Command(script, append([]string{s.dir, "5432", "ddbsql", port, strconv.Itoa(connections)}, settings...)...)
	logfile := filepath.Join(t.TempDir(), "log")
	log, err := os.Create(logfile)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	cmd.Stdout, cmd.Stderr, cmd.SysProcAttr = log, log, &syscall.SysProcAttr{}
	exited := make(chan error, 1)
	if err := startWithParent(cmd, exited); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it has ended already, or ends now
		<-exited
	})
	u, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	u.RawQuery = url.Values{"host": {"127.0.0.1"}, "port": {port}, "sslmode": {"disable"}}.Encode()
	if err := awaitAnswer(u.String(), exited); err != nil {
		text, _ := os.ReadFile(logfile) // that there is none is told by the error
		t.Fatalf("%v\n%s", err, text)
	}
	return u.String()
}

// BouncerPrepares says whether the PgBouncer at hand takes prepared statements along: from version 1.21 on.
func BouncerPrepares(t testing.TB) bool {
	t.Helper()
	program := cmp.Or(os.Getenv("PGBOUNCER"), "pgbouncer")
	if path, err := exec.LookPath(program); err != nil {
		program = "/usr/sbin/pgbouncer"
	} else {
		program = path
	}
	out, err := exec.Command(program, "--version").Output()
	if err != nil {
		t.Fatalf("%s --version: %v", program, err)
	}
	var major, minor int
	if _, err := fmt.Sscanf(string(out), "PgBouncer %d.%d", &major, &minor); err != nil {
		t.Fatalf("%s is no version: %v", out, err)
	}
	return major > 1 || minor >= 21
}
