package result

import (
	"fmt"
	"time"
)

// Summary is "run at TIME, 12 s: all green".
func (r *Run) Summary() string {
	verdict := "not green"
	if r.Green() {
		verdict = "all green"
	}
	return fmt.Sprintf("run at %s, %.0f s: %s", r.Started.Format(time.RFC3339), r.Seconds, verdict)
}

// Remarks are what a reader must know of a run as a whole, in a line each.
func (r *Run) Remarks() []string {
	var lines []string
	if r.Problem != "" {
		lines = append(lines, "no suite could be run: "+r.Problem)
	}
	if r.Interrupted {
		lines = append(lines, "the run was ended before its end")
	}
	if r.Only != "" {
		lines = append(lines, "only cases that match "+r.Only)
	}
	lines = append(lines, r.Notes...)
	if n := len(r.Restarts); n > 0 {
		lines = append(lines, fmt.Sprintf("times the server died and was started again: %d", n))
	}
	for _, d := range r.Restarts {
		lines = append(lines, d.String())
	}
	return lines
}

// String says when and how the server ended, and when it was back.
func (d Restart) String() string {
	line := fmt.Sprintf("the server died at %s, during %s: %s", d.At.Format(time.RFC3339), d.Suite, d.Status)
	if d.Away == 0 {
		return line + "; it did not answer again before the next end"
	}
	return line + fmt.Sprintf("; it answered again after %.1f s", d.Away)
}

// Broke tells whether a suite did not come to its end, so that its counts are not the whole truth.
func (s Suite) Broke() bool {
	return s.State == Broken || s.State == Interrupted || s.State == NotRun
}
