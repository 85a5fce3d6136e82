package result

import (
	"strings"
	"testing"
)

func TestGoTestReader(t *testing.T) {
	for _, c := range []struct {
		name, printed string
		want          []string // "result file::case: message"
	}{
		{"subtests are cases, their parent is none", `
=== RUN   TestPutItem
=== RUN   TestPutItem/stores_an_item
=== RUN   TestPutItem/refuses_an_empty_key
    put_item_test.go:12: want ValidationException
        and more
--- FAIL: TestPutItem (0.01s)
    --- PASS: TestPutItem/stores_an_item (0.00s)
    --- FAIL: TestPutItem/refuses_an_empty_key (0.00s)
FAIL`, []string{"pass put_item::stores an item: ", "fail put_item::refuses an empty key: want ValidationException"}},
		{"a test without subtests is a case", `
=== RUN   TestQuery
--- PASS: TestQuery (0.25s)`, []string{"pass query::Query: "}},
		{"a topic behind the operation begins the case", `
=== RUN   TestQuery_pages
--- PASS: TestQuery_pages (0.25s)
=== RUN   TestQuery_key_conditions
=== RUN   TestQuery_key_conditions/on_two_keys
--- PASS: TestQuery_key_conditions (0.25s)
    --- PASS: TestQuery_key_conditions/on_two_keys (0.25s)`, []string{"pass query::pages: ", "pass query::key conditions: on two keys: "}},
		{"a parent that fails by itself is a case", `
=== RUN   TestScan
    scan_test.go:3: tables are left over
=== RUN   TestScan/reads
--- FAIL: TestScan (0.01s)
    --- PASS: TestScan/reads (0.00s)`, []string{"pass scan::reads: ", "fail scan::Scan: tables are left over"}},
		{"output of parallel tests is told apart", `
=== RUN   TestScan
=== RUN   TestScan/a
=== PAUSE TestScan/a
=== RUN   TestScan/b
=== PAUSE TestScan/b
=== CONT  TestScan/a
=== CONT  TestScan/b
    scan_test.go:3: from b
=== NAME  TestScan/a
    scan_test.go:3: from a
--- FAIL: TestScan (0.01s)
    --- FAIL: TestScan/a (0.00s)
    --- FAIL: TestScan/b (0.00s)`, []string{"fail scan::a: from a", "fail scan::b: from b"}},
		{"a message that begins on the next line", `
=== RUN   TestScan/a
    scan_test.go:3: 
        	Error Trace: here
--- FAIL: TestScan/a (0.00s)`, []string{"fail scan::a: Error Trace: here"}},
		{"a reason of a skip", `
=== RUN   TestScan/a
    scan_test.go:3: takes an hour
--- SKIP: TestScan/a (0.00s)`, []string{"skip scan::a: takes an hour"}},
		{"a panic fails the test that ran", `
=== RUN   TestScan
=== RUN   TestScan/a
--- PASS: TestScan/a (0.00s)
=== RUN   TestScan/b
panic: no item [recovered]
	panic: no item`, []string{"pass scan::a: ", "fail scan::b: the test program ended before the test. panic: no item [recovered]"}},
		{"deeper subtests are cases of the same file", `
=== RUN   TestScan
=== RUN   TestScan/a
=== RUN   TestScan/a/b_c
--- PASS: TestScan (0.00s)
    --- PASS: TestScan/a (0.00s)
        --- PASS: TestScan/a/b_c (0.00s)`, []string{"pass scan::a/b c: "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var told Collector
			r := NewGoTestReader(&told)
			for line := range strings.Lines(c.printed) {
				r.Line(strings.TrimSuffix(line, "\n"))
			}
			r.End(false)
			equalCases(t, told, c.want)
		})
	}
}

// equalCases compares what was told with lines of the form "result file::case: message".
func equalCases(t *testing.T, told Collector, want []string) {
	t.Helper()
	var s Suite
	told.Into(&s)
	var got []string
	for _, one := range s.Cases {
		got = append(got, one.Result+" "+one.Key()+": "+one.Message)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("told\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}
