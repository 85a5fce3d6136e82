package pagecache

import "math/bits"

// index finds the frame of a page: a table with linear probing, at most half full, that has a frame's number and one more in each place in use.
type index struct {
	places []uint32
	shift  uint8
}

const firstPlaces = 64

// spread is odd and near 2^32 divided by the golden ratio: products of neighbours with it are far from each other.
const spread = 0x9E3779B1

// home is where the search for a page begins.
func (x *index) home(key uint32) int { return int(key * spread >> x.shift) }

// find gives the frame of a page; keys are the pages in all frames.
func (x *index) find(key uint32, keys []uint32) (frame uint32, ok bool) {
	if len(x.places) == 0 {
		return 0, false
	}
	for at := x.home(key); ; at++ {
		p := x.places[at&(len(x.places)-1)]
		if p == 0 {
			return 0, false
		}
		if keys[p-1] == key {
			return p - 1, true
		}
	}
}

// add enters a frame, whose page is not there yet; used is how many there then are.
func (x *index) add(frame uint32, keys []uint32, used int) {
	if 2*used > len(x.places) {
		x.grow(keys)
	}
	x.put(frame, keys[frame])
}

func (x *index) put(frame, key uint32) {
	at := x.home(key)
	for x.places[at&(len(x.places)-1)] != 0 {
		at++
	}
	x.places[at&(len(x.places)-1)] = frame + 1
}

func (x *index) grow(keys []uint32) {
	old := x.places
	size := max(2*len(old), firstPlaces)
	*x = index{places: make([]uint32, size), shift: uint8(32 - bits.Len(uint(size-1)))}
	for _, p := range old {
		if p != 0 {
			x.put(p-1, keys[p-1])
		}
	}
}

// remove takes a frame out and moves those that follow it to where a search finds them.
func (x *index) remove(frame uint32, keys []uint32) {
	mask := len(x.places) - 1
	hole := x.home(keys[frame]) & mask
	for x.places[hole] != frame+1 {
		hole = (hole + 1) & mask
	}
	for at := (hole + 1) & mask; x.places[at] != 0; at = (at + 1) & mask {
		home := x.home(keys[x.places[at]-1]) & mask
		if (at-home)&mask >= (at-hole)&mask { // its search passes the hole
			x.places[hole] = x.places[at]
			hole = at
		}
	}
	x.places[hole] = 0
}
