// Package wire reads and writes JSON by hand: one pass, no reflection, no tree. It knows nothing of DynamoDB.
//
// A Scanner fails once and stays failed: after the first error every method returns a zero value, so callers read
// a whole structure and ask Err once.
package wire

import "fmt"

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

// Decimal is a number with a point or an exponent. Kind never gives it; it stands in Error.Got only, because services word the
// refusal of 3 and of 3.5 differently.
const Decimal Kind = '.'

// Base64 is a string of padded standard base64. Kind never gives it; it stands in Error.Want only, set by readers that fail a
// string for its content.
const Base64 Kind = 'B'

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

// DefaultMaxDepth is how many objects and arrays may be open at once unless MaxDepth says otherwise.
const DefaultMaxDepth = 4000

// Scanner reads one JSON text from front to back. The zero Scanner is ready for Init and may be used again and again.
// A value that NextKey or NextElem announced must be consumed before the next call of either.
type Scanner struct {
	// MaxDepth is the number of objects and arrays that may be open at once; 0 means DefaultMaxDepth. Init keeps it.
	MaxDepth int

	buf     []byte
	pos     int
	depth   int
	first   bool // a container was just entered: no comma stands before its first member
	plain   bool // the last string had no escapes
	err     *Error
	scratch []byte // holds unescaped strings
}

// Init starts the scanner on b, which must not change while it is read.
func (s *Scanner) Init(b []byte) {
	s.buf, s.pos, s.depth, s.first, s.plain, s.err = b, 0, 0, false, false, nil
}

// Err is the first error, or nil.
func (s *Scanner) Err() *Error { return s.err }

// Pos is the byte offset of what is read next.
func (s *Scanner) Pos() int { return s.pos }

// Fail stops the scanner with an error at the current offset, unless it has stopped before.
func (s *Scanner) Fail(kind ErrorKind, want, got Kind) { s.FailAt(s.pos, kind, want, got) }

// FailAt is Fail for a token that has been consumed already and started at offset.
func (s *Scanner) FailAt(offset int, kind ErrorKind, want, got Kind) {
	if s.err == nil {
		s.err = &Error{Kind: kind, Offset: offset, Want: want, Got: got}
	}
}

// Error describes the failure for logs; clients get the texts of their service.
func (e *Error) Error() string {
	switch e.Kind {
	case Type:
		return fmt.Sprintf("json: %q instead of %q at offset %d", rune(e.Got), rune(e.Want), e.Offset)
	case TooDeep:
		return fmt.Sprintf("json: nested too deep at offset %d", e.Offset)
	default:
		return fmt.Sprintf("json: syntax error at offset %d", e.Offset)
	}
}

// Kind is the kind of the next token, which is not consumed: End when only blanks are left or the scanner has failed, Bad when no
// value starts here.
func (s *Scanner) Kind() Kind {
	if s.err != nil {
		return End
	}
	switch c := s.peek(); c {
	case '{', '[', '"', 't', 'n':
		return Kind(c)
	case 'f':
		return Bool
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return Number
	}
	if s.pos == len(s.buf) {
		return End
	}
	return Bad
}

// peek skips blanks and gives the next byte, 0 at the end.
func (s *Scanner) peek() byte {
	for s.pos < len(s.buf) {
		c := s.buf[s.pos]
		if c > ' ' || c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return c
		}
		s.pos++
	}
	return 0
}

// expect fails the scanner unless the next token is of that kind.
func (s *Scanner) expect(want Kind) bool {
	got := s.Kind()
	if got == want {
		return s.err == nil
	}
	switch got {
	case End, Bad:
		s.Fail(Syntax, want, got)
	case Number:
		if end, decimal := scanNumber(s.buf, s.pos); end < 0 {
			s.Fail(Syntax, want, got)
		} else if decimal {
			s.Fail(Type, want, Decimal)
		}
	}
	s.Fail(Type, want, got)
	return false
}

// Finish fails the scanner unless only blanks are left.
func (s *Scanner) Finish() {
	if s.Kind() != End {
		s.Fail(Syntax, End, Bad)
	}
}
