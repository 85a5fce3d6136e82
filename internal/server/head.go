package server

import (
	"bytes"
	"strconv"
	"strings"
)

const (
	// shortLine is the one request line that the short way takes.
	shortLine = "POST / HTTP/1.1\r\n"
	// maxFields is far more than SDKs send.
	maxFields = 40
	// maxLengthDigits has room for maxBody and a few zeros before it.
	maxLengthDigits = 10
)

// field is one header of a request, its value without outer blanks.
type field struct{ name, value string }

// head is the head of a request of the short way's shape: shortLine, one Host, a Content-Length within the limit for bodies, and nothing
// that asks for more than an answer to a body of that length.
type head struct {
	fields [maxFields]field // but Host
	count  int
	host   string
	length int64 // of the body
	last   bool  // the client wants the connection closed after the answer
}

// headShape says what the bytes read so far are.
type headShape int

const (
	headPart  headShape = iota // the beginning of what may be a head for the short way
	headWhole                  // such a head's lines, to be parsed, and perhaps what is behind them
	headOther                  // none
)

// shapeOf judges the bytes read so far; end is where a whole head's empty line ends.
func shapeOf(read []byte) (shape headShape, end int) {
	known := min(len(read), len(shortLine))
	if string(read[:known]) != shortLine[:known] {
		return headOther, 0
	}
	if len(read) < len(shortLine) {
		return headPart, 0
	}
	for begin := len(shortLine); ; {
		n := bytes.IndexByte(read[begin:], '\n')
		switch {
		case n < 0:
			return headPart, 0
		case n == 0 || read[begin+n-1] != '\r':
			return headOther, 0
		case n == 1:
			return headWhole, begin + n + 1
		}
		begin += n + 1
	}
}

// parse reads the lines of a whole head, which it keeps a hold of. It tells whether the short way takes the request.
func (h *head) parse(lines string) (takes bool) {
	h.count, h.host, h.length, h.last = 0, "", -1, false
	for rest := lines[len(shortLine):]; rest != "\r\n"; {
		var line string
		line, rest, _ = strings.Cut(rest, "\r\n")
		name, value, found := strings.Cut(line, ":")
		value = strings.Trim(value, " \t")
		if !found || !isName(name) || !isValue(value) || !h.add(name, value) {
			return false
		}
	}
	return h.host != "" && h.length >= 0
}

// add takes one header, unless it is one that the short way does not serve.
func (h *head) add(name, value string) (takes bool) {
	switch len(name) {
	case len("Host"):
		if strings.EqualFold(name, "Host") {
			takes = h.host == "" && isHost(value)
			h.host = value
			return takes
		}
	case len("Content-Length"):
		if strings.EqualFold(name, "Content-Length") && !h.setLength(value) {
			return false
		}
	case len("Connection"):
		if strings.EqualFold(name, "Connection") && !h.setConnection(value) {
			return false
		}
	case len("Origin"), len("Upgrade"), len("Transfer-Encoding"):
		if isForOthers(name) {
			return false
		}
	}
	if h.count == maxFields {
		return false
	}
	h.fields[h.count] = field{name, value}
	h.count++
	return true
}

// isForOthers tells whether a header asks for what net/http and the router know how to do.
func isForOthers(name string) bool {
	for _, other := range [...]string{"Origin", "Expect", "Upgrade", "Trailer", "Transfer-Encoding"} {
		if strings.EqualFold(name, other) {
			return true
		}
	}
	return false
}

// setLength takes the one Content-Length, of digits alone.
func (h *head) setLength(value string) bool {
	if h.length >= 0 || value == "" || len(value) > maxLengthDigits {
		return false
	}
	for i := range len(value) {
		if value[i] < '0' || value[i] > '9' {
			return false
		}
	}
	h.length, _ = strconv.ParseInt(value, 10, 64) // it has few digits and nothing else
	return h.length <= maxBody
}

// setConnection takes one of the two words that clients send. Lists, and words in words, net/http reads in more than one way.
func (h *head) setConnection(value string) bool {
	// The length keeps letters beyond ASCII out that fold to one of the word's.
	isClose := len(value) == len("close") && strings.EqualFold(value, "close")
	h.last = h.last || isClose
	return isClose || strings.EqualFold(value, "keep-alive")
}

// value gives the nth value of a header.
func (h *head) value(name string, nth int) (string, bool) {
	for i := range h.fields[:h.count] {
		f := &h.fields[i]
		if len(f.name) != len(name) || !strings.EqualFold(f.name, name) {
			continue
		}
		if nth == 0 {
			return f.value, true
		}
		nth--
	}
	return "", false
}

// Classes of characters, as RFC 9110 has them; isHost's are those that SDKs send.
const (
	nameChar = 1 << iota
	valueChar
	hostChar
)

var classes = func() (classes [256]uint8) {
	const alphanumeric = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for _, c := range []byte(alphanumeric + "!#$%&'*+-.^_`|~") {
		classes[c] |= nameChar
	}
	for _, c := range []byte(alphanumeric + ".:-_[]") {
		classes[c] |= hostChar
	}
	for c := range classes {
		if c >= ' ' && c != 0x7f || c == '\t' {
			classes[c] |= valueChar
		}
	}
	return classes
}()

func isName(s string) bool  { return s != "" && consistsOf(s, nameChar) }
func isValue(s string) bool { return consistsOf(s, valueChar) }
func isHost(s string) bool  { return s != "" && consistsOf(s, hostChar) }

func consistsOf(s string, class uint8) bool {
	for i := range len(s) {
		if classes[s[i]]&class == 0 {
			return false
		}
	}
	return true
}
