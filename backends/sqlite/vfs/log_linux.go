package vfs

import (
	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// The engine writes a transaction into the log frame by frame, each in two writes: a header of 24 bytes, then a page. Here frames that follow
// each other are held back, and written together when the one comes that commits them, which the engine marks in its header. An error of the
// file is thus the engine's answer to writing that last page, before anybody else is told of the commit.
//
// Other connections look into the log up to the last commit, so they miss nothing that is held. The connection itself may read
// what it wrote: whatever else it does with the file writes first what is held. What is held when a connection gives the right to write
// back was not committed and is forgotten: the frames that others write then come to the same place.

const (
	logHeader   = 32
	frameHeader = 24
	// maxHeld is less than what the engine can write at once (2^17 - 1 bytes), with its own way of counting; 15 frames with pages of 8 KB.
	maxHeld = 120 << 10
)

// The engine's types, continued.
type (
	closer     = func(tls *libc.TLS, file uintptr) int32
	transferer = func(tls *libc.TLS, file, buffer uintptr, n int32, offset int64) int32
	truncater  = func(tls *libc.TLS, file uintptr, size int64) int32
	sizer      = func(tls *libc.TLS, file, size uintptr) int32
	controller = func(tls *libc.TLS, file uintptr, op int32, arg uintptr) int32
)

// held is what was not written yet: whole frames, and perhaps a header after them.
type held struct {
	memory  uintptr // maxHeld bytes; 0 until they are needed
	length  int32   // how many of them are held
	header  bool    // they end in a header
	commits bool    // the last header is that of a commit
	next    int64   // where the rest of a held frame goes, or a frame after the last one, be that held or in the file; -1 for nowhere
}

// holdBack makes the functions of a log hold frames back. Version 1 of a table has no functions for memory that is shared or mapped; a log needs
// none.
func holdBack(m *lib.Tsqlite3_io_methods) {
	m.FiVersion = 1
	m.FxWrite = pointer(transferer(writeLog))
	m.FxClose = pointer(closer(closeLog))
	m.FxRead = pointer(transferer(readLog))
	m.FxTruncate = pointer(truncater(truncateLog))
	m.FxSync = pointer(syncer(flushLog))
	m.FxFileSize = pointer(sizer(sizeLog))
	m.FxFileControl = pointer(controller(controlLog))
}

// writeLog holds what completes a frame, or begins one right after the last. A header anywhere else may be that of a frame which is in the
// file already and gets another checksum: no page follows it.
func writeLog(tls *libc.TLS, id, buffer uintptr, n int32, offset int64) int32 {
	f := fileAt(id)
	h := &f.held
	if offset == h.next && (h.header && isPage(n) || !h.header && n == frameHeader) && h.length+n <= maxHeld && h.ready(tls) {
		return f.hold(tls, id, libc.GoBytes(buffer, int(n)))
	}
	return afterwards(tls, id, func(engine *lib.Tsqlite3_io_methods) int32 {
		if h.next = -1; isPage(n) || n == logHeader {
			h.next = offset + int64(n)
		}
		return function[transferer](engine.FxWrite)(tls, id, buffer, n, offset)
	})
}

// isPage says whether so many bytes can be a page. A part of one, which the engine writes when a flush must end with a sector, is none if the
// rest of the page could be taken for a header.
func isPage(n int32) bool { return n >= 512 && n&(n-1) == 0 }

// ready says whether there is memory to hold something in.
func (h *held) ready(tls *libc.TLS) bool {
	if h.memory == 0 {
		h.memory = libc.Xmalloc(tls, maxHeld)
	}
	return h.memory != 0
}

// hold keeps a header or a page, and writes everything when that was the page of a commit or leaves no room for another frame.
func (f *file) hold(tls *libc.TLS, id uintptr, part []byte) int32 {
	h, n := &f.held, int32(len(part))
	if h.length == 0 {
		holders.add(id)
	}
	copy(libc.GoBytes(h.memory, maxHeld)[h.length:], part)
	h.length, h.next, h.header = h.length+n, h.next+int64(n), !h.header
	if h.header {
		h.commits = [4]byte(part[4:]) != [4]byte{} // the database's size after the commit
		return lib.SQLITE_OK
	}
	if h.commits || h.length+frameHeader+n > maxHeld {
		return settle(tls, id)
	}
	return lib.SQLITE_OK
}

// settle writes what is held, as the engine does and with its errors. After one nothing is held: the engine gives the transaction up.
func settle(tls *libc.TLS, id uintptr) int32 {
	f := fileAt(id)
	h := &f.held
	if h.length == 0 {
		return lib.SQLITE_OK
	}
	length := h.length
	h.forget(id)
	return function[transferer](methodsAt(f.theirs).FxWrite)(tls, id, h.memory, length, h.next-int64(length))
}

func (h *held) forget(id uintptr) {
	h.length, h.header = 0, false
	holders.remove(id)
}

// afterwards lets the engine do something with a log when what was held is written.
func afterwards(tls *libc.TLS, id uintptr, do func(engine *lib.Tsqlite3_io_methods) int32) int32 {
	if rc := settle(tls, id); rc != lib.SQLITE_OK {
		return rc
	}
	return do(methodsAt(fileAt(id).theirs))
}

func readLog(tls *libc.TLS, id, buffer uintptr, n int32, offset int64) int32 {
	return afterwards(tls, id, func(engine *lib.Tsqlite3_io_methods) int32 {
		return function[transferer](engine.FxRead)(tls, id, buffer, n, offset)
	})
}

func truncateLog(tls *libc.TLS, id uintptr, size int64) int32 {
	return afterwards(tls, id, func(engine *lib.Tsqlite3_io_methods) int32 {
		return function[truncater](engine.FxTruncate)(tls, id, size)
	})
}

func sizeLog(tls *libc.TLS, id, size uintptr) int32 {
	return afterwards(tls, id, func(engine *lib.Tsqlite3_io_methods) int32 {
		return function[sizer](engine.FxFileSize)(tls, id, size)
	})
}

func controlLog(tls *libc.TLS, id uintptr, op int32, arg uintptr) int32 {
	return afterwards(tls, id, func(engine *lib.Tsqlite3_io_methods) int32 {
		return function[controller](engine.FxFileControl)(tls, id, op, arg)
	})
}

func flushLog(tls *libc.TLS, id uintptr, flags int32) int32 {
	return afterwards(tls, id, func(*lib.Tsqlite3_io_methods) int32 { return flush(tls, id, flags) })
}

// closeLog closes the file even if what was held cannot be written.
func closeLog(tls *libc.TLS, id uintptr) int32 {
	f := fileAt(id)
	rc := settle(tls, id)
	libc.Xfree(tls, f.held.memory)
	return max(rc, closeFile(tls, id))
}
