package compare

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"

	"github.com/ddbsql/ddbsql/conformance/runner/matrix"
	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// Baseline is what is known to pass: suite -> file -> names of cases. Cases are listed by name, one on a line, so that one that is lost
// can be named, and so that a change of the committed file shows what it promises more or less.
type Baseline struct {
	Format string                         `json:"format"`
	Passes map[string]map[string][]string `json:"passes"`
}

const baselineFormat = "ddbsql-conformance-baseline/1"

// NewBaseline promises what passes in a run.
func NewBaseline(r *result.Run) Baseline {
	b := Baseline{Format: baselineFormat, Passes: map[string]map[string][]string{}}
	for _, s := range r.Suites {
		files := map[string][]string{}
		for _, c := range s.Cases {
			if c.Result == result.Pass {
				files[c.File] = append(files[c.File], c.Case)
			}
		}
		for _, cases := range files {
			slices.Sort(cases)
		}
		if len(files) > 0 {
			b.Passes[s.Name] = files
		}
	}
	return b
}

// WriteFile writes a baseline, the same bytes for the same promises.
func (b Baseline) WriteFile(path string) error {
	text, err := json.MarshalIndent(b, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o644)
}

// ReadBaseline reads a baseline.
func ReadBaseline(path string) (Baseline, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return Baseline{}, fmt.Errorf("baseline: %w", err)
	}
	var b Baseline
	if err := json.Unmarshal(text, &b); err != nil {
		return Baseline{}, fmt.Errorf("baseline %s: %w", path, err)
	}
	if b.Format != baselineFormat {
		return Baseline{}, fmt.Errorf("%s is no baseline: its format is %q, not %q", path, b.Format, baselineFormat)
	}
	return b, nil
}

// Only leaves the promises of some suites; for no names all of them.
func (b Baseline) Only(suites []string) Baseline {
	if len(suites) == 0 {
		return b
	}
	some := Baseline{Format: b.Format, Passes: map[string]map[string][]string{}}
	for _, name := range suites {
		if files, known := b.Passes[name]; known {
			some.Passes[name] = files
		}
	}
	return some
}

// Cases is how many there are.
func (b Baseline) Cases() int {
	n := 0
	for _, files := range b.Passes {
		for _, cases := range files {
			n += len(cases)
		}
	}
	return n
}

// Regressions says, in a line each, what is promised and did not pass in a run: suite, file, case, and the first line of the failure. Of
// a run of some cases only those are looked at.
func (b Baseline) Regressions(r *result.Run) ([]string, error) {
	only, err := regexp.Compile(r.Only)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.Label, err)
	}
	var lines []string
	for _, suite := range sortedKeys(b.Passes) {
		s := Suite(r, suite)
		if s == nil {
			lines = append(lines, suite+": not part of the run")
			continue
		}
		if s.Broke() {
			lines = append(lines, fmt.Sprintf("%s: %s: %s", suite, s.State, s.Why))
		}
		if s.State != result.NotRun {
			lines = append(lines, regressionsOf(*s, b.Passes[suite], only)...)
		}
	}
	return lines, nil
}

func regressionsOf(s result.Suite, promised map[string][]string, only *regexp.Regexp) []string {
	told := map[string]result.Case{}
	for _, c := range s.Cases {
		told[c.Key()] = c
	}
	var lines []string
	for _, file := range sortedKeys(promised) {
		var lost []string
		seen := false
		for _, name := range promised[file] {
			c := result.Case{File: file, Case: name}
			if !only.MatchString(c.Key()) {
				continue
			}
			now, known := told[c.Key()]
			seen = seen || known
			switch {
			case !known:
				c.Message = "missing"
			case now.Result == result.Pass:
				continue
			case now.Result == result.Skip:
				c.Message = "skipped: " + now.Message
			default:
				c.Message = now.Message
			}
			lost = append(lost, matrix.CaseLine(s.Name, c))
		}
		if len(lost) > 1 && !seen {
			lost = []string{fmt.Sprintf("%s %s: all %d cases are missing", s.Name, file, len(lost))}
		}
		lines = append(lines, lost...)
	}
	return lines
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
