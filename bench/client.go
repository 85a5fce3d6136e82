package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"strconv"
	"time"
)

// client is one keep-alive HTTP/1.1 connection. It does as little as a client can, because it shares the machine with the
// server it measures: one write per request from one buffer, and answers are read in large pieces into one buffer; of those that
// are only measured, no more than the first piece is kept.
type client struct {
	conn   net.Conn
	out    []byte
	in     []byte
	body   []byte // of the last answer, within in
	length int    // of the last answer's body
	sign   *signer
}

// readSize is how much of an answer is read at once.
const readSize = 64 << 10

func dial(address string) (*client, error) {
	conn, err := net.DialTimeout("tcp", address, 5*time.Second)
	if err != nil {
		return nil, err
	}
	return &client{conn: conn, in: make([]byte, readSize)}, nil
}

func (c *client) close() { c.conn.Close() }

// answerError is an answer other than 200.
type answerError struct {
	status string
	body   []byte
}

func (e *answerError) Error() string { return fmt.Sprintf("%s: %.300s", e.status, e.body) }

// do sends a request and keeps the answer's body until the next. An answer other than 200 is an *answerError.
func (c *client) do(head, body []byte) error { return c.exchange(head, body, true) }

// measured sends a request and counts the answer's body, which is kept only of errors.
func (c *client) measured(head, body []byte) error { return c.exchange(head, body, false) }

// ask sends a request and decodes its answer.
func (c *client) ask(head []byte, body string, into any) error {
	if err := c.do(head, []byte(body)); err != nil {
		return err
	}
	return json.Unmarshal(c.body, into)
}

func (c *client) exchange(head, body []byte, keep bool) error {
	c.out = append(c.out[:0], head...)
	c.out = strconv.AppendInt(c.out, int64(len(body)), 10)
	c.out = append(c.out, "\r\n\r\n"...)
	c.out = append(c.out, body...)
	if c.sign != nil {
		c.sign.sign(c.out, body)
	}
	if _, err := c.conn.Write(c.out); err != nil {
		return err
	}
	return c.readAnswer(keep)
}

func (c *client) readAnswer(keep bool) error {
	have, headEnd := 0, -1
	for headEnd < 0 {
		if have == len(c.in) {
			return errors.New("the headers of an answer are too long")
		}
		n, err := c.conn.Read(c.in[have:])
		if err != nil {
			return err
		}
		have += n
		headEnd = bytes.Index(c.in[:have], []byte("\r\n\r\n"))
	}
	header, start := c.in[:headEnd+2], headEnd+4
	ok := bytes.HasPrefix(header, []byte("HTTP/1.1 200"))
	length, err := contentLength(header)
	if err != nil {
		return err
	}
	c.length = length
	if keep || !ok {
		err = c.keepBody(start, have)
	} else {
		err = c.dropBody(have - start)
	}
	if err != nil || ok {
		return err
	}
	status, _, _ := bytes.Cut(c.in, []byte("\r\n"))
	return &answerError{string(status), bytes.Clone(c.body)}
}

// keepBody reads the rest of a body behind what there is of it.
func (c *client) keepBody(start, have int) error {
	end := start + c.length
	if end > len(c.in) {
		c.in = append(c.in, make([]byte, end-len(c.in))...)
	}
	for have < end {
		n, err := c.conn.Read(c.in[have:end])
		if err != nil {
			return err
		}
		have += n
	}
	c.body = c.in[start:end]
	return nil
}

// dropBody reads the rest of a body into the same place again and again.
func (c *client) dropBody(have int) error {
	for have < c.length {
		n, err := c.conn.Read(c.in[:min(readSize, c.length-have)])
		if err != nil {
			return err
		}
		have += n
	}
	return nil
}

// contentLength finds the length of a body in the headers, which end with a line's end.
func contentLength(header []byte) (int, error) {
	const name = "\r\nContent-Length: "
	if at := bytes.Index(header, []byte(name)); at >= 0 {
		value, _, _ := bytes.Cut(header[at+len(name):], []byte("\r\n"))
		return strconv.Atoi(string(value))
	}
	for line := range bytes.Lines(header) {
		key, value, _ := bytes.Cut(line, []byte(":"))
		if bytes.EqualFold(key, []byte("content-length")) {
			return strconv.Atoi(string(bytes.TrimSpace(value)))
		}
	}
	return 0, errors.New("an answer without Content-Length")
}
