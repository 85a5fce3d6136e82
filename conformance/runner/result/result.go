// Package result is what a run of suites found out, as data: cases, and what is counted from them. It reads the forms in which suites
// tell their results, and a finished run is kept in one JSON file.
package result

import "time"

// Outcomes of a case.
const (
	Pass = "pass"
	Fail = "fail"
	Skip = "skip"
)

// States of a suite.
const (
	Green       = "green"       // all cases passed
	Failed      = "failed"      // at least one did not
	Broken      = "broken"      // the suite could not be set up, or broke, or told nothing
	Interrupted = "interrupted" // the run was ended from outside
	NotRun      = "not run"     // the run was ended before it came to the suite
	Empty       = "empty"       // no case of the suite was asked for
)

// Run is one run of suites against one endpoint.
type Run struct {
	Format      string    `json:"format"`
	Label       string    `json:"label"`
	URL         string    `json:"url"`
	Started     time.Time `json:"started"`
	Seconds     float64   `json:"seconds"`
	Only        string    `json:"only,omitempty"` // regular expression over "file::case"
	Interrupted bool      `json:"interrupted,omitempty"`
	Problem     string    `json:"problem,omitempty"` // why no suite could be run
	Notes       []string  `json:"notes,omitempty"`
	Restarts    []Restart `json:"restarts,omitempty"`
	Suites      []Suite   `json:"suites"`
}

// Format is the form of the JSON file; readers refuse another.
const Format = "ddbsql-conformance/1"

// Restart is an end of the server that the run had started itself.
type Restart struct {
	At     time.Time `json:"at"`
	Suite  string    `json:"suite"`
	Status string    `json:"status"` // how the server ended
	Away   float64   `json:"away"`   // seconds until it answered again; 0 if it never did
	Output []string  `json:"output"` // the last lines it printed
}

// Suite is the result of one suite.
type Suite struct {
	Name    string         `json:"name"`
	Tier    int            `json:"tier"`
	Title   string         `json:"title"`
	State   string         `json:"state"`
	Why     string         `json:"why,omitempty"`    // for every state but green and failed
	Output  []string       `json:"output,omitempty"` // the last lines of a broken suite
	Seconds float64        `json:"seconds"`
	Notes   []string       `json:"notes,omitempty"`
	Planned map[string]int `json:"planned,omitempty"` // cases announced for a file
	Cases   []Case         `json:"cases"`
}

// Case is the result of one case. Its name is unique in its file.
type Case struct {
	File      string  `json:"file"`
	Operation string  `json:"operation,omitempty"`
	Case      string  `json:"case"`
	Result    string  `json:"result"`
	Message   string  `json:"message,omitempty"` // first line of the failure, or the reason of the skip
	Seconds   float64 `json:"seconds"`
}

// Key names a case within its suite, as the regular expressions of --only see it.
func (c Case) Key() string { return c.File + "::" + c.Case }

// Green tells whether nothing at all went wrong.
func (r *Run) Green() bool {
	if r.Interrupted || r.Problem != "" || len(r.Restarts) > 0 {
		return false
	}
	some := false
	for _, s := range r.Suites {
		if s.State != Green && s.State != Empty {
			return false
		}
		some = some || s.State == Green
	}
	return some
}
