package pgtest

import (
	"encoding/binary"
	"net"
	"sync"
)

// link is one connection through a Proxy.
type link struct {
	proxy          *Proxy
	client, server net.Conn

	mu    sync.Mutex
	ready bool  // the server has nothing to answer
	fault Fault // of the exchange at hand
}

func (l *link) close() {
	_ = l.client.Close()
	_ = l.server.Close()
}

// up carries what the client sends.
func (l *link) up() {
	defer l.proxy.forget(l)
	buf := make([]byte, 64<<10)
	for {
		n, err := l.client.Read(buf)
		if err != nil {
			return
		}
		switch l.begin() {
		case CutBefore:
			return
		case CutWithin:
			_, _ = l.server.Write(buf[:n/2])
			return
		}
		if _, err := l.server.Write(buf[:n]); err != nil {
			return
		}
	}
}

// begin begins an exchange, unless one is under way, and gives the harm to be done to it.
func (l *link) begin() Fault {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ready {
		l.ready, l.fault = false, l.proxy.next()
	}
	return l.fault
}

// down carries what the server answers.
func (l *link) down() {
	defer l.proxy.forget(l)
	var parse frames
	buf := make([]byte, 64<<10)
	for {
		n, err := l.server.Read(buf)
		if err != nil {
			return
		}
		ready := parse.endsReady(buf[:n])
		if l.drops(ready) {
			if ready {
				return
			}
			continue
		}
		if _, err := l.client.Write(buf[:n]); err != nil {
			return
		}
	}
}

// drops says whether what came is not for the client; ready whether the exchange ends with it.
func (l *link) drops(ready bool) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if ready {
		l.ready = true
	}
	return l.fault == DropAnswer
}

// frames finds the ends of the messages of a server: a byte for their kind, four for their length.
type frames struct {
	head []byte // what has come of the next one's head
	left int    // bytes of the message at hand that have not come
	kind byte
}

// readyForQuery is the kind of the message that ends an exchange.
const readyForQuery = 'Z'

// endsReady says whether the bytes end with the end of an exchange.
func (f *frames) endsReady(b []byte) bool {
	const headBytes = 5
	for len(b) > 0 {
		if f.left > 0 {
			n := min(f.left, len(b))
			f.left -= n
			b = b[n:]
			continue
		}
		n := min(headBytes-len(f.head), len(b))
		f.head, b = append(f.head, b[:n]...), b[n:]
		if len(f.head) == headBytes {
			f.kind, f.left = f.head[0], int(binary.BigEndian.Uint32(f.head[1:]))-4
			f.head = f.head[:0]
		}
	}
	return f.left == 0 && len(f.head) == 0 && f.kind == readyForQuery
}
