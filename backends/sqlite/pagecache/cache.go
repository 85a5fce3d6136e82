package pagecache

import (
	"sync"
	"unsafe"
)

// demand says how much is to be done to find room for a page that the cache does not have.
type demand int32

const (
	nothing demand = iota
	easy           // give none if most pages are in use: the engine then writes some that were changed, and asks again
	must
)

// cache holds pages of one connection's database, in frames. A page that the engine uses is pinned and stays where it is. It belongs to one
// goroutine at a time, as its connection does.
type cache struct {
	memory    memory
	purgeable bool // pages that are not pinned may be given up
	max       int  // frames that are to be used at most; more are if that many are pinned
	used      int  // frames that hold a page
	pinned    int  // of these
	highest   uint32
	index     index
	keys      []uint32 // the page in each frame
	states    []state  // of each frame
	free      []uint32 // frames below len(states) that hold no page
	queues    queues   // of frames that hold a page
	given     given    // pages that were given up
}

// state of a frame: flags, and above them how often its page was asked for again.
type state uint8

const (
	holds  state = 1 << iota // a page
	pinned                   // the engine uses it
	proven                   // its page is in the queue of those that are asked for often
	use
	maxUses = 3 * use
)

func (s state) uses() state { return s &^ (use - 1) }

func newCache(page, extra int, purgeable bool) *cache {
	return &cache{memory: newMemory(page, extra), purgeable: purgeable, max: 1}
}

// open are the caches that the engine knows, by addresses that the collector does not see.
var open = caches{known: map[*cache]struct{}{}}

type caches struct {
	sync.Mutex
	known map[*cache]struct{}
}

func (s *caches) add(c *cache) {
	s.Lock()
	defer s.Unlock()
	s.known[c] = struct{}{}
}

func (s *caches) remove(c *cache) {
	s.Lock()
	defer s.Unlock()
	delete(s.known, c)
}

// fetch gives the page of that number, pinned, and makes room for it if it is not there and that is demanded; 0 if there is none.
func (c *cache) fetch(key uint32, want demand) uintptr {
	if frame, ok := c.index.find(key, c.keys); ok {
		c.pin(&c.states[frame])
		return c.memory.page(frame)
	}
	if want == nothing || want == easy && c.pinned >= c.max-c.max/10 {
		return 0
	}
	frame, ok := c.room()
	if !ok {
		return 0
	}
	c.used++
	c.pinned++
	c.keys[frame], c.states[frame] = key, holds|pinned
	c.highest = max(c.highest, key)
	c.index.add(frame, c.keys, c.used)
	if c.given.has(key) {
		c.states[frame] |= proven
	}
	c.queue(frame).push(frame, c.queues.links)
	return c.memory.fresh(frame)
}

// pin notes that the engine uses a page, and that it is asked for once more unless it was in use.
func (c *cache) pin(s *state) {
	if *s&pinned != 0 {
		return
	}
	c.pinned++
	if *s |= pinned; s.uses() < maxUses {
		*s += use
	}
}

// room finds a frame without a page: of a page that is given up, if there are enough frames. It is not ok if there is no memory.
func (c *cache) room() (frame uint32, ok bool) {
	c.keep(c.max - 1)
	if n := len(c.free); n > 0 {
		frame = c.free[n-1]
		c.free = c.free[:n-1]
		return frame, true
	}
	frame = uint32(len(c.states))
	if !c.memory.reaches(frame) {
		return 0, false
	}
	c.states, c.keys, c.queues.links = append(c.states, 0), append(c.keys, 0), append(c.queues.links, link{})
	return frame, true
}

// resize sets how many frames are to be used at most.
func (c *cache) resize(limit int) {
	c.max = max(limit, 1)
	c.keep(c.max)
}

// keep gives pages up until no more than so many are left, or all that are left are pinned.
func (c *cache) keep(limit int) {
	for c.purgeable && c.used > limit && c.used > c.pinned {
		frame := c.leastWanted()
		if c.states[frame]&proven == 0 {
			c.given.add(c.keys[frame], c.max)
		}
		c.remove(frame)
	}
}

// remove takes a page out.
func (c *cache) remove(frame uint32) {
	c.index.remove(frame, c.keys)
	c.queue(frame).remove(frame, c.queues.links)
	if c.states[frame]&pinned != 0 {
		c.pinned--
	}
	c.used--
	c.states[frame] = 0
	c.free = append(c.free, frame)
}

// unpin ends the engine's use of a page. It is kept unless it is not wanted any more, or there are too many.
func (c *cache) unpin(frame uint32, discard bool) {
	if discard || c.used > c.max && c.purgeable {
		c.remove(frame)
		return
	}
	c.states[frame] &^= pinned
	c.pinned--
}

// rekey gives a page another number. One that has that number is given up.
func (c *cache) rekey(frame, key uint32) {
	if other, ok := c.index.find(key, c.keys); ok && other != frame {
		c.remove(other)
	}
	c.index.remove(frame, c.keys)
	c.keys[frame] = key
	c.highest = max(c.highest, key)
	c.index.add(frame, c.keys, c.used)
}

// truncate gives up all pages from a number on, pinned or not.
func (c *cache) truncate(from uint32) {
	if from > c.highest {
		return
	}
	c.highest = max(from, 1) - 1
	c.giveUp(func(frame int) bool { return c.keys[frame] >= from })
}

// shrink gives up all that is not pinned.
func (c *cache) shrink() {
	c.giveUp(func(frame int) bool { return c.states[frame]&pinned == 0 })
}

// giveUp removes pages, and with the last one their memory.
func (c *cache) giveUp(which func(frame int) bool) {
	for frame := range c.states {
		if c.states[frame]&holds != 0 && which(frame) {
			c.remove(uint32(frame))
		}
	}
	if c.used == 0 {
		c.close()
	}
}

// close gives all memory back. The cache is empty then and can be used again.
func (c *cache) close() {
	c.memory.release()
	c.index, c.keys, c.states, c.free, c.queues, c.given = index{}, nil, nil, nil, queues{}, nil
	c.used, c.pinned, c.highest = 0, 0, 0
}

// description is what lies behind a page: sqlite3_pcache_page, which leads the engine to it, and our own number of it. The engine's
// own description of the page follows.
type description struct {
	buffer, extra uintptr
	frame         uint64
}

// frameOf is the frame of a page that the engine gives back.
func frameOf(page uintptr) uint32 { return uint32(object[description](page).frame) }

const descriptionSize = int(unsafe.Sizeof(description{}))
