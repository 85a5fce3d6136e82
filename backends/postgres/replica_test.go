package postgres

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// standing is a database with a standby, and a server that reads from both.
type standing struct {
	primary, standby *pgtest.Server
	b                *Backend
	tab              *catalog.Table
}

func withReplica(t *testing.T) *standing {
	t.Helper()
	s := &standing{primary: startServer(t, pgtest.Options{})}
	s.standby = pgtest.Standby(t, s.primary)
	s.b = openAt(t, s.primary.URL, backends.Options{ReadReplica: s.standby.URL, StatementTimeout: time.Minute})
	s.tab = tableOf(t, s.b, "t", "a")
	write(t, s.b, putOf(t, s.tab, `{"pk":{"S":"x"},"a":{"S":"1"}}`))
	s.caughtUp(t)
	return s
}

// replay lets the standby go on, or stops it where it is: then it is behind.
func (s *standing) replay(t *testing.T, yes bool) {
	t.Helper()
	act := map[bool]string{true: "pg_wal_replay_resume()", false: "pg_wal_replay_pause()"}[yes]
	query1(t, s.b.replica.reader, "SELECT "+act)
}

// query1 runs SQL on a connection of a pool and gives the first column of its first row.
func query1(t *testing.T, b *Backend, sql string) (first string) {
	t.Helper()
	err := b.with(context.Background(), func(s *session) error {
		results, err := s.pg.Exec(context.Background(), sql).ReadAll()
		if err == nil && len(results[0].Rows) > 0 {
			first = string(results[0].Rows[0][0])
		}
		return err
	})
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return first
}

// caughtUp waits until the standby has what the primary has, and is used.
func (s *standing) caughtUp(t *testing.T) {
	t.Helper()
	at := query1(t, s.b, "SELECT pg_current_wal_lsn()")
	waitUntil(t, func() bool {
		return query1(t, s.b.replica.reader, "SELECT pg_last_wal_replay_lsn() >= '"+at+"'") == "t"
	})
	s.used(t, true)
}

// used waits until the standby is used, or is not.
func (s *standing) used(t *testing.T, yes bool) {
	t.Helper()
	waitUntil(t, func() bool { return s.b.replica.usable.Load() == yes })
}

