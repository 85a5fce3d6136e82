package sqlgen

import (
	"strconv"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// JobsTable holds the leases of background work; it is made by the migrations.
const JobsTable = "ddbsql_jobs"

// lostLease is how far in the future, in milliseconds, no lease ends: one that does was taken before the database's clock was set back. Its
// holder may be dead, and nobody waits longer than that.
const lostLease = 24 * 60 * 60 * 1000

// isFree appends the condition that nobody has a job: its lease is over, or was lost with the time by which it was taken.
func (b *Builder) isFree(prefix string) *Builder {
	b.Text("(", prefix, "until <= ", b.d.NowMillis, " OR ", prefix, "until > ", b.d.NowMillis, " + ", strconv.Itoa(lostLease))
	return b.Text(" AND ", prefix, "holder <> '')")
}

// TakeJob gives the job's state if the holder has the job now; no row means that somebody else does it.
func (g *Generator) TakeJob(name, holder string, hold time.Duration) Statement {
	b := g.build("INSERT INTO " + JobsTable + " AS j (name, holder, until) VALUES (")
	b.Arg(name).Text(", ").Arg(holder).Text(", ").from(hold)
	b.Text(") ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE ").isFree("j.")
	return g.plain(b.Text(" OR j.holder = excluded.holder RETURNING state"), "take_job")
}

// SaveJob affects one row if the holder has the job still.
func (g *Generator) SaveJob(name, holder string, state []byte, hold time.Duration) Statement {
	b := g.build("UPDATE " + JobsTable + " SET state = ")
	b.Arg(state).Text(", until = ").from(hold).Text(" WHERE name = ").Arg(name)
	return g.plain(b.Text(" AND holder = ").Arg(holder), "save_job")
}

// from appends the time so long from now.
func (b *Builder) from(hold time.Duration) *Builder {
	return b.Text(b.d.NowMillis, " + ").Arg(hold.Milliseconds())
}

// EndJob deletes a job if the holder has it.
func (g *Generator) EndJob(name, holder string) Statement {
	b := g.build("DELETE FROM " + JobsTable + " WHERE name = ")
	return g.plain(b.Arg(name).Text(" AND holder = ").Arg(holder), "end_job")
}

// TableJob keeps the job of a table in step with its definition: there if the definition is not settled, from when there is something to do
// on; gone if it is. Stored is the definition before, nil for a new table, t the one after, nil for a table that is dropped.
func (g *Generator) TableJob(stored, t *catalog.Table) []Statement {
	wanted, before := t != nil && !t.Settled(), stored != nil && !stored.Settled()
	switch {
	case wanted && !before:
		b := g.build("INSERT INTO " + JobsTable + " (name, holder, until) VALUES (")
		b.Arg(backends.TableJob(t.Name)).Text(", ").Arg("").Text(", ").Arg(max(t.Until.UnixMilli(), 0))
		// Somebody who is about to forget the job, because it was done, loses it.
		b.Text(") ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until, state = NULL")
		return []Statement{g.plain(b, "want_job")}
	case !wanted && before:
		b := g.build("DELETE FROM " + JobsTable + " WHERE name = ")
		return []Statement{g.plain(b.Arg(backends.TableJob(stored.Name)), "drop_job")}
	default:
		return nil
	}
}

// FreeJobs takes all jobs from their holders, for a database that one server has to itself: the others are dead.
func (g *Generator) FreeJobs() Statement {
	return g.plain(g.build("UPDATE "+JobsTable+" SET until = 0 WHERE until > 0"), "free_jobs")
}

// WaitingJobs reads up to limit names of jobs of a prefix that nobody does, in their order. The prefix is not empty and ends in ASCII.
func (g *Generator) WaitingJobs(prefix string, limit int) Statement {
	b := g.build("SELECT name FROM " + JobsTable).prefixed(prefix)
	b.Text(" AND ").isFree("").Text(" ORDER BY name LIMIT ").Arg(int64(limit))
	return g.plain(b, "waiting_jobs")
}

// CountJobs counts the jobs of a prefix as WaitingJobs takes it.
func (g *Generator) CountJobs(prefix string) Statement {
	return g.plain(g.build("SELECT count(*) FROM "+JobsTable).prefixed(prefix), "count_jobs")
}

// prefixed appends the condition that a name begins so.
func (b *Builder) prefixed(prefix string) *Builder {
	last := len(prefix) - 1
	return b.Text(" WHERE name >= ").Arg(prefix).Text(" AND name < ").Arg(prefix[:last] + string(rune(prefix[last]+1)))
}
