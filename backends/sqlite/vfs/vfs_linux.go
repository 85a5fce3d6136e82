package vfs

import (
	"os"
	"sync"
	"syscall"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// name is what the engine knows this package by; empty for its own way to files.
var name = sync.OnceValue(func() string { return register("ddbsql") })

// The engine's types for what it calls through a table of functions.
type (
	opener = func(tls *libc.TLS, vfs, path, file uintptr, flags int32, outFlags uintptr) int32
	syncer = func(tls *libc.TLS, file uintptr, flags int32) int32
)

// unix is the engine's own way to files. It opens them.
var unix uintptr

// register makes a copy of the engine's table of functions that opens files with a flush of ours. Empty if that is not possible.
func register(as string) string {
	tls := libc.NewTLS()
	defer tls.Close()
	if lib.Xsqlite3_initialize(tls) != lib.SQLITE_OK {
		return ""
	}
	theirs, err := libc.CString("unix")
	if err != nil {
		return ""
	}
	defer libc.Xfree(tls, theirs)
	if unix = lib.Xsqlite3_vfs_find(tls, theirs); unix == 0 {
		return ""
	}
	ours, err := libc.CString(as)
	if err != nil {
		return ""
	}
	table, ok := duplicate(tls, vfsAt(unix))
	if !ok {
		return ""
	}
	vfsAt(table).FzName = ours
	vfsAt(table).FpNext = 0
	vfsAt(table).FxOpen = pointer(opener(open))
	if lib.Xsqlite3_vfs_register(tls, table, 0) != lib.SQLITE_OK {
		return ""
	}
	return as
}

// open lets the engine open the file and then changes which functions the file has.
func open(tls *libc.TLS, _, path, file uintptr, flags int32, outFlags uintptr) int32 {
	rc := function[opener](vfsAt(unix).FxOpen)(tls, unix, path, file, flags, outFlags)
	if rc != lib.SQLITE_OK {
		return rc
	}
	f := (*lib.TunixFile)(at(file))
	if ours := methodsFor(tls, f.FpMethod); ours != 0 {
		f.FpMethod = ours
	}
	return rc
}

// methods are our tables by the engine's, of which it has one for each way of locking.
var methods struct {
	sync.RWMutex
	ours   map[uintptr]uintptr
	theirs map[uintptr]uintptr
}

// methodsFor gives our table of a file's functions in place of the engine's; 0 if there is no memory for one.
func methodsFor(tls *libc.TLS, theirs uintptr) uintptr {
	methods.Lock()
	defer methods.Unlock()
	if ours, ok := methods.ours[theirs]; ok {
		return ours
	}
	ours, ok := duplicate(tls, methodsAt(theirs))
	if !ok {
		return 0
	}
	methodsAt(ours).FxSync = pointer(syncer(flush))
	if methods.ours == nil {
		methods.ours, methods.theirs = map[uintptr]uintptr{}, map[uintptr]uintptr{}
	}
	methods.ours[theirs], methods.theirs[ours] = ours, theirs
	return ours
}

// flush waits until what was written to a file is on the disk. The directory of a new file is left to the engine, once.
func flush(tls *libc.TLS, file uintptr, flags int32) int32 {
	f := (*lib.TunixFile)(at(file))
	if err := fdatasync(int(f.Fh)); err != nil {
		return lib.SQLITE_IOERR_FSYNC
	}
	if f.FctrlFlags&lib.UNIXFILE_DIRSYNC == 0 {
		return lib.SQLITE_OK
	}
	methods.RLock()
	theirs := methods.theirs[f.FpMethod]
	methods.RUnlock()
	return function[syncer](methodsAt(theirs).FxSync)(tls, file, flags)
}

func fdatasync(fd int) error {
	for {
		if err := syscall.Fdatasync(fd); err != syscall.EINTR {
			return err
		}
	}
}

// duplicate copies a structure to memory of the engine's, where it stays.
func duplicate[T any](tls *libc.TLS, of *T) (copied uintptr, ok bool) {
	copied = libc.Xmalloc(tls, libc.Tsize_t(unsafe.Sizeof(*of)))
	if copied == 0 {
		return 0, false
	}
	*(*T)(at(copied)) = *of
	return copied, true
}

func vfsAt(p uintptr) *lib.Tsqlite3_vfs            { return (*lib.Tsqlite3_vfs)(at(p)) }
func methodsAt(p uintptr) *lib.Tsqlite3_io_methods { return (*lib.Tsqlite3_io_methods)(at(p)) }

// at turns an address of the engine's memory, which Go's collector does not move, into a pointer.
func at(p uintptr) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&p)) }

// pointer gives a function the form in which the engine keeps it: a word. F must be a function that is no closure.
func pointer[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&f)) }

// function is the opposite of pointer.
func function[F any](p uintptr) F { return *(*F)(unsafe.Pointer(&p)) }

// Flush waits until what was written to an open file is on the disk.
func Flush(f *os.File) error { return fdatasync(int(f.Fd())) }
