package compare

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
	"github.com/ddbsql/ddbsql/conformance/runner/resulttest"
)

func TestRegressions(t *testing.T) {
	pass, fail, skip := resulttest.Pass, resulttest.Fail, resulttest.Skip
	before := resulttest.Run("before", pass("put_item", "a"), pass("put_item", "b"), fail("put_item", "c", "known"), pass("query", "d"), pass("query", "e"))
	for _, c := range []struct {
		name string
		now  *result.Run
		want []string
	}{
		{"the same again", before, nil},
		{"a case that failed before may pass, fail or go",
			resulttest.Run("now", pass("put_item", "a"), pass("put_item", "b"), pass("query", "d"), pass("query", "e"), fail("query", "new", "m")), nil},
		{"a case fails", resulttest.Run("now", pass("put_item", "a"), fail("put_item", "b", "wrong text"), pass("query", "d"), pass("query", "e")),
			[]string{"go-sdk put_item::b: wrong text"}},
		{"a case is skipped", resulttest.Run("now", pass("put_item", "a"), skip("put_item", "b", "slow"), pass("query", "d"), pass("query", "e")),
			[]string{"go-sdk put_item::b: skipped: slow"}},
		{"a case is missing", resulttest.Run("now", pass("put_item", "a"), pass("query", "d"), pass("query", "e")),
			[]string{"go-sdk put_item::b: missing"}},
		{"a file is missing", resulttest.Run("now", pass("put_item", "a"), pass("put_item", "b")), []string{"go-sdk query: all 2 cases are missing"}},
		{"a suite is missing", &result.Run{}, []string{"go-sdk: not part of the run"}},
		{"a suite breaks after its last case", with(before, func(r *result.Run) { r.Suites[0].State, r.Suites[0].Why = result.Broken, "status 3" }),
			[]string{"go-sdk: broken: status 3"}},
		{"a suite that was not run is told once", with(resulttest.Run("now"), func(r *result.Run) { r.Suites[0].State, r.Suites[0].Why = result.NotRun, "no answer" }),
			[]string{"go-sdk: not run: no answer"}},
		{"of a run of some cases only those are looked at", with(resulttest.Run("now", pass("query", "d")), func(r *result.Run) { r.Only = "::[cd]$" }), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "baseline.json")
			if err := NewBaseline(before).WriteFile(path); err != nil {
				t.Fatal(err)
			}
			b, err := ReadBaseline(path)
			if err != nil || b.Cases() != 4 {
				t.Fatalf("%d cases, %v", b.Cases(), err)
			}
			got, err := b.Regressions(c.now)
			if err != nil || strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("%q, %v; want %q", got, err, c.want)
			}
		})
	}
}

// with changes a copy of a run.
func with(r *result.Run, change func(*result.Run)) *result.Run {
	other := *r
	other.Suites = append([]result.Suite{}, r.Suites...)
	change(&other)
	return &other
}

func TestBaselineOfSomeSuites(t *testing.T) {
	r := resulttest.Run("now", resulttest.Pass("put_item", "a"))
	r.Suites = append(r.Suites, result.Suite{Name: "tools", State: result.Green, Cases: []result.Case{resulttest.Pass("cli", "b"), resulttest.Pass("cli", "c")}})
	for _, c := range []struct {
		suites []string
		cases  int
	}{{nil, 3}, {[]string{"tools"}, 2}, {[]string{"tools", "go-sdk"}, 3}, {[]string{"unknown"}, 0}} {
		if got := NewBaseline(r).Only(c.suites).Cases(); got != c.cases {
			t.Errorf("%v: %d cases, want %d", c.suites, got, c.cases)
		}
	}
}

// two runs: one with a broken suite that the other does not have, and names that a table must escape.
func two() Table {
	a := resulttest.Run("sqlite", resulttest.Pass("put_item", "a"), resulttest.Pass("a|b", "b"))
	b := resulttest.Run("other | one", resulttest.Fail("put_item", "a", "m"))
	b.Suites = append(b.Suites, result.Suite{Name: "tools", Tier: 3, Title: "quick starts", State: result.Broken, Why: "no npm"})
	return New([]*result.Run{a, b})
}

func TestText(t *testing.T) {
	const want = `suite / file  sqlite  other | one
go-sdk           2/2          0/1
  a|b            1/1            -
  put_item       1/1          0/1
tools              -       broken
operations
  PutItem        2/2          0/1
`
	if got := two().Text(true); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if strings.Contains(two().Text(false), "PutItem") {
		t.Error("operations that nobody asked for")
	}
}

func TestMarkdown(t *testing.T) {
	const want = `
| suite | sqlite | other \| one |
| --- | ---: | ---: |
| go-sdk | 2/2 | 0/1 |
| tools | - | broken |

- sqlite: http://127.0.0.1:8000, run at 2026-01-02T03:04:05Z, 7 s: all green

- other \| one: http://127.0.0.1:8000, run at 2026-01-02T03:04:05Z, 7 s: not green

## go-sdk

ours

| file | sqlite | other \| one |
| --- | ---: | ---: |
| a\|b | 1/1 | - |
| put\_item | 1/1 | 0/1 |

## tools

quick starts

## Operations, over all suites

| operation | sqlite | other \| one |
| --- | ---: | ---: |
| PutItem | 2/2 | 0/1 |
`
	if got := two().Markdown(true); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
