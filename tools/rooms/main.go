// Command rooms checks the code's imports against the table "The rooms" of ARCHITECTURE.md: a package may import those of
// its own room and those the last column names, and every package is in a room.
//
//	go run ./tools/rooms
package main

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
)

const module = "github.com/ddbsql/ddbsql/"

func main() {
	problems, packages, err := check()
	if err != nil {
		fmt.Fprintln(os.Stderr, "rooms:", err)
		os.Exit(1)
	}
	for _, p := range problems {
		fmt.Println(p)
	}
	if len(problems) > 0 {
		os.Exit(1)
	}
	fmt.Printf("rooms: %d packages import what ARCHITECTURE.md allows\n", packages)
}

func check() (problems []string, packages int, err error) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		return nil, 0, err
	}
	rooms, err := parseRooms(string(text))
	if err != nil {
		return nil, 0, err
	}
	imports, err := listImports()
	if err != nil {
		return nil, 0, err
	}
	for _, pkg := range slices.Sorted(keys(imports)) {
		problems = append(problems, rooms.problemsOf(pkg, imports[pkg])...)
	}
	return problems, len(imports), nil
}

// listImports gives each package's imports of this module (those of its tests aside), all as paths inside the module.
func listImports() (map[string][]string, error) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	imports := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		pkg := strings.TrimPrefix(fields[0], module)
		imports[pkg] = nil
		for _, imp := range fields[1:] {
			if ours, ok := strings.CutPrefix(imp, module); ok {
				imports[pkg] = append(imports[pkg], ours)
			}
		}
	}
	return imports, nil
}

func keys(m map[string][]string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}
