package result

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// GoTestReader reads what `go test -v` prints. TestPutItem/refuses_an_empty_key is the case "refuses an empty key" of operation PutItem
// and file put_item, and TestPutItem_conditions/on_no_item the case "conditions: on no item" of both; a test without subtests is a case
// of its own name. Tests with subtests are cases only if they fail by themselves.
type GoTestReader struct {
	*Collector
	running string // whose output the next lines are
	tests   map[string]*goTest
	order   []string // of tests, as they began
	panic   string

	step, end, output *regexp.Regexp // forms of lines
}

type goTest struct {
	message     string
	parent      bool   // has subtests
	verdict     string // "" while it runs
	failedBelow bool
	seconds     float64
}

// NewGoTestReader gives the results to a collector.
func NewGoTestReader(c *Collector) *GoTestReader {
	return &GoTestReader{
		Collector: c,
		tests:     map[string]*goTest{},
		// Not variables of the package: a server, in the same program, has no use for them.
		step:   regexp.MustCompile(`^=== (RUN|PAUSE|CONT|NAME)\s+(\S+)`),
		end:    regexp.MustCompile(`^\s*--- (PASS|FAIL|SKIP): (\S+) \(([0-9.]+)s\)`),
		output: regexp.MustCompile(`^\s+[^\s:]+\.go:\d+: ?(.*)$`),
	}
}

// Line takes one line.
func (r *GoTestReader) Line(line string) {
	if m := r.step.FindStringSubmatch(line); m != nil {
		r.stepped(m[1], m[2])
	} else if m := r.end.FindStringSubmatch(line); m != nil {
		r.ended(m[2], m[1], m[3])
	} else if m := r.output.FindStringSubmatch(line); m != nil {
		r.said(m[1])
	} else if strings.HasPrefix(line, "panic: ") && r.panic == "" {
		r.panic = line
	} else if t := r.tests[r.running]; t != nil && t.message == "" && strings.HasPrefix(line, "        ") {
		t.message = strings.TrimSpace(line) // a message that begins on a line of its own
	}
}

func (r *GoTestReader) stepped(verb, name string) {
	r.running = name
	if verb != "RUN" || r.tests[name] != nil {
		return
	}
	r.begin(name)
	if parent := r.tests[parentOf(name)]; parent != nil {
		parent.parent = true
	}
}

func (r *GoTestReader) begin(name string) *goTest {
	t := &goTest{}
	r.tests[name] = t
	r.order = append(r.order, name)
	return t
}

func (r *GoTestReader) said(text string) {
	if t := r.tests[r.running]; t != nil && t.message == "" {
		t.message = text
	}
}

// ended notes a verdict. That of a test with subtests comes before theirs, so whether it failed by itself is decided at the end.
func (r *GoTestReader) ended(name, verdict, seconds string) {
	t := r.tests[name]
	if t == nil {
		t = r.begin(name)
	}
	t.verdict = verdict
	t.seconds, _ = strconv.ParseFloat(seconds, 64) // the expression lets only numbers pass
	if verdict == "FAIL" {
		for above := parentOf(name); above != ""; above = parentOf(above) {
			if p := r.tests[above]; p != nil {
				p.failedBelow = true
			}
		}
	}
	if !t.parent {
		r.add(name, t)
	}
}

func (r *GoTestReader) add(test string, t *goTest) {
	top, below, _ := strings.Cut(strings.TrimPrefix(test, "Test"), "/")
	operation, topic, _ := strings.Cut(top, "_")
	c := Case{File: snakeCase(operation), Operation: operation, Result: strings.ToLower(t.verdict), Seconds: t.seconds}
	var parts []string
	for _, part := range []string{topic, below} {
		if part != "" {
			parts = append(parts, strings.ReplaceAll(part, "_", " "))
		}
	}
	if c.Case = strings.Join(parts, ": "); c.Case == "" {
		c.Case = operation
	}
	if c.Result != Pass {
		c.Message = t.message
	}
	r.Add(c)
}

// snakeCase is put_item for PutItem.
func snakeCase(name string) string {
	var b strings.Builder
	var before rune
	for _, r := range name {
		if unicode.IsUpper(r) && (unicode.IsLower(before) || unicode.IsDigit(before)) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
		before = r
	}
	return b.String()
}

// End adds the tests that failed above their subtests, and takes those that began and never ended for failures: the program ended under
// them. If it was ended from outside they have no result.
func (r *GoTestReader) End(interrupted bool) {
	for _, name := range r.order {
		t := r.tests[name]
		switch {
		case t.parent && t.verdict == "FAIL" && !t.failedBelow:
			r.add(name, t)
		case !t.parent && t.verdict == "" && !interrupted:
			t.verdict, t.message = "FAIL", strings.TrimSpace("the test program ended before the test. "+r.panic)
			r.add(name, t)
		}
	}
}

func parentOf(test string) string {
	if i := strings.LastIndexByte(test, '/'); i >= 0 {
		return test[:i]
	}
	return ""
}
