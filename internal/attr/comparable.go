package attr

import (
	"encoding/binary"
	"slices"
	"strings"
)

// AppendComparable appends bytes that are equal exactly when two values are deeply equal: the type, then for S, N and B the
// bytes of AppendKeyBytes, so that values of one of these types also sort by them. Sets compare without order, maps without
// order of members, numbers by value.
func AppendComparable(dst []byte, v Value) []byte {
	switch v.Type {
	case S, N, B:
		return AppendKeyBytes(append(dst, byte(v.Type)), v)
	}
	return appendComparableNode(dst, NodeOf(v))
}

// What stands before each member of a container, and at its end.
const (
	anotherMember = 1
	noMoreMembers = 0
)

// appendComparableNode appends a form that ends itself: lengths stand before texts.
func appendComparableNode(dst []byte, n *Node) []byte {
	dst = append(dst, byte(n.Type))
	switch n.Type {
	case SS, NS, BS:
		for _, text := range n.sortedSet() {
			dst = appendCounted(append(dst, anotherMember), text)
		}
	case L:
		for _, member := range n.List {
			dst = appendComparableNode(append(dst, anotherMember), member)
		}
	case M:
		for _, f := range n.sortedMap() {
			dst = appendCounted(append(dst, anotherMember), f.Name)
			dst = appendComparableNode(dst, f.Node)
		}
	default:
		return appendCounted(dst, n.Text)
	}
	return append(dst, noMoreMembers)
}

func appendCounted(dst []byte, text string) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(text)))
	return append(dst, text...)
}

// sortedMap gives the members by name, in a new slice when they were not in that order.
func (n *Node) sortedMap() []Field {
	byName := func(a, b Field) int { return strings.Compare(a.Name, b.Name) }
	if slices.IsSortedFunc(n.Map, byName) {
		return n.Map
	}
	sorted := slices.Clone(n.Map)
	slices.SortFunc(sorted, byName)
	return sorted
}

// sortedSet gives the members in the order of documents, in a new slice when they were not in that order.
func (n *Node) sortedSet() []string {
	compare := strings.Compare
	if n.Type == NS {
		compare = CompareNumbers
	}
	if slices.IsSortedFunc(n.Set, compare) {
		return n.Set
	}
	sorted := slices.Clone(n.Set)
	slices.SortFunc(sorted, compare)
	return sorted
}

// Equal says whether two values are deeply equal: sets and the members of maps without order, numbers by value.
func Equal(a, b *Node) bool {
	if a == nil || b == nil || a.Type != b.Type {
		return a == b
	}
	switch a.Type {
	case SS, NS, BS:
		return slices.Equal(a.sortedSet(), b.sortedSet())
	case L:
		return slices.EqualFunc(a.List, b.List, Equal)
	case M:
		return slices.EqualFunc(a.sortedMap(), b.sortedMap(), func(x, y Field) bool {
			return x.Name == y.Name && Equal(x.Node, y.Node)
		})
	}
	return a.Text == b.Text
}
