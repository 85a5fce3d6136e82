package gosdk

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"
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
	cmd := exec.Command(os.Args[0], "-test.run=.")
	cmd.Env = append(os.Environ(), listVariable+"=1", "CONFORMANCE_ONLY=")
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("list the cases: %w", err)
	}
	tests := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		if test, ok := strings.CutPrefix(strings.TrimSpace(line), listed); ok && only.MatchString(keyOf(test)) {
			top, _, _ := strings.Cut(test, "/")
			tests[top] = true
		}
	}
	names := []string{"none"} // no test is called so
	for name := range tests {
		names = append(names, name)
	}
	return flag.Set("test.run", "^("+strings.Join(names, "|")+")$")
}
