package sqlite

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends/sqlite/jsonb"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/wire"
)

// maxPaths bounds the parsed paths a connection remembers.
const maxPaths = 1024

// functions are the SQL functions that read a document where it lies: they skip to the value a path names and look at
// nothing else. A path is a JSON array of names and indexes, ["a","b",0]; the empty one names the document itself, which
// then is an attribute value. All of them give NULL where nothing is.
//
//	ddb_key(item, path [, type])      the value as attr.AppendComparable has it; with a type NULL for all others
//	ddb_type(item, path)              the name of its type
//	ddb_size_key(item, path)          size(), a number as ddb_key has it: UTF-16 units, bytes or members
//	ddb_contains(item, path, needle)  whether it has a comparable needle as a part or member
//	ddb_begins_with(item, path, prefix)
type functions struct {
	paths map[string][]jsonb.Step
	doc   []byte
	key   []byte
}

type function = func(args []engine.Value) (engine.Value, error)

func registerFunctions(db *engine.Conn) error {
	f := &functions{paths: map[string][]jsonb.Step{}}
	for _, def := range []struct {
		name  string
		nargs int
		call  function
	}{
		{"ddb_key", 2, f.keyOf},
		{"ddb_key", 3, f.keyOf},
		{"ddb_type", 2, f.typeOf},
		{"ddb_size_key", 2, f.sizeOf},
		{"ddb_contains", 3, f.contains},
		{"ddb_begins_with", 3, f.beginsWith},
	} {
		err := db.CreateFunction(def.name, &engine.FunctionImpl{
			NArgs:         def.nargs,
			Deterministic: true,
			AllowIndirect: true,
			Scalar:        func(_ engine.Context, args []engine.Value) (engine.Value, error) { return def.call(args) },
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// find reads the first two arguments: the value in an item at a path.
func (f *functions) find(args []engine.Value) (jsonb.Value, error) {
	text := args[1].Blob()
	path, ok := f.paths[string(text)]
	if !ok {
		var err error
		if path, err = parsePath(text); err != nil {
			return jsonb.Value{}, err
		}
		if len(f.paths) >= maxPaths {
			clear(f.paths)
		}
		f.paths[string(text)] = path
	}
	return jsonb.Find(args[0].Blob(), path), nil
}

// parsePath reads a path argument; names get the form they have in documents.
func parsePath(text []byte) ([]jsonb.Step, error) {
	var s wire.Scanner
	s.Init(text)
	var path []jsonb.Step
	s.EnterArray()
	for s.NextElem() {
		if s.Kind() == wire.String {
			quoted := attr.AppendDocString(nil, s.String())
			path = append(path, jsonb.Step{Name: quoted[1 : len(quoted)-1]})
			continue
		}
		index := 0
		for _, digit := range s.Number() {
			index = index*10 + int(digit-'0')
		}
		path = append(path, jsonb.Step{Index: index})
	}
	s.Finish()
	if err := s.Err(); err != nil {
		return nil, fmt.Errorf("path %q: %w", text, err)
	}
	return path, nil
}

// types are the types by the tags of documents.
var types = func() map[string]attr.Type {
	byTag := map[string]attr.Type{}
	for t := attr.S; t <= attr.NULL; t++ {
		byTag[t.String()] = t
	}
	return byTag
}()

// comparable gives the value as attr.AppendComparable has it. The result is valid until the next call.
func (f *functions) comparable(v jsonb.Value) ([]byte, error) {
	doc, err := jsonb.AppendText(f.doc[:0], v.Typed)
	if err != nil {
		return nil, err
	}
	f.doc = doc
	f.key = attr.AppendComparable(f.key[:0], attr.Value{Type: types[string(v.Tag)], Doc: doc})
	return f.key, nil
}

func (f *functions) keyOf(args []engine.Value) (engine.Value, error) {
	v, err := f.find(args)
	if err != nil || v.Tag == nil || len(args) == 3 && !bytes.Equal(v.Tag, args[2].Blob()) {
		return engine.Value{}, err
	}
	key, err := f.comparable(v)
	return engine.BlobValue(key), err
}

func (f *functions) typeOf(args []engine.Value) (engine.Value, error) {
	v, err := f.find(args)
	if err != nil || v.Tag == nil {
		return engine.Value{}, err
	}
	return engine.TextValue(string(v.Tag)), nil
}

func (f *functions) sizeOf(args []engine.Value) (engine.Value, error) {
	v, err := f.find(args)
	if err != nil || v.Tag == nil {
		return engine.Value{}, err
	}
	size := 0
	switch string(v.Tag) {
	case "S":
		text, err := f.text(v)
		if err != nil {
			return engine.Value{}, err
		}
		size = utf16Len(text)
	case "B":
		text, err := f.text(v)
		if err != nil {
			return engine.Value{}, err
		}
		size = len(text)
	case "SS", "NS", "BS", "L", "M":
		size = v.Len()
	default:
		return engine.Value{}, nil
	}
	f.key = attr.AppendNumberKey(append(f.key[:0], byte(attr.N)), strconv.AppendInt(f.doc[:0], int64(size), 10))
	return engine.BlobValue(f.key), nil
}

// text gives the raw bytes of an S or B.
func (f *functions) text(v jsonb.Value) ([]byte, error) {
	key, err := f.comparable(v)
	if err != nil {
		return nil, err
	}
	return key[1:], nil
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

func (f *functions) beginsWith(args []engine.Value) (engine.Value, error) {
	v, err := f.find(args)
	if err != nil || v.Tag == nil {
		return engine.Value{}, err
	}
	prefix := args[2].Blob()
	if len(prefix) == 0 { // NULL
		return engine.Value{}, nil
	}
	key, err := f.comparable(v)
	return truth(isText(v) && bytes.HasPrefix(key, prefix)), err
}

func (f *functions) contains(args []engine.Value) (engine.Value, error) {
	v, err := f.find(args)
	if err != nil || v.Tag == nil {
		return engine.Value{}, err
	}
	needle := args[2].Blob()
	if len(needle) == 0 { // NULL
		return engine.Value{}, nil
	}
	switch string(v.Tag) {
	case "S", "B":
		key, err := f.comparable(v)
		return truth(err == nil && key[0] == needle[0] && bytes.Contains(key[1:], needle[1:])), err
	case "SS", "NS", "BS":
		return f.member(v, needle, func(element []byte) jsonb.Value { return jsonb.Member(v.Tag, element) })
	case "L":
		return f.member(v, needle, jsonb.Typed)
	default:
		return truth(false), nil
	}
}

// member says whether one of the elements, each made a value by of, equals the needle.
func (f *functions) member(v jsonb.Value, needle []byte, of func(element []byte) jsonb.Value) (engine.Value, error) {
	var found bool
	var failed error
	v.Elements(func(element []byte) (stop bool) {
		key, err := f.comparable(of(element))
		found, failed = err == nil && bytes.Equal(key, needle), err
		return found || err != nil
	})
	return truth(found), failed
}

func isText(v jsonb.Value) bool { return string(v.Tag) == "S" || string(v.Tag) == "B" }

func truth(b bool) engine.Value {
	if b {
		return engine.IntegerValue(1)
	}
	return engine.IntegerValue(0)
}
