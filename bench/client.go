package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"time"
)

// client is one keep-alive HTTP/1.1 connection. It does as little as a client can, because it shares the machine with the
// server it measures: one write per request from one buffer, and of the answer only the status and the length are read.
type client struct {
	conn net.Conn
	in   *bufio.Reader
	out  []byte
	body []byte // the last answer's body
}

// headers are those an AWS SDK sends with every request. The signature is of the right length and wrong: the servers are
// started without keys.
const headers = "User-Agent: aws-sdk-go-v2/1.47.7 ua/2.1 os/linux lang/go#1.26 md/GOOS#linux md/GOARCH#amd64 api/dynamodb#1.73.1 m/E,e\r\n" +
	"Accept-Encoding: identity\r\n" +
	"Amz-Sdk-Invocation-Id: 6a1d6a52-2d84-4b46-8a5c-0c8a3f5f1f07\r\n" +
	"Amz-Sdk-Request: attempt=1; max=3\r\n" +
	"Authorization: AWS4-HMAC-SHA256 Credential=AKIDBENCHBENCHBENCH0/20260101/us-east-1/dynamodb/aws4_request, " +
	"SignedHeaders=accept-encoding;amz-sdk-invocation-id;amz-sdk-request;content-length;content-type;host;x-amz-date;x-amz-target, " +
	"Signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\r\n" +
	"Content-Type: application/x-amz-json-1.0\r\n" +
	"X-Amz-Date: 20260101T000000Z\r\n"

func dial(address string) (*client, error) {
	conn, err := net.DialTimeout("tcp", address, 5*time.Second)
	if err != nil {
		return nil, err
	}
	return &client{conn: conn, in: bufio.NewReaderSize(conn, 64<<10)}, nil
}

func (c *client) close() { c.conn.Close() }

// prefix is what every request to an operation begins with, up to the value of Content-Length.
func prefix(host, op string) []byte { return prefixOf(host, "DynamoDB_20120810", op) }

func prefixOf(host, service, op string) []byte {
	return []byte("POST / HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "X-Amz-Target: " + service + "." + op + "\r\nContent-Length: ")
}

// do sends a request made of a prefix and a body, and reads the answer into c.body. An answer other than 200 is an error.
func (c *client) do(prefix, body []byte) error {
	c.out = append(c.out[:0], prefix...)
	c.out = strconv.AppendInt(c.out, int64(len(body)), 10)
	c.out = append(c.out, "\r\n\r\n"...)
	c.out = append(c.out, body...)
	if _, err := c.conn.Write(c.out); err != nil {
		return err
	}
	return c.readAnswer()
}

func (c *client) readAnswer() error {
	line, err := c.in.ReadSlice('\n')
	if err != nil {
		return err
	}
	ok := bytes.HasPrefix(line, []byte("HTTP/1.1 200"))
	status := ""
	if !ok {
		status = string(bytes.TrimSpace(line))
	}
	length, err := c.readHeaders()
	if err != nil {
		return err
	}
	if cap(c.body) < length {
		c.body = make([]byte, length)
	}
	c.body = c.body[:length]
	if _, err := io.ReadFull(c.in, c.body); err != nil {
		return err
	}
	if !ok {
		return fmt.Errorf("%s: %s", status, c.body)
	}
	return nil
}

// readHeaders skips the headers and returns the Content-Length.
func (c *client) readHeaders() (int, error) {
	length := -1
	for {
		line, err := c.in.ReadSlice('\n')
		if err != nil {
			return 0, err
		}
		if len(line) <= 2 {
			if length < 0 {
				return 0, errors.New("an answer without Content-Length")
			}
			return length, nil
		}
		const name = "content-length:"
		if len(line) > len(name) && bytes.EqualFold(line[:len(name)], []byte(name)) {
			if length, err = strconv.Atoi(string(bytes.TrimSpace(line[len(name):]))); err != nil {
				return 0, err
			}
		}
	}
}
