package api

import (
	"strings"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/wire"
)

// decoder reads one request. A JSON null is everywhere the same as an absent member. Its first error stops it.
type decoder struct {
	s    *wire.Scanner
	body []byte
	// target is what was being read when the scanner failed.
	target target
}

// input reads the whole body.
func (d *decoder) input(in Input) {
	if d.want(wire.Object, target{class: classMap}) {
		d.s.EnterObject()
		in.decode(d)
		d.s.Finish()
	}
}

func (d *decoder) null() bool {
	if d.s.Kind() != wire.Null {
		return false
	}
	d.s.Null()
	return true
}

// want says whether the next token is of that kind; when not, the scanner fails and the target is kept for the text.
func (d *decoder) want(k wire.Kind, to target) bool {
	if d.s.Kind() == k {
		return true
	}
	if d.s.Err() != nil {
		return false
	}
	d.target = to
	switch k {
	case wire.Object:
		d.s.EnterObject()
	case wire.Array:
		d.s.EnterArray()
	case wire.String:
		d.s.StringBytes()
	case wire.Number:
		d.s.Number()
	default:
		d.s.Bool()
	}
	return false
}

// pointer reads an optional scalar, item or value.
func pointer[T any](d *decoder, read func(*decoder) T) *T {
	if d.null() {
		return nil
	}
	v := read(d)
	return &v
}

// required reads a required scalar and notes that it was there.
func required[T any](d *decoder, read func(*decoder) T, into *T, present *uint32, bit uint32) {
	if !d.null() {
		*into = read(d)
		*present |= bit
	}
}

func (d *decoder) text() string {
	if d.null() || !d.want(wire.String, target{class: "String"}) {
		return ""
	}
	return d.s.String()
}

// tableName reads a table's name, or the name out of its ARN.
func (d *decoder) tableName() string { return tableNameOf(d.text()) }

// enum reads an optional enumeration. Known values are shared, so that they cost no allocation.
func (d *decoder) enum(e *enumeration) *string {
	if d.null() || !d.want(wire.String, target{class: "String"}) {
		return nil
	}
	text := d.s.StringBytes()
	for i := range e.values {
		if e.values[i] == string(text) {
			return &e.values[i]
		}
	}
	v := string(text)
	return &v
}

func (d *decoder) boolean() bool {
	return d.want(wire.Bool, target{class: "Boolean"}) && d.s.Bool()
}

// boolStrings are the strings that the service's newer layer takes for booleans.
var boolStrings = map[string]bool{
	"true": true, "t": true, "yes": true, "y": true, "1": true,
	"false": false, "f": false, "no": false, "n": false, "0": false,
}

// looseBool reads a boolean or one of those strings.
func (d *decoder) looseBool() bool {
	if d.s.Kind() != wire.String {
		return d.boolean()
	}
	v, ok := boolStrings[strings.ToLower(d.s.String())]
	if !ok {
		d.s.Fail(wire.Type, wire.Bool, wire.String)
	}
	return v
}

func (d *decoder) int32() int32 {
	if !d.want(wire.Number, target{class: "Integer"}) {
		return 0
	}
	return int32(wholeNumber(d.s.Number(), 0, 32))
}

func (d *decoder) int64() int64 {
	if !d.want(wire.Number, target{class: "Long"}) {
		return 0
	}
	return wholeNumber(d.s.Number(), 0, 64)
}

func (d *decoder) item() attr.Item {
	if d.null() || !d.want(wire.Object, target{class: classMap, field: true}) {
		return attr.Item{}
	}
	return attr.ScanItem(d.s)
}

func (d *decoder) value() attr.Value { return attr.ScanValue(d.s) }

// place is where a structure stands: the service's texts differ.
type place bool

const (
	inMember     place = false
	inCollection place = true
)

// structure reads a structure of the model; nil for null.
func structure[T any, P interface {
	*T
	decode(d *decoder)
}](d *decoder, name string, at place) P {
	if d.null() || d.s.Kind() != wire.Object && !d.want(wire.Object, target{class: classPrefix + shapePackage + name, field: at == inMember}) {
		return nil
	}
	d.s.EnterObject()
	v := P(new(T))
	v.decode(d)
	return v
}

// list reads an array; nil for null, empty but not nil for an empty one.
func list[T any](d *decoder, read func(*decoder) T) []T {
	if d.null() || !d.want(wire.Array, target{field: true}) {
		return nil
	}
	d.s.EnterArray()
	out := []T{}
	for d.s.NextElem() {
		out = append(out, read(d))
	}
	return out
}

// tableMapOf is mapOf for objects whose members are named by tables or their ARNs. A table that is named both ways is in it
// twice.
func tableMapOf[T any](d *decoder, read func(*decoder) T) Map[T] {
	m := mapOf(d, read)
	for i := range m {
		m[i].Key = tableNameOf(m[i].Key)
	}
	return m
}

// mapOf reads an object; nil for null, empty but not nil for an empty one. Of members with the same name the last counts.
func mapOf[T any](d *decoder, read func(*decoder) T) Map[T] {
	if d.null() || !d.want(wire.Object, target{class: classMap, field: true}) {
		return nil
	}
	d.s.EnterObject()
	out := Map[T]{}
	var seen map[string]int
	for name, ok := d.s.NextKey(); ok; name, ok = d.s.NextKey() {
		key := string(name)
		at, again := find(out, seen, key)
		v := read(d)
		if again {
			out[at].Value = v
			continue
		}
		out = append(out, Entry[T]{Key: key, Value: v})
		seen = index(out, seen)
	}
	return out
}

// indexedMap is the size from which a Map being read is searched by hash and not by walking.
const indexedMap = 16

func find[T any](m Map[T], seen map[string]int, key string) (int, bool) {
	if seen != nil {
		at, ok := seen[key]
		return at, ok
	}
	for i := range m {
		if m[i].Key == key {
			return i, true
		}
	}
	return 0, false
}

func index[T any](m Map[T], seen map[string]int) map[string]int {
	if len(m) < indexedMap {
		return nil
	}
	if seen != nil {
		seen[m[len(m)-1].Key] = len(m) - 1
		return seen
	}
	seen = make(map[string]int, 2*len(m))
	for i := range m {
		seen[m[i].Key] = i
	}
	return seen
}
