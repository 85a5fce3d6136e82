package server

import (
	"io"
	"net"
	"sync/atomic"
	"time"
)

// replay is a connection of which somebody has read the beginning; it gives that again.
type replay struct {
	*net.TCPConn
	read    []byte
	sending atomic.Bool  // the client, when it was last read from: it may have more to say
	closing *atomic.Bool // the door
}

func (r *replay) Read(p []byte) (int, error) {
	if len(r.read) > 0 {
		n := copy(p, r.read)
		r.read = r.read[n:]
		r.sending.Store(true)
		return n, nil
	}
	n, err := r.TCPConn.Read(p)
	r.sending.Store(err == nil)
	return n, err
}

// Close lets a client that still sends read its answer first: net/http closes at once on a head that it refuses, and on a body that it was
// not asked to read. It does not wait for anybody when the door is closed, since net/http then closes one connection after the other.
func (r *replay) Close() error {
	if r.sending.Load() && !r.closing.Load() {
		linger(r.TCPConn)
	}
	return r.TCPConn.Close()
}

// lingerTime is how long a client that still sends has to read why its request is refused.
const lingerTime = 500 * time.Millisecond

// linger reads what the client still sends: closing on it could destroy the answer on its way.
func linger(c *net.TCPConn) {
	if c.CloseWrite() == nil && c.SetReadDeadline(time.Now().Add(lingerTime)) == nil {
		_, _ = io.CopyN(io.Discard, c, maxDiscard)
	}
}
