package jsonb

import "bytes"

// Step is one step of a document path: a member name in the form documents have it between the quotes (escapes
// included), or a list index when Name is nil.
type Step struct {
	Name  []byte
	Index int
}

// Value is a value inside of a blob: what stands in `{"S":...}`.
type Value struct {
	// Tag is the value's type: the member name S, N, B, SS, NS, BS, M, L, BOOL or NULL. Nil when there is no value.
	Tag []byte
	// Element is the JSONB element of the value, without the object that names its type; Typed with it.
	Element, Typed []byte
}

// Find walks a path through the blob of an item, skipping what it does not name. Without a path the blob is a value's and
// is the value found. The value has no Tag when the path is not there; a damaged blob reads as if it ended at the damage.
func Find(blob []byte, path []Step) Value {
	if len(path) == 0 {
		return Typed(blob)
	}
	v := Typed(member(payload(blob, kindObject), path[0].Name))
	for _, step := range path[1:] {
		switch {
		case v.Tag == nil:
			return v
		case step.Name != nil && string(v.Tag) == "M":
			v = Typed(member(payload(v.Element, kindObject), step.Name))
		case step.Name == nil && string(v.Tag) == "L":
			v = Typed(element(payload(v.Element, kindArray), step.Index))
		default:
			return Value{}
		}
	}
	return v
}

// member gives the element of that name among the members of an object, nil when there is none.
func member(members, name []byte) []byte {
	for pos := 0; pos < len(members); {
		_, start, value := header(members, pos)
		if value > len(members) {
			return nil
		}
		_, _, end := header(members, value)
		if end > len(members) {
			return nil
		}
		if string(members[start:value]) == string(name) {
			return members[value:end]
		}
		pos = end
	}
	return nil
}

// element gives the element at an index of an array's payload, nil when there is none.
func element(elements []byte, index int) []byte {
	for len(elements) > 0 {
		_, _, rest, ok := split(elements)
		if !ok {
			return nil
		}
		if index == 0 {
			return elements[:len(elements)-len(rest)]
		}
		index--
		elements = rest
	}
	return nil
}

// Typed reads a value, `{"S":...}`; without Tag when b is none.
func Typed(b []byte) Value {
	kind, members, _, ok := split(b)
	if !ok || kind != kindObject {
		return Value{}
	}
	_, tag, rest, ok := split(members)
	if !ok || len(tag) == 0 {
		return Value{}
	}
	return Value{Tag: tag, Element: rest, Typed: b}
}

// Plain is the text of a value whose element is a string without escapes; ok is false when it is anything else.
func (v Value) Plain() (text []byte, ok bool) {
	kind, start, end := header(v.Element, 0)
	if kind != kindText || end > len(v.Element) {
		return nil, false
	}
	return v.Element[start:end], true
}

// SameScalar says whether two values of one type are the same, known is false unless both are strings written in the same way, or true or false.
func SameScalar(a, b Value) (same, known bool) {
	kind, x, _, ok := split(a.Element)
	other, y, _, otherOK := split(b.Element)
	switch {
	case !ok || !otherOK:
		return false, false
	case kind == kindTrue || kind == kindFalse:
		return kind == other, true
	case kind == kindText || kind == kindTextJ:
		return bytes.Equal(x, y), kind == other
	}
	return false, false
}

// payload gives the payload of an element of that kind, nil when it is another one.
func payload(b []byte, want byte) []byte {
	kind, p, _, ok := split(b)
	if !ok || kind != want {
		return nil
	}
	return p
}

// Len is how many members a map, list or set has.
func (v Value) Len() int {
	kind, p, _, ok := split(v.Element)
	n := 0
	for ok && len(p) > 0 {
		_, _, p, ok = split(p)
		n++
	}
	if kind == kindObject {
		n /= 2
	}
	return n
}

// Elements calls f with each element of a list or set, as a whole, until f says stop.
func (v Value) Elements(f func(element []byte) (stop bool)) {
	p := payload(v.Element, kindArray)
	for len(p) > 0 {
		_, _, rest, ok := split(p)
		if !ok || f(p[:len(p)-len(rest)]) {
			return
		}
		p = rest
	}
}

// Member makes a member of a set with that tag a value of its own: the member "a" of an SS becomes `{"S":"a"}`.
func Member(setTag, element []byte) Value {
	size := 2 + len(element)
	typed := appendHeader(make([]byte, 0, headerSize(size)+size), kindObject, size)
	typed = append(typed, kindText|1<<4, setTag[0])
	typed = append(typed, element...)
	return Typed(typed)
}
