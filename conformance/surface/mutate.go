package main

import "strings"

// mutate changes the request in a few places, or its text, or its head, or leaves it as it is.
func (m *maker) mutate(r *request) {
	switch n := m.IntN(100); {
	case n < 45:
		return
	case n < 92:
		for range 1 + m.IntN(3) {
			if all := places(r.body); len(all) > 0 {
				mutations[m.IntN(len(mutations))](m, r, pick(m, all...))
			}
		}
	case n < 97:
		r.raw = m.mutateBytes(r.text())
	default:
		r.head = m.oddHead()
	}
}

// mutations change a request at one place.
var mutations = []func(*maker, *request, place){
	func(_ *maker, _ *request, p place) { p.drop() },
	func(_ *maker, _ *request, p place) { p.repeat() },
	func(m *maker, _ *request, p place) { p.put(m.other()) },
	func(m *maker, _ *request, p place) { p.put(m.otherScalar(p.get())) },
	func(m *maker, _ *request, p place) { p.put(m.otherScalar(p.get())) },
	func(m *maker, _ *request, p place) { m.rename(p) },
	func(m *maker, r *request, p place) { // two values change places; none may come to be below itself
		if q := pick(m, places(r.body)...); !contains(p.get(), q.get()) && !contains(q.get(), p.get()) {
			a, b := p.get(), q.get()
			p.put(b)
			q.put(a)
		}
	},
	func(m *maker, r *request, p place) { p.put(pick(m, places(r.body)...).get().clone()) },
	func(m *maker, _ *request, p place) { p.put(m.nest(p.get())) },
	func(m *maker, _ *request, p place) { m.extend(p) },
	func(m *maker, _ *request, p place) { m.edit(p) },
	func(m *maker, _ *request, p place) { m.edit(p) },
	func(m *maker, r *request, _ place) { // a member that the operation may not know, or have already
		if o, ok := r.body.(*object); ok {
			name := pick(m, vocabulary...)
			o.set(name, m.plausible(name))
		}
	},
}

func contains(n, inner node) bool {
	for _, p := range places(n) {
		if p.get() == inner {
			return true
		}
	}
	return n == inner
}

// other is a value of any type.
func (m *maker) other() node {
	return pick[node](m, literal("null"), literal("true"), literal("false"), literal("0"), literal("-1"), literal("1"), literal("1.5"), literal("1e400"), literal("2147483647"),
		literal("2147483648"), literal("-2147483649"), literal("9223372036854775807"), literal("9223372036854775808"), literal("1e2"), literal("-0"), text(""), text("x"),
		text("true"), text("1"), obj(), arr(), arr(arr()), arr(literal("null")), arr(text("")), obj("", text("")), obj("S", text("x")), obj("S", literal("null")),
		obj("N", literal("1")), obj("NULL", literal("false")), obj("S", text("x"), "N", text("1")), obj("M", arr()), obj("L", obj()), obj("BOOL", text("true")),
		obj("SS", arr()), obj("NS", arr(text("1"), text("1.0"))), obj("B", text("=")), obj("X", text("x")), literal("nul"), literal("01"), literal("'x'"), literal("NaN"))
}

// otherScalar is another string for a string, or another number.
func (m *maker) otherScalar(n node) node {
	switch n.(type) {
	case text:
		switch m.IntN(4) {
		case 0:
			return m.oneOf(badNumbers...)
		case 1:
			return text(m.number())
		case 2:
			return text(strings.Repeat(pick(m, "a", "ä", "9", "(", "a.", "[0]"), pick(m, 3, 255, 256, 1024, 1025, 2048, 2049, 4097, 65536)))
		}
		return text(m.str())
	case literal:
		return number(pick(m, -1, 0, 1, 2, 99, 100, 101, 1000, 1001, 1000000, 1000001, 2147483647, -2147483648))
	}
	return m.other()
}

func (m *maker) rename(p place) {
	if o, ok := p.in.(*object); ok {
		old := o.members[p.at].name
		o.members[p.at].name = pick(m, m.str(), m.name(), strings.ToLower(old), old+"s", " "+old, pick(m, vocabulary...), "S", "N", "M", "L", "BOOL", "NULL", ":v0", "#n0", "__type")
	}
}

// nest hangs a value deep below others. The service takes 32 levels of documents.
func (m *maker) nest(n node) node {
	for range pick(m, 1, 2, 31, 32, 33, 40, 1000) {
		switch m.IntN(3) {
		case 0:
			n = obj("L", arr(n))
		case 1:
			n = obj("M", obj("a", n))
		default:
			n = arr(n)
		}
	}
	return n
}

// extend makes a list or an object longer than it may be.
func (m *maker) extend(p place) {
	for range pick(m, 1, 2, 10, 25, 26, 100, 101) {
		p.repeat()
	}
}

// edit changes some letters of a string: most are expressions or statements.
func (m *maker) edit(p place) {
	if s, ok := p.get().(text); ok {
		p.put(text(m.mutateBytes([]byte(s))))
	}
}

var scraps = []string{"(", ")", ",", ".", "[", "]", "[0]", "[99999999999]", ":", "#", "=", "<", ">", "AND", " OR ", "NOT ", " SET ", "'", "\"", "\\", "\\u0000", "\\ud800", "\xff", "\xc0\x80", "\x00", "{", "}",
	":v0", "#n0", "1", "-", "+", " ", "\n", "null", "?", "*", "--", ";", "<<", ">>", "@", "ä", "\u00a0", "size(", "begins_with(", "SELECT", "/*"}

func (m *maker) mutateBytes(b []byte) []byte {
	for range 1 + m.IntN(3) {
		at := m.IntN(len(b) + 1)
		end := min(len(b), at+1+m.IntN(4))
		switch m.IntN(5) {
		case 0:
			b = splice(b, at, end, "")
		case 1:
			b = splice(b, at, at, string(b[at:end]))
		case 2:
			b = splice(b, at, end, pick(m, scraps...))
		case 3:
			b = splice(b, at, at, pick(m, scraps...))
		default:
			if from := m.IntN(len(b) + 1); m.chance(30) {
				b = splice(b, at, len(b), "")
			} else {
				b = splice(b, at, at, string(b[from:min(len(b), from+m.IntN(20))]))
			}
		}
	}
	return b
}

func splice(b []byte, from, to int, with string) []byte {
	out := make([]byte, 0, len(b)+len(with))
	return append(append(append(out, b[:from]...), with...), b[to:]...)
}
