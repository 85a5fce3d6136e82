// Package jsonb writes the text of documents from the form in which Postgres stores jsonb.
//
// Making text of jsonb is most of what reading an item costs Postgres. A connection that may have the stored bytes sends those
// instead, and the text is made here in a fifth of the time. Their form has not changed since jsonb exists (Postgres 9.4), for
// databases are upgraded without rewriting them; a connection is asked for a sample (see Sample) before its bytes are believed.
//
// A container is a header of four bytes, an entry of four bytes for each element (of an object: first all names, then all
// values), and the elements' data. Integers are in the byte order of the server's machine, of which only the little-endian one
// is read here.
package jsonb

import (
	"encoding/binary"
	"errors"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// ErrMalformed says that bytes are not those of a stored document.
var ErrMalformed = errors.New("not a stored jsonb document")

// Parts of a container's header.
const (
	countMask  = 0x0FFFFFFF
	flagObject = 0x20000000
	flagArray  = 0x40000000
	flagsMask  = 0xF0000000
)

// Parts of an element's entry. Its number is the length of the data, or, with isEnd, where the data ends, counted from the start
// of the container's data.
const (
	numberMask    = 0x0FFFFFFF
	kindMask      = 0x70000000
	kindString    = 0x00000000
	kindFalse     = 0x20000000
	kindTrue      = 0x30000000
	kindNull      = 0x40000000
	kindContainer = 0x50000000
	isEnd         = 0x80000000
)

// entrySize is the size of a header and of an entry; containers begin at multiples of it.
const entrySize = 4

// maxNesting bounds the containers inside of each other. Documents have 32 levels of two at most.
const maxNesting = 100

// AppendText appends to dst the document that is stored as those bytes: no blanks, strings with the least escaping. ErrMalformed if
// it is none.
func AppendText(dst, stored []byte) ([]byte, error) {
	dst, ok := appendContainer(dst, stored, 0)
	if !ok {
		return dst, ErrMalformed
	}
	return dst, nil
}

func appendContainer(dst, b []byte, depth int) (out []byte, ok bool) {
	if len(b) < entrySize || depth > maxNesting {
		return dst, false
	}
	head := binary.LittleEndian.Uint32(b)
	count := int(head & countMask)
	switch head & flagsMask {
	case flagObject:
		if scalar, done := appendScalar(dst, b, count); done {
			return scalar, true
		}
		if 2*count > len(b)/entrySize-1 {
			return dst, false
		}
		return appendObject(dst, b[entrySize:], count, depth)
	case flagArray:
		if count > len(b)/entrySize-1 {
			return dst, false
		}
		return appendArray(dst, b[entrySize:], count, depth)
	}
	return dst, false
}

// appendScalar writes `{"S":"..."}` and the like, which is most of a document: an object of one member that is a string. done is false
// when the object is another one.
func appendScalar(dst, b []byte, count int) (out []byte, done bool) {
	const name, data = entrySize, 3 * entrySize
	if count != 1 || len(b) <= data {
		return dst, false
	}
	e := binary.LittleEndian.Uint64(b[name:])
	of, is := uint32(e), uint32(e>>32)
	if of&kindMask != kindString || is&kindMask != kindString || of&numberMask != 1 {
		return dst, false
	}
	end := data + int(is&numberMask)
	if is&isEnd == 0 {
		end++
	}
	if end > len(b) || end <= data || b[data] < 'A' || b[data] > 'Z' {
		return dst, false
	}
	dst = append(dst, '{', '"', b[data], '"', ':')
	dst = wire.AppendStringBytes(dst, b[data+1:end])
	return append(dst, '}'), true
}

// walk goes along the elements of a container.
type walk struct {
	entries, data []byte
	end           int // of the data of the elements so far
}

// next gives the kind and the data of the next element, and where the data begins; ok is false when it reaches beyond the container.
func (w *walk) next() (kind uint32, start int, ok bool) {
	e := binary.LittleEndian.Uint32(w.entries)
	w.entries = w.entries[entrySize:]
	start = w.end
	if w.end = int(e & numberMask); e&isEnd == 0 {
		w.end += start
	}
	return e & kindMask, start, start <= w.end && w.end <= len(w.data)
}

// appendObject writes an object from what stands behind its header, which is long enough for the entries.
func appendObject(dst, b []byte, count, depth int) (out []byte, ok bool) {
	middle, data := count*entrySize, b[2*count*entrySize:]
	names := walk{entries: b[:middle], data: data}
	values := walk{entries: b[middle:], data: data}
	for n := names; len(n.entries) > 0; values.end = n.end {
		if _, _, ok = n.next(); !ok {
			return dst, false
		}
	}
	dst = append(dst, '{')
	for i := range count {
		if i > 0 {
			dst = append(dst, ',')
		}
		kind, start, ok := names.next()
		if !ok || kind != kindString {
			return dst, false
		}
		dst = append(wire.AppendStringBytes(dst, data[start:names.end]), ':')
		if dst, ok = appendElement(dst, &values, depth); !ok {
			return dst, false
		}
	}
	return append(dst, '}'), true
}

// appendArray writes an array from what stands behind its header, which is long enough for the entries.
func appendArray(dst, b []byte, count, depth int) (out []byte, ok bool) {
	elements := walk{entries: b[:count*entrySize], data: b[count*entrySize:]}
	dst = append(dst, '[')
	for i := range count {
		if i > 0 {
			dst = append(dst, ',')
		}
		if dst, ok = appendElement(dst, &elements, depth); !ok {
			return dst, false
		}
	}
	return append(dst, ']'), true
}

// appendElement writes the next element of a container.
func appendElement(dst []byte, w *walk, depth int) (out []byte, ok bool) {
	kind, start, ok := w.next()
	if !ok {
		return dst, false
	}
	switch kind {
	case kindString:
		return wire.AppendStringBytes(dst, w.data[start:w.end]), true
	case kindContainer:
		if start = (start + entrySize - 1) &^ (entrySize - 1); start > w.end {
			return dst, false
		}
		return appendContainer(dst, w.data[start:w.end], depth+1)
	case kindTrue:
		return append(dst, "true"...), true
	case kindFalse:
		return append(dst, "false"...), true
	case kindNull:
		return append(dst, "null"...), true
	}
	return dst, false // a number: documents hold them as strings
}
