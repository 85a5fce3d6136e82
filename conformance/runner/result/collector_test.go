package result

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestEventsReader(t *testing.T) {
	for _, c := range []struct {
		name   string
		lines  []string
		want   []string
		notes  string
		failed int
		garble int
	}{
		{name: "cases, plans and notes",
			lines: []string{`{"event":"plan","file":"f","total":2}`, `{"event":"case","file":"f","case":"a","result":"pass"}`, `{"event":"note","text":"hello"}`},
			want:  []string{"pass f::a: "}, notes: "hello"},
		{name: "only the first line of a message is kept",
			lines: []string{`{"event":"case","file":"f","case":"a","result":"fail","message":"\n one \ntwo"}`},
			want:  []string{"fail f::a: one"}, failed: 1},
		{name: "a failure is not undone by a later pass",
			lines: []string{`{"event":"case","file":"f","case":"a","result":"fail","message":"m"}`, `{"event":"case","file":"f","case":"a","result":"pass"}`},
			want:  []string{"fail f::a: m"}, failed: 1},
		{name: "a pass is undone by a later failure, and counts once",
			lines: []string{`{"event":"case","file":"f","case":"a","result":"pass"}`, `{"event":"case","file":"f","case":"a","result":"fail"}`},
			want:  []string{"fail f::a: "}, failed: 1},
		{name: "an unknown result is a failure",
			lines: []string{`{"event":"case","file":"f","case":"a","result":"maybe"}`},
			want:  []string{`fail f::a: the suite tells an unknown result "maybe": `}, failed: 1},
		{name: "what is no event is kept as garbage",
			lines: []string{"oops", `{"event":"dance"}`}, notes: `not an event: oops|not an event: {"event":"dance"}`, garble: 2},
		{name: "names stay on one line, of valid UTF-8",
			lines: []string{"{\"event\":\"case\",\"file\":\"f\",\"case\":\"a\\nb\xff\\u001b[2J\",\"result\":\"pass\"}"},
			want:  []string{"pass f::a b\uFFFD\uFFFD[2J: "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var told Collector
			for _, line := range c.lines {
				EventsReader{&told}.Line(line)
			}
			equalCases(t, told, c.want)
			if got := strings.Join(told.notes, "|"); got != c.notes {
				t.Errorf("notes %q, want %q", got, c.notes)
			}
			if told.Progress().Failed != c.failed || told.Garbled() != c.garble {
				t.Errorf("%d failed, %d garbled", told.Progress().Failed, told.Garbled())
			}
		})
	}
}

func TestLineIsShortValidAndOneLine(t *testing.T) {
	for _, text := range []string{strings.Repeat("ä", 400), strings.Repeat("a", 301), "a\r\nb\u2028c", "\xff\xfe", "\x1b[31mred\x7f"} {
		got := Line(text, 300)
		if !utf8.ValidString(got) || strings.ContainsAny(got, "\r\n\u2028\x1b\x7f") || len(got) > 300+len("…") {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

func TestTallies(t *testing.T) {
	var told Collector
	told.Plan("a", 2)
	told.Plan("a", 1)
	told.Plan("c", 1)
	told.Add(Case{File: "b", Case: "1", Operation: "Scan", Result: Pass})
	told.Add(Case{File: "a", Case: "1", Operation: "Query", Result: Pass})
	told.Add(Case{File: "a", Case: "2", Operation: "Scan", Result: Skip})
	told.Add(Case{File: "b", Case: "2", Result: Fail})
	var s Suite
	told.Into(&s)
	for _, c := range []struct {
		name string
		got  []Tally
		want []Tally
	}{
		{"files", s.Files(), []Tally{{"a", 1, 2, 1, 1}, {"b", 1, 2, 0, 0}, {"c", 0, 1, 0, 1}}},
		{"operations", s.Operations(), []Tally{{"Query", 1, 1, 0, 0}, {"Scan", 1, 1, 1, 0}}},
		{"the suite", []Tally{s.Total()}, []Tally{{"", 2, 5, 1, 2}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i := range c.want {
				if i >= len(c.got) || c.got[i] != c.want[i] {
					t.Fatalf("%+v, want %+v", c.got, c.want)
				}
			}
		})
	}
}
