package pgtest

import (
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// bouncerConfig lets all clients share few connections to the database, so that no two transactions of one can count on the same.
const bouncerConfig = `[databases]
postgres = host=%[1]s port=5432 dbname=postgres user=ddbsql
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = %[2]s
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = %[3]d
max_client_conn = 500
server_reset_query =
logfile = %[4]s
%[5]s`

// Bouncer starts a PgBouncer in transaction mode before a server, with so many connections to it and further settings, and gives its URL. It
// ends with the test.
func Bouncer(t testing.TB, s *Server, connections int, settings string) string {
	t.Helper()
	program, err := bouncerProgram()
	if err != nil {
		t.Fatal(err)
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(ln.Addr().String())
	ln.Close()
	config := filepath.Join(s.dir, "pgbouncer-"+port+".ini")
	logfile := filepath.Join(s.dir, "pgbouncer-"+port+".log")
	if err := os.WriteFile(config, fmt.Appendf(nil, bouncerConfig, s.dir, port, connections, logfile, settings), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := s.command("pgbouncer", "-q", config)
	cmd.Path = program
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

// bouncerProgram finds PgBouncer, and installs it if there is none.
func bouncerProgram() (string, error) {
	for _, name := range []string{"pgbouncer", "/usr/sbin/pgbouncer"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	install := exec.Command("apt-get", "install", "-y", "-qq", "pgbouncer")
	install.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
	if out, err := install.CombinedOutput(); err != nil {
		return "", fmt.Errorf("no pgbouncer: apt-get: %w\n%s", err, out)
	}
	return exec.LookPath("/usr/sbin/pgbouncer")
}
