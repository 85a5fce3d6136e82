// Package places gives requests of every operation, and puts a text in every place of them that has one: values, names of members, names
// and texts inside of expressions and statements.
package places

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Spot marks a place inside of a text of a request, as the name of a table in a statement; Variants puts the text there, too. It stands
// for nothing.
const Spot = "§"

// Request is a request that is understood as it is: it reaches the part of the server where its texts count.
type Request struct {
	Op    string // as in X-Amz-Target, with its prefix
	Body  string
	Reads bool   // items, by their keys alone
	Fails string // type of the error that it is answered with as it is; empty if it succeeds
}

// Variant is a request with a text in one of its places.
type Variant struct {
	Place string // for people: path to the place
	Body  string
}

// Plain is the request's body without marks.
func (r Request) Plain() string { return strings.ReplaceAll(r.Body, Spot, "") }

// Variants puts a text in each place of the request, one at a time. Names of tables at the outside of a body are left as they are
// if keepTables is set.
func (r Request) Variants(text string) []Variant {
	var all []Variant
	var root any
	if err := json.Unmarshal([]byte(r.Body), &root); err != nil {
		panic(fmt.Sprintf("%s: %v", r.Op, err)) // our own table
	}
	walk(root, "", func(v any) { root = v }, func(place string, set func(string), old string) {
		for _, new := range inPlaceOf(old, text) {
			set(new)
			body, err := json.Marshal(root)
			if err != nil {
				panic(err) // what was JSON is
			}
			all = append(all, Variant{Place: r.Op + place, Body: strings.ReplaceAll(string(body), Spot, "")})
		}
		set(old)
	})
	return all
}

// inPlaceOf gives the texts that come in the place of one: the new text itself, and the old one with it at each spot.
func inPlaceOf(old, text string) []string {
	all := []string{text}
	for from := 0; ; {
		i := strings.Index(old[from:], Spot)
		if i < 0 {
			return all
		}
		at := from + i
		all = append(all, old[:at]+text+old[at+len(Spot):])
		from = at + len(Spot)
	}
}

// walk visits each text of a tree: visit gets a function that sets it.
func walk(v any, place string, put func(any), visit func(place string, set func(string), old string)) {
	switch v := v.(type) {
	case string:
		visit(place, func(text string) { put(text) }, v)
	case []any:
		for i := range v {
			walk(v[i], fmt.Sprintf("%s[%d]", place, i), func(new any) { v[i] = new }, visit)
		}
	case map[string]any:
		for _, name := range slices.Sorted(keysOf(v)) {
			value, current := v[name], name
			visit(place+"."+name+" (name)", func(text string) {
				delete(v, current)
				current = text
				v[current] = value
			}, name)
			walk(v[name], place+"."+name, func(new any) { v[name] = new }, visit)
		}
	}
}

func keysOf(m map[string]any) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}
