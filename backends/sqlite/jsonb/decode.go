package jsonb

// AppendText appends to dst the document whose JSONB form is blob. ErrMalformed if blob is not what Append writes, nor what
// SQLite's jsonb() writes for a document.
func AppendText(dst, blob []byte) ([]byte, error) {
	if need := len(dst) + TextSize(blob); cap(dst) < need {
		grown := make([]byte, len(dst), need)
		copy(grown, dst)
		dst = grown
	}
	dst, rest, ok := appendElement(dst, blob, 0)
	if !ok || len(rest) != 0 {
		return dst, ErrMalformed
	}
	return dst, nil
}

// TextSize is about how much AppendText will append, rather more than less.
func TextSize(blob []byte) int { return len(blob) + len(blob)/4 + 16 }

// appendElement writes the first element of b and gives what follows it.
func appendElement(dst, b []byte, depth int) (out, rest []byte, ok bool) {
	kind, payload, rest, ok := split(b)
	if !ok {
		return dst, nil, false
	}
	switch kind {
	case kindText, kindTextJ:
		dst = append(dst, '"')
		dst = append(dst, payload...)
		dst = append(dst, '"')
	case kindTrue:
		dst = append(dst, "true"...)
	case kindFalse:
		dst = append(dst, "false"...)
	case kindObject:
		if scalar, done := appendScalar(dst, payload); done {
			return scalar, rest, true
		}
		dst, ok = appendObject(dst, payload, depth)
	case kindArray:
		dst, ok = appendArray(dst, payload, depth)
	default:
		ok = false
	}
	return dst, rest, ok
}

// appendScalar writes `{"S":"..."}` and the like, which is most of a document; done is false when the object is another one.
func appendScalar(dst, payload []byte) (out []byte, done bool) {
	if len(payload) < 3 || payload[0] != kindText|1<<4 {
		return dst, false
	}
	kind, text, rest, ok := split(payload[2:])
	if !ok || len(rest) > 0 || kind != kindText && kind != kindTextJ {
		return dst, false
	}
	dst = append(dst, '{', '"', payload[1], '"', ':', '"')
	dst = append(dst, text...)
	return append(dst, '"', '}'), true
}

func appendObject(dst, payload []byte, depth int) (out []byte, ok bool) {
	if depth > maxNesting {
		return dst, false
	}
	dst = append(dst, '{')
	for first := true; len(payload) > 0; first = false {
		if !first {
			dst = append(dst, ',')
		}
		kind, name, rest, ok := split(payload)
		if !ok || kind != kindText && kind != kindTextJ {
			return dst, false
		}
		dst = append(dst, '"')
		dst = append(dst, name...)
		dst = append(dst, '"', ':')
		if dst, payload, ok = appendElement(dst, rest, depth+1); !ok {
			return dst, false
		}
	}
	return append(dst, '}'), true
}

func appendArray(dst, payload []byte, depth int) (out []byte, ok bool) {
	if depth > maxNesting {
		return dst, false
	}
	dst = append(dst, '[')
	for first := true; len(payload) > 0; first = false {
		if !first {
			dst = append(dst, ',')
		}
		if dst, payload, ok = appendElement(dst, payload, depth+1); !ok {
			return dst, false
		}
	}
	return append(dst, ']'), true
}
