package attr

import "encoding/base64"

// base64Bytes gives the number of bytes that padded standard base64 stands for, or -1 when text is not that. Unlike
// encoding/base64 it refuses line breaks.
func base64Bytes(text []byte) int {
	if len(text)%4 != 0 {
		return -1
	}
	end := len(text)
	for end > 0 && end > len(text)-2 && text[end-1] == '=' {
		end--
	}
	for _, c := range text[:end] {
		if base64Values[c] < 0 {
			return -1
		}
	}
	return end * 3 / 4
}

// appendBase64 appends accepted base64 as a JSON string. Bits behind the last byte, which mean nothing, become zero.
func appendBase64(dst, text []byte, size int) []byte {
	dst = append(dst, '"')
	dst = append(dst, text...)
	if used := (size*8 + 5) / 6; used < len(text) {
		last := &dst[len(dst)-len(text)+used-1]
		unused := byte(1)<<(used*6-size*8) - 1
		*last = base64Alphabet[byte(base64Values[*last])&^unused]
	}
	return append(dst, '"')
}

// appendDecoded appends the bytes of accepted base64.
func appendDecoded(dst, text []byte) []byte {
	dst, _ = base64.StdEncoding.AppendDecode(dst, text)
	return dst
}

const base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// base64Values holds the value of each letter of base64Alphabet, -1 for other bytes.
var base64Values = func() (t [256]int8) {
	for i := range t {
		t[i] = -1
	}
	for i, c := range []byte(base64Alphabet) {
		t[c] = int8(i)
	}
	return t
}()
