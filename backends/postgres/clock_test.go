package postgres

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
)

// TestLeasesWhenTheClockJumps moves the ends of leases, which is what they see of a database whose clock is set: forward, they are over and
// the holder notices; back by hours, they last as much longer; back by days, they are void. A job that is not to begin before a time far
// ahead waits for it.
func TestLeasesWhenTheClockJumps(t *testing.T) {
	ctx, b := context.Background(), openAt(t, pgtest.URL(t), backends.Options{})
	for _, c := range []struct {
		name   string
		set    time.Duration // the database's clock, by so much
		holder string
		free   bool
	}{
		{"a clock that runs on", 0, "dead", false},
		{"a clock that is set forward by an hour", time.Hour, "dead", true},
		{"a clock that is set back by an hour", -time.Hour, "dead", false},
		{"a clock that is set back by two days", -48 * time.Hour, "dead", true},
		{"work that is to begin in two days", -48 * time.Hour, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			name := "clock/" + c.name
			if _, taken, err := b.TakeJob(ctx, name, "dead", 10*time.Second); err != nil || !taken {
				t.Fatal(taken, err)
			}
			query1(t, b, fmt.Sprintf("UPDATE ddbsql_jobs SET until = until - %d, holder = '%s' WHERE name = '%s'", c.set.Milliseconds(), c.holder, name))
			waiting, err := b.WaitingJobs(ctx, "clock/", 10)
			if err != nil || slices.Contains(waiting, name) != c.free {
				t.Errorf("waiting are %v, %v", waiting, err)
			}
			_, taken, err := b.TakeJob(ctx, name, "alive", 10*time.Second)
			if err != nil || taken != c.free {
				t.Errorf("taken by another one: %v, %v", taken, err)
			}
			if held, err := b.SaveJob(ctx, name, "dead", nil, 10*time.Second); err != nil || held && c.free {
				t.Errorf("the one that lost it still has it: %v, %v", held, err)
			}
		})
	}
}
