package page

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ddbsql/ddbsql/conformance/runner/compare"
	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// finding is a case that did not pass in some runs.
type finding struct {
	file, name string
	said       []saying
}

// saying is what one or several runs tell of a case, in the same words.
type saying struct {
	result, message string
	runs            []string
}

// findingsOf gives the cases of a suite that did not pass everywhere, in the order of files and then of the suite.
func findingsOf(suite string, runs []*result.Run) []finding {
	var all []finding
	at := map[string]int{}
	for _, r := range runs {
		s := compare.Suite(r, suite)
		if s == nil {
			continue
		}
		for _, c := range s.Cases {
			if c.Result == result.Pass {
				continue
			}
			place, known := at[c.Key()]
			if !known {
				place = len(all)
				at[c.Key()] = place
				all = append(all, finding{file: c.File, name: c.Case})
			}
			all[place].add(r.Label, c)
		}
	}
	slices.SortStableFunc(all, func(a, b finding) int { return strings.Compare(a.file, b.file) })
	return all
}

func (f *finding) add(run string, c result.Case) {
	for i, s := range f.said {
		if s.result == c.Result && s.message == c.Message {
			f.said[i].runs = append(s.runs, run)
			return
		}
	}
	f.said = append(f.said, saying{result: c.Result, message: c.Message, runs: []string{run}})
}

// findings shows them, folded by file.
func (p *page) findings(all []finding) {
	if len(all) == 0 {
		return
	}
	p.fold("cases that did not pass everywhere: "+outcomes(all), func() {
		for len(all) > 0 {
			n := 1
			for n < len(all) && all[n].file == all[0].file {
				n++
			}
			p.findingsOf(all[:n])
			all = all[n:]
		}
	})
}

// findingsOf shows those of one file.
func (p *page) findingsOf(file []finding) {
	p.fold(fmt.Sprintf("%s: %s", file[0].file, outcomes(file)), func() {
		p.put("<ul class=\"findings\">\n")
		for _, f := range file {
			p.finding(f)
		}
		p.put("</ul>\n")
	})
}

// outcomes is "3 failing, 1 skipped": a case that fails anywhere counts as failing.
func outcomes(all []finding) string {
	failing := 0
	for _, f := range all {
		if slices.ContainsFunc(f.said, func(s saying) bool { return s.result == result.Fail }) {
			failing++
		}
	}
	var parts []string
	if failing > 0 {
		parts = append(parts, fmt.Sprintf("%d failing", failing))
	}
	if skipped := len(all) - failing; skipped > 0 {
		parts = append(parts, fmt.Sprintf("%d skipped", skipped))
	}
	return strings.Join(parts, ", ")
}

func (p *page) finding(f finding) {
	p.put("<li><strong>", escape(f.name), "</strong>\n")
	for _, s := range f.said {
		class, word := "bad", "fails"
		if s.result == result.Skip {
			class, word = "none", "skipped"
		}
		p.put("<p><span class=\"", class, "\">", word, "</span> ", escape(strings.Join(s.runs, ", ")))
		if s.message != "" {
			p.put(": <code>", escape(s.message), "</code>")
		}
		p.put("</p>\n")
	}
	p.put("</li>\n")
}
