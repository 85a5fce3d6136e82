//go:build !linux

package pagecache

import "modernc.org/libc"

// reserve gets memory of so many bytes.
func reserve(bytes int) (area, bool) {
	at := libc.Xmalloc(nil, libc.Tsize_t(bytes))
	return area{base: at}, at != 0
}

func (a area) release() { libc.Xfree(nil, a.base) }
