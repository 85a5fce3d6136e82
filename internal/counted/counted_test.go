package counted

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/grammar"
)

func TestFigures(t *testing.T) {
	for _, db := range databases {
		s := open(t, db.url(t))
		objects := map[string]int{}
		for _, c := range subjects {
			t.Run(c.name+" on "+db.name, func(t *testing.T) {
				want := figureOf(t, c.name, db.name)
				got := figure{request: c.name, database: db.name}
				got.parses, got.statements = s.databaseWork(t, c)
				got.objects, got.bytes = allocations(want, c.times, s.repeat(t, c))
				if near(got.bytes, want.bytes) {
					got.bytes = want.bytes
				}
				if got != want {
					t.Errorf("the row reads now\n%s", got)
				}
				objects[c.name] = got.objects
			})
		}
		for _, p := range pages {
			if more := objects[p.long] - objects[p.short]; float64(more) > p.perItem[db.name]*furtherItems {
				t.Errorf("%s on %s allocates %d objects more than %s", p.long, db.name, more, p.short)
			}
		}
	}
}

// databaseWork counts the parses of requests that the engine sees for the first time, and gives their statements once all is warm.
func (s *subject) databaseWork(t testing.TB, c counted) (parses int, statements string) {
	s.forget()
	run := s.repeat(t, c)
	before := grammar.Parses()
	run()
	parses = int(grammar.Parses() - before)
	run()

	s.work.start()
	before = grammar.Parses()
	s.run(t, c.requests[:len(c.requests)/c.times]...)
	names, compiled := s.work.stop()
	if n := grammar.Parses() - before; n != 0 || compiled != 0 {
		t.Errorf("a repeated request parsed %d texts and compiled %d statements", n, compiled)
	}
	return parses, inRows(names)
}

// inRows writes names that repeat as a number of them: a b c b c is "a 2*(b c)".
func inRows(names []string) string {
	var rows []string
	for i := 0; i < len(names); {
		length, n := longestRow(names[i:])
		row := strings.Join(names[i:i+length], " ")
		switch {
		case n > 1 && length > 1:
			row = fmt.Sprintf("%d*(%s)", n, row)
		case n > 1:
			row = fmt.Sprintf("%d*%s", n, row)
		}
		rows = append(rows, row)
		i += n * length
	}
	return strings.Join(rows, " ")
}

// longestRow finds what names begin with that repeats: the shortest of length 1 or 2 that does, or one name once.
func longestRow(names []string) (length, n int) {
	for length = 1; length <= 2; length++ {
		n = 1
		for end := (n + 1) * length; end <= len(names) && strings.Join(names[end-length:end], " ") == strings.Join(names[:length], " "); end += length {
			n++
		}
		if n > 1 {
			return length, n
		}
	}
	return 1, 1
}

func figureOf(t testing.TB, request, database string) figure {
	for _, f := range figures {
		if f.request == request && f.database == database {
			return f
		}
	}
	t.Errorf("no figure of %s on %s", request, database)
	return figure{request: request, database: database}
}

// String is the row of the figure as it stands in the table.
func (f figure) String() string {
	return fmt.Sprintf("\t{%q, %q, %d, %q, %d, %d},", f.request, f.database, f.parses, f.statements, f.objects, f.bytes)
}

// near is within bytesWithin.
func near(got, want int) bool {
	return abs(got-want) <= max(want*bytesWithin/100, 64)
}

func abs(n int) int { return max(n, -n) }
