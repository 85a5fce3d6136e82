package backends

import "sync"

// Arena gives the documents of one answer their memory in large pieces, which are used again once it is released: without
// that, clearing and collecting them would cost a tenth of a Query. The zero Arena is ready; a nil one gives each document memory of
// its own.
type Arena struct {
	used *piece // all pieces taken, the current one first
	free []byte // what is left of the current one
}

// piece is 64 KiB together with its link.
type piece struct {
	next *piece
	room [64<<10 - 8]byte
}

var pieces = sync.Pool{New: func() any { return new(piece) }}

// Copy gives a copy of b in the arena.
func (a *Arena) Copy(b []byte) []byte {
	return a.Keep(append(a.Room(len(b)), b...))
}

// Room gives an empty slice with room for size bytes at least. What is appended to it must be kept before the next call.
func (a *Arena) Room(size int) []byte {
	if a == nil {
		return make([]byte, 0, size)
	}
	if size > len(a.free) {
		if size > len(piece{}.room) {
			return make([]byte, 0, size)
		}
		p := pieces.Get().(*piece)
		p.next = a.used
		a.used, a.free = p, p.room[:]
	}
	return a.free[:0]
}

// Keep makes what was appended to the last Room part of the arena. It gives it back, without the room behind.
func (a *Arena) Keep(b []byte) []byte {
	if a != nil && len(b) > 0 && len(b) <= len(a.free) && &b[0] == &a.free[0] {
		a.free = a.free[len(b):]
	}
	return b[:len(b):len(b)]
}

// Release gives the memory back: nothing that came from the arena may be used any more.
func (a *Arena) Release() {
	for p := a.used; p != nil; p = a.used {
		a.used, p.next = p.next, nil
		pieces.Put(p)
	}
	a.free = nil
}
