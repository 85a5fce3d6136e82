package pagecache

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// hugePage is the size of the system's large pages. To find the place of an address takes it far fewer steps there than in pages of 4 KB.
const hugePage = 2 << 20

// reserve gets memory of at least so many bytes.
func reserve(bytes int) (area, bool) {
	large := bytes >= hugePage
	if large {
		bytes = (bytes + hugePage - 1) &^ (hugePage - 1) // which the system places at a multiple of it
	}
	b, err := unix.Mmap(-1, 0, bytes, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE|unix.MAP_ANON|unix.MAP_NORESERVE)
	if err != nil {
		return area{}, false
	}
	if large {
		_ = unix.Madvise(b, unix.MADV_HUGEPAGE) // a system without them does as well
	}
	return area{base: uintptr(unsafe.Pointer(&b[0])), bytes: b}, true
}

func (a area) release() { _ = unix.Munmap(a.bytes) }
