// Package wire reads and writes JSON by hand: one pass, no reflection, no tree. It knows nothing of DynamoDB.
//
// A Scanner fails once and stays failed: after the first error every method returns a zero value, so callers read
// a whole structure and ask Err once.
package wire

// Kind is the first byte class of the next JSON token.
type Kind byte

// Kinds of JSON tokens.
const (
	End    Kind = 0
	Object Kind = '{'
	Array  Kind = '['
	String Kind = '"'
	Number Kind = '0'
	Bool   Kind = 't'
	Null   Kind = 'n'
	Bad    Kind = '?'
)

// ErrorKind says why a Scanner stopped.
type ErrorKind uint8

// Kinds of scan errors.
const (
	Syntax  ErrorKind = iota + 1 // the text is not JSON (or not UTF-8)
	Type                         // a token of another kind than the reader asked for
	TooDeep                      // nesting passed the scanner's limit
)

// Error is the first error of a Scanner. Offset is the byte offset of the offending token.
type Error struct {
	Kind   ErrorKind
	Offset int
	Want   Kind // for Type
	Got    Kind // for Type
}
