package attr

import "bytes"

// escapeText is how JSON writes the character that begins an escape in documents.
const escapeText = `\u0001`

// AppendWire appends the wire form of a stored document, of a value or of an item: the same text, with the escape of U+0000 undone.
func AppendWire(dst, doc []byte) []byte {
	if bytes.IndexByte(doc, escapeText[0]) < 0 {
		return append(dst, doc...) // nearly all of them: a search for one byte takes half as long
	}
	for {
		i := bytes.Index(doc, []byte(escapeText))
		if i < 0 {
			return append(dst, doc...)
		}
		// An even number of backslashes before it makes it an escape; with an odd one its backslash is itself escaped.
		slashes := 0
		for i-1-slashes >= 0 && doc[i-1-slashes] == '\\' {
			slashes++
		}
		end := i + len(escapeText)
		if slashes%2 == 1 || len(doc) < end+len(escapeText) {
			dst = append(dst, doc[:end]...)
			doc = doc[end:]
			continue
		}
		dst = append(dst, doc[:end-1]...)
		second := doc[end+len(escapeText)-1] // the last digit of \u0001 or \u0002
		dst = append(dst, second-escape)
		doc = doc[end+len(escapeText):]
	}
}
