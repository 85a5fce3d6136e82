package pagecache

import (
	"math/rand/v2"
	"testing"
	"unsafe"
)

const (
	pageSize  = 512
	extraSize = 40
)

// page is what a test keeps of a page that it has pinned.
type page struct{ at uintptr }

func (p page) description() *description { return object[description](p.at) }

// number is written into both ends of a page, and into what is the engine's own behind it.
func (p page) number() *uint64 { return object[uint64](p.description().buffer) }

func (p page) last() *uint64 { return object[uint64](p.description().buffer + pageSize - 8) }

func (p page) extra() *uint64 { return object[uint64](p.description().extra + extraSize - 8) }

func (p page) write(n uint64) { *p.number(), *p.last(), *p.extra() = n, n, n }

func (p page) says(n uint64) bool { return *p.number() == n && *p.last() == n && *p.extra() == n }

// first is the engine's mark of a page that it knows.
func (p page) first() *uintptr { return object[uintptr](p.description().extra) }

// model is what a cache must hold: pinned pages by number, and which of the others may still be there.
type model struct {
	t      *testing.T
	c      *cache
	pinned map[uint32]page
	idle   map[uint32]bool
}

func newModel(t *testing.T, limit int) *model {
	c := newCache(pageSize, extraSize, true)
	c.max = limit
	t.Cleanup(c.close)
	return &model{t: t, c: c, pinned: map[uint32]page{}, idle: map[uint32]bool{}}
}

// fetch asks for a page and checks that it is the right one, or a fresh one.
func (m *model) fetch(key uint32, want demand) {
	at := m.c.fetch(key, want)
	if at == 0 {
		m.refused(key, want)
		return
	}
	p := page{at}
	before, held := m.pinned[key]
	switch known := *p.first() != 0; {
	case held && before != p:
		m.t.Fatalf("page %d moved while it was in use", key)
	case known && !p.says(uint64(key)):
		m.t.Fatalf("page %d is page %d", key, *p.number())
	case known && !held && !m.idle[key]:
		m.t.Fatalf("page %d was given up and is there", key)
	case !known && held:
		m.t.Fatalf("page %d was lost while it was in use", key)
	case !known && want == nothing:
		m.t.Fatalf("page %d was made and not asked for", key)
	}
	*p.first() = 1
	p.write(uint64(key))
	m.pinned[key] = p
	delete(m.idle, key)
}

func (m *model) refused(key uint32, want demand) {
	if _, held := m.pinned[key]; held {
		m.t.Fatalf("page %d is in use and was not found", key)
	}
	if want == must || want == easy && len(m.pinned) < m.c.max-m.c.max/10 {
		m.t.Fatalf("no room for page %d with %d of %d pages in use", key, len(m.pinned), m.c.max)
	}
}

func (m *model) unpin(key uint32, discard bool) {
	p, ok := m.pinned[key]
	if !ok {
		return
	}
	m.c.unpin(frameOf(p.at), discard)
	delete(m.pinned, key)
	m.idle[key] = !discard
}

func (m *model) rekey(from, to uint32) {
	p, ok := m.pinned[from]
	if _, taken := m.pinned[to]; !ok || taken {
		return
	}
	m.c.rekey(frameOf(p.at), to)
	delete(m.pinned, from)
	delete(m.idle, to)
	p.write(uint64(to))
	m.pinned[to] = p
}

func (m *model) truncate(from uint32) {
	m.c.truncate(from)
	for key := range m.pinned {
		if key >= from {
			delete(m.pinned, key)
		}
	}
	for key := range m.idle {
		if key >= from {
			delete(m.idle, key)
		}
	}
}

// check looks at what must hold after each step.
func (m *model) check() {
	if m.c.pinned != len(m.pinned) || m.c.used < m.c.pinned {
		m.t.Fatalf("%d pages, of which %d are in use; should be %d", m.c.used, m.c.pinned, len(m.pinned))
	}
	if m.c.used > max(m.c.max, m.c.pinned) {
		m.t.Fatalf("%d pages, %d in use, with room for %d", m.c.used, m.c.pinned, m.c.max)
	}
	for key, p := range m.pinned {
		if !p.says(uint64(key)) {
			m.t.Fatalf("page %d was written over", key)
		}
	}
}

