package jsonb

import (
	"encoding/binary"
	"slices"
)

// AppendText appends to dst the document whose JSONB form is blob. ErrMalformed if blob is not what Append writes, nor what
// SQLite's jsonb() writes for a document.
func AppendText(dst, blob []byte) ([]byte, error) {
	if need := len(dst) + TextSize(len(blob)); cap(dst) < need {
		grown := make([]byte, len(dst), need)
		copy(grown, dst)
		dst = grown
	}
	dst, end, ok := appendElement(dst, blob, 0, 0)
	if !ok || end != len(blob) {
		return dst, ErrMalformed
	}
	return dst, nil
}

// TextSize is about how much AppendText will append for a blob of size bytes, rather more than less.
func TextSize(size int) int { return size + size/4 + 16 }

// appendElement writes the element at pos of b and gives where it ends. This and what it calls walk b by position: slices cut
// off at each step cost a fifth more, and every item that is read comes through here.
func appendElement(dst, b []byte, pos, depth int) (out []byte, end int, ok bool) {
	kind, start, end := header(b, pos)
	if end > len(b) {
		return dst, end, false
	}
	switch kind {
	case kindText, kindTextJ:
		return appendQuoted(dst, b[start:end]), end, true
	case kindTrue:
		return append(dst, "true"...), end, true
	case kindFalse:
		return append(dst, "false"...), end, true
	case kindObject:
		if dst, ok, done := appendTyped(dst, b[:end], start, depth); done {
			return dst, end, ok
		}
		dst, ok = appendObject(dst, b[:end], start, depth)
		return dst, end, ok
	case kindArray:
		dst, ok = appendArray(dst, b[:end], start, depth)
		return dst, end, ok
	}
	return dst, end, false
}

func appendQuoted(dst, text []byte) []byte {
	dst = append(dst, '"')
	dst = append(dst, text...)
	return append(dst, '"')
}

// appendTyped writes `{"S":"..."}`, `{"L":[...]}` and the like: an object whose only member is all of b from pos, with a name of one
// letter. done is false when the object is another one.
func appendTyped(dst, b []byte, pos, depth int) (out []byte, ok, done bool) {
	if len(b)-pos < 3 || b[pos] != kindText|1<<4 || depth > maxNesting {
		return dst, false, false
	}
	kind, start, end := header(b, pos+2)
	if end != len(b) {
		return dst, false, false
	}
	dst = append(dst, '{', '"', b[pos+1], '"', ':')
	switch kind {
	case kindText, kindTextJ:
		dst, ok = appendQuoted(dst, b[start:]), true
	case kindArray:
		dst, ok = appendArray(dst, b, start, depth+1)
	default:
		dst, _, ok = appendElement(dst, b, pos+2, depth+1)
	}
	return append(dst, '}'), ok, true
}

// appendObject writes the object whose members are all of b from pos.
func appendObject(dst, b []byte, pos, depth int) (out []byte, ok bool) {
	if depth > maxNesting {
		return dst, false
	}
	dst = append(dst, '{')
	for pos < len(b) {
		if dst, pos = appendScalars(dst, b, pos); pos == len(b) {
			break
		}
		kind, start, end := header(b, pos)
		if end > len(b) || kind != kindText && kind != kindTextJ {
			return dst, false
		}
		dst = append(appendQuoted(dst, b[start:end]), ':')
		if dst, pos, ok = appendElement(dst, b, end, depth+1); !ok {
			return dst, false
		}
		dst = append(dst, ',')
	}
	return closeContainer(dst, '{', '}'), true
}

// closeContainer ends an object or array; a comma stands behind each member.
func closeContainer(dst []byte, opening, closing byte) []byte {
	if dst[len(dst)-1] == opening {
		return append(dst, closing)
	}
	dst[len(dst)-1] = closing
	return dst
}

// chunk is how many bytes of a short text are copied at once, whatever its length: a copy of a length that is known needs no call.
const chunk = 16

// betweenNameAndText is `":{"T":"`, but for the tag T, as one number: eight bytes written one by one and moved together wait for each
// other.
const (
	betweenNameAndText = '"' | ':'<<8 | '{'<<16 | '"'<<24 | '"'<<40 | ':'<<48 | '"'<<56
	tagShift           = 32
)

// appendScalars writes members like `"name":{"S":"text"}`, which is most of a document, from pos of b on, as long as they are short
// enough for what it takes for granted: a name of up to 11 bytes and a text of up to 251, neither at the very end of b. It gives where it
// stopped. Headers are read in place, for everything that is read comes through here.
func appendScalars(dst, b []byte, pos int) ([]byte, int) {
	for pos+chunk+1 < len(b) {
		name := int(b[pos] >> 4)
		if k := b[pos] & 0xf; name > 11 || k != kindText && k != kindTextJ {
			break
		}
		at := pos + 1 + name
		if at+6 > len(b) || b[at]&0xf != kindObject {
			break
		}
		start, size := at+1, int(b[at]>>4)
		if size >= 12 {
			if size > 12 {
				break
			}
			start, size = at+2, int(b[at+1])
		}
		end := start + size
		if end > len(b) || size < 3 || b[start] != kindText|1<<4 {
			break
		}
		kind, text := b[start+2], start+3
		if kind>>4 == 12 {
			text++
		}
		if k := kind & 0xf; k != kindText && k != kindTextJ || kind>>4 > 12 || text+lengthOf(kind, b[start+3]) != end {
			break
		}
		n, length := len(dst), end-text
		if cap(dst)-n < name+length+2*chunk {
			dst = slices.Grow(dst, name+length+2*chunk)
		}
		d := dst[n : n+name+length+2*chunk]
		d[0] = '"'
		*(*[chunk]byte)(d[1:]) = [chunk]byte(b[pos+1:])
		d = d[1+name:]
		binary.LittleEndian.PutUint64(d, betweenNameAndText|uint64(b[start+1])<<tagShift)
		if length <= chunk && text+chunk <= len(b) {
			*(*[chunk]byte)(d[8:]) = [chunk]byte(b[text:])
		} else {
			copy(d[8:], b[text:end])
		}
		tail := d[8+length : 8+length+3]
		tail[0], tail[1], tail[2] = '"', '}', ','
		dst, pos = dst[:n+name+length+12], end
	}
	return dst, pos
}

// lengthOf is the size that a header of one or two bytes says.
func lengthOf(first, second byte) int {
	if first>>4 == 12 {
		return int(second)
	}
	return int(first >> 4)
}

// appendArray writes the array whose elements are all of b from pos.
func appendArray(dst, b []byte, pos, depth int) (out []byte, ok bool) {
	if depth > maxNesting {
		return dst, false
	}
	dst = append(dst, '[')
	for pos < len(b) {
		if dst, pos, ok = appendElement(dst, b, pos, depth+1); !ok {
			return dst, false
		}
		dst = append(dst, ',')
	}
	return closeContainer(dst, '[', ']'), true
}
