// Package manifest finds suites. A suite is a folder with a file suite.json that says what the suite judges, what it needs, how it is set
// up and run, and in which form it tells its results; adding a suite is adding a folder.
package manifest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// File is the name of a manifest.
const File = "suite.json"

// Forms of results.
const (
	Events = "events"  // JSON lines that the suite appends to CONFORMANCE_EVENTS
	JUnit  = "junit"   // XML files in CONFORMANCE_OUT when the suite has ended
	GoTest = "go-test" // what `go test -v` prints
)

// Suite is a manifest and the folder it is in.
type Suite struct {
	Name    string   `json:"name"`
	Tier    int      `json:"tier"`
	Title   string   `json:"title"`
	About   string   `json:"about"`
	Needs   []Need   `json:"needs"`
	Setup   []string `json:"setup"` // command and arguments; none if there is nothing to set up
	Run     []string `json:"run"`   // command and arguments
	Results string   `json:"results"`

	Folder string `json:"-"` // absolute
}

// Need is a program that must be on the PATH.
type Need struct {
	Command string `json:"command"`
	Hint    string `json:"hint"` // how to come by it
}

// Load reads all suites below a folder, those of lower tiers first. A folder without a manifest is none; a manifest that cannot be read
// or is not sound is an error, since a suite left out in silence would look like one that passed.
func Load(folder string) ([]Suite, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("folder of suites: %w", err)
	}
	var suites []Suite
	for _, e := range entries {
		s, err := read(filepath.Join(folder, e.Name()))
		if errors.Is(err, fs.ErrNotExist) || !e.IsDir() {
			continue
		}
		if err != nil {
			return nil, err
		}
		suites = append(suites, s)
	}
	if len(suites) == 0 {
		return nil, fmt.Errorf("no suite in %s: a suite is a folder with a %s", folder, File)
	}
	slices.SortStableFunc(suites, func(a, b Suite) int { return a.Tier - b.Tier })
	return suites, nil
}

func read(folder string) (Suite, error) {
	path := filepath.Join(folder, File)
	text, err := os.ReadFile(path)
	if err != nil {
		return Suite{}, err
	}
	s := Suite{Folder: folder}
	if err := json.Unmarshal(text, &s); err != nil {
		return Suite{}, fmt.Errorf("%s: %w", path, err)
	}
	if err := s.check(); err != nil {
		return Suite{}, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

func (s Suite) check() error {
	switch {
	case !soundName(s.Name):
		return fmt.Errorf("name is %q, must be small letters, digits and hyphens", s.Name)
	case s.Name != filepath.Base(s.Folder):
		return fmt.Errorf("name is %q, the folder %q", s.Name, filepath.Base(s.Folder))
	case s.Title == "":
		return errors.New("no title")
	case len(s.Run) == 0:
		return errors.New("no command to run")
	case !slices.Contains([]string{Events, JUnit, GoTest}, s.Results):
		return fmt.Errorf("results is %q, must be %s, %s or %s", s.Results, Events, JUnit, GoTest)
	}
	return nil
}

// soundName keeps names usable as folders on every system.
func soundName(name string) bool {
	return name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && name[0] != '-'
}

// Missing says, in a line each, which programs the suite needs and this machine does not have.
func (s Suite) Missing() []string {
	var missing []string
	for _, n := range s.Needs {
		if _, err := exec.LookPath(n.Command); err == nil {
			continue
		}
		line := fmt.Sprintf("%s is not on the PATH", n.Command)
		if n.Hint != "" {
			line += ": " + n.Hint
		}
		missing = append(missing, line)
	}
	return missing
}

// Pick gives the suites with these names, all of them for no names.
func Pick(suites []Suite, names []string) ([]Suite, error) {
	if len(names) == 0 {
		return suites, nil
	}
	var picked []Suite
	for _, name := range names {
		if !slices.ContainsFunc(suites, func(s Suite) bool { return s.Name == name }) {
			return nil, fmt.Errorf("no suite %q, there are: %s", name, strings.Join(Names(suites), ", "))
		}
	}
	for _, s := range suites {
		if slices.Contains(names, s.Name) {
			picked = append(picked, s)
		}
	}
	return picked, nil
}

// Names are the names of suites.
func Names(suites []Suite) []string {
	names := make([]string, len(suites))
	for i, s := range suites {
		names[i] = s.Name
	}
	return names
}
