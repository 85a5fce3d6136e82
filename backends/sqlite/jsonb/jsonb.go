// Package jsonb turns stored documents into SQLite's binary JSON and back, and finds values inside of it.
//
// SQLite's own json() and jsonb() do the same through its JSON parser; this package does it in one pass each, because a
// document needs only a part of JSON: objects, arrays, strings and true or false, without blanks. What it writes is
// ordinary JSONB (https://sqlite.org/jsonb.html), so that every JSON function of SQLite reads it.
//
// A JSONB element is a header and a payload. The low four bits of the header's first byte are the element's kind, the
// high four the payload's size, or how many bytes of big-endian size follow.
package jsonb

import "errors"

// Kinds of elements, as SQLite numbers them. Documents have no JSON numbers and no JSON null.
const (
	kindTrue   = 1
	kindFalse  = 2
	kindText   = 7 // the payload is the string, and its JSON too: nothing to escape
	kindTextJ  = 8 // the payload is the string as JSON writes it, with escapes
	kindArray  = 11
	kindObject = 12
)

// maxNesting bounds the containers inside of each other in a blob or text that is read. A document of 32 levels has less
// than three containers a level; more than this is damage.
const maxNesting = 256

// ErrMalformed says that a text is no document, or that a blob is no JSONB of one.
var ErrMalformed = errors.New("malformed document")

// appendHeader writes the shortest header for a payload of size bytes.
func appendHeader(dst []byte, kind byte, size int) []byte {
	switch {
	case size <= 11:
		return append(dst, kind|byte(size)<<4)
	case size <= 0xff:
		return append(dst, kind|12<<4, byte(size))
	case size <= 0xffff:
		return append(dst, kind|13<<4, byte(size>>8), byte(size))
	default:
		return append(dst, kind|14<<4, byte(size>>24), byte(size>>16), byte(size>>8), byte(size))
	}
}

// headerSize is the length of the shortest header for a payload of size bytes.
func headerSize(size int) int {
	switch {
	case size <= 11:
		return 1
	case size <= 0xff:
		return 2
	case size <= 0xffff:
		return 3
	default:
		return 5
	}
}

// header reads the header of the element at pos of b: its kind, and where its payload starts and ends. The end is beyond b when
// b does not hold a whole element there.
func header(b []byte, pos int) (kind byte, start, end int) {
	if pos >= len(b) {
		return 0, pos, len(b) + 1
	}
	kind = b[pos] & 0x0f
	size := int(b[pos] >> 4)
	switch {
	case size <= 11:
		return kind, pos + 1, pos + 1 + size
	case size == 12 && pos+1 < len(b): // most texts that are not short
		return kind, pos + 2, pos + 2 + int(b[pos+1])
	}
	size, head := longSize(b[pos:], size)
	if size < 0 || size > len(b) {
		return 0, pos, len(b) + 1
	}
	return kind, pos + head, pos + head + size
}

// split cuts the first element off b: its kind, its payload and what follows it. ok is false when b does not hold a
// whole element.
func split(b []byte) (kind byte, payload, rest []byte, ok bool) {
	kind, start, end := header(b, 0)
	if end > len(b) {
		return 0, nil, nil, false
	}
	return kind, b[start:end], b[end:], true
}

// longSize reads a size that follows the first byte; class 12 to 15 says in 1, 2, 4 or 8 bytes. It is negative when b is
// too short for it.
func longSize(b []byte, class int) (size, head int) {
	n := 1 << (class - 12)
	if len(b) <= n {
		return -1, 0
	}
	for _, c := range b[1 : 1+n] {
		size = size<<8 | int(c)
	}
	return size, 1 + n
}
