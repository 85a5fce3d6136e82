package vfs

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// After a flush that failed, one that succeeds says nothing of what was written before.
func TestALogStaysWhenAFlushOfItsFileHasFailed(t *testing.T) {
	for _, ending := range []string{".db", ".db-wal"} {
		t.Run("the flush of x"+ending, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.db")
			c := connect(t, path, true, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL", "PRAGMA wal_autocheckpoint=0", makeTable, fillRows(1, 100, 3000))
			t.Cleanup(func() { flushFile = syscall.Fdatasync })
			flushFile = func(fd int) error {
				if of, _ := os.Readlink("/proc/self/fd/" + strconv.Itoa(fd)); strings.HasSuffix(of, ending) {
					return syscall.EIO
				}
				return nil
			}
			const all = "PRAGMA wal_checkpoint(TRUNCATE)"
			if err := run(c, all); err == nil {
				t.Fatal("a checkpoint succeeds whose flush fails")
			}
			flushFile = syscall.Fdatasync
			if err := run(c, all); err == nil {
				t.Error("a checkpoint after it succeeds")
			}
			if err := run(c, fillRows(50, 150, 2000)); err != nil {
				t.Errorf("nothing can be written any more: %v", err)
			}
			_ = c.Close()
			if log, err := os.Stat(path + "-wal"); err != nil || log.Size() == 0 {
				t.Fatalf("the log is gone: %v", err)
			}
			again := connect(t, path, true, all)
			if rows, err := ask(again, "SELECT count(*) || ' ' || sum(length(x)) FROM t"); err != nil || rows != "150 349000" {
				t.Errorf("after opening it again there are %s: %v", rows, err)
			}
		})
	}
}
