package attr

// Node is a value as a tree, for the few who change or compare inside of values (update actions, the reference
// evaluator of the tests). The data path uses Value.
type Node struct {
	Type Type
	// Text is the string (S, unescaped), the canonical number (N), the raw bytes (B), or "true"/"false" (BOOL).
	Text string
	// Set holds the members of SS, NS and BS in the form of Text, sorted.
	Set []string
	// List holds the members of L.
	List []*Node
	// Map holds the members of M in document order.
	Map []Field
}

// Field is a member of a map.
type Field struct {
	Name string
	Node *Node
}
