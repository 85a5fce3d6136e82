package result

import (
	"regexp"
	"strconv"
	"strings"
)

// GoTestReader reads what `go test -v` prints. TestPutItem/refuses_an_empty_key is the case "refuses an empty key" of operation PutItem
// and file put_item, and TestPutItem_conditions/on_no_item the case "conditions: on no item" of both; a test without subtests is a case
// of its own name. Tests with subtests are cases only if they fail by themselves.
type GoTestReader struct {
	*Collector
	running string              // whose output the next lines are
	tests   map[string]*goTest  // those that have begun and not ended
	failed  map[string]struct{} // parents of tests that failed
	panic   string
}

type goTest struct {
	message string
	parent  bool
}

// NewGoTestReader gives the results to a collector.
func NewGoTestReader(c *Collector) *GoTestReader {
	return &GoTestReader{Collector: c, tests: map[string]*goTest{}, failed: map[string]struct{}{}}
}

var (
	goTestStep   = regexp.MustCompile(`^=== (RUN|PAUSE|CONT|NAME)\s+(\S+)`)
	goTestEnd    = regexp.MustCompile(`^\s*--- (PASS|FAIL|SKIP): (\S+) \(([0-9.]+)s\)`)
	goTestOutput = regexp.MustCompile(`^\s+[^\s:]+\.go:\d+: ?(.*)$`)
)

// Line takes one line.
func (r *GoTestReader) Line(line string) {
	if m := goTestStep.FindStringSubmatch(line); m != nil {
		r.step(m[1], m[2])
	} else if m := goTestEnd.FindStringSubmatch(line); m != nil {
		r.ended(m[2], m[1], m[3])
	} else if m := goTestOutput.FindStringSubmatch(line); m != nil {
		r.said(m[1])
	} else if strings.HasPrefix(line, "panic: ") && r.panic == "" {
		r.panic = line
	} else if t := r.tests[r.running]; t != nil && t.message == "" && strings.HasPrefix(line, "        ") {
		t.message = strings.TrimSpace(line) // a message that begins on a line of its own
	}
}

func (r *GoTestReader) step(verb, name string) {
	r.running = name
	if verb != "RUN" {
		return
	}
	r.tests[name] = &goTest{}
	if parent := r.tests[parentOf(name)]; parent != nil {
		parent.parent = true
	}
}

func (r *GoTestReader) said(text string) {
	if t := r.tests[r.running]; t != nil && t.message == "" {
		t.message = text
	}
}

func (r *GoTestReader) ended(name, verdict, seconds string) {
	t := r.tests[name]
	if t == nil {
		t = &goTest{}
	}
	delete(r.tests, name)
	_, below := r.failed[name]
	if verdict == "FAIL" {
		r.failed[parentOf(name)] = struct{}{}
	}
	if t.parent && (verdict != "FAIL" || below) {
		return
	}
	took, _ := strconv.ParseFloat(seconds, 64) // the expression lets only numbers pass
	c := Case{Result: Pass, Seconds: took}
	switch verdict {
	case "FAIL":
		c.Result, c.Message = Fail, t.message
	case "SKIP":
		c.Result, c.Message = Skip, t.message
	}
	r.add(name, c)
}

func (r *GoTestReader) add(test string, c Case) {
	top, below, _ := strings.Cut(strings.TrimPrefix(test, "Test"), "/")
	operation, topic, _ := strings.Cut(top, "_")
	c.File, c.Operation = snakeCase(operation), operation
	var parts []string
	for _, part := range []string{topic, below} {
		if part != "" {
			parts = append(parts, strings.ReplaceAll(part, "_", " "))
		}
	}
	if c.Case = strings.Join(parts, ": "); c.Case == "" {
		c.Case = operation
	}
	r.Add(c)
}

// snakeCase is put_item for PutItem.
func snakeCase(name string) string {
	return strings.ToLower(strings.TrimPrefix(wordStart.ReplaceAllString(name, "_$0"), "_"))
}

var wordStart = regexp.MustCompile(`[A-Z]+[a-z0-9]*`)

// End takes tests that began and never ended for failures: the program ended under them.
func (r *GoTestReader) End() {
	for name, t := range r.tests {
		if !t.parent {
			r.add(name, Case{Result: Fail, Message: strings.TrimSpace("the test program ended before the test. " + r.panic)})
		}
	}
}

func parentOf(test string) string {
	if i := strings.LastIndexByte(test, '/'); i >= 0 {
		return test[:i]
	}
	return ""
}
