package server

import (
	"hash/crc32"
	"math/rand/v2"
	"strconv"
)

// Header names written as the service spells them, which is not Go's canonical form.
const (
	requestIDHeader = "x-amzn-RequestId"
	crcHeader       = "x-amz-crc32"
)

// Header values that never change; net/http does not write to them.
var (
	serverHeader = []string{"Server"} // the service's own value
	jsonHeader   = []string{"application/x-amz-json-1.0"}
)

// write sends the answer in bufs with its length and checksum, which are those of what is sent: SDKs compare them before they
// decompress. What goes wrong here is the connection's end, and net/http sees it too.
func (x *exchange) write(status int, bufs *buffers) {
	body := bufs.answer
	if coding := x.coding(len(body)); coding != "" {
		bufs.packed = compress(bufs.packed, body, coding)
		body = bufs.packed
		x.w.Header()["Content-Encoding"] = []string{coding}
	}
	var text [2 * 20]byte
	digits := strconv.AppendInt(text[:0], int64(len(body)), 10)
	n := len(digits)
	both := string(strconv.AppendUint(digits, uint64(crc32.ChecksumIEEE(body)), 10))
	values := [2]string{both[:n], both[n:]}
	h := x.w.Header()
	h["Content-Type"] = jsonHeader
	h["Content-Length"] = values[0:1:1]
	h[crcHeader] = values[1:2:2]
	x.w.WriteHeader(status)
	_, _ = x.w.Write(body)
}

// coding is how an answer of the given size is sent. Of several Accept-Encoding headers the service sees the first alone.
func (x *exchange) coding(size int) string {
	if size < minCompressed {
		return ""
	}
	accepted := x.r.Header["Accept-Encoding"]
	if len(accepted) == 0 {
		return ""
	}
	return answerCoding(accepted[0])
}

// newRequestID gives 52 characters 0-9 and A-V, the form of the service's ids. They need be unique, not secret.
func newRequestID() string {
	const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUV"
	const each = 64 / 5 // characters from one random number
	var id [52]byte
	var bits uint64
	for i := range id {
		if i%each == 0 {
			bits = rand.Uint64()
		}
		id[i] = alphabet[bits%uint64(len(alphabet))]
		bits /= uint64(len(alphabet))
	}
	return string(id[:])
}
