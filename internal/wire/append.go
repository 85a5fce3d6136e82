package wire

import (
	"encoding/base64"
	"strconv"
)

// AppendString appends s, which must be UTF-8, as a JSON string with the least escaping: only quotes, backslashes and control
// characters.
func AppendString(dst []byte, s string) []byte { return appendQuoted(dst, s) }

// AppendStringBytes is AppendString for bytes.
func AppendStringBytes(dst, b []byte) []byte {
	if end, _ := plainRun(b, 0); end < len(b) {
		return appendQuoted(dst, b)
	}
	dst = append(dst, '"')
	dst = append(dst, b...)
	return append(dst, '"')
}

// escapeLetters holds the letter of the short escape of a byte, 'u' for one that has none, 0 for a byte that stands for itself.
var escapeLetters = func() (t [256]byte) {
	for c := range ' ' {
		t[c] = 'u'
	}
	t['"'], t['\\'], t['\b'], t['\f'], t['\n'], t['\r'], t['\t'] = '"', '\\', 'b', 'f', 'n', 'r', 't'
	return t
}()

func appendQuoted[T string | []byte](dst []byte, s T) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		letter := escapeLetters[s[i]]
		if letter == 0 {
			continue
		}
		dst = append(dst, s[from:i]...)
		dst = append(dst, '\\', letter)
		if letter == 'u' {
			dst = append(dst, '0', '0', hex[s[i]>>4], hex[s[i]&15])
		}
		from = i + 1
	}
	dst = append(dst, s[from:]...)
	return append(dst, '"')
}

// AppendInt appends a whole number.
func AppendInt(dst []byte, n int64) []byte { return strconv.AppendInt(dst, n, 10) }

// AppendBool appends true or false.
func AppendBool(dst []byte, b bool) []byte { return strconv.AppendBool(dst, b) }

// AppendFloat appends the shortest decimal form of f, with a fraction of at least one digit: 1 is 1.0.
func AppendFloat(dst []byte, f float64) []byte {
	start := len(dst)
	dst = strconv.AppendFloat(dst, f, 'f', -1, 64)
	for _, c := range dst[start:] {
		if c == '.' {
			return dst
		}
	}
	return append(dst, '.', '0')
}

// AppendBase64 appends b as a JSON string of padded standard base64.
func AppendBase64(dst, b []byte) []byte {
	dst = append(dst, '"')
	dst = base64.StdEncoding.AppendEncode(dst, b)
	return append(dst, '"')
}
