package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"
)

// head is what a request has before its body, where it differs from what SDKs send.
type head struct {
	method, path, target string
	lines                []string // further header lines
}

// oddHead is a head that servers must answer all the same.
func (m *maker) oddHead() head {
	switch m.IntN(4) {
	case 0:
		return head{target: pick(m, "DynamoDB_20120810.", "dynamodb_20120810.PutItem", "DynamoDB_20111205.GetItem", "DynamoDBStreams_20120810.GetItem", "DynamoDB_20120810.GetRecords", "x", "PutItem", strings.Repeat("x", 5000))}
	case 1:
		return head{method: pick(m, "GET", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "X"), path: pick(m, "/", "/", "/x", "/%00", "//", "/?a=b")}
	case 2:
		return head{path: pick(m, "/x", "/%2e%2e/", "//", "/?Action=PutItem", "/_ddbsql/nothing", "/;a")}
	}
	return head{lines: []string{pick(m, "Content-Encoding: gzip", "Content-Encoding: br", "Content-Encoding: identity", "Content-Type: text/plain", "Content-Type: application/x-amz-json-1.1", "Content-Type:",
		"Accept-Encoding: identity", "Connection: close", "Expect: 200-ok", "Authorization: x", "Authorization: AWS4-HMAC-SHA256 Credential=a/b/c", "X-Amz-Date: x", "X-Amz-Security-Token: x", "Host: y", "X-Amz-Target: DynamoDB_20120810.ListTables", "Trailer: x", "Upgrade: h2c")}}
}

// misencoded says that the body is not in the encoding it is said to be in. Such a request is answered with status 500, as by the service.
func (h head) misencoded() bool {
	return slices.ContainsFunc(h.lines, func(line string) bool { return strings.HasPrefix(line, "Content-Encoding: ") })
}

// append adds the head of a request with a body of that length.
func (h head) append(b []byte, operation string, length int) []byte {
	method, path, target := h.method, h.path, h.target
	if method == "" {
		method = http.MethodPost
	}
	if path == "" {
		path = "/"
	}
	if target == "" {
		target = "DynamoDB_20120810." + operation
		if operation == "ListStreams" || operation == "DescribeStream" || operation == "GetShardIterator" || operation == "GetRecords" {
			target = "DynamoDBStreams_20120810." + operation
		}
	}
	b = fmt.Appendf(b, "%s %s HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: %s\r\nContent-Length: %d\r\n"+
		"Authorization: AWS4-HMAC-SHA256 Credential=any/20250101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0\r\n", method, path, target, length)
	if len(h.lines) == 0 {
		b = append(b, "Content-Type: application/x-amz-json-1.0\r\n"...)
	}
	for _, line := range h.lines {
		b = append(append(b, line...), "\r\n"...)
	}
	return append(b, "\r\n"...)
}

// answer is what a server said.
type answer struct {
	status int
	body   []byte
}

// answerTime is how long a server may take for one answer.
const answerTime = 20 * time.Second

// line is a connection to a server that stays open from request to request.
type line struct {
	address string
	conn    net.Conn
	in      *bufio.Reader
}

// send writes a request. A connection that the server closed since the last answer is made anew.
func (l *line) send(sent []byte) error {
	if l.conn == nil {
		conn, err := net.Dial("tcp", l.address)
		if err != nil {
			return err
		}
		l.conn, l.in = conn, bufio.NewReaderSize(conn, 64<<10)
	}
	if err := l.conn.SetDeadline(time.Now().Add(answerTime)); err != nil {
		return err
	}
	_, err := l.conn.Write(sent)
	return err
}

// sendAgain writes a request, once more if the connection was closed while nobody asked.
func (l *line) sendAgain(sent []byte) error {
	err := l.send(sent)
	if err != nil {
		l.hangUp()
		err = l.send(sent)
	}
	return err
}

// receive reads the answer to a request with that method.
func (l *line) receive(method string) (answer, error) {
	resp, err := http.ReadResponse(l.in, &http.Request{Method: method})
	if err != nil {
		l.hangUp()
		return answer{}, err
	}
	var body bytes.Buffer
	_, err = io.Copy(&body, resp.Body)
	if err != nil || resp.Close {
		l.hangUp()
	}
	return answer{resp.StatusCode, body.Bytes()}, err
}

func (l *line) hangUp() {
	if l.conn != nil {
		_ = l.conn.Close() // nothing is to be said any more
		l.conn = nil
	}
}
