// Package resulttest makes results for the tests of those who show them.
package resulttest

import (
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// Names that break a table, a page or a file whose writer does not escape them.
const (
	NastyCase    = "a <b>bold</b> & \"quoted\" | `ticked` case [x](http://x) \uFFFD"
	NastyMessage = "<script>alert('x')</script> | want ]]> & got \\|"
)

// Run is a run of one suite with these cases.
func Run(label string, cases ...result.Case) *result.Run {
	s := result.Suite{Name: "go-sdk", Tier: 1, Title: "ours", State: result.Green, Cases: cases, Seconds: 1}
	if len(s.Failures()) > 0 {
		s.State = result.Failed
	}
	return &result.Run{Format: result.Format, Label: label, URL: "http://127.0.0.1:8000", Started: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), Seconds: 7,
		Suites: []result.Suite{s}}
}

// Pass, Fail and Skip are cases of operation PutItem.
func Pass(file, name string) result.Case {
	return result.Case{File: file, Operation: "PutItem", Case: name, Result: result.Pass}
}

func Fail(file, name, message string) result.Case {
	return result.Case{File: file, Operation: "PutItem", Case: name, Result: result.Fail, Message: message}
}

func Skip(file, name, message string) result.Case {
	return result.Case{File: file, Operation: "PutItem", Case: name, Result: result.Skip, Message: message}
}
