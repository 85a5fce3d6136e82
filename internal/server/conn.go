package server

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"syscall"
	"time"
)

// conn is a connection that takes the short way, for the requests that SDKs send: it reads and answers them itself, one after the
// other. At the first one of another shape it goes over to net/http, with what is read, for the rest of its life.
type conn struct {
	*net.TCPConn
	door   *door
	ctx    context.Context
	cancel context.CancelFunc
	pace   pace

	raw      syscall.RawConn
	readable func(fd uintptr) bool // conn.read, bound once
	readErr  error                 // of the last such read

	in      *intake   // nil while nothing is read
	served  bool      // a request was
	arrived time.Time // the first byte of the request
	started time.Time // the request, when its head was whole
	body    []byte    // of the running request, as far as it came with its head
	missing int64     // bytes of it that are not read yet
	last    bool      // the connection ends after the answer, which says so
	silent  bool      // the client sends nothing more: the connection ends after the answer, as it knows
}

func newConn(d *door, tcp *net.TCPConn) (*conn, error) {
	raw, err := tcp.SyscallConn()
	if err != nil {
		return nil, err
	}
	c := &conn{TCPConn: tcp, door: d, raw: raw}
	c.readable = c.read
	c.ctx, c.cancel = context.WithCancel(d.base)
	// As with net/http the first head is to be there in time, even its first byte.
	c.pace.enter(phaseHead, time.Now())
	return c, nil
}

// serve answers requests until the connection ends or goes over to net/http.
func (c *conn) serve() {
	defer c.end()
	for {
		takes, err := c.readHead()
		if err != nil {
			return
		}
		if !takes {
			c.handOver()
			return
		}
		if !c.answer() {
			return
		}
	}
}

// readHead reads the next head. The error is the connection's end.
func (c *conn) readHead() (takes bool, err error) {
	if c.in != nil && len(c.in.unread()) == 0 {
		c.in.giveBack()
		c.in = nil
	}
	if c.in == nil {
		if err := c.await(); err != nil {
			return false, err
		}
	}
	c.arrived = time.Now()
	c.started = c.arrived
	blanks := 0
	for {
		if c.served {
			blanks += c.in.skipBlankLines(4 - blanks)
		}
		// Like net/http it does not speak of less than four bytes behind an answer, blank lines among them.
		few := c.served && blanks+len(c.in.unread()) < 4
		switch shape, end := shapeOf(c.in.unread()); {
		case shape == headOther && !few:
			return false, nil
		case shape == headWhole:
			return c.parse(end), nil
		}
		if !c.in.makeRoom() {
			return false, nil // its head is too long for here
		}
		err := c.readMore()
		if err == io.EOF && !few {
			return false, nil // net/http knows what to say to half a request
		}
		if err != nil {
			return false, err
		}
		c.started = time.Now()
	}
}

// readMore reads some more of a head.
func (c *conn) readMore() error {
	if c.served && !c.pace.enter(phaseHead, c.arrived) {
		return os.ErrDeadlineExceeded
	}
	n, err := c.Read(c.in.buf[c.in.end:])
	c.in.end += n
	if n > 0 {
		return nil
	}
	return err
}

// parse takes the head that ends there, and as much of its body as is read, unless the short way does not take it.
func (c *conn) parse(end int) (takes bool) {
	in := c.in
	unread := in.unread()
	// The texts of the request are parts of this one, which nobody overwrites.
	if !in.head.parse(string(unread[:end])) {
		return false
	}
	come := min(int64(len(unread)-end), in.head.length)
	c.body, c.missing = unread[end:end+int(come)], in.head.length-come
	in.begin += end + int(come)
	c.last = in.head.last
	return true
}

// answer runs the exchange of the request that was read. It tells whether there may be another.
func (c *conn) answer() (more bool) {
	phase, since := phaseRun, c.started
	if c.missing > 0 {
		phase, since = phaseBody, c.arrived
	}
	if !c.pace.enter(phase, since) {
		return false
	}
	x := &c.in.exchange
	*x = exchange{server: c.door.server, way: c, started: c.started}
	x.begin()
	finished := x.operate()
	c.body, c.served = nil, true
	vigil, inTime := c.pace.finish(finished)
	if vigil != nil {
		c.in.makeRoom()
		c.in.end += copy(c.in.buf[c.in.end:], vigil.end(c))
	}
	// A connection goes on unless its answer has said that it ends. One whose answer was under way when the door was closed, so that it was not
	// ended as an idle one, ends here.
	return inTime && !c.last && !c.silent && !c.door.closing.Load()
}

// handOver gives the connection to net/http with what is read.
func (c *conn) handOver() {
	replayed := &replay{TCPConn: c.TCPConn, read: append([]byte(nil), c.in.unread()...), closing: &c.door.closing}
	c.TCPConn = nil
	c.door.remove(c)
	if !c.door.offer(replayed, nil) {
		_ = replayed.Close() // the server is shut down
	}
}

// end closes the connection unless net/http has it, and leaves nothing behind.
func (c *conn) end() {
	if p := recover(); p != nil && p != http.ErrAbortHandler {
		c.door.server.log.Error("connection failed", "error", &panicError{value: p, stack: debug.Stack()}, "stack", string(debug.Stack()))
	}
	c.cancel()
	if c.TCPConn == nil {
		return
	}
	if c.missing > 0 {
		linger(c.TCPConn)
	}
	_ = c.Close() // it is of no use any more, whatever the kernel says
	c.door.remove(c)
}

func isTimeout(err error) bool { return errors.Is(err, os.ErrDeadlineExceeded) }