// values read an item in every way: a point read, a batch, a page of the table and one of the index.
func (s *standing) values(t *testing.T, eventual bool) []string {
	t.Helper()
	ctx := context.Background()
	key := putOf(t, s.tab, `{"pk":{"S":"x"}}`).Key
	var got []string
	rows, err := s.b.Get(ctx, &plan.Get{Eventual: eventual, Reads: []plan.Read{{Table: s.tab, Key: key}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, string(rows[0].Doc))
	other := putOf(t, s.tab, `{"pk":{"S":"none"}}`).Key
	if rows, err = s.b.Get(ctx, &plan.Get{Eventual: eventual, Reads: []plan.Read{{Table: s.tab, Key: other}, {Table: s.tab, Key: key}}}, nil); err != nil {
		t.Fatal(err)
	}
	got = append(got, string(rows[1].Doc))
	for _, x := range append([]*catalog.Index{nil}, s.tab.Indexes...) {
		page, err := s.b.Query(ctx, &plan.Query{Table: s.tab, Index: x, MaxBytes: 1 << 20, Eventual: eventual})
		if err != nil {
			t.Fatal(err)
		}
		doc := ""
		if len(page.Rows) > 0 {
			doc = string(page.Rows[0].Doc)
		}
		got = append(got, doc)
	}
	for i := range got { // as stored, a document has blanks
		got[i] = strings.ReplaceAll(got[i], " ", "")
	}
	return got
}

// reads checks what reads give.
func (s *standing) reads(t *testing.T, what string, eventual bool, want string) {
	t.Helper()
	for i, got := range s.values(t, eventual) {
		if !strings.Contains(got, want) {
			t.Errorf("%s: read %d is %s, want %s", what, i, got, want)
		}
	}
}

// TestReplica stops the standby where it is and changes the primary. Eventual reads see the standby's state, consistent ones the primary's; a
// table and an index that the standby does not have yet are read from the primary, and so is everything when the standby is gone.
func TestReplica(t *testing.T) {
	s := withReplica(t)
	const before, after = `"a":{"S":"1"}`, `"a":{"S":"2"}`
	s.reads(t, "caught up", true, before)
	s.replay(t, false)
	write(t, s.b, putOf(t, s.tab, `{"pk":{"S":"x"},"a":{"S":"2"}}`))
	s.reads(t, "the standby is behind, eventual", true, before)
	s.reads(t, "the standby is behind, consistent", false, after)

	made := &standing{b: s.b, tab: tableOf(t, s.b, "new", "a")}
	write(t, s.b, putOf(t, made.tab, `{"pk":{"S":"x"},"a":{"S":"2"}}`))
	made.reads(t, "a table that the standby does not have", true, after)

	indexed := *s.tab
	indexed.Indexes = append([]*catalog.Index{}, s.tab.Indexes...)
	indexed.Indexes = append(indexed.Indexes, &catalog.Index{ID: 7, Name: "by-pk", Projection: catalog.ProjectAll, Partition: []catalog.KeyAttr{s.tab.Partition}})
	if err := s.b.UpdateTable(context.Background(), &indexed); err != nil {
		t.Fatal(err)
	}
	if _, err := s.b.Backfill(context.Background(), &indexed, indexed.Indexes[1], nil, 100); err != nil {
		t.Fatal(err)
	}
	s.tab = &indexed
	s.reads(t, "an index that the standby does not have", true, after)

	s.replay(t, true)
	s.caughtUp(t)
	s.reads(t, "caught up again", true, after)
	s.standby.Kill()
	s.reads(t, "the standby is gone", true, after)
	s.used(t, false)
	if err := s.standby.Run(); err != nil {
		t.Fatal(err)
	}
	s.used(t, true)
	s.reads(t, "the standby is back", true, after)
}

// TestReplicaThatHangs is read from the primary after a time that is bounded.
func TestReplicaThatHangs(t *testing.T) {
	s := withReplica(t)
	if err := s.standby.Freeze(); err != nil {
		t.Fatal(err)
	}
	defer s.standby.Thaw()
	start := time.Now()
	s.reads(t, "the standby hangs", true, `"a":{"S":"1"}`)
	if took := time.Since(start); took > 6*replicaTimeout {
		t.Errorf("it took %v", took)
	}
}

// TestReplicaThatIsPromoted is not used any more: what is written there is another history.
func TestReplicaThatIsPromoted(t *testing.T) {
	s := withReplica(t)
	query1(t, s.b.replica.reader, "SELECT pg_promote()")
	s.used(t, false)
	s.reads(t, "the standby was promoted", true, `"a":{"S":"1"}`)
}

// TestReplicaThatIsFarBehind is not used until it has caught up.
func TestReplicaThatIsFarBehind(t *testing.T) {
	s := withReplica(t)
	s.replay(t, false)
	write(t, s.b, putOf(t, s.tab, `{"pk":{"S":"x"},"a":{"S":"2"}}`))
	s.used(t, false) // after maxReplicaLag
	s.reads(t, "far behind", true, `"a":{"S":"2"}`)
	s.replay(t, true)
	s.used(t, true)
}

// TestReplicaThatIsNotThere lets the server start, and is used when it comes.
func TestReplicaThatIsNotThere(t *testing.T) {
	primary := startServer(t, pgtest.Options{})
	standby := pgtest.Standby(t, primary)
	standby.Kill()
	s := &standing{primary: primary, standby: standby, b: openAt(t, primary.URL, backends.Options{ReadReplica: standby.URL})}
	s.tab = tableOf(t, s.b, "t", "a")
	write(t, s.b, putOf(t, s.tab, `{"pk":{"S":"x"},"a":{"S":"1"}}`))
	s.reads(t, "no standby yet", true, `"a":{"S":"1"}`)
	if err := standby.Run(); err != nil {
		t.Fatal(err)
	}
	s.used(t, true)
}

// TestAStandbyThatIsTakenForThePrimary answers reads, and tells writers that it is not available.
func TestAStandbyThatIsTakenForThePrimary(t *testing.T) {
	s := withReplica(t)
	b := openAt(t, s.standby.URL, backends.Options{})
	if got := item(t, b, s.tab, "x"); got != `{"a":{"S":"1"},"pk":{"S":"x"}}` {
		t.Errorf("read %s", got)
	}
	for name, p := range map[string]*plan.Write{
		"an update":     {Items: []plan.ItemWrite{addOf(t, s.tab, "x")}},
		"a transaction": {Atomic: true, Items: []plan.ItemWrite{addOf(t, s.tab, "x")}},
	} {
		if _, err := b.Write(context.Background(), p); codeOfError(err) != backends.CodeUnavailable {
			t.Errorf("%s: %v", name, err)
		}
	}
}
