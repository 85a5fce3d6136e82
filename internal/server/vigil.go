package server

import "time"

// vigil listens whether the client of a running request is still there, and ends the request's context if not. A request needs one only
// when it runs for long; net/http has one for each, a third of what it costs.
type vigil struct {
	done chan struct{}
	// read is the byte of the next request that came meanwhile, if any; it belongs to who has seen done closed.
	read []byte
	byte [1]byte
}

func newVigil(c *conn) *vigil {
	v := &vigil{done: make(chan struct{})}
	go func() {
		defer close(v.done)
		n, err := c.Read(v.byte[:])
		v.read = v.byte[:n]
		if err != nil && !isTimeout(err) {
			c.cancel()
		}
	}()
	return v
}

// end stops listening and gives what was read.
func (v *vigil) end(c *conn) []byte {
	// A connection that has gone refuses deadlines, and its read has ended.
	_ = c.SetReadDeadline(longAgo)
	<-v.done
	_ = c.SetReadDeadline(time.Time{})
	return v.read
}
