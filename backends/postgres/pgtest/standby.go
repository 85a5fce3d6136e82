package pgtest

import (
	"fmt"
	"os"
	"testing"
)

// Standby starts a server that follows another one, and ends with the test.
func Standby(t testing.TB, primary *Server) *Server {
	t.Helper()
	s := &Server{bin: primary.bin, user: primary.user, opts: primary.opts}
	var err error
	if s.dir, err = os.MkdirTemp("", "ddbsql-pg-"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Stop)
	if err := s.takeFolder(); err != nil {
		t.Fatal(err)
	}
	backup := s.command("pg_basebackup", "-D", s.data(), "-h", primary.dir, "-p", "5432", "-U", "ddbsql", "-R", "-c", "fast", "--no-sync")
	if out, err := backup.CombinedOutput(); err != nil {
		t.Fatal(fmt.Errorf("pg_basebackup: %w\n%s", err, out))
	}
	if err := s.Run(); err != nil {
		t.Fatal(err)
	}
	return s
}
