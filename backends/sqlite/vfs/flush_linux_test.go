package vfs

import (
	"path/filepath"
	"syscall"
	"testing"
)

func TestAFileIsFlushedWhenAsked(t *testing.T) {
	c := connect(t, filepath.Join(t.TempDir(), "x.db"), true, "PRAGMA journal_mode=WAL", "CREATE TABLE t (x)")
	flushed := 0
	t.Cleanup(func() { flushFile = syscall.Fdatasync })
	flushFile = func(int) error {
		flushed++
		return nil
	}
	if err := run(c, FlushNow); err != nil || flushed != 1 {
		t.Errorf("flushed %d times: %v", flushed, err)
	}
	flushFile = func(int) error { return syscall.EIO }
	if err := run(c, FlushNow); err == nil {
		t.Error("a flush that failed is no error")
	}
}
