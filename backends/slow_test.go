package backends_test

import (
	"bytes"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ddbsql/ddbsql/backends"
)

// linesOf makes a log without times, and a function that gives its lines so far.
func linesOf() (*slog.Logger, func() []string) {
	var buf bytes.Buffer
	log := slog.New(slog.NewTextHandler(&buf, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	return log, func() []string {
		return strings.Split(strings.TrimSuffix(buf.String(), "\n"), "\n")
	}
}

func TestSlowStatements(t *testing.T) {
	type run struct {
		statement string
		times     int
		took      time.Duration
		err       error
		later     time.Duration // when the next ones run
	}
	const prefix = `level=WARN msg="slow SQL statement" `
	for _, c := range []struct {
		name string
		runs []run
		want []string
	}{
		{"a statement below the limit is not told", []run{{"get", 3, 99 * time.Millisecond, nil, 0}}, []string{""}},
		{"one at the limit is", []run{{"get", 1, 100 * time.Millisecond, nil, 0}}, []string{prefix + "statement=get took=100ms"}},
		{"of an error its code is told and not its text",
			[]run{{"put", 1, time.Second, &backends.StatementError{Code: "55P03", Err: errors.New("Geheim")}, 0}},
			[]string{prefix + "statement=put took=1s error=55P03"}},
		{"of an error without a code nothing is told", []run{{"put", 1, time.Second, errors.New("Geheim"), 0}},
			[]string{prefix + "statement=put took=1s error=unknown"}},
		{"when all are slow five lines a second are written, and the next says how many were held back",
			[]run{{"get", 12, time.Second, nil, time.Second}, {"get", 2, 2 * time.Second, nil, 0}},
			append(slices.Repeat([]string{prefix + "statement=get took=1s"}, 5),
				prefix+"statement=get took=2s held_back=7", prefix+"statement=get took=2s")},
		{"each name has lines of its own", []run{{"get", 6, time.Second, nil, 0}, {"put", 1, time.Second, nil, 0}},
			append(slices.Repeat([]string{prefix + "statement=get took=1s"}, 5), prefix+"statement=put took=1s")},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				log, lines := linesOf()
				told, ran := 0, 0
				observe := backends.NewSlowLog(log, 100*time.Millisecond).Before(func(string, time.Duration, error) { told++ })
				for _, r := range c.runs {
					for range r.times {
						observe(r.statement, r.took, r.err)
						ran++
					}
					time.Sleep(r.later)
				}
				if got := lines(); !slices.Equal(got, c.want) {
					t.Errorf("logged\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
				}
				if told != ran {
					t.Errorf("the next observer was told of %d statements of %d", told, ran)
				}
			})
		})
	}
}

// Whoever does not ask for the log pays nothing for it.
func TestNoSlowLog(t *testing.T) {
	log, _ := linesOf()
	off := backends.NewSlowLog(log, 0)
	if off.Before(nil) != nil {
		t.Error("statements are observed for a log that is off")
	}
	if backends.NewSlowLog(log, time.Second).Before(nil) == nil {
		t.Error("a log without another observer sees nothing")
	}
}
