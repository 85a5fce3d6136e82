package sqlite

// deepStack is what the engine needs to parse and run a statement.
const deepStack = 30 << 10

// growStack makes the goroutine's stack as deep as the engine needs it, at once. Growing it step by step, with a copy of all frames each time,
// took a tenth of the start of a server in memory. That the frame is written at a place which the compiler does not know keeps it.
//
//go:noinline
func growStack(at int) byte {
	var frame [deepStack]byte
	frame[at] = 1
	return frame[deepStack-1-at]
}
