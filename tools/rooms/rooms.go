package main

import (
	"errors"
	"fmt"
	"strings"
)

// rooms are the rows of the table: a folder and what its packages may import of the module.
type rooms map[string]allowance

// allowance is the last column of a row. A name means the package whose path is or ends with it; name/* means all below.
type allowance struct {
	everything bool
	names      []string
}

// parseRooms reads the table under the heading "The rooms".
func parseRooms(text string) (rooms, error) {
	_, section, found := strings.Cut(text, "\n## The rooms\n")
	if !found {
		return nil, errors.New(`ARCHITECTURE.md has no section "The rooms"`)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	all := rooms{}
	for line := range strings.Lines(section) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != 3 || !strings.Contains(cells[0], "`") {
			continue
		}
		for i, folder := range strings.Split(cells[0], "`") {
			if i%2 == 1 {
				all[folder] = parseAllowance(strings.TrimSpace(cells[2]))
			}
		}
	}
	if len(all) == 0 {
		return nil, errors.New("the table of rooms is empty")
	}
	return all, nil
}

func parseAllowance(cell string) allowance {
	switch cell {
	case "everything", "the rooms above and below":
		return allowance{everything: true}
	case "none", "none of ours":
		return allowance{}
	}
	var a allowance
	for _, name := range strings.Split(cell, ",") {
		a.names = append(a.names, strings.TrimSpace(name))
	}
	return a
}

// roomOf is the room with the longest folder that holds the package.
func (r rooms) roomOf(pkg string) (folder string, found bool) {
	for candidate := range r {
		if (pkg == candidate || strings.HasPrefix(pkg, candidate+"/")) && len(candidate) > len(folder) {
			folder, found = candidate, true
		}
	}
	return folder, found
}

// problemsOf says what a package imports and should not.
func (r rooms) problemsOf(pkg string, imports []string) []string {
	room, found := r.roomOf(pkg)
	if !found {
		return []string{fmt.Sprintf("%s is in no room", pkg)}
	}
	var problems []string
	for _, imp := range imports {
		if other, _ := r.roomOf(imp); other != room && !r[room].allows(imp) {
			problems = append(problems, fmt.Sprintf("%s (room %s) must not import %s", pkg, room, imp))
		}
	}
	return problems
}

func (a allowance) allows(pkg string) bool {
	if a.everything {
		return true
	}
	for _, name := range a.names {
		folder, below := strings.CutSuffix(name, "/*")
		switch {
		case below && strings.HasPrefix(pkg, folder+"/"):
			return true
		case !below && (pkg == name || strings.HasSuffix(pkg, "/"+name)):
			return true
		}
	}
	return false
}
