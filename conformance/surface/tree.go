package main

import (
	"encoding/json"
	"strconv"
	"strings"
)

// A node is a JSON value as a request has it: members in an order, names that may come twice, and literals that need not be JSON.
type node interface {
	appendJSON(b []byte) []byte
	// clone is a copy that shares no node.
	clone() node
}

type (
	// literal is text that is written as it is: numbers, true, false, null, or what is none of them.
	literal string
	// text is a string. It is written with the escapes of JSON.
	text string
	// list is an array.
	list struct{ elements []node }
	// object has members.
	object struct{ members []member }
	member struct {
		name  string
		value node
	}
)

func (l literal) appendJSON(b []byte) []byte { return append(b, l...) }
func (l literal) clone() node                { return l }

func (t text) appendJSON(b []byte) []byte { return appendString(b, string(t)) }
func (t text) clone() node                { return t }

func appendString(b []byte, s string) []byte {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' }) {
		return append(append(append(b, '"'), s...), '"') // also what is no UTF-8
	}
	quoted, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string can always be written
	}
	return append(b, quoted...)
}

func (l *list) appendJSON(b []byte) []byte {
	b = append(b, '[')
	for i, e := range l.elements {
		if i > 0 {
			b = append(b, ',')
		}
		b = e.appendJSON(b)
	}
	return append(b, ']')
}

func (l *list) clone() node {
	c := &list{elements: make([]node, len(l.elements))}
	for i, e := range l.elements {
		c.elements[i] = e.clone()
	}
	return c
}

func (o *object) appendJSON(b []byte) []byte {
	b = append(b, '{')
	for i, m := range o.members {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendString(b, m.name), ':')
		b = m.value.appendJSON(b)
	}
	return append(b, '}')
}

func (o *object) clone() node {
	c := &object{members: make([]member, len(o.members))}
	for i, m := range o.members {
		c.members[i] = member{m.name, m.value.clone()}
	}
	return c
}

// obj is an object of names and nodes in turn. Members whose node is nil are left out.
func obj(pairs ...any) *object {
	o := &object{}
	for i := 0; i < len(pairs); i += 2 {
		if value, ok := pairs[i+1].(node); ok {
			o.set(pairs[i].(string), value)
		}
	}
	return o
}

func (o *object) set(name string, value node) { o.members = append(o.members, member{name, value}) }

func arr(elements ...node) *list { return &list{elements} }

func number(n int) node { return literal(strconv.Itoa(n)) }

// place is where a node hangs: what is there can be seen, changed and taken away.
type place struct {
	in   node // a list or an object
	at   int
	deep int
}

func (p place) get() node {
	switch in := p.in.(type) {
	case *list:
		return in.elements[p.at]
	case *object:
		return in.members[p.at].value
	}
	return nil
}

func (p place) put(n node) {
	switch in := p.in.(type) {
	case *list:
		in.elements[p.at] = n
	case *object:
		in.members[p.at].value = n
	}
}

func (p place) drop() {
	switch in := p.in.(type) {
	case *list:
		in.elements = append(append([]node{}, in.elements[:p.at]...), in.elements[p.at+1:]...)
	case *object:
		in.members = append(append([]member{}, in.members[:p.at]...), in.members[p.at+1:]...)
	}
}

// repeat puts a copy of what is there beside it.
func (p place) repeat() {
	switch in := p.in.(type) {
	case *list:
		in.elements = append(in.elements, in.elements[p.at].clone())
	case *object:
		in.members = append(in.members, member{in.members[p.at].name, in.members[p.at].value.clone()})
	}
}

// places are all places below a node.
func places(n node) []place { return appendPlaces(nil, n, 0) }

func appendPlaces(all []place, n node, deep int) []place {
	switch n := n.(type) {
	case *list:
		for i, e := range n.elements {
			all = appendPlaces(append(all, place{n, i, deep}), e, deep+1)
		}
	case *object:
		for i, m := range n.members {
			all = appendPlaces(append(all, place{n, i, deep}), m.value, deep+1)
		}
	}
	return all
}
