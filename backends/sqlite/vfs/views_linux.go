package vfs

import (
	"sync"
	"sync/atomic"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
	"modernc.org/libc"
)

// Pages of a mapping count as resident, though the system can take them back at any time. What was not read between two sweeps is given back, so
// that a program is not larger than what it is asked for. It then costs a fault of one or two microseconds for each 64 KB.

const sweepEvery = 10 * time.Second

// States of a window.
const (
	unread     uint32 = iota
	readLately        // since the last sweep
	readBefore        // before it
)

// views are all mappings, by the engine's number of the file.
var views = viewList{byInode: map[uintptr]uintptr{}}

type viewList struct {
	mu       sync.Mutex
	byInode  map[uintptr]uintptr
	sweeping bool
}

// join gives the view of a file, with one user more; 0 if there is none.
func (l *viewList) join(tls *libc.TLS, inode uintptr) uintptr {
	if !canMap || inode == 0 {
		return 0
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	p, ok := l.byInode[inode]
	if !ok {
		if p = libc.Xcalloc(tls, 1, libc.Tsize_t(unsafe.Sizeof(view{}))); p == 0 {
			return 0
		}
		l.byInode[inode] = p
	}
	viewAt(p).users++
	return p
}

// leave ends the use of a file's view. The last user's unmaps it.
func (l *viewList) leave(tls *libc.TLS, f *file) {
	if f.view == 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	v := viewAt(f.view)
	if v.users--; v.users > 0 {
		return
	}
	delete(l.byInode, f.FpInode)
	for _, p := range v.chunks {
		if p != 0 && chunkAt(p).base != 0 {
			_ = unix.MunmapPtr(at(chunkAt(p).base), chunkBytes)
		}
		libc.Xfree(tls, p)
	}
	libc.Xfree(tls, f.view)
}

// extend maps a chunk of a file that was not asked for before; 0 if there is no memory to note it.
func (l *viewList) extend(tls *libc.TLS, f *file, number int) uintptr {
	l.mu.Lock()
	defer l.mu.Unlock()
	at := &viewAt(f.view).chunks[number]
	if *at == 0 {
		p := libc.Xcalloc(tls, 1, libc.Tsize_t(unsafe.Sizeof(chunk{})))
		if p == 0 {
			return 0
		}
		chunkAt(p).base = mapChunk(f.Fh, number)
		atomic.StoreUintptr(at, p)
	}
	return *at
}

// touch notes that a window is read, and sees to it that it will be given back.
func (l *viewList) touch(window *uint32) {
	atomic.StoreUint32(window, readLately)
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.sweeping {
		l.sweeping = true
		time.AfterFunc(sweepEvery, l.sweep)
	}
}

// sweep gives back what was not read since the sweep before, and goes on until there is nothing left.
func (l *viewList) sweep() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sweeping = false
	for _, p := range l.byInode {
		for _, c := range viewAt(p).chunks {
			if c != 0 && chunkAt(c).sweep() {
				l.sweeping = true
			}
		}
	}
	if l.sweeping {
		time.AfterFunc(sweepEvery, l.sweep)
	}
}

// sweep says whether there is something left that was read.
func (c *chunk) sweep() (left bool) {
	for i := range c.windows {
		switch w := &c.windows[i]; {
		case atomic.CompareAndSwapUint32(w, readLately, readBefore):
			left = true
		case atomic.CompareAndSwapUint32(w, readBefore, unread):
			from := at(c.base + uintptr(i*windowBytes))
			_ = unix.Madvise(unsafe.Slice((*byte)(from), windowBytes), unix.MADV_DONTNEED)
		}
	}
	return left
}
