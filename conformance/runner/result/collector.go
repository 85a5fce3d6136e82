package result

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Collector gathers what a suite tells while it runs. It is not safe for use by several goroutines.
type Collector struct {
	cases   []Case
	at      map[string]int // place of a case by its key
	notes   []string
	planned map[string]int
	failed  int
	garbage int // lines that should have been events
}

// Limits of what is kept of a text; a suite may fail by printing a whole page.
const (
	maxMessage = 500
	maxName    = 300
)

// Plan announces cases of a file; announcements for the same file add up.
func (c *Collector) Plan(file string, total int) {
	if c.planned == nil {
		c.planned = map[string]int{}
	}
	c.planned[Line(file, maxName)] += total
}

// Note keeps a remark of the suite.
func (c *Collector) Note(text string) { c.notes = append(c.notes, Line(text, maxMessage)) }

// Garbage keeps a line that should have told something and is not understood.
func (c *Collector) Garbage(line string) {
	c.garbage++
	c.Note("not an event: " + line)
}

// Garbled is how many such lines there were.
func (c *Collector) Garbled() int { return c.garbage }

// Add takes the result of a case. A case that is told twice counts once, and a failure is not undone by a later pass.
func (c *Collector) Add(one Case) {
	one.File, one.Operation, one.Case = Line(one.File, maxName), Line(one.Operation, maxName), Line(one.Case, maxName)
	one.Message = FirstLine(one.Message)
	if one.Result != Pass && one.Result != Skip && one.Result != Fail {
		one.Message = fmt.Sprintf("the suite tells an unknown result %q: %s", one.Result, one.Message)
		one.Result = Fail
	}
	if c.at == nil {
		c.at = map[string]int{}
	}
	place, again := c.at[one.Key()]
	switch {
	case !again:
		c.at[one.Key()] = len(c.cases)
		c.cases = append(c.cases, one)
	case c.cases[place].Result != Fail:
		c.cases[place] = one
	default:
		return
	}
	if one.Result == Fail {
		c.failed++
	}
}

// Progress is what a run shows while it goes on.
type Progress struct {
	File                string // of the last case
	Done, Total, Failed int    // Total is 0 if the suite did not announce it
}

// Progress says how far the suite is.
func (c *Collector) Progress() Progress {
	p := Progress{Done: len(c.cases), Failed: c.failed}
	if p.Done > 0 {
		p.File = c.cases[p.Done-1].File
	}
	for _, n := range c.planned {
		p.Total += n
	}
	return p
}

// Into moves what was gathered into the result of the suite.
func (c *Collector) Into(s *Suite) {
	s.Cases = append([]Case{}, c.cases...)
	s.Notes = append(s.Notes, c.notes...)
	s.Planned = c.planned
}

// FirstLine is the first line of a text that is not blank, as valid UTF-8 and of bounded length.
func FirstLine(text string) string {
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			return Line(strings.TrimSpace(line), maxMessage)
		}
	}
	return ""
}

// Line is a text as one line of valid UTF-8 without control characters, of at most so many bytes. A name with a line break would
// otherwise fall apart in a table, and an escape sequence would change the reader's terminal.
func Line(text string, limit int) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff:
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	if len(text) <= limit {
		return text
	}
	cut := limit
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut] + "…"
}
