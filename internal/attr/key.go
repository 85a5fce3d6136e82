package attr

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
)

// AppendKeyBytes appends the bytes of a key value (S, N or B) that sort as the service sorts the values: the UTF-8 bytes of a
// string, the bytes of a binary, and for a number bytes in the order of value, equal for equal numbers. It serves a single key
// attribute and the last of several.
func AppendKeyBytes(dst []byte, v Value) []byte {
	if v.Type != N {
		return v.appendContent(dst)
	}
	x := v.number()
	return x.appendKey(dst, false)
}

// AppendKeyPart appends what AppendKeyBytes does in a form that ends itself, for all but the last of several key attributes: the
// concatenation sorts by the first attribute, then by the second. In strings and binaries a byte 0 becomes 0 0xFF, and 0 0 ends them.
func AppendKeyPart(dst []byte, v Value) []byte {
	if v.Type == N {
		x := v.number()
		return x.appendKey(dst, true)
	}
	var buf [128]byte
	content := v.appendContent(buf[:0])
	for {
		i := bytes.IndexByte(content, 0)
		if i < 0 {
			break
		}
		dst = append(dst, content[:i]...)
		dst = append(dst, 0, 0xFF)
		content = content[i+1:]
	}
	dst = append(dst, content...)
	return append(dst, 0, 0)
}

// number is the number of a value of type N.
func (v Value) number() number {
	var buf [64]byte
	return mustParse(v.appendContent(buf[:0]))
}

// TokenOf is the digest of the values of a partition key: of the type, length and key bytes of each.
func TokenOf(parts ...Value) Token {
	var buf [256]byte
	text := buf[:0]
	for _, v := range parts {
		start := len(text)
		text = append(text, byte(v.Type), 0, 0, 0, 0)
		text = AppendKeyBytes(text, v)
		binary.BigEndian.PutUint32(text[start+1:], uint32(len(text)-start-5))
	}
	sum := sha256.Sum256(text)
	return Token(sum[:len(Token{})])
}
