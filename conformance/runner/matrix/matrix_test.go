package matrix

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
	"github.com/ddbsql/ddbsql/conformance/runner/resulttest"
)

// nasty has everything that can go wrong, under the names that are hardest to write.
func nasty() *result.Run {
	r := resulttest.Run("a | <run>", resulttest.Pass("put_item", "stores"), resulttest.Fail("put_item", resulttest.NastyCase, resulttest.NastyMessage),
		resulttest.Skip("query", "is slow", "not today"))
	r.Suites[0].Planned = map[string]int{"scan": 2}
	r.Suites[0].Notes = []string{"a <note>"}
	r.Suites = append(r.Suites, result.Suite{Name: "tools", State: result.Broken, Why: "no | npm", Output: []string{"line <1>"}})
	r.Restarts = []result.Restart{{At: time.Date(2026, 1, 2, 3, 5, 0, 0, time.UTC), Suite: "go-sdk", Status: "exit status 9", Away: 0.5, Output: []string{"last words"}}}
	return r
}

func TestText(t *testing.T) {
	const want = `a | <run>: http://127.0.0.1:8000
run at 2026-01-02T03:04:05Z, 7 s: not green
times the server died and was started again: 1
the server died at 2026-01-02T03:05:00Z, during go-sdk: exit status 9; it answered again after 0.5 s

last lines of the server before 2026-01-02T03:05:00Z
  last words

go-sdk: failed, 1/4, 1 failed, 2 missing, 1 skipped  (ours)
  note: a <note>
  put_item  1/2, 1 failed
  query     0/0, 1 skipped
  scan      0/2, 2 missing

tools: broken, 0/0  ()
  no | npm
    line <1>

operations of all suites
  PutItem  1/2, 1 failed, 1 skipped

failures
  go-sdk put_item::` + resulttest.NastyCase + ": " + resulttest.NastyMessage + "\n"
	if got := Text(nasty()); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestMarkdownKeepsItsTables(t *testing.T) {
	text := Markdown(nasty())
	separator := regexp.MustCompile(`(^|[^\\])\|`)
	columns := 0
	for line := range strings.Lines(text) {
		n := len(separator.FindAllString(strings.ReplaceAll(line, `\\`, ""), -1))
		switch {
		case !strings.HasPrefix(line, "|"):
			columns = 0
			if n > 0 {
				t.Errorf("a bar that is not escaped: %q", line)
			}
		case columns == 0:
			columns = n
		case n != columns:
			t.Errorf("%d bars instead of %d: %q", n, columns, line)
		}
		if regexp.MustCompile(`<[a-z/]`).MatchString(line) || strings.Contains(line, "[x](") && !strings.Contains(line, `\[x\](`) {
			t.Errorf("not escaped: %q", line)
		}
	}
	for _, part := range []string{"| go-sdk | failed | 1/4 | 1 | 2 | 1 |", "| put\\_item | 1/2 | 1 | 0 | 0 |", "broken: no \\| npm"} {
		if !strings.Contains(text, part) {
			t.Errorf("no %q in\n%s", part, text)
		}
	}
}

func TestJUnitIsReadBackAsItWas(t *testing.T) {
	r := nasty()
	r.Suites[0].Why = "2 announced cases told no result"
	var told result.Collector
	if err := result.ReadJUnit(&told, strings.NewReader(JUnit(r))); err != nil {
		t.Fatal(err)
	}
	var s result.Suite
	told.Into(&s)
	var got []string
	for _, c := range s.Cases {
		got = append(got, c.Result+" "+c.Key()+": "+c.Message)
	}
	want := []string{
		"pass put_item::stores: ",
		"fail put_item::" + resulttest.NastyCase + ": " + resulttest.NastyMessage,
		"skip query::is slow: not today",
		"fail go-sdk::the run itself: failed: 2 announced cases told no result",
		"fail tools::the run itself: broken: no | npm",
		"fail run::the run itself: the server died at 2026-01-02T03:05:00Z, during go-sdk: exit status 9; it answered again after 0.5 s",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("read back\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestWriteAndReadBack(t *testing.T) {
	dir := t.TempDir()
	if err := Write(nasty(), dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"matrix.json", "matrix.txt", "matrix.md", "junit.xml"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	back, err := result.ReadFile(dir)
	if err != nil {
		t.Fatal(err)
	}
	if Text(back) != Text(nasty()) {
		t.Errorf("read back as\n%s", Text(back))
	}
}

func TestJSONHasTheCounts(t *testing.T) {
	text, err := nasty().Marshal()
	if err != nil {
		t.Fatal(err)
	}
	var counts struct {
		Green      bool
		Operations []result.Tally
		Suites     []struct {
			Total result.Tally
			Files []result.Tally
			Cases []result.Case
		}
	}
	if err := json.Unmarshal(text, &counts); err != nil {
		t.Fatal(err)
	}
	s := counts.Suites[0]
	if counts.Green || len(counts.Operations) != 1 || s.Total.String() != "1/4" || len(s.Files) != 3 || len(s.Cases) != 3 {
		t.Errorf("%+v", counts)
	}
}
