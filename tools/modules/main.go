// Command modules checks which modules by others are part of what we build, and under which licences, against tools/modules/allowed.txt.
// It asks nobody but the go command, which has the modules already.
//
//	go run ./tools/modules
package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
)

const allowedFile = "tools/modules/allowed.txt"

func main() {
	problems, count, err := check()
	if err != nil {
		fmt.Fprintln(os.Stderr, "modules:", err)
		os.Exit(1)
	}
	for _, p := range problems {
		fmt.Println(p)
	}
	if len(problems) > 0 {
		os.Exit(1)
	}
	fmt.Printf("modules: %d modules are those of %s\n", count, allowedFile)
}

func check() (problems []string, count int, err error) {
	text, err := os.ReadFile(allowedFile)
	if err != nil {
		return nil, 0, err
	}
	allowed, err := parseAllowed(string(text))
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w", allowedFile, err)
	}
	used, err := usedModules()
	if err != nil {
		return nil, 0, err
	}
	return allowed.compare(used), len(used), nil
}

// Where a module is part of what we build.
const (
	inServer = "server" // of the program, on some system
	inTests  = "tests"  // of tests, tools and trials alone
)

// systems are those that releases are made for.
var systems = []string{"linux", "darwin", "windows"}

// usedModules gives the modules by others, by their paths.
func usedModules() (map[string]module, error) {
	used := map[string]module{}
	if err := addModules(used, inTests, "linux", "-test", "./..."); err != nil {
		return nil, err
	}
	for _, system := range systems {
		if err := addModules(used, inServer, system, "./cmd/ddbsql"); err != nil {
			return nil, err
		}
	}
	return used, nil
}

// addModules adds the modules of packages and of all that they import.
func addModules(used map[string]module, where, system string, packages ...string) error {
	args := append([]string{"list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}"}, packages...)
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("go list for %s: %w", system, err)
	}
	for line := range strings.Lines(string(out)) {
		path, dir, found := strings.Cut(strings.TrimSpace(line), "\t")
		if !found || used[path].where == where {
			continue
		}
		licence, err := licenceIn(dir)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		used[path] = module{licence: licence, where: where}
	}
	return nil
}
