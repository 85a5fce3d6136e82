package attr

import (
	"bytes"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// StringValue makes a value of type S. The text must be UTF-8.
func StringValue(s string) Value {
	doc := append(make([]byte, 0, len(s)+8), `{"S":`...)
	doc = AppendDocString(doc, s)
	return Value{Type: S, Doc: append(doc, '}'), Size: len(s)}
}

// NumberValue makes a value of type N from the text of a number in any form the service takes.
func NumberValue(text string) (Value, *Problem) {
	var x number
	if p := parse(text, &x); p != nil {
		return Value{}, p
	}
	doc := append(make([]byte, 0, len(text)+8), `{"N":"`...)
	doc = x.appendText(doc)
	return Value{Type: N, Doc: append(doc, `"}`...), Size: x.size()}, nil
}

// BinaryValue makes a value of type B.
func BinaryValue(b []byte) Value {
	doc := append(make([]byte, 0, len(b)*4/3+12), `{"B":`...)
	doc = wire.AppendBase64(doc, b)
	return Value{Type: B, Doc: append(doc, '}'), Size: len(b)}
}

// BoolValue makes a value of type BOOL.
func BoolValue(v bool) Value {
	doc := wire.AppendBool([]byte(`{"BOOL":`), v)
	return Value{Type: BOOL, Doc: append(doc, '}'), Size: 1}
}

// NullValue makes a value of type NULL.
func NullValue() Value {
	return Value{Type: NULL, Doc: []byte(`{"NULL":true}`), Size: 1}
}

// Text is the content of a scalar: the string of S, unescaped; the canonical number of N; the raw bytes of B; true or false
// of BOOL; true of NULL. It is empty for other types.
func (v Value) Text() string {
	var buf [64]byte
	return string(v.appendContent(buf[:0]))
}

// plainContent is what stands between the quotes of a canonical string or number without escapes; nil for others.
func (v Value) plainContent() []byte {
	const before, after = len(`{"S":"`), len(`"}`)
	end := len(v.Doc) - after
	if v.Type != S && v.Type != N || end < before || v.Doc[1] != '"' || v.Doc[4] != ':' || v.Doc[5] != '"' || v.Doc[end] != '"' || bytes.IndexByte(v.Doc, '\\') >= 0 {
		return nil
	}
	return v.Doc[before:end]
}

// appendContent appends what Text gives.
func (v Value) appendContent(dst []byte) []byte {
	if text := v.plainContent(); text != nil {
		return append(dst, text...)
	}
	var s wire.Scanner
	v.open(&s)
	switch v.Type {
	case S, N:
		return appendDocText(dst, &s)
	case B:
		return appendDecoded(dst, s.StringBytes())
	case BOOL, NULL:
		return wire.AppendBool(dst, s.Bool())
	}
	return dst
}

// open starts a scanner in front of the content of the value.
func (v Value) open(s *wire.Scanner) {
	s.Init(v.Doc)
	s.EnterObject()
	s.NextKey()
}

// SetValue makes a value of type SS or NS of members in any order and form that requests may have.
func SetValue(t Type, members []string) (Value, *Problem) {
	request := append([]byte(`{"`), t.String()...)
	request = append(request, `":[`...)
	for i, m := range members {
		if i > 0 {
			request = append(request, ',')
		}
		request = wire.AppendString(request, m)
	}
	var s wire.Scanner
	s.Init(append(request, "]}"...))
	v := ScanValue(&s)
	return v, v.Problem
}

// ReadItem reads an item in the form that requests have; false when it is none that may be used.
func ReadItem(text []byte) (Item, bool) {
	var s wire.Scanner
	s.Init(text)
	it := ScanItem(&s)
	s.Finish()
	return it, s.Err() == nil && it.Problem == nil
}
