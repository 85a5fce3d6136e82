package main

import (
	"path/filepath"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// The Go SDK comes out right on a server with faults; run.sh has those for Python and JavaScript meet the same.
func TestTheSDKComesOutRight(t *testing.T) {
	dir := t.TempDir()
	binary, err := server.Build(dir)
	if err != nil {
		t.Fatal(err)
	}
	p, err := server.Start(server.Options{Binary: binary, DB: "sqlite:" + filepath.Join(dir, "faults.db"), Args: []string{"--admin"}})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Kill()
	if err := run(t.Context(), p.URL); err != nil {
		t.Error(err)
	}
}
