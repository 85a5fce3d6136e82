package attr

import (
	"bytes"
	"strings"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// The bytes of the escape that keeps U+0000 out of documents: U+0000 is written escape escape, U+0001 escape escapedOne.
const (
	escape     = '\x01'
	escapedOne = '\x02'
)

// escapable are the characters EscapeText rewrites.
const escapable = "\x00\x01"

// EscapeText gives s the way documents hold it, without JSON quoting: for SQL arguments that are compared with text in documents.
func EscapeText(s string) string {
	if !strings.ContainsAny(s, escapable) {
		return s
	}
	return string(appendEscaped(make([]byte, 0, len(s)+8), s))
}

func appendEscaped(dst []byte, s string) []byte {
	for i := range len(s) {
		switch c := s[i]; c {
		case 0:
			dst = append(dst, escape, escape)
		case escape:
			dst = append(dst, escape, escapedOne)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// UnescapeText undoes EscapeText.
func UnescapeText(s string) string {
	if strings.IndexByte(s, escape) < 0 {
		return s
	}
	return string(appendUnescaped(make([]byte, 0, len(s)), []byte(s)))
}

func appendUnescaped(dst, s []byte) []byte {
	for {
		i := bytes.IndexByte(s, escape)
		if i < 0 || i+1 == len(s) {
			return append(dst, s...)
		}
		dst = append(dst, s[:i]...)
		dst = append(dst, s[i+1]-escape)
		s = s[i+2:]
	}
}

// AppendDocString appends s as a string of a document: escaped, then quoted as JSON.
func AppendDocString(dst []byte, s string) []byte {
	return wire.AppendString(dst, EscapeText(s))
}

// appendDocStringBytes is AppendDocString for bytes.
func appendDocStringBytes(dst, s []byte) []byte {
	if bytes.IndexByte(s, 0) < 0 && bytes.IndexByte(s, escape) < 0 {
		return wire.AppendStringBytes(dst, s)
	}
	return AppendDocString(dst, string(s))
}

// appendDocText reads the next string of a document and appends it unescaped.
func appendDocText(dst []byte, s *wire.Scanner) []byte {
	text := s.StringBytes()
	if s.Plain() {
		return append(dst, text...)
	}
	return appendUnescaped(dst, text)
}

// docText reads the next string of a document.
func docText(s *wire.Scanner) string {
	text := s.StringBytes()
	if s.Plain() {
		return string(text)
	}
	return UnescapeText(string(text))
}

// unescapedLen is the length of s without the escapes of U+0000 and U+0001.
func unescapedLen(s []byte) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] == escape {
			i++
		}
		n++
	}
	return n
}
