package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"reflect"
	"regexp"
	"slices"
	"strings"
)

// comparison compares an output with what the scenario expects of it (FORMAT.md, Expectations). Its methods return the first
// difference, or nothing.
type comparison struct {
	// byValue: numbers of the service are equal by value, as a high-level layer gives them back, not by text.
	byValue bool
}

// output compares the members that want names; others do not count.
func (c comparison) output(want, got any) string { return c.has(want, got, "") }

// matchers are chosen by the member of an object that begins with a dollar.
func (c comparison) matchers() map[string]func(want, got any, path string) string {
	return map[string]func(want, got any, path string) string{
		"$has": c.has,
		"$set": c.set,
		"$any": func(_, got any, path string) string { return unless(got != nil, path, "anything", got) },
		"$length": func(want, got any, path string) string {
			list, ok := got.([]any)
			return unless(ok && len(list) == int(want.(float64)), path, fmt.Sprint(want, " elements"), got)
		},
		"$match": func(want, got any, path string) string {
			text, ok := got.(string)
			return unless(ok && regexp.MustCompile(want.(string)).MatchString(text), path, fmt.Sprint("a text like ", want), got)
		},
		"$atLeast": func(want, got any, path string) string {
			n, ok := got.(float64)
			return unless(ok && n >= want.(float64), path, fmt.Sprint("at least ", want), got)
		},
	}
}

func (c comparison) value(want, got any, path string) string {
	switch want := want.(type) {
	case object:
		matchers := c.matchers()
		for name, v := range want {
			if match := matchers[name]; match != nil {
				return match(v, got, path)
			}
		}
		return c.object(want, got, path)
	case []any:
		return c.list(want, got, path)
	}
	return unless(want == got, path, want, got)
}

func (c comparison) object(want object, got any, path string) string {
	members, ok := got.(object)
	if !ok {
		return difference(path, want, got)
	}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		if _, known := want[name]; !known {
			return difference(path+"."+name, "nothing", members[name])
		}
	}
	return c.has(want, got, path)
}

func (c comparison) has(want, got any, path string) string {
	members, ok := got.(object)
	if !ok {
		return difference(path, want, got)
	}
	wanted := want.(object)
	for _, name := range slices.Sorted(maps.Keys(wanted)) {
		place := strings.TrimPrefix(path+"."+name, ".")
		if found := c.member(name, wanted[name], members, place); found != "" {
			return found
		}
	}
	return ""
}

func (c comparison) member(name string, want any, members object, path string) string {
	got, there := members[name]
	if reflect.DeepEqual(want, object{"$absent": true}) {
		return unless(!there, path, "nothing", got)
	}
	if !there {
		return difference(path, want, "nothing")
	}
	if list, ok := want.([]any); ok && (name == "SS" || name == "BS" || name == "NS") {
		return c.set(numbered(name, list), numbered(name, got), path)
	}
	if number, ok := want.(string); ok && name == "N" && c.byValue {
		return unless(sameNumber(number, got), path, want, got)
	}
	return c.value(want, got, path)
}

// numbered makes numbers of the elements of an NS, so that they are compared as such.
func numbered(name string, set any) any {
	list, ok := set.([]any)
	if !ok || name != "NS" {
		return set
	}
	out := make([]any, len(list))
	for i, n := range list {
		out[i] = object{"N": n}
	}
	return out
}

func sameNumber(want string, got any) bool {
	text, ok := got.(string)
	a, okA := new(big.Rat).SetString(want)
	b, okB := new(big.Rat).SetString(text)
	return ok && okA && okB && a.Cmp(b) == 0
}

func (c comparison) list(want []any, got any, path string) string {
	list, ok := got.([]any)
	if !ok || len(want) != len(list) {
		return difference(path, want, got)
	}
	for i := range want {
		if found := c.value(want[i], list[i], fmt.Sprintf("%s.%d", path, i)); found != "" {
			return found
		}
	}
	return ""
}

func (c comparison) set(want, got any, path string) string {
	left, ok := got.([]any)
	if !ok || len(want.([]any)) != len(left) {
		return difference(path, want, got)
	}
	left = slices.Clone(left)
	for _, w := range want.([]any) {
		i := slices.IndexFunc(left, func(g any) bool { return c.value(w, g, path) == "" })
		if i < 0 {
			return difference(path, w, left)
		}
		left = slices.Delete(left, i, i+1)
	}
	return ""
}

func unless(holds bool, path string, want, got any) string {
	if holds {
		return ""
	}
	return difference(path, want, got)
}

func difference(path string, want, got any) string {
	return fmt.Sprintf("%s: want %s, got %s", path, short(want), short(got))
}

func short(v any) string {
	text, ok := v.(string)
	if !ok {
		b, _ := json.Marshal(v)
		text = string(b)
	}
	if len(text) > 300 {
		text = text[:300] + "..."
	}
	return text
}
