package vfs

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// part is a write: of the engine to a log, or of ours to the file.
type part struct {
	offset  int64
	n       int32
	commits bool // a header of the engine's that does
}

const (
	page  = 1024
	frame = frameHeader + page
)

// frames are the writes of so many frames, the last of which commits if that is said.
func frames(at int64, count int, commits bool) (parts []part) {
	for i := range count {
		parts = append(parts, part{at, frameHeader, commits && i == count-1}, part{offset: at + frameHeader, n: page})
		at += frame
	}
	return parts
}

func TestFramesAreHeldUntilTheOneThatCommits(t *testing.T) {
	const fit = maxHeld / frame
	begin := part{n: logHeader}
	for name, c := range map[string]struct {
		engine, file []part
	}{
		"one frame": {
			slices.Concat([]part{begin}, frames(32, 1, true)),
			[]part{begin, {offset: 32, n: frame}},
		},
		"two transactions": {
			slices.Concat([]part{begin}, frames(32, 3, true), frames(32+3*frame, 2, true)),
			[]part{begin, {offset: 32, n: 3 * frame}, {offset: 32 + 3*frame, n: 2 * frame}},
		},
		"a first frame elsewhere than after the last write is not held": {
			frames(5*frame, 2, true),
			[]part{{offset: 5 * frame, n: frameHeader}, {offset: 5*frame + frameHeader, n: page}, {offset: 6 * frame, n: frame}},
		},
		"more frames than have room": {
			slices.Concat([]part{begin}, frames(32, fit+1, true)),
			[]part{begin, {offset: 32, n: fit * frame}, {offset: 32 + fit*frame, n: frame}},
		},
		"a page that is written again after its frame": {
			slices.Concat([]part{begin}, frames(32, 2, false), []part{{offset: 32 + frameHeader, n: page}}),
			[]part{begin, {offset: 32, n: 2 * frame}, {offset: 32 + frameHeader, n: page}},
		},
		"headers that are written again after the commit, with other checksums": {
			slices.Concat([]part{begin}, frames(32, 2, true), []part{{32, frameHeader, false}, {32 + frame, frameHeader, true}}),
			[]part{begin, {offset: 32, n: 2 * frame}, {offset: 32, n: frameHeader}, {offset: 32 + frame, n: frameHeader}},
		},
		"a page in two parts, as before a sector is padded": {
			slices.Concat([]part{begin}, []part{{32, frameHeader, true}, {offset: 32 + frameHeader, n: 1000}, {offset: 32 + frameHeader + 1000, n: 24}}),
			[]part{begin, {offset: 32, n: frameHeader}, {offset: 32 + frameHeader, n: 1000}, {offset: 32 + frameHeader + 1000, n: 24}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			tls := libc.NewTLS()
			defer tls.Close()
			id := openLog(t, tls)
			noted(t, tls, id)
			for _, p := range c.engine {
				if rc := p.write(tls, id); rc != lib.SQLITE_OK {
					t.Fatalf("%+v gave %d", p, rc)
				}
			}
			if !slices.Equal(written, c.file) {
				t.Errorf("written is\n%+v, not\n%+v", written, c.file)
			}
			if h := fileAt(id).held; h.length != 0 || holders.some.Load() {
				t.Errorf("held is %+v", h)
			}
		})
	}
}

// written is what the engine was told to write to a noted log.
var written []part

func note(_ *libc.TLS, _, _ uintptr, n int32, offset int64) int32 {
	written = append(written, part{offset: offset, n: n})
	return lib.SQLITE_OK
}

// openLog opens a new log.
func openLog(t *testing.T, tls *libc.TLS) (id uintptr) {
	if name() == "" {
		t.Fatal("no way to files")
	}
	database := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(database, nil, 0o600); err != nil { // whose mode the log gets
		t.Fatal(err)
	}
	path, err := libc.CString(database + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	id = libc.Xcalloc(tls, 1, libc.Tsize_t(unsafe.Sizeof(file{})))
	if rc := open(tls, 0, path, id, lib.SQLITE_OPEN_READWRITE|lib.SQLITE_OPEN_CREATE|lib.SQLITE_OPEN_WAL, 0); rc != lib.SQLITE_OK {
		t.Fatalf("open gave %d", rc)
	}
	t.Cleanup(func() {
		tls := libc.NewTLS()
		defer tls.Close()
		if rc := closeLog(tls, id); rc != lib.SQLITE_OK {
			t.Errorf("close gave %d", rc)
		}
		libc.Xfree(tls, id)
		libc.Xfree(tls, path)
	})
	return id
}

// noted lets the writes to a log be noted instead.
func noted(t *testing.T, tls *libc.TLS, id uintptr) {
	table, ok := duplicate(tls, methodsAt(fileAt(id).theirs))
	if !ok {
		t.Fatal("no memory")
	}
	methodsAt(table).FxWrite = pointer(transferer(note))
	theirs := fileAt(id).theirs
	fileAt(id).theirs, written = table, nil
	t.Cleanup(func() { fileAt(id).theirs = theirs })
}

// write does as the engine.
func (p part) write(tls *libc.TLS, id uintptr) int32 {
	b := make([]byte, p.n)
	if p.commits {
		binary.BigEndian.PutUint32(b[4:], 7)
	}
	buffer := libc.Xmalloc(tls, libc.Tsize_t(p.n))
	defer libc.Xfree(tls, buffer)
	copy(libc.GoBytes(buffer, int(p.n)), b)
	return writeLog(tls, id, buffer, p.n, p.offset)
}

func TestAFullDiskIsSaidWhenTheCommitIsWritten(t *testing.T) {
	tls := libc.NewTLS()
	defer tls.Close()
	id := openLog(t, tls)
	full, err := os.OpenFile("/dev/full", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	if err := syscall.Dup3(int(full.Fd()), int(fileAt(id).Fh), 0); err != nil {
		t.Fatal(err)
	}
	fileAt(id).held.next = 32
	var codes []int32
	for _, p := range frames(32, 2, true) {
		codes = append(codes, p.write(tls, id))
	}
	if want := []int32{0, 0, 0, lib.SQLITE_FULL}; !slices.Equal(codes, want) {
		t.Errorf("writes gave %d, not %d", codes, want)
	}
	if h := fileAt(id).held; h.length != 0 || holders.some.Load() {
		t.Errorf("held is %+v", h)
	}
}
