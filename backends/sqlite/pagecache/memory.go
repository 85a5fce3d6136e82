package pagecache

import "math/bits"

// memory is where frames lie: in areas each of which is as large as all before it, so that a frame never moves. The system gives memory to what is
// written of an area.
type memory struct {
	pageSize int
	stride   int // from one frame to the next
	areas    []area
}

// area is memory outside of Go's heap.
type area struct {
	base  uintptr
	bytes []byte
}

// firstFrames is how many frames the first area has, and the second.
const firstFrames = 32

// line is what a processor reads at once.
const line = 64

func newMemory(page, extra int) memory {
	// An odd number of lines from frame to frame puts what all of them have at the same place into different parts of a processor's cache.
	lines := (page+descriptionSize+extra+line-1)/line | 1
	return memory{pageSize: page, stride: lines * line}
}

// areaOf gives the area of a frame, and its place there.
func areaOf(frame uint32) (area, place int) {
	area = bits.Len32(frame / firstFrames)
	if area == 0 {
		return 0, int(frame)
	}
	return area, int(frame) - firstFrames<<(area-1)
}

// framesOf is how many frames an area has.
func framesOf(area int) int { return firstFrames << max(area-1, 0) }

// reaches makes sure that there is memory for a frame, the first one behind all others.
func (m *memory) reaches(frame uint32) bool {
	i, _ := areaOf(frame)
	if i < len(m.areas) {
		return true
	}
	a, ok := reserve(framesOf(i) * m.stride)
	if ok {
		m.areas = append(m.areas, a)
	}
	return ok
}

// page is what the engine knows a frame's page by: the address of the description behind it.
func (m *memory) page(frame uint32) uintptr {
	area, place := areaOf(frame)
	return m.areas[area].base + uintptr(place*m.stride+m.pageSize)
}

// fresh describes a frame anew for a page that comes into it. The engine looks at the first pointer of its own description to learn that.
func (m *memory) fresh(frame uint32) uintptr {
	page := m.page(frame)
	d := object[description](page)
	*d = description{buffer: page - uintptr(m.pageSize), extra: page + uintptr(descriptionSize), frame: uint64(frame)}
	*object[uintptr](d.extra) = 0
	return page
}

// release gives all memory back.
func (m *memory) release() {
	for _, a := range m.areas {
		a.release()
	}
	m.areas = nil
}
