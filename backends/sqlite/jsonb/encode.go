package jsonb

import "bytes"

// Append appends the JSONB form of a document to dst. The document must be canonical: no blanks, strings with the least
// escaping. ErrMalformed if it is not a document.
func Append(dst, doc []byte) ([]byte, error) {
	e := encoder{src: doc, dst: dst}
	if !e.value(0) || e.pos != len(doc) {
		return dst, ErrMalformed
	}
	return e.dst, nil
}

// encoder walks src once and writes behind dst.
type encoder struct {
	src []byte
	pos int
	dst []byte
}

func (e *encoder) peek() byte {
	if e.pos < len(e.src) {
		return e.src[e.pos]
	}
	return 0
}

// accept consumes c if it is next.
func (e *encoder) accept(c byte) bool {
	if e.peek() != c {
		return false
	}
	e.pos++
	return true
}

func (e *encoder) value(depth int) bool {
	switch e.peek() {
	case '{':
		return e.scalar() || e.container(depth, kindObject, '}')
	case '[':
		return e.container(depth, kindArray, ']')
	case '"':
		return e.string()
	case 't':
		return e.literal("true", kindTrue)
	case 'f':
		return e.literal("false", kindFalse)
	default:
		return false
	}
}

func (e *encoder) literal(text string, kind byte) bool {
	if !bytes.HasPrefix(e.src[e.pos:], []byte(text)) {
		return false
	}
	e.pos += len(text)
	e.dst = append(e.dst, kind)
	return true
}

// scalar writes `{"S":"..."}` and the like. Most of a document is such values, and the size of the object around the
// string is known as soon as the string's end is.
func (e *encoder) scalar() bool {
	const prefix = `{"S":"`
	s := e.src[e.pos:]
	if len(s) < len(prefix) || s[1] != '"' || s[3] != '"' || s[4] != ':' || s[5] != '"' {
		return false
	}
	text, kind, ok := scanString(s[5:])
	end := 5 + len(text) + 2
	if !ok || end >= len(s) || s[end] != '}' {
		return false
	}
	e.dst = appendHeader(e.dst, kindObject, 2+headerSize(len(text))+len(text))
	e.dst = append(e.dst, kindText|1<<4, s[2])
	e.dst = appendHeader(e.dst, kind, len(text))
	e.dst = append(e.dst, text...)
	e.pos += end + 1
	return true
}

func (e *encoder) string() bool {
	if e.peek() != '"' {
		return false
	}
	text, kind, ok := scanString(e.src[e.pos:])
	if !ok {
		return false
	}
	e.dst = appendHeader(e.dst, kind, len(text))
	e.dst = append(e.dst, text...)
	e.pos += len(text) + 2
	return true
}

// scanString reads the string whose opening quote is s[0]: what stands between the quotes, and whether that has escapes.
func scanString(s []byte) (text []byte, kind byte, ok bool) {
	n := bytes.IndexByte(s[1:], '"')
	if n < 0 {
		return nil, 0, false
	}
	if bytes.IndexByte(s[1:1+n], '\\') < 0 {
		return s[1 : 1+n], kindText, true
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return s[1:i], kindTextJ, true
		}
	}
	return nil, 0, false
}

// container writes an object or array. Its size is known only at the end: the header is reserved with one byte, or with
// what the outermost container will need, and widened when that was too little.
func (e *encoder) container(depth int, kind, end byte) bool {
	if depth > maxNesting {
		return false
	}
	start, reserved := len(e.dst), 1
	if depth == 0 {
		reserved = headerSize(len(e.src))
	}
	e.dst = append(e.dst, make([]byte, reserved)...)
	e.pos++
	if !e.accept(end) && !e.members(depth, kind == kindObject, end) {
		return false
	}
	e.closeHeader(start, reserved, kind)
	return true
}

// members writes what stands in a container up to its end, which it consumes.
func (e *encoder) members(depth int, named bool, end byte) bool {
	for {
		if named && !(e.string() && e.accept(':')) {
			return false
		}
		if !e.value(depth + 1) {
			return false
		}
		if e.accept(end) {
			return true
		}
		if !e.accept(',') {
			return false
		}
	}
}

// closeHeader writes the header of the container that begins at start, moving its payload if the header needs more
// bytes than were reserved. A header longer than needed is as good.
func (e *encoder) closeHeader(start, reserved int, kind byte) {
	size := len(e.dst) - start - reserved
	head := headerSize(size)
	if head < reserved {
		head = reserved
	}
	if grow := head - reserved; grow > 0 {
		e.dst = append(e.dst, make([]byte, grow)...)
		copy(e.dst[start+head:], e.dst[start+reserved:start+reserved+size])
	}
	h := e.dst[start : start+head]
	for i := head - 1; i > 0; i-- {
		h[i] = byte(size)
		size >>= 8
	}
	switch head {
	case 1:
		h[0] = kind | byte(size)<<4
	case 2:
		h[0] = kind | 12<<4
	case 3:
		h[0] = kind | 13<<4
	default:
		h[0] = kind | 14<<4
	}
}
