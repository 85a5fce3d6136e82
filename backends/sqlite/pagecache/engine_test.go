package pagecache

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	engine "zombiezen.com/go/sqlite"
)

// connect opens a database whose cache has room for a few pages only.
func connect(t *testing.T, path string, setup ...string) *engine.Conn {
	t.Helper()
	if !installed {
		t.Fatal("the engine keeps pages in its own way")
	}
	c, err := engine.OpenConn(path, engine.OpenReadWrite|engine.OpenCreate)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	for _, sql := range setup {
		ask(t, c, sql)
	}
	return c
}

// ask gives the first column of the last row.
func ask(t *testing.T, c *engine.Conn, sql string, args ...int64) (answer string) {
	t.Helper()
	s, _, err := c.PrepareTransient(sql)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	defer func() { _ = s.Finalize() }()
	for i, arg := range args {
		s.BindInt64(i+1, arg)
	}
	for {
		more, err := s.Step()
		if err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
		if !more {
			return answer
		}
		answer = s.ColumnText(0)
	}
}

func TestTheEngineKeepsWhatItWritesWithFewPages(t *testing.T) {
	for _, path := range []string{":memory:", filepath.Join(t.TempDir(), "x.db")} {
		t.Run(filepath.Base(path), func(t *testing.T) {
			c := connect(t, path, "PRAGMA auto_vacuum=FULL", "PRAGMA journal_mode=WAL", "PRAGMA cache_size=20", "PRAGMA temp_store=MEMORY",
				"CREATE TABLE t (id INTEGER PRIMARY KEY, n, pad)", "CREATE INDEX i ON t (n)")
			random := rand.New(rand.NewPCG(1, 2))
			want := map[int64]int64{}
			for range 60 {
				transact(t, c, random, want)
			}
			if found := ask(t, c, "PRAGMA integrity_check"); found != "ok" {
				t.Error(found)
			}
			if n := ask(t, c, "SELECT count(*) FROM t"); n != fmt.Sprint(len(want)) {
				t.Errorf("%s rows instead of %d", n, len(want))
			}
			for id, n := range want {
				if got := ask(t, c, "SELECT n FROM t WHERE id = ?", id); got != fmt.Sprint(n) {
					t.Fatalf("row %d has %s instead of %d", id, got, n)
				}
			}
			ask(t, c, "VACUUM")
			if found := ask(t, c, "PRAGMA integrity_check"); found != "ok" {
				t.Error(found)
			}
		})
	}
}

// transact changes more pages in a transaction than the cache has room for, and keeps one in three.
func transact(t *testing.T, c *engine.Conn, random *rand.Rand, want map[int64]int64) {
	t.Helper()
	ask(t, c, "BEGIN IMMEDIATE")
	changed := map[int64]int64{}
	for range 100 {
		id, n := random.Int64N(2000), random.Int64N(1000)
		if random.IntN(3) == 0 {
			ask(t, c, "DELETE FROM t WHERE id = ?", id)
			n = -1
		} else {
			ask(t, c, "INSERT OR REPLACE INTO t VALUES (?, ?, randomblob(3000))", id, n)
		}
		changed[id] = n
	}
	if random.IntN(3) > 0 {
		ask(t, c, "ROLLBACK")
		return
	}
	ask(t, c, "COMMIT")
	for id, n := range changed {
		if want[id] = n; n < 0 {
			delete(want, id)
		}
	}
}
