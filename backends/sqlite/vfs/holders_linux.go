package vfs

import (
	"slices"
	"sync"
	"sync/atomic"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// writeLock is the engine's lock of those that write into a log, WAL_WRITE_LOCK.
const writeLock = 0

type shmLocker = func(tls *libc.TLS, file uintptr, offset, n, flags int32) int32

// shmLock takes and gives back locks of a database's log. All that was committed is written by the time the right to write is given back:
// what is held then was rolled back.
func shmLock(tls *libc.TLS, id uintptr, offset, n, flags int32) int32 {
	if offset == writeLock && flags&lib.SQLITE_SHM_UNLOCK != 0 {
		if log := holders.of(id); log != 0 {
			fileAt(log).held.forget(log)
		}
	}
	return function[shmLocker](methodsAt(fileAt(id).theirs).FxShmLock)(tls, id, offset, n, flags)
}

// holders are the logs of which something is held.
var holders logs

type logs struct {
	some atomic.Bool
	mu   sync.Mutex
	ids  []uintptr
}

func (l *logs) add(id uintptr) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ids = append(l.ids, id)
	l.some.Store(true)
}

func (l *logs) remove(id uintptr) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ids = slices.DeleteFunc(l.ids, func(other uintptr) bool { return other == id })
	l.some.Store(len(l.ids) > 0)
}

// of gives the log of a database of which something is held: there is but one connection that writes it. 0 for none.
func (l *logs) of(database uintptr) uintptr {
	if !l.some.Load() {
		return 0
	}
	name := libc.GoString(fileAt(database).FzPath) + "-wal"
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, id := range l.ids {
		if libc.GoString(fileAt(id).FzPath) == name {
			return id
		}
	}
	return 0
}
