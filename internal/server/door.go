package server

import (
	"context"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// door lets connections in: each takes the short way until it has a request that is none for it. To net/http, which listens behind, the
// door is a listener with the connections that come over.
type door struct {
	net.Listener
	server *Server
	base   context.Context // of all requests
	cancel context.CancelFunc
	date   date

	over   chan arrival // to net/http
	closed chan struct{}
	close  sync.Once

	draining atomic.Bool // each answer ends its connection and says so
	closing  atomic.Bool // connections end, those between two requests too
	mu       sync.Mutex
	conns    map[*conn]struct{}
	looking  bool          // somebody looks at the paces
	empty    chan struct{} // closed when the door drains and the last connection has gone; nil before
}

// arrival is what net/http gets from the door: a connection, or why there is none.
type arrival struct {
	conn net.Conn
	err  error
}

func newDoor(s *Server, ln net.Listener) *door {
	d := &door{Listener: ln, server: s, over: make(chan arrival), closed: make(chan struct{}), conns: map[*conn]struct{}{}}
	d.base, d.cancel = context.WithCancel(context.Background())
	go d.letIn()
	return d
}

// letIn accepts connections until the door is closed. What goes wrong is for net/http, which knows what to do: it waits before it asks
// for the next one, and nothing is accepted as long.
func (d *door) letIn() {
	for {
		arrived, err := d.Listener.Accept()
		if tcp, ok := arrived.(*net.TCPConn); ok && err == nil {
			d.welcome(tcp)
		} else if !d.offer(arrived, err) {
			if err == nil {
				_ = arrived.Close() // nobody is there to speak to it
			}
			return
		}
	}
}

// welcome serves a connection, unless the door drains.
func (d *door) welcome(tcp *net.TCPConn) {
	c, err := newConn(d, tcp)
	if err != nil || !d.add(c) {
		_ = tcp.Close() // nobody has spoken to it
		return
	}
	go c.serve()
}

// Accept gives the next connection that net/http is to serve.
func (d *door) Accept() (net.Conn, error) {
	select {
	case a := <-d.over:
		return a.conn, a.err
	case <-d.closed:
		return nil, net.ErrClosed
	}
}

// offer waits until net/http takes it; it does not when the door is closed.
func (d *door) offer(c net.Conn, err error) (taken bool) {
	select {
	case d.over <- arrival{c, err}:
		return true
	case <-d.closed:
		return false
	}
}

// Close lets nobody in any more. Connections go on.
func (d *door) Close() error {
	d.close.Do(func() { close(d.closed) })
	return d.Listener.Close()
}

func (d *door) add(c *conn) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.empty != nil {
		return false
	}
	d.conns[c] = struct{}{}
	if !d.looking {
		d.looking = true
		go d.look()
	}
	return true
}

func (d *door) remove(c *conn) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.conns, c)
	if d.empty != nil && len(d.conns) == 0 {
		close(d.empty)
	}
}

// look checks the paces of all connections, as long as there are any.
func (d *door) look() {
	tick := d.server.timeouts.tick()
	for d.lookOnce(tick) {
		time.Sleep(tick)
	}
}

func (d *door) lookOnce(tick time.Duration) (more bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	now := time.Now()
	for c := range d.conns {
		c.check(now, &d.server.timeouts, tick)
	}
	d.looking = len(d.conns) > 0
	return d.looking
}

// drain ends idle connections at once and the others after their request.
func (d *door) drain() (empty <-chan struct{}) {
	d.draining.Store(true)
	d.closing.Store(true)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.empty = make(chan struct{})
	if len(d.conns) == 0 {
		close(d.empty)
	}
	for c := range d.conns {
		c.cutIdle()
	}
	return d.empty
}

// slam ends all connections and the contexts of what runs.
func (d *door) slam() {
	d.cancel()
	d.mu.Lock()
	defer d.mu.Unlock()
	for c := range d.conns {
		_ = c.Close() // its goroutine finds out
	}
}
