package postgres

import (
	"errors"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// TestRedial tells, step by step, what attempts to connect are made while a database is away.
func TestRedial(t *testing.T) {
	away, full := errors.New("refused"), &pgconn.PgError{Code: stateTooManyConns, SeverityUnlocalized: "FATAL"}
	begin := time.Now()
	for _, c := range []struct {
		name  string
		steps func(r *redial) bool
		want  bool
	}{
		{"the first attempt is made", func(r *redial) bool { return r.allow(begin) == nil }, true},
		{"any number are made as long as they succeed", func(r *redial) bool { r.allow(begin); return r.allow(begin) == nil }, true},
		{"none is made right after one that failed", func(r *redial) bool { r.failed(away, begin); return r.allow(begin) == nil }, false},
		{"one is made after a pause", func(r *redial) bool { r.failed(away, begin); return r.allow(begin.Add(maxRedial)) == nil }, true},
		{"no other one is made with it", func(r *redial) bool {
			r.failed(away, begin)
			_ = r.allow(begin.Add(maxRedial))
			return r.allow(begin.Add(maxRedial)) == nil
		}, false},
		{"all are made again after one that succeeded", func(r *redial) bool { r.failed(away, begin); r.succeeded(); return r.allow(begin) == nil }, true},
		{"a database that was away for a moment is waited for", func(r *redial) bool { r.failed(away, begin); return r.gone(begin.Add(time.Second)) }, false},
		{"one that was away for longer is not", func(r *redial) bool { r.failed(away, begin); return r.gone(begin.Add(2 * patience)) }, true},
		{"one that is full is", func(r *redial) bool { r.failed(full, begin); return r.gone(begin.Add(2 * patience)) }, false},
		{"one that is back is", func(r *redial) bool { r.failed(away, begin); r.succeeded(); return r.gone(begin.Add(2 * patience)) }, false},
		{"an attempt that was not made changes nothing", func(r *redial) bool { r.failed(errDown, begin); return r.allow(begin) == nil }, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.steps(&redial{}); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
