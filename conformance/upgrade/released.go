package main

import (
	"fmt"
	"os/exec"
	"path/filepath"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// released is the last commit of the version before: its format has the number releasedSchema.
const (
	released       = "7097650"
	releasedSchema = "3"
)

// buildReleased builds the program of the version before into dir. The path is empty if the history has it not.
func buildReleased(dir string) (path string, err error) {
	root, err := server.Root()
	if err != nil {
		return "", err
	}
	if exec.Command("git", "-C", root, "cat-file", "-e", released+"^{commit}").Run() != nil {
		return "", nil
	}
	sources := filepath.Join(dir, "sources")
	script := `mkdir -p "$2" && git -C "$1" archive "$3" | tar -x -C "$2"`
	if out, err := exec.Command("sh", "-c", script, "sh", root, sources, released).CombinedOutput(); err != nil {
		return "", fmt.Errorf("sources of %s: %w\n%s", released, err, out)
	}
	path = filepath.Join(dir, "ddbsql-"+released)
	build := exec.Command("go", "build", "-o", path, "./cmd/ddbsql")
	build.Dir = sources
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build %s: %w\n%s", released, err, out)
	}
	return path, nil
}
