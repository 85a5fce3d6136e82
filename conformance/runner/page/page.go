// Package page writes a comparison of runs as one HTML page that needs nothing else: no script, no font, no picture from elsewhere. It is
// written by hand because a template engine would keep the linker from leaving out methods that nobody calls.
package page

import (
	_ "embed"
	"fmt"
	"html"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/compare"
	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

//go:embed style.css
var style string

// HTML is the page.
func HTML(t compare.Table) string {
	p := &page{Table: t}
	p.put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	p.put("<meta name=\"color-scheme\" content=\"light dark\">\n<title>", escape("DynamoDB conformance: "+p.labels()), "</title>\n<style>\n", style, "</style>\n</head>\n<body>\n")
	p.put("<header>\n<h1>DynamoDB conformance</h1>\n<p>Cases passed of cases run, suite by suite. A skipped case is not counted.</p>\n</header>\n<main>\n")
	p.totals()
	p.runs()
	for _, s := range t.Suites {
		p.suite(s)
	}
	if len(t.Operations) > 0 {
		p.put("<section>\n<h2>Operations, over all suites</h2>\n")
		p.fold(fmt.Sprintf("%d operations", len(t.Operations)), func() { p.table("operation", t.Operations) })
		p.put("</section>\n")
	}
	p.put("</main>\n</body>\n</html>\n")
	return p.String()
}

type page struct {
	compare.Table
	strings.Builder
}

// put writes parts as they are: what others wrote goes through escape first.
func (p *page) put(parts ...string) {
	for _, part := range parts {
		p.WriteString(part)
	}
}

func escape(text string) string { return html.EscapeString(strings.ToValidUTF8(text, "\uFFFD")) }

// name is a text that may be broken after its joints, so that a narrow column need not break it elsewhere.
func name(text string) string {
	return strings.NewReplacer("_", "_<wbr>", "-", "-<wbr>").Replace(escape(text))
}

func (p *page) labels() string {
	var labels []string
	for _, r := range p.Runs {
		labels = append(labels, r.Label)
	}
	return strings.Join(labels, ", ")
}

// totals is the headline: a row for each suite.
func (p *page) totals() {
	var rows []compare.Row
	for _, s := range p.Suites {
		rows = append(rows, s.Total)
	}
	p.table("suite", rows)
}

// runs says what the columns are.
func (p *page) runs() {
	p.put("<section class=\"runs\">\n")
	for _, r := range p.Runs {
		mark, class := "not green", "bad"
		if r.Green() {
			mark, class = "all green", "good"
		}
		p.put("<article>\n<h3>", escape(r.Label), " <span class=\"", class, "\">", mark, "</span></h3>\n<p>", escape(r.URL), "<br>",
			r.Started.Format(time.RFC3339), fmt.Sprintf(", %.0f s</p>\n", r.Seconds))
		p.remarks(r)
		p.put("</article>\n")
	}
	p.put("</section>\n")
}

// remarks are what went wrong beside the cases and, folded, what the suites say of themselves.
func (p *page) remarks(r *result.Run) {
	lines := r.Remarks()
	var notes []string
	for _, s := range r.Suites {
		if s.Why != "" {
			lines = append(lines, fmt.Sprintf("%s is %s: %s", s.Name, s.State, s.Why))
		}
		for _, note := range s.Notes {
			notes = append(notes, s.Name+": "+note)
		}
	}
	p.list(lines)
	if len(notes) > 0 {
		p.fold(fmt.Sprintf("notes of the suites: %d", len(notes)), func() { p.list(notes) })
	}
}

func (p *page) list(lines []string) {
	if len(lines) == 0 {
		return
	}
	p.put("<ul>\n")
	for _, line := range lines {
		p.put("<li>", escape(line), "</li>\n")
	}
	p.put("</ul>\n")
}

func (p *page) suite(s compare.Section) {
	p.put("<section>\n<h2>", escape(s.Name), "</h2>\n<p>", escape(s.Title), "</p>\n")
	p.fold(fmt.Sprintf("%d files", len(s.Files)), func() { p.table("file", s.Files) })
	if len(s.Operations) > 0 {
		p.fold(fmt.Sprintf("%d operations", len(s.Operations)), func() { p.table("operation", s.Operations) })
	}
	p.findings(findingsOf(s.Name, p.Runs))
	p.put("</section>\n")
}

func (p *page) fold(title string, content func()) {
	p.put("<details>\n<summary>", escape(title), "</summary>\n")
	content()
	p.put("</details>\n")
}

// table has the names in a first column that stays while the others are moved under it.
func (p *page) table(first string, rows []compare.Row) {
	p.put("<div class=\"wide\" tabindex=\"0\">\n<table>\n<thead><tr><th scope=\"col\">", first, "</th>")
	for _, r := range p.Runs {
		p.put("<th scope=\"col\">", name(r.Label), "</th>")
	}
	p.put("</tr></thead>\n<tbody>\n")
	for _, row := range rows {
		p.put("<tr><th scope=\"row\">", name(row.Name), "</th>")
		for _, c := range row.Cells {
			p.cell(c)
		}
		p.put("</tr>\n")
	}
	p.put("</tbody>\n</table>\n</div>\n")
}

// cell says in words, too, what its colour says.
func (p *page) cell(c compare.Cell) {
	class, mark := "bad", "✗ "
	switch {
	case !c.Present:
		class, mark = "none", ""
	case c.Whole():
		class, mark = "good", "✓ "
	case c.Total == 0 && c.Broke == "":
		class, mark = "none", ""
	}
	p.put("<td class=\"", class, "\">", mark, escape(c.String()))
	var more []string
	for _, count := range []struct {
		n    int
		what string
	}{{c.Failed(), "failed"}, {c.Missing, "missing"}, {c.Skipped, "skipped"}} {
		if count.n > 0 {
			more = append(more, fmt.Sprintf("%d %s", count.n, count.what))
		}
	}
	if len(more) > 0 {
		p.put("<small>", strings.Join(more, ", "), "</small>")
	}
	p.put("</td>")
}
