package vfs

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	engine "zombiezen.com/go/sqlite"
)

// mapped opens a database whose pages are read out of a mapping, because its cache has room for a few only.
func mapped(t *testing.T, path string, setup ...string) *engine.Conn {
	t.Helper()
	before := mapFrom
	mapFrom = 1 << 16
	t.Cleanup(func() { mapFrom = before })
	c := connect(t, path, true, append([]string{"PRAGMA journal_mode=WAL", "PRAGMA cache_size=3"}, setup...)...)
	fileOf(t, c).MapReads(true)
	return c
}

func fileOf(t *testing.T, c *engine.Conn) File {
	t.Helper()
	number, err := ask(c, WhichFile)
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.ParseUint(number, 10, 64)
	if err != nil || n == 0 {
		t.Fatalf("the file is %q: %v", number, err)
	}
	return File(n)
}

// mustBe checks what a statement answers.
func mustBe(t *testing.T, c *engine.Conn, sql, want string) {
	t.Helper()
	if got, err := ask(c, sql); err != nil || got != want {
		t.Errorf("%s gives %q, not %q: %v", sql, got, want, err)
	}
}

// chunksOf are the chunks of a file that are mapped.
func chunksOf(f File) (chunks []*chunk) {
	for _, p := range viewAt(fileAt(uintptr(f)).view).chunks {
		if p != 0 && chunkAt(p).base != 0 {
			chunks = append(chunks, chunkAt(p))
		}
	}
	return chunks
}

const (
	moveAll   = "PRAGMA wal_checkpoint(TRUNCATE)"
	sumOfRows = "SELECT count(*) || ' ' || sum(length(x)) || ' ' || sum(x = zeroblob(length(x))) FROM t"
)

func TestWhatIsReadOutOfAMappingIsWhatTheFileHas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	writer := connect(t, path, true, "PRAGMA journal_mode=WAL", makeTable, fillRows(1, 300, 3000), moveAll)
	reader := mapped(t, path)
	mustBe(t, reader, sumOfRows, "300 900000 300")
	if len(chunksOf(fileOf(t, reader))) != 1 {
		t.Fatal("the file is not mapped")
	}
	for _, step := range []struct{ change, want string }{
		{fillRows(100, 200, 2500), "300 849500 300"},                           // over pages that were read
		{fillRows(301, 900, 3000), "900 2649500 900"},                          // behind the end of what was mapped
		{"DELETE FROM t WHERE id > 50", "50 150000 50"},                        // pages that are free
		{"VACUUM", "50 150000 50"},                                             // a file that ends sooner
		{"UPDATE t SET x = randomblob(3000) WHERE id % 2", "50 150000 25"},     // other bytes of the same length
		{fillRows(51, 300, 3000), "300 900000 275"},                            // where the file had ended
		{"UPDATE t SET x = zeroblob(3000) WHERE id % 2 = 1", "300 900000 300"}, // and back
		{"DELETE FROM t WHERE id % 3 = 0", "200 600000 200"},
	} {
		if err := run(writer, step.change); err != nil {
			t.Fatal(err)
		}
		mustBe(t, reader, sumOfRows, step.want) // in the log
		if err := run(writer, moveAll); err != nil {
			t.Fatal(err)
		}
		mustBe(t, reader, sumOfRows, step.want) // in the file
	}
	mustBe(t, reader, "PRAGMA integrity_check", "ok")
}

func TestAMappedFileThatIsCutIsAnErrorOfThatRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	c := mapped(t, path, makeTable, fillRows(1, 300, 3000), moveAll)
	mustBe(t, c, sumOfRows, "300 900000 300")
	if err := os.Truncate(path, 1<<17); err != nil {
		t.Fatal(err)
	}
	if got, err := ask(c, sumOfRows); err == nil || !strings.Contains(err.Error(), "malformed") {
		t.Errorf("a file that was cut gives %q: %v", got, err)
	}
	mustBe(t, c, "SELECT length(x) FROM t WHERE id = 1", "3000")
}

func TestWhatIsNotReadForAWhileIsGivenBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	c := mapped(t, path, makeTable, fillRows(1, 300, 3000), moveAll)
	mustBe(t, c, sumOfRows, "300 900000 300")
	window := &chunksOf(fileOf(t, c))[0].windows[0]
	for i, want := range []uint32{readBefore, unread, unread} {
		if views.sweep(); *window != want {
			t.Errorf("after sweep %d the window is in state %d, not %d", i, *window, want)
		}
	}
	mustBe(t, c, sumOfRows, "300 900000 300")
	if *window != readLately {
		t.Errorf("a window that was read again is in state %d", *window)
	}
}

func TestTheLastUserOfAMappingEndsIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	first := mapped(t, path, makeTable, fillRows(1, 300, 3000), moveAll)
	second := mapped(t, path)
	if a, b := fileAt(uintptr(fileOf(t, first))), fileAt(uintptr(fileOf(t, second))); a.view != b.view || viewAt(a.view).users != 2 {
		t.Error("two connections do not share a mapping")
	}
	mustBe(t, second, sumOfRows, "300 900000 300")
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	mustBe(t, second, sumOfRows, "300 900000 300")
	inode := fileAt(uintptr(fileOf(t, second))).FpInode
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	if _, left := views.byInode[inode]; left {
		t.Error("a mapping of a file that nobody has open is left")
	}
}
