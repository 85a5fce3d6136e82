package wire

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// String consumes a string and gives it unescaped.
func (s *Scanner) String() string { return string(s.StringBytes()) }

// StringBytes consumes a string and gives it unescaped, valid until the next call. Bytes that are not UTF-8 are a syntax error;
// a lone surrogate escape becomes '?'.
func (s *Scanner) StringBytes() []byte {
	if (s.err != nil || s.pos >= len(s.buf) || s.buf[s.pos] != '"') && !s.expect(String) {
		return nil
	}
	start := s.pos + 1
	end, high := plainRun(s.buf, start)
	s.plain = end < len(s.buf) && s.buf[end] == '"'
	if !s.plain {
		return s.escaped(start)
	}
	text := s.buf[start:end:end]
	if high && !utf8.Valid(text) {
		s.Fail(Syntax, String, Bad)
		return nil
	}
	s.pos = end + 1
	return text
}

// Plain says whether the last string stood in the input without escapes, so that its text between the quotes is its value.
func (s *Scanner) Plain() bool { return s.plain }

// escaped unescapes the string whose text starts at i into the scratch buffer.
func (s *Scanner) escaped(i int) []byte {
	out := s.scratch[:0]
	for {
		end, high := plainRun(s.buf, i)
		run := s.buf[i:end]
		if end == len(s.buf) || high && !utf8.Valid(run) {
			break
		}
		out = append(out, run...)
		if s.buf[end] == '"' {
			s.pos = end + 1
			s.scratch = out
			return out
		}
		if s.buf[end] != '\\' {
			break
		}
		if out, i = unescape(out, s.buf, end+1); i < 0 {
			break
		}
	}
	s.Fail(Syntax, String, Bad)
	return nil
}

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// plainRun gives the end of the run of bytes at i that need no attention: the first quote, backslash or control character, or
// the end of b. high says whether the run has bytes outside ASCII. It looks at eight bytes at a time.
func plainRun(b []byte, i int) (end int, high bool) {
	var seen uint64
	for ; i+8 <= len(b); i += 8 {
		w := binary.LittleEndian.Uint64(b[i:])
		quote, slash := w^'"'*ones, w^'\\'*ones
		// Each term has the top bit of a byte set when that byte is a quote, a backslash or below ' ' (bytes after the
		// first such one may be set wrongly).
		if found := ((quote-ones)&^quote | (slash-ones)&^slash | (w-' '*ones)&^w) & highs; found != 0 {
			before := bits.TrailingZeros64(found) &^ 7
			seen |= w & (1<<before - 1)
			return i + before/8, seen&highs != 0
		}
		seen |= w
	}
	for ; i < len(b); i++ {
		c := b[i]
		if c == '"' || c == '\\' || c < ' ' {
			break
		}
		seen |= uint64(c)
	}
	return i, seen&highs != 0
}

var simpleEscapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// unescape appends the character whose escape continues at i, behind the backslash, and gives the offset after it, or -1.
func unescape(dst, b []byte, i int) ([]byte, int) {
	if i >= len(b) {
		return dst, -1
	}
	if c := simpleEscapes[b[i]]; c != 0 {
		return append(dst, c), i + 1
	}
	unit := hex4(b, i)
	if unit < 0 {
		return dst, -1
	}
	i += 5
	if unit < 0xD800 || unit > 0xDFFF {
		return utf8.AppendRune(dst, unit), i
	}
	if unit < 0xDC00 && i < len(b) && b[i] == '\\' {
		if low := hex4(b, i+1); low >= 0xDC00 && low <= 0xDFFF {
			return utf8.AppendRune(dst, (unit-0xD800)<<10+(low-0xDC00)+0x10000), i + 6
		}
	}
	return append(dst, '?'), i
}

// hex4 reads "uXXXX" at i; -1 when it is not there.
func hex4(b []byte, i int) rune {
	if i+5 > len(b) || b[i] != 'u' {
		return -1
	}
	var r rune
	for _, c := range b[i+1 : i+5] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return -1
		}
		r = r<<4 | rune(c)
	}
	return r
}
