//go:build linux

package faults

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// The table in docs/operations.md names a test for each fault, and the tests are there.
func TestTheTableOfFaultsNamesTests(t *testing.T) {
	root, err := server.Root()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, "docs", "operations.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(text), "## Faults and what happens\n")
	section, _, _ = strings.Cut(section, "\n## ")
	rows := 0
	for line := range strings.Lines(section) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != 3 || strings.HasPrefix(cells[0], "-") || cells[0] == " fault " || strings.HasPrefix(cells[0], " **") {
			continue
		}
		rows++
		named := testName.FindAllStringSubmatch(cells[2], -1)
		if len(named) == 0 {
			t.Errorf("no test for %s", cells[0])
		}
		for _, name := range named {
			if !hasTest(t, filepath.Join(root, name[1]), name[2]) {
				t.Errorf("%s has no %s", name[1], name[2])
			}
		}
	}
	if rows < 20 {
		t.Errorf("%d rows are too few to be the table", rows)
	}
}

var testName = regexp.MustCompile("`([a-z/]+)` (Test[A-Za-z]+)")

// hasTest tells whether a package has a test of that name.
func hasTest(t *testing.T, dir, name string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "\nfunc "+name+"(t *testing.T) {") {
			return true
		}
	}
	return false
}
