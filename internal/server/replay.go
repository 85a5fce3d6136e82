package server

import "net"

// replay is a connection of which somebody has read the beginning; it gives that again.
type replay struct {
	*net.TCPConn
	read []byte
}

func (r *replay) Read(p []byte) (int, error) {
	if len(r.read) > 0 {
		n := copy(p, r.read)
		r.read = r.read[n:]
		return n, nil
	}
	return r.TCPConn.Read(p)
}