func TestPagesAreWhatTheyWereUntilTheyAreGivenUp(t *testing.T) {
	for _, limit := range []int{1, 10, 100, 1000} {
		random := rand.New(rand.NewPCG(1, uint64(limit)))
		m := newModel(t, limit)
		key := func() uint32 { return 1 + random.Uint32N(uint32(2*limit)) }
		for range 20_000 {
			switch n := random.IntN(1000); {
			case n < 480:
				m.fetch(key(), demand(random.IntN(3)))
			case n < 960:
				m.unpin(key(), random.IntN(20) == 0)
			case n < 990:
				m.rekey(key(), key())
			case n < 995:
				m.truncate(key())
			case n < 996:
				m.c.shrink()
				clear(m.idle)
			default:
				m.c.resize(random.IntN(2 * limit))
			}
			m.check()
		}
	}
}

func TestPagesInUseHaveRoomBeyondTheLimit(t *testing.T) {
	m := newModel(t, 10)
	for key := range uint32(1000) {
		m.fetch(key+1, must)
	}
	m.check()
	if m.c.fetch(2000, easy) != 0 {
		t.Error("a page was made beyond the limit that was not needed")
	}
	for key := range uint32(1000) {
		m.unpin(key+1, false)
	}
	if m.c.used != 10 {
		t.Errorf("%d pages are kept, of 10", m.c.used)
	}
}

func TestPagesThatAreUsedAgainStay(t *testing.T) {
	m := newModel(t, 100)
	use := func(key uint32) {
		m.fetch(key, must)
		m.unpin(key, false)
	}
	for round := range uint32(100) {
		for key := range uint32(20) {
			use(1 + key)
		}
		for key := range uint32(50) {
			use(1000 + round*50 + key)
		}
	}
	for key := range uint32(20) {
		if at := m.c.fetch(1+key, nothing); at == 0 {
			t.Errorf("page %d was used in each round and is gone", 1+key)
		}
	}
}

func TestAPageOfADatabaseInMemoryIsNeverGivenUp(t *testing.T) {
	c := newCache(pageSize, extraSize, false)
	defer c.close()
	c.max = 10
	for key := range uint32(1000) {
		p := page{c.fetch(key+1, easy)}
		if key < 9 && p.at == 0 {
			t.Fatalf("page %d has no room", key+1)
		}
		if p.at == 0 {
			p = page{c.fetch(key+1, must)}
		}
		*p.first() = 1
		p.write(uint64(key + 1))
	}
	for key := range uint32(1000) {
		if p := (page{c.fetch(key+1, nothing)}); p.at == 0 || !p.says(uint64(key+1)) {
			t.Fatalf("page %d is gone", key+1)
		}
	}
}

func TestMemoryIsGivenBackWithTheLastPage(t *testing.T) {
	m := newModel(t, 1000)
	for key := range uint32(1000) {
		m.fetch(key+1, must)
	}
	m.truncate(1)
	if len(m.c.memory.areas) != 0 || m.c.used != 0 {
		t.Errorf("%d areas of memory are left for %d pages", len(m.c.memory.areas), m.c.used)
	}
	m.fetch(7, must)
	m.check()
}

func TestFramesLieApartAndInsideOfTheirAreas(t *testing.T) {
	m := newMemory(8192, 288)
	defer m.release()
	if m.stride%64 != 0 || m.stride/64%2 == 0 {
		t.Errorf("%d bytes from one frame to the next are no odd number of lines", m.stride)
	}
	for frame := range uint32(3000) {
		if !m.reaches(frame) {
			t.Fatal("no memory")
		}
		area, place := areaOf(frame)
		if place < 0 || place >= framesOf(area) {
			t.Fatalf("frame %d is number %d of the %d of area %d", frame, place, framesOf(area), area)
		}
		d := object[description](m.fresh(frame))
		if d.buffer < m.areas[area].base || d.extra+288 > m.areas[area].base+uintptr(framesOf(area)*m.stride) {
			t.Fatalf("frame %d lies outside of its area", frame)
		}
		if d.buffer%64 != 0 || d.extra%unsafe.Alignof(uint64(0)) != 0 {
			t.Fatalf("frame %d is not aligned", frame)
		}
	}
}
