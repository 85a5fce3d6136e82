package vfs

import (
	"runtime/debug"
	"sync/atomic"
	"unsafe"

	"golang.org/x/sys/unix"
	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// A page that the engine's caches do not have is read by a system call, which finds it in the system's memory and copies it. In a file of gigabytes that takes
// 3 to 5 microseconds, most of them waiting for the memory that leads there. A file whose connection wants it (see MapReads) is copied from a mapping instead.
// All connections of the program share one; what of it was not read for a while is given back, see views_linux.go.
//
// The mapping shows what is written to the file. The engine never writes a page there that a reader may still take from it. An error of the disk, or a file that
// another program has cut, is a fault of memory here; the system call then tells what it was.

const (
	// chunkBytes are mapped at once, of maxChunks; what lies behind them is read by system calls.
	chunkBytes = 1 << 30
	maxChunks  = 1024
	// windowBytes are given back at once.
	windowBytes = 4 << 20
	// canMap says whether there are addresses for that.
	canMap = unsafe.Sizeof(uintptr(0)) == 8
)

// mapFrom is the size of a file from which on it is mapped, in a variable for the tests. In a smaller one a system call takes less, and the engine's caches have
// more of what leads to an item.
var mapFrom int64 = 2 << 30

// view is a mapping of a database file. Like the files that share it, it lies in memory of the engine's.
type view struct {
	users  int32 // files
	size   int64 // of the file when somebody looked; one that was cut since is a fault
	chunks [maxChunks]uintptr
}

// chunk is a part of a view.
type chunk struct {
	base    uintptr // 0 when it could not be mapped
	windows [chunkBytes / windowBytes]uint32
}

func viewAt(p uintptr) *view   { return (*view)(at(p)) }
func chunkAt(p uintptr) *chunk { return (*chunk)(at(p)) }

// MapReads says whether the connection reads pages that it does not have out of a mapping of the file, if that is large.
func (f File) MapReads(mapped bool) {
	if f != 0 {
		fileAt(uintptr(f)).mapped = mapped
	}
}

// readFile reads a part of a database file.
func readFile(tls *libc.TLS, id, buffer uintptr, n int32, offset int64) int32 {
	f := fileAt(id)
	if f.mapped && f.view != 0 {
		if from := f.window(tls, offset, int64(n)); from != 0 && copied(libc.GoBytes(buffer, int(n)), libc.GoBytes(from, int(n))) {
			return lib.SQLITE_OK
		}
	}
	return function[transferer](methodsAt(f.theirs).FxRead)(tls, id, buffer, n, offset)
}

// copied copies, unless the memory cannot be read.
func copied(to, from []byte) (ok bool) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() { ok = recover() == nil }()
	copy(to, from)
	return true
}

// window gives where a part of the file is in memory; 0 if it is not.
func (f *file) window(tls *libc.TLS, offset, n int64) uintptr {
	v := viewAt(f.view)
	if !v.reaches(offset+n, f.Fh) {
		return 0
	}
	number, at := offset/chunkBytes, offset%chunkBytes
	if number >= maxChunks || at+n > chunkBytes {
		return 0
	}
	p := atomic.LoadUintptr(&v.chunks[number])
	if p == 0 {
		if p = views.extend(tls, f, int(number)); p == 0 {
			return 0
		}
	}
	c := chunkAt(p)
	if c.base == 0 {
		return 0
	}
	if w := &c.windows[at/windowBytes]; atomic.LoadUint32(w) != readLately {
		views.touch(w)
	}
	return c.base + uintptr(at)
}

// reaches says whether the file is so large, and worth being mapped.
func (v *view) reaches(end int64, fd int32) bool {
	size := atomic.LoadInt64(&v.size)
	if end > size {
		var now unix.Stat_t
		if unix.Fstat(int(fd), &now) != nil {
			return false
		}
		size = now.Size
		atomic.StoreInt64(&v.size, size)
	}
	return end <= size && size >= mapFrom
}

// mapChunk maps a chunk of a file; 0 if it cannot be. Pages around one that is read are not brought from the disk.
func mapChunk(fd int32, number int) (base uintptr) {
	memory, err := unix.MmapPtr(int(fd), int64(number)*chunkBytes, nil, chunkBytes, unix.PROT_READ, unix.MAP_SHARED)
	if err != nil {
		return 0
	}
	_ = unix.Madvise(unsafe.Slice((*byte)(memory), chunkBytes), unix.MADV_RANDOM)
	return uintptr(memory)
}
