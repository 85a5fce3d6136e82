package vfs

import (
	"os"
	"testing"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

func TestAFlushThatFailsIsAnError(t *testing.T) {
	tls := libc.NewTLS()
	defer tls.Close()
	read, write, err := os.Pipe() // which cannot be flushed
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	defer write.Close()
	file, ok := duplicate(tls, &file{TunixFile: lib.TunixFile{Fh: int32(write.Fd())}})
	if !ok {
		t.Fatal("no memory")
	}
	defer libc.Xfree(tls, file)
	if rc := flush(tls, file, 0); rc != lib.SQLITE_IOERR_FSYNC {
		t.Errorf("flush gave %d", rc)
	}
}
