package harness

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// What stands in a wanted answer for something else than itself.
const (
	// anything is a value that must be there and may be whatever it is.
	anything = "*"
	// The first element of an array may say what the order of the others means. The members of a set have none unless it says so.
	anyOrder  = "in any order"
	thisOrder = "in this order"
)

// Difference says where an answer differs from the wanted JSON, or "" if it does not. Numbers are equal by value; objects
// must have the same members.
func Difference(want, got string) string {
	w, err := ParseJSON(want)
	if err != nil {
		return err.Error()
	}
	g, err := ParseJSON(got)
	if err != nil {
		return err.Error()
	}
	return difference("", w, g)
}

func difference(path string, want, got any) string {
	if want == anything {
		return ""
	}
	switch want := want.(type) {
	case map[string]any:
		if got, ok := got.(map[string]any); ok {
			return objectDifference(path, want, got)
		}
	case []any:
		if got, ok := got.([]any); ok {
			return arrayDifference(path, want, got)
		}
	case json.Number:
		if got, ok := got.(json.Number); ok && sameNumber(want, got) {
			return ""
		}
	default:
		if want == got {
			return ""
		}
	}
	return fmt.Sprintf("at %s: want %s, got %s", orRoot(path), Compact(want), Compact(got))
}

func objectDifference(path string, want, got map[string]any) string {
	var names []string
	for name := range want {
		names = append(names, name)
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		w, wanted := want[name]
		g, given := got[name]
		switch {
		case !given:
			return fmt.Sprintf("at %s: %s is missing, want %s", orRoot(path), name, Compact(w))
		case !wanted:
			return fmt.Sprintf("at %s: unexpected %s: %s", orRoot(path), name, Compact(g))
		}
		if d := difference(path+"."+name, w, g); d != "" {
			return d
		}
	}
	return ""
}

func arrayDifference(path string, want, got []any) string {
	loose := isSet(path)
	if len(want) > 0 && (want[0] == anyOrder || want[0] == thisOrder) {
		loose, want = want[0] == anyOrder, want[1:]
	}
	if len(want) != len(got) {
		return fmt.Sprintf("at %s: want %d elements %s, got %d %s", orRoot(path), len(want), Compact(want), len(got), Compact(got))
	}
	if loose {
		return setDifference(path, want, got)
	}
	for i := range want {
		if d := difference(fmt.Sprintf("%s[%d]", path, i), want[i], got[i]); d != "" {
			return d
		}
	}
	return ""
}

// isSet says whether a path ends with the type of a set.
func isSet(path string) bool {
	return strings.HasSuffix(path, ".SS") || strings.HasSuffix(path, ".NS") || strings.HasSuffix(path, ".BS")
}

// setDifference compares arrays of equal length without regard to order.
func setDifference(path string, want, got []any) string {
	left := slices.Clone(got)
	for _, w := range want {
		at := slices.IndexFunc(left, func(g any) bool { return difference("", w, g) == "" })
		if at < 0 {
			return fmt.Sprintf("at %s: %s is missing in %s", orRoot(path), Compact(w), Compact(got))
		}
		left = slices.Delete(left, at, at+1)
	}
	return ""
}

func sameNumber(a, b json.Number) bool {
	x, okX := new(big.Rat).SetString(a.String())
	y, okY := new(big.Rat).SetString(b.String())
	return okX && okY && x.Cmp(y) == 0
}

func orRoot(path string) string {
	if path == "" {
		return "the top"
	}
	return path
}

func Compact(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}

// Matches says whether text is the pattern, in which every * stands for any run of characters.
func Matches(pattern, text string) bool {
	parts := strings.Split(pattern, "*")
	if len(parts) == 1 {
		return pattern == text
	}
	first, last := parts[0], parts[len(parts)-1]
	if !strings.HasPrefix(text, first) {
		return false
	}
	text = text[len(first):]
	for _, part := range parts[1 : len(parts)-1] {
		_, after, found := strings.Cut(text, part)
		if !found {
			return false
		}
		text = after
	}
	return strings.HasSuffix(text, last)
}
