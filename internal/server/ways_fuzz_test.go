package server_test

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/server"
)

func FuzzBothWays(f *testing.F) {
	addresses := startTwoWays(f, &fakeEngine{do: answerByBody}, server.Options{})
	for _, c := range rawRequests {
		if len(c.raw) < 1000 {
			f.Add(c.raw, uint16(len(c.raw)/2))
		}
	}
	f.Fuzz(func(t *testing.T, raw string, cut uint16) {
		at := int(cut) % (len(raw) + 1)
		compareWays(t, addresses, raw, raw[:at], raw[at:])
	})
}

// fuzzWords are what requests and mistakes in them consist of. Bytes alone seldom come together to one.
var fuzzWords = []string{
	shortRequest, shortHead, "POST / HTTP/1.1\r\n", "POST / HTTP/1.0\r\n", "GET / HTTP/1.1\r\n", "Host: x\r\n", "Content-Length: 2\r\n\r\n{}",
	"Content-Length: 5\r\n\r\npanic", "Content-Length: 6\r\n\r\nrefuse", "Content-Length: 7\r\n\r\nnothing", "Content-Length: 4\r\n\r\nlong",
	"Host: ", "X-Amz-Target: ", "DynamoDB_20120810.PutItem", "Content-Length: ", "Connection: ", "Accept-Encoding: ", "Content-Encoding: ",
	"Transfer-Encoding: ", "Expect: ", "100-continue", "Origin: ", "Upgrade: ", "Trailer: ", "close", "keep-alive", "clo\u017fe", "\u212aeep-alive",
	"gzip", "chunked", "identity", "0", "1", "2", "20", "3000", "a", "{", "}", ":", ";", ",", " ", "\t", "\r", "\n", "\r\n", "\r\n\r\n", "\x00", "\x7f", "\xff",
}

// FuzzWordsBothWays makes connections of words, and sends them in pieces of up to four words.
func FuzzWordsBothWays(f *testing.F) {
	addresses := startTwoWays(f, &fakeEngine{do: answerByBody}, server.Options{})
	f.Add([]byte{0, 0, 0})
	f.Add([]byte{1, 6, 46, 46, 1, 6})
	f.Add([]byte{1, 15, 24, 46, 6, 0})
	f.Add([]byte{2, 11, 36, 46, 12, 13, 46, 10, 0})
	f.Fuzz(func(t *testing.T, choices []byte) {
		var pieces []string
		piece := ""
		for i, choice := range choices[:min(len(choices), 40)] {
			piece += fuzzWords[int(choice)%len(fuzzWords)]
			if i%4 >= int(choice)/64 {
				pieces, piece = append(pieces, piece), ""
			}
		}
		pieces = append(pieces, piece)
		compareWays(t, addresses, strings.Join(pieces, ""), pieces...)
	})
}
