package gosdk

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	// only is what CONFORMANCE_ONLY asks for; nil for everything.
	only *regexp.Regexp
	// listing says that cases tell their names and do nothing else.
	listing = os.Getenv(listVariable) != ""
)

// listVariable is how the program asks itself for the names of its cases.
const listVariable = "CONFORMANCE_GO_SDK_LIST"

// listed begins the line of a listed case.
const listed = "case "

func list(t *testing.T) {
	fmt.Println(listed + t.Name())
}

// keyOf is how a case is called outside, file::case, by the name of its test: "put_item::conditions: on no item" for
// TestPutItem_conditions/on_no_item.
func keyOf(test string) string {
	top, name, _ := strings.Cut(strings.TrimPrefix(test, "Test"), "/")
	operation, topic, _ := strings.Cut(top, "_")
	var parts []string
	for _, part := range []string{topic, name} {
		if part != "" {
			parts = append(parts, strings.ReplaceAll(part, "_", " "))
		}
	}
	file := strings.ToLower(strings.TrimPrefix(wordStart.ReplaceAllString(operation, "_$0"), "_"))
	return file + "::" + strings.Join(parts, ": ")
}

var wordStart = regexp.MustCompile(`[A-Z]+[a-z0-9]*`)

// selectCases has only those tests run that have a case which is asked for.
func selectCases(pattern string) (err error) {
	if pattern == "" {
		return nil
	}
	if only, err = regexp.Compile(pattern); err != nil {
		return fmt.Errorf("CONFORMANCE_ONLY: %w", err)
	}
	cases, err := listCases()
	if err != nil {
		return err
	}
	names := map[string]bool{"none": true} // no test is called so
	for _, test := range cases {
		if only.MatchString(keyOf(test)) {
			top, _, _ := strings.Cut(test, "/")
			names[top] = true
		}
	}
	return flag.Set("test.run", "^("+strings.Join(slices.Collect(maps.Keys(names)), "|")+")$")
}

// listCases has the program tell the names of all cases, as tests.
func listCases() ([]string, error) {
	cmd := exec.Command(os.Args[0], "-test.run=.")
	cmd.Env = append(os.Environ(), listVariable+"=1", "CONFORMANCE_ONLY=")
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("list the cases: %w", err)
	}
	var cases []string
	for line := range strings.Lines(string(out)) {
		if test, ok := strings.CutPrefix(strings.TrimSpace(line), listed); ok {
			cases = append(cases, test)
		}
	}
	return cases, nil
}

// announce appends to the file of events how many cases each file has that are asked for, for the progress that is shown.
func announce(events string) error {
	cases, err := listCases()
	if err != nil {
		return err
	}
	plans := map[string]int{}
	for _, test := range cases {
		if key := keyOf(test); only == nil || only.MatchString(key) {
			file, _, _ := strings.Cut(key, "::")
			plans[file]++
		}
	}
	out, err := os.OpenFile(events, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("CONFORMANCE_EVENTS: %w", err)
	}
	for _, file := range slices.Sorted(maps.Keys(plans)) {
		if _, err := fmt.Fprintf(out, "{\"event\":\"plan\",\"file\":%q,\"total\":%d}\n", file, plans[file]); err != nil {
			return errors.Join(err, out.Close())
		}
	}
	return out.Close()
}
