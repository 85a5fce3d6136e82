package vfs

import (
	"strconv"
	"syscall"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// control carries out what FlushNow and WhichFile say and leaves all else to the engine, which hands every PRAGMA to the files first.
func control(tls *libc.TLS, id uintptr, op int32, arg uintptr) int32 {
	if op == lib.SQLITE_FCNTL_PRAGMA {
		switch libc.GoString(words(arg)[1]) {
		case flushPragma:
			return flush(tls, id, 0)
		case filePragma:
			return answer(tls, arg, strconv.FormatUint(uint64(id), 10))
		}
	}
	return function[controller](methodsAt(fileAt(id).theirs).FxFileControl)(tls, id, op, arg)
}

// words are the arguments of a PRAGMA: room for the text of an error, the name, the value.
func words(arg uintptr) *[3]uintptr { return (*[3]uintptr)(at(arg)) }

// answer gives a PRAGMA its one row.
func answer(tls *libc.TLS, arg uintptr, text string) int32 {
	room := lib.Xsqlite3_malloc(tls, int32(len(text)+1))
	if room == 0 {
		return lib.SQLITE_NOMEM
	}
	copy(libc.GoBytes(room, len(text)+1), text+"\x00")
	words(arg)[0] = room
	return lib.SQLITE_OK
}

// flush waits until what was written to a file is on the disk, which is not known any more once it failed. The directory of a new file is left to
// the engine, once.
func flush(tls *libc.TLS, id uintptr, flags int32) int32 {
	f := fileAt(id)
	if doubts.has(f.path()) {
		return lib.SQLITE_IOERR_FSYNC
	}
	if err := fdatasync(int(f.Fh)); err != nil {
		doubts.fail(f.path())
		return lib.SQLITE_IOERR_FSYNC
	}
	if f.FctrlFlags&lib.UNIXFILE_DIRSYNC == 0 {
		return lib.SQLITE_OK
	}
	return function[syncer](methodsAt(f.theirs).FxSync)(tls, id, flags)
}

// flushFile is the system call, in a variable for the tests.
var flushFile = syscall.Fdatasync

func fdatasync(fd int) error {
	for {
		if err := flushFile(fd); err != syscall.EINTR {
			return err
		}
	}
}
