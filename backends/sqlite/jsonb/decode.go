package jsonb

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
		dst = append(dst, '"')
		dst = append(dst, b[start:end]...)
		dst = append(dst, '"')
	case kindTrue:
		dst = append(dst, "true"...)
	case kindFalse:
		dst = append(dst, "false"...)
	case kindObject:
		if scalar, done := appendScalar(dst, b[:end], start); done {
			return scalar, end, true
		}
		dst, ok = appendObject(dst, b[:end], start, depth)
		return dst, end, ok
	case kindArray:
		dst, ok = appendArray(dst, b[:end], start, depth)
		return dst, end, ok
	default:
		return dst, end, false
	}
	return dst, end, true
}

// appendScalar writes `{"S":"..."}` and the like, which is most of a document: an object whose members are all of b from pos.
// done is false when the object is another one.
func appendScalar(dst, b []byte, pos int) (out []byte, done bool) {
	if len(b)-pos < 3 || b[pos] != kindText|1<<4 {
		return dst, false
	}
	kind, start, end := header(b, pos+2)
	if end != len(b) || kind != kindText && kind != kindTextJ {
		return dst, false
	}
	dst = append(dst, '{', '"', b[pos+1], '"', ':', '"')
	dst = append(dst, b[start:]...)
	return append(dst, '"', '}'), true
}

// appendObject writes the object whose members are all of b from pos.
func appendObject(dst, b []byte, pos, depth int) (out []byte, ok bool) {
	if depth > maxNesting {
		return dst, false
	}
	dst = append(dst, '{')
	for first := true; pos < len(b); first = false {
		if !first {
			dst = append(dst, ',')
		}
		kind, start, end := header(b, pos)
		if end > len(b) || kind != kindText && kind != kindTextJ {
			return dst, false
		}
		dst = append(dst, '"')
		dst = append(dst, b[start:end]...)
		dst = append(dst, '"', ':')
		if dst, pos, ok = appendElement(dst, b, end, depth+1); !ok {
			return dst, false
		}
	}
	return append(dst, '}'), true
}

// appendArray writes the array whose elements are all of b from pos.
func appendArray(dst, b []byte, pos, depth int) (out []byte, ok bool) {
	if depth > maxNesting {
		return dst, false
	}
	dst = append(dst, '[')
	for first := true; pos < len(b); first = false {
		if !first {
			dst = append(dst, ',')
		}
		if dst, pos, ok = appendElement(dst, b, pos, depth+1); !ok {
			return dst, false
		}
	}
	return append(dst, ']'), true
}
