package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

// patience is how long a client waits for an answer before it takes the connection for lost.
const patience = 30 * time.Second

// client is one connection. It does little, because it shares the machine with the server: a request is one write.
type client struct {
	address string // host:port
	conn    net.Conn
	in      *bufio.Reader
	out     []byte
	body    bytes.Buffer // of the last answer
}

// refusal is an error that the server answered.
type refusal struct {
	status int
	kind   string
	text   string
}

func (r *refusal) Error() string { return fmt.Sprintf("%d %s: %s", r.status, r.kind, r.text) }

// do sends a request; the answer is in c.body. An error that is no *refusal leaves open whether the request was carried out.
func (c *client) do(operation, body string) error {
	if c.conn == nil {
		conn, err := net.DialTimeout("tcp", c.address, patience)
		if err != nil {
			return err
		}
		c.conn, c.in = conn, bufio.NewReader(conn)
	}
	status, err := c.exchange(operation, body)
	if err != nil {
		c.conn.Close()
		c.conn = nil
		return err
	}
	if status == http.StatusOK {
		return nil
	}
	var said struct {
		Type    string `json:"__type"`
		Message string `json:"message"`
	}
	if err := json.Unmarshal(c.body.Bytes(), &said); err != nil {
		return &refusal{status: status, text: c.body.String()}
	}
	_, kind, _ := strings.Cut(said.Type, "#")
	return &refusal{status, kind, said.Message}
}

func (c *client) exchange(operation, body string) (status int, err error) {
	if err := c.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return 0, err
	}
	c.out = fmt.Appendf(c.out[:0], "POST / HTTP/1.1\r\nHost: %s\r\nX-Amz-Target: DynamoDB_20120810.%s\r\nContent-Length: %d\r\n\r\n%s",
		c.address, operation, len(body), body)
	if _, err := c.conn.Write(c.out); err != nil {
		return 0, err
	}
	answer, err := http.ReadResponse(c.in, nil)
	if err != nil {
		return 0, err
	}
	c.body.Reset()
	if _, err := io.Copy(&c.body, answer.Body); err != nil {
		return 0, err
	}
	return answer.StatusCode, answer.Body.Close()
}
