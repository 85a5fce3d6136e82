package discreet_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/discreet"
)

func TestPanic(t *testing.T) {
	for _, c := range []struct {
		name  string
		panic func()
		want  string
	}{
		{"the runtime's own", func() { _ = []int{}[len(t.Name())] }, "panic: runtime error: index out of range [9] with length 0"},
		{"a text", func() { panic("geheim") }, "panic with a string: see the stack"},
		{"an error", func() { panic(errors.New("geheim")) }, "panic with a *errors.errorString: see the stack"},
	} {
		t.Run(c.name, func(t *testing.T) {
			defer func() {
				if got := discreet.Panic(recover()); got != c.want && !strings.HasPrefix(c.want, "panic: runtime") || strings.Contains(got, "geheim") {
					t.Errorf("got %q, want %q", got, c.want)
				}
			}()
			c.panic()
		})
	}
}

func TestURL(t *testing.T) {
	for text, want := range map[string]string{
		"sqlite:ddbsql.db":                                "sqlite:ddbsql.db",
		"sqlite::memory:":                                 "sqlite::memory:",
		"postgres://u:geheim@h/d?x=y":                     "postgres://u:xxxxx@h/d?x=y",
		"postgres://h/d?user=u&password=geheim&sslmode=a": "postgres://h/d?user=u&password=xxxxx&sslmode=a",
		"postgres://h/d?sslpassword=geheim":               "postgres://h/d?sslpassword=xxxxx",
		"postgres://h/d?p%61ssword=geheim":                "postgres://h/d?p%61ssword=xxxxx",
		"postgres://h/d?PassWord=geheim":                  "postgres://h/d?PassWord=xxxxx",
		"postgres://u:ge%zzheim@h:no/d":                   "postgres:...",
	} {
		if got := discreet.URL(text); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}
