package vfs

import (
	"bytes"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
	engine "zombiezen.com/go/sqlite"
)

// connect opens a database through our files, or the engine's own.
func connect(t *testing.T, path string, ours bool, setup ...string) *engine.Conn {
	locator, flags := path, engine.OpenReadWrite|engine.OpenCreate
	if ours {
		locator, _ = Locate(path)
		flags |= engine.OpenURI
	}
	c, err := engine.OpenConn(locator, flags)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	for _, sql := range setup {
		if err := run(c, sql); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// run executes a statement to its end.
func run(c *engine.Conn, sql string) error {
	_, err := ask(c, sql)
	return err
}

// ask gives the first column of the last row.
func ask(c *engine.Conn, sql string) (answer string, err error) {
	s, _, err := c.PrepareTransient(sql)
	if err != nil {
		return "", fmt.Errorf("%s: %w", sql, err)
	}
	defer s.Finalize()
	for {
		more, err := s.Step()
		if err != nil {
			return "", fmt.Errorf("%s: %w", sql, err)
		}
		if !more {
			return answer, nil
		}
		answer = s.ColumnText(0)
	}
}

// fillRows puts rows of so many bytes in the place of rows from first to last.
func fillRows(first, last, bytes int) string {
	return fmt.Sprintf(`WITH RECURSIVE n(i) AS (VALUES(%d) UNION ALL SELECT i+1 FROM n WHERE i < %d)
		INSERT OR REPLACE INTO t SELECT i, zeroblob(%d) FROM n`, first, last, bytes)
}

const makeTable = "CREATE TABLE t (id INTEGER PRIMARY KEY, x BLOB)"

func TestFilesAreThoseOfTheEngineByteForByte(t *testing.T) {
	spilling := []string{"PRAGMA cache_size=3", "BEGIN", fillRows(1, 60, 3000), fillRows(1, 60, 3001), fillRows(3, 7, 900), "COMMIT"}
	for name, script := range map[string][]string{
		"a transaction of a page":                      {fillRows(1, 1, 10), fillRows(2, 2, 10)},
		"transactions of several pages":                {fillRows(1, 10, 3000), fillRows(5, 12, 3000), fillRows(4, 4, 50)},
		"more pages than are held at once":             {fillRows(1, 200, 3000), fillRows(1, 1, 30)},
		"pages that are written before the commit":     spilling,
		"and are read again, then changed":             append(slices.Clone(spilling[:3]), "SELECT sum(length(x)) FROM t", fillRows(9, 20, 77), "COMMIT", fillRows(1, 9, 5)),
		"a savepoint that is rolled back":              {"BEGIN", fillRows(1, 9, 3000), "SAVEPOINT s", fillRows(1, 9, 2000), "ROLLBACK TO s", "COMMIT", fillRows(3, 3, 1)},
		"a log that begins anew":                       {fillRows(1, 20, 3000), "PRAGMA wal_checkpoint(RESTART)", fillRows(1, 9, 2000), "PRAGMA wal_checkpoint(TRUNCATE)", fillRows(1, 9, 1000)},
		"checkpoints after each commit":                {"PRAGMA wal_autocheckpoint=1", fillRows(1, 20, 3000), fillRows(1, 20, 2000)},
		"flushes after each commit":                    {"PRAGMA synchronous=FULL", fillRows(1, 20, 3000), fillRows(1, 20, 2000)},
		"the end of the log":                           {fillRows(1, 20, 3000), "PRAGMA journal_mode=DELETE", fillRows(1, 20, 2000)},
		"a log that is shortened after its checkpoint": {"PRAGMA journal_size_limit=20000", fillRows(1, 20, 3000), "PRAGMA wal_checkpoint(RESTART)", fillRows(1, 2, 3)},
	} {
		for _, pageSize := range []int{512, 8192, 65536} {
			t.Run(fmt.Sprintf("%s, of %d bytes", name, pageSize), func(t *testing.T) {
				savedRandom(lib.SQLITE_TESTCTRL_PRNG_SAVE)
				theirs := after(t, pageSize, script, false)
				savedRandom(lib.SQLITE_TESTCTRL_PRNG_RESTORE)
				ours := after(t, pageSize, script, true)
				for i := range theirs {
					if !bytes.Equal(theirs[i], ours[i]) {
						t.Errorf("after %q: %d bytes, others than the engine's %d", append(script, "the end")[i/2], len(ours[i]), len(theirs[i]))
					}
				}
			})
		}
	}
}

// savedRandom keeps the state of the engine's random numbers, or returns to it: two of them are in each log.
func savedRandom(op int32) {
	tls := libc.NewTLS()
	defer tls.Close()
	any := libc.Xmalloc(tls, 1)
	defer libc.Xfree(tls, any)
	lib.Xsqlite3_randomness(tls, 1, any) // so that there is a state
	lib.Xsqlite3_test_control(tls, op, 0)
}

// after gives the database and the log after each statement of a script, nothing while a transaction is open.
func after(t *testing.T, pageSize int, script []string, ours bool) (files [][]byte) {
	path := filepath.Join(t.TempDir(), "x.db")
	c := connect(t, path, ours, fmt.Sprintf("PRAGMA page_size=%d", pageSize), "PRAGMA journal_mode=WAL", "PRAGMA wal_autocheckpoint=0",
		"PRAGMA synchronous=NORMAL", makeTable)
	for _, sql := range script {
		if err := run(c, sql); err != nil {
			t.Fatal(err)
		}
		var database, log []byte
		if c.AutocommitEnabled() {
			database, log = contents(t, path), contents(t, path+"-wal")
		}
		files = append(files, database, log)
	}
	if err := c.Close(); err != nil { // open connections share memory, and how much there is decides when pages are written
		t.Fatal(err)
	}
	return append(files, contents(t, path), contents(t, path+"-wal"))
}

func contents(t *testing.T, path string) []byte {
	b, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return b
}

func TestOthersMayWriteAfterWhatWasRolledBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	c := connect(t, path, true, "PRAGMA journal_mode=WAL", "PRAGMA wal_autocheckpoint=0", makeTable, fillRows(1, 5, 100))
	other := connect(t, path, false)
	for _, step := range []struct {
		c     *engine.Conn
		sql   string
		holds bool // afterwards
	}{
		{c, "PRAGMA wal_checkpoint(TRUNCATE)", false}, // so that the rollback need not read the log
		{c, "PRAGMA cache_size=1", false}, {c, "BEGIN", false}, {c, fillRows(1, 40, 3000), true}, {c, "ROLLBACK", false},
		{other, fillRows(6, 12, 100), false}, {c, fillRows(13, 13, 100), false},
	} {
		if err := run(step.c, step.sql); err != nil {
			t.Fatal(err)
		}
		if holds := holders.some.Load(); holds != step.holds {
			t.Errorf("after %q something is held: %t", step.sql, holds)
		}
	}
	judgeCopy(t, path, "13")
}

// judgeCopy lets the engine find out what was committed, as after a crash: it must be so many rows.
func judgeCopy(t *testing.T, path, rows string) {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "copy.db")
	for _, suffix := range []string{"", "-wal"} {
		if err := os.WriteFile(copied+suffix, contents(t, path+suffix), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := connect(t, copied, false)
	for sql, want := range map[string]string{"SELECT count(*) FROM t": rows, "PRAGMA integrity_check": "ok"} {
		if got, err := ask(c, sql); got != want || err != nil {
			t.Errorf("%s gives %q, %v, not %q", sql, got, err, want)
		}
	}
}

func TestAFileThatCannotGrowFailsTheCommitAsTheEngineDoes(t *testing.T) {
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	for _, room := range []int64{0, 10, 24, 5000, 8216, 8216 + 24, 9000, 3 * 8216, 20 * 8216, 20*8216 + 30} {
		t.Run(fmt.Sprintf("room for %d bytes", room), func(t *testing.T) {
			theirs, ours := commitWithin(t, room, false), commitWithin(t, room, true)
			if theirs == engine.ResultOK || ours != theirs {
				t.Errorf("the commit gave %v, with the engine's files %v", ours, theirs)
			}
		})
	}
}

// commitWithin commits when the log may grow by so many bytes only, and then again without a limit.
func commitWithin(t *testing.T, room int64, ours bool) engine.ResultCode {
	path := filepath.Join(t.TempDir(), "x.db")
	c := connect(t, path, ours, "PRAGMA page_size=8192", "PRAGMA journal_mode=WAL", "PRAGMA wal_autocheckpoint=0", makeTable, fillRows(1, 30, 3000))
	for _, sql := range []string{"BEGIN", fillRows(31, 90, 3000)} {
		if err := run(c, sql); err != nil {
			t.Fatal(err)
		}
	}
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Fatal(err)
	}
	limit := syscall.Rlimit{Cur: uint64(len(contents(t, path+"-wal"))) + uint64(room), Max: before.Max}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	failed := run(c, "COMMIT")
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Fatal(err)
	}
	judgeCopy(t, path, "30")
	if err := run(c, fillRows(31, 40, 3000)); err != nil {
		t.Errorf("afterwards: %v", err)
	}
	judgeCopy(t, path, "40")
	return engine.ErrCode(failed)
}
