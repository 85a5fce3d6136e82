package sqlite

// Sizes of an arena's chunks: each is twice the one before.
const (
	firstChunk = 4 << 10
	lastChunk  = 256 << 10
)

// arena gives the documents of one page their memory in a few large pieces, which they keep alive together.
type arena struct {
	chunk []byte // what is used of the current chunk; the rest is its capacity
	next  int    // size of the next one
}

// fill calls write to append about size bytes to the arena and gives what was appended.
func (a *arena) fill(size int, write func(dst []byte) ([]byte, error)) ([]byte, error) {
	if cap(a.chunk)-len(a.chunk) < size {
		a.next = min(max(firstChunk, 2*a.next), lastChunk)
		a.chunk = make([]byte, 0, max(a.next, size))
	}
	start := len(a.chunk)
	filled, err := write(a.chunk)
	if err != nil {
		return nil, err
	}
	a.chunk = filled
	return filled[start:len(filled):len(filled)], nil
}
