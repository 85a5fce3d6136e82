package server

import (
	"context"
	"io"
	"net"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// The connection is the way of the request it reads.
var _ way = (*conn)(nil)

func (c *conn) context() context.Context { return c.ctx }
func (c *conn) Method() string           { return http.MethodPost }
func (c *conn) Query() string            { return "" }
func (c *conn) Host() string             { return c.in.head.host }
func (c *conn) ContentLength() int64     { return c.in.head.length }

func (c *conn) Header(name string, nth int) (string, bool) { return c.in.head.value(name, nth) }

// fitsBehind tells whether what is missing of the body fits behind what is read.
func (c *conn) fitsBehind() bool { return c.missing <= int64(intakeSize-c.in.end) }

// bodyRoom is 0 where the body came with its head, or fits behind it.
func (c *conn) bodyRoom() int64 {
	if c.fitsBehind() {
		return 0
	}
	return c.in.head.length
}

// readBody gives the body where it was read, if it came with its head, or fits behind it.
func (c *conn) readBody(bufs *buffers) (body []byte, refusal *apierr.Error) {
	if c.missing == 0 {
		return c.body, nil
	}
	var err error
	if c.fitsBehind() {
		begin, all := c.in.end-len(c.body), c.in.end+int(c.missing)
		body, err = c.readMissing(c.in.buf[begin:c.in.end:all])
		c.in.end = begin + len(body)
		c.in.begin = c.in.end
	} else {
		body, err = c.readMissing(append(bufs.body[:0], c.body...))
		bufs.body = body
	}
	if err != nil {
		return nil, errBodyUnread(err)
	}
	c.pace.enter(phaseRun, c.started)
	return body, nil
}

// readMissing appends the rest of the body. The error says why some of it did not come.
func (c *conn) readMissing(dst []byte) ([]byte, error) {
	for c.missing > 0 {
		if len(dst) == cap(dst) {
			dst = slices.Grow(dst, int(min(c.missing, int64(max(len(dst), firstRead)))))
		}
		n, err := c.Read(dst[len(dst):min(cap(dst), len(dst)+int(c.missing))])
		dst = dst[:len(dst)+n]
		c.missing -= int64(n)
		if err != nil && c.missing > 0 {
			c.silent = err == io.EOF
			return dst, err
		}
	}
	return dst, nil
}

func (c *conn) discardBody() {
	for c.missing > 0 {
		n, err := c.Read(c.in.buf[:min(intakeSize, c.missing)])
		c.missing -= int64(n)
		if err != nil {
			c.silent = err == io.EOF
			return
		}
	}
	c.pace.enter(phaseRun, c.started)
}

// abandon goes on with other memory: what panicked may have left the body with somebody.
func (c *conn) abandon() {
	in := takeIntake()
	in.end = copy(in.buf[:], c.in.unread())
	in.head = c.in.head
	c.in = in
}

// send sends head and body in one piece, without copying a long one.
func (c *conn) send(a *reply, bufs *buffers) {
	if c.missing > 0 { // it will not come, and nothing behind it is a request
		c.last = c.last || !c.silent
		c.pace.enter(phaseRun, c.started)
	}
	c.last = c.last || c.door.draining.Load()
	if len(a.body) > shortAnswer {
		c.pace.enter(phaseSend, time.Now())
	}
	head := c.appendHead(c.in.headText[:0], a)
	var err error
	if bufs.holds(a.body) {
		whole := bufs.answer[headRoom-len(head) : headRoom+len(a.body)]
		copy(whole, head)
		_, err = c.Write(whole)
	} else {
		pieces := net.Buffers{head, a.body}
		_, err = pieces.WriteTo(c.TCPConn)
	}
	c.last = c.last || err != nil
}

// appendHead writes the head of an answer with the headers in the order that net/http gives them.
func (c *conn) appendHead(dst []byte, a *reply) []byte {
	dst = append(dst, "HTTP/1.1 "...)
	dst = strconv.AppendInt(dst, int64(a.status), 10)
	dst = append(dst, ' ')
	dst = append(dst, http.StatusText(a.status)...)
	if a.coding != "" {
		dst = append(dst, "\r\nContent-Encoding: "...)
		dst = append(dst, a.coding...)
	}
	dst = append(dst, "\r\nContent-Length: "...)
	dst = strconv.AppendInt(dst, int64(len(a.body)), 10)
	dst = append(dst, "\r\nContent-Type: "+jsonType+"\r\nServer: "+serverName+"\r\n"+crcHeader+": "...)
	dst = strconv.AppendUint(dst, uint64(a.sum), 10)
	dst = append(dst, "\r\n"+requestIDHeader+": "...)
	dst = append(dst, a.id...)
	dst = append(dst, "\r\nDate: "...)
	dst = append(dst, c.door.date.text(time.Now())...)
	if c.last {
		dst = append(dst, "\r\nConnection: close"...)
	}
	return append(dst, "\r\n\r\n"...)
}
