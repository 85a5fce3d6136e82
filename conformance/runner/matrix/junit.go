package matrix

import (
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// JUnit is the matrix in the form that CI systems read: a test suite for each suite, its files as class names. What went wrong beside the
// cases (a broken suite, missing cases, a server that died) is an error of a test case of its own, so that no reader takes the run for
// a good one.
func JUnit(r *result.Run) string {
	var b strings.Builder
	b.WriteString(xml.Header + "<testsuites" + attribute("name", r.Label) + ">\n")
	for _, s := range r.Suites {
		junitSuite(&b, s)
	}
	if problems := runProblems(r); len(problems) > 0 {
		fmt.Fprintf(&b, ` <testsuite name="run" tests="%d" errors="%d">`+"\n", len(problems), len(problems))
		for _, p := range problems {
			junitError(&b, "run", p)
		}
		b.WriteString(" </testsuite>\n")
	}
	b.WriteString("</testsuites>\n")
	return b.String()
}

func runProblems(r *result.Run) []string {
	var problems []string
	if r.Problem != "" {
		problems = append(problems, r.Problem)
	}
	if r.Interrupted {
		problems = append(problems, "the run was ended before its end")
	}
	for _, d := range r.Restarts {
		problems = append(problems, d.String())
	}
	return problems
}

func junitSuite(b *strings.Builder, s result.Suite) {
	t := s.Total()
	var problem string
	if s.State != result.Green && s.Why != "" && s.State != result.Empty {
		problem = s.State + ": " + s.Why
	}
	errors := 0
	if problem != "" {
		errors = 1
	}
	fmt.Fprintf(b, ` <testsuite%s tests="%d" failures="%d" errors="%d" skipped="%d" time="%.3f">`+"\n",
		attribute("name", s.Name), len(s.Cases)+errors, t.Failed(), errors, t.Skipped, s.Seconds)
	for _, c := range s.Cases {
		junitCase(b, s.Name, c)
	}
	if problem != "" {
		junitError(b, s.Name, problem)
	}
	b.WriteString(" </testsuite>\n")
}

func junitCase(b *strings.Builder, suite string, c result.Case) {
	fmt.Fprintf(b, `  <testcase%s%s time="%.3f"`, attribute("classname", suite+"."+c.File), attribute("name", c.Case), c.Seconds)
	switch c.Result {
	case result.Pass:
		b.WriteString("/>\n")
	case result.Skip:
		fmt.Fprintf(b, "><skipped%s/></testcase>\n", attribute("message", c.Message))
	default:
		fmt.Fprintf(b, "><failure%s/></testcase>\n", attribute("message", c.Message))
	}
}

func junitError(b *strings.Builder, class, problem string) {
	fmt.Fprintf(b, "  <testcase%s%s><error%s/></testcase>\n", attribute("classname", class), attribute("name", "the run itself"), attribute("message", problem))
}

// attribute is ` name="value"`; what XML cannot hold becomes U+FFFD.
func attribute(name, value string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(value)) // a Builder takes everything
	return " " + name + `="` + b.String() + `"`
}
