package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// module is what is known of a module by others.
type module struct{ licence, where string }

// allowed is what the file allows.
type allowed struct {
	licences map[string]bool // of the program's modules; tests may have others that are listed
	modules  map[string]module
}

// parseAllowed reads the file: "licence NAME" allows a licence in the program, "server PATH NAME" and "tests PATH NAME" a module of
// that licence. Lines that begin with # are for people.
func parseAllowed(text string) (allowed, error) {
	a := allowed{licences: map[string]bool{}, modules: map[string]module{}}
	number := 0
	for line := range strings.Lines(text) {
		number++
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || words[0][0] == '#':
		case len(words) == 2 && words[0] == "licence":
			a.licences[words[1]] = true
		case len(words) == 3 && (words[0] == inServer || words[0] == inTests):
			if _, twice := a.modules[words[1]]; twice {
				return a, fmt.Errorf("line %d: %s is there twice", number, words[1])
			}
			a.modules[words[1]] = module{licence: words[2], where: words[0]}
		default:
			return a, fmt.Errorf("line %d is neither a licence nor a module", number)
		}
	}
	return a, nil
}

// compare tells in which way the modules in use are not those of the file. The line that a module should have is part of it.
func (a *allowed) compare(used map[string]module) (problems []string) {
	for _, path := range slices.Sorted(maps.Keys(used)) {
		is := used[path]
		listed, known := a.modules[path]
		switch {
		case !known:
			problems = append(problems, fmt.Sprintf("not allowed: %s %s %s", is.where, path, is.licence))
		case listed != is:
			problems = append(problems, fmt.Sprintf("listed as %s %s %s, but it is: %s %s %s", listed.where, path, listed.licence, is.where, path, is.licence))
		}
		if is.where == inServer && !a.licences[is.licence] {
			problems = append(problems, fmt.Sprintf("the program may have no module of licence %s: %s", is.licence, path))
		}
	}
	for _, path := range slices.Sorted(maps.Keys(a.modules)) {
		if _, inUse := used[path]; !inUse {
			problems = append(problems, fmt.Sprintf("no longer in use: %s %s", a.modules[path].where, path))
		}
	}
	return problems
}
