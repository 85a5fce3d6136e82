package main

import (
	"encoding/base64"
	"math/rand/v2"
	"strconv"
	"strings"
)

// maker makes requests of one lane: from a seed, always the same ones.
type maker struct {
	*rand.Rand
	prefix  string // of the lane's tables
	cursors []node // keys at which answers told pages to go on
	made    int    // requests so far
}

// prefixes are so unlike each other that no change of a few letters turns one into another.
var prefixes = []string{"alpha-", "bravo-", "charlie-", "delta-", "echo-", "foxtrot-", "golf-", "hotel-", "india-", "juliett-", "kilo-", "lima-"}

func newMaker(seed uint64, lane int) *maker {
	return &maker{Rand: rand.New(rand.NewPCG(seed, uint64(lane))), prefix: prefixes[lane]}
}

// chance is true in percent of the calls.
func (m *maker) chance(percent int) bool { return m.IntN(100) < percent }

// maybe is the node that make makes, in percent of the calls, and nil otherwise.
func (m *maker) maybe(percent int, make func() node) node {
	if m.chance(percent) {
		return make()
	}
	return nil
}

func pick[T any](m *maker, from ...T) T { return from[m.IntN(len(from))] }

func (m *maker) oneOf(from ...string) node { return text(pick(m, from...)) }

func (m *maker) truth() node { return literal(pick(m, "true", "false")) }

var numbers = []string{
	"0", "1", "-1", "2", "3", "7", "10", "-10", "0.5", "1.50", "100", "1e2", "1E-2", "-0", "00012", "+5",
	"9007199254740993", "99999999999999999999999999999999999999", "0.00000000000000000000000000000000000001",
	"9.9999999999999999999999999999999999999E+125", "-9.9999999999999999999999999999999999999E+125", "1E-130", "-1e-130",
}

var badNumbers = []string{
	"", "x", "1e126", "1e-131", "NaN", "Infinity", "-", "1e", ".", "1.2.3", " 1", "1 ", "0x10", "1_000", "١", "1e99999999999999999999",
	"123456789012345678901234567890123456789", strings.Repeat("9", 400), "0." + strings.Repeat("0", 200) + "1", "--1", "1e+-2", ".5", "5.",
}

var strs = []string{
	"a", "b", "c", "k1", "k2", "k3", "key", "hello world", "", "ä", "日本語", "\u0000", "a\u0000b", "\u0001", "\u0001\u0002", "😀", "e\u0301", "\ufeffx", "\uffff",
	"'; DROP TABLE ddbsql_tables; --", "%", "_", "\\", "\"", "`", "$1", "?", ":v", "#n", "@x", "{}", "null", "\u2028", "\r\n\t", "A", "Z", "z",
}

func (m *maker) number() string {
	if m.chance(25) {
		return strconv.Itoa(m.IntN(2000) - 1000)
	}
	return pick(m, numbers...)
}

func (m *maker) str() string {
	if m.chance(2) {
		return strings.Repeat(pick(m, "x", "ä", "\u0000"), 1<<m.IntN(13))
	}
	return pick(m, strs...)
}

func (m *maker) bytes() string {
	b := make([]byte, m.IntN(8))
	for i := range b {
		b[i] = pick[byte](m, 0, 1, 'a', 'b', 0x7f, 0x80, 0xff)
	}
	return base64.StdEncoding.EncodeToString(b)
}

// value is an attribute value of any type, and rarely one that the service refuses.
func (m *maker) value(deep int) node {
	kinds := 7
	if deep > 0 {
		kinds = 10
	}
	switch m.IntN(kinds) {
	case 0, 1:
		return obj("S", text(m.str()))
	case 2, 3:
		return obj("N", text(m.number()))
	case 4:
		return obj("B", text(m.bytes()))
	case 5:
		return pick[node](m, obj("BOOL", m.truth()), obj("NULL", literal("true")))
	case 6:
		return m.set()
	case 7, 8:
		return obj("M", m.attributes(m.IntN(4), deep-1))
	default:
		l := arr()
		for range m.IntN(4) {
			l.elements = append(l.elements, m.value(deep-1))
		}
		return obj("L", l)
	}
}

func (m *maker) set() node {
	kind := pick(m, "SS", "NS", "BS")
	members, seen := arr(), map[string]bool{}
	for range 1 + m.IntN(4) {
		s := map[string]func() string{"SS": m.str, "NS": m.number, "BS": m.bytes}[kind]()
		if !seen[s] || m.chance(5) {
			members.elements = append(members.elements, text(s))
		}
		seen[s] = true
	}
	return obj(kind, members)
}

var attributeNames = []string{"a", "b", "c", "l", "m", "s", "n", "grp", "score", "pk", "sk", "odd name", "ä", "a.b", "a-b", "status", "#x", "_", "\u0000", "ttl"}

func (m *maker) name() string { return pick(m, attributeNames...) }

// attributes are n attributes with the lane's names.
func (m *maker) attributes(n, deep int) *object {
	o, seen := obj(), map[string]bool{}
	for range n {
		if name := m.name(); !seen[name] {
			seen[name] = true
			o.set(name, m.value(deep))
		}
	}
	return o
}
