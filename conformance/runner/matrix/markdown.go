package matrix

import (
	"fmt"
	"strings"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// Markdown is the matrix for a page of a repository or of CI.
func Markdown(r *result.Run) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s, %s\n", Escape(r.Label), Escape(r.URL), r.Summary())
	for _, line := range r.Remarks() {
		fmt.Fprintf(&b, "\n- %s\n", Escape(line))
	}
	b.WriteString("\n| suite | state | passed | failed | missing | skipped |\n|---|---|---:|---:|---:|---:|\n")
	for _, s := range r.Suites {
		tallyRow(&b, s.Name+" | "+s.State, s.Total())
	}
	for _, s := range r.Suites {
		suiteMarkdown(&b, s)
	}
	tallyTable(&b, "operations of all suites", "operation", r.Operations())
	return b.String()
}

func suiteMarkdown(b *strings.Builder, s result.Suite) {
	fmt.Fprintf(b, "\n## %s\n\n%s\n", s.Name, Escape(s.Title))
	if s.Why != "" {
		fmt.Fprintf(b, "\n%s: %s\n", s.State, Escape(s.Why))
	}
	for _, note := range append(s.Notes, s.Output...) {
		fmt.Fprintf(b, "\n- %s\n", Escape(note))
	}
	tallyTable(b, "", "file", s.Files())
	failures := s.Failures()
	if len(failures) == 0 {
		return
	}
	b.WriteString("\n| failing case | first line |\n|---|---|\n")
	for _, c := range failures {
		fmt.Fprintf(b, "| %s | %s |\n", Escape(c.Key()), Escape(c.Message))
	}
}

func tallyTable(b *strings.Builder, heading, column string, tallies []result.Tally) {
	if len(tallies) == 0 {
		return
	}
	if heading != "" {
		fmt.Fprintf(b, "\n## %s\n", heading)
	}
	fmt.Fprintf(b, "\n| %s | passed | failed | missing | skipped |\n|---|---:|---:|---:|---:|\n", column)
	for _, t := range tallies {
		tallyRow(b, Escape(t.Name), t)
	}
}

func tallyRow(b *strings.Builder, first string, t result.Tally) {
	fmt.Fprintf(b, "| %s | %s | %d | %d | %d |\n", first, t, t.Failed(), t.Missing, t.Skipped)
}

// special are the characters that mean something in Markdown's text, in its tables or in the HTML it may hold.
const special = "\\`*_{}[]<>|#&~!"

// Escape makes text of suites and servers harmless in a cell of a Markdown table.
func Escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '<':
			b.WriteString("&lt;")
			continue
		case r == '&':
			b.WriteString("&amp;")
			continue
		case r == '\n' || r == '\r':
			r = ' '
		case strings.ContainsRune(special, r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
