package vfs

import (
	"os"
	"sync"
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

// file is an open file: the engine's, and behind it what is ours. Both lie in memory of the engine's, where Go's collector does not look.
type file struct {
	lib.TunixFile
	theirs uintptr // the engine's table of the file's functions
	held   held    // of a log
	view   uintptr // of a database; 0 for none
	mapped bool    // reads look there
}

// unixVFS is the engine's own way to files. It opens them.
var unixVFS uintptr

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
	if unixVFS = lib.Xsqlite3_vfs_find(tls, theirs); unixVFS == 0 {
		return ""
	}
	ours, err := libc.CString(as)
	if err != nil {
		return ""
	}
	own, ok := duplicate(tls, vfsAt(unixVFS))
	if !ok {
		return ""
	}
	vfsAt(own).FzName = ours
	vfsAt(own).FpNext = 0
	vfsAt(own).FszOsFile = int32(unsafe.Sizeof(file{}))
	vfsAt(own).FxOpen = pointer(opener(open))
	if lib.Xsqlite3_vfs_register(tls, own, 0) != lib.SQLITE_OK {
		return ""
	}
	return as
}

// open lets the engine open the file and then changes which functions the file has.
func open(tls *libc.TLS, _, path, id uintptr, flags int32, outFlags uintptr) int32 {
	rc := function[opener](vfsAt(unixVFS).FxOpen)(tls, unixVFS, path, id, flags, outFlags)
	if rc != lib.SQLITE_OK {
		return rc
	}
	f := fileAt(id)
	f.theirs, f.held, f.view, f.mapped = f.FpMethod, held{}, 0, false
	if flags&lib.SQLITE_OPEN_MAIN_DB != 0 {
		f.view = views.join(tls, f.FpInode)
	}
	doubts.open(f.path())
	if ours := methodsFor(tls, table{f.theirs, flags&lib.SQLITE_OPEN_WAL != 0}); ours != 0 {
		f.FpMethod = ours
	}
	return rc
}

// closeFile lets go what is ours before the engine closes the file.
func closeFile(tls *libc.TLS, id uintptr) int32 {
	f := fileAt(id)
	doubts.close(f.path())
	views.leave(tls, f)
	return function[closer](methodsAt(f.theirs).FxClose)(tls, id)
}

// table names one of our tables of functions: by the engine's, of which it has one for each way of locking, and by whether it is for logs.
type table struct {
	theirs uintptr
	log    bool
}

// methods are the tables that were needed by now.
var methods struct {
	sync.Mutex
	ours map[table]uintptr
}

// methodsFor gives our table of a file's functions in place of the engine's; 0 if there is no memory for one.
func methodsFor(tls *libc.TLS, of table) uintptr {
	methods.Lock()
	defer methods.Unlock()
	if ours, ok := methods.ours[of]; ok {
		return ours
	}
	ours, ok := duplicate(tls, methodsAt(of.theirs))
	if !ok {
		return 0
	}
	if of.log {
		holdBack(methodsAt(ours))
	} else {
		methodsAt(ours).FxSync = pointer(syncer(flush))
		methodsAt(ours).FxClose = pointer(closer(closeFile))
		methodsAt(ours).FxRead = pointer(transferer(readFile))
		methodsAt(ours).FxFileControl = pointer(controller(control))
		methodsAt(ours).FxShmLock = pointer(shmLocker(shmLock))
	}
	if methods.ours == nil {
		methods.ours = map[table]uintptr{}
	}
	methods.ours[of] = ours
	return ours
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
func fileAt(p uintptr) *file                       { return (*file)(at(p)) }
func methodsAt(p uintptr) *lib.Tsqlite3_io_methods { return (*lib.Tsqlite3_io_methods)(at(p)) }

// at turns an address of the engine's memory, which Go's collector does not move, into a pointer.
func at(p uintptr) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&p)) }

// pointer gives a function the form in which the engine keeps it: a word. F must be a function that is no closure.
func pointer[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&f)) }

// function is the opposite of pointer.
func function[F any](p uintptr) F { return *(*F)(unsafe.Pointer(&p)) }

// Flush waits until what was written to an open file is on the disk.
func Flush(f *os.File) error { return fdatasync(int(f.Fd())) }
