package sqlite

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ddbsql/ddbsql/backends/sqlite/jsonb"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// function is an SQL function of one connection. It keeps what the next call may use again.
type function struct {
	run   func(f *function, c *call) error
	call  call
	paths paths
	doc   []byte
	key   []byte
	other []byte
}

// definitions are the SQL functions that read a document where it lies: they skip to the value a path names and look at nothing else.
// A path is a JSON array of names and indexes, ["a","b",0]; the empty one names the document itself, which then is an attribute value.
//
// These give a number, and so cost no memory. A value is an attribute value as JSONB, k a value as attr.AppendComparable has it:
//
//	ddb_exists(item, path)            whether there is a value at the path
//	ddb_is(item, path, type)          whether there is one of the type of that name
//	ddb_equal(item, path, value ...)  whether it deeply equals one of the values
//	ddb_compare(item, path, k)        -1, 0 or 1 as it is less than, equal to or greater than k; NULL unless both are S, N or B
//	ddb_between(item, path, k, k)     whether it is neither less than the first nor greater than the second; NULL unless all are S, N or B
//	ddb_contains(item, path, k)       whether it has k as a part or member
//	ddb_begins_with(item, path, k)    whether it has the type of k and begins with it
//
// These give bytes that SQL compares with each other, NULL where nothing is:
//
//	ddb_key(item, path [, type])      the value as attr.AppendComparable has it; with a type NULL for all others
//	ddb_size_key(item, path)          size(), a number as ddb_key has it: UTF-16 units, bytes or members
var definitions = []definition{
	{"ddb_exists", 2, (*function).exists},
	{"ddb_is", 3, (*function).is},
	{"ddb_equal", -1, (*function).equal},
	{"ddb_compare", 3, (*function).compare},
	{"ddb_between", 4, (*function).between},
	{"ddb_contains", 3, (*function).contains},
	{"ddb_begins_with", 3, (*function).beginsWith},
	{"ddb_key", 2, (*function).keyOf},
	{"ddb_key", 3, (*function).keyOf},
	{"ddb_size_key", 2, (*function).sizeOf},
}

type definition struct {
	name string
	args int32 // -1 for any number
	run  func(f *function, c *call) error
}

// find reads the first two arguments: the value in an item at a path.
func (f *function) find(c *call) (jsonb.Value, error) {
	path, err := f.paths.parsed(c.blob(1))
	if err != nil {
		return jsonb.Value{}, err
	}
	return jsonb.Find(c.blob(0), path), nil
}

// typeOf is the type that a tag of documents names.
func typeOf(tag []byte) attr.Type {
	switch string(tag) {
	case "S":
		return attr.S
	case "N":
		return attr.N
	case "B":
		return attr.B
	}
	for t := attr.SS; t <= attr.NULL; t++ {
		if string(tag) == t.String() {
			return t
		}
	}
	return attr.Invalid
}

// comparable appends the value as attr.AppendComparable has it to dst.
func (f *function) comparable(dst []byte, v jsonb.Value) ([]byte, error) {
	t := typeOf(v.Tag)
	if text, plain := v.Plain(); plain {
		switch t {
		case attr.S:
			return append(append(dst, byte(t)), text...), nil
		case attr.N:
			return attr.AppendNumberKey(append(dst, byte(t)), text), nil
		}
	}
	doc, err := jsonb.AppendText(f.doc[:0], v.Typed)
	if err != nil {
		return nil, err
	}
	f.doc = doc
	return attr.AppendComparable(dst, attr.Value{Type: t, Doc: doc}), nil
}

// content gives a value's comparable without the type in front. It is valid until the next call, and as long as the value.
func (f *function) content(v jsonb.Value) ([]byte, error) {
	if text, plain := v.Plain(); plain && string(v.Tag) == "S" {
		return text, nil
	}
	key, err := f.comparable(f.key[:0], v)
	if err != nil {
		return nil, err
	}
	f.key = key
	return key[1:], nil
}

func (f *function) keyOf(c *call) error {
	v, err := f.find(c)
	if err != nil || v.Tag == nil || len(c.args) == 3 && !bytes.Equal(v.Tag, c.blob(2)) {
		return err
	}
	key, err := f.comparable(f.key[:0], v)
	if err != nil {
		return err
	}
	f.key = key
	c.bytes(key)
	return nil
}

func (f *function) exists(c *call) error {
	v, err := f.find(c)
	if err == nil {
		c.truth(v.Tag != nil)
	}
	return err
}

func (f *function) is(c *call) error {
	v, err := f.find(c)
	if err == nil {
		c.truth(v.Tag != nil && bytes.Equal(v.Tag, c.blob(2)))
	}
	return err
}

func (f *function) sizeOf(c *call) error {
	v, err := f.find(c)
	if err != nil || v.Tag == nil {
		return err
	}
	size := 0
	switch typeOf(v.Tag) {
	case attr.S, attr.B:
		text, err := f.content(v)
		if err != nil {
			return err
		}
		if size = len(text); string(v.Tag) == "S" {
			size = utf16Len(text)
		}
	case attr.SS, attr.NS, attr.BS, attr.L, attr.M:
		size = v.Len()
	default:
		return nil
	}
	f.key = attr.AppendNumberKey(append(f.key[:0], byte(attr.N)), strconv.AppendInt(f.doc[:0], int64(size), 10))
	c.bytes(f.key)
	return nil
}

func utf16Len(text []byte) int {
	n := 0
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		n += utf16.RuneLen(r)
		text = text[size:]
	}
	return n
}
