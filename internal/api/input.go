package api

// Map is a JSON object in the order sent; a name sent twice has its last value, in the place of the first.
type Map[V any] []Entry[V]

// Entry is one member of a Map.
type Entry[V any] struct {
	Key   string
	Value V
}

// Names are the keys, in order.
func (m Map[V]) Names() []string {
	names := make([]string, len(m))
	for i := range m {
		names[i] = m[i].Key
	}
	return names
}

// Get returns the value of that name.
func (m Map[V]) Get(key string) (V, bool) {
	for i := range m {
		if m[i].Key == key {
			return m[i].Value, true
		}
	}
	var none V
	return none, false
}

// twice gives the first name that the map has twice, if there is one.
func (m Map[V]) twice() (string, bool) {
	if len(m) < 2 {
		return "", false
	}
	seen := make(map[string]bool, len(m))
	for i := range m {
		if seen[m[i].Key] {
			return m[i].Key, true
		}
		seen[m[i].Key] = true
	}
	return "", false
}

// Doc is an item or key of an output as a stored document; nil when absent. See package attr for the form.
type Doc []byte

// Input is the decoded request of one operation: a pointer to one of the generated ...Input types.
type Input interface {
	decode(d *decoder)
	check(c *checker)
}

// Output is what an operation answers: a pointer to one of the generated ...Output types.
type Output interface {
	// Append writes the answer's wire form.
	Append(dst []byte) []byte
}
