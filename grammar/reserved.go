package grammar

import (
	_ "embed"
	"strings"
)

// The words that cannot be attribute names as they stand, from the service's developer guide, one a line.
//
//go:embed reserved_words.txt
var reservedText string

var (
	reserved       = reservedSet()
	reservedMaxLen = longest(reserved)
)

// IsReserved says whether a bare attribute name is a reserved word, in any case.
func IsReserved(name string) bool {
	var upper [32]byte
	if len(name) > reservedMaxLen || len(name) > len(upper) {
		return false
	}
	for i := range len(name) {
		c := name[i]
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		upper[i] = c
	}
	_, ok := reserved[string(upper[:len(name)])]
	return ok
}

func reservedSet() map[string]struct{} {
	set := make(map[string]struct{}, 573)
	for _, word := range strings.Fields(reservedText) {
		set[word] = struct{}{}
	}
	return set
}

func longest(words map[string]struct{}) int {
	n := 0
	for word := range words {
		n = max(n, len(word))
	}
	return n
}
